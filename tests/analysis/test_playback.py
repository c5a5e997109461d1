"""What a walk takes: times that add up to those of the stream, and hands that change."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from tests.analysis.build import ALTERNATIVE, REWORK, STREAM, edited, flow, graph, hours, marks
from tests.strategies import documents
from vsdesigner.analysis.journey import Journey
from vsdesigner.analysis.playback import HandOver, Timeline, Totals, timeline
from vsdesigner.analysis.times import stream_times
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Calendar, Duration, Task, TimeUnit
from vsdesigner.model.records import Flow, Role


def document(flows: list[Flow], **amounts: tuple[float, float]) -> Snapshot:
    """Steps with process and wait hours."""
    return graph(
        flows,
        {
            id: {"process_time": hours(process), "wait_time": hours(wait)}
            for id, (process, wait) in amounts.items()
        },
    )


def played(view: Snapshot) -> Timeline:
    return timeline(Journey(view, STREAM))


def chain(*ids: str) -> list[Flow]:
    ends = ("demand", *ids, "value")
    return [flow(source, target) for source, target in pairwise(ends)]


def counted(found: Timeline) -> str:
    return " ".join(leg.id for leg in found.legs if leg.counted)


def test_times_add_up_step_by_step() -> None:
    found = played(document(chain("a", "b"), a=(1, 2), b=(3, 4)))
    assert [(leg.id, leg.flow) for leg in found.legs] == [
        ("demand", ""),
        ("a", "demand.a"),
        ("b", "a.b"),
        ("value", "b.value"),
    ]
    assert [leg.totals for leg in found.legs] == [
        Totals(0, 0),
        Totals(1, 2),
        Totals(4, 6),
        Totals(4, 6),
    ]
    assert found.totals(1).lead == 3
    assert found.totals(-1) == Totals()
    assert found.totals(99) == Totals(4, 6)


def test_times_are_in_working_hours_of_the_stream() -> None:
    view = document(chain("a"), a=(0, 0))
    view = edited(view, "a", process_time=Duration(likely=2, unit=TimeUnit.DAYS))
    view = edited(view, STREAM, calendar=Calendar(hours_per_day=7.0))
    assert played(view).totals(99) == Totals(14.0, 0)


def test_a_step_without_times_adds_none_and_says_so() -> None:
    view = edited(document(chain("a", "b"), a=(0, 0), b=(2, 2)), "a", process_time=None, wait_time=None)
    first, second = played(view).legs[1:3]
    assert (first.process, first.wait, first.share, first.counted) == (None, None, None, True)
    assert (second.process, second.wait, second.share) == (2.0, 2.0, 1.0)


def test_the_longest_step_is_the_measure() -> None:
    legs = played(document(chain("a", "b", "c"), a=(1, 0), b=(3, 1), c=(0, 0))).legs
    assert [leg.share for leg in legs] == [None, 0.25, 1.0, 0.0, None]
    assert [leg.share for leg in played(document(chain("a"), a=(0, 0))).legs] == [None, 0.0, None]


@pytest.mark.parametrize(("b", "c", "expected"), [(5, 2, "b"), (2, 5, "c"), (3, 3, "b")])
def test_side_by_side_the_longest_counts(b: float, c: float, expected: str) -> None:
    flows = [*chain("a", "b", "d"), flow("a", "c"), flow("c", "d")]
    view = document(flows, a=(1, 0), b=(b, 0), c=(c, 0), d=(1, 0))
    found = played(view)
    assert [leg.id for leg in found.legs] == ["demand", "a", "b", "c", "d", "value"]
    assert counted(found) == f"demand a {expected} d value"
    assert found.legs[-1].totals.process == stream_times(view, STREAM).process.likely


def test_what_runs_beside_and_leads_nowhere_does_not_count() -> None:
    view = document([*chain("a", "b"), flow("a", "c")], a=(1, 0), b=(1, 0), c=(9, 9))
    assert counted(played(view)) == "demand a b value"


def test_after_value_nothing_counts() -> None:
    flows = [*chain("a"), flow("a", "b"), flow("b", "value")]
    view = document(flows, a=(1, 1), b=(5, 5))
    found = played(view)
    assert [leg.id for leg in found.legs] == ["demand", "a", "value", "b", "value"]
    assert found.totals(99) == Totals(1, 1)
    assert [found.end(place) for place in (-1, 0, 1, 2, 3, 4)] == [2, 2, 2, 4, 4, 5]


def test_what_was_chosen_counts_as_it_was_walked() -> None:
    flows = [
        *chain("a", "b"),
        flow("a", "c", kind=ALTERNATIVE),
        flow("c", "b"),
        flow("b", "a", kind=REWORK),
    ]
    view = document(flows, a=(1, 0), b=(10, 0), c=(100, 0))
    journey = Journey(view, STREAM)
    journey.go_to("a")
    journey.next(1)
    assert timeline(journey).totals(99) == Totals(111, 0)
    journey.next()
    journey.next(1)
    assert journey.stop.id == "a"
    found = timeline(journey)
    assert [leg.id for leg in found.legs] == ["demand", "a", "c", "b", "a", "b", "value"]
    assert found.totals(99) == Totals(122, 0)
    assert found.totals(journey.place - 1) == Totals(111, 0)


def test_a_stream_without_demand_or_value_has_its_times_too() -> None:
    view = document(chain("a", "b"), a=(1, 2), b=(3, 4))
    bare = view.evolve(dict.fromkeys(("demand", "value", "demand.a", "b.value")))
    assert played(bare).totals(99) == Totals(4, 6)
    assert timeline(Journey(Snapshot(), STREAM)).legs == ()
    assert timeline(Journey(Snapshot(), STREAM)).totals(5) == Totals()


# -- hands ------------------------------------------------------------------------------------------------
def with_roles(view: Snapshot) -> Snapshot:
    roles = [Role(id=id, name=id.title()) for id in ("ada", "bob", "cy")]
    return view.evolve({role.id: role for role in roles})


def hands(found: Timeline) -> list[str]:
    return [
        f"{leg.id}: {leg.hand_over.giver} -> {leg.hand_over.taker}" for leg in found.legs if leg.hand_over
    ]


def test_the_work_changes_hands() -> None:
    steps = {
        "a": {"raci": marks(ada="R", cy="A")},
        "b": {"raci": marks(bob="R", cy="A")},
        "c": {"raci": marks(cy="A")},
        "d": {"raci": marks(cy="A_R", ada="R")},
        "e": {},
        "f": {"raci": marks(ada="R")},
        "g": {"raci": marks(bob="C")},
        "h": {"tasks": (Task(id="t", text="Do", raci=marks(bob="R")),), "raci": marks(ada="A")},
    }
    found = played(with_roles(graph(chain(*"abcdefgh"), steps)))
    assert hands(found) == ["b: Ada -> Bob", "c: Bob -> Cy", "h: Ada -> Bob"]
    assert found.legs[2].hand_over == HandOver("Ada", "Bob")
    assert found.totals(99).hand_overs == 3
    assert found.totals(2).hand_overs == 1


def test_who_is_not_known_any_more_does_no_work() -> None:
    steps = {"a": {"raci": marks(ada="R")}, "b": {"raci": marks(gone="R", bob="A")}}
    assert hands(played(with_roles(graph(chain("a", "b"), steps)))) == ["b: Ada -> Bob"]


def test_side_by_side_hands_change_along_the_lines() -> None:
    steps = {
        "a": {"raci": marks(ada="R")},
        "b": {"raci": marks(bob="R")},
        "c": {"raci": marks(ada="R")},
        "d": {"raci": marks(ada="R")},
    }
    flows = [*chain("a", "b", "d"), flow("a", "c"), flow("c", "d")]
    assert hands(played(with_roles(graph(flows, steps)))) == ["b: Ada -> Bob"]


def test_after_value_hand_overs_are_told_and_not_counted() -> None:
    steps = {"a": {"raci": marks(ada="R")}, "b": {"raci": marks(bob="R")}}
    found = played(with_roles(graph([*chain("a"), flow("a", "b")], steps)))
    assert hands(found) == ["b: Ada -> Bob"]
    assert found.totals(99).hand_overs == 0


@given(documents(edits=15, unknown=False))
def test_the_main_path_takes_what_the_stream_takes(view: Snapshot) -> None:
    for stream in view.streams:
        found = timeline(Journey(view, stream.id))
        times = stream_times(view, stream.id)
        assert len(found.legs) == len(Journey(view, stream.id).path)
        if times.complete:
            assert found.totals(10**6).process == pytest.approx(times.process.likely)
            assert found.totals(10**6).wait == pytest.approx(times.wait.likely)


def test_a_stream_that_is_no_record_has_the_usual_calendar() -> None:
    view = document(chain("a"), a=(1, 0)).evolve({STREAM: None})
    assert view.find(STREAM) is None
    assert timeline(Journey(view, STREAM)).totals(99) == Totals(1, 0)
