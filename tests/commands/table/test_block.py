"""A block of texts falls on rows and columns as a spreadsheet pastes it."""

from __future__ import annotations

import time

import pytest

from tests.commands.table.kit import Table, chain, table
from tests.sample import sample
from vsdesigner.commands.table.cells import ROW_LIMIT, Written, write_block
from vsdesigner.commands.table.columns import METHOD, columns
from vsdesigner.commands.table.rows import rows
from vsdesigner.model.errors import UserError


def paste(
    sheet: Table, at: int, first: str, block: list[list[str]], selected: tuple[int, int] = (1, 1)
) -> Written:
    shown = rows(sheet.view, sheet.stream)[at - 1 :]
    method = [sheet.column(id) for id in METHOD]
    draft = sheet.draft()
    start = METHOD.index(first)
    written = write_block(draft, sheet.stream, shown, method[start:], block, selected=selected)
    sheet.take(draft)
    return written


def test_a_block_fills_cells_from_the_upper_left_one() -> None:
    sheet = table("A", "B", "C")
    paste(sheet, 2, "name", [["Build", "Build"], ["Hand over", "Deliver & Support"]])
    assert sheet.names == ["A", "Build", "Hand over"]
    assert sheet.read(2, "facet") == "Build"
    assert sheet.read(3, "activity") == "Deliver and Support"


def test_a_block_that_is_longer_than_the_table_makes_steps() -> None:
    sheet = table("A")
    written = paste(sheet, 1, "name", [["Ask", "Engage"], ["Plan it", "Plan"], ["Do it", "Build"]])
    assert sheet.names == ["Ask", "Plan it", "Do it"]
    assert sheet.ways == chain("Ask", "Plan it", "Do it")
    assert len(written.rows) == 3
    assert not written.refusals


def test_a_block_pasted_into_an_empty_table_makes_a_whole_chain() -> None:
    sheet = Table()
    paste(sheet, 1, "name", [["Ask", "Engage"], ["Plan it", "Plan"]])
    assert sheet.ways == chain("Ask", "Plan it")


def test_a_single_text_fills_the_selection() -> None:
    sheet = table("A", "B", "C", "D")
    paste(sheet, 2, "practices", [["Service desk"]], selected=(2, 1))
    assert [sheet.read(n, "practices") for n in (1, 2, 3, 4)] == ["", "– Service desk", "– Service desk", ""]


def test_a_block_that_divides_the_selection_repeats_in_it() -> None:
    sheet = table("A", "B", "C", "D", "E")
    paste(sheet, 1, "lane", [["Plan"], ["Improve"]], selected=(4, 1))
    assert [sheet.read(n, "activity") for n in range(1, 6)] == [
        "Plan",
        "Improve",
        "Plan",
        "Improve",
        "Engage",
    ]


def test_a_block_that_does_not_divide_the_selection_is_pasted_once() -> None:
    sheet = table("A", "B", "C", "D")
    paste(sheet, 1, "lane", [["Plan"], ["Improve"]], selected=(3, 1))
    assert [sheet.read(n, "activity") for n in range(1, 5)] == ["Plan", "Improve", "Engage", "Engage"]


def test_without_a_selection_all_rows_are_meant() -> None:
    sheet = table("A", "B")
    draft = sheet.draft()
    write_block(draft, sheet.stream, rows(sheet.view, sheet.stream), [sheet.column("optional")], [["yes"]])
    sheet.take(draft)
    assert all(sheet.step(number).optional for number in (1, 2))


def test_what_a_cell_refuses_is_told_and_the_rest_is_written() -> None:
    sheet = table("A", "B")
    written = paste(sheet, 1, "name", [["Ask", "Sales"], ["Build", "Build"]])
    assert sheet.names == ["Ask", "Build"]
    (refusal,) = written.refusals
    assert (refusal.row, refusal.column, refusal.text) == (sheet.row(1), "lane", "Sales")
    assert "Sales" in refusal.why
    assert "Engage" in refusal.why


def test_fixed_columns_and_missing_cells_are_passed_over() -> None:
    sheet = table("A", "B")
    shown = rows(sheet.view, sheet.stream)
    draft = sheet.draft()
    written = write_block(
        draft,
        sheet.stream,
        shown,
        [sheet.column(id) for id in ("number", "name", "qualifier")],
        [["7", "One", "q"], ["8", "Two"]],
        selected=(1, 1),
    )
    sheet.take(draft)
    assert not written.refusals
    assert sheet.names == ["One", "Two"]
    assert [sheet.read(n, "number") for n in (1, 2)] == ["1", "2"]


def test_what_comes_next_may_name_steps_of_the_same_block() -> None:
    sheet = Table()
    draft = sheet.draft()
    write_block(
        draft,
        sheet.stream,
        (),
        [sheet.column(id) for id in ("next", "name")],
        [["Build\nValue (early)", "Ask"], ["Value", "Build"]],
    )
    sheet.take(draft)
    assert sheet.ways == {("demand", "Ask"), ("Ask", "Build"), ("Ask", "value"), ("Build", "value")}


def test_the_half_of_an_activity_may_stand_left_of_it() -> None:
    sheet = table("A")
    draft = sheet.draft()
    shown = rows(sheet.view, sheet.stream)
    order = [sheet.column("facet"), sheet.column("activity")]
    written = write_block(draft, sheet.stream, shown, order, [["Build", "Obtain/Build"]])
    sheet.take(draft)
    assert not written.refusals
    assert sheet.read(1, "facet") == "Build"


def test_of_several_rows_of_one_step_the_first_says_what_holds_for_all() -> None:
    sheet = table("A")
    sheet.write(1, "tasks", "One\nTwo")
    draft = sheet.draft()
    shown = rows(sheet.view, sheet.stream, by_task=True)
    cells = [sheet.column("name"), sheet.column("tasks")]
    write_block(draft, sheet.stream, shown, cells, [["Ask", "First"], ["", "Second"]], selected=(1, 1))
    sheet.take(draft)
    assert sheet.names == ["Ask"]
    assert [task.text for task in sheet.step(1).tasks] == ["First", "Second"]


@pytest.mark.parametrize("repeated", [True, False])
def test_lines_of_one_task_each_make_each_step_once(repeated: bool) -> None:
    """As in the workbook's layout for sorting, and as below merged cells."""
    again = ["Ask", "Engage (Step 1)"] if repeated else ["", ""]
    sheet = table("Here already")
    paste(
        sheet,
        1,
        "name",
        [
            ["First", "Plan", "Think"],
            ["Ask", "Engage (Step 1)", "Listen"],
            [*again, "– Nod"],
            [*again, "Write it down"],
            ["Build", "Build", ""],
            ["Build", "Build", "Dig"],
            ["Run", "", "Go"],
        ],
    )
    assert sheet.names == ["First", "Ask", "Build", "Build", "Run"]
    assert sheet.read(2, "tasks", for_editing=True) == "Listen\n– Nod\nWrite it down"
    assert sheet.read(4, "tasks", for_editing=True) == "Dig"


def test_lines_that_say_the_same_are_steps_of_their_own() -> None:
    sheet = Table()
    paste(sheet, 1, "name", [["Ask", "Engage", "Listen"]] * 3)
    assert sheet.names == ["Ask"] * 3


def test_blank_cells_of_new_rows_refuse_nothing() -> None:
    sheet = Table()
    written = paste(sheet, 1, "name", [["Ask", ""], ["Build", "Build"], ["Run", " "]])
    assert not written.refusals
    assert [sheet.read(n, "activity") for n in (1, 2, 3)] == ["Engage", "Obtain/Build", "Engage"]


def test_lines_of_different_length_stay_in_their_columns() -> None:
    sheet = table("A", "B")
    order = [sheet.column(id) for id in ("name", "qualifier", "name", "qualifier")]
    draft = sheet.draft()
    write_block(draft, sheet.stream, rows(sheet.view, sheet.stream), order, [["One", "q"], ["Two"]])
    sheet.take(draft)
    assert sheet.names == ["One", "Two"]
    assert [sheet.read(n, "qualifier") for n in (1, 2)] == ["q", ""]


def test_an_empty_block_does_nothing() -> None:
    sheet = table("A")
    assert paste(sheet, 1, "name", []) == Written((), ())
    assert paste(sheet, 1, "name", [[]]) == Written((), ())


def test_a_block_of_too_many_lines_is_refused_as_a_whole() -> None:
    sheet = table("A")
    with pytest.raises(UserError, match="Nothing was pasted"):
        paste(sheet, 1, "name", [["x"]] * (ROW_LIMIT + 1))


def test_the_letters_of_a_block_keep_one_accountable_role() -> None:
    view = sample()
    sheet = Table(view)
    roles = [column for column in columns(view) if column.part]
    draft = sheet.draft()
    write_block(draft, sheet.stream, [sheet.row(1)], roles, [["A/R"] * len(roles)])
    sheet.take(draft)
    held = [mark.letters for mark in sheet.step(1).raci]
    assert sum("A" in letters for letters in held) == 1


def test_a_thousand_rows_are_pasted_within_a_second() -> None:
    sheet = Table()
    activities = ("Engage", "Plan", "Design (in short)", "Build", "Improve")
    block = [
        [
            f"Step {number}",
            activities[number % 5],
            "– One\n– Two\n    – Three",
            f"– Service desk\n– Own practice {number % 30}",
            f"– Meeting tools (e.g., Zoom)\n– Tool {number % 50}",
        ]
        for number in range(1_000)
    ]
    started = time.perf_counter()
    paste(sheet, 1, "name", block)
    assert time.perf_counter() - started < 2.5  # a quarter of a second on a quiet machine
    assert len(sheet.names) == 1_000
    assert sheet.ways == chain(*(line[0] for line in block))
    steps = sheet.view.steps(sheet.stream)
    places = {(step.lane, step.x, step.y) for step in steps}
    assert len(places) == 1_000
