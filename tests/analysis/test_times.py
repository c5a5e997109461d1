"""Durations in hours, and what the times of a stream's steps add up to."""

from __future__ import annotations

import pytest

from tests.analysis.build import ALTERNATIVE, INFORMATION, REWORK, edited, flow, graph, hours
from vsdesigner.analysis.times import Span, in_hours, step_times, stream_times
from vsdesigner.document.snapshot import MissingRecordError, Snapshot
from vsdesigner.model.parts import Calendar, Duration, TimeUnit
from vsdesigner.model.records import Flow


def timed(process: float, wait: float = 0.0, **fields: object) -> dict[str, object]:
    return {"process_time": hours(process), "wait_time": hours(wait), **fields}


# -- durations ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (TimeUnit.MINUTES, 0.05),
        (TimeUnit.HOURS, 3.0),
        (TimeUnit.DAYS, 22.5),
        (TimeUnit.WEEKS, 90.0),
    ],
)
def test_the_calendar_converts(unit: TimeUnit, expected: float) -> None:
    span = in_hours(Duration(likely=3.0, unit=unit), Calendar(hours_per_day=7.5, days_per_week=4.0))
    assert span == pytest.approx((expected, expected, expected))


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        (Duration(minimum=1.0, likely=2.0, maximum=6.0), Span(1, 2, 6)),
        (Duration(minimum=1.0, maximum=3.0), Span(1, 2, 3)),
        (Duration(minimum=4.0), Span(4, 4, 4)),
        (Duration(maximum=4.0), Span(4, 4, 4)),
        (Duration(likely=2.0, maximum=5.0), Span(2, 2, 5)),
        (Duration(minimum=3.0, likely=2.0, maximum=1.0), Span(2, 2, 2)),  # bounds that make no sense
        (Duration(), None),
        (None, None),
    ],
)
def test_ranges(duration: Duration | None, expected: Span | None) -> None:
    assert in_hours(duration, Calendar()) == expected


def test_a_step_s_lead_time_is_process_and_wait_time() -> None:
    view = graph(
        [], {"a": {"process_time": hours(2), "wait_time": hours(6)}, "b": {"wait_time": hours(1)}, "c": {}}
    )
    leads = [step_times(step, Calendar()).lead for step in view.steps("stream")]
    assert leads == [Span(8, 8, 8), Span(1, 1, 1), None]


# -- worked cases -------------------------------------------------------------------------------------------
LINEAR = {
    "a": timed(2, 6, complete_and_accurate=90.0),
    "b": timed(4, 20, complete_and_accurate=80.0),
    "c": timed(1, 7, complete_and_accurate=95.0),
}
LINE = [flow("demand", "a"), flow("a", "b"), flow("b", "c"), flow("c", "value")]


def test_one_way() -> None:
    times = stream_times(graph(LINE, LINEAR), "stream")
    assert times.path == ("a", "b", "c")
    assert (times.process.likely, times.wait.likely, times.lead.likely) == (7, 33, 40)
    assert times.efficiency == pytest.approx(0.175)
    assert times.rolled_quality == pytest.approx(0.684)
    assert (times.shortest, times.longest, times.expected, times.effort) == (40, 40, 40, 7)
    assert times.complete
    assert times.untimed == times.after_value == times.open_choices == times.open_loops == ()


PARALLEL = [
    flow("demand", "a"),
    flow("a", "b1"),
    flow("a", "b2"),
    flow("b1", "c"),
    flow("b2", "c"),
    flow("c", "value"),
]


def test_branches_that_are_all_needed() -> None:
    steps = {"a": timed(2, 6), "b1": timed(4, 20), "b2": timed(8, 4), "c": timed(1, 7)}
    times = stream_times(graph(PARALLEL, steps), "stream")
    assert times.path == ("a", "b1", "c")
    assert (times.lead.likely, times.process.likely, times.effort) == (40, 7, 15)
    assert times.efficiency == pytest.approx(0.175)
    assert (times.shortest, times.longest, times.expected) == (40, 40, 40)


def test_the_longest_of_several_branches_counts_wherever_it_stands() -> None:
    steps = {"a": timed(2, 6), "b1": timed(1), "b2": timed(4, 20), "c": timed(1, 7)}
    times = stream_times(graph(PARALLEL, steps), "stream")
    assert times.path == ("a", "b2", "c")
    assert (times.shortest, times.longest, times.expected) == (40, 40, 40)


def test_less_than_an_hour_has_an_efficiency_too() -> None:
    view = graph([flow("demand", "a"), flow("a", "value")], {"a": timed(0.25, 0.25)})
    assert stream_times(view, "stream").efficiency == 0.5


def early_exit(first: dict[str, object], second: dict[str, object]) -> Snapshot:
    flows = [
        flow("demand", "a"),
        flow("a", "value", **first),
        flow("a", "b", **second),
        flow("b", "c"),
        flow("c", "value"),
    ]
    return graph(flows, {"a": timed(8), "b": timed(24), "c": timed(8)})


@pytest.mark.parametrize(
    ("first", "second", "path"),
    [
        ({"share": 70.0}, {"share": 30.0}, ("a",)),
        ({"share": 70.0, "kind": ALTERNATIVE}, {"share": 30.0}, ("a", "b", "c")),
        ({"share": 70.0, "kind": ALTERNATIVE}, {}, ("a", "b", "c")),
        ({"share": 70.0, "kind": ALTERNATIVE}, {"share": 30.0, "kind": ALTERNATIVE}, ("a",)),
        ({}, {"share": 30.0, "kind": ALTERNATIVE}, ("a",)),
    ],
)
def test_an_early_exit(first: dict[str, object], second: dict[str, object], path: tuple[str, ...]) -> None:
    times = stream_times(early_exit(first, second), "stream")
    assert (times.shortest, times.longest) == (8, 40)
    assert times.expected == pytest.approx(17.6)
    assert times.path == path
    assert times.lead.likely == {1: 8, 3: 40}[len(path)]


# -- choices and loops --------------------------------------------------------------------------------------
def test_a_choice_without_shares_has_no_expected_time() -> None:
    times = stream_times(early_exit({"kind": ALTERNATIVE}, {}), "stream")
    assert (times.shortest, times.longest, times.expected) == (8, 40, None)
    assert times.open_choices == ("a",)


def test_shares_that_make_no_whole_have_no_expected_time() -> None:
    times = stream_times(early_exit({"share": 70.0}, {"share": 10.0}), "stream")
    assert (times.expected, times.open_choices) == (None, ("a",))


def test_a_single_way_that_not_everything_takes_has_no_expected_time() -> None:
    view = graph([flow("demand", "a"), flow("a", "value", share=60.0)], {"a": timed(5)})
    times = stream_times(view, "stream")
    assert (times.expected, times.open_choices, times.longest) == (None, ("a",), 5)


def test_a_step_that_is_done_again_at_once() -> None:
    flows = [flow("demand", "a"), flow("a", "a", kind=REWORK, share=50.0), flow("a", "value")]
    assert stream_times(graph(flows, {"a": timed(5)}), "stream").expected == pytest.approx(10)


def test_rework_is_walked_again_and_again() -> None:
    times = stream_times(graph([*LINE, flow("c", "a", kind=REWORK, share=20.0)], LINEAR), "stream")
    assert times.expected == pytest.approx(40 / (1 - 0.2))
    assert (times.shortest, times.longest, times.lead.likely) == (40, 40, 40)
    assert times.open_loops == ()


def test_several_loops() -> None:
    """Visits from the inverse of I − Q: a 1/0.63, b 0.7 of that … computed by hand below."""
    flows = [*LINE, flow("b", "a", kind=REWORK, share=10.0), flow("c", "b", kind=REWORK, share=30.0)]
    times = stream_times(graph(flows, LINEAR), "stream")
    # v_a = 1 + 0.1 v_b; v_b = v_a + 0.3 v_c; v_c = 0.9 v_b
    v_b = 1 / (1 - 0.1 - 0.27)
    assert times.expected == pytest.approx(8 * (1 + 0.1 * v_b) + 24 * v_b + 8 * 0.9 * v_b)


def test_rework_beside_branches_that_are_all_needed() -> None:
    steps = {"a": timed(2, 6), "b1": timed(4, 20), "b2": timed(8, 4), "c": timed(1, 7)}
    times = stream_times(graph([*PARALLEL, flow("c", "a", kind=REWORK, share=50.0)], steps), "stream")
    assert times.expected == pytest.approx(80)


def test_a_step_of_its_own_for_corrections() -> None:
    flows = [*LINE, flow("c", "fix", kind=REWORK, share=50.0), flow("fix", "c")]
    times = stream_times(graph(flows, {**LINEAR, "fix": timed(3)}), "stream")
    assert times.expected == pytest.approx(8 + 24 + 2 * 8 + 3)
    assert times.path == ("a", "b", "c")
    assert times.effort == 10


def test_a_loop_without_a_share_is_walked_once_and_named() -> None:
    times = stream_times(graph([*LINE, flow("c", "a", kind=REWORK)], LINEAR), "stream")
    assert (times.expected, times.open_loops) == (40, ("c.a",))


def test_a_main_flow_that_goes_back_is_a_loop_too() -> None:
    flows = [*LINE[:3], flow("c", "value", share=75.0), flow("c", "a", share=25.0)]
    times = stream_times(graph(flows, LINEAR), "stream")
    assert times.expected == pytest.approx(40 / 0.75)
    assert times.path == ("a", "b", "c")


def test_a_detour_that_leads_back_by_main_flows() -> None:
    flows = [*LINE, flow("c", "x", kind=ALTERNATIVE, share=50.0), flow("x", "b")]
    times = stream_times(graph(flows, {**LINEAR, "x": timed(2)}), "stream")
    assert times.path == ("a", "b", "c")
    assert times.longest == 40
    assert times.expected == pytest.approx(8 + 2 * 32 + 2)


def test_a_loop_that_never_ends() -> None:
    flows = [*LINE[:3], flow("c", "value", share=0.0), flow("c", "a", kind=REWORK, share=100.0)]
    assert stream_times(graph(flows, LINEAR), "stream").expected is None


def test_what_is_refused_does_not_count_for_the_way_to_value() -> None:
    refused = flow("a", "x", kind=ALTERNATIVE, share=50.0, label="refused")
    times = stream_times(graph([*LINE, refused], {**LINEAR, "x": timed(100)}), "stream")
    assert (times.longest, times.expected) == (40, 40)


def test_what_is_refused_without_shares_leaves_the_choice_open() -> None:
    flows = [
        *LINE,
        flow("a", "x", kind=ALTERNATIVE, label="refused"),
        flow("a", "c", kind=ALTERNATIVE, label="urgent"),
    ]
    times = stream_times(graph(flows, {**LINEAR, "x": timed(100)}), "stream")
    assert (times.shortest, times.longest, times.expected) == (16, 40, None)
    assert times.open_choices == ("a",)


def test_information_takes_no_time() -> None:
    times = stream_times(graph([*LINE, flow("c", "a", kind=INFORMATION, share=50.0)], LINEAR), "stream")
    assert (times.expected, times.open_loops) == (40, ())


def test_three_thirds_are_a_whole() -> None:
    def third(target: str, label: str) -> Flow:
        return flow("a", target, share=33.3, label=label)

    flows = [
        flow("demand", "a"),
        third("b", "1"),
        third("c", "2"),
        third("value", "3"),
        flow("b", "value"),
        flow("c", "value"),
    ]
    times = stream_times(graph(flows, {"a": timed(1), "b": timed(3), "c": timed(6)}), "stream")
    assert times.expected == pytest.approx(1 + 3, abs=0.01)


# -- value and after ----------------------------------------------------------------------------------------
def test_what_follows_value_does_not_lengthen_the_way_to_it() -> None:
    flows = [*LINE, flow("c", "review"), flow("review", "value")]
    times = stream_times(graph(flows, {**LINEAR, "review": timed(50)}), "stream")
    assert times.after_value == ("review",)
    assert (times.lead.likely, times.longest, times.effort) == (40, 40, 7)


def test_while_nothing_leads_to_value_the_way_ends_where_the_stream_ends() -> None:
    times = stream_times(graph(LINE[:3], LINEAR), "stream")
    assert not times.complete
    assert times.path == ("a", "b", "c")
    assert times.lead.likely == 40


def test_a_step_that_demand_does_not_reach_does_not_count() -> None:
    times = stream_times(graph([*LINE, flow("x", "c")], {**LINEAR, "x": timed(500)}), "stream")
    assert (times.longest, times.effort, times.after_value) == (40, 7, ())


def test_an_empty_stream_takes_no_time() -> None:
    times = stream_times(graph([], {}), "stream")
    assert (times.path, times.lead.likely, times.efficiency, times.rolled_quality) == ((), 0, None, None)
    assert not times.complete


def test_a_stream_without_demand_takes_no_time() -> None:
    view = graph(LINE, LINEAR).evolve({"demand": None, "demand.a": None})
    assert stream_times(view, "stream").path == ()


def test_there_must_be_such_a_stream() -> None:
    with pytest.raises(MissingRecordError):
        stream_times(graph([], {}), "other")


def test_steps_without_times_are_named() -> None:
    view = edited(
        edited(graph(LINE, LINEAR), "b", process_time=None, wait_time=None), "b", complete_and_accurate=None
    )
    times = stream_times(view, "stream")
    assert times.untimed == ("b",)
    assert times.lead.likely == 16
    assert times.rolled_quality == pytest.approx(0.9 * 0.95)


def test_bounds_add_up_along_the_path() -> None:
    days = Duration(minimum=1.0, likely=2.0, maximum=4.0, unit=TimeUnit.DAYS)
    times = stream_times(edited(graph(LINE, LINEAR), "b", process_time=days), "stream")
    assert times.process == Span(11, 19, 35)
    assert times.lead == Span(44, 52, 68)
