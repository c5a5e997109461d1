"""Paints the small mark of a card with which something is wrong."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from vsdesigner.analysis.finding import Level
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks

SIZE = 15
CORNER = 3.0  # px inside the card's top left corner, where the mark has its middle
HALO = 9.0
SMALLEST = 0.4  # scale below which it is only a spot
SPOT = 3.0  # px on screen, half of it


def paint_mark(painter: QPainter, level: Level | None, inks: Inks) -> None:
    """Paint the mark of a card whose top left corner is the origin; hints have none.

    Errors and warnings differ in shape as well as in colour.
    """
    if level not in (Level.ERROR, Level.WARNING):
        return
    is_error = level is Level.ERROR
    painter.setPen(inks.none)
    if inks.scale < SMALLEST:
        painter.setBrush((inks.danger if is_error else inks.warning).color())
        painter.drawEllipse(QPointF(CORNER, CORNER), SPOT / inks.scale, SPOT / inks.scale)
        return
    painter.setBrush(inks.card)
    painter.drawEllipse(QPointF(CORNER, CORNER), HALO, HALO)
    painter.setPen(inks.danger if is_error else inks.warning)
    corner = CORNER - SIZE / 2
    text.draw_icon(painter, "error_fill" if is_error else "warning_fill", SIZE, corner, corner)
