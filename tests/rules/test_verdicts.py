"""What is allowed, and the reasons why something is not."""

from __future__ import annotations

import pytest

from tests.graph import graph
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Note, Step, Stream
from vsdesigner.rules.verdicts import (
    ALLOWED,
    Verdict,
    can_connect,
    can_delete,
    can_insert,
    can_reverse,
    passage,
)


@pytest.fixture
def view() -> Snapshot:
    return graph("D>a a>b b>V").evolve(
        {
            "other": Stream(id="other"),
            "x": Step(id="x", stream="other", lane="plan"),
            "n": Note(id="n", stream="stream", lane="plan"),
        }
    )


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("D", "b", ""),
        ("a", "V", ""),
        ("b", "a", ""),
        ("a", "b", "connected already"),
        ("a", "a", "leads to another step"),
        ("a", "D", "nothing leads back into it"),
        ("V", "a", "Value is where a stream arrives"),
        ("D", "V", "Between demand and value"),
        ("V", "D", "Value is where"),
        ("a", "x", "within one stream"),
        ("a", "n", "connects demand, steps and value"),
        ("a", "plan", "connects demand, steps and value"),
        ("a", "nothing", "connects demand, steps and value"),
        ("a-main-b", "a", "connects demand, steps and value"),
    ],
)
def test_connecting(view: Snapshot, source: str, target: str, reason: str) -> None:
    verdict = can_connect(view, source, target)
    assert bool(verdict) == (not reason)
    assert reason in verdict.reason
    assert verdict.reason == "" or verdict.reason.endswith(".")


def test_reconnecting_ignores_the_flow_itself(view: Snapshot) -> None:
    assert can_connect(view, "a", "b", ignoring="a-main-b") is ALLOWED
    assert not can_connect(view, "a", "b", ignoring="D-main-a")


@pytest.mark.parametrize(
    ("ids", "reason"),
    [
        (["a"], ""),
        (["a-main-b"], ""),
        (["n", "D"], ""),
        (["D"], "cannot be deleted"),
        (["D", "V"], "cannot be deleted"),
        ([], "Nothing is selected"),
        (["plan"], "Nothing is selected"),
        (["nothing"], "Nothing is selected"),
    ],
)
def test_deleting(view: Snapshot, ids: list[str], reason: str) -> None:
    verdict = can_delete(view, ids)
    assert bool(verdict) == (not reason)
    assert reason in verdict.reason


def test_a_verdict_is_a_yes_or_a_no() -> None:
    assert Verdict(True)
    assert not Verdict(False, "Because.")


@pytest.mark.parametrize(
    ("flow", "step", "reason"),
    [
        ("D-main-a", "b", ""),
        ("a-main-b", "c", ""),
        ("a-main-b", "a", "starts or ends at the step"),
        ("a-main-b", "x", "within one stream"),
        ("a-main-b", "V", "Only a step"),
        ("a", "c", "Only a step"),
    ],
)
def test_inserting(flow: str, step: str, reason: str) -> None:
    view = graph("D>a a>b b>V D>c").evolve(
        {"other": Stream(id="other"), "x": Step(id="x", stream="other", lane="plan")}
    )
    verdict = can_insert(view, flow, step)
    assert bool(verdict) == (not reason)
    assert reason in verdict.reason


def test_inserting_where_a_flow_would_be_doubled() -> None:
    view = graph("D>a a>b b>c c>V a>d c>d")
    assert "connected with one end" in can_insert(view, "a-main-b", "d").reason
    assert can_insert(view, "c-main-V", "b"), "the flow from b to c is gone by then"


@pytest.mark.parametrize(
    ("flow", "reason"),
    [
        ("a-main-b", ""),
        ("b-main-c", "connected already"),
        ("D-main-a", "nothing leads back into it"),
        ("b-main-V", "Value is where"),
        ("a", "Only a flow"),
    ],
)
def test_reversing(flow: str, reason: str) -> None:
    verdict = can_reverse(graph("D>a a>b b>c c<b b>V"), flow)
    assert bool(verdict) == (not reason)
    assert reason in verdict.reason


def test_passing_through() -> None:
    view = graph("D>a a>b b>V D>c c>V c>b")
    assert [flow.id for flow in passage(view, "a") or ()] == ["D-main-a", "a-main-b"]
    assert passage(view, "b") is None
    assert passage(graph("D>a a>V"), "a") is None, "nothing leads from demand to value"
