"""Makes text that a user wrote harmless where Qt would read rich text, mnemonics or place holders in it."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

TOOLTIP_LENGTH = 2_000
MENU_LENGTH = 60


def shortened(text: str, length: int) -> str:
    """``text`` with at most ``length`` characters, the last one an ellipsis when something was cut."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


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
