"""Steps without tasks and practices, and steps of one name."""

from __future__ import annotations

from tests.analysis.build import edited, found, only, sound
from vsdesigner.analysis.findings import Level
from vsdesigner.model.parts import Task


def test_a_step_without_tasks() -> None:
    finding = only(edited(sound(), "first", tasks=()), "step-without-tasks")
    assert (finding.record, finding.field, finding.level) == ("first", "tasks", Level.HINT)
    assert finding.text == "Step 1 “Take the order” has no actions or tasks."


def test_empty_lines_are_no_tasks() -> None:
    assert found(edited(sound(), "first", tasks=(Task(id="t", text=" "),)), "step-without-tasks")


def test_a_step_without_practices() -> None:
    finding = only(edited(sound(), "second", practices=()), "step-without-practices")
    assert (finding.record, finding.field, finding.level) == ("second", "practices", Level.HINT)


def test_a_step_that_stands_for_another_stream_is_described_there() -> None:
    view = edited(sound(), "first", tasks=(), practices=(), substream="stream")
    assert not found(view, "step-without-tasks")
    assert not found(view, "step-without-practices")


def test_two_steps_of_one_name_in_one_activity() -> None:
    finding = only(edited(sound(), "second", name="take  the Order."), "same-step-name")
    assert (finding.record, finding.field, finding.level) == ("second", "name", Level.HINT)
    assert finding.text == "Step 2 “take the Order.” has the same name and activity as step 1."


def test_the_same_name_in_another_activity_is_fine() -> None:
    assert not found(edited(sound(), "second", name="Take the order", lane="plan"), "same-step-name")


def test_steps_without_names_are_not_the_same() -> None:
    view = edited(edited(sound(), "second", name=""), "first", name="")
    assert not found(view, "same-step-name")
