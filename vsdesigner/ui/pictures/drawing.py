"""A stream, or a part of one, as it goes into files and onto paper: all detail, no marks of the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.picture_options import SELECTION, VIEW, WHOLE
from vsdesigner.language import say
from vsdesigner.layout.geometry import Rect, around, united
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import LANE_HEADER_WIDTH, PHASE_HEADER_HEIGHT
from vsdesigner.model.errors import UserError
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.flow import Shape, bounds_of, paint_flow, paint_label, shape_of
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.lanes import paint_bands, paint_header
from vsdesigner.ui.painting.looks import CardLook, FlowLook, band_looks, card_look, flow_look, phase_looks
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.painting.paint import paint_look
from vsdesigner.ui.painting.phases import paint_phase_header, paint_phases, paint_strip
from vsdesigner.ui.painting.thumbnail import whole_area

MARGIN = 14.0  # px around a card within which its shadow and its chip stay


class StreamDrawing:
    """What is drawn of one stream. `area` is in px of the scene; lane and phase headers are within it.

    May be made and used in any thread, but in one only.
    """

    def __init__(self, view: Snapshot, stream: str, options: ExportOptions) -> None:
        """Choose what `options` say; `UserError` when nothing that could be drawn is selected."""
        self._view = view
        self.layout = layout = StreamLayout(view, stream, FontMeasurer())
        self.framed = True
        cards, flows = set(layout.cards), set(layout.routes)
        extent = options.choice("extent", WHOLE)
        if extent == SELECTION:
            cards, flows = self._chosen(options.selection)
            self.framed = False
            self.area = self._around(cards, flows)
        elif extent == VIEW and options.area is not None and min(options.area[2:]) > 0:
            top = PHASE_HEADER_HEIGHT if layout.phases else 0.0
            self.area = QRectF(*options.area).adjusted(-LANE_HEADER_WIDTH, -top, 0, 0)
        else:
            self.area = whole_area(layout, LANE_HEADER_WIDTH)
        whole = len(flows) == len(layout.routes)  # else a line would jump over some that are not there
        self._flows: list[tuple[FlowLook, Shape, QRectF]] = []
        for flow in view.flows(stream):  # in their order: the layout's depends on chance
            if flow.id in flows:
                look = flow_look(flow, layout.routes[flow.id])
                shape = shape_of(look.points, layout.jumps(flow.id) if whole else ())
                self._flows.append((look, shape, bounds_of(look)))
        self._cards: list[tuple[CardLook, QRectF]] = [
            (card_look(view, card), QRectF(*card.rect)) for id, card in layout.cards.items() if id in cards
        ]
        self._bands = band_looks(view, layout)
        self._phases = phase_looks(view, layout)

    @property
    def content(self) -> QRectF:
        """The area without the headers."""
        if not self.framed:
            return self.area
        return self.area.adjusted(LANE_HEADER_WIDTH, PHASE_HEADER_HEIGHT if self._phases else 0.0, 0.0, 0.0)

    @property
    def boxes(self) -> list[QRectF]:
        """Where the cards are that are drawn."""
        return [rect for _, rect in self._cards]

    def paint(
        self,
        painter: QPainter,
        inks: Inks,
        seen: QRectF,
        *,
        ground: bool = True,
        frame: QRectF | None = None,
    ) -> None:
        """Paint what lies in `seen`; the painter's px are those of the scene.

        Headers go along the left and upper side of `frame`, else along those of the `area`. Without `ground`
        what is below shines through between cards, lines and headers.
        """
        painter.save()
        painter.setClipRect(seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with text.as_words():
            if self.framed:
                paint_bands(painter, self._bands, inks, seen, ground=ground)
                paint_phases(painter, self._phases, inks, seen, self._bands[-1].top + self._bands[-1].height)
            elif ground:
                painter.fillRect(seen, inks.theme.canvas)
            self._paint_content(painter, inks, seen)
            if self.framed:
                self._paint_headers(painter, inks, seen, self.area if frame is None else frame, ground)
        painter.restore()

    # -- inside -----------------------------------------------------------------------------------------
    def _chosen(self, ids: Iterable[str]) -> tuple[set[str], set[str]]:
        cards = {id for id in ids if id in self.layout.cards}
        if not cards:
            raise UserError(
                say("Nothing of this stream is selected that could be drawn: select steps first.")
            )
        flows = {
            flow.id
            for flow in self._view.flows(self.layout.stream)
            if flow.source in cards and flow.target in cards and flow.id in self.layout.routes
        }
        return cards, flows

    def _around(self, cards: Iterable[str], flows: Iterable[str]) -> QRectF:
        parts: list[Rect] = [self.layout.cards[id].rect for id in cards]
        for id in flows:
            route = self.layout.routes[id]
            parts.append(around(route.points))
            if route.label is not None:
                parts.append(route.label)
        return QRectF(*united(parts).grown(MARGIN))

    def _paint_content(self, painter: QPainter, inks: Inks, seen: QRectF) -> None:
        flows = [(look, shape) for look, shape, bounds in self._flows if bounds.intersects(seen)]
        for look, shape in flows:
            paint_flow(painter, look, shape, inks, lit=False)
        for look, _ in flows:
            paint_label(painter, look, inks, lit=False)
        for card, rect in self._cards:
            if rect.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN).intersects(seen):
                painter.save()
                painter.translate(rect.topLeft())
                paint_look(painter, card, inks, selected=False, hovered=False)
                painter.restore()

    def _paint_headers(
        self, painter: QPainter, inks: Inks, seen: QRectF, frame: QRectF, ground: bool
    ) -> None:
        """The headers of the lanes along the left side of the frame, those of the phases along its top."""
        left, top = frame.left(), frame.top()
        if seen.left() < left + LANE_HEADER_WIDTH:
            for band in self._bands:
                header = QRectF(left, band.top, LANE_HEADER_WIDTH, band.height)
                shown = header.intersected(frame)
                if header.intersects(seen) and not shown.isEmpty():
                    painter.save()
                    painter.setClipRect(shown, Qt.ClipOperation.IntersectClip)
                    paint_header(painter, band, inks, header, text_area=shown)
                    painter.restore()
        if self._phases and seen.top() < top + PHASE_HEADER_HEIGHT:
            if ground:
                paint_strip(painter, inks, QRectF(left, top, frame.width(), PHASE_HEADER_HEIGHT))
            for phase in self._phases:
                header = QRectF(phase.x, top, phase.width, PHASE_HEADER_HEIGHT)
                shown = header.intersected(frame)
                if header.intersects(seen) and not shown.isEmpty():
                    named = shown if phase.name.strip() else QRectF()
                    paint_phase_header(painter, phase, inks, header, selected=False, named_in=named)
