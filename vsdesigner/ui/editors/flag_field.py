"""A yes or no as a check box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget


class FlagField(QCheckBox):
    """Hands in True or False at each click; shows a third state where the records differ."""

    committed = Signal(object)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._value: object = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # a click beside it is none
        self.clicked.connect(self._on_clicked)

    def value(self) -> object:
        return self._value

    def set_value(self, value: object, *, several: bool = False) -> None:
        self._value = None if several else bool(value)
        self.setTristate(several)
        if several:
            self.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.setChecked(bool(value))

    def is_edited(self) -> bool:
        return False

    def commit(self) -> None:
        """A click is handed in at once; nothing ever waits."""

    def cancel(self) -> None:
        """Nothing to throw away."""

    def _on_clicked(self) -> None:
        value = self.checkState() != Qt.CheckState.Unchecked
        self.setTristate(False)
        self.setChecked(value)
        self._value = value
        self.committed.emit(value)
