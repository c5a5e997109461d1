"""Whatever a document says: exported and read again it says the same, and its hostile text stays text."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.exchange.excel.way_back.kit import edited, exported, read
from tests.exchange.sample import StepSketch, laptop, sketched
from tests.strategies import documents
from vsdesigner.commands import lists, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging import differences
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import tasks_text
from vsdesigner.exchange.excel.languages import LANGUAGES
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Step

HOSTILE = (
    "=SUM(A1:A9)",
    "+1",
    "-1",
    "@cmd",
    "\tTab",
    '=HYPERLINK("http://x","y")',
    "'quoted",
    "_x0041_ and _x005F_",
    "bell\x07 and \x00",
    "שלום עולם",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦 family 🏳️‍🌈",
    "a\u2028b\u00a0c",
    " leading and trailing ",
    "<b>&amp;</b>",
    "TRUE",
    "1-3",
    "007",
    "(continued)",
    "Tasks (continued)",
    "Value Stream Step",
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents(edits=8), st.booleans(), st.sampled_from(LANGUAGES))
def test_no_document_changes_by_going_out_and_coming_home(
    view: Snapshot, by_task: bool, language: str
) -> None:
    result = read(exported(view, row_per_task=by_task, language=language))
    assert [difference.text for difference in differences(view, result.theirs)] == []
    assert result.theirs == view
    assert result.problems == ()


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents(edits=8))
def test_nor_after_another_program_saved_the_workbook(view: Snapshot) -> None:
    result = read(edited(exported(view), lambda _workbook: None))
    assert [difference.text for difference in differences(view, result.theirs)] == []
    assert result.problems == ()


@pytest.mark.parametrize("by_task", [False, True])
def test_hostile_text_stays_text_both_ways(by_task: bool) -> None:
    sketches = [
        StepSketch(
            text,
            "engage",
            qualifier=text,
            tasks=(text, (text, 1), "plain"),
            practices=((text.replace(":", "") or "x", text),),
            tools=((text.split("(")[0] or "x", ("A",)),),
        )
        for text in HOSTILE
    ]
    view = sketched(sketches, roles=("=Role", "-Role", "Check", "Id"), name="=Name")
    result = read(exported(view, row_per_task=by_task))
    assert [difference.text for difference in differences(view, result.theirs)] == []
    assert result.problems == ()
    again = read(edited(exported(view, row_per_task=by_task), lambda _workbook: None))
    assert [difference.text for difference in differences(view, again.theirs)] == []


def test_hostile_text_typed_into_cells_comes_home_as_text() -> None:
    base = laptop()

    def edit(workbook: Workbook) -> None:
        for row, text in enumerate(("=1+1", "@x", "+2", "-3")):
            cell = workbook["Steps"].cell(4 + row, 1)
            cell.value, cell.data_type = text, "s"

    result = read(edited(exported(base), edit))
    names = [step.name for step in result.theirs.steps(base.streams[0].id)]
    assert names == ["=1+1", "@x", "+2", "-3"]


def test_forty_thousand_characters_in_one_cell_come_home() -> None:
    view = _long_tasks()
    step = view.steps(view.streams[0].id)[0]
    assert len(tasks_text(step)) > 40_000
    result = read(exported(view))
    assert result.theirs == view
    assert result.problems == ()


def test_an_edit_in_a_continued_row_is_that_edit_alone() -> None:
    view = _long_tasks()
    stream = view.streams[0].id

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Tasks"]
        rows = [row for row in sheet.iter_rows(min_row=4) if "(continued)" in str(row[0].value)]
        assert len(rows) > 2
        rows[1][2].value = str(rows[1][2].value).replace("word", "term", 1)

    result = read(edited(exported(view), edit))
    before, after = (each.steps(stream)[0].tasks for each in (view, result.theirs))
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert len(changed) == 1
    old, new = changed[0]
    assert new == old.model_copy(update={"text": new.text})
    assert new.text.replace("term", "word") == old.text
    assert result.problems == ()


def _long_tasks() -> Snapshot:
    draft = Draft(sketched((StepSketch("Long", "engage"), StepSketch("Short", "plan")), name="Long"))
    step = draft.view.steps(draft.view.streams[0].id)[0].id
    words = [" ".join(f"word{number}x{index}" for index in range(450)) for number in range(10)]
    lists.set_tasks(draft, step, [Task.new(f"Task: {text}", int(text[4]) % 2) for text in words])
    return complete(draft).view


def test_three_hundred_streams_with_illegal_and_equal_names() -> None:
    draft = Draft(streams.new_document())
    names = ("a/b", "[x]", "History", "'", "Same", "Same", "", "x" * 80, "Tasks", "RACI")
    for number in range(299):
        id = streams.add(draft, names[number % len(names)])
        draft.update(id, description="Of use")
        steps.add(draft, id, steps.next_place(draft.view, id, "engage"), f"Step {number}")
    view = complete(draft).view
    content = exported(view, sheets=("use_case", "steps", "tasks", "raci"))
    result = read(content)
    assert result.theirs == view
    assert result.problems == ()
    last = view.streams[-1].id

    def edit(workbook: Workbook) -> None:
        sheet = workbook.worksheets[
            [s.title for s in workbook.worksheets if s.title.endswith("Steps")].__len__()
        ]
        assert sheet is not None
        for each in workbook.worksheets:
            if each.title.endswith("Steps") and each["A4"].value == "Step 298":
                each["A4"] = "Renamed"
            if (
                each.title.endswith("Use case")
                and each["A1"].value == f"Service value stream: {names[298 % 10]}"
            ):
                each["B2"] = "Ada"

    assert load_workbook(io.BytesIO(content)).sheetnames
    changed = read(edited(content, edit))
    assert changed.theirs.steps(last)[0].name == "Renamed"
    owners = {stream.name for stream in changed.theirs.streams if stream.owner == "Ada"}
    assert owners == {names[298 % 10]}
    renamed = [id for id in view.records if view.records[id] != changed.theirs.records[id]]
    assert {type(view.records[id]) for id in renamed} >= {Step}
