"""Keys that mean the same all over a window: Shift+F10 asks for the menu, Enter presses a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from vsdesigner.ui.guard import guarded

_CURSOR = Qt.InputMethodQuery.ImCursorRectangle


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def add_menu_key(window: QWidget) -> None:
    """Let Shift+F10 open the context menu of whatever has the keyboard in a window.

    Many keyboards lack the menu key.
    """
    QShortcut(QKeySequence("Shift+F10"), window, _ask_for_menu)


def add_keys(window: QWidget) -> None:
    """Let a window know the keys that mean the same in all of its parts."""
    add_menu_key(window)
    window.installEventFilter(ButtonKey(window))


class ButtonKey(QObject):
    """Presses the button that has the keyboard when Enter comes up to the window: nobody inside wanted it.

    Qt presses buttons by Enter in dialogs only; elsewhere it is Space alone, which few people know.
    """

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        focus = QApplication.focusWidget()
        if event.key() not in _ENTER or not plain or not isinstance(focus, QAbstractButton):
            return False
        if event.isAutoRepeat() or not focus.isEnabled():
            return True
        if isinstance(focus, QToolButton) and focus.menu() is not None:
            focus.showMenu()
        else:
            focus.click()
        return True


def _ask_for_menu() -> None:
    focus = QApplication.focusWidget()
    if focus is None:
        return
    area = focus.inputMethodQuery(_CURSOR)
    at = area.center() if isinstance(area, QRect) and not area.isEmpty() else focus.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focus.mapToGlobal(at))
    QApplication.sendEvent(focus, event)
