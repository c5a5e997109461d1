"""Paints what the rows of all our lists have in common: the ground they stand on and a step's number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle

from vsdesigner.ui import theme
from vsdesigner.ui.theme import Theme

RADIUS = 6.0
BADGE_ROOM = 8.0  # px beside a number in its badge

_State = QStyle.StateFlag


def paint_row_ground(
    painter: QPainter, box: QRectF, state: QStyle.StateFlag, worn: Theme, *, ring: bool = True
) -> None:
    """Paint selection, else hover, and with `ring` the focus ring of a row."""
    if state & (_State.State_Selected | _State.State_MouseOver):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.selection if state & _State.State_Selected else worn.hover)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    if ring and state & _State.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(worn.accent, 2))
        painter.drawRoundedRect(box, RADIUS, RADIUS)


def paint_number(
    painter: QPainter, box: QRectF, number: str, colour: str, worn: Theme, leftmost: float = 0.0
) -> None:
    """Paint a step's number in the colour of its activity.

    Three digits and more make the circle a pill that grows to the left, as far as `leftmost`.
    """
    colours = worn.lane(colour)
    painter.setFont(theme.font("badge"))
    shape = QRectF(box)
    wide = painter.fontMetrics().horizontalAdvance(number) + BADGE_ROOM
    if wide > shape.width():
        shape.setLeft(max(leftmost, shape.right() - wide))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.badge)
    painter.drawRoundedRect(shape, box.height() / 2, box.height() / 2)
    painter.setPen(colours.badge_text)
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, number)
