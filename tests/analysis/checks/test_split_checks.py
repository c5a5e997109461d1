"""Labels and shares where a stream divides."""

from __future__ import annotations

import pytest

from tests.analysis.build import ALTERNATIVE, REWORK, flow, found, graph
from vsdesigner.analysis.findings import Level
from vsdesigner.document.snapshot import Snapshot

UNLABELLED, SHARES = "alternative-without-label", "shares-not-whole"


def two_ways(first: dict[str, object], second: dict[str, object]) -> Snapshot:
    return graph(
        [
            flow("demand", "a"),
            flow("a", "b", **first),
            flow("a", "c", **second),
            flow("b", "value"),
            flow("c", "value"),
        ],
        {"a": {"name": "Decide"}, "b": {}, "c": {}},
    )


# -- labels -------------------------------------------------------------------------------------------------
def test_an_alternative_without_a_label() -> None:
    (finding,) = found(two_ways({}, {"kind": ALTERNATIVE}), UNLABELLED)
    assert (finding.record, finding.field, finding.level) == ("a.c", "label", Level.WARNING)
    assert finding.text == "The flow from Step 1 “Decide” to Step 3 does not say when it is taken."


def test_an_alternative_with_a_label_beside_the_main_way() -> None:
    assert not found(two_ways({}, {"kind": ALTERNATIVE, "label": "urgent"}), UNLABELLED)


def test_two_alternatives_need_two_labels() -> None:
    view = two_ways({"kind": ALTERNATIVE, "label": " "}, {"kind": ALTERNATIVE})
    assert [finding.record for finding in found(view, UNLABELLED)] == ["a.b", "a.c"]


def test_shares_make_a_choice_of_main_flows_too() -> None:
    view = two_ways({"share": 70.0}, {"share": 30.0})
    assert [finding.record for finding in found(view, UNLABELLED)] == ["a.c"]
    assert not found(two_ways({"share": 70.0}, {"share": 30.0, "label": "urgent"}), UNLABELLED)


def test_main_flows_side_by_side_need_no_labels() -> None:
    assert not found(two_ways({}, {}), UNLABELLED)


def test_a_single_alternative_is_no_choice() -> None:
    view = graph([flow("demand", "a"), flow("a", "value", kind=ALTERNATIVE)], {"a": {}})
    assert not found(view, UNLABELLED)


# -- shares -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("first", "second", "total"),
    [
        ({"share": 70.0}, {"share": 20.0}, "90"),
        ({"share": 70.0}, {"share": 40.5}, "110.5"),
        ({"share": 70.0}, {"share": 20.0, "kind": ALTERNATIVE}, "90"),
        ({"share": 70.0}, {"share": 20.0, "kind": REWORK}, "90"),
        ({"share": 100.0}, {"share": 20.0, "kind": ALTERNATIVE}, "120"),
        ({"share": 33.0}, {"share": 66.0}, "99"),
    ],
)
def test_shares_that_do_not_make_a_whole(
    first: dict[str, object], second: dict[str, object], total: str
) -> None:
    (finding,) = found(two_ways(first, second), SHARES)
    assert (finding.record, finding.field, finding.level) == ("a.b", "share", Level.WARNING)
    assert finding.text == f"The shares of the flows out of Step 1 “Decide” make {total} % together."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"share": 70.0}, {"share": 30.0}),
        ({"share": 70.0}, {}),  # the other way takes the rest
        ({"share": 80.0}, {"share": 20.0, "kind": REWORK}),
        ({}, {"share": 20.0, "kind": REWORK}),
        ({"share": 100.0}, {"share": 100.0}),  # side by side
        ({"share": 33.3}, {"share": 66.6}),
        ({}, {}),
    ],
)
def test_shares_that_are_fine(first: dict[str, object], second: dict[str, object]) -> None:
    assert not found(two_ways(first, second), SHARES)


def test_the_share_of_a_single_flow() -> None:
    flows = [flow("demand", "a"), flow("a", "value", share=60.0)]
    assert [finding.record for finding in found(graph(flows, {"a": {}}), SHARES)] == ["a.value"]


def test_information_takes_no_share() -> None:
    assert not found(two_ways({"share": 100.0}, {"kind": "information", "share": 50.0}), SHARES)


def test_demand_divides_too() -> None:
    flows = [flow("demand", "a", share=50.0), flow("demand", "b", share=40.0, label="other")]
    (finding,) = found(graph([*flows, flow("a", "value"), flow("b", "value")], {"a": {}, "b": {}}), SHARES)
    assert finding.text == "The shares of the flows out of demand make 90 % together."
