"""Shift+F10 asks for the context menu, as the menu key does, which many keyboards lack."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_CURSOR = Qt.InputMethodQuery.ImCursorRectangle


def add_menu_key(window: QWidget) -> None:
    """Let Shift+F10 open the context menu of whatever has the keyboard in a window."""
    QShortcut(QKeySequence("Shift+F10"), window, _ask_for_menu)


def _ask_for_menu() -> None:
    focus = QApplication.focusWidget()
    if focus is None:
        return
    area = focus.inputMethodQuery(_CURSOR)
    at = area.center() if isinstance(area, QRect) and not area.isEmpty() else focus.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focus.mapToGlobal(at))
    QApplication.sendEvent(focus, event)
