"""Branches, loops and what comes after value."""

from __future__ import annotations

from tests.analysis.build import ALTERNATIVE, INFORMATION, REWORK, flow, graph
from vsdesigner.analysis.ways import Ways
from vsdesigner.model.records import Flow


def ways(*flows: Flow) -> Ways:
    names = {end for each in flows for end in (each.source, each.target)} - {"demand", "value"}
    return Ways(graph(list(flows), {name: {} for name in sorted(names)}), "stream")


def exits(found: Ways, id: str) -> tuple[list[tuple[str, float | None]], list[tuple[str, float | None]]]:
    branches, loops = found.exits(id)
    return (
        [("+".join(flow.target for flow in branch.flows), branch.share) for branch in branches],
        [(loop.flow.target, loop.share) for loop in loops],
    )


def test_main_flows_are_taken_together() -> None:
    assert exits(ways(flow("a", "b"), flow("a", "c")), "a") == ([("b+c", 1.0)], [])


def test_an_alternative_is_taken_instead() -> None:
    found = ways(flow("a", "b"), flow("a", "c"), flow("a", "d", kind=ALTERNATIVE, share=25.0))
    assert exits(found, "a") == ([("b+c", 0.75), ("d", 0.25)], [])


def test_a_share_that_is_not_said_and_does_not_follow_stays_open() -> None:
    found = ways(flow("a", "b", kind=ALTERNATIVE), flow("a", "c", kind=ALTERNATIVE))
    assert exits(found, "a") == ([("b", None), ("c", None)], [])


def test_rework_takes_its_share_from_the_way_on() -> None:
    found = ways(flow("demand", "a"), flow("a", "b"), flow("b", "c"), flow("b", "a", kind=REWORK, share=20.0))
    assert exits(found, "b") == ([("c", 0.8)], [("a", 0.2)])


def test_rework_without_a_share_takes_what_the_way_on_leaves() -> None:
    found = ways(flow("b", "c", share=90.0), flow("b", "a", kind=REWORK))
    branches, loops = found.exits("b")
    assert branches[0].share == 0.9
    assert abs((loops[0].share or 0) - 0.1) < 1e-9


def test_rework_without_any_share_is_open() -> None:
    found = ways(flow("b", "c"), flow("b", "a", kind=REWORK))
    assert exits(found, "b") == ([("c", 1.0)], [("a", None)])


def test_the_only_way_is_taken_always_even_if_it_goes_back() -> None:
    found = ways(flow("demand", "a"), flow("a", "b"), flow("b", "a"))
    assert exits(found, "b") == ([], [("a", 1.0)])


def test_information_is_no_way() -> None:
    assert exits(ways(flow("a", "b"), flow("a", "c", kind=INFORMATION)), "a") == ([("b", 1.0)], [])


def test_with_a_main_flow_to_value_it_has_arisen() -> None:
    found = ways(flow("demand", "a"), flow("a", "value"), flow("a", "b"), flow("b", "c"))
    assert exits(found, "a") == ([("value", 1.0)], [])
    assert found.after_value == {"b", "c"}
    assert found.before_value == {"demand", "a", "value"}


def test_after_an_early_exit_on_an_alternative_the_stream_goes_on() -> None:
    found = ways(
        flow("demand", "a"), flow("a", "value", kind=ALTERNATIVE), flow("a", "b"), flow("b", "value")
    )
    assert found.after_value == set()


def test_who_leads_to_value() -> None:
    found = ways(
        flow("a", "b"), flow("b", "value"), flow("x", "b", kind=REWORK), flow("y", "b", kind=ALTERNATIVE)
    )
    assert found.leading_to_value == {"a", "b", "y", "value"}


def test_who_is_reached() -> None:
    found = ways(
        flow("demand", "a"),
        flow("a", "b", kind=REWORK),
        flow("b", "c", kind=ALTERNATIVE),
        flow("c", "d", kind=INFORMATION),
    )
    assert found.reached == {"demand", "a", "b", "c"}
