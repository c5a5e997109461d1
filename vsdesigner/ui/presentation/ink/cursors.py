"""What the mouse looks like with a pen or an eraser in hand."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

from vsdesigner.ui.theme import Theme

RIM = 2.0  # px


def pen_cursor(colour: QColor, width: float) -> QCursor:
    """A dot as thick as the line that it draws."""
    return _round(width / 2, colour.rgba(), colour.rgba())


def eraser_cursor(theme: Theme, radius: float) -> QCursor:
    """A ring as large as what it removes."""
    inner = QColor(theme.panel)
    inner.setAlphaF(0.6)
    return _round(radius, inner.rgba(), theme.text.rgba())


@lru_cache(maxsize=32)
def _round(radius: float, inner: int, rim: int) -> QCursor:
    side = int(2 * (radius + RIM)) + 2
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(rim), RIM))
    painter.setBrush(QColor.fromRgba(inner))
    painter.drawEllipse(QPointF(side / 2, side / 2), radius, radius)
    painter.end()
    return QCursor(picture, side // 2, side // 2)
