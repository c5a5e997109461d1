"""Pictures of whole streams: small ones for lists, large ones for files and galleries."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import LANE_HEADER_WIDTH, PHASE_HEADER_HEIGHT
from vsdesigner.model.records import Flow
from vsdesigner.ui.painting.flow import paint_flow, paint_label, shape_of
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.lanes import paint_bands, paint_header
from vsdesigner.ui.painting.looks import PhaseLook, band_looks, card_look, flow_look, phase_looks
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.painting.overview import OVERVIEW_BELOW, Overview
from vsdesigner.ui.painting.paint import overview_colour, paint_look
from vsdesigner.ui.painting.phases import paint_phase_header, paint_phases, paint_strip
from vsdesigner.ui.theme import Theme

SIDE_MARGIN = 40.0
TOP_MARGIN = 14.0  # labels of flows over the top of the first lane reach beyond it
LEAST_HEADER = 6.0
LARGEST_SIDE = 30_000  # px; beyond this the picture is made smaller
LEAST_SCALE = 0.01


def thumbnail(snapshot: Snapshot, stream: str, size: QSize, theme: Theme) -> QPixmap:
    """Return the stream fitted into a picture of exactly `size` (device px), never larger than 100 %."""
    layout = StreamLayout(snapshot, stream, FontMeasurer())
    area = whole_area(layout, LEAST_HEADER)
    scale = min(1.0, size.width() / area.width(), size.height() / area.height())
    made = QPixmap(size)
    made.fill(theme.canvas)
    painter = QPainter(made)
    paint_whole(painter, snapshot, layout, area, Inks(theme, max(LEAST_SCALE, scale)), QSize(size))
    painter.end()
    return made


def picture(snapshot: Snapshot, stream: str, scale: float, theme: Theme) -> QImage:
    """Return the whole stream in all detail with its lane headers; `scale` is device px per px at 100 %.

    A picture that would be too large for an image is made smaller.
    """
    layout = StreamLayout(snapshot, stream, FontMeasurer())
    area = whole_area(layout, LANE_HEADER_WIDTH)
    scale = min(scale, LARGEST_SIDE / area.width(), LARGEST_SIDE / area.height())
    size = QSize(round(area.width() * scale), round(area.height() * scale))
    made = QImage(size, QImage.Format.Format_RGB32)
    made.fill(theme.canvas)
    painter = QPainter(made)
    paint_whole(painter, snapshot, layout, area, Inks(theme, scale, complete=True), size)
    painter.end()
    return made


def whole_area(layout: StreamLayout, header: float) -> QRectF:
    """Return the part of the scene that a picture of the whole stream shows, with lane headers that wide."""
    bounds = layout.bounds
    top = TOP_MARGIN + (PHASE_HEADER_HEIGHT if layout.phases else 0.0)
    return QRectF(*bounds).adjusted(-SIDE_MARGIN - header, -top, SIDE_MARGIN, TOP_MARGIN)


def paint_whole(
    painter: QPainter, snapshot: Snapshot, layout: StreamLayout, area: QRectF, inks: Inks, size: QSize
) -> None:
    """Paint a `whole_area` into the middle of a picture of this size, at the scale of `inks`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(
        (size.width() - area.width() * inks.scale) / 2, (size.height() - area.height() * inks.scale) / 2
    )
    painter.scale(inks.scale, inks.scale)
    painter.translate(-area.topLeft())
    seen = painter.transform().inverted()[0].mapRect(QRectF(0, 0, size.width(), size.height()))
    bands = band_looks(snapshot, layout)
    paint_bands(painter, bands, inks, seen)
    phases = phase_looks(snapshot, layout)
    paint_phases(painter, phases, inks, seen, layout.lanes[-1].bottom)
    if inks.scale < OVERVIEW_BELOW and not inks.complete:
        _overview(snapshot, layout).paint(painter, inks, seen)
    else:
        paint_cards(painter, snapshot, layout, inks, layout.cards.keys(), layout.routes.keys())
    header = area.width() - layout.bounds.width - 2 * SIDE_MARGIN
    for band in bands:
        painter.save()
        painter.setClipRect(QRectF(seen.left(), band.top, header + area.left() - seen.left(), band.height))
        if header >= LANE_HEADER_WIDTH:
            paint_header(painter, band, inks, QRectF(area.left(), band.top, header, band.height))
        else:
            painter.fillRect(
                QRectF(seen.left(), band.top, header / inks.scale, band.height), inks.lane(band.colour).edge
            )
        painter.restore()
    _paint_phase_headers(painter, phases, inks, area, seen)


def _paint_phase_headers(
    painter: QPainter, phases: Iterable[PhaseLook], inks: Inks, area: QRectF, seen: QRectF
) -> None:
    """Paint the headers of the phases along the top of a picture, small ones without their names."""
    strip = QRectF(seen.left(), area.top(), seen.width(), PHASE_HEADER_HEIGHT)
    ground = False
    for phase in phases:
        if not ground:
            paint_strip(painter, inks, strip)
            ground = True
        header = QRectF(phase.x, strip.top(), phase.width, strip.height())
        readable = inks.scale >= OVERVIEW_BELOW or inks.complete
        named = header if readable and phase.name.strip() else QRectF()
        paint_phase_header(painter, phase, inks, header, selected=False, named_in=named)


def paint_cards(
    painter: QPainter,
    snapshot: Snapshot,
    layout: StreamLayout,
    inks: Inks,
    cards: Collection[str],
    flows: Collection[str],
) -> None:
    """Paint these cards and flows where they stand in the scene, in all detail."""
    looks = {
        id: flow_look(snapshot.get(id, Flow), route) for id, route in layout.routes.items() if id in flows
    }
    whole = len(looks) == len(layout.routes)  # else a line would jump over some that are not there
    for id, look in looks.items():
        shape = shape_of(look.points, layout.jumps(id) if whole else ())
        paint_flow(painter, look, shape, inks, lit=False)
    for look in looks.values():
        paint_label(painter, look, inks, lit=False)
    for id, card in layout.cards.items():
        if id in cards:
            painter.save()
            painter.translate(QPointF(card.rect.x, card.rect.y))
            paint_look(painter, card_look(snapshot, card), inks, selected=False, hovered=False)
            painter.restore()


def _overview(snapshot: Snapshot, layout: StreamLayout) -> Overview:
    made = Overview()
    for id, card in layout.cards.items():
        made.put_card(id, card.rect, *overview_colour(snapshot, id))
    for id, route in layout.routes.items():
        made.put_way(id, route.points)
    return made
