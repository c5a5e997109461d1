"""Paints the grid: fine lines every ten px where they can be told apart, stronger ones every fifty."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.model.dimensions import GRID, LANE_PADDING
from vsdesigner.ui.canvas.looks import BandLook
from vsdesigner.ui.canvas.painters.inks import Inks

COARSE = 5  # fine lines from one strong line to the next
LEAST_SCALE = 0.4  # below, no grid
LEAST_FINE = 7.0  # px on screen between two fine lines
FINE_ALPHA, COARSE_ALPHA = 90, 190


def paint_grid(painter: QPainter, bands: Iterable[BandLook], inks: Inks, area: QRectF) -> None:
    """Paint the grid of each lane, whose first row begins below the lane's padding, where it meets `area`."""
    if inks.scale < LEAST_SCALE:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    lanes = list(bands)
    if GRID * inks.scale >= LEAST_FINE:
        _paint_lines(painter, lanes, inks, area, GRID, FINE_ALPHA)
    _paint_lines(painter, lanes, inks, area, GRID * COARSE, COARSE_ALPHA)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _paint_lines(
    painter: QPainter, bands: Iterable[BandLook], inks: Inks, area: QRectF, pitch: float, alpha: int
) -> None:
    colour = QColor(inks.theme.line)
    colour.setAlpha(alpha)
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    lines: list[QLineF] = []
    for band in bands:
        top, bottom = max(band.top, area.top()), min(band.top + band.height, area.bottom())
        if top >= bottom:
            continue
        lines += [QLineF(x, top, x, bottom) for x in _steps(area.left(), area.right(), 0.0, pitch)]
        first_row = band.top + LANE_PADDING
        lines += [QLineF(area.left(), y, area.right(), y) for y in _steps(top, bottom, first_row, pitch)]
    painter.drawLines(lines)


def _steps(start: float, end: float, origin: float, pitch: float) -> list[float]:
    first = ceil((start - origin) / pitch)
    last = ceil((end - origin) / pitch)
    return [origin + index * pitch for index in range(first, last)]
