"""The verbs of arranging, without a screen."""

from __future__ import annotations

import pytest

from vsdesigner.commands import arrange, flows, phases, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import MissingRecordError
from vsdesigner.layout.phases import Span
from vsdesigner.layout.space import Cut
from vsdesigner.model.parts import Bend
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, Note, Phase, Placed, Step, TerminalKind


@pytest.fixture
def draft() -> Draft:
    return Draft(streams.new_document())


@pytest.fixture
def stream(draft: Draft) -> str:
    return draft.view.streams[0].id


def add(draft: Draft, lane: str, x: float, y: float = 26) -> str:
    return steps.add(draft, draft.view.streams[0].id, Place(lane, x, y))


def test_tidying_carries_bends_with_the_nearer_end(draft: Draft, stream: str) -> None:
    one, two = add(draft, "engage", 300, 40), add(draft, "plan", 900)
    flow = flows.connect(draft, one, two)
    flows.bend(draft, flow, (Bend(lane="engage", x=520, y=80), Bend(lane="plan", x=800, y=70)))
    arrange.tidy(draft, stream, {one: Place("engage", 270, 26), two: Place("plan", 540, 46)})
    bends = draft.get(flow, Flow).bends
    assert bends == (Bend(lane="engage", x=490, y=66), Bend(lane="plan", x=440, y=90))


def test_tidying_leaves_bends_of_flows_that_stay(draft: Draft, stream: str) -> None:
    one, two, other = add(draft, "engage", 300), add(draft, "plan", 900), add(draft, "improve", 500)
    flow = flows.connect(draft, one, two)
    bends = (Bend(lane="engage", x=520, y=80),)
    flows.bend(draft, flow, bends)
    arrange.tidy(draft, stream, {other: Place("improve", 270, 26)})
    assert draft.get(flow, Flow).bends == bends


def test_tidying_puts_phases_where_they_are_wanted(draft: Draft, stream: str) -> None:
    phase = phases.add(draft, stream, 0, 500)
    arrange.tidy(draft, stream, {}, {phase: Span(230, 10)})
    found = draft.get(phase, Phase)
    assert (found.x, found.width) == (230, 80)


def test_making_room_moves_what_it_is_given_and_leaves_free_ends_alone(draft: Draft, stream: str) -> None:
    one = add(draft, "engage", 300)
    value = draft.view.terminal(stream, TerminalKind.VALUE)
    arrange.make_room(draft, stream, Cut(200), 100, [one, value.id])
    assert draft.get(one, Step).x == 400
    assert draft.get(value.id, Placed).x == value.x
    steps.place(draft, {value.id: Place("engage", 900, 26)})
    arrange.make_room(draft, stream, Cut(200), -50, [one, value.id])
    assert (draft.get(one, Step).x, draft.get(value.id, Placed).x) == (350, 850)


def test_making_room_downwards_moves_rows_and_bends_of_that_lane(draft: Draft, stream: str) -> None:
    one, two = add(draft, "engage", 300, 200), add(draft, "plan", 300, 200)
    flow = flows.connect(draft, one, two)
    flows.bend(draft, flow, (Bend(lane="engage", x=600, y=240), Bend(lane="plan", x=600, y=240)))
    arrange.make_room(draft, stream, Cut(100, "engage", downwards=True), 60, [one])
    assert (draft.get(one, Step).y, draft.get(two, Step).y) == (260, 200)
    assert [bend.y for bend in draft.get(flow, Flow).bends] == [300, 240]


def test_a_phase_never_becomes_narrower_than_it_can_be_nor_lies_over_the_next(
    draft: Draft, stream: str
) -> None:
    one, two = phases.add(draft, stream, 0, 300), phases.add(draft, stream, 300, 300)
    arrange.make_room(draft, stream, Cut(100), -280, [])
    spans = [(draft.get(id, Phase).x, draft.get(id, Phase).width) for id in (one, two)]
    assert spans == [(0, 80), (80, 300)]


def test_sizes_are_fixed_and_let_go_again(draft: Draft, stream: str) -> None:
    one = add(draft, "engage", 300)
    note = draft.add(Note(id="note", stream=stream, lane="engage", x=0, y=30))
    arrange.resize(draft, {one: (240.0, None), "note": (None, 120.0)})
    assert (draft.get(one, Step).width, draft.get(one, Step).height) == (240, None)
    assert (draft.get("note", Note).width, draft.get("note", Note).height) == (note.width, 120)
    arrange.natural_size(draft, [one])
    assert draft.get(one, Step).width is None


def test_unknown_ids_are_refused(draft: Draft, stream: str) -> None:
    for call in (
        lambda: arrange.tidy(draft, "nowhere", {}),
        lambda: arrange.make_room(draft, "nowhere", Cut(0), 10, []),
        lambda: arrange.make_room(draft, stream, Cut(0), 10, ["nobody"]),
        lambda: arrange.natural_size(draft, ["nobody"]),
    ):
        with pytest.raises(MissingRecordError):
            call()
    assert not complete(draft).to_change("nothing")
