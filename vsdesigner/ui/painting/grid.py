"""Paints the grid: fine lines every ten px where they can be told apart, stronger ones every fifty."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.model.dimensions import GRID, LANE_PADDING
from vsdesigner.ui.colour import mix
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import BandLook

COARSE = 5  # fine lines from one strong line to the next
LEAST_SCALE = 0.4  # below, no grid
LEAST_FINE = 7.0  # px on screen between two fine lines
FINE, COARSE_INK = 0.3, 0.75  # of a lane's line on its ground


def paint_grid(painter: QPainter, bands: Iterable[BandLook], inks: Inks, area: QRectF) -> None:
    """Paint the grid of each lane, whose first row begins below the lane's padding, where it meets `area`."""
    if inks.scale < LEAST_SCALE:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for band in bands:
        part = area.intersected(QRectF(area.left(), band.top, area.width(), band.height))
        if part.isEmpty():
            continue
        rows = band.top + LANE_PADDING
        lane = inks.lane(band.colour)
        # Opaque inks: translucent lines take ten times as long.
        if GRID * inks.scale >= LEAST_FINE:
            _paint_lines(painter, mix(lane.band, lane.line, FINE), part, rows, GRID)
        _paint_lines(painter, mix(lane.band, lane.line, COARSE_INK), part, rows, GRID * COARSE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _paint_lines(painter: QPainter, colour: QColor, area: QRectF, rows: float, pitch: float) -> None:
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    left, right, top, bottom = area.left(), area.right(), area.top(), area.bottom()
    lines = [QLineF(x, top, x, bottom) for x in _steps(left, right, 0.0, pitch)]
    lines += [QLineF(left, y, right, y) for y in _steps(top, bottom, rows, pitch)]
    painter.drawLines(lines)


def _steps(start: float, end: float, origin: float, pitch: float) -> list[float]:
    first = ceil((start - origin) / pitch)
    last = ceil((end - origin) / pitch)
    return [origin + index * pitch for index in range(first, last)]
