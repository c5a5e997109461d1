"""Shift+F10 does what the menu key does, for keyboards without one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, named, windows_of
from vsdesigner.commands import streams
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
    yield made
    program.quit()


def ask(qtbot: QtBot) -> QMenu:
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_F10, Mod.ShiftModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=2000)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "").split("\t")[0] for action in menu.actions()]


def test_conv_63_shift_f10_opens_the_menu_of_the_selected_step(window: MainWindow, qtbot: QtBot) -> None:
    step = add_step(window.session, "Triage")
    window.regions.focus("canvas")
    window.session.select((step.id,))
    menu = ask(qtbot)
    assert "Rename" in words(menu)
    menu.close()


def test_conv_63_shift_f10_opens_the_menu_of_the_tab_that_has_the_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    with window.session.edit("Fill") as draft:
        for name in ("Provide", "Restore", "Retire"):
            streams.add(draft, name)
    shown = window.session.stream
    window.tabs.bar.setFocus()
    menu = ask(qtbot)
    assert menu is named(window, "stream_menu", QMenu)
    assert window.session.stream == shown, "the tab in the middle is not meant"
    menu.close()
