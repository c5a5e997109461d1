"""The promised lead times of a stream: service class, least, most, unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import LeadTime, TimeUnit
from vsdesigner.ui.editors.choice_field import ChoiceField
from vsdesigner.ui.editors.duration_field import unit_width
from vsdesigner.ui.editors.number_field import NumberField
from vsdesigner.ui.editors.row import Row
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.editors.text_field import DENSE_HEIGHT, TextField
from vsdesigner.ui.editors.words import choices
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel


class LeadTimeRow(Row):
    """The class on its own line, the numbers below it; Enter leads from one to the next."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(key, parent, first_line=DENSE_HEIGHT)
        self._lead = LeadTime(id=key)
        self.service_class = TextField(self.body, quiet=True, dense=True)
        self.service_class.setProperty("strong", True)
        self.service_class.set_hint(tr("Class of service, such as: Simple service"))
        self.service_class.setAccessibleName(tr("Class of service"))
        self.service_class.committed.connect(lambda _text: self.edited.emit())
        self.least = self._number(tr("At least"))
        self.most = self._number(tr("At most"))
        self.unit = ChoiceField(choices(TimeUnit), self.body)
        self.unit.setAccessibleName(tr("Unit"))
        self.unit.setFixedWidth(unit_width())
        self.unit.committed.connect(lambda _unit: self.edited.emit())
        for field, after in ((self.service_class, self.least), (self.least, self.most)):
            field.selects_on_tab = field is not self.service_class
            field.entered.connect(lambda after=after: after.setFocus(Qt.FocusReason.TabFocusReason))
        self._lay_out()

    def _number(self, spoken: str) -> NumberField:
        field = NumberField(self.body, units=True)
        field.setAccessibleName(spoken)
        field.set_hint("…")
        field.committed.connect(lambda _number: self.edited.emit())
        field.unit_typed.connect(lambda unit: self.unit.set_value(unit))
        return field

    def _lay_out(self) -> None:
        numbers = QHBoxLayout()
        numbers.setContentsMargins(7, 0, 0, 0)
        numbers.setSpacing(4)
        to = PlainLabel(tr("to"))
        to.setProperty("role", "muted")
        numbers.addWidget(self.least, 1)
        numbers.addWidget(to)
        numbers.addWidget(self.most, 1)
        numbers.addWidget(self.unit)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(self.service_class)
        layout.addLayout(numbers)

    def show_item(self, item: Any) -> None:
        lead: LeadTime = item
        self._lead = lead
        self.service_class.set_value(lead.service_class)
        self.least.set_value(lead.minimum)
        self.most.set_value(lead.maximum)
        self.unit.set_value(lead.unit)
        self.remove_button.setAccessibleName(tr("Remove “{name}”").format(name=lead.service_class))

    def item(self) -> object | None:
        unit = self.unit.value()
        lead = self._lead.model_copy(
            update={
                "id": self.key,
                "service_class": self.service_class.present_text(),
                "minimum": self.least.value(),
                "maximum": self.most.value(),
                "unit": unit if isinstance(unit, TimeUnit) else TimeUnit.DAYS,
            }
        )
        blank = not lead.service_class and lead.minimum is None and lead.maximum is None
        return None if blank and self.is_new else lead

    def fields(self) -> list[QWidget]:
        return [self.service_class, self.least, self.most, self.unit]

    def cancel(self) -> None:
        for field in (self.service_class, self.least, self.most):
            field.cancel()

    def commit_numbers(self) -> None:
        """Hand in a number that is being typed."""
        self.least.commit()
        self.most.commit()

    def name_parts(self, prefix: str) -> None:
        self.service_class.setObjectName(f"{prefix}.class")
        self.least.setObjectName(f"{prefix}.min")
        self.most.setObjectName(f"{prefix}.max")
        self.unit.setObjectName(f"{prefix}.unit")
        self.remove_button.setObjectName(f"{prefix}.remove")


class LeadTimeList(RowList):
    """Hands in a tuple of `LeadTime`."""

    def __init__(self, add_text: str, parent: QWidget | None = None) -> None:
        super().__init__("lead_times", "row", add_text, parent)
        if self.add_button is not None:
            self.add_button.typed.connect(self._on_typed)

    def make_row(self, key: str) -> Row:
        row = LeadTimeRow(key, self)
        row.most.entered.connect(lambda row=row: self.go_on_after(row))
        for field in (row.service_class, row.least, row.most):
            field.told.connect(self.told)
        return row

    def clear_row(self, row: Row) -> None:
        row.show_item(LeadTime(id=row.key or "none"))

    def keys_of(self, items: Sequence[Any]) -> list[str]:
        return [lead.id for lead in items]

    def new_key(self) -> str:
        return new_id("lead")

    def is_edited(self) -> bool:
        typing = (field for row in self.rows for field in row.fields() if isinstance(field, TextField))
        return super().is_edited() or any(field.is_edited() for field in typing)

    def commit(self) -> None:
        for row in self.rows:
            if isinstance(row, LeadTimeRow):
                row.commit_numbers()
        super().commit()

    def focus_number(self, key: str) -> None:
        """Put the keyboard into the number that is missing of an entry, the upper one first; where the list
        has no such entry, into that of a new one."""
        row = next((row for row in self.rows if row.key == key), None) or self.add_row()
        if isinstance(row, LeadTimeRow):
            field = row.least if row.least.value() is None and row.most.value() is not None else row.most
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_typed(self, text: str) -> None:
        row = self.add_row()
        if isinstance(row, LeadTimeRow):
            row.service_class.textCursor().insertText(text)
