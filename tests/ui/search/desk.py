"""A window with the sample document, its palette and find panel, driven by keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.sample import sample
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.search.find_panel import FindPanel
from vsdesigner.ui.search.palette import CommandPalette

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@contextmanager
def open_window(qtbot: QtBot, view: Snapshot | None = None) -> Iterator[MainWindow]:
    """A window of 1280 by 800 with a document, the keyboard on the canvas."""
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    window = windows_of(program)[0]
    window.resize(1280, 800)
    qtbot.waitExposed(window)
    window.activateWindow()
    window.session.replace(view if view is not None else sample())
    window.regions.focus("canvas")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield window
    program.quit()


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def type_in(qtbot: QtBot, text: str) -> None:
    """Type a text where the keyboard is, letter by letter."""
    qtbot.keyClicks(QApplication.focusWidget(), text)


def palette_of(window: MainWindow) -> CommandPalette:
    """The open palette."""
    found = window.findChild(CommandPalette)
    assert found is not None and found.isVisible()
    return found


def summon(window: MainWindow, qtbot: QtBot, text: str = "") -> CommandPalette:
    """Ctrl+K, and type."""
    press(qtbot, Key.Key_K, CTRL)
    palette = palette_of(window)
    if text:
        type_in(qtbot, text)
    return palette


def texts(palette: CommandPalette) -> list[str]:
    """The texts of the listed rows."""
    return [row.text for row in palette.list.rows()]


def panel_of(window: MainWindow) -> FindPanel:
    """The find panel, which has to be open."""
    assert window.regions.is_shown("find")
    return window.search.panel


def shortcut(window: MainWindow, id: str) -> str:
    """The key of an action as it is written here."""
    return window.verbs[id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
