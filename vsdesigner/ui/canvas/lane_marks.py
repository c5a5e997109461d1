"""The marks that dragging lanes and phases leaves above the drawing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from vsdesigner.layout.geometry import Rect
from vsdesigner.ui.painting.inks import Inks

THIN = 2.0
VEIL = 24  # alpha of what a phase would cover


@dataclass(frozen=True, slots=True)
class LevelMark:
    """A line across all that is seen, at a height: a border that moves, or where a lane would go."""

    y: float
    seen: Rect
    thick: float = THIN

    def area(self, inks: Inks) -> QRectF:
        high = self.thick / inks.scale
        return QRectF(self.seen.x, self.y - high / 2, self.seen.width, high)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        painter.fillRect(self.area(inks), inks.theme.accent)


@dataclass(frozen=True, slots=True)
class SpanMark:
    """What a phase would cover, from top to bottom."""

    x: float
    width: float
    seen: Rect
    bottom: float

    def area(self, inks: Inks) -> QRectF:
        return QRectF(self.x, self.seen.y, self.width, min(self.seen.bottom, self.bottom) - self.seen.y)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        tint = QColor(inks.theme.accent)
        tint.setAlpha(VEIL)
        area = self.area(inks)
        painter.fillRect(area, tint)
        thin = 1.0 / inks.scale
        for x in (self.x, self.x + self.width - thin):
            painter.fillRect(QRectF(x, area.top(), thin, area.height()), inks.theme.accent)
