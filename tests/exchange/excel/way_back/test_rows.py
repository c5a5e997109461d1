"""What people do to rows and columns: insert, copy, delete, move, sort, rename; and what it means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.excel.way_back.kit import edited, exported, read
from tests.exchange.excel.way_back.test_round_trip import sample
from tests.exchange.sample import laptop
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging import differences, merge
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of
from vsdesigner.exchange.excel.reading import WorkbookImport
from vsdesigner.model.records import Step, StreamMember


def home(base: Snapshot, edit: Callable[[Any], None], **values: Any) -> WorkbookImport:
    return read(edited(exported(base, **values), edit))


def names(result: WorkbookImport) -> list[str]:
    stream = result.base.streams[0].id
    return [step.name for step in result.theirs.steps(stream)]


def said(result: WorkbookImport) -> list[str]:
    return [difference.text for difference in differences(result.base, result.theirs)]


def problems(result: WorkbookImport) -> list[str]:
    return [problem.text for problem in result.problems]


def row_of(sheet: Worksheet, id: str) -> int:
    """The row with an id in the hidden column, the last one."""
    return next(
        row[-1].row
        for row in sheet.iter_rows(min_row=4)
        for cell in row
        if cell.value == id and row[-1].row is not None
    )


def test_a_row_above_all_others_comes_first() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook["Steps"]
        sheet.insert_rows(4)
        sheet["A4"], sheet["B4"] = "Before all", "Plan"

    base = laptop()
    result = home(base, edit)
    assert names(result)[0] == "Before all"
    made = result.theirs.steps(base.streams[0].id)[0]
    assert made.lane == "plan"
    first = base.steps(base.streams[0].id)[0]
    assert [flow.target for flow in result.theirs.outgoing(made.id)] == [first.id]
    assert problems(result) == []


def test_a_step_written_on_several_sheets_is_one_step() -> None:
    def edit(workbook: Workbook) -> None:
        for title, cells in (
            ("Steps", ("Check it", "Engage")),
            ("Tasks", ("Check it", "Engage", "– Look\n– Say")),
            ("RACI", ("Check it", "Engage", None, "A/R")),
        ):
            sheet = workbook[title]
            sheet.insert_rows(5)
            for column, text in enumerate(cells, start=1):
                sheet.cell(5, column).value = text

    base = laptop()
    result = home(base, edit)
    assert names(result).count("Check it") == 1
    made = next(s for s in result.theirs.steps(base.streams[0].id) if s.name == "Check it")
    assert [task.text for task in made.tasks] == ["Look", "Say"]
    assert letters_of(made.raci, base.roles[1].id) == "A/R"
    assert names(result)[1] == "Check it"


def test_a_copied_row_with_its_hidden_id_is_a_new_step() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook["Tasks"]
        copied = [cell.value for cell in sheet[5]]
        sheet.insert_rows(6)
        for column, value in enumerate(copied, start=1):
            sheet.cell(6, column).value = value
        sheet["A6"] = "Pick another model"

    result = home(laptop(), edit)
    assert names(result)[1:3] == ["Pick the model", "Pick another model"]
    assert len([text for text in said(result) if "Pick the model" in text and "renamed" in text]) == 0


@pytest.mark.parametrize("sheet", ["Steps", "Tasks", "Practices and tools"])
def test_a_row_deleted_on_one_sheet_of_steps_removes_the_step(sheet: str) -> None:
    result = home(laptop(), lambda workbook: workbook[sheet].delete_rows(5))
    assert "Pick the model" not in names(result)
    assert len(names(result)) == 3


def test_deleted_on_every_sheet_too() -> None:
    base = sample()

    def edit(workbook: Workbook) -> None:
        for sheet in workbook.worksheets:
            for row in range(sheet.max_row, 3, -1):
                ids = [cell.value for cell in sheet[row]]
                if "step-design" in ids:
                    sheet.delete_rows(row)

    result = home(base, edit)
    assert "step-design" not in result.theirs
    assert problems(result) == []


def test_a_row_deleted_where_only_letters_stand_keeps_the_step_and_is_told() -> None:
    base = sample()
    result = home(base, lambda book: book["RACI"].delete_rows(row_of(book["RACI"], "step-design")))
    assert result.theirs == base
    assert problems(result) == [
        "Sheet “RACI”: The row of “Design the service and its architecture” is missing; the step was kept,"
        " for other sheets have it."
    ]


def test_a_step_deleted_here_and_changed_there_stays_and_is_told() -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Steps"].delete_rows(5)
        workbook["Tasks"]["C5"] = "– Something else"

    result = home(laptop(), edit)
    assert "Pick the model" in names(result)
    assert "for another sheet changed it" in problems(result)[0]


def test_contradicting_sheets_take_the_first_and_tell() -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Steps"]["A5"] = "First"
        workbook["Tasks"]["A5"] = "Second"
        workbook["Practices and tools"]["A5"] = "First"

    result = home(laptop(), edit)
    assert "First" in names(result)
    assert problems(result) == [
        "Sheet “Tasks”, row 5, column “Value Stream Step”: The cell says something else than on sheet"
        " “Steps”; that one was taken."
    ]


def test_an_activity_changed_on_any_sheet_moves_the_step_and_nothing_else() -> None:
    def edit(workbook: Workbook) -> None:
        workbook["Tasks"]["B4"] = "Plan"

    base = laptop()
    result = home(base, edit)
    first = base.steps(base.streams[0].id)[0]
    after = result.theirs.get(first.id, Step)
    assert (after.lane, after.x) == ("plan", first.x)
    for step in base.steps(base.streams[0].id)[1:]:
        assert result.theirs.get(step.id, Step).model_copy(update={"order": step.order}) == step


def test_renumbered_steps_in_the_mapping_are_no_change() -> None:
    def edit(workbook: Workbook) -> None:
        for row in range(4, 8):
            cell = workbook["Steps"].cell(row, 2)
            cell.value = str(cell.value).replace("(Step ", "(Step 1")

    assert said(home(laptop(), edit)) == []


# -- order --------------------------------------------------------------------------------------------------
def _swap(sheet: Worksheet, one: int, other: int) -> None:
    values = [[cell.value for cell in sheet[row]] for row in (one, other)]
    for row, texts in zip((other, one), values, strict=True):
        for column, text in enumerate(texts, start=1):
            sheet.cell(row, column).value = text


def test_two_rows_changed_over_change_the_order() -> None:
    base = sample()
    stream = base.streams[0].id
    result = home(base, lambda workbook: _swap(workbook["Steps"], 5, 6))
    before = [step.id for step in base.steps(stream)]
    after = [step.id for step in result.theirs.steps(stream)]
    assert after == [before[0], before[2], before[1], *before[3:]]


def test_a_sorted_table_changes_no_order_and_is_told() -> None:
    base = sample()

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Tasks"]
        rows = [[cell.value for cell in sheet[row]] for row in range(4, 11)]
        for number, texts in enumerate(sorted(rows, key=lambda row: str(row[0])), start=4):
            for column, text in enumerate(texts, start=1):
                sheet.cell(number, column).value = text

    result = home(base, edit)
    assert result.theirs == base
    assert problems(result) == ["Sheet “Tasks”: The rows are sorted; the steps keep their order."]


# -- one row a task -----------------------------------------------------------------------------------------
def test_tasks_in_rows_of_their_own_are_edited_added_and_removed() -> None:
    base = laptop()
    first = base.steps(base.streams[0].id)[0]

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Tasks"]
        assert sheet["C4"].value == "Ask what is needed"
        sheet["C4"] = "Ask who needs it"
        sheet.delete_rows(6)
        sheet.insert_rows(6)
        sheet["A6"], sheet["B6"], sheet["C6"] = first.name, "Engage", "Call back"

    result = home(base, edit, row_per_task=True)
    tasks = result.theirs.get(first.id, Step).tasks
    assert [(task.text, task.indent) for task in tasks] == [
        ("Ask who needs it", 0),
        ("Note the delivery address", 1),
        ("Call back", 0),
    ]
    assert [task.id for task in tasks[:2]] == [task.id for task in first.tasks[:2]]
    assert {difference.record for difference in differences(base, result.theirs)} == {first.id}


# -- letters ------------------------------------------------------------------------------------------------
def test_a_role_renamed_in_the_header_is_that_role() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook["RACI"]
        cell = next(cell for cell in sheet[3] if cell.value == "Agent")
        cell.value = "Service agent"

    result = home(laptop(), edit)
    assert said(result) == ["The role “Agent” is renamed to “Service agent”."]


def test_a_new_column_is_a_new_role() -> None:
    base = laptop()

    def edit(workbook: Workbook) -> None:
        sheet = workbook["RACI"]
        sheet.insert_cols(5)
        sheet.cell(3, 5).value = "Auditor"
        sheet.cell(4, 5).value = "I"

    result = home(base, edit)
    made = next(role for role in result.theirs.roles if role.id not in base)
    first = result.theirs.steps(base.streams[0].id)[0]
    assert (made.name, letters_of(first.raci, made.id)) == ("Auditor", "I")
    assert len(said(result)) == 2


def test_a_missing_column_keeps_its_letters_and_is_told() -> None:
    result = home(laptop(), lambda workbook: workbook["RACI"].delete_cols(4))
    assert said(result) == []
    assert problems(result) == ["Sheet “RACI”: The column of “Agent” is missing; its letters were kept."]


def test_letters_of_tasks_are_changed_and_taken_away() -> None:
    base = laptop()
    step = base.steps(base.streams[0].id)[1]
    task = step.tasks[0]
    row_id = f"{step.id} {task.id}"

    def change(workbook: Workbook) -> None:
        sheet = workbook["RACI"]
        sheet.cell(row_of(sheet, row_id), 3).value = "C"

    changed = home(base, change).theirs.get(step.id, Step).tasks[0]
    assert letters_of(changed.raci, base.roles[0].id) == "C"
    gone = home(base, lambda book: book["RACI"].delete_rows(row_of(book["RACI"], row_id)))
    assert gone.theirs.get(step.id, Step).tasks[0].raci == ()
    assert gone.theirs.get(step.id, Step).raci == step.raci


def test_two_accountable_roles_come_home_as_the_cells_say() -> None:
    base = sample()

    def edit(workbook: Workbook) -> None:
        sheet = workbook["RACI"]
        row = row_of(sheet, "step-plan")
        for column in (3, 4):
            sheet.cell(row, column).value = "A"

    marks = home(base, edit).theirs.get("step-plan", Step).raci
    assert [mark.letters for mark in marks].count("A") == 2


# -- the drawing --------------------------------------------------------------------------------------------
def test_a_drawing_that_was_changed_meanwhile_stays_and_new_steps_stand_beside_their_neighbour() -> None:
    base = sample()

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Tasks"]
        sheet.insert_rows(6)
        sheet["A6"], sheet["B6"] = "New", "Plan"

    draft = Draft(base)
    for step in base.steps(base.streams[0].id):
        draft.update(step.id, x=step.x + 5_000.0)
    ours = draft.view
    result = read(edited(exported(base), edit), ours=ours)
    merged = merge(result.base, ours, result.theirs)
    assert not merged.conflicts
    made = next(step for step in merged.snapshot.steps(base.streams[0].id) if step.name == "New")
    plan = merged.snapshot.get("step-plan", Step)
    assert plan.x < made.x <= plan.x + 500
    for id, record in ours.records.items():
        if isinstance(record, Step):
            assert merged.snapshot.get(id, StreamMember).model_copy(update={"order": record.order}) == record


@pytest.mark.parametrize("title", ["Steps", "Metrics"])
def test_a_row_typed_right_below_the_table_is_one_and_the_notes_below_it_are_none(title: str) -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[title]
        (table,) = sheet.tables.values()
        number = int("".join(letter for letter in table.ref.partition(":")[2] if letter.isdigit())) + 1
        assert sheet.cell(number, 1).value is None and sheet.cell(number + 1, 1).value, "the notes stand here"
        sheet.cell(number, 1).value = "Typed below"
        sheet.cell(number, 2).value = "Plan"

    base = sample()
    before = [step.name for step in base.steps(base.streams[0].id)]
    result = home(base, edit)
    assert names(result) == [*before, "Typed below"]
    assert problems(result) == []
