"""Makes text that a user wrote harmless where Qt would read rich text, mnemonics or place holders in it."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

TOOLTIP_LENGTH = 2_000
MENU_LENGTH = 60
_MAY_BREAK = "\u200b"  # takes no room, and a line may end there


def shortened(text: str, length: int) -> str:
    """``text`` with at most ``length`` characters, the last one an ellipsis when something was cut."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def breakable(text: str, longest: int = 12) -> str:
    """``text`` in which lines may also end inside words of more than ``longest`` letters.

    For labels, which else are as wide as their longest word. What is read aloud or copied is the text itself.
    """
    made: list[str] = []
    run = 0
    for index, letter in enumerate(text):
        run = run + 1 if letter.isalnum() else 0
        made.append(letter)
        # Only between two letters: marks above them and parts of emoji stay with what they belong to.
        if run >= longest and text[index + 1 : index + 2].isalnum():
            made.append(_MAY_BREAK)
            run = 0
    return "".join(made)


def escape_tooltip(text: str) -> str:
    """A tooltip that shows ``text`` letter by letter and wraps at word ends; empty for empty text.

    Qt guesses the format of tooltips, so the only safe text is rich text in which everything is escaped.
    """
    if not text.strip():
        return ""
    escaped = html.escape(shortened(text, TOOLTIP_LENGTH)).replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"


def menu_text(text: str, length: int = MENU_LENGTH) -> str:
    """``text`` for actions, menus, buttons and tabs: one short line in which ``&`` is a letter."""
    return shortened(" ".join(text.split()), length).replace("&", "&&")


def title_text(text: str) -> str:
    """``text`` for window titles: one line in which Qt finds no place for its mark of changes."""
    # Qt reads "[*]" as that place and "[*][*]" as the letters "[*]".
    return " ".join(text.split()).replace("[*]", "[*][*]")


class PlainLabel(QLabel):
    """A label that shows its text as it is: no rich text, no links, no mnemonics."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)


class PlainMessageBox(QMessageBox):
    """A message box whose text and explanation are shown as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
