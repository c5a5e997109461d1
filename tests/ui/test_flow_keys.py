"""The keys of the Flow menu, pressed in a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.canvas.streams import small_stream
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.model.parts import Bend
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    made.activateWindow()
    made.session.replace(small_stream())
    made.regions.focus("canvas")
    yield made
    program.quit()


def focused() -> QWidget:
    """What has the keyboard now."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(focused(), key, keys)


def test_conv_34_insert_key_puts_a_step_into_the_selected_flow(window: MainWindow) -> None:
    session = window.session
    count = len(session.now.steps(session.stream))
    press(Key.Key_J, Mod.ControlModifier)
    (flow,) = session.selection
    press(Key.Key_Insert)
    for letter in "Receive":
        QTest.keyClicks(focused(), letter)
    press(Key.Key_Return)
    steps = session.now.steps(session.stream)
    assert len(steps) == count + 1
    assert steps[0].name == "Receive"
    assert [line.target for line in session.now.outgoing(steps[0].id)]
    assert flow in session.now


def test_conv_33_alt_shift_r_resets_the_route(window: MainWindow) -> None:
    session = window.session
    press(Key.Key_J, Mod.ControlModifier)
    (flow,) = session.selection
    with session.edit("Bend") as draft:
        draft.update(flow, bends=(Bend(lane="plan", x=230.0, y=40.0),))
    bent = session.now
    press(Key.Key_R, Mod.AltModifier | Mod.ShiftModifier)
    assert session.now != bent
    assert not any(line.bends for line in session.now.flows(session.stream))
    session.undo()
    assert session.now == bent


def test_conv_10_the_menu_of_flows_follows_the_selection(window: MainWindow) -> None:
    names = ("flow.insert_step", "flow.reverse", "flow.make_rework")
    assert [window.verbs[name].isEnabled() for name in names] == [False, False, False]
    press(Key.Key_J, Mod.ControlModifier)
    assert [window.verbs[name].isEnabled() for name in names] == [True, False, True], (
        "nothing leads to demand"
    )
    assert window.verbs["flow.make_main"].isChecked()
