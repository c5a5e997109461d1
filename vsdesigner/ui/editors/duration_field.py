"""A time: one likely value with its unit, which opens up to least and most."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vsdesigner.model.parts import Duration, TimeUnit
from vsdesigner.ui import theme
from vsdesigner.ui.editors.choice_field import ChoiceField
from vsdesigner.ui.editors.number_field import NumberField
from vsdesigner.ui.editors.text_field import LEAST_HEIGHT
from vsdesigner.ui.editors.words import choices
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel

LEAST_UNIT, BESIDE_UNIT = 104, 66  # px; what the frame and the arrow of a choice take


def unit_width() -> int:
    """Return how wide a choice of units is so that none is cut, in px."""
    measure = QFontMetrics(theme.font("panel"))
    words = (measure.horizontalAdvance(choice.text) for choice in choices(TimeUnit))
    return max(LEAST_UNIT, max(words) + BESIDE_UNIT)


class DurationField(QWidget):
    """Hands in a `Duration`, or None when all its numbers are empty."""

    committed = Signal(object)
    told = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what the time is called, for people who listen to the window."""
        super().__init__(parent)
        self._value: Duration | None = None
        self._several = False
        self.likely = self._number(tr("{time}, likely").format(time=name), "likely")
        self.least = self._number(tr("{time}, at least").format(time=name), "least")
        self.most = self._number(tr("{time}, at most").format(time=name), "most")
        self.unit = ChoiceField(choices(TimeUnit), self)
        self.unit.setAccessibleName(tr("{time}, unit").format(time=name))
        self.unit.setObjectName("unit")
        self.unit.setFixedWidth(unit_width())
        self.unit.set_value(TimeUnit.HOURS)
        self.unit.committed.connect(self._on_part)
        self.opener = QToolButton(self)
        self.opener.setObjectName("range")
        self.opener.setIcon(icon("reverse", "muted"))
        self.opener.setIconSize(QSize(16, 16))
        self.opener.setFixedSize(LEAST_HEIGHT, LEAST_HEIGHT)
        self.opener.setCheckable(True)
        self.opener.setToolTip(tr("Give a range: at least and at most"))
        self.opener.setAccessibleName(tr("{time} as a range").format(time=name))
        self.opener.toggled.connect(self._show_range)
        self._lay_out()

    def _lay_out(self) -> None:
        first, self._range = QHBoxLayout(), QWidget(self)
        first.setSpacing(4)
        for widget in (self.likely, self.unit, self.opener):
            first.addWidget(widget)
        second = QHBoxLayout(self._range)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        for text, field in ((tr("at least"), self.least), (tr("at most"), self.most)):
            label = PlainLabel(text)
            label.setProperty("role", "muted")
            label.setBuddy(field)
            second.addWidget(label)
            second.addWidget(field, 1)
        self._range.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(first)
        outer.addWidget(self._range)
        for before, after in (
            (self.likely, self.unit),
            (self.unit, self.opener),
            (self.opener, self.least),
            (self.least, self.most),
        ):
            QWidget.setTabOrder(before, after)

    def _number(self, spoken: str, name: str) -> NumberField:
        field = NumberField(self, units=True)
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.committed.connect(self._on_part)
        field.unit_typed.connect(self._on_unit)
        field.told.connect(self.told)
        return field

    def first_field(self) -> QWidget:
        """Return where the keyboard starts. (A focus proxy would lead Tab back here from far below.)"""
        return self.likely

    def value(self) -> Duration | None:
        return self._value

    def set_value(self, value: object, *, several: bool = False) -> None:
        present = value if isinstance(value, Duration) and not several else None
        self._value, self._several = present, several
        self.likely.set_value(present.likely if present else None, several=several)
        self.least.set_value(present.minimum if present else None, several=several)
        self.most.set_value(present.maximum if present else None, several=several)
        if present is not None:
            self.unit.set_value(present.unit)
        if present is not None and (present.minimum is not None or present.maximum is not None):
            self.opener.setChecked(True)

    def forget(self) -> None:
        """Fold the range and take the usual unit: another record comes."""
        self.opener.setChecked(False)
        self.unit.set_value(TimeUnit.HOURS)

    def is_edited(self) -> bool:
        return any(field.is_edited() for field in (self.likely, self.least, self.most))

    def commit(self) -> None:
        for field in (self.likely, self.least, self.most):
            field.commit()

    def cancel(self) -> None:
        for field in (self.likely, self.least, self.most):
            field.cancel()

    def _show_range(self, shown: bool) -> None:
        self._range.setVisible(shown)

    def _on_unit(self, unit: TimeUnit) -> None:
        self.unit.set_value(unit)

    def _on_part(self, _part: object) -> None:
        numbers = (self.likely.value(), self.least.value(), self.most.value())
        unit = self.unit.value()
        made = (
            None
            if all(number is None for number in numbers)
            else Duration(
                likely=numbers[0],
                minimum=numbers[1],
                maximum=numbers[2],
                unit=unit if isinstance(unit, TimeUnit) else TimeUnit.HOURS,
            )
        )
        if made != self._value or (self._several and made is not None):
            self._value, self._several = made, False
            self.committed.emit(made)
