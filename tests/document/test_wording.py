"""How lists, times, tools, mappings and notes read, wherever they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from tests.exchange.sample import StepSketch, laptop, sketched, with_extras
from vsdesigner.document import wording
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import speaking
from vsdesigner.model.parts import Calendar, Duration, LeadTime, RaciMark, Task, TimeUnit, ToolUse


@pytest.mark.parametrize(
    ("minimum", "maximum", "text"),
    [
        (1.0, 3.0, "1-3"),
        (2.0, 2.0, "2"),
        (0.5, None, "from 0.5"),
        (None, 12.25, "up to 12.25"),
        (None, None, ""),
    ],
)
def test_a_range(minimum: float | None, maximum: float | None, text: str) -> None:
    assert wording.range_text(minimum, maximum) == text


@pytest.mark.parametrize(
    ("lead", "text"),
    [
        (LeadTime.new("Simple", 1.0, 3.0, TimeUnit.DAYS), "Simple: 1-3 days"),
        (LeadTime.new("Simple", 1.0, 1.0, TimeUnit.WEEKS), "Simple: 1 week"),
        (LeadTime.new("", None, 2.0, TimeUnit.HOURS), "up to 2 hours"),
        (LeadTime.new("Simple", None, None, TimeUnit.DAYS), "Simple"),
    ],
)
def test_a_lead_time(lead: LeadTime, text: str) -> None:
    assert wording.lead_time_text(lead) == text


def test_a_duration() -> None:
    assert wording.duration_text(None) == ""
    assert wording.duration_text(Duration(likely=1.0, unit=TimeUnit.HOURS)) == "1 hour"
    spread = Duration(likely=2.0, minimum=1.0, maximum=5.0, unit=TimeUnit.DAYS)
    assert wording.duration_text(spread) == "2 days (1-5)"
    assert wording.duration_text(spread, short=True) == "2 d"


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (0.5166666, "31 minutes"),
        (1 / 60, "1 minute"),
        (1.0, "1 hour"),
        (4.25, "4.25 hours"),
        (0.0, "0 hours"),
        (15.0, "15 hours"),
        (16.0, "2 days"),
        (17.0, "2 days 1 hour"),
        (23.8, "3 days"),
        (27.5, "3 days 4 hours"),
        (79.6, "10 days"),
        (515.0, "64 days"),
    ],
)
def test_working_hours_in_the_unit_that_fits(hours: float, text: str) -> None:
    assert wording.hours_text(hours, Calendar()) == text


def test_a_day_has_the_hours_of_the_calendar() -> None:
    assert wording.hours_text(15.0, Calendar(hours_per_day=6.0)) == "2 days 3 hours"
    assert wording.hours_text(24.0, Calendar(hours_per_day=7.5)) == "3 days 2 hours"


def test_a_date_has_one_form() -> None:
    assert wording.date_text(date(2026, 11, 22)) == "22 November 2026"


def test_words_of_another_language() -> None:
    words = {"up to {most}": "bis {most}", "hours": "Stunden", "1.5": "1,5", "e.g.,": "z. B."}
    with speaking(words):
        assert wording.lead_time_text(LeadTime.new("", None, 2.5, TimeUnit.HOURS)) == "bis 2,5 Stunden"
        assert wording.duration_text(Duration(likely=2.5, unit=TimeUnit.DAYS)) == "2,5 days"
    assert wording.range_text(None, 2.5) == "up to 2.5"


def test_tasks_stand_on_lines_of_their_own() -> None:
    tasks = [Task.new("First"), Task.new("Below", 1), Task.new("Two\nlines")]
    assert list(wording.task_lines(tasks)) == ["– First", "    – Below", "– Two lines"]


def test_a_list_in_one_cell() -> None:
    assert wording.list_text([]) == ""
    assert wording.list_text(["a", "b\nc"]) == "– a\n– b c"


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([4], "4"),
        ([3, 5], "3 and 5"),
        ([1, 2, 4], "1, 2 and 4"),
        ([1, 2, 3, 4, 7, 9], "1 to 4, 7 and 9"),
        ([1, 2, 3], "1 to 3"),
    ],
)
def test_numbers_in_words(numbers: Sequence[int], text: str) -> None:
    assert wording.numbers_text(numbers) == text


def _visits(*facets: str) -> Snapshot:
    return sketched([StepSketch(f"Step {facet}", "design_and_transition", facet=facet) for facet in facets])


@pytest.mark.parametrize(
    ("facets", "note"),
    [
        (
            ("design", "transition"),
            "Steps 1 and 2 come back to Design and Transition: first for Design, then for Transition.",
        ),
        (("", ""), "Steps 1 and 2 come back to Design and Transition."),
        (
            ("design", "design"),
            "Steps 1 and 2 come back to Design and Transition, each time for Design.",
        ),
        (
            ("", "design", "transition"),
            "Steps 1 to 3 come back to Design and Transition: "
            "first for all of it, then for Design, then for Transition.",
        ),
        (
            ("design", "transition", "transition"),
            "Steps 1 to 3 come back to Design and Transition: first for Design, then for Transition.",
        ),
        (
            ("design", "transition", "design", "design", "design"),
            "Steps 1 to 5 come back to Design and Transition: 1 and 3 to 5 for Design; 2 for Transition.",
        ),
    ],
)
def test_a_note_says_which_steps_come_back_and_what_for(facets: Sequence[str], note: str) -> None:
    view = _visits(*facets)
    assert wording.return_notes(view, view.streams[0].id) == [note]


def test_notes_stand_in_the_order_of_the_activities_and_only_for_repeated_ones() -> None:
    lanes = ("improve", "engage", "plan", "engage", "improve")
    view = sketched([StepSketch(f"Step {index}", lane) for index, lane in enumerate(lanes)])
    assert wording.return_notes(view, view.streams[0].id) == [
        "Steps 2 and 4 come back to Engage.",
        "Steps 1 and 5 come back to Improve.",
    ]


def test_a_mapping_takes_the_own_qualifier_before_that_of_the_facet() -> None:
    view = laptop()
    texts = [wording.mapping_text(view, step) for step in view.steps(view.streams[0].id)]
    assert texts[1] == "Design and Transition (Transition not needed at this stage) (Step 2)"
    draft = Draft(view)
    draft.update(
        view.steps(view.streams[0].id)[1].id, qualifier="for standard models", further_lanes=("plan",)
    )
    step = draft.view.steps(draft.view.streams[0].id)[1]
    assert (
        wording.mapping_text(draft.view, step) == "Design and Transition, Plan (for standard models) (Step 2)"
    )
    assert wording.activity_text(draft.view, step) == "Design and Transition, Plan"


@pytest.mark.parametrize(
    ("lane", "facet", "text"),
    [
        ("obtain_build", "obtain", "Build not needed at this stage"),
        ("obtain_build", "build", "Obtain not needed at this stage"),
        ("design_and_transition", "design", "Transition not needed at this stage"),
        ("design_and_transition", "transition", "Design not needed at this stage"),
        ("plan", "", ""),
    ],
)
def test_a_facet_in_words(lane: str, facet: str, text: str) -> None:
    view = sketched([StepSketch("Step", lane, facet=facet)])
    assert wording.qualifier_text(view, view.steps(view.streams[0].id)[0]) == text


def test_tools_practices_and_letters() -> None:
    view = laptop()
    step = view.steps(view.streams[0].id)[0]
    assert wording.tools_text(view, step) == "– Chat (e.g., Teams, Signal)\n– Phone"
    assert wording.practices_text(view, step) == "– Service desk: single contact\n– Relationship management"
    assert wording.tool_text(view, ToolUse(tool="gone", products=("a",))) == "gone (e.g., a)"
    marks = [RaciMark(role="a", letters="A/R")]
    assert (wording.letters_of(marks, "a"), wording.letters_of(marks, "b")) == ("A/R", "")


def test_the_use_case() -> None:
    view = laptop()
    stream = view.streams[0]
    assert wording.use_case_title(stream) == "Service value stream: Provide a laptop"
    assert [label for label, _ in wording.use_case_rows(view, stream)] == [
        "Owned by",
        "Description",
        "Demand or Trigger",
        "Outcomes",
        "Value created",
        "Estimated or target lead time",
        "Roles and Responsibilities",
    ]
    filled = with_extras(view)
    assert wording.use_case_rows(filled, filled.streams[0])[7:] == [
        ("Service offerings", "– Standard laptop\n– Laptop for developers"),
        ("State", "to-be"),
        ("Version", "1.2"),
    ]


def test_a_stream_without_a_name_has_a_stand_in() -> None:
    view = sketched([], name="")
    assert wording.stream_title(view.streams[0]) == "Untitled stream"
