"""Roles in the inspector: their card from the grid and from the lines of the use case, and the offer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.panels.conftest import Bench
from vsdesigner.commands import letter_sets
from vsdesigner.model.parts import Responsibility

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def choose(bench: Bench, widget: QWidget, text: str, at: QPoint | None = None) -> None:
    """Open the context menu of a widget and take an entry by keys."""
    point = at if at is not None else widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)
    bench.settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(action for action in menu.actions() if action.text().startswith(text))
    assert isinstance(entry, QAction)
    menu.setActiveAction(entry)
    QTest.keyClick(menu, Key.Key_Return)
    bench.settle()


def test_the_card_from_the_grid(bench: Bench) -> None:
    bench.select_step()
    grid = bench.widget("raci.grid")
    row = grid.visualRect(grid.model().index(1, 0)).center()
    choose(bench, grid.viewport(), "Edit Role…", row)
    assert bench.focus.objectName() == "role_card.name"
    bench.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    bench.type("Dispatcher")
    bench.press(Key.Key_Return)
    assert grid.model().index(1, 0).data() == "Dispatcher"
    assert bench.session.history.undoText() == "Rename “Coordinator”"


def test_roles_are_put_in_order(bench: Bench) -> None:
    bench.select_step()
    grid = bench.widget("raci.grid")
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(2, 1))

    def names() -> list[str]:
        return [grid.model().index(row, 0).data() for row in range(grid.model().rowCount())]

    bench.press(Key.Key_Up, ALT, times=2)
    assert names() == ["Engineer", "Requester", "Coordinator"]
    assert grid.current_role() == bench.session.now.roles[0].id, "the keyboard goes with the role"
    bench.press(Key.Key_Up, ALT)
    assert bench.undo_count == 2, "there is no place before the first"
    bench.press(Key.Key_Down, ALT)
    assert names() == ["Requester", "Engineer", "Coordinator"]
    assert bench.session.history.undoText() == "Move the role “Engineer”"
    row = grid.visualRect(grid.model().index(2, 0)).center()
    choose(bench, grid.viewport(), "Move Role Up", row)
    assert names() == ["Requester", "Coordinator", "Engineer"]


def test_the_card_from_a_line_of_the_use_case(bench: Bench) -> None:
    role = bench.session.now.roles[2]
    with bench.session.edit("x") as draft:
        draft.update(bench.stream.id, responsibilities=(Responsibility(id="d", role=role.id, duty="Builds"),))
    bench.select()
    bench.settle()
    title = bench.widget("responsibilities.row.0.role")
    choose(bench, title, "Edit Role…")
    assert bench.focus.objectName() == "role_card.name"
    assert bench.focus.text() == "Engineer"


def test_a_new_line_has_no_role_to_edit(bench: Bench) -> None:
    bench.select()
    bench.click("responsibilities.add")
    bench.type("N")
    title = bench.focus
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), title.mapToGlobal(QPoint(2, 2))
    )
    QApplication.sendEvent(title, event)
    bench.settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert not [action for action in menu.actions() if action.text() == "Edit Role…"]
    menu.close()


def test_the_offer_stands_below_the_lines_and_makes_roles(bench: Bench, qtbot: QtBot) -> None:
    with bench.session.edit("x") as draft:
        draft.update(bench.stream.id, owner="John Doe")
    bench.select()
    qtbot.waitUntil(lambda: not bench.shown("prose_offer"))  # the facility team was one; a person is none
    text = "The landlord comes by. The porter team carries the desks."
    with bench.session.edit("x") as draft:
        draft.update(bench.stream.id, description=text)
    qtbot.waitUntil(lambda: bool(bench.shown("prose_offer")))
    offer = bench.widget("prose_offer")
    assert "Porter team" in offer.text()
    offer.setFocus()
    bench.press(Key.Key_Return)
    assert bench.focus.objectName() == "make_roles.0"
    bench.press(Key.Key_Tab)
    bench.press(Key.Key_Space)
    assert [role.name for role in bench.session.now.roles][-1] == "Porter team"
    assert bench.widget("responsibilities.row.0.duty").text() == "Carries the desks."
    qtbot.waitUntil(lambda: not bench.shown("prose_offer"))
    assert bench.focus.objectName() == "responsibilities.add"


def test_the_grid_follows_another_set_at_once(bench: Bench) -> None:
    bench.select_step()
    grid = bench.widget("raci.grid")

    def columns() -> list[str]:
        model = grid.model()
        across = Qt.Orientation.Horizontal
        return [str(model.headerData(column, across)) for column in range(1, model.columnCount())]

    assert columns() == ["R", "A", "C", "I"]
    change(bench, lambda draft: letter_sets.use_set(draft, "rasci"))
    assert columns() == ["R", "A", "S", "C", "I"]
    bench.session.undo()
    assert columns() == ["R", "A", "C", "I"]


def change(bench: Bench, verb: Callable[..., None]) -> None:
    with bench.session.edit("Change") as draft:
        verb(draft)
    bench.settle()
