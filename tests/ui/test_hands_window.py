"""Quick hands in the whole window, where every key has other takers as well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canvas.ten_steps import STEPS, draw, drawn
from tests.ui.window_kit import Answers, named, windows_of
from vsdesigner.model.records import TerminalKind
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    made.activateWindow()
    made.regions.focus("canvas")
    yield made
    program.quit()


def canvas_of(window: MainWindow) -> LaneCanvas:
    found = window.centre.widget
    assert isinstance(found, LaneCanvas)
    return found


def key(key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def write(text: str) -> None:
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)
    QApplication.processEvents()


def names(window: MainWindow) -> list[str]:
    return [step.name for step in window.session.now.steps(window.session.stream)]


def test_ten_steps_in_the_whole_window(window: MainWindow) -> None:
    draw(canvas_of(window))
    assert drawn(window.session) == [(lane, name) for lane, _, name in STEPS]


def test_keys_of_the_window_wait_while_the_card_is_open(window: MainWindow) -> None:
    zoom = window.view.zoom()
    write("x")
    card = canvas_of(window).stage.quick_add.card
    key(Key.Key_2, CTRL)
    assert card.activity.lane == "plan"
    assert window.view.zoom() == zoom, "Ctrl+2 fits the selection elsewhere"
    key(Key.Key_Z, CTRL)
    assert card.name.text() == "" and window.session.history.count() == 0, "undo of text"
    key(Key.Key_Escape)
    assert not canvas_of(window).stage.quick_add.shown
    assert names(window) == []


def test_ctrl_enter_and_ctrl_shift_enter_work_on_the_canvas(window: MainWindow) -> None:
    key(Key.Key_Return, CTRL)
    assert canvas_of(window).stage.quick_add.shown
    write("Log it")
    key(Key.Key_Return)
    key(Key.Key_Return, CTRL)
    write("Solve it")
    key(Key.Key_Return)
    verb = named(window, "action.insert.connect_to_value", QAction)
    assert verb.isEnabled()
    key(Key.Key_Return, CTRL | SHIFT)
    assert not verb.isEnabled()
    value = window.session.now.terminal(window.session.stream, TerminalKind.VALUE)
    assert len(window.session.now.incoming(value.id)) == 1
    assert names(window) == ["Log it", "Solve it"]


def test_the_menu_and_its_name_are_one_step_back_and_esc_takes_both(window: MainWindow) -> None:
    named(window, "action.insert.plan", QAction).trigger()
    write("Think")
    key(Key.Key_Return)
    assert names(window) == ["Think"]
    window.session.undo()
    assert names(window) == [] and window.session.history.index() == 0
    named(window, "action.insert.plan", QAction).trigger()
    key(Key.Key_Escape)
    assert names(window) == [] and window.session.history.count() == 0


def test_saving_adds_what_is_on_the_card(window: MainWindow) -> None:
    write("Half")
    window.session.committing.emit()
    assert names(window) == ["Half"]
    assert canvas_of(window).view.hasFocus()


def test_a_click_beside_the_name_keeps_the_card(window: MainWindow) -> None:
    write("Half")
    card = canvas_of(window).stage.quick_add.card
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    QTest.mouseClick(card.keys, Qt.MouseButton.LeftButton)
    assert canvas_of(window).stage.quick_add.shown and card.name.hasFocus()


def test_the_lane_is_said_in_the_status_line(window: MainWindow) -> None:
    draw(canvas_of(window))
    key(Key.Key_Up, CTRL | SHIFT)
    assert window.status.message.text() == "Lane Deliver and Support"


def test_the_command_palette_opens_it_and_leaves_it_open(window: MainWindow, qtbot: QtBot) -> None:
    key(Key.Key_K, CTRL)
    write("quick add")
    key(Key.Key_Return)
    qtbot.wait(50)
    assert canvas_of(window).stage.quick_add.shown
    assert QApplication.focusWidget() is canvas_of(window).stage.quick_add.card.name
