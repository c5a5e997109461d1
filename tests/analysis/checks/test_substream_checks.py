"""Steps that stand for a stream from which one comes back to them."""

from __future__ import annotations

from tests.analysis.build import edited, found, with_changes
from tests.analysis.checks.cases import linked
from vsdesigner.model.records import Step, Stream

CIRCLE = "substream-in-a-circle"


def test_a_step_that_stands_for_its_own_stream() -> None:
    (finding,) = found(linked("stream"), CIRCLE)
    assert (finding.record, finding.field) == ("first", "substream")
    assert finding.text == "Step 1 “Take the order” stands for the stream that it is part of."


def test_two_streams_that_lead_into_each_other() -> None:
    first, inside = found(linked("inner", back="stream"), CIRCLE)
    assert (first.record, inside.record) == ("first", "inside")
    assert first.text == "Step 1 “Take the order” stands for a stream that leads back to the step's own."


def test_a_circle_over_three_streams() -> None:
    view = with_changes(linked("inner", back="deep"), Stream(id="deep", name="Deep", order=2))
    bottom = view.get("inside", Step).model_copy(
        update={"id": "bottom", "stream": "deep", "substream": "stream"}
    )
    view = with_changes(view, bottom)
    assert {finding.record for finding in found(view, CIRCLE)} == {"first", "inside", "bottom"}
    assert found(edited(view, "bottom", substream=""), CIRCLE) == []


def test_a_circle_that_does_not_hold_the_step_is_told_where_it_is() -> None:
    view = linked("inner", back="inner")
    assert [finding.record for finding in found(view, CIRCLE)] == ["inside"]
