"""Every cell takes the text that it shows, and says why when it takes none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands.table.kit import Table, table
from tests.sample import sample
from tests.strategies import documents
from vsdesigner.commands.table.cells import read_cell, write_cell
from vsdesigner.commands.table.column import CellError, Column
from vsdesigner.commands.table.columns import METHOD, columns
from vsdesigner.commands.table.rows import Row, rows
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import dangling
from vsdesigner.document.snapshot import Snapshot
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
