"""How the keys of commands are written for people."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from vsdesigner.ui.i18n import tr

#: Keys that have a sign of their own.
SIGNS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "Return": "⏎", "Backspace": "⌫"}
_NAMES = {
    "Space": "Space",
    "PgDown": "Page down",
    "PgUp": "Page up",
    "Home": "Home",
    "End": "End",
    "Esc": "Esc",
    "Tab": "Tab",
}


def key_words(key: str) -> str:
    """Return a portable key as it is written here: "→", "Page down", "Shift+→", on a Mac "⌘Z"."""
    if key in SIGNS:
        return SIGNS[key]
    if key in _NAMES:
        return tr(_NAMES[key])
    written = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
    last = key.rpartition("+")[2]
    return written.removesuffix(last) + SIGNS[last] if last in SIGNS and written.endswith(last) else written
