"""Rows of the matrix: steps that open to their tasks, what is wrong with them, and where one stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.views.raci.conftest import MakeDesk
from tests.ui.views.raci.matrix_kit import ALT, CTRL, LEFT, PLAIN, SHIFT, Desk, Key, small_document
from tests.ui.window_kit import add_step, named
from vsdesigner.analysis.finding import Level
from vsdesigner.commands import raci, streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.wording import letters_of
from vsdesigner.ui.icons import icon
from vsdesigner.ui.views.raci.matrix_grid import CHECK_WIDTH

CLOSED = ["Triage", "Find out", "Repair"]
OPEN = ["Triage", "Ask back", "Write it down", "Find out", "Repair"]


def test_arrows_and_signs_open_and_close_a_step(desk: Desk) -> None:
    desk.go(0, -2)
    desk.press(Key.Key_Right)
    assert desk.rows == OPEN
    assert desk.place == (0, -2), "opening is no moving"
    desk.press(Key.Key_Left)
    assert desk.rows == CLOSED
    desk.type("+")
    assert desk.rows == OPEN
    desk.type("-")
    assert desk.rows == CLOSED
    desk.press(Key.Key_Space)
    assert desk.rows == OPEN
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Left)
    assert desk.place == (0, -2), "from a task to its step"
    desk.press(Key.Key_Right)
    assert desk.place == (0, 0), "in an open step Right goes on"
    assert desk.undo_count == 0


def test_all_steps_open_by_key_and_by_button(desk: Desk) -> None:
    desk.go(2, -2)
    desk.press(Key.Key_Right, CTRL | SHIFT)
    assert desk.rows == [*OPEN, "Test it"]
    assert desk.view.bar.tasks.isChecked()
    assert desk.window.verbs["raci.show_tasks"].isChecked()
    assert desk.grid.matrix.rows[desk.place[0]].title == "Repair", "the place is kept"
    desk.press(Key.Key_Left, CTRL | SHIFT)
    assert desk.rows == CLOSED
    QTest.mouseClick(desk.view.bar.tasks, LEFT)
    desk.settle()
    assert desk.rows == [*OPEN, "Test it"]


def test_a_click_on_the_caret_opens(desk: Desk) -> None:
    frozen = desk.grid.frozen
    assert frozen is not None and frozen.isVisible()
    rect = frozen.visualRect(desk.grid.matrix.index(0, 0))
    QTest.mouseClick(frozen.viewport(), LEFT, PLAIN, QPoint(rect.left() + 18, rect.center().y()))
    desk.settle()
    assert desk.rows == OPEN


def test_tasks_have_letters_of_their_own(desk: Desk) -> None:
    desk.go(0, -2)
    desk.press(Key.Key_Right)
    desk.go(2, 0)
    desk.type("r")
    task = desk.steps[0].tasks[1]
    assert letters_of(task.raci, desk.session.now.roles[0].id) == "R"
    assert desk.letters[0] == ["", "A/R", ""]
    assert desk.grid.matrix.rows[0].lettered == 1
    counts = desk.grid.matrix.counts[desk.session.now.roles[0].id]
    assert counts["R"] == 1
    QTest.mouseClick(desk.view.footer, LEFT, PLAIN, QPoint(20, 10))
    QTest.mouseClick(desk.view.footer, LEFT, PLAIN, QPoint(desk.grid.columnWidth(0) + 20, 10))
    assert desk.grid.matrix.counts[desk.session.now.roles[0].id]["R"] == 1, "only the words are a link"
    desk.view.footer.grab()
    link = desk.view.footer._link.center().toPoint()
    QTest.mouseMove(desk.view.footer, link)
    QTest.mouseClick(desk.view.footer, LEFT, PLAIN, link)
    assert desk.grid.matrix.counts[desk.session.now.roles[0].id]["R"] == 0, "steps only"


def test_what_is_open_stays_open_over_changes_and_streams(desk: Desk) -> None:
    desk.go(0, -2)
    desk.press(Key.Key_Right)
    with desk.session.edit("Add") as draft:
        other = streams.add(draft, "Other")
    desk.session.show_stream(other)
    desk.settle()
    assert desk.rows == []
    assert desk.view.no_steps.isVisible()
    desk.session.show_stream(desk.session.now.streams[0].id)
    desk.settle()
    assert desk.rows == OPEN


def test_without_steps_it_leads_to_where_they_are_made(make_desk: MakeDesk) -> None:
    desk = make_desk(streams.new_document())
    assert desk.view.no_steps.isVisible()
    QTest.mouseClick(desk.view.no_steps.lanes, LEFT)
    desk.settle()
    assert desk.window.shown_view == "lanes"


def test_the_keyboard_is_in_the_matrix_once_there_are_steps(make_desk: MakeDesk) -> None:
    desk = make_desk(streams.new_document())
    assert desk.focus is desk.view.no_steps.lanes
    desk.press(Key.Key_Return)
    assert desk.window.shown_view == "lanes"
    add_step(desk.session, "Triage")
    desk.session.view_requested.emit("raci")
    desk.settle()
    assert desk.focus is desk.grid
    desk.type("Buyer")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Escape)
    desk.type("r")
    assert desk.letters == [["R"]]


def test_a_step_and_a_task_are_renamed_in_place(desk: Desk) -> None:
    desk.go(0, -2)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_F2)
    desk.press(Key.Key_A, CTRL)
    desk.type("Sort")
    desk.press(Key.Key_Return)
    assert desk.steps[0].name == "Sort"
    assert desk.place == (1, -2), "Enter goes on below"
    desk.press(Key.Key_F2)
    desk.press(Key.Key_A, CTRL)
    desk.type("Ask")
    desk.press(Key.Key_Return)
    assert [task.text for task in desk.steps[0].tasks] == ["Ask", "Write it down"]
    assert desk.undo_count == 2


def test_the_check_column_says_what_is_wrong(desk: Desk, qtbot: QtBot) -> None:
    desk.go(0, 0)
    desk.type("c")
    desk.go(0, 1)
    desk.type("r")  # not any more: nobody does the work
    column = desk.grid.matrix.check_column

    def words(row: int) -> str:
        return str(desk.grid.matrix.index(row, column).data() or "")

    qtbot.waitUntil(lambda: words(0) == "Nobody responsible")
    assert desk.grid.matrix.verdict_at(0).level is Level.WARNING
    assert words(1).startswith("Nobody accountable"), "what has only not been written is said too, quietly"
    assert desk.grid.matrix.verdict_at(1).quiet
    assert desk.grid.matrix.verdict_at(1).level is None
    spoken = desk.grid.matrix.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Triage, check: Nobody responsible"
    desk.type("r")
    qtbot.waitUntil(lambda: words(0) == "OK")


def test_a_closed_step_tells_what_is_wrong_with_its_tasks(desk: Desk, qtbot: QtBot) -> None:
    desk.go(0, -2)
    desk.press(Key.Key_Right)
    desk.go(1, 0)
    desk.type("r")  # and nobody answers for the task
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Left)
    desk.press(Key.Key_Left)
    assert desk.rows == CLOSED
    qtbot.waitUntil(lambda: desk.grid.matrix.verdict_at(0).hidden is Level.ERROR)
    tip = str(desk.grid.matrix.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "1 of its tasks has letters" in tip


def test_a_problem_leads_to_its_cell(desk: Desk) -> None:
    step, role = desk.steps[2], desk.session.now.roles[2].id
    desk.session.reveal([step.id])
    desk.session.field_requested.emit(step.id, f"raci:{role}")
    desk.settle()
    assert desk.place == (2, 2)
    desk.session.field_requested.emit(step.id, f"tasks:{step.tasks[0].id}")
    desk.settle()
    assert desk.grid.matrix.rows[desk.place[0]].title == "Test it"


def test_the_selection_is_shared(desk: Desk) -> None:
    desk.go(1, 0)
    desk.press(Key.Key_Down, SHIFT)
    assert desk.session.selection == tuple(step.id for step in desk.steps[1:])
    desk.session.select([desk.steps[0].id])
    desk.settle()
    assert desk.place[0] == 0


def test_a_change_elsewhere_keeps_the_place(desk: Desk) -> None:
    desk.go(2, 1)
    with desk.session.edit("Set") as draft:
        raci.set_letters(draft, desk.steps[1].id, desk.session.now.roles[2].id, "I")
    assert desk.place == (2, 1)
    desk.session.view_requested.emit("lanes")
    with desk.session.edit("Set") as draft:
        raci.set_letters(draft, desk.steps[2].id, desk.session.now.roles[0].id, "C")
    desk.session.view_requested.emit("raci")
    desk.settle()
    assert desk.place == (2, 1)
    row = desk.grid.matrix.rows[2]
    assert row.letters[desk.session.now.roles[0].id] == "C"


def test_the_activity_is_shown_on_wish(desk: Desk) -> None:
    assert desk.grid.isColumnHidden(1)
    desk.window.verbs["raci.show_activity"].trigger()
    assert not desk.grid.isColumnHidden(1)
    assert desk.grid.matrix.index(1, 1).data() == "Design and Transition"
    assert desk.session.flags.flag("raci.activity", default=False)


def test_the_counts_step_back_where_there_is_no_room_for_rows(desk: Desk) -> None:
    assert desk.view.footer.isVisible()
    desk.window.regions.show("problems")
    desk.window.resize(1280, 560)
    desk.settle()
    assert not desk.view.footer.isVisible()
    desk.window.resize(1280, 1000)
    desk.settle()
    assert desk.view.footer.isVisible()


def test_everything_grows_with_the_zoom(desk: Desk) -> None:
    row, head = desk.grid.rowHeight(0), desk.grid.head.height()
    wide = desk.grid.columnWidth(2)
    desk.view.set_zoom(2.0)
    desk.settle()
    assert desk.grid.rowHeight(0) == 2 * row
    assert desk.grid.head.height() > head
    assert desk.grid.columnWidth(2) > wide


def test_the_name_of_a_menu_entry_names_its_letter(make_desk: MakeDesk) -> None:
    desk = make_desk(small_document())
    desk.go(1, 0)
    desk.press(Key.Key_F10, SHIFT)
    menu = named(desk.view, "raci_view.cell_menu")
    entries = {entry.text(): entry for entry in menu.actions()}
    entries["Consulted\tC"].trigger()
    menu.close()
    assert desk.letters[1][0] == "C"


def test_tasks_that_are_not_shown_wear_no_tick(make_desk: MakeDesk) -> None:
    desk = make_desk(small_document())
    desk.go(0, 0)
    desk.press(Key.Key_F10, SHIFT)
    menu = named(desk.view, "raci_view.cell_menu")
    (entry,) = [each for each in menu.actions() if each.text() == "Show Tasks"]
    ticked = icon("task").pixmap(16, 16).toImage()
    for sign in (entry.icon(), desk.view.bar.tasks.icon(), desk.window.verbs["raci.show_tasks"].icon()):
        assert not sign.isNull()
        assert sign.pixmap(16, 16).toImage() != ticked
    menu.close()


def test_alt_and_a_letter_mean_no_responsibility(desk: Desk) -> None:
    desk.go(1, 0)
    desk.press(Key.Key_R, ALT)
    assert desk.letters[1] == ["", "", ""]


def test_an_empty_draft_is_no_trouble(make_desk: MakeDesk) -> None:
    desk = make_desk(Draft(small_document(())).view)
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_R, CTRL)
    desk.type("-")
    assert desk.undo_count == 0


def test_going_into_the_matrix_selects_nothing(desk: Desk) -> None:
    assert desk.grid.currentIndex().isValid(), "the keyboard stands somewhere"
    assert desk.session.selection == ()
    desk.press(Key.Key_Down)
    assert desk.session.selection == (desk.steps[1].id,)


def test_what_nearly_fits_needs_no_scroll_bar(make_desk: MakeDesk) -> None:
    desk = make_desk(small_document([f"Role number {number}" for number in range(6)]))
    grid, window = desk.grid, desk.window
    window.resize(1700, window.height())
    desk.settle()
    behind = grid.matrix.check_column
    whole = sum(grid.columnWidth(column) for column in range(behind)) + round(CHECK_WIDTH)
    for short in (10, 40, 70):
        window.resize(window.width() + whole - short - grid.viewport().width(), window.height())
        desk.settle()
        assert grid.viewport().width() <= whole - short + 2, "the window is as narrow as this is about"
        assert grid.horizontalScrollBar().maximum() == 0, short


def test_there_is_air_between_the_sign_and_the_words_of_a_button(desk: Desk) -> None:
    for button in (desk.view.bar.tasks, desk.view.bar.role, desk.view.bar.letters):
        assert button.iconSize().width() >= button.iconSize().height() + 6
