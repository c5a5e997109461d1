"""The card of the present step."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.presentation.show import Show


class CardPane(QWidget):
    """Shows where the presentation stands."""

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._state.theme.canvas)
        painter.end()
