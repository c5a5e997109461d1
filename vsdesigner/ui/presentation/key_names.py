"""The names of keys, as the commands of a presentation write them."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

#: Keys that mean the same as others, e.g. on the remote controls of presenters.
SAME = {
    "Media Next": "Right",
    "Media Previous": "Left",
    "Volume Down": "Right",
    "Volume Up": "Left",
    "Forward": "Right",
    "Back": "Left",
    "Enter": "Return",
}
_DROPPED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


def key_of(event: QKeyEvent) -> str:
    """Return the portable name of what was pressed: "Right", "Shift+X", "Ctrl+Z", "+".

    A sign is named by itself however the keyboard's layout makes it; the keypad is like the rest.
    """
    modifiers = event.modifiers() & ~_DROPPED
    text = event.text()
    shifted = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    if shifted and len(text) == 1 and text.isprintable() and not text.isalnum() and not text.isspace():
        return text
    key = Qt.Key(event.key())
    name = QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)
    return SAME.get(name, name)
