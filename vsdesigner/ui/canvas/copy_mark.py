"""The mark of copies that follow the pointer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.layout.geometry import Point, Rect, united
from vsdesigner.ui.canvas.painters.card import RADIUS
from vsdesigner.ui.canvas.painters.inks import Inks

BADGE = 9.0  # radius on screen
ARM = 4.5


@dataclass(frozen=True, slots=True)
class CopiesMark:
    """Ghosts of cards, each with the colour of its lane, and a ⊕ at a corner of the grabbed one."""

    ghosts: tuple[tuple[Rect, str], ...]
    corner: Point

    def area(self, inks: Inks) -> QRectF:
        badge = Rect(self.corner.x, self.corner.y, 0.0, 0.0).grown((BADGE + 2) / inks.scale)
        return QRectF(*united((*(rect.grown(4 / inks.scale) for rect, _ in self.ghosts), badge)))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        fill = QColor(inks.theme.card)
        fill.setAlpha(200)
        painter.setBrush(fill)
        for rect, colour in self.ghosts:
            edge = inks.lane(colour).edge if colour else inks.note_line.brush()
            pen = QPen(edge, 1.5 / min(1.0, inks.scale))
            pen.setDashPattern([4.0, 3.0])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(*rect), RADIUS, RADIUS)
        middle, scale = QPointF(*self.corner), inks.scale
        painter.setPen(QPen(inks.theme.card, 1.5 / scale))
        painter.setBrush(inks.accent_brush)
        painter.drawEllipse(middle, BADGE / scale, BADGE / scale)
        painter.setPen(QPen(inks.theme.accent_text, 1.8 / scale))
        painter.drawLine(middle - QPointF(ARM / scale, 0), middle + QPointF(ARM / scale, 0))
        painter.drawLine(middle - QPointF(0, ARM / scale), middle + QPointF(0, ARM / scale))
