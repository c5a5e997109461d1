"""Ranges of time that run backwards, and their mend."""

from __future__ import annotations

import pytest

from tests.analysis.build import edited, found, only, sound
from tests.commands.mends.build import by_label
from vsdesigner.model.parts import Duration, LeadTime
from vsdesigner.model.records import Step, Stream

BACKWARDS, SWAP = "time-backwards", "Swap the two bounds"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("process_time", "Step 1 “Take the order” has a process time from more to less: 2 hours (5-1)."),
        ("wait_time", "Step 1 “Take the order” has a wait time from more to less: 2 hours (5-1)."),
    ],
)
def test_a_time_of_a_step(field: str, text: str) -> None:
    view = edited(sound(), "first", **{field: Duration(likely=2.0, minimum=5.0, maximum=1.0)})
    finding = only(view, BACKWARDS)
    assert (finding.record, finding.field, finding.text) == ("first", field, text)
    after = by_label(view, finding, SWAP)
    assert getattr(after.get("first", Step), field) == Duration(likely=2.0, minimum=1.0, maximum=5.0)


def test_both_times_of_a_step_are_two_findings_with_a_mend_each() -> None:
    time = Duration(minimum=5.0, maximum=1.0)
    view = edited(sound(), "first", process_time=time, wait_time=time)
    first, second = found(view, BACKWARDS)
    assert found(by_label(view, second, SWAP), BACKWARDS) == [first]


def test_a_promise() -> None:
    leads = (
        LeadTime(id="good", service_class="Simple", minimum=1.0, maximum=3.0),
        LeadTime(id="bad", service_class="Special", minimum=4.0, maximum=2.0),
    )
    view = edited(sound(), "stream", lead_times=leads)
    finding = only(view, BACKWARDS)
    assert (finding.record, finding.field, finding.part) == ("stream", "lead_times", "bad")
    assert finding.text == (
        "The stream “Order a laptop” promises a lead time from more to less: Special: 4-2 days."
    )
    promises = by_label(view, finding, SWAP).get("stream", Stream).lead_times
    assert [(lead.minimum, lead.maximum) for lead in promises] == [(1.0, 3.0), (2.0, 4.0)]


@pytest.mark.parametrize(
    "time",
    [None, Duration(), Duration(minimum=5.0), Duration(maximum=1.0), Duration(minimum=1.0, maximum=1.0)],
)
def test_open_and_empty_ranges_are_fine(time: Duration | None) -> None:
    assert not found(edited(sound(), "first", process_time=time), BACKWARDS)
