"""The cells that hold a list: tasks and short texts."""

from __future__ import annotations

import pytest

from tests.commands.table.kit import Table, table
from vsdesigner.commands import raci, roles
from vsdesigner.commands.table.column import CellError
from vsdesigner.model.parts import Task


def tasks(sheet: Table) -> list[tuple[str, int]]:
    return [(task.text, task.indent) for task in sheet.step(1).tasks]


def ids(sheet: Table) -> dict[str, str]:
    return {task.text: task.id for task in sheet.step(1).tasks}


@pytest.mark.parametrize(
    "text",
    [
        "Prepare\n– Ask\n– Book\nTell",
        "– Prepare\n    – Ask\n    – Book\n– Tell",
        "Prepare\n    Ask\n    Book\nTell",
        "1. Prepare\n1.1 Ask\n1.2 Book\n2. Tell",
        "• Prepare\r\n\t• Ask\r\n\t• Book\r\n\r\n• Tell\r\n",
    ],
)
def test_tasks_are_read_as_the_cell_shows_them_and_as_people_write_them(text: str) -> None:
    sheet = table("A")
    sheet.write(1, "tasks", text)
    assert tasks(sheet) == [("Prepare", 0), ("Ask", 1), ("Book", 1), ("Tell", 0)]
    assert sheet.read(1, "tasks") == "– Prepare\n    – Ask\n    – Book\n– Tell"
    assert sheet.read(1, "tasks", for_editing=True) == "Prepare\n– Ask\n– Book\nTell"


def with_letters() -> Table:
    """One, Two and Three; the second with letters."""
    sheet = table("A")
    sheet.write(1, "tasks", "One\nTwo\nThree")
    draft = sheet.draft()
    role = roles.add_role(draft, "Client")
    raci.set_letters(draft, sheet.step(1).id, role, "A", task=sheet.step(1).tasks[1].id)
    sheet.take(draft)
    return sheet


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two\nOne\nThree", 0),
        ("One\nNew\nTwo\nThree", 2),
        ("One\n– Two", 1),
        ("One\nTwo, edited\nThree", 1),
        ("Two", 0),
        ("Two, edited\nThree", None),  # at its place stood One
    ],
)
def test_a_task_keeps_its_id_and_letters_by_its_words_or_its_place(text: str, place: int | None) -> None:
    sheet = with_letters()
    before = sheet.step(1).tasks[1]
    sheet.write(1, "tasks", text)
    found = [index for index, task in enumerate(sheet.step(1).tasks) if task.id == before.id]
    assert found == ([] if place is None else [place])
    assert len(set(ids(sheet).values())) == len(tasks(sheet))
    if place is not None:
        assert sheet.step(1).tasks[place].raci == before.raci


def test_the_same_words_twice_are_two_tasks() -> None:
    sheet = table("A")
    sheet.write(1, "tasks", "Ask\nAsk")
    first, second = sheet.step(1).tasks
    sheet.write(1, "tasks", "Ask\nNew\nAsk")
    assert [task.id for task in sheet.step(1).tasks][::2] == [first.id, second.id]


def test_nothing_clears_the_list() -> None:
    sheet = with_letters()
    sheet.write(1, "tasks", "")
    assert tasks(sheet) == []


def test_a_first_task_is_never_below_another() -> None:
    sheet = table("A")
    sheet.write(1, "tasks", "One\n– Two")
    sheet.write(1, "tasks", "– Two")
    assert tasks(sheet) == [("Two", 0)]


def test_too_many_or_too_long_tasks_are_refused() -> None:
    sheet = table("A")
    with pytest.raises(CellError, match="at most 500"):
        sheet.write(1, "tasks", "\n".join(f"Task {number}" for number in range(501)))
    with pytest.raises(CellError, match="at most 10,000"):
        sheet.write(1, "tasks", "x" * 10_001)


# -- one row a task ---------------------------------------------------------------------------------------
def test_a_row_of_a_task_says_and_writes_that_task_only() -> None:
    sheet = with_letters()
    before = ids(sheet)
    assert sheet.read(1, "tasks", task=1) == "Two"
    sheet.write(1, "tasks", "Two, edited", task=1)
    assert tasks(sheet) == [("One", 0), ("Two, edited", 0), ("Three", 0)]
    assert ids(sheet)["Two, edited"] == before["Two"]
    assert sheet.step(1).tasks[1].raci


def test_a_dash_puts_a_task_below_the_one_before() -> None:
    sheet = with_letters()
    sheet.write(1, "tasks", "– Two", task=1)
    assert tasks(sheet)[1] == ("Two", 1)
    assert sheet.read(1, "tasks", task=1) == "– Two"
    sheet.write(1, "tasks", "Two", task=1)
    assert tasks(sheet)[1] == ("Two", 0)
    sheet.write(1, "tasks", "– One", task=0)
    assert tasks(sheet)[0] == ("One", 0)


def test_further_lines_become_tasks_behind_it_and_nothing_removes_it() -> None:
    sheet = with_letters()
    sheet.write(1, "tasks", "Two\nTwo and a half", task=1)
    assert [text for text, _ in tasks(sheet)] == ["One", "Two", "Two and a half", "Three"]
    sheet.write(1, "tasks", "", task=1)
    assert [text for text, _ in tasks(sheet)] == ["One", "Two and a half", "Three"]


def test_a_row_of_a_step_without_tasks_takes_its_first_ones() -> None:
    sheet = table("A")
    sheet.write(1, "tasks", "One\nTwo")
    assert tasks(sheet) == [("One", 0), ("Two", 0)]


# -- short texts ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text", ["A ticket\nThe contract", "– A ticket\n– The contract", "* A ticket\n\n* The contract"]
)
def test_short_texts_are_one_a_line_with_dashes_or_without(text: str) -> None:
    sheet = table("A")
    sheet.write(1, "inputs", text)
    assert sheet.step(1).inputs == ("A ticket", "The contract")
    assert sheet.read(1, "inputs") == "– A ticket\n– The contract"
    assert sheet.read(1, "inputs", for_editing=True) == "A ticket\nThe contract"


def test_a_short_text_that_looks_like_a_list_stays_when_others_change() -> None:
    sheet = table("A")
    draft = sheet.draft()
    draft.update(sheet.step(1).id, metrics=("1. place", "- 5 %"), tasks=(Task.new("a) first"),))
    sheet.take(draft)
    sheet.write(1, "metrics", sheet.read(1, "metrics", for_editing=True) + "\nNew")
    assert sheet.step(1).metrics == ("1. place", "- 5 %", "New")
    sheet.write(1, "tasks", sheet.read(1, "tasks") + "\n– New")
    assert tasks(sheet) == [("a) first", 0), ("New", 0)]


def test_too_long_a_short_text_is_refused() -> None:
    sheet = table("A")
    with pytest.raises(CellError, match="at most 500"):
        sheet.write(1, "skills", "x" * 501)
