"""Steps that are cut off, ways that end too early, flows without purpose."""

from __future__ import annotations

from tests.analysis.build import (
    ALTERNATIVE,
    INFORMATION,
    REWORK,
    flow,
    found,
    graph,
    only,
    sound,
    with_changes,
)
from vsdesigner.analysis.findings import Level
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow

UNREACHED, ENDLESS, DEAD_END, NO_PURPOSE = (
    "step-unreached",
    "path-without-value",
    "dead-end",
    "flow-without-purpose",
)


def stream(*flows: Flow) -> Snapshot:
    """Steps for all ends that the flows name."""
    names = {end for each in flows for end in (each.source, each.target)} - {"demand", "value"}
    return graph(list(flows), {name: {} for name in sorted(names)})


def records(view: Snapshot, check: str) -> list[str]:
    return [finding.record for finding in found(view, check)]


def structure(view: Snapshot) -> list[tuple[str, str]]:
    """All findings of this family."""
    return [
        (check, finding.record)
        for check in (UNREACHED, ENDLESS, DEAD_END, NO_PURPOSE)
        for finding in found(view, check)
    ]


STRAIGHT = (flow("demand", "a"), flow("a", "b"), flow("b", "value"))


def test_a_straight_way_is_fine() -> None:
    assert structure(stream(*STRAIGHT)) == []


def test_a_stream_without_steps_is_not_nagged() -> None:
    assert structure(graph([], {})) == []


# -- reached from demand ------------------------------------------------------------------------------------
def test_a_step_that_demand_does_not_reach() -> None:
    view = stream(*STRAIGHT, flow("x", "b"))
    (finding,) = found(view, UNREACHED)
    assert (finding.record, finding.level) == ("x", Level.ERROR)
    assert finding.text == "No flow leads from demand to Step 3."
    assert structure(view) == [(UNREACHED, "x")]


def test_a_step_that_only_information_gets_to() -> None:
    (finding,) = found(stream(*STRAIGHT, flow("a", "x", kind=INFORMATION), flow("x", "b")), UNREACHED)
    assert finding.text == "Only information gets from demand to Step 3."


def test_a_step_for_corrections_is_reached_by_rework() -> None:
    assert structure(stream(*STRAIGHT, flow("b", "fix", kind=REWORK), flow("fix", "b"))) == []


def test_a_circle_without_demand_is_told_once() -> None:
    (finding,) = found(stream(*STRAIGHT, flow("x", "y"), flow("y", "x")), UNREACHED)
    assert finding.record == "x"
    assert finding.text.endswith("and the one step behind it.")


def test_one_flow_that_is_missing_is_told_once() -> None:
    cut = (flow("x", "y"), flow("y", "review"), flow("y", "improve"), flow("review", "improve"))
    (finding,) = found(stream(*STRAIGHT, *cut), UNREACHED)
    assert finding.record == "x"
    assert finding.text.endswith("and the 3 steps behind it.")


def test_two_beginnings_without_demand_are_both_told() -> None:
    assert records(stream(*STRAIGHT, flow("x", "review"), flow("y", "review")), UNREACHED) == ["x", "y"]


# -- value reached ------------------------------------------------------------------------------------------
def test_no_way_to_value_at_all_is_told_once() -> None:
    view = stream(flow("demand", "a"), flow("a", "b"), flow("b", "c"))
    (finding,) = found(view, ENDLESS)
    assert (finding.record, finding.level) == ("value", Level.ERROR)
    assert finding.text == "The stream has no way from demand to value."
    assert records(view, DEAD_END) == ["c"]


def test_a_main_path_that_ends_before_value() -> None:
    view = stream(*STRAIGHT, flow("a", "x"), flow("x", "y"))
    assert structure(view) == [(ENDLESS, "x"), (DEAD_END, "y")]


def test_a_main_path_that_ends_at_once_is_told_once() -> None:
    assert structure(stream(*STRAIGHT, flow("a", "x"))) == [(ENDLESS, "x")]


def test_a_main_path_that_turns_in_circles() -> None:
    view = stream(*STRAIGHT, flow("a", "x"), flow("x", "y"), flow("y", "x"))
    assert structure(view) == [(ENDLESS, "x")]


def test_steps_may_follow_value() -> None:
    assert structure(stream(*STRAIGHT, flow("b", "review"), flow("review", "improve"))) == []


def test_an_early_exit_does_not_excuse_the_main_path() -> None:
    early = flow("a", "value", kind=ALTERNATIVE, label="at once")
    view = stream(flow("demand", "a"), early, flow("a", "b"), flow("b", "c"))
    assert structure(view) == [(ENDLESS, "b"), (DEAD_END, "c")]


def test_an_early_exit_is_fine() -> None:
    early = flow("a", "value", kind=ALTERNATIVE, label="at once")
    assert structure(stream(*STRAIGHT, early)) == []


def test_a_loop_back_into_the_main_path_is_fine() -> None:
    assert structure(stream(*STRAIGHT, flow("b", "check", kind=REWORK), flow("check", "a"))) == []


# -- dead ends ----------------------------------------------------------------------------------------------
def test_an_alternative_that_just_ends() -> None:
    view = stream(*STRAIGHT, flow("a", "refuse", kind=ALTERNATIVE, label="refused"))
    assert structure(view) == [(DEAD_END, "refuse")]
    (finding,) = found(view, DEAD_END)
    assert (finding.level, finding.text) == (Level.WARNING, "Nothing follows Step 3.")


def test_information_alone_does_not_continue_a_way() -> None:
    view = stream(
        *STRAIGHT,
        flow("a", "refuse", kind=ALTERNATIVE, label="refused"),
        flow("refuse", "b", kind=INFORMATION),
    )
    assert structure(view) == [(DEAD_END, "refuse")]


def test_after_value_information_may_be_all_that_goes_back() -> None:
    assert structure(stream(*STRAIGHT, flow("b", "review"), flow("review", "a", kind=INFORMATION))) == []


def test_what_follows_value_may_end_even_while_demand_does_not_reach_it() -> None:
    cut_off = (flow("x", "y"), flow("y", "value"), flow("y", "review"), flow("review", "improve"))
    assert structure(stream(*STRAIGHT, *cut_off)) == [(UNREACHED, "x")]


def test_a_way_that_demand_does_not_reach_and_that_ends_before_value() -> None:
    view = stream(*STRAIGHT, flow("x", "y"), flow("y", "x", kind=REWORK), flow("y", "z", kind=ALTERNATIVE))
    assert records(view, DEAD_END) == ["z"]
    divided = (flow("y", "value", share=50.0), flow("y", "z", share=50.0))
    assert records(stream(*STRAIGHT, flow("x", "y"), *divided), DEAD_END) == ["z"]


# -- flows without purpose ----------------------------------------------------------------------------------
def test_a_flow_into_its_own_step() -> None:
    finding = only(with_changes(sound(), flow("first", "first")), NO_PURPOSE)
    assert (finding.record, finding.level) == ("first.first", Level.WARNING)
    assert finding.text == "A flow leads from Step 1 “Take the order” straight back to it."


def test_the_same_flow_twice() -> None:
    finding = only(with_changes(sound(), flow("first", "second", id="again")), NO_PURPOSE)
    assert finding.record == "first.second"
    assert finding.text == (
        "The flow from Step 1 “Take the order” to Step 2 “Hand over the laptop” is there twice."
    )


def test_two_kinds_of_flow_between_two_steps_are_fine() -> None:
    assert structure(stream(*STRAIGHT, flow("a", "b", id="told", kind=INFORMATION))) == []
