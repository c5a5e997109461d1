"""Every cell reads and writes the same text, one cell or a block of them, and says why it refuses one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands.table.kit import Table, chain, table
from tests.sample import sample
from tests.strategies import documents
from vsdesigner.commands.table.cells import ROW_LIMIT, Written, read_cell, write_block, write_cell
from vsdesigner.commands.table.column import CellError, Column
from vsdesigner.commands.table.columns import METHOD, columns
from vsdesigner.commands.table.rows import Row, rows
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import dangling
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.fields import fields_of
from vsdesigner.model.records import Step
from vsdesigner.storage.json_format import decode, encode

texts = st.text(st.characters(), max_size=40) | st.sampled_from(
    (
        "",
        " ",
        "\n\n",
        "\x00\x07",
        "\ud800",
        "x" * 20_000,
        "a\n" * 600,
        "=cmd()",
        "– ",
        "(",
        "(Step 1)",
        "1e400",
    )
)


def all_rows(view: Snapshot) -> list[Row]:
    return [
        row
        for stream in view.streams
        for by_task in (False, True)
        for row in rows(view, stream.id, by_task=by_task)
    ]


def writable(view: Snapshot) -> list[Column]:
    return [column for column in columns(view) if not column.is_fixed]


# -- which columns ----------------------------------------------------------------------------------------
def test_the_methods_columns_come_first_with_its_headers() -> None:
    first = columns(sample())[:5]
    assert tuple(column.id for column in first) == METHOD
    assert [column.header for column in first] == [
        "Value Stream Step",
        "Mapped SVC",
        "Task/Action",
        "Practices",
        "Tools and Technologies",
    ]


def test_there_is_a_column_for_everything_that_a_step_records() -> None:
    found = {column.field for column in columns(sample())}
    assert {field.name for field in fields_of(Step)} <= found


def test_each_role_has_a_column_under_its_name() -> None:
    view = sample()
    last = columns(view)[-len(view.roles) :]
    assert [(column.header, column.part) for column in last] == [(role.name, role.id) for role in view.roles]


def test_only_what_is_worked_out_is_fixed() -> None:
    assert {column.id for column in columns(sample()) if column.is_fixed} == {"number", "phase"}


# -- there and back ---------------------------------------------------------------------------------------
@given(documents(edits=12))
def test_writing_what_a_cell_says_changes_nothing(view: Snapshot) -> None:
    draft = Draft(view)
    for row in all_rows(view):
        for column in writable(view):
            for for_editing in (False, True):
                text = read_cell(view, row, column, for_editing=for_editing)
                write_cell(draft, row, column, text)
                assert not draft.to_change("Write"), (column.id, text)


@given(documents(edits=6), st.data())
def test_any_text_is_taken_or_refused_with_a_sentence(view: Snapshot, data: st.DataObject) -> None:
    """What is taken is a sound document; what is refused has changed nothing."""
    found = all_rows(view)
    if not found:
        return
    row, column = data.draw(st.sampled_from(found)), data.draw(st.sampled_from(writable(view)))
    text = data.draw(texts | st.sampled_from([read_cell(view, other, column) for other in found]))
    draft = Draft(view)
    try:
        write_cell(draft, row, column, text)
    except CellError as error:
        assert str(error)
        assert not draft.to_change("Write")
        return
    after = complete(draft).view
    assert not dangling(after)
    assert encode(decode(encode(after), "x").snapshot) == encode(after)


@pytest.mark.parametrize("for_editing", [False, True])
def test_a_whole_row_written_into_another_says_the_same(for_editing: bool) -> None:
    """As by copying and pasting; of the sample's step everything is filled."""
    view = sample()
    source, target = (Row(step.id) for step in (view.steps(view.streams[0].id)[i] for i in (2, 0)))
    draft = Draft(view)
    copied = [column for column in writable(view) if column.id != "next"]
    for column in copied:
        write_cell(draft, target, column, read_cell(view, source, column, for_editing=for_editing))
    for column in copied:
        said = read_cell(draft.view, target, column, for_editing=True)
        assert said == read_cell(view, source, column, for_editing=True), column.id


@pytest.mark.parametrize("unit", [" ", "(", "(a", "1", "- ", ";", ", ", "a: ", "1-", "x\n", "\t", "2 ("])
def test_hostile_text_is_taken_or_refused_at_once(unit: str) -> None:
    sheet = Table(sample())
    text = "Engage " + unit * (300_000 // len(unit)) + ")"
    for column in writable(sheet.view):
        started = time.perf_counter()
        draft = sheet.draft()
        try:
            write_cell(draft, sheet.row(1), column, text)
        except CellError as error:
            assert len(str(error)) < 400
        assert time.perf_counter() - started < 3, column.id


def test_a_fixed_cell_refuses() -> None:
    sheet = table("Ask")
    with pytest.raises(CellError, match="cannot be typed"):
        sheet.write(1, "number", "7")


def test_the_row_of_a_task_that_is_gone_writes_nothing() -> None:
    sheet = table("A")
    sheet.write(1, "tasks", "One\nTwo")
    gone = sheet.row(1, 0)
    sheet.write(1, "tasks", "Two")
    assert read_cell(sheet.view, gone, sheet.column("tasks")) == ""
    with pytest.raises(CellError, match="not there any more"):
        write_cell(sheet.draft(), gone, sheet.column("tasks"), "Three")


def test_a_name_that_is_too_long_is_refused() -> None:
    sheet = table("Ask")
    with pytest.raises(CellError, match="at most 500"):
        sheet.write(1, "name", "x" * 501)
    assert sheet.names == ["Ask"]


def test_line_breaks_and_control_characters_are_cleaned_out_of_a_name() -> None:
    sheet = table("Ask")
    sheet.write(1, "name", "Ask\r\nthe \x07user\n")
    assert sheet.names == ["Ask the user"]


def test_reading_is_quick_enough_to_scroll() -> None:
    view = sample()
    step = view.steps(view.streams[0].id)[2]
    for column in columns(view):
        started = time.perf_counter()
        for _ in range(500):
            read_cell(view, Row(step.id), column)
        assert (time.perf_counter() - started) / 500 < 200e-6, column.id  # 20 µs on a quiet machine


# -- blocks -----------------------------------------------------------------------------------------------
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
