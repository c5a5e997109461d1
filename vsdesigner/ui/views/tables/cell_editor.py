"""The editor of a cell: a text that grows, completes its lines, and leaves by Enter, Tab or Esc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from vsdesigner.commands.table.column import Column, Kind
from vsdesigner.model.text import NAME_LENGTH, TEXT_LENGTH
from vsdesigner.ui.editors import keys
from vsdesigner.ui.editors.suggestion_popup import Suggester
from vsdesigner.ui.editors.suggestion_view import SUGGESTION
from vsdesigner.ui.editors.suggestions import Suggestion, is_exact, matching
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.views.tables.completing import CLOSED, LISTS, begins, item_of, names

Key, Modifier = Qt.Key, Qt.KeyboardModifier
_HELD = Modifier.ControlModifier | Modifier.AltModifier | Modifier.ShiftModifier | Modifier.MetaModifier


class CellEditor(TextField):
    """Enter hands in and goes down, Tab to the side; with Ctrl, Alt or Shift Enter makes a new line.

    `left` says which way: "down", "right", "left", "back" (Esc: nothing is handed in).
    """

    left = Signal(str)

    def __init__(
        self, parent: QWidget, column: Column, entries: Sequence[Suggestion], *, many_lines: bool
    ) -> None:
        most = TEXT_LENGTH if many_lines else NAME_LENGTH
        super().__init__(parent, many_lines=many_lines, max_length=most)
        self.setObjectName("cell_editor")
        self.kind = Kind(column.kind)
        self.entries = entries
        #: What was typed was refused, and somebody was told why.
        self.refused = False
        self.filled = False
        #: The table has let go of it.
        self.is_gone = False
        self._takes_breaks = many_lines
        self._asked = self._walked = False
        self.key_hooks.append(self._on_key)
        self.suggester = Suggester(self, self._fitting)
        self.suggester.chosen.connect(self._on_chosen)
        self.textChanged.connect(self._on_typed)

    def begin(self, text: str, *, over: bool) -> None:
        """Start with a text; with `over` it is about to be replaced by what somebody types."""
        self.filled = True
        self.set_value(text)
        if over:
            self.suggester.silently(lambda: self.set_text(""))
            return
        self.moveCursor(QTextCursor.MoveOperation.End)
        if self.kind in CLOSED:
            self.selectAll()
            QTimer.singleShot(0, self, self._show_all)

    def settle(self) -> None:
        """Take the suggestion that is meant before the text is handed in."""
        best = self.suggester.best()
        self.suggester.close()
        if best is not None and self._is_meant(best):
            self._replace(best.text)

    # -- completing -------------------------------------------------------------------------------------
    def _show_all(self) -> None:
        self._asked = True
        self.suggester.open()
        view = self.suggester.view
        if self.suggester.is_open and view is not None:
            shown = self._fitting(self.text())
            present = next((at for at, entry in enumerate(shown) if is_exact(entry, self.text())), -1)
            view.setCurrentIndex(view.model().index(present, 0))

    def _fitting(self, text: str) -> list[Suggestion]:
        if self.kind in CLOSED and not self.is_edited():
            return list(self.entries)
        typed = item_of(self._line(), self.kind)
        if typed is None or not (typed or self._asked):
            return []
        found = matching(self.entries, typed)
        return [] if len(found) == 1 and names(found, typed) else found

    def _line(self) -> str:
        return self.textCursor().block().text()

    def _is_meant(self, entry: Suggestion) -> bool:
        """Whether Enter takes a suggestion: one walked to, or one that begins as typed where names count."""
        typed = item_of(self._line(), self.kind) or ""
        if self._walked or (self.kind in CLOSED and self.is_edited() and bool(typed)):
            return not names(self.entries, typed) or self._walked
        free = self.kind in (Kind.LINE, Kind.ITEMS)
        return not free and not names(self.entries, typed) and begins(entry, typed)

    def _on_typed(self) -> None:
        self._walked = False
        view = self.suggester.view
        if self.suggester.best() is not None and view is not None:
            # What stands out is what Enter takes: the first that is meant, be it found by another spelling.
            entries = (view.model().index(at, 0) for at in range(view.model().rowCount()))
            meant = (entry for entry in entries if self._is_meant(entry.data(SUGGESTION)))
            view.setCurrentIndex(next(meant, QModelIndex()))
        if self.property("invalid"):
            self._mark(False)

    def _on_chosen(self, entry: Suggestion) -> None:
        self._replace(entry.text)
        if self.kind in CLOSED:
            self.left.emit("down")

    def _replace(self, text: str) -> None:
        """Put a suggestion where the line of the caret is."""

        def write() -> None:
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            if self.kind in CLOSED:
                cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)
            self.setTextCursor(cursor)

        self._walked = False
        self.suggester.silently(write)

    # -- keys -------------------------------------------------------------------------------------------
    def owns(self, event: QKeyEvent) -> bool | None:
        if event.key() in keys.ENTER:
            return True
        return super().owns(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in keys.ENTER:
            self._on_return(event)
            return True
        if key == Key.Key_Escape and not self.suggester.is_open:
            self.left.emit("back")
            return True
        if key in (Key.Key_Up, Key.Key_Down):
            return self._on_arrow(event, key)
        return False

    def _on_return(self, event: QKeyEvent) -> None:
        if event.modifiers() & _HELD:
            self.settle()  # the line is complete, as with Tab
            if self._takes_breaks:
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            return
        best = self.suggester.best()
        if best is not None and self._is_meant(best) and self.kind in LISTS:
            self.settle()  # the line is complete; the next Enter hands in
            return
        self.settle()
        self.left.emit("down")

    def _on_arrow(self, event: QKeyEvent, key: int) -> bool:
        if event.modifiers() & Modifier.AltModifier and key == Key.Key_Down:
            self._show_all()
            return True
        if not keys.is_plain(event):
            return False
        if self.suggester.is_open:
            self._walked = True
            return False
        if self._takes_breaks:
            way = QTextCursor.MoveOperation.Down if key == Key.Key_Down else QTextCursor.MoveOperation.Up
            extends = keys.is_shifted(event)
            mode = QTextCursor.MoveMode.KeepAnchor if extends else QTextCursor.MoveMode.MoveAnchor
            self.moveCursor(way, mode)
            return True
        return False

    # -- being refused ----------------------------------------------------------------------------------
    def refuse(self) -> None:
        """Show that the text was not taken; it stays to be mended."""
        self.refused = True
        self._mark(True)

    def _mark(self, on: bool) -> None:
        self.setProperty("invalid", on)
        self.style().unpolish(self)
        self.style().polish(self)

    # -- staying in sight -------------------------------------------------------------------------------
    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stay_inside()

    def stay_inside(self) -> None:
        """Move up or left where the editor would reach out of the table."""
        parent = self.parentWidget()
        if parent is not None:
            left = max(0, min(self.x(), parent.width() - self.width()))
            top = max(0, min(self.y(), parent.height() - self.height()))
            if (left, top) != (self.x(), self.y()):
                self.move(left, top)
