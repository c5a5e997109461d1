"""A list of rows that are added, removed and reordered by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vsdesigner.model.text import LIST_LENGTH
from vsdesigner.ui.editors.add_button import AddButton
from vsdesigner.ui.editors.row import Row
from vsdesigner.ui.editors.row_drag import RowDrag
from vsdesigner.ui.editors.text_field import SEVERAL
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, escape_tooltip

SPARE_ROWS = 12


class RowList(QWidget):
    """Hands in the whole new value, a tuple of entries, at every finished edit.

    Rows are tied to entries by key, so that an edit elsewhere (an undo, another view) moves, adds and
    removes rows without touching the one in which somebody types. A row without content is not part of the
    value; it goes when the keyboard leaves it.
    """

    committed = Signal(object)
    told = Signal(str)

    def __init__(self, name: str, row_name: str, add_text: str = "", parent: QWidget | None = None) -> None:
        """`name` and `row_name` make the object names, ``tasks`` and ``line`` → ``tasks.line.0``."""
        super().__init__(parent)
        self.name, self.row_name = name, row_name
        self._value: tuple[Any, ...] = ()
        self._several = False
        self._rows: list[Row] = []
        self._spare: list[Row] = []
        self._hint = PlainLabel(tr(SEVERAL), self)
        self._hint.setProperty("role", "muted")
        explained = tr("The lists differ. What all have in common is shown; a change is made in all.")
        self._hint.setToolTip(escape_tooltip(explained))
        self._hint.setContentsMargins(16, 4, 0, 4)
        self._hint.hide()
        self.drag = RowDrag(self, lambda: self._rows)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._hint)
        self.add_button = AddButton(add_text, self) if add_text else None
        if self.add_button is not None:
            self.add_button.setObjectName(f"{name}.add")
            self.add_button.clicked.connect(self.add_row)
            self.add_button.up_pressed.connect(lambda: self.focus_row(len(self._rows) - 1))
            self._box.addWidget(self.add_button)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    # -- for subclasses ---------------------------------------------------------------------------------
    def make_row(self, key: str) -> Row:
        """Return a new row with this list as its parent."""
        raise NotImplementedError

    def keys_of(self, items: Sequence[Any]) -> list[str]:
        """Return a key for each entry, no two alike."""
        raise NotImplementedError

    def new_key(self) -> str:
        """Return the key of a row that is not in the document yet."""
        raise NotImplementedError

    def in_order(self, items: list[Any]) -> list[Any]:
        """Return the entries as they may stand in the value."""
        return items

    def handed_in(self, items: tuple[Any, ...]) -> object:
        """Return what `committed` carries for these entries."""
        return items

    # -- value ------------------------------------------------------------------------------------------
    def value(self) -> tuple[Any, ...]:
        return self._value

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom, those without content included."""
        return tuple(self._rows)

    def set_value(self, value: object, *, several: bool = False) -> None:
        """Show entries. Rows in which somebody types stay as they are, even when their entry is gone."""
        items = tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else ()
        self._several = several
        self._hint.setVisible(several)
        keys = self.keys_of(items)
        wanted = set(keys)
        known = {row.key: row for row in self._rows}
        strange = [row for row in self._rows if row.key not in wanted]
        kept = [row for row in strange if self._is_kept(row)]
        free = [row for row in strange if not self._is_kept(row)]
        focused = next((index for index, row in enumerate(self._rows) if row.has_focus()), -1)
        lost = focused >= 0 and self._rows[focused] in free
        if lost:
            free.remove(self._rows[focused])  # a row with the keyboard in it is never given another entry
        rows: list[Row] = []
        for key, item in zip(keys, items, strict=True):
            row = known.get(key) or self._free_row(key, free)
            row.key, row.is_new = key, False
            row.show_item(item)
            rows.append(row)
        self._insert_kept(rows, kept)
        shown = set(rows)
        dropped = [row for row in self._rows if row not in shown]
        self._value = items
        self._arrange(rows)
        if lost:
            self.focus_row(min(focused, len(rows) - 1))
        for row in dropped:
            self._put_away(row)

    def reset(self) -> None:
        """Forget rows that are not in the document: another record comes."""
        for row in self._rows:
            row.cancel()
        for row in [row for row in self._rows if row.is_new]:
            self._rows.remove(row)
            self._put_away(row)

    def items(self) -> tuple[Any, ...]:
        """Return the entries as they stand in the rows."""
        found = [item for row in self._rows if (item := row.item()) is not None]
        return tuple(self.in_order(found))

    def is_edited(self) -> bool:
        return self.items() != self._value

    def commit(self) -> None:
        """Hand in the entries if they differ from the value."""
        items = self.items()
        if items == self._value:
            return
        if len(items) > LIST_LENGTH:
            self.told.emit(too_many())
            items = items[:LIST_LENGTH]
        full = [row for row in self._rows if row.item() is not None]
        for row, key in zip(full, self.keys_of(items), strict=False):
            row.key = key
        self.committed.emit(self.handed_in(items))

    def cancel(self) -> None:
        """Throw away what is being typed."""
        for row in self._rows:
            row.cancel()
        self.set_value(self._value, several=self._several)

    # -- verbs ------------------------------------------------------------------------------------------
    def add_row(self) -> Row:
        """Make a row at the end and put the keyboard into it."""
        return self.insert_row(len(self._rows))

    def insert_row(self, index: int, *, focus: bool = True) -> Row:
        """Make a row at `index`; it is part of the value as soon as it has content."""
        row = self.insert_rows(index, 1)[0]
        if focus:
            row.focus_first()
        return row

    def insert_rows(self, index: int, count: int) -> list[Row]:
        """Make so many rows at `index`, without content yet."""
        made = [self._row(self.new_key()) for _ in range(count)]
        for row in made:
            row.is_new = True
        self._arrange([*self._rows[:index], *made, *self._rows[index:]])
        return made

    def remove_rows(self, rows: Iterable[Row]) -> None:
        """Take rows out and hand in the rest; the keyboard goes to the row before."""
        gone = [row for row in rows if row in self._rows]
        if not gone:
            return
        index = self._rows.index(gone[0])
        had_focus = any(row.has_focus() for row in gone) or self.hasFocus()
        self._arrange([row for row in self._rows if row not in gone])
        if had_focus:
            self.focus_row(max(0, index - 1))
        for row in gone:
            self._put_away(row)
        self.commit()

    def move_rows(self, rows: Sequence[Row], places: int) -> None:
        """Move rows that stand together up or down and hand that in."""
        moving = [row for row in self._rows if row in rows]
        if not moving:
            return
        rest = [row for row in self._rows if row not in rows]
        start = self._rows.index(moving[0])
        self._place(rest, moving, start + places)

    def _place(self, rest: list[Row], moving: list[Row], index: int) -> None:
        index = max(0, min(index, len(rest)))
        order = [*rest[:index], *moving, *rest[index:]]
        if order != self._rows:
            self._arrange(order)
            self.commit()

    def tab_order(self) -> list[QWidget]:
        """Return what takes the keyboard from top to bottom; the panel puts it into the order of Tab."""
        inside: list[QWidget] = []
        for row in self._rows:
            inside.extend((*row.fields(), row.remove_button))
        if self.add_button is not None:
            inside.append(self.add_button)
        return [widget for widget in inside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def focus_row(self, index: int) -> None:
        """Put the keyboard into a row; into the button below when there is none."""
        if 0 <= index < len(self._rows):
            self._rows[index].focus_first()
        elif self.add_button is not None:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on_after(self, row: Row) -> None:
        """Enter in the last field of a row: the next row, made when this is the last and says something."""
        index = self.rows.index(row)
        if index + 1 < len(self.rows):
            self.focus_row(index + 1)
        elif row.item() is not None:
            self.add_row()

    # -- inside -----------------------------------------------------------------------------------------
    def _row(self, key: str) -> Row:
        if self._spare:
            row = self._spare.pop()
            row.key = key
            return row
        row = self.make_row(key)
        row.edited.connect(self.commit)
        row.moved.connect(lambda places, row=row: self.move_rows([row], places))
        row.removed.connect(lambda row=row: self.remove_rows([row]))
        row.handle.pressed.connect(lambda modifiers, row=row: self.on_handle_pressed(row, modifiers))
        row.handle.dragged.connect(lambda point, row=row: self.drag.move(row, point))
        row.handle.dropped.connect(self._on_dropped)
        return row

    def _free_row(self, key: str, free: list[Row]) -> Row:
        """A row for another entry: one that nobody needs any more, else a new one."""
        if not free:
            return self._row(key)
        row = free.pop(0)
        row.cancel()
        self.clear_row(row)
        return row

    def _put_away(self, row: Row) -> None:
        """Keep a row for later use, or delete it."""
        row.hide()
        for editor in (*row.fields(), row.remove_button):
            editor.clearFocus()  # else a page that comes back would give the keyboard to a hidden row
        row.is_new, row.is_selected = True, False
        self._box.removeWidget(row)
        if len(self._spare) < SPARE_ROWS:
            row.cancel()
            self.clear_row(row)
            row.setObjectName("spare")
            row.name_parts("spare")
            self._spare.append(row)
        else:
            row.deleteLater()

    def clear_row(self, row: Row) -> None:
        """Empty a row before it is used for another entry."""
        raise NotImplementedError

    def _is_kept(self, row: Row) -> bool:
        """Whether a row that is not in the value stays: new and in use."""
        return row.is_new and (row.has_focus() or row.item() is not None)

    def _insert_kept(self, rows: list[Row], kept: Iterable[Row]) -> None:
        """Put rows that are not in the document behind the row they stood behind."""
        for row in kept:
            place = 0
            for before in reversed(self._rows[: self._rows.index(row)]):
                if before in rows:
                    place = rows.index(before) + 1
                    break
            rows.insert(place, row)

    def _arrange(self, rows: list[Row]) -> None:
        """Show these rows in this order and name them."""
        if rows == self._rows:
            return
        self._rows = rows
        self._box.setEnabled(False)  # lays out once at the end: each row would do it for all of them
        try:
            for index, row in enumerate(rows):
                self._put(index, row)
        finally:
            self._box.setEnabled(True)
            self._box.invalidate()
            self.updateGeometry()

    def _put(self, index: int, row: Row) -> None:
        """Show a row at its place and name it."""
        item = self._box.itemAt(index + 1)
        if item is None or item.widget() is not row:
            self._box.removeWidget(row)
            self._box.insertWidget(index + 1, row)
        name = f"{self.name}.{self.row_name}.{index}"
        if row.objectName() != name:
            row.setObjectName(name)
            row.name_parts(name)
        if row.isHidden():
            row.show()
        row.show_activity()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        for widget in (old, new):
            row = self.row_of(widget)
            if row is not None:
                row.show_activity()
        left = self.row_of(old)
        if left is not None and left is not self.row_of(new) and left.is_new and left.item() is None:
            QTimer.singleShot(0, self, self._drop_empty_rows)  # not in the middle of losing the focus

    def _drop_empty_rows(self) -> None:
        empty = [row for row in self._rows if row.is_new and row.item() is None and not row.has_focus()]
        if empty:
            self._arrange([row for row in self._rows if row not in empty])
            for row in empty:
                self._put_away(row)

    def row_of(self, widget: QWidget | None) -> Row | None:
        """Return the row of this list that a widget stands in."""
        while widget is not None and widget is not self:
            if isinstance(widget, Row) and widget.parentWidget() is self:
                return widget
            widget = widget.parentWidget()
        return None

    # -- dragging ---------------------------------------------------------------------------------------
    def on_handle_pressed(self, row: Row, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse went down on a handle; a drag may follow."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)  # hands in what is typed; Esc comes here

    def dragged_rows(self, row: Row) -> list[Row]:
        """Return the rows that move when this one is dragged."""
        return [row]

    def _on_dropped(self) -> None:
        dropped = self.drag.drop()
        if dropped is None:
            return
        row, index = dropped
        moving = self.dragged_rows(row)
        above = sum(1 for other in self._rows[:index] if other not in moving)
        self._place([other for other in self._rows if other not in moving], moving, above)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drag.cancel():
            event.accept()
        else:
            super().keyPressEvent(event)


def too_many() -> str:
    """Return the sentence for a list that is full."""
    return tr("A list holds at most {count} lines; the rest was left out.").format(count=LIST_LENGTH)
