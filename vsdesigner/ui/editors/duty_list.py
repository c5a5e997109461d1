"""The roles and responsibilities of a use case: lines of role and duty, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.editors.pair_row import PairRow
from vsdesigner.ui.editors.row import Row
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.editors.suggestion_popup import Provider, Suggester
from vsdesigner.ui.editors.suggestions import Suggestion
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon


class Duty(NamedTuple):
    """A line: the name of a role and what it does; `key` stays while both change."""

    key: str
    role: str
    duty: str


class DutyRow(PairRow):
    """Enter leads from the role to the duty and from there to the next line."""

    role_asked = Signal()  # the role of this line is to be edited

    def __init__(self, key: str, parent: QWidget, provider: Provider) -> None:
        super().__init__(key, parent, title_hint=tr("Role"), remark_hint=tr("What does this role do?"))
        self.title.committed.connect(lambda _text: self.edited.emit())
        self.remark.committed.connect(lambda _text: self.edited.emit())
        self.title.entered.connect(self._to_remark)
        self.title.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.title.customContextMenuRequested.connect(self._open_menu)
        self.suggester = Suggester(self.title, provider)
        self.suggester.chosen.connect(self._on_chosen)

    def show_item(self, item: Any) -> None:
        duty: Duty = item
        self.show_title(duty.role, fixed=False)
        self.remark.set_value(duty.duty)
        self._speak(duty.role)

    def _speak(self, role: str) -> None:
        self.title.setAccessibleName(tr("Role"))
        self.remark.setAccessibleName(tr("What “{name}” does").format(name=role))
        self.remove_button.setAccessibleName(tr("Remove “{name}”").format(name=role))

    def item(self) -> object | None:
        role = self.title.present_text()
        return Duty(self.key, role, self.remark.present_text()) if role else None

    def is_blank(self) -> bool:
        """Whether nothing at all was written into the row."""
        return not self.title.text().strip() and not self.remark.text().strip()

    def name_parts(self, prefix: str) -> None:
        self.title.setObjectName(f"{prefix}.role")
        self.remark.setObjectName(f"{prefix}.duty")
        self.remove_button.setObjectName(f"{prefix}.remove")

    def _open_menu(self, at: QPoint) -> None:
        """The menu of a text, and the role's card in it once there is a role."""
        menu = self.title.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.title.value():
            menu.addSeparator()
            action = menu.addAction(icon("role"), tr("Edit Role…"), self.role_asked.emit)
            action.setObjectName("responsibilities.edit_role")
        menu.popup(self.title.mapToGlobal(at))

    def _to_remark(self) -> None:
        self.remark.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, suggestion: Suggestion) -> None:
        self.suggester.silently(lambda: self.title.set_text(suggestion.key or suggestion.text))
        self._to_remark()


class DutyList(RowList):
    """Hands in a tuple of `Duty`; `role_asked` (key, place on the screen) wants the role of a line edited."""

    role_asked = Signal(str, QRect)

    def __init__(
        self, provider: Provider, make_key: Callable[[], str], add_text: str, parent: QWidget | None = None
    ) -> None:
        self._provider, self._make_key = provider, make_key
        super().__init__("responsibilities", "row", add_text, parent)
        if self.add_button is not None:
            self.add_button.typed.connect(self._on_typed)

    def make_row(self, key: str) -> Row:
        row = DutyRow(key, self, self._provider)
        row.remark.entered.connect(lambda row=row: self.go_on_after(row))
        row.role_asked.connect(lambda row=row: self.role_asked.emit(row.key, _place_of(row.title)))
        row.title.told.connect(self.told)
        row.remark.told.connect(self.told)
        return row

    def clear_row(self, row: Row) -> None:
        row.show_item(Duty(row.key, "", ""))

    def keys_of(self, items: Sequence[Any]) -> list[str]:
        return [duty.key for duty in items]

    def new_key(self) -> str:
        return self._make_key()

    def focus_duty(self, key: str) -> None:
        """Put the keyboard into what the role of a line does; where the list has no such line, into the role
        of a new one."""
        row = next((row for row in self.rows if row.key == key), None)
        if isinstance(row, DutyRow):
            row.remark.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_row()

    def _is_kept(self, row: Row) -> bool:
        return super()._is_kept(row) or (row.is_new and isinstance(row, DutyRow) and not row.is_blank())

    def _on_typed(self, text: str) -> None:
        row = self.add_row()
        if isinstance(row, DutyRow):
            row.title.textCursor().insertText(text)


def _place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
