"""The tools of a step: category, example products, order, removal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from vsdesigner.document.tool_text import read_products, written_products
from vsdesigner.model.parts import ToolUse
from vsdesigner.ui.editors.pair_row import PairRow
from vsdesigner.ui.editors.row import Row
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.editors.suggestion_popup import Suggester
from vsdesigner.ui.editors.suggestions import Suggestion, matching
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.i18n import tr

ToolOf = Callable[[str], tuple[str, tuple[str, ...]]]


class ToolRow(PairRow):
    """A category with the products named in this step."""

    def __init__(self, key: str, parent: QWidget, tool_of: ToolOf) -> None:
        super().__init__(
            key, parent, title_hint=tr("Category"), remark_hint=tr("Products, separated by commas")
        )
        self._tool_of = tool_of
        self._use = ToolUse(tool="none")
        self.title.committed.connect(self._on_title)
        self.remark.committed.connect(self._on_products)
        self.suggester = Suggester(self.remark, self._products_for)
        self.suggester.chosen.connect(self._on_chosen)

    def show_item(self, item: Any) -> None:
        self._use = item
        self.remark.set_value(written_products(item.products))
        self.show_name()

    def show_name(self) -> None:
        """Show what the category is called now."""
        name = self._tool_of(self._use.tool)[0]
        self.show_title(name, fixed=False)
        self.title.setAccessibleName(tr("Category of tools “{name}”").format(name=name))
        self.remark.setAccessibleName(tr("Products of “{name}”").format(name=name))
        self.remove_button.setAccessibleName(tr("Remove “{name}”").format(name=name))

    def item(self) -> object | None:
        text = self.remark.present_text()
        if text == written_products(self._use.products):
            return self._use
        return self._use.model_copy(update={"products": read_products(text)})

    def name_parts(self, prefix: str) -> None:
        self.title.setObjectName(f"{prefix}.category")
        self.remark.setObjectName(f"{prefix}.products")
        self.remove_button.setObjectName(f"{prefix}.remove")

    @property
    def tool(self) -> str:
        """Id of the tool that the row shows."""
        return self._use.tool

    def _on_title(self, name: str) -> None:
        if name:
            self.retitled.emit(name)
        else:
            self.show_name()  # a category without a name cannot be found again

    def _on_products(self, _text: str) -> None:
        self.edited.emit()
        self.remark.set_value(written_products(self._use.products))  # without the comma that was left over

    def _products_for(self, text: str) -> list[Suggestion]:
        """The known products of the category that are not named yet and fit the word at the caret."""
        start, end = _word_at_caret(self.remark)
        word = text[start:end].strip()
        named = {name.casefold() for name in read_products(text[:start] + "," + text[end:])}
        known = [name for name in self._tool_of(self._use.tool)[1] if name.casefold() not in named]
        found = matching([Suggestion(name) for name in known], word)
        return [] if [entry.text.casefold() for entry in found] == [word.casefold()] else found

    def _on_chosen(self, suggestion: Suggestion) -> None:
        start, end = _word_at_caret(self.remark)
        text = self.remark.text()
        gap = " " if text[:start].endswith(",") else ""
        replaced = f"{text[:start]}{gap}{suggestion.text}"
        rest = text[end:]

        def write() -> None:
            self.remark.set_text(f"{replaced}{rest}" if rest.strip() else f"{replaced}, ")
            cursor = self.remark.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.remark.setTextCursor(cursor)

        self.suggester.silently(write)


def _word_at_caret(field: TextField) -> tuple[int, int]:
    """Where the product at the caret starts and ends in the text, without its commas."""
    before = field.textCursor()
    before.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
    caret = len(before.selectedText())
    text = field.text()
    start = max(text.rfind(",", 0, caret), text.rfind(";", 0, caret)) + 1
    ends = [place for mark in ",;" if (place := text.find(mark, caret)) >= 0]
    return start, min(ends, default=len(text))


class ToolList(RowList):
    """Hands in a tuple of `ToolUse`. `retitled` carries a tool's id and the category it should be."""

    retitled = Signal(str, str)

    def __init__(self, tool_of: ToolOf, parent: QWidget | None = None) -> None:
        """`tool_of` returns the name of a category and the products known for it."""
        self._tool_of = tool_of
        super().__init__("tools", "row", parent=parent)

    def make_row(self, key: str) -> Row:
        row = ToolRow(key, self, self._tool_of)
        row.retitled.connect(lambda name, row=row: self.retitled.emit(row.tool, name))
        row.remark.told.connect(self.told)
        return row

    def clear_row(self, row: Row) -> None:
        row.cancel()

    def keys_of(self, items: Sequence[Any]) -> list[str]:
        return numbered(use.tool for use in items)

    def refresh_names(self) -> None:
        """Show what the categories are called now."""
        for row in self.rows:
            if isinstance(row, ToolRow):
                row.show_name()


def numbered(ids: Iterable[str]) -> list[str]:
    """Return keys for ids that may come more than once: the id and how often it came before."""
    seen: dict[str, int] = {}
    keys = []
    for id in ids:
        seen[id] = seen.get(id, -1) + 1
        keys.append(f"{id}#{seen[id]}")
    return keys
