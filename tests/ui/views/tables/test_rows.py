"""Rows are inserted, moved, deleted, filled, sorted and filtered; the stream keeps its order."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.views.tables.conftest import MakeDesk
from tests.ui.views.tables.table_kit import (
    ALT,
    CTRL,
    LEFT,
    PLAIN,
    RIGHT,
    SHIFT,
    Desk,
    Key,
    small_document,
)
from tests.ui.window_kit import named, trigger
from vsdesigner.commands import lists
from vsdesigner.model.parts import Task


# -- rows -----------------------------------------------------------------------------------------------
def test_ctrl_enter_inserts_below_and_ctrl_shift_enter_above(desk: Desk) -> None:
    desk.go(1, 2)
    desk.press(Key.Key_Return, CTRL)
    assert desk.at == (2, 0)
    assert desk.names == ["Triage", "Plan the work", "", "Build it", "Hand over"]
    assert desk.undo_text == "Insert row"
    desk.type("Check it")
    desk.press(Key.Key_Return)
    assert desk.names[2] == "Check it"
    desk.go(0, 0)
    desk.press(Key.Key_Return, CTRL | SHIFT)
    desk.type("First")
    desk.press(Key.Key_Return)
    assert desk.names == ["First", "Triage", "Plan the work", "Check it", "Build it", "Hand over"]


def test_ctrl_delete_deletes_the_rows(desk: Desk) -> None:
    desk.select(1, 0, 2, 0)
    desk.press(Key.Key_Delete, CTRL)
    assert desk.names == ["Triage", "Hand over"]
    assert desk.undo_text == "Delete 2 steps"
    assert desk.at == (1, 0)
    now = desk.session.now
    assert now.outgoing(desk.steps[0].id)[0].target == desk.steps[1].id
    desk.press(Key.Key_Z, CTRL)
    assert len(desk.steps) == 4


def test_alt_shift_and_arrows_move_rows(desk: Desk) -> None:
    desk.go(0, 2)
    desk.press(Key.Key_Down, ALT | SHIFT)
    assert desk.names == ["Plan the work", "Triage", "Build it", "Hand over"]
    assert (desk.at, desk.undo_text) == ((1, 2), "Move row")
    desk.press(Key.Key_Up, ALT | SHIFT)
    assert desk.names == ["Triage", "Plan the work", "Build it", "Hand over"]
    index = desk.session.history.index()
    desk.press(Key.Key_Up, ALT | SHIFT)
    assert desk.session.history.index() == index  # it is the first already


def test_in_the_layout_of_tasks_rows_are_tasks(desk: Desk) -> None:
    desk.view.bar.by_task.click()
    assert desk.shown(2) == ["Ask back", "Write it down", "", "", ""]
    assert [desk.model.step_of(row) for row in (0, 1)] == [desk.steps[0].id] * 2
    desk.go(0, 2)
    desk.type("Ask again")
    desk.press(Key.Key_Return)
    assert [task.text for task in desk.steps[0].tasks] == ["Ask again", "Write it down"]
    desk.go(1, 2)
    desk.press(Key.Key_Delete, CTRL)
    assert [task.text for task in desk.steps[0].tasks] == ["Ask again"]
    assert desk.undo_text == "Delete 1 row"
    trigger(desk.window, "table.by_task")
    assert desk.model.rowCount() == 5
    assert desk.session.flags.flag("tables/by_task", default=True) is False


# -- filling --------------------------------------------------------------------------------------------
def test_ctrl_d_fills_down(desk: Desk) -> None:
    desk.go(0, 3)
    desk.type("Service desk")
    desk.press(Key.Key_Return)
    desk.select(0, 2, 3, 3)
    desk.press(Key.Key_D, CTRL)
    assert desk.undo_text == "Fill down"
    for step in desk.steps:
        assert [task.text for task in step.tasks] == ["Ask back", "Write it down"]
        assert [use.practice for use in step.practices] == ["service_desk"]
    assert len(desk.steps) == 4  # on the drawing the same key duplicates
    desk.press(Key.Key_Z, CTRL)
    assert desk.steps[3].tasks == ()


def test_ctrl_d_in_one_cell_takes_what_stands_above(desk: Desk) -> None:
    desk.go(1, 2)
    desk.press(Key.Key_D, CTRL)
    assert [task.text for task in desk.steps[1].tasks] == ["Ask back", "Write it down"]


def test_ctrl_r_fills_to_the_right(desk: Desk) -> None:
    desk.show_columns("process_time", "wait_time")
    first = desk.model.column_of("process_time")
    desk.go(0, first)
    desk.type("4 h")
    desk.press(Key.Key_Return)
    desk.select(0, first, 1, first + 1)
    desk.press(Key.Key_R, CTRL)
    assert desk.steps[0].wait_time == desk.steps[0].process_time is not None
    assert desk.undo_text == "Fill right"


def test_cells_that_refuse_are_told_once(desk: Desk) -> None:
    desk.show_columns("process_time")
    time = desk.model.column_of("process_time")
    desk.go(0, time - 1)
    desk.type("soon")
    desk.press(Key.Key_Return)
    before = desk.session.history.index()
    desk.select(0, time - 1, 0, time)
    desk.press(Key.Key_R, CTRL)
    assert len(desk.told) == 1
    assert desk.told[0].startswith("1 cell was left as it was.")
    assert desk.session.history.index() == before


# -- sorting --------------------------------------------------------------------------------------------
def test_clicks_on_a_header_sort_and_unsort(desk: Desk) -> None:
    desk.click_header(0)
    assert desk.shown() == ["Build it", "Hand over", "Plan the work", "Triage"]
    desk.click_header(0)
    assert desk.shown() == ["Triage", "Plan the work", "Hand over", "Build it"]
    assert desk.names == ["Triage", "Plan the work", "Build it", "Hand over"]
    assert desk.view.bar.order.isVisible()
    desk.click_header(0)
    assert desk.shown() == desk.names
    assert not desk.view.bar.order.isVisible()
    assert not desk.session.history.canUndo()


def test_the_current_cell_goes_along_when_rows_are_sorted(desk: Desk) -> None:
    desk.go(2, 0)
    desk.click_header(1)
    assert desk.model.text(desk.at[0], 0) == "Build it"
    trigger(desk.window, "table.stream_order")
    assert desk.at[0] == 2


def test_sorted_rows_cannot_be_moved_and_it_is_said(desk: Desk) -> None:
    desk.click_header(0)
    desk.go(0, 0)
    desk.press(Key.Key_Down, ALT | SHIFT)
    assert desk.names == ["Triage", "Plan the work", "Build it", "Hand over"]
    assert "sorted" in desk.told[0]


def test_what_is_edited_stays_where_it_is_while_sorted(desk: Desk) -> None:
    desk.click_header(0)
    desk.go(0, 0)
    desk.type("Zebra")
    desk.press(Key.Key_Return)
    assert desk.shown() == ["Zebra", "Hand over", "Plan the work", "Triage"]
    desk.go(4, 0)
    desk.type("A new one")
    desk.press(Key.Key_Return)
    assert desk.shown()[-1] == "A new one"


# -- filtering ------------------------------------------------------------------------------------------
def test_the_filter_shows_rows_with_all_words(desk: Desk) -> None:
    desk.press(Key.Key_F, CTRL | SHIFT)
    desk.type("it ")
    desk.press(Key.Key_Down)
    assert desk.shown() == ["Triage", "Build it"]  # "Write it down" is one of its tasks
    assert desk.view.bar.count.text() == "2 of 4 rows"
    assert desk.grid.hasFocus()
    desk.press(Key.Key_F, CTRL | SHIFT)
    desk.type("it build")
    desk.press(Key.Key_Return)
    assert desk.shown() == ["Build it"]
    desk.press(Key.Key_F, CTRL | SHIFT)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    assert desk.shown() == desk.names
    assert desk.grid.hasFocus()


def test_the_filter_waits_until_one_has_typed(desk: Desk) -> None:
    desk.view.begin_filter()
    desk.type("plan")
    QTest.qWait(300)
    assert desk.shown() == ["Plan the work"]


def test_renaming_from_elsewhere_lifts_a_filter_that_hides_the_step(desk: Desk) -> None:
    desk.view.begin_filter()
    desk.type("plan")
    desk.press(Key.Key_Return)
    desk.session.reveal([desk.steps[3].id])
    desk.session.rename_requested.emit(desk.steps[3].id)
    desk.settle()
    assert desk.editor.text() == "Hand over"


# -- columns --------------------------------------------------------------------------------------------
def test_columns_are_chosen_in_a_menu_that_stays_open(desk: Desk) -> None:
    QTest.mouseClick(desk.view.bar.columns, LEFT)
    menu = desk.menu()
    action = next(each for each in menu.actions() if each.objectName() == "column.process_time")
    QTest.mouseClick(menu, LEFT, PLAIN, menu.actionGeometry(action).center())
    assert menu.isVisible() and action.isChecked()
    assert [column.id for column in desk.model.columns][-1] == "process_time"
    stored = desk.session.flags.text("tables/columns")
    assert "process_time" in stored.split("\n")
    menu.setActiveAction(action)
    QTest.keyClick(menu, Key.Key_Space)
    assert desk.model.column_of("process_time") == -1
    menu.close()


def test_every_role_is_a_column(desk: Desk) -> None:
    role = desk.session.now.roles[0]
    desk.show_columns(f"raci:{role.id}")
    at = desk.model.column_of(f"raci:{role.id}")
    assert desk.model.headerData(at, Qt.Orientation.Horizontal) == "Client"
    desk.go(0, at)
    desk.type("a/r")
    desk.press(Key.Key_Return)
    assert [(mark.role, mark.letters) for mark in desk.steps[0].raci] == [(role.id, "A/R")]


def test_a_width_made_by_hand_is_kept(desk: Desk) -> None:
    desk.grid.setColumnWidth(2, 401)
    assert "tasks=401" in desk.session.flags.text("tables/widths").split("\n")
    desk.view.choose_columns()
    desk.menu().actions()[0].trigger()
    assert desk.grid.columnWidth(2) == 401


def test_the_menu_of_a_cell_selects_it_first_and_says_the_windows_words(desk: Desk) -> None:
    desk.click(2, 1, button=RIGHT)
    part, spot = desk.spot(2, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, part.mapToGlobal(spot))
    QApplication.sendEvent(part, event)
    menu = desk.menu()
    assert desk.at == (2, 1)
    assert desk.window.verbs["table.delete_rows"] in menu.actions()
    desk.window.verbs["table.delete_rows"].trigger()
    assert desk.names == ["Triage", "Plan the work", "Hand over"]
    menu.close()


# -- with the rest of the window ------------------------------------------------------------------------
def test_the_selection_is_shared(desk: Desk) -> None:
    desk.click(2, 1)
    assert desk.session.selection == (desk.steps[2].id,)
    desk.session.select([desk.steps[0].id])
    assert desk.at == (0, 1)
    desk.session.select([step.id for step in desk.steps[1:3]])
    assert desk.selected == (0, 1, 5, 2)


def test_a_change_elsewhere_is_seen(desk: Desk) -> None:
    with desk.session.edit("Set tasks") as draft:
        lists.set_tasks(draft, desk.steps[3].id, [Task.new("Wave")])
    assert desk.model.text(3, 2) == "– Wave"


def test_keys_work_in_the_outline_as_before(desk: Desk) -> None:
    desk.session.select([desk.steps[1].id])
    desk.window.regions.focus("outline")
    desk.press(Key.Key_Delete)
    assert desk.names == ["Triage", "Build it", "Hand over"]


def test_the_zoom_makes_rows_and_columns_larger(desk: Desk) -> None:
    before = desk.grid.rowHeight(0), desk.grid.columnWidth(2)
    desk.view.set_zoom(2.0)
    desk.settle(50)
    assert desk.grid.rowHeight(0) >= before[0] * 1.7
    assert abs(desk.grid.columnWidth(2) - 2 * before[1]) <= 2
    assert named(desk.window, "tables_grid").scale == 2.0


def test_a_problem_leads_to_the_cell_of_its_field(desk: Desk) -> None:
    desk.session.reveal([desk.steps[2].id])
    desk.session.field_requested.emit(desk.steps[2].id, "practices")
    assert desk.at == (2, 3)


def test_undo_brings_what_it_changed_into_view(make_desk: MakeDesk) -> None:
    desk = make_desk(small_document([f"Step number {number}" for number in range(60)]))
    desk.go(55, 0)
    desk.type("Changed")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Up, CTRL)
    assert desk.grid.rowViewportPosition(55) > desk.grid.viewport().height()
    desk.press(Key.Key_Z, CTRL)
    assert 0 <= desk.grid.rowViewportPosition(55) < desk.grid.viewport().height()


def test_the_menu_of_a_header_is_about_its_column(desk: Desk) -> None:
    header = desk.grid.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(header.sectionViewportPosition(3) + 5, 5))
    menu = desk.menu()
    assert desk.at[1] == 3
    desk.window.verbs["table.hide_column"].trigger()
    menu.close()
    assert [column.id for column in desk.model.columns] == ["name", "lane", "tasks", "tools"]
    trigger(desk.window, "table.fit_column")
    widths = desk.session.flags.text("tables/widths")
    assert "tools=" in widths


def test_the_numbers_at_the_left_select_rows(desk: Desk) -> None:
    header = desk.grid.verticalHeader()
    spot = QPoint(10, header.sectionViewportPosition(1) + 5)
    QTest.mouseClick(header.viewport(), LEFT, PLAIN, spot)
    desk.settle()
    assert desk.selected == (0, 1, 5, 1)
    assert desk.session.selection == (desk.steps[1].id,)


def test_several_tasks_are_typed_into_the_row_of_one(desk: Desk) -> None:
    trigger(desk.window, "table.by_task")
    desk.go(1, 2)
    desk.type_lines("Write it\nShow it")
    desk.press(Key.Key_Return)
    assert [task.text for task in desk.steps[0].tasks] == ["Ask back", "Write it", "Show it"]
    assert desk.model.rowCount() == 7


def test_the_other_layout_shows_the_same_step(desk: Desk) -> None:
    desk.go(3, 2)
    trigger(desk.window, "table.by_task")
    assert desk.at == (4, 2)
    assert desk.model.step_of(4) == desk.steps[3].id
    trigger(desk.window, "table.by_task")
    assert desk.at == (3, 2)


def test_going_into_the_table_selects_nothing(desk: Desk) -> None:
    assert desk.grid.currentIndex().isValid(), "the keyboard stands somewhere"
    assert desk.session.selection == ()
    desk.press(Key.Key_Down)
    assert desk.session.selection == (desk.steps[1].id,)


def test_there_is_air_between_the_sign_and_the_words_of_a_button(desk: Desk) -> None:
    size = desk.view.bar.columns.iconSize()
    assert size.width() >= size.height() + 6


def test_the_edit_menu_says_what_happens_to_cells_while_the_table_is_shown(desk: Desk) -> None:
    verbs = desk.window.verbs
    assert verbs["edit.delete"].text() == "Clear Cells"
    assert "no step is deleted" in verbs["edit.delete"].statusTip()
    assert verbs["edit.rename"].text() == "Edit Cell"
    desk.press(
        Key.Key_3, Qt.KeyboardModifier.AltModifier
    )  # the RACI view: the letters are cells, names are names
    assert verbs["edit.delete"].text() == "Clear Cells"
    assert verbs["edit.duplicate"].text() == "Fill Down"
    assert verbs["edit.rename"].text() == "Re&name"
    desk.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert [verbs[f"edit.{id}"].text() for id in ("delete", "rename", "duplicate")] == [
        "&Delete",
        "Re&name",
        "Dup&licate",
    ]
    assert "neighbours" in verbs["edit.delete"].statusTip()
