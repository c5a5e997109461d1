"""Snapshots: a copy that evolved is the same as one built anew, indexes included."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.graph import STREAM, graph
from tests.repeatable import repeatable_ids
from tests.strategies import change_of, documents
from vsdesigner.document.snapshot import MissingRecordError, Snapshot
from vsdesigner.model.records import (
    SECTIONS,
    DocumentSettings,
    Flow,
    Lane,
    Record,
    Step,
    StreamMember,
    TerminalKind,
)


def questions(view: Snapshot) -> object:
    """Everything that one can ask a snapshot."""
    kinds: tuple[type[Record], ...] = tuple(SECTIONS.values())
    streams = [stream.id for stream in view.streams]
    return (
        dict(view.records),
        {kind: view.all(kind) for kind in kinds if not issubclass(kind, StreamMember)},
        {
            (kind, id): view.all(kind, id)
            for kind in kinds
            for id in streams
            if issubclass(kind, StreamMember)
        },
        {id: (view.outgoing(id), view.incoming(id)) for id in view.records},
        {step.id: view.number(step.id) for id in streams for step in view.steps(id)},
        view.settings,
        view.extras,
        len(view),
    )


@given(documents(edits=6), st.data())
def test_evolving_is_the_same_as_building_anew(view: Snapshot, data: st.DataObject) -> None:
    with repeatable_ids(6_000):
        for _ in range(data.draw(st.integers(1, 5))):
            before = questions(view)
            later = view.evolve(change_of(view, data).result)
            assert questions(view) == before, "the former state never changes"
            records = list(later.records.values())
            random.Random(len(records)).shuffle(records)
            anew = Snapshot(records, later.extras)
            assert later == anew
            assert questions(later) == questions(anew)
            view = later


def test_order_is_the_field_then_the_id() -> None:
    steps = [
        Step(id=id, stream="s", lane="l", order=order)
        for id, order in (("c", 1), ("b", 2), ("a", 2), ("d", 0))
    ]
    view = Snapshot(steps)
    assert [step.id for step in view.steps("s")] == ["d", "c", "a", "b"]
    assert [view.number(id) for id in "dcab"] == [1, 2, 3, 4]


def test_a_record_that_changes_its_type_or_stream() -> None:
    view = graph("D>a a>b")
    view = view.evolve({"a": Lane(id="a", name="A lane now", color="#000000")})
    assert [step.id for step in view.steps(STREAM)] == ["b"]
    assert "a" in [lane.id for lane in view.lanes]
    view = view.evolve({"b": Step(id="b", stream="other", lane="plan")})
    assert view.steps(STREAM) == ()
    assert [step.id for step in view.steps("other")] == ["b"]


def test_a_flow_that_is_led_elsewhere() -> None:
    view = graph("D>a a>b")
    flow = view.get("a-main-b", Flow)
    moved = view.evolve({flow.id: flow.model_copy(update={"source": "b", "target": "a"})})
    assert [found.id for found in moved.outgoing("b")] == [flow.id]
    assert [found.id for found in moved.incoming("a")] == ["D-main-a", flow.id]
    assert moved.outgoing("a") == ()
    assert [found.id for found in view.outgoing("a")] == [flow.id]


def test_asking_for_what_is_not_there() -> None:
    view = graph("D>a")
    assert view.find("nothing") is None
    assert "nothing" not in view
    assert view.outgoing("nothing") == ()
    with pytest.raises(MissingRecordError):
        view.get("nothing", Step)
    with pytest.raises(MissingRecordError):
        view.get("a", Flow)
    with pytest.raises(MissingRecordError):
        view.number("D")
    with pytest.raises(MissingRecordError):
        Snapshot().terminal("x", TerminalKind.DEMAND)
    assert view.terminal(STREAM, TerminalKind.VALUE).id == "V"


def test_nothing_that_is_handed_out_can_be_changed() -> None:
    view = graph("D>a")
    with pytest.raises(TypeError):
        view.records["x"] = view.records["a"]  # type: ignore[index]  # the point of the test
    with pytest.raises(TypeError):
        view.extras["x"] = 1  # type: ignore[index]  # the point of the test
    with pytest.raises(TypeError):
        hash(view)


def test_extras_stay_with_the_document() -> None:
    view = Snapshot([], {"x": 1})
    assert view.evolve({"a": Step(id="a", stream="s", lane="l")}).extras == {"x": 1}
    assert view != Snapshot()
    assert view != 5


def test_settings_have_defaults() -> None:
    assert Snapshot().settings == DocumentSettings()
