"""A number in a text field: amounts and percentages, written with a point or a comma."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vsdesigner.document.amounts import MOST, parse_number, unit_named
from vsdesigner.document.wording import number_text
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.i18n import tr


class NumberField(TextField):
    """Hands in a float or, when emptied, None. What is no number is put back and said why.

    With `units` a time unit may follow (``30 min``); `unit_typed` carries it before the number is handed in.
    """

    unit_typed = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        most: float = MOST,
        suffix: str = "",
        units: bool = False,
    ) -> None:
        super().__init__(parent, max_length=40)
        self._most, self._suffix, self._units = most, suffix, units
        self._number: float | None = None

    def value(self) -> float | None:
        return self._number

    def set_value(self, value: object, *, several: bool = False) -> None:
        self._number = float(value) if isinstance(value, int | float) and not several else None
        super().set_value(self._written(self._number), several=several)

    def commit(self) -> None:
        if not self.is_edited():
            super().commit()
            return
        typed = self.final_text()
        number = self._read(typed)
        if number is None and typed:
            self.cancel()
            self.told.emit(self._reason(typed))
            return
        if number == self._number and not self._several:
            self._show()
            return
        self._number = number
        self._value, self._several = self._written(number), False
        self._show()
        self.committed.emit(number)

    def _read(self, typed: str) -> float | None:
        found = parse_number(typed)
        if found is None or found[0] > self._most:
            return None
        number, rest = found
        if self._units and rest:
            unit = unit_named(rest)
            if unit is None:
                return None
            self.unit_typed.emit(unit)
        elif rest and rest != self._suffix:
            return None
        return number

    def _written(self, number: float | None) -> str:
        if number is None:
            return ""
        return f"{number_text(number)} {self._suffix}".strip()

    def _reason(self, typed: str) -> str:
        if self._most == 100:
            reason = tr("“{text}” is not a percentage from 0 to 100; the value stays as it was.")
            return reason.format(text=typed)
        return tr("“{text}” is not a number; the value stays as it was.").format(text=typed)
