"""Walks through every model stream along every branch, and through whatever document there may be."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.streams import large_document
from tests.model_streams import model_stream, names
from tests.strategies import documents
from vsdesigner.analysis.journey import Journey, StopKind
from vsdesigner.analysis.times import path_times
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import FlowKind


def state(found: Journey) -> tuple[object, ...]:
    return found.stop, found.trail, found.path, found.place, found.ways, found.flow_in, found.phase


def check(found: Journey) -> None:
    """What is true wherever one stands."""
    stop, path, place = found.stop, found.path, found.place
    if stop.kind is StopKind.OPENING:
        assert place == -1
    elif stop.kind is StopKind.CLOSING:
        assert place == len(path)
    else:
        assert path[place] == stop.id
    assert bool(found.ways) is (stop.kind is not StopKind.CLOSING)
    assert sum(not way.target for way in found.ways) <= 1
    if found.ways:
        assert found.ways[0].target == (path[place + 1] if place + 1 < len(path) else "")


def to_the_closing(found: Journey, most: int) -> None:
    for _ in range(most):
        check(found)
        if not found.next():
            break
    assert found.stop.kind is StopKind.CLOSING


def every_walk(found: Journey, loops: frozenset[str] = frozenset()) -> set[str]:
    """Walk every way from here to the closing and back, each loop once; return the flows walked."""
    before = state(found)
    check(found)
    walked: set[str] = set()
    for index, way in enumerate(found.ways):
        if way.back and way.flow in loops:
            continue
        assert found.next(index)
        assert found.stop.id == way.target
        walked |= {way.flow} | every_walk(found, loops | ({way.flow} if way.back else set()))
        assert found.back()
        assert state(found) == before
    return walked


@pytest.mark.parametrize("name", names())
def test_every_model_stream_is_walked_along_every_branch_and_back(name: str) -> None:
    view = model_stream(name)
    walked = every_walk(Journey(view, name))
    assert {flow.id for flow in view.flows(name)} == walked - {""}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cds_new_service", "1 2 3 4 5 6 value"),
        ("cds_restore_service", "1 2 3 4 5 value 6 7 value"),
        ("user_incident", "1 2 3 4 5 value"),
        ("msp_restore_service", "1 2 3 4 5 6 value 7 value"),
    ],
)
def test_the_main_way_through_a_model_stream(name: str, expected: str) -> None:
    assert " ".join(Journey(model_stream(name), name).path) == f"demand {expected}"


def test_the_early_exit_and_the_loop_of_model_streams() -> None:
    found = Journey(model_stream("cds_restore_service"), "cds_restore_service")
    found.go_to("2")
    assert [(way.target, way.label, way.kind) for way in found.ways] == [
        ("3", "not fixed", FlowKind.MAIN),
        ("value", "fixed at first attempt", FlowKind.ALTERNATIVE),
    ]
    found.next(1)
    assert found.path == ("demand", "1", "2", "value")
    found = Journey(model_stream("msp_restore_service"), "msp_restore_service")
    found.go_to("5")
    assert [(way.target, way.back) for way in found.ways] == [("6", False), ("3", True)]
    found.next(1)
    assert found.path == ("demand", *"1234534567"[:8], "6", "value", "7", "value")


@given(documents(edits=12, unknown=False), st.data())
def test_any_stream_is_walked_to_its_end_by_any_choices_and_back(view: Snapshot, data: st.DataObject) -> None:
    stream = data.draw(st.sampled_from([stream.id for stream in view.streams]))
    found = Journey(view, stream)
    members = [record.id for record in (*view.terminals(stream), *view.steps(stream))]
    states = []
    for _ in range(data.draw(st.integers(0, 25))):
        before = state(found)
        moved = False
        if data.draw(st.integers(0, 9)) == 0 and members:
            target = data.draw(st.sampled_from(members))
            moved = found.go_to(target)
            assert found.stop.id == target
        elif found.ways:
            index = data.draw(st.integers(0, len(found.ways) - 1))
            target = found.ways[index].target
            moved = found.next(index)
            assert moved
            assert found.stop.id == target
        check(found)
        if moved:
            states.append(before)
    to_the_closing(found, 20 * (len(members) + 2) ** 2)
    while len(found.trail) > len(states) + 1:
        assert found.back()
    for before in reversed(states):
        assert found.back()
        assert state(found) == before


@given(documents(edits=12, unknown=False))
def test_the_main_way_shows_everything_that_it_needs_and_everything_can_be_gone_to(view: Snapshot) -> None:
    for stream in view.streams:
        found = Journey(view, stream.id)
        rest = iter(found.path)
        assert all(id in rest for id in path_times(view, stream.id).path)
        for record in (*view.terminals(stream.id), *view.steps(stream.id)):
            assert found.go_to(record.id) or found.stop.id == record.id
            check(found)


@given(documents(edits=8, unknown=False), documents(edits=8, unknown=False), st.data())
def test_following_a_change_keeps_the_place_or_falls_to_one_there_is(
    view: Snapshot, other: Snapshot, data: st.DataObject
) -> None:
    stream = view.streams[0].id
    found = Journey(view, stream)
    for _ in range(data.draw(st.integers(0, 12))):
        if found.ways:
            found.next(data.draw(st.integers(0, len(found.ways) - 1)))
    before = state(found)
    found.follow(view)
    assert state(found) == before
    gone = (
        data.draw(
            st.lists(st.sampled_from([step.id for step in view.steps(stream)]), unique=True, max_size=3)
        )
        if view.steps(stream)
        else []
    )
    flows = [flow.id for flow in view.flows(stream) if {flow.source, flow.target} & set(gone)]
    found.follow(view.evolve(dict.fromkeys((*gone, *flows))))
    check(found)
    assert found.stop.id not in gone
    if before[0].id not in gone:  # type: ignore[attr-defined]  # a stop
        assert found.stop == before[0]
    found.follow(other)
    check(found)


def test_a_thousand_steps_do_not_keep_one_waiting() -> None:
    view = large_document(1000)
    started = time.perf_counter()
    found = Journey(view, view.streams[0].id)
    made = time.perf_counter() - started
    times = []
    while found.ways:
        started = time.perf_counter()
        found.next()
        found.path  # noqa: B018  # what a ribbon asks for at every stop
        times.append(time.perf_counter() - started)
    assert len(times) == 1003
    # Generous, because tests share the machine: far above what it takes, far below each stop from anew.
    assert made < 0.5
    assert sorted(times)[len(times) // 2] < 0.005
