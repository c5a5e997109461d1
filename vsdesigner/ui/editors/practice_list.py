"""The practices that contribute to a step: name, contribution, order, removal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vsdesigner.model.parts import PracticeUse
from vsdesigner.ui.editors.pair_row import PairRow
from vsdesigner.ui.editors.row import Row
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.i18n import tr


class PracticeRow(PairRow):
    """A practice; the name of one of the document's own can be changed."""

    def __init__(self, key: str, parent: QWidget, name_of: Callable[[str], tuple[str, bool]]) -> None:
        super().__init__(key, parent, remark_hint=tr("What does it contribute?"))
        self._name_of = name_of
        self._use = PracticeUse(practice=key or "none")
        self.title.committed.connect(lambda name: self.retitled.emit(name))
        self.remark.committed.connect(lambda _text: self.edited.emit())

    def show_item(self, item: Any) -> None:
        self._use = item
        self.remark.set_value(item.contribution)
        self.show_name()

    def show_name(self) -> None:
        """Show what the practice is called now."""
        name, own = self._name_of(self._use.practice)
        self.show_title(name, fixed=not own)
        self.title.setAccessibleName(tr("Name of the practice “{name}”").format(name=name))
        self.remark.setAccessibleName(tr("What “{name}” contributes").format(name=name))
        self.remove_button.setAccessibleName(tr("Remove “{name}”").format(name=name))

    def item(self) -> object | None:
        text = self.remark.present_text()
        return (
            self._use
            if text == self._use.contribution
            else self._use.model_copy(update={"contribution": text})
        )

    def name_parts(self, prefix: str) -> None:
        self.title.setObjectName(f"{prefix}.name")
        self.label.setObjectName(f"{prefix}.label")
        self.remark.setObjectName(f"{prefix}.contribution")
        self.remove_button.setObjectName(f"{prefix}.remove")


class PracticeList(RowList):
    """Hands in a tuple of `PracticeUse`. `retitled` carries the id of an own practice and its new name."""

    retitled = Signal(str, str)

    def __init__(self, name_of: Callable[[str], tuple[str, bool]], parent: QWidget | None = None) -> None:
        """`name_of` returns the name of a practice and whether it is the document's own."""
        self._name_of = name_of
        super().__init__("practices", "row", parent=parent)

    def make_row(self, key: str) -> Row:
        row = PracticeRow(key, self, self._name_of)
        row.retitled.connect(lambda name, row=row: self.retitled.emit(row.key, name))
        row.remark.told.connect(self.told)
        return row

    def clear_row(self, row: Row) -> None:
        row.cancel()

    def keys_of(self, items: Sequence[Any]) -> list[str]:
        return [use.practice for use in items]

    def refresh_names(self) -> None:
        """Show what the practices are called now."""
        for row in self.rows:
            if isinstance(row, PracticeRow):
                row.show_name()
