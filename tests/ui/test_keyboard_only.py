"""People without a mouse: Enter presses buttons, F6 reaches messages, tabs and tools, no focus is unseen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.search.desk import CTRL, SHIFT, Key, open_window
from tests.ui.search.find_kit import document, replace
from tests.ui.window_kit import named
from vsdesigner.analysis.finding import Finding
from vsdesigner.model.records import Step
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.panels.problems import ProblemsList
from vsdesigner.ui.panels.problems_model import ROW_ROLE
from vsdesigner.ui.tool_bar import TopBar

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(qtbot, document()) as made:
        made.regions.focus("canvas")
        yield made


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    qtbot.keyClick(focus(), key, modifiers)
    QApplication.processEvents()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_conv_63_enter_presses_the_button_that_has_the_keyboard(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    panel = replace(window, qtbot, "ticket", "case")
    panel.bar.replace_all.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, key)
    assert window.session.now.get("s1", Step).name == "Log the case"
    panel.bar.whole.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, key)
    assert panel.bar.whole.isChecked()
    press(qtbot, key)
    assert not panel.bar.whole.isChecked()
    press(qtbot, key, CTRL)
    assert not panel.bar.whole.isChecked(), "Ctrl+Enter is another command"


def test_conv_63_f6_reaches_the_newest_message(window: MainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    canvas = focus()
    window.notifier.show("Deleted.", "Undo", lambda: done.append("older"))
    newest = window.notifier.show("Deleted again.", "Undo", lambda: done.append("newest"))
    press(qtbot, Key.Key_F6)
    assert focus() is newest.action_button
    press(qtbot, Key.Key_Return)
    assert done == ["newest"]
    assert focus() is canvas, "the keyboard goes back"
    press(qtbot, Key.Key_F6)
    press(qtbot, Key.Key_Escape)
    assert window.notifier.toasts == []
    assert focus() is canvas
    assert done == ["newest"]


def test_conv_63_f6_goes_on_from_a_message(window: MainWindow, qtbot: QtBot) -> None:
    toast = window.notifier.show("Deleted.", "Undo", lambda: None)
    press(qtbot, Key.Key_F6)
    press(qtbot, Key.Key_F6)
    assert not toast.isAncestorOf(focus())
    assert window.palette_panel.isAncestorOf(focus())
    press(qtbot, Key.Key_F6, SHIFT)
    assert toast.isAncestorOf(focus())


def test_conv_63_f6_stops_at_the_tabs_and_at_the_tools(window: MainWindow, qtbot: QtBot) -> None:
    canvas = focus()
    press(qtbot, Key.Key_F6, SHIFT)
    assert window.findChild(TopBar).isAncestorOf(focus())
    press(qtbot, Key.Key_F6, SHIFT)
    assert window.tabs.isAncestorOf(focus())
    press(qtbot, Key.Key_F6)
    press(qtbot, Key.Key_F6)
    assert focus() is canvas


def test_conv_63_who_names_a_new_stream_is_on_the_canvas_afterwards(window: MainWindow, qtbot: QtBot) -> None:
    canvas = focus()
    for leave in (Key.Key_Return, Key.Key_Escape):
        window.verbs["stream.new"].trigger()
        assert focus() is not canvas, "its name is asked for"
        press(qtbot, leave)
        assert focus() is canvas
    window.verbs["stream.new"].trigger()
    window.verbs["edit.undo"].trigger()
    assert focus() is canvas
    window.tabs.bar.setFocus()
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_Return)
    assert focus() is window.tabs.bar, "who came from the tabs stays there"


def test_conv_63_going_into_a_lane_takes_the_keyboard_along(window: MainWindow, qtbot: QtBot) -> None:
    canvas = focus()
    window.session.select(("s1",))
    window.verbs["lane.leave"].trigger()
    window.regions.focus("outline")
    window.verbs["lane.enter"].trigger()
    assert focus() is canvas


def test_conv_63_the_problems_show_where_the_keyboard_is(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.session.problems.findings), timeout=5000)
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    found = named(window, "problems_list", ProblemsList)
    qtbot.waitUntil(lambda: found.hasFocus())
    assert isinstance(found.currentIndex().data(ROW_ROLE), Finding), "a heading shows no focus"
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Up)
    assert isinstance(found.currentIndex().data(ROW_ROLE), Finding)


def test_conv_63_the_palette_shows_where_the_keyboard_is(window: MainWindow, qtbot: QtBot) -> None:
    window.regions.focus("palette")
    window.palette_panel.list.setCurrentIndex(QModelIndex())
    window.regions.focus("canvas")
    window.regions.focus("palette")
    assert window.palette_panel.list.currentIndex().row() == 0
