"""Which keys belong to a focused text field, so that no shortcut of the window takes them away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Key = Qt.Key
Modifier = Qt.KeyboardModifier

ENTER = frozenset({Key.Key_Return, Key.Key_Enter})
_COMMANDS = Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
#: Tab moves on and Esc is decided by the field itself; the rest of the special keys without a command
#: modifier (Enter, arrows, Home, Delete …) means something in a text.
_PASSED_ON = frozenset({Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_Menu})
_ARROWS: dict[int, int] = {Key.Key_Up: -1, Key.Key_Down: 1}
_SIDEWAYS: dict[int, int] = {Key.Key_Left: -1, Key.Key_Right: 1}


def is_plain(event: QKeyEvent) -> bool:
    """Say whether a key comes without Ctrl, Alt or Meta (AltGr, which is Ctrl+Alt and types, is plain)."""
    held = event.modifiers() & _COMMANDS
    if held == (Modifier.ControlModifier | Modifier.AltModifier):
        return event.text().isprintable() and event.text() != ""
    return not held


def is_shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Modifier.ShiftModifier)


def is_text_key(event: QKeyEvent) -> bool:
    """Say whether a key belongs to a text field: letters, Enter, arrows …, but no function keys."""
    key = event.key()
    if Key.Key_F1 <= key <= Key.Key_F35 or key in _PASSED_ON:
        return False
    return is_plain(event)


def is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Say whether a key redoes; both common ones do everywhere, whatever the platform prefers."""
    if event.matches(QKeySequence.StandardKey.Redo):
        return True
    control = event.modifiers() & _COMMANDS == Modifier.ControlModifier
    return control and (
        (event.key() == Key.Key_Y and not is_shifted(event))
        or (event.key() == Key.Key_Z and is_shifted(event))
    )


def is_alt_arrow(event: QKeyEvent) -> int:
    """Return -1 for Alt+Up, 1 for Alt+Down, 0 for everything else."""
    if event.modifiers() & _COMMANDS != Modifier.AltModifier:
        return 0
    return _ARROWS.get(event.key(), 0)


def is_alt_sideways(event: QKeyEvent) -> int:
    """Return -1 for Alt+Left, 1 for Alt+Right, 0 for everything else."""
    if event.modifiers() & _COMMANDS != Modifier.AltModifier:
        return 0
    return _SIDEWAYS.get(event.key(), 0)
