"""The lead time of the steps against the promised one."""

from __future__ import annotations

import pytest

from tests.analysis.build import edited, found, hours, only, sound, with_changes
from vsdesigner.analysis.findings import Level
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import LeadTime, TimeUnit

OUTSIDE = "lead-time-outside-promise"

Bounds = tuple[float | None, float | None]


def promised(first: float | None, second: float | None, *promises: Bounds) -> Snapshot:
    """Hours of the two steps; promises in days of eight hours."""
    view = edited(
        sound(),
        "stream",
        lead_times=tuple(
            LeadTime(id=f"lead-{index}", service_class=f"Class {index}", minimum=low, maximum=high)
            for index, (low, high) in enumerate(promises, 1)
        ),
    )
    for id, amount in (("first", first), ("second", second)):
        view = edited(view, id, process_time=None if amount is None else hours(amount))
    return view


def test_longer_than_promised() -> None:
    finding = only(promised(10, 15, (1.0, 3.0)), OUTSIDE)
    assert (finding.record, finding.field, finding.level) == ("stream", "lead_times", Level.WARNING)
    assert finding.text == (
        "The stream “Order a laptop” takes 25 working hours on its main way,"
        " more than it promises at most (Class 1: 1-3 days)."
    )


def test_shorter_than_promised() -> None:
    assert only(promised(1, 2.5, (2.0, 4.0), (1.0, 3.0)), OUTSIDE).text == (
        "The stream “Order a laptop” takes 3.5 working hours on its main way,"
        " less than it promises at least (Class 2: 1-3 days)."
    )


def test_shorter_than_a_promise_that_is_open_upwards() -> None:
    assert only(promised(1, 2, (1.0, None)), OUTSIDE).text.endswith(
        "less than it promises at least (Class 1: from 1 day)."
    )


def test_a_way_that_does_not_reach_value_yet_is_not_measured() -> None:
    view = with_changes(promised(10, 15, (1.0, 3.0)), gone=("second.value",))
    assert not found(view, OUTSIDE)


@pytest.mark.parametrize(
    ("first", "second", "promises"),
    [
        (10.0, 14.0, [(1.0, 3.0)]),  # exactly at the bound
        (10.0, 20.0, [(1.0, 3.0), (2.0, 5.0)]),  # within the wider class
        (10.0, 20.0, [(1.0, 3.0), (5.0, None)]),  # one class is open upwards
        (1.0, 2.0, [(None, 3.0)]),
        (1.0, None, [(1.0, 3.0)]),  # a step that says no time may well take the rest
        (None, None, [(1.0, 3.0)]),
        (10.0, 20.0, [(None, None)]),
        (10.0, 20.0, []),
    ],
)
def test_within_the_promise(first: float | None, second: float | None, promises: list[Bounds]) -> None:
    assert not found(promised(first, second, *promises), OUTSIDE)


def test_the_calendar_decides() -> None:
    view = promised(10, 15, (1.0, 3.0))
    assert not found(edited(view, "stream", calendar={"hours_per_day": 24.0, "days_per_week": 7.0}), OUTSIDE)


def test_weeks_are_working_weeks() -> None:
    view = promised(40, 41, (1.0, 3.0))
    week = LeadTime(id="w", minimum=1.0, maximum=2.0, unit=TimeUnit.WEEKS)
    assert found(edited(view, "stream", lead_times=(week,)), OUTSIDE)
    assert not found(
        edited(edited(view, "stream", lead_times=(week,)), "second", process_time=hours(40)), OUTSIDE
    )
