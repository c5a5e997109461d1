"""What is allowed, and the reasons why something is not."""

from __future__ import annotations

import pytest

from tests.graph import graph
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Note, Step, Stream
from vsdesigner.rules.verdicts import ALLOWED, Verdict, can_connect, can_delete


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
