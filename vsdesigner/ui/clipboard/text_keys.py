"""Keys of the clipboard that Qt's text fields leave alone, and that are still not meant for the drawing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from vsdesigner.ui.guard import guarded

_CTRL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CTRL | Qt.KeyboardModifier.ShiftModifier
PASTE_PLAIN = QKeyCombination(_BOTH, Qt.Key.Key_V)
_KEYS = (PASTE_PLAIN, QKeyCombination(_BOTH, Qt.Key.Key_C), QKeyCombination(_CTRL, Qt.Key.Key_D))


def is_text_key(event: QKeyEvent) -> bool:
    """Whether a text field that has the keyboard keeps this key from the actions of the stream."""
    return event.keyCombination() in _KEYS


def is_plain_paste(event: QKeyEvent) -> bool:
    """Whether this key pastes without form: in a text field the same as to paste."""
    return event.keyCombination() == PASTE_PLAIN


class TextKeys(QObject):
    """Watches a part of the window in which the actions of the stream work: a text field in it that has the
    keyboard keeps these keys, whatever field it is."""

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and is_text_key(event)
            and isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        ):
            event.accept()
            return True
        return False
