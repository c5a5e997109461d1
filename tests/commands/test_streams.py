"""Verbs on streams."""

from __future__ import annotations

import pytest

from vsdesigner.commands import steps, streams
from vsdesigner.commands.steps import Place
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import MissingRecordError
from vsdesigner.model.records import Stream, TerminalKind


def test_a_new_document() -> None:
    view = streams.new_document()
    assert [lane.name for lane in view.lanes] == [
        "Engage",
        "Plan",
        "Design and Transition",
        "Obtain/Build",
        "Deliver and Support",
        "Improve",
    ]
    (stream,) = view.streams
    assert {terminal.kind for terminal in view.terminals(stream.id)} == set(TerminalKind)
    assert view.steps(stream.id) == ()
    assert "document" in view


def test_adding_behind_the_others() -> None:
    draft = Draft(streams.new_document())
    ids = [draft.view.streams[0].id, streams.add(draft, "Second"), streams.add(draft)]
    assert [stream.id for stream in draft.view.streams] == ids
    assert draft.view.streams[1].name == "Second"
    value = draft.view.terminal(ids[1], TerminalKind.VALUE)
    assert value.lane == "deliver_and_support"


def test_another_lane_set_has_its_value_last() -> None:
    draft = Draft(streams.new_document())
    draft.remove("deliver_and_support")
    id = streams.add(complete(draft))
    assert draft.view.terminal(id, TerminalKind.VALUE).lane == "improve"


def test_deleting_takes_everything_in_it() -> None:
    draft = Draft(streams.new_document())
    first = draft.view.streams[0].id
    second = streams.add(draft)
    step = steps.add(draft, first, Place("plan", 300, 40))
    streams.delete(draft, first)
    view = complete(draft).view
    assert [stream.id for stream in view.streams] == [second]
    assert step not in view
    assert all(getattr(record, "stream", second) == second for record in view.records.values())


def test_the_last_one_is_replaced() -> None:
    draft = Draft(streams.new_document())
    first = draft.view.streams[0].id
    streams.delete(draft, first)
    view = complete(draft).view
    assert len(view.streams) == 1
    assert view.streams[0].id != first
    assert len(view.terminals(view.streams[0].id)) == 2


@pytest.mark.parametrize(("position", "expected"), [(0, "cab"), (1, "acb"), (9, "abc"), (-9, "cab")])
def test_reordering(position: int, expected: str) -> None:
    draft = Draft(streams.new_document())
    draft.remove(draft.view.streams[0].id)
    complete(draft)
    for order, id in enumerate("abc"):
        draft.add(Stream(id=id, order=order))
    streams.reorder(draft, "c", position)
    assert "".join(stream.id for stream in draft.view.streams) == expected


def test_updating() -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    streams.update(draft, stream, name="Named")
    assert draft.get(stream, Stream).name == "Named"
    with pytest.raises(MissingRecordError):
        streams.update(draft, "plan", name="x")
