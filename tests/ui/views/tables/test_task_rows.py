"""In the layout of a row per task Ctrl+Enter adds tasks, and rows are as high as their task."""

from __future__ import annotations

import pytest

from tests.ui.views.tables.table_kit import CTRL, SHIFT, Desk, Key
from tests.ui.window_kit import trigger


def test_in_the_layout_of_tasks_ctrl_enter_adds_a_task(desk: Desk) -> None:
    trigger(desk.window, "table.by_task")
    verbs = desk.window.verbs
    assert verbs["table.insert_below"].text() == "Insert Task &Below"
    assert "task" in verbs["table.insert_below"].statusTip()
    desk.go(0, 0)
    desk.press(Key.Key_Return, CTRL)
    assert (desk.at, desk.undo_text, len(desk.steps)) == ((1, 2), "Insert task", 4)
    desk.type("Listen")
    desk.press(Key.Key_Return)
    assert [task.text for task in desk.steps[0].tasks] == ["Ask back", "Listen", "Write it down"]
    desk.press(Key.Key_Z, CTRL)
    desk.press(Key.Key_Z, CTRL)
    assert [task.text for task in desk.steps[0].tasks] == ["Ask back", "Write it down"]
    trigger(desk.window, "table.by_task")
    assert verbs["table.insert_below"].text() == "Insert Row &Below"


def test_a_steps_only_row_gets_its_tasks_by_ctrl_enter_too(desk: Desk) -> None:
    trigger(desk.window, "table.by_task")
    desk.go(2, 0)  # a step without tasks: its row is the place of the first
    desk.press(Key.Key_Return, CTRL)
    assert (desk.at, desk.is_editing) == ((2, 2), True)
    desk.type("Draw")
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Return, CTRL)
    desk.type("Show")
    desk.press(Key.Key_Return)
    assert [task.text for task in desk.steps[1].tasks] == ["Draw", "Show"]
    assert len(desk.steps) == 4


def test_in_the_layout_of_tasks_steps_are_added_above_and_in_the_last_row(desk: Desk) -> None:
    trigger(desk.window, "table.by_task")
    assert desk.window.verbs["table.insert_above"].text() == "Insert Step &Above"
    desk.go(1, 0)
    desk.press(Key.Key_Return, CTRL | SHIFT)
    assert desk.names == ["", "Triage", "Plan the work", "Build it", "Hand over"]
    desk.go(desk.model.rowCount() - 1, 0)
    desk.press(Key.Key_Return, CTRL)
    assert len(desk.steps) == 6


def test_the_first_task_of_a_step_leaves_the_keyboard_in_the_table(desk: Desk) -> None:
    trigger(desk.window, "table.by_task")
    desk.go(3, 2)
    desk.type_lines("Cut\nSew")
    desk.press(Key.Key_Tab)
    assert [task.text for task in desk.steps[2].tasks] == ["Cut", "Sew"]
    assert desk.at == (3, 3)
    assert desk.grid.hasFocus()


def test_rows_are_as_high_as_their_task(desk: Desk) -> None:
    desk.go(0, 3)
    practices = "Service desk\nIncident management\nProblem management\nChange enablement"
    desk.type_lines(practices)
    desk.press(Key.Key_Tab)
    trigger(desk.window, "table.by_task")
    desk.settle(50)
    looks = desk.view.heights.looks
    line = looks.plain.line_height
    assert desk.grid.rowHeight(0) >= 4 * line  # the step's first row says all of it
    assert desk.grid.rowHeight(1) == looks.least
    assert [desk.model.is_repeated(row, 3) for row in (0, 1, 2)] == [False, True, False]
    assert desk.model.is_repeated(1, 2) is False
    assert desk.model.is_repeated(desk.model.rowCount() - 1, 0) is False  # its hint may need two lines
    desk.go(1, 2)
    desk.type("Write it down, read it out, " * 20)
    desk.press(Key.Key_Return)
    desk.settle(50)
    assert desk.grid.rowHeight(1) > 3 * line


@pytest.mark.parametrize("width", [900, 1280, 1900])
def test_headers_are_not_cut(desk: Desk, width: int) -> None:
    desk.window.resize(width, 800)
    ids = ("process_time", "wait_time", "complete_and_accurate")
    desk.show_columns(*ids)
    desk.settle(50)
    header = desk.grid.horizontalHeader()
    for id in ids:
        at = desk.model.column_of(id)
        assert header.sectionSize(at) >= header.sectionSizeHint(at)
