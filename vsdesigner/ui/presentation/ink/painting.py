"""Paints ink: smooth lines through what the hand touched, as thick as it pressed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from vsdesigner import palette
from vsdesigner.ui.presentation.ink.ink import Spot, Stroke
from vsdesigner.ui.theme import Theme

PEN_WIDTH = 6.0  # px of the design
LEAST_WIDTH = 2.0  # px
LIGHTEST = 0.35  # share of the width where hardly anybody presses


def pen_width(unit: float, pressure: float = 1.0) -> float:
    """Return how thick a line is, in px, for a pressure from 0 to 1."""
    return max(LEAST_WIDTH, PEN_WIDTH * unit * (LIGHTEST + (1 - LIGHTEST) * min(1.0, max(0.0, pressure))))


def ink_colour(theme: Theme, colour: str) -> QColor:
    """Return one of the pen's colours as this theme has it."""
    on_light, on_dark = palette.PENS[colour]
    return QColor(*(on_dark if theme.dark else on_light))


def paint_strokes(
    painter: QPainter, strokes: Iterable[Stroke], size: QSizeF, unit: float, theme: Theme
) -> None:
    """Paint strokes for a window of this size (px)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        paint_line(painter, stroke.spots, ink_colour(theme, stroke.colour), size, unit)


def paint_line(painter: QPainter, spots: Sequence[Spot], colour: QColor, size: QSizeF, unit: float) -> None:
    """Paint one line, smooth; a single spot is a dot."""
    points = [QPointF(spot.x * size.width(), spot.y * size.height()) for spot in spots]
    pen = QPen(colour, pen_width(unit, spots[0].pressure))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if len(points) == 1:
        painter.setPen(pen)
        painter.drawPoint(points[0])
    elif len({spot.pressure for spot in spots}) == 1:
        painter.setPen(pen)
        painter.drawPath(_path(points))
    else:
        for at, piece in enumerate(_pieces(points)):
            pen.setWidthF(pen_width(unit, spots[at].pressure))
            painter.setPen(pen)
            painter.drawPath(piece)


def _path(points: Sequence[QPointF]) -> QPainterPath:
    """One curve: through the middles between points, bent by the points."""
    path = QPainterPath(points[0])
    for at in range(1, len(points) - 1):
        path.quadTo(points[at], (points[at] + points[at + 1]) / 2)
    path.lineTo(points[-1])
    return path


def _pieces(points: Sequence[QPointF]) -> Iterable[QPainterPath]:
    """The same curve in pieces, one for each point."""
    last = points[0]
    for at, point in enumerate(points):
        path = QPainterPath(last)
        last = (point + points[at + 1]) / 2 if at + 1 < len(points) else point
        path.quadTo(point, last)
        yield path
