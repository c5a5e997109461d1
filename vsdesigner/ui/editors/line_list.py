"""A list of lines that is written like text: Enter adds, Backspace removes, Alt+Right indents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.model.text import LIST_LENGTH, clean
from vsdesigner.ui.editors.line_row import Line, LineRow
from vsdesigner.ui.editors.pasted_lines import PastedLine, pasted_lines, written_lines
from vsdesigner.ui.editors.row import Row
from vsdesigner.ui.editors.row_list import too_many
from vsdesigner.ui.editors.row_selection import SelectableRowList
from vsdesigner.ui.i18n import tr

__all__ = ["Line", "LineList", "NameList"]


class LineList(SelectableRowList):
    """Hands in a tuple of `Line`; keys are made by `make_key` and stay with their line."""

    def __init__(
        self,
        name: str,
        add_text: str,
        make_key: Callable[[], str],
        *,
        spoken: str,
        max_length: int,
        indents: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`spoken` names a line for people who listen: ``Task {number}``."""
        self._make_key, self._indents, self._max_length, self._spoken = make_key, indents, max_length, spoken
        super().__init__(name, "line", add_text, parent)
        if self.add_button is not None:
            self.add_button.typed.connect(self._on_typed)
            self.add_button.pasted.connect(self.paste_below)

    # -- rows -------------------------------------------------------------------------------------------
    def make_row(self, key: str) -> Row:
        row = LineRow(key, self, indents=self._indents, max_length=self._max_length)
        row.field.asked.connect(lambda request, row=row: self._on_asked(row, request))
        row.field.pasted.connect(lambda text, row=row: self._on_pasted(row, text))
        row.field.told.connect(self.told)
        row.field.focused.connect(lambda on: self.select(()) if on else None)
        return row

    def clear_row(self, row: Row) -> None:
        if isinstance(row, LineRow):
            row.show_item(Line(row.key, "", 0))

    def keys_of(self, items: Sequence[Any]) -> list[str]:
        return [line.key for line in items]

    def new_key(self) -> str:
        return self._make_key()

    def in_order(self, items: list[Any]) -> list[Any]:
        if items and items[0].indent:
            items[0] = items[0]._replace(indent=0)
        return items

    def lines(self) -> list[LineRow]:
        return [row for row in self.rows if isinstance(row, LineRow)]

    def add_row(self) -> Row:
        row = super().add_row()
        above = self.lines()[-2:-1]
        if above and isinstance(row, LineRow):
            row.indent = above[0].indent
        return row

    def _arrange(self, rows: list[Row]) -> None:
        super()._arrange(rows)
        for number, row in enumerate(self.lines(), start=1):
            row.field.setAccessibleName(tr(self._spoken).format(number=number))

    # -- keys in a line ---------------------------------------------------------------------------------
    def _on_asked(self, row: LineRow, request: str) -> None:
        lines = self.lines()
        index = lines.index(row)
        if request in ("up", "down"):
            self._walk(index, -1 if request == "up" else 1)
        elif request in ("indent", "outdent"):
            self._indent([row], 1 if request == "indent" else -1)
        elif request == "split":
            self._split(index)
        elif request == "drop":
            self._drop(index)
        elif request == "join":
            self._outdent_or_join(index)
        elif request == "join next":
            self._join(index + 1)
        elif request == "select all":
            self.select_between(lines[0], lines[-1])
        else:
            target = index + {"select up": -1, "select down": 1}.get(request, 0)
            self.select_between(row, lines[max(0, min(target, len(lines) - 1))])

    def _walk(self, index: int, places: int) -> None:
        lines = self.lines()
        target = index + places
        if 0 <= target < len(lines):
            column = lines[index].field.textCursor().positionInBlock()
            lines[target].field.setFocus(Qt.FocusReason.OtherFocusReason)
            lines[target].field.put_caret(column)
        elif places > 0 and self.add_button is not None:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _split(self, index: int) -> None:
        row = self.lines()[index]
        before, after = row.field.split()
        if not before.strip() and not after.strip():
            if row.indent:
                self._indent([row], -1)  # an empty line has no line below it; Enter leads it out instead
            return
        if not before.strip():
            new = self.insert_row(index)
            if isinstance(new, LineRow):
                new.indent = row.indent
            return
        if row.field.text() != before:
            row.field.set_text(before)
        new = self.insert_row(index + 1, focus=False)
        if isinstance(new, LineRow):
            new.indent = row.indent
            if after:
                new.field.set_text(after.lstrip())
        new.focus_first()  # leaving the line hands both in
        self.commit()
        if isinstance(new, LineRow):
            new.field.put_caret(0)

    def _drop(self, index: int) -> None:
        """Remove an empty line and go up."""
        self.remove_rows([self.lines()[index]])
        lines = self.lines()
        if index and index <= len(lines):
            lines[index - 1].field.put_caret(-1)

    def _outdent_or_join(self, index: int) -> None:
        row = self.lines()[index]
        if row.indent:
            self._indent([row], -1)
        else:
            self._join(index)

    def _join(self, index: int) -> None:
        """Append the text of a line to the line above it."""
        lines = self.lines()
        if not 0 < index < len(lines):
            return
        above, below = lines[index - 1], lines[index]
        if not above.field.text().strip():
            self.remove_rows([above])  # the line with the text keeps its identity
            below.field.setFocus(Qt.FocusReason.OtherFocusReason)
            below.field.put_caret(0)
            return
        head = above.field.text()
        position = above.field.document().characterCount() - 1
        tail = below.field.text()
        if len(head) + len(tail) > self._max_length:
            self.told.emit(tr("The two lines are too long for one."))
            return
        above.field.set_text(head + tail)
        above.field.setFocus(Qt.FocusReason.OtherFocusReason)
        above.field.put_caret(position)
        self.remove_rows([below])
        above.field.put_caret(position)

    def _indent(self, rows: Sequence[Row], levels: int) -> None:
        lines = self.lines()
        for row in rows:
            if isinstance(row, LineRow):
                most = 0 if row is lines[0] else 1
                row.indent = max(0, min(row.indent + levels, most))
        self.commit()

    # -- paste ------------------------------------------------------------------------------------------
    def _on_pasted(self, row: LineRow, text: str) -> None:
        """Put pasted lines into and below a line; what stood behind the caret follows the last one."""
        found = self._fitting(pasted_lines(clean(text)))
        if not found:
            return
        before, after = row.field.split()
        index = self.lines().index(row)
        base = row.indent if before.strip() else 0
        row.field.set_text((before + found[0].text)[: self._max_length])
        if not before.strip():
            row.indent = found[0].indent if index else 0
        last = self._insert_lines(index + 1, found[1:], base) or row
        if after.strip():
            last.field.set_text((last.field.text() + after)[: self._max_length])
        self.commit()
        last.field.setFocus(Qt.FocusReason.OtherFocusReason)
        last.field.put_caret(-1)

    def paste_below(self, text: str) -> None:
        """Add pasted lines behind the selected line, or at the end."""
        found = self._fitting(pasted_lines(clean(text)))
        selected = self.selected_rows()
        index = self.rows.index(selected[-1]) + 1 if selected else len(self.rows)
        last = self._insert_lines(index, found, 0)
        if last is not None:
            self.commit()
            last.field.setFocus(Qt.FocusReason.OtherFocusReason)
            last.field.put_caret(-1)

    def _insert_lines(self, index: int, lines: Sequence[PastedLine], base: int) -> LineRow | None:
        last = None
        rows = self.insert_rows(index, len(lines))
        for place, (row, line) in enumerate(zip(rows, lines, strict=True), start=index):
            if isinstance(row, LineRow):
                row.field.set_text(line.text[: self._max_length])
                row.indent = max(base, line.indent) if self._indents and place else 0
                last = row
        return last

    def _fitting(self, lines: list[PastedLine]) -> list[PastedLine]:
        room = LIST_LENGTH - len(self.items())
        if len(lines) > room:
            self.told.emit(too_many())
        return lines[: max(room, 0)]

    # -- selected lines ---------------------------------------------------------------------------------
    def text_of(self, rows: Sequence[Row]) -> str:
        return written_lines(
            [PastedLine(row.field.text(), row.indent) for row in rows if isinstance(row, LineRow)]
        )

    def type_over(self, row: Row, event: QKeyEvent) -> None:
        row.focus_first()
        if isinstance(row, LineRow):
            row.field.put_caret(-1)
            row.field.keyPressEvent(event)

    def shift_rows(self, rows: Sequence[Row], levels: int) -> bool:
        if self._indents:
            self._indent(rows, levels)
        return self._indents

    def _on_typed(self, text: str) -> None:
        """A letter on the button below starts a line with it."""
        row = self.add_row()
        if isinstance(row, LineRow):
            row.field.textCursor().insertText(text)


class NameList(LineList):
    """The same for a tuple of plain texts: lines keep their row while their text changes."""

    def set_value(self, value: object, *, several: bool = False) -> None:
        texts = [text for text in value if isinstance(text, str)] if isinstance(value, tuple) else []
        present = list(self.items())
        keys: list[str] = [""] * len(texts)
        matcher = SequenceMatcher(None, [line.text for line in present], texts, autojunk=False)
        for old, new, size in matcher.get_matching_blocks():
            for offset in range(size):
                keys[new + offset] = present[old + offset].key
        super().set_value(
            tuple(Line(key or self.new_key(), text) for key, text in zip(keys, texts, strict=True)),
            several=several,
        )

    def handed_in(self, items: tuple[Any, ...]) -> object:
        return tuple(line.text for line in items)
