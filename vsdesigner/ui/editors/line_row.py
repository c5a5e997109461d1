"""One line of a list of lines, with the keys that make writing a list feel like writing text."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vsdesigner.ui.editors import keys
from vsdesigner.ui.editors.row import Row
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.i18n import tr

INDENT = 20


class Line(NamedTuple):
    """An entry of a list of lines; `key` stays while the text changes."""

    key: str
    text: str
    indent: int = 0


class LineField(TextField):
    """The text of one line. Keys that concern the list are told, not done here."""

    #: A key of the list was pressed: "split", "join", "join next", "drop", "up", "down", "indent",
    #: "outdent", "select up", "select down", "select all", "leave".
    asked = Signal(str)
    pasted = Signal(str)

    def __init__(self, parent: QWidget, *, indents: bool, max_length: int) -> None:
        super().__init__(parent, quiet=True, max_length=max_length)
        self._indents = indents
        self.selects_on_tab = False

    def on_key(self, event: QKeyEvent) -> bool:
        request = self._request(event)
        if request:
            self.asked.emit(request)
            return True
        return super().on_key(event)

    def _request(self, event: QKeyEvent) -> str:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in keys.ENTER:
            return "" if control else "split"
        if key == Qt.Key.Key_Escape and not self.is_edited():
            return "leave"
        if levels := self._levels(event):
            return "indent" if levels > 0 else "outdent"
        if key == Qt.Key.Key_A and control and len(self.textCursor().selectedText()) >= len(self.text()):
            return "select all"
        if not keys.is_plain(event):
            return ""
        return self._vertical(event) or self._at_border(event)

    def _levels(self, event: QKeyEvent) -> int:
        """Tab goes on to the next field as it does everywhere: a list must not keep the keyboard."""
        return keys.is_alt_sideways(event) if self._indents else 0

    def _vertical(self, event: QKeyEvent) -> str:
        for key, name, move in (
            (Qt.Key.Key_Up, "up", QTextCursor.MoveOperation.Up),
            (Qt.Key.Key_Down, "down", QTextCursor.MoveOperation.Down),
        ):
            if event.key() == key:
                cursor = self.textCursor()
                if not cursor.movePosition(move):
                    return f"select {name}" if keys.is_shifted(event) else name
        return ""

    def _at_border(self, event: QKeyEvent) -> str:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return ""
        if event.key() == Qt.Key.Key_Backspace and cursor.atStart():
            return "join" if self.text() else "drop"
        if event.key() == Qt.Key.Key_Delete and cursor.atEnd():
            return "join next"
        return ""

    def owns(self, event: QKeyEvent) -> bool | None:
        if event.key() == Qt.Key.Key_Escape or self._levels(event):
            return True  # Esc: clean, it selects the line; edited, it cancels
        return super().owns(event)

    def paste_text(self, text: str) -> None:
        if "\n" in text.strip("\n"):
            self.pasted.emit(text)
        else:
            super().paste_text(text)

    def split(self) -> tuple[str, str]:
        """Return the text before and after the caret, without what is selected."""
        cursor = self.textCursor()
        before, after = QTextCursor(cursor), QTextCursor(cursor)
        before.setPosition(cursor.selectionStart())
        before.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
        after.setPosition(cursor.selectionEnd())
        after.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        return _selected(before), _selected(after)

    def put_caret(self, position: int) -> None:
        """Put the caret behind so many characters (UTF-16 units); -1 is the end."""
        cursor = self.textCursor()
        if position < 0:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        else:
            cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)


def _selected(cursor: QTextCursor) -> str:
    return cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")


class LineRow(Row):
    """Handle, text, remove button; moved to the right at the second level."""

    def __init__(self, key: str, parent: QWidget, *, indents: bool, max_length: int) -> None:
        super().__init__(key, parent, remove_by_tab=False)
        self.field = LineField(self.body, indents=indents, max_length=max_length)
        self.field.committed.connect(lambda _text: self.edited.emit())
        if indents:
            self.handle.setToolTip(
                tr(
                    "Drag to move. From the keyboard, Alt+Up and Alt+Down move the line, "
                    "Alt+Right and Alt+Left indent it and lead it out"
                )
            )
        self._indent = 0
        self._had_text = False
        self._layout = QHBoxLayout(self.body)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.field)

    @property
    def indent(self) -> int:
        return self._indent

    @indent.setter
    def indent(self, level: int) -> None:
        self._indent = level
        self._layout.setContentsMargins(level * INDENT, 0, 0, 0)

    def show_item(self, item: Any) -> None:
        line: Line = item
        self._had_text = bool(line.text)
        self.field.set_value(line.text)
        if line.indent != self._indent:
            self.indent = line.indent

    def item(self) -> object | None:
        text = self.field.present_text()
        # A line that came empty from a file is left alone; one that was emptied or never filled is none.
        if not text and (self._had_text or self.is_new):
            return None
        return Line(self.key, text, self._indent)

    def fields(self) -> list[QWidget]:
        return [self.field]

    def cancel(self) -> None:
        self.field.cancel()

    def name_parts(self, prefix: str) -> None:
        # The row's own name goes to what one types into; tests and helpers look for that.
        self.field.setObjectName(prefix)
        self.setObjectName(f"{prefix}.row")
