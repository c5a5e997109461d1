"""Measures and paints text that wraps at words, and inside a word only where it alone is too long."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption


def _laid_out(text: str, font: QFont, width: int) -> tuple[QTextLayout, int]:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(8, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, round(height)


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """Return the height of a text in px when it wraps at `width`."""
    return _laid_out(text, font, width)[1]


def paint_wrapped(painter: QPainter, rect: QRect, text: str, font: QFont, *, centred: bool = False) -> None:
    """Paint a text in the painter's pen from the top of `rect`, or in its vertical middle."""
    layout, height = _laid_out(text, font, rect.width())
    top = rect.top() + ((rect.height() - height) // 2 if centred else 0)
    layout.draw(painter, QPointF(rect.left(), top))
