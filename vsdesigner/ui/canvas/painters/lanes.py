"""Paints the bands of the lanes and their headers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.ui.canvas.looks import BandLook
from vsdesigner.ui.canvas.measure import FontMeasurer
from vsdesigner.ui.canvas.painters import text
from vsdesigner.ui.canvas.painters.inks import Inks
from vsdesigner.ui.i18n import tr_count

EDGE = 4.0
PADDING = 16.0
LEAST_TEXT = 15.0  # px on screen below which a header keeps its name to itself
NAME_LINES = 3
_measurer = FontMeasurer()


def paint_bands(
    painter: QPainter, bands: Iterable[BandLook], inks: Inks, area: QRectF, lit: str = ""
) -> None:
    """Paint the bands where they meet `area`, edge to edge; `lit` is the lane pointed at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # sharp edges at every zoom
    painter.fillRect(area, inks.theme.canvas)
    reach = 2.0 / inks.scale  # lines keep their width on screen
    line = QPen(inks.theme.line)
    line.setCosmetic(True)
    for band in bands:
        top, bottom = max(band.top, area.top()), min(band.top + band.height, area.bottom())
        lane = inks.lane(band.colour)
        if top < bottom:
            painter.fillRect(
                QRectF(area.left(), top, area.width(), bottom - top),
                lane.header if band.lane == lit else lane.band,
            )
        for y in (band.top, band.top + band.height):
            if area.top() - reach <= y <= area.bottom() + reach:
                line.setColor(lane.line)
                painter.setPen(line)
                painter.drawLine(QLineF(area.left(), y, area.right(), y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def paint_header(
    painter: QPainter,
    band: BandLook,
    inks: Inks,
    area: QRectF,
    *,
    text_area: QRectF | None = None,
    lit: bool = False,
) -> None:
    """Paint a lane's header into `area`: colour edge, name and number of steps as `text_area` has room."""
    lane = inks.lane(band.colour)
    painter.fillRect(area, lane.header)
    painter.fillRect(QRectF(area.left(), area.top(), EDGE * (1.5 if lit else 1), area.height()), lane.edge)
    for y in (area.top(), area.bottom()):  # level with the lines between the bands
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), lane.line)
    area = text_area or area
    if area.height() >= LEAST_TEXT:
        _paint_words(painter, band, inks, area)


def _paint_words(painter: QPainter, band: BandLook, inks: Inks, area: QRectF) -> None:
    lane = inks.lane(band.colour)
    name_height, count_height = text.height("lane"), text.height("card_footer")
    room = area.width() - PADDING - 12
    lines = _measurer.lines(band.name, "lane", room)
    fitting = max(1, min(NAME_LINES, int((area.height() - 4) / name_height)))
    if len(lines) > fitting:
        rest = " ".join(lines[fitting - 1 :])
        lines = (*lines[: fitting - 1], text.elided(rest, "lane", room))
    tall = len(lines) * name_height
    counted = area.height() >= tall + count_height + 10
    y = area.center().y() - (tall + (count_height + 3 if counted else 0)) / 2
    painter.setPen(lane.text)
    for line in lines:
        text.draw(painter, line, "lane", area.left() + PADDING, y)
        y += name_height
    if counted:
        painter.setPen(inks.muted)
        text.draw(painter, steps_text(band.steps), "card_footer", area.left() + PADDING, y + 3)


def steps_text(count: int) -> str:
    """Return how many steps a lane holds, in words."""
    return tr_count("1 step", "{count} steps", count)
