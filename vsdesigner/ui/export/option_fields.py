"""The fields for the options of a format, made from its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QFrame, QVBoxLayout, QWidget

from vsdesigner.exchange.options import Option, OptionKind, Value
from vsdesigner.ui.editors.choice_field import Choice, ChoiceField
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text

GAP = 14  # px between two options
FINE = 10  # a range of up to so many units is set in tenths


class OptionFields(QWidget):
    """One field for each option, with what it means below; what is not needed now cannot be used."""

    changed = Signal()

    def __init__(self, options: Sequence[Option], values: Mapping[str, Value]) -> None:
        super().__init__()
        self._options = {option.id: option for option in options}
        self._fields: dict[str, QWidget] = {}
        self._notes: dict[str, list[PlainLabel]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for number, option in enumerate(options):
            if number:
                column.addSpacing(GAP)
            self._add(column, option, values.get(option.id, option.default))
        self._follow()

    def values(self) -> dict[str, Value]:
        """Return what is chosen now, for every option."""
        return {id: self._value(id) for id in self._options}

    def field(self, id: str) -> QWidget:
        """Return the field of an option."""
        return self._fields[id]

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order in which it stands."""
        found: list[QWidget] = []
        for field in self._fields.values():
            found += field.boxes.values() if isinstance(field, Several) else [field]
        return found

    def _add(self, column: QVBoxLayout, option: Option, value: Value) -> None:
        label, help = tr(option.label), tr(option.help)
        field = _made(option, value)
        field.setObjectName(f"option_{option.id}")
        field.setToolTip(escape_tooltip(help))
        field.setStatusTip(help)
        self._fields[option.id] = field
        notes: list[PlainLabel] = []
        if option.kind is not OptionKind.FLAG:
            title = PlainLabel(label)
            title.setProperty("role", "field")
            title.setBuddy(field)
            field.setAccessibleName(label)
            notes.append(title)
            column.addWidget(title)
        field.setAccessibleDescription(help)
        column.addWidget(field)
        below = PlainLabel(help, wrap=True)
        below.setProperty("role", "field")
        column.addWidget(below)
        self._notes[option.id] = [*notes, below]
        _connect(field, self._on_change)

    def _on_change(self, *_: object) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        for id, option in self._options.items():
            needed = self._is_met(option.needs)
            self._fields[id].setEnabled(needed)
            for note in self._notes[id]:
                note.setEnabled(needed)

    def _is_met(self, needs: str) -> bool:
        """Whether the flag, or the ``option=value``, that an option needs is given."""
        name, _, wanted = needs.partition("=")
        if name not in self._options:
            return True
        value = self._value(name)
        if isinstance(value, tuple):
            return wanted in value
        return value == wanted if wanted else bool(value)

    def _value(self, id: str) -> Value:
        field = self._fields[id]
        if isinstance(field, QCheckBox):
            return field.isChecked()
        if isinstance(field, QDoubleSpinBox):
            return field.value()
        if isinstance(field, Several):
            return field.values()
        return str(field.value()) if isinstance(field, ChoiceField) else ""


class Several(QFrame):
    """A tick for each of some values."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], ticked: Sequence[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes: dict[str, QCheckBox] = {}
        for value, text in choices:
            box = QCheckBox(menu_text(text))
            box.setChecked(value in ticked)
            box.toggled.connect(self.changed)
            self.boxes[value] = box
            column.addWidget(box, alignment=Qt.AlignmentFlag.AlignLeft)

    def values(self) -> tuple[str, ...]:
        """Return what is ticked, in the order of the list."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())


def _made(option: Option, value: Value) -> QWidget:
    if option.kind is OptionKind.FLAG:
        box = QCheckBox(menu_text(tr(option.label)))
        box.setChecked(bool(value))
        return box
    if option.kind is OptionKind.NUMBER:
        return _number(option, value)
    choices = [(choice.value, tr(choice.label)) for choice in option.choices]
    if option.kind is OptionKind.SEVERAL:
        return Several(choices, value if isinstance(value, tuple) else ())
    field = ChoiceField([Choice(each, text) for each, text in choices])
    field.set_value(value)
    return field


def _number(option: Option, value: Value) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(option.least, option.most)
    is_fine = option.most - option.least <= FINE
    field.setDecimals(1 if is_fine else 0)
    field.setSingleStep(0.5 if is_fine else 1)
    if option.unit:
        field.setSuffix(f" {tr(option.unit)}")
    field.setValue(float(value) if isinstance(value, int | float) else option.least)
    field.setKeyboardTracking(False)
    return field


def _connect(field: QWidget, do: object) -> None:
    if isinstance(field, QCheckBox):
        field.toggled.connect(do)
    elif isinstance(field, QDoubleSpinBox):
        field.valueChanged.connect(do)
    elif isinstance(field, Several):
        field.changed.connect(do)
    elif isinstance(field, ChoiceField):
        field.committed.connect(do)
