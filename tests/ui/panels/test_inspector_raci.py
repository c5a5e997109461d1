"""The responsibility grid: letters by key and mouse, the one accountable, roles made on the fly."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.panels.conftest import CONTROL, LEFT, Bench
from vsdesigner.document.wording import letters_of
from vsdesigner.model.parts import RaciLetter
from vsdesigner.model.records import SETTINGS_ID, DocumentSettings


def letters(bench: Bench, number: int = 0) -> list[str]:
    """The letters of all roles, from top to bottom."""
    return [letters_of(bench.steps[number].raci, role.id) for role in bench.session.now.roles]


def roles(bench: Bench) -> list[str]:
    return [role.name for role in bench.session.now.roles]


def go_to(bench: Bench, row: int, column: int = 1) -> Any:
    grid = bench.widget("raci.grid")
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(row, column))
    return grid


@pytest.fixture
def grid(bench: Bench) -> Bench:
    bench.select_step()
    return bench


def test_conv_45_letters_by_key(grid: Bench) -> None:
    go_to(grid, 0)
    grid.type("c")
    grid.press(Qt.Key.Key_Down)
    grid.type("r")
    grid.press(Qt.Key.Key_Down)
    grid.type("Ii")
    assert letters(grid) == ["C", "A", ""]
    assert grid.undo_count == 4
    grid.type("rc")
    assert letters(grid)[2] == "R/C"
    assert grid.session.history.undoText() == "Change the responsibility of “Engineer”"


def test_conv_45_a_second_accountable_moves_the_first_and_says_so(grid: Bench) -> None:
    go_to(grid, 2)
    grid.type("a")
    assert letters(grid) == ["", "R", "A"]
    text, action, undo = grid.told[-1]
    assert text == "“Engineer” is accountable now; it was “Coordinator” before."
    assert action == "Undo"
    undo()
    assert letters(grid) == ["", "A/R", ""]


def test_accountable_and_responsible_together(grid: Bench) -> None:
    go_to(grid, 1)
    grid.type("r")
    assert letters(grid)[1] == "A"
    grid.type("r")
    assert letters(grid)[1] == "A/R"
    assert grid.told == []


def test_conv_45_space_cycles_in_one_step_and_takes_nothing_from_others(grid: Bench) -> None:
    go_to(grid, 0)
    seen = []
    for _ in range(4):
        grid.press(Qt.Key.Key_Space)
        seen.append(letters(grid)[0])
    assert seen == ["R", "C", "I", ""], "the A is taken"
    go_to(grid, 1)
    seen = []
    for _ in range(4):
        grid.press(Qt.Key.Key_Space)
        seen.append(letters(grid)[1])
    assert seen == ["C", "I", "", "R"]
    assert grid.undo_count == 1, "a round that ends where it started is no step"
    grid.undo()
    assert letters(grid)[1] == "A/R"


def test_delete_clears(grid: Bench) -> None:
    go_to(grid, 1)
    grid.press(Qt.Key.Key_Delete)
    assert letters(grid) == ["", "", ""]
    grid.undo()
    assert letters(grid) == ["", "A/R", ""]


def test_enter_and_mouse_toggle_the_cell(grid: Bench) -> None:
    widget = go_to(grid, 0, 3)
    grid.press(Qt.Key.Key_Return)
    assert letters(grid)[0] == "C"
    rect = widget.visualRect(widget.model().index(2, 4))
    grid.click(widget, rect.center())
    assert letters(grid) == ["C", "A/R", "I"]
    grid.click(widget, rect.center())
    assert letters(grid)[2] == ""


def test_a_press_that_is_released_elsewhere_is_none(grid: Bench) -> None:
    widget = go_to(grid, 0)
    model = widget.model()
    grid.panel.page.ensureWidgetVisible(widget)
    QTest.mousePress(widget.viewport(), LEFT, pos=widget.visualRect(model.index(0, 3)).center())
    QTest.mouseRelease(widget.viewport(), LEFT, pos=widget.visualRect(model.index(2, 3)).center())
    assert letters(grid) == ["", "A/R", ""]


def test_adding_roles_keeps_the_keyboard(grid: Bench) -> None:
    field = grid.click("raci.add")
    grid.type("Sponsor")
    grid.press(Qt.Key.Key_Return)
    grid.type("Auditor")
    grid.press(Qt.Key.Key_Return)
    assert roles(grid) == ["Requester", "Coordinator", "Engineer", "Sponsor", "Auditor"]
    assert grid.focus is field
    assert field.text() == ""
    grid.press(Qt.Key.Key_Up)
    grid.type("i")
    assert letters(grid)[4] == "I", "up leads to the role just made"
    grid.press(Qt.Key.Key_Down)
    assert grid.focus is field
    grid.type("sponsor")
    grid.press(Qt.Key.Key_Return)
    assert len(roles(grid)) == 5
    assert grid.undo_count == 3


def test_the_first_role_of_a_document(bench: Bench) -> None:
    with bench.session.edit("Prepare") as draft:
        for role in draft.view.roles:
            draft.remove(role.id)
    bench.select_step()
    assert bench.shown("raci.grid") == []
    bench.click("raci.add")
    bench.type("Somebody")
    bench.press(Qt.Key.Key_Return)
    assert bench.shown("raci.grid") == ["raci.grid"]
    grid = bench.widget("raci.grid")
    assert grid.height() >= 60


def test_renaming_by_f2(grid: Bench) -> None:
    go_to(grid, 0, 2)
    grid.press(Qt.Key.Key_F2)
    assert grid.focus.objectName() == "raci.rename"
    grid.press(Qt.Key.Key_A, CONTROL)
    grid.type("Customer")
    grid.press(Qt.Key.Key_Return)
    assert roles(grid)[0] == "Customer"
    assert grid.session.history.undoText() == "Rename “Requester”"
    grid.press(Qt.Key.Key_F2)
    grid.type("x")
    grid.press(Qt.Key.Key_Escape)
    assert roles(grid)[0] == "Customer"
    assert grid.undo_count == 1


def test_renaming_by_double_click_and_leaving(grid: Bench) -> None:
    widget = grid.widget("raci.grid")
    grid.panel.page.ensureWidgetVisible(widget)
    place = widget.visualRect(widget.model().index(2, 0)).center()
    QTest.mouseDClick(widget.viewport(), LEFT, pos=place)
    grid.settle()
    grid.press(Qt.Key.Key_A, CONTROL)
    grid.type("Mechanic")
    grid.session.committing.emit()
    assert roles(grid)[2] == "Mechanic"
    QTest.mouseDClick(widget.viewport(), LEFT, pos=place)
    grid.settle()
    grid.press(Qt.Key.Key_A, CONTROL)
    grid.type("Fitter")
    grid.leave()
    assert roles(grid)[2] == "Fitter"


def test_a_name_that_is_taken_is_refused(grid: Bench) -> None:
    go_to(grid, 0, 0)
    grid.press(Qt.Key.Key_F2)
    grid.press(Qt.Key.Key_A, CONTROL)
    grid.type("ENGINEER")
    grid.press(Qt.Key.Key_Return)
    assert roles(grid)[0] == "Requester"
    assert grid.told[-1][0] == "There is a role “ENGINEER” already."


def test_removing_a_role(grid: Bench) -> None:
    widget = grid.widget("raci.grid")
    grid.panel.page.ensureWidgetVisible(widget)
    spot = widget.visualRect(widget.model().index(1, 0)).center()
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse,
        spot,
        widget.viewport().mapToGlobal(spot),
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget.viewport(), event)
    menu = widget.findChild(QMenu)
    action = menu.actions()[-1]
    assert action.text() == "Remove “Coordinator” from the document"
    action.trigger()
    menu.close()
    grid.settle()
    assert roles(grid) == ["Requester", "Engineer"]
    assert grid.told[-1][1] == "Undo"
    grid.undo()
    assert letters(grid) == ["", "A/R", ""]


def test_several_steps(bench: Bench) -> None:
    first, second = bench.steps
    bench.select(first.id, second.id)
    grid = go_to(bench, 1)
    model = grid.model()
    spoken = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Coordinator is Accountable in some of the steps"
    bench.type("a")
    assert (letters(bench), letters(bench, 1)) == (["", "A/R", ""], ["", "A", ""])
    bench.type("a")
    assert (letters(bench), letters(bench, 1)) == (["", "R", ""], ["", "", ""])
    assert bench.undo_count == 2


def test_another_letter_set(bench: Bench) -> None:
    with bench.session.edit("Letters") as draft:
        draft.add(
            DocumentSettings(
                raci_letters=(
                    RaciLetter(letter="A", name="Accountable"),
                    RaciLetter(letter="R", name="Responsible"),
                    RaciLetter(letter="VS", name="Verifies and signs"),
                )
            )
        ) if SETTINGS_ID not in draft.view else draft.update(
            SETTINGS_ID,
            raci_letters=(
                RaciLetter(letter="A", name="Accountable"),
                RaciLetter(letter="R", name="Responsible"),
                RaciLetter(letter="VS", name="Verifies and signs"),
            ),
        )
    bench.select_step()
    go_to(bench, 0)
    bench.type("v")
    assert letters(bench)[0] == "VS"
    bench.type("q")
    assert bench.undo_count == 2


def test_what_is_spoken(grid: Bench) -> None:
    model = grid.widget("raci.grid").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 0).data(role) == "Coordinator: Responsible, Accountable"
    assert model.index(0, 0).data(role) == "Requester: not involved"
    assert model.index(1, 2).data(role) == "Coordinator is Accountable"
    assert model.index(1, 3).data(role) == "Coordinator is not Consulted"


def test_a_shortcut_takes_no_letter(grid: Bench) -> None:
    """Letters belong to the grid, whatever shortcuts the window has."""
    from PySide6.QtGui import QAction, QKeySequence

    pressed = []
    for key in ("I", "Del", "Space", "F2"):
        action = QAction(grid.window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False, key=key: pressed.append(key))
        grid.window.addAction(action)
    go_to(grid, 0)
    grid.type("i")
    grid.press(Qt.Key.Key_Delete)
    grid.press(Qt.Key.Key_Space)
    grid.press(Qt.Key.Key_F2)
    assert pressed == []
    assert letters(grid)[0] == "R"
    grid.press(Qt.Key.Key_Escape)


def test_rows_grow_with_long_names(grid: Bench) -> None:
    widget = grid.widget("raci.grid")
    before = widget.rowHeight(0)
    role = grid.session.now.roles[0].id
    with grid.session.edit("Rename") as draft:
        draft.update(role, name="A role with a name that needs several lines to be read in full " * 2)
    grid.settle()
    assert widget.rowHeight(0) > 2 * before
    assert widget.height() >= sum(widget.rowHeight(row) for row in range(3))
    assert widget.viewport().height() == sum(widget.rowHeight(row) for row in range(3))
    assert widget.mapTo(grid.panel, QPoint(widget.width(), 0)).x() <= grid.panel.width()


def test_the_grid_that_is_asked_for_comes_into_view_as_a_whole(bench: Bench, qtbot: QtBot) -> None:
    """Sections above it are made and laid out only while one scrolls there."""
    bench.window.resize(bench.window.width(), 420)
    bench.session.select(())
    bench.settle()
    bench.session.field_requested.emit(bench.steps[0].id, "raci")
    grid = bench.widget("raci.grid")
    qtbot.waitUntil(lambda: grid.visibleRegion().boundingRect().height() == grid.height(), timeout=2_000)
    assert bench.focus is grid
