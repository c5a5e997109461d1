"""Verbs on phases: they stand side by side, their steps come along when they move."""

from __future__ import annotations

import itertools

import pytest

from vsdesigner.commands import elements, flows, phases, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import phase_members, phase_of
from vsdesigner.document.snapshot import MissingRecordError
from vsdesigner.layout.phases import Span
from vsdesigner.model.dimensions import FIRST_X, PHASE_LEAST_WIDTH, PHASE_WIDTH
from vsdesigner.model.parts import Bend
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, Note, Phase, Step, TerminalKind
from vsdesigner.storage.json_format import decode, encode


@pytest.fixture
def draft() -> Draft:
    return Draft(streams.new_document())


def stream_of(draft: Draft) -> str:
    return draft.view.streams[0].id


def spans(draft: Draft) -> dict[str, tuple[float, float]]:
    """Name → left and right edge, from left to right."""
    found = sorted(draft.view.phases(stream_of(draft)), key=lambda phase: phase.x)
    for one, other in itertools.pairwise(found):
        assert one.x + one.width <= other.x, f"{one.name} lies over {other.name}"
    return {phase.name: (phase.x, phase.x + phase.width) for phase in found}


def three(draft: Draft) -> tuple[str, str, str]:
    """A from 0 to 300, B from 300 to 600, C from 700 to 1000."""
    stream = stream_of(draft)
    return (
        phases.add(draft, stream, 0, 300, "A"),
        phases.add(draft, stream, 300, 300, "B"),
        phases.add(draft, stream, 700, 300, "C"),
    )


def test_adding(draft: Draft) -> None:
    id = phases.add(draft, stream_of(draft), 100.4, 250.2, "Design")
    phase = draft.get(id, Phase)
    assert (phase.name, phase.x, phase.width, phase.order) == ("Design", 100, 250, 0)
    assert decode(encode(complete(draft).view), "x").snapshot.get(id, Phase) == phase


def test_adding_over_others_makes_them_narrower(draft: Draft) -> None:
    three(draft)
    phases.add(draft, stream_of(draft), 250, 400, "New")
    assert spans(draft) == {"A": (0, 250), "New": (250, 650), "B": (650, 730), "C": (730, 1000)}


def test_a_phase_has_a_least_width(draft: Draft) -> None:
    phases.add(draft, stream_of(draft), 0, 1, "Thin")
    assert spans(draft)["Thin"] == (0, PHASE_LEAST_WIDTH)


def test_resizing_makes_the_neighbours_narrower_then_moves_them(draft: Draft) -> None:
    _, b, _ = three(draft)
    phases.resize(draft, b, 300, 500)
    assert spans(draft) == {"A": (0, 300), "B": (300, 800), "C": (800, 1000)}
    phases.resize(draft, b, 300, 690)
    assert spans(draft)["C"] == (990, 990 + PHASE_LEAST_WIDTH)
    phases.resize(draft, b, 50, 690)
    assert spans(draft)["A"] == (50 - PHASE_LEAST_WIDTH, 50)


def test_resizing_moves_no_step(draft: Draft) -> None:
    _, b, _ = three(draft)
    step = steps.add(draft, stream_of(draft), Place("plan", 350, 26))
    phases.resize(draft, b, 300, 600)
    assert draft.get(step, Step).x == 350


def test_moving_takes_the_steps_along_and_pushes_the_neighbours_with_theirs(draft: Draft) -> None:
    _, b, _ = three(draft)
    stream = stream_of(draft)
    inside = steps.add(draft, stream, Place("plan", 350, 26))
    pushed = steps.add(draft, stream, Place("improve", 750, 26))
    outside = steps.add(draft, stream, Place("improve", 2_000, 26))
    note = draft.add(Note(id="n", stream=stream, lane="plan", x=320.0, y=200.0)).id
    phases.move(draft, b, 150)
    complete(draft)
    assert spans(draft) == {"A": (0, 300), "B": (450, 750), "C": (750, 1050)}
    assert draft.get(inside, Step).x == 500
    assert draft.get(note, Note).x == 470
    assert draft.get(pushed, Step).x == 800
    assert draft.get(outside, Step).x == 2_000


def test_corners_made_by_hand_move_along(draft: Draft) -> None:
    _, b, _ = three(draft)
    stream = stream_of(draft)
    one, other = (steps.add(draft, stream, Place("plan", x, 26)) for x in (310, 500))
    flow = flows.connect(draft, one, other)
    flows.bend(draft, flow, (Bend(lane="plan", x=450.0, y=120.0),))
    phases.move(draft, b, 60)
    assert draft.get(flow, Flow).bends == (Bend(lane="plan", x=510.0, y=120.0),)


def test_moving_alone(draft: Draft) -> None:
    _, b, _ = three(draft)
    step = steps.add(draft, stream_of(draft), Place("plan", 350, 26))
    phases.move(draft, b, -40, with_steps=False)
    assert spans(draft) == {"A": (-40, 260), "B": (260, 560), "C": (700, 1000)}
    assert draft.get(step, Step).x == 350


def test_ends_that_place_themselves_are_no_members(draft: Draft) -> None:
    stream = stream_of(draft)
    phase = phases.add(draft, stream, 0, 5_000)
    assert phase_members(draft.view, phase) == ()
    value = draft.view.terminal(stream, TerminalKind.VALUE)
    steps.place(draft, {value.id: Place("plan", 800, 26)})
    assert [member.id for member in phase_members(draft.view, phase)] == [value.id]


def test_which_phase_a_step_is_in(draft: Draft) -> None:
    a, b, c = three(draft)
    stream = stream_of(draft)
    places = {205: b, 204: a, 400: b, 510: None, 610: c, 950: None}  # left edge → phase of the middle
    for x, expected in places.items():
        step = steps.add(draft, stream, Place("plan", x, 26))
        found = phase_of(draft.view, step)
        assert (found.id if found else None) == expected, x


def test_updating_and_deleting(draft: Draft) -> None:
    a, b, _ = three(draft)
    phases.update(draft, (a, b), name="Same")
    assert {draft.get(id, Phase).name for id in (a, b)} == {"Same"}
    elements.delete(draft, (a,))
    assert a not in draft.view
    with pytest.raises(MissingRecordError):
        phases.update(draft, (a,), name="Gone")


def test_where_a_phase_goes_without_a_place(draft: Draft) -> None:
    stream = stream_of(draft)
    assert phases.next_span(draft.view, stream).x > FIRST_X
    steps.add(draft, stream, Place("plan", 500, 26))
    assert phases.next_span(draft.view, stream) == Span(480, PHASE_WIDTH)
    three(draft)
    assert phases.next_span(draft.view, stream) == Span(1000, PHASE_WIDTH)


def test_the_span_around_steps(draft: Draft) -> None:
    stream = stream_of(draft)
    ids = [steps.add(draft, stream, Place(lane, x, 26)) for lane, x in (("plan", 300), ("improve", 700))]
    assert phases.around(draft.view, ids) == Span(280, 700 + 190 + 60 - 280)
    assert phases.around(draft.view, (draft.view.terminals(stream)[0].id,)) is None


def test_the_farthest_places(draft: Draft) -> None:
    id = phases.add(draft, stream_of(draft), 1e9, 1e9)
    phases.move(draft, id, 1e9)
    phases.add(draft, stream_of(draft), 1e9, 50)
    assert draft.get(id, Phase).x == 1_000_000
