"""The head of a presentation: whose stream it is, and where in it one is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.document.wording import stream_title
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.presentation.show import Show


class Header(QWidget):
    """Title at the left, place at the right."""

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        for signal in (state.moved, state.changed, state.looks_changed, state.unit_changed):
            signal.connect(self._renew)

    def _renew(self, *_: object) -> None:
        self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        worn = self._state.theme
        painter.fillRect(self.rect(), worn.panel)
        font = worn.font("title")
        painter.setFont(font)
        painter.setPen(worn.text)
        area = QRectF(self.rect()).adjusted(40 * self._state.unit, 0, -40 * self._state.unit, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, stream_title(self._state.record))
        painter.end()
