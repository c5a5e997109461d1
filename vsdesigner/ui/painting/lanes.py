"""Paints the bands of the lanes and their headers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.language import say_count
from vsdesigner.ui.icons import activity_icon
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import BandLook
from vsdesigner.ui.painting.measure import FontMeasurer

EDGE = 4.0
PADDING = 16.0
LEAST_TEXT = 15.0  # px on screen below which a header keeps its name to itself
NAME_LINES = 3
ICON = 20  # px of an activity's drawing where there is no room for its name
CHEVRON = 16  # px of the mark that folds a lane
_measurer = FontMeasurer()


def paint_bands(
    painter: QPainter,
    bands: Iterable[BandLook],
    inks: Inks,
    area: QRectF,
    lit: str = "",
    *,
    ground: bool = True,
) -> None:
    """Paint the bands where they meet `area`, edge to edge; `lit` is the lane pointed at.

    Without `ground` they are the lines between the lanes, and what is below shines through.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # sharp edges at every zoom
    if ground:
        painter.fillRect(area, inks.theme.canvas)
    reach = 2.0 / inks.scale  # lines keep their width on screen
    line = QPen(inks.theme.line)
    line.setCosmetic(True)
    for band in bands:
        top, bottom = max(band.top, area.top()), min(band.top + band.height, area.bottom())
        lane = inks.lane(band.colour)
        if top < bottom and ground:
            painter.fillRect(
                QRectF(area.left(), top, area.width(), bottom - top),
                lane.header if band.lane == lit else lane.band,
            )
        for y in (band.top, band.top + band.height):
            if inks.complete:
                painter.fillRect(QRectF(area.left(), y, area.width(), 1), lane.line)
            elif area.top() - reach <= y <= area.bottom() + reach:
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
    compact: bool = False,
    counted: bool = True,
) -> None:
    """Paint a lane's header into `area`: colour edge, name and number of steps as `text_area` has room.

    A `compact` header shows the activity's drawing instead of its name; one that is not `counted` no number.
    """
    lane = inks.lane(band.colour)
    painter.fillRect(area, lane.header)
    painter.fillRect(QRectF(area.left(), area.top(), EDGE * (1.5 if lit else 1), area.height()), lane.edge)
    for y in (area.top(), area.bottom()):  # level with the lines between the bands
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), lane.line)
    area = text_area or area
    if area.height() < LEAST_TEXT:
        return
    if compact:
        _paint_sign(painter, band, inks, area, counted=counted)
    else:
        _paint_words(painter, band, inks, area, counted=counted)


def counts_fit(rows: Iterable[tuple[BandLook, QRectF]], *, compact: bool) -> bool:
    """Return whether every lane with steps has room for their number: else none shows it."""
    return all(
        area.height() >= (_sign_height() if compact else _words_height(band, area))
        for band, area in rows
        if band.steps and not band.collapsed
    )


def _sign_height() -> float:
    return ICON + text.height("card_footer") + 8


def _words_height(band: BandLook, area: QRectF) -> float:
    """What the name needs with the number of steps, and without what the method calls it."""
    lines = _measurer.lines(band.name, "lane", _name_room(band, area))
    small = text.height("card_footer") + 3
    return min(NAME_LINES, len(lines)) * text.height("lane") + small + 7


def _name_room(band: BandLook, area: QRectF) -> float:
    return area.width() - PADDING - 12 - (CHEVRON if band.empty else 0)


def paint_chevron(painter: QPainter, band: BandLook, inks: Inks, area: QRectF, *, hot: bool) -> None:
    """Paint the mark that folds or opens an empty lane."""
    if hot:
        painter.setPen(inks.none)
        painter.setBrush(inks.theme.hover)
        painter.drawRoundedRect(area, 4, 4)
    painter.setPen(inks.lane(band.colour).text if hot else inks.muted)
    name = "closed" if band.collapsed else "expand"
    inset = (area.width() - CHEVRON) / 2
    text.draw_icon(painter, name, CHEVRON, area.left() + inset, area.top() + inset)


def paint_chosen(painter: QPainter, inks: Inks, area: QRectF) -> None:
    """Paint the frame of the header that the commands on lanes work on."""
    painter.setPen(QPen(inks.theme.accent, 2.0))
    painter.setBrush(inks.no_brush)
    painter.drawRect(area.adjusted(1, 1, -1, -1))


def _paint_sign(painter: QPainter, band: BandLook, inks: Inks, area: QRectF, *, counted: bool) -> None:
    """The activity's drawing, with the number of steps below where there is room."""
    lane = inks.lane(band.colour)
    count = str(band.steps) if band.steps else ""
    line = text.height("card_footer")
    counted = counted and bool(count) and area.height() >= _sign_height()
    tall = ICON + (line + 2 if counted else 0)
    middle, y = area.center().x() + EDGE / 2, area.center().y() - tall / 2
    size = int(min(ICON, area.height() - 4))
    spot = QRect(round(middle - size / 2), round(y), size, size)
    activity_icon(band.lane, lane.text.color()).paint(painter, spot)
    if counted:
        painter.setPen(inks.muted)
        text.draw_centred(painter, count, "card_footer", middle, y + ICON + 2 + line / 2)


def _paint_words(painter: QPainter, band: BandLook, inks: Inks, area: QRectF, *, counted: bool) -> None:
    """The name; the method's name of the activity below where it is another; the number of steps."""
    lane = inks.lane(band.colour)
    left, room = area.left() + PADDING, area.width() - PADDING - 12
    name_height, small = text.height("lane"), text.height("card_footer")
    name_room = _name_room(band, area)
    lines = _measurer.lines(band.name, "lane", name_room)
    fitting = max(1, min(NAME_LINES, int((area.height() - 4) / name_height)))
    if len(lines) > fitting:
        rest = " ".join(lines[fitting - 1 :])
        lines = (*lines[: fitting - 1], text.elided(rest, "lane", name_room))
    notes = [band.activity] if band.activity else []
    if counted and not band.collapsed:
        notes.append(steps_text(band.steps))
    tall = len(lines) * name_height
    while notes and area.height() < tall + len(notes) * (small + 3) + 7:
        notes.pop()  # the name comes first, then what the method calls it
    y = area.center().y() - (tall + len(notes) * (small + 3)) / 2
    painter.setPen(lane.text)
    for line in lines:
        text.draw(painter, line, "lane", left, y)
        y += name_height
    painter.setPen(inks.muted)
    for note in notes:
        text.draw(painter, text.elided(note, "card_footer", room), "card_footer", left, y + 3)
        y += small + 3


def steps_text(count: int) -> str:
    """Return how many steps a lane holds, in words."""
    return say_count("1 step", "{count} steps", count)
