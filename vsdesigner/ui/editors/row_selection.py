"""Rows that can be selected together: moved, copied, removed by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.editors import keys
from vsdesigner.ui.editors.row import Row
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.guard import guarded

Standard = QKeySequence.StandardKey
_COMMANDS = (Standard.Copy, Standard.Cut, Standard.Paste, Standard.SelectAll)


class SelectableRowList(RowList):
    """While rows are selected the list itself has the keyboard; any way into a row ends the selection."""

    def __init__(self, name: str, row_name: str, add_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, row_name, add_text, parent)
        self._anchor: Row | None = None
        self._current: Row | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    # -- for subclasses ---------------------------------------------------------------------------------
    def text_of(self, rows: Sequence[Row]) -> str:
        """Return the rows as text for the clipboard."""
        raise NotImplementedError

    def paste_below(self, text: str) -> None:
        """Add what the clipboard holds behind the selected rows."""
        raise NotImplementedError

    def type_over(self, row: Row, event: QKeyEvent) -> None:
        """A letter was typed with this row selected."""
        raise NotImplementedError

    def shift_rows(self, rows: Sequence[Row], levels: int) -> bool:
        """Left or Right was pressed; False when rows have no levels."""
        raise NotImplementedError

    # -- selection --------------------------------------------------------------------------------------
    def selected_rows(self) -> list[Row]:
        """Return the selected rows from top to bottom."""
        return [row for row in self.rows if row.is_selected]

    def select(self, rows: Sequence[Row]) -> None:
        """Mark these rows and no others."""
        wanted = set(rows)
        for row in self.rows:
            if row.is_selected != (row in wanted):
                row.is_selected = row in wanted
                row.show_activity()

    def select_between(self, anchor: Row, current: Row) -> None:
        """Select from one row to another and take the keyboard."""
        self._anchor, self._current = anchor, current
        first, last = sorted((self.rows.index(anchor), self.rows.index(current)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.select(self.rows[first : last + 1])

    def on_handle_pressed(self, row: Row, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.select_between(self._present(self._anchor, row), row)
        elif not row.is_selected:
            self.select_between(row, row)

    def dragged_rows(self, row: Row) -> list[Row]:
        return self.selected_rows() if row.is_selected else [row]

    def _present(self, row: Row | None, otherwise: Row) -> Row:
        return row if row is not None and row in self.rows else otherwise

    # -- keys -------------------------------------------------------------------------------------------
    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.select(())

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        if next and self.add_button is not None and self.hasFocus():
            self.add_button.setFocus(Qt.FocusReason.TabFocusReason)  # the way out for people without a mouse
            return True
        return super().focusNextPrevChild(next)

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.selected_rows()
            and self._owns(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _owns(self, event: QKeyEvent) -> bool:
        """Say whether a key is meant for the selected rows."""
        named = event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F2)
        command = any(event.matches(key) for key in _COMMANDS)
        return command or named or bool(keys.is_alt_arrow(event)) or keys.is_text_key(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.selected_rows()
        if event.key() == Qt.Key.Key_Escape and self.drag.cancel():
            event.accept()
        elif not rows or not (
            self._use_clipboard(event, rows) or self._edit(event, rows) or self._move(event, rows)
        ):
            super().keyPressEvent(event)

    def _use_clipboard(self, event: QKeyEvent, rows: list[Row]) -> bool:
        clipboard = QGuiApplication.clipboard()
        if event.matches(Standard.Copy):
            clipboard.setText(self.text_of(rows))
        elif event.matches(Standard.Cut):
            clipboard.setText(self.text_of(rows))
            self.remove_rows(rows)
        elif event.matches(Standard.Paste):
            self.paste_below(clipboard.text())
        else:
            return False
        return True

    def _edit(self, event: QKeyEvent, rows: list[Row]) -> bool:
        current = self._present(self._current, rows[0])
        if event.matches(Standard.SelectAll):
            self.select_between(self.rows[0], self.rows[-1])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_rows(rows)
        elif event.key() in (*keys.ENTER, Qt.Key.Key_F2, Qt.Key.Key_Escape):
            current.focus_first()
        elif keys.is_plain(event) and event.text().isprintable() and event.text():
            self.type_over(current, event)
        else:
            return False
        return True

    def _move(self, event: QKeyEvent, rows: list[Row]) -> bool:
        key = event.key()
        if places := keys.is_alt_arrow(event):
            self.move_rows(rows, places)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            return self.shift_rows(rows, 1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            present = self.rows.index(self._present(self._current, rows[0]))
            target = present + (1 if key == Qt.Key.Key_Down else -1)
            current = self.rows[max(0, min(target, len(self.rows) - 1))]
            anchor = self._present(self._anchor, current) if keys.is_shifted(event) else current
            self.select_between(anchor, current)
        else:
            return False
        return True
