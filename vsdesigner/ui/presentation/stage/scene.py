"""Paints the lanes, cards and flows of a presentation: only what is in view, in looks that are kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.records import Flow
from vsdesigner.ui.painting.card import MARGIN
from vsdesigner.ui.painting.flow import Shape, bounds_of, paint_flow, paint_label, shape_of
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.lanes import paint_bands
from vsdesigner.ui.painting.looks import CardLook, band_looks, card_look, flow_look, phase_looks
from vsdesigner.ui.painting.overview import BLOCKS_BELOW, FEW_CARDS, OVERVIEW_BELOW, Overview
from vsdesigner.ui.painting.paint import overview_colour, paint_look
from vsdesigner.ui.painting.phases import paint_phases
from vsdesigner.ui.presentation.audience import without

FEW_MOVING = 70  # cards that are painted in all detail while the scale changes

_Box = tuple[float, float, float, float, str]  # left, top, right, bottom, id


class Scene:
    """What one stream looks like. Looks are made when they are painted first."""

    def __init__(self, view: Snapshot, layout: StreamLayout) -> None:
        self._hidden: frozenset[str] = frozenset()
        self.follow(view, layout)

    def follow(self, view: Snapshot, layout: StreamLayout) -> None:
        """Forget how everything looked."""
        self.view, self.layout = view, layout
        # Nobody folds a lane here: the room of the mark for that belongs to its name.
        self.bands = tuple(replace(band, empty=False) for band in band_looks(view, layout))
        self.phases = phase_looks(view, layout)
        self.bounds = layout.bounds
        self._looks: dict[str, CardLook] = {}
        self._flows = {id: flow_look(view.get(id, Flow), route) for id, route in layout.routes.items()}
        self._shapes: dict[str, Shape] = {}
        self._overview: Overview | None = None
        self._card_boxes = [_box(id, QRectF(*card.rect)) for id, card in layout.cards.items()]
        self._flow_boxes = [_box(id, bounds_of(look)) for id, look in self._flows.items()]

    def hide(self, parts: frozenset[str]) -> None:
        """Leave these parts of steps out: "tools", "times", "raci", "practices"."""
        if parts != self._hidden:
            self._hidden = parts
            self._looks = {}

    def rect(self, id: str) -> Rect | None:
        """Return where a card stands; None when there is none of that id."""
        card = self.layout.cards.get(id)
        return card.rect if card else None

    def card_at(self, point: QPointF) -> str:
        """Return the step, demand or value at a point of the scene, or nothing."""
        x, y = point.x(), point.y()
        for left, top, right, bottom, id in reversed(self._card_boxes):
            if left <= x <= right and top <= y <= bottom and self.layout.is_box(id):
                return id
        return ""

    def label_rect(self, flow: str) -> Rect | None:
        """Return the patch of a flow's label; None when it has none."""
        look = self._flows.get(flow)
        return look.label if look else None

    # -- painting ---------------------------------------------------------------------------------------
    def paint(self, painter: QPainter, inks: Inks, seen: QRectF, phase: str, *, zooming: bool) -> None:
        """Paint all that lies in `seen`; `phase` is the one to stand out."""
        paint_bands(painter, self.bands, inks, seen)
        if self.phases:
            bottom = self.layout.lanes[-1].bottom if self.layout.lanes else 0.0
            paint_phases(painter, self.phases, inks, seen, bottom, (phase,) if phase else ())
        cards = _meeting(self._card_boxes, seen.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        if self._far(inks.scale, len(cards) if zooming else 0):
            self._from_afar().paint(painter, inks, seen)
            return
        flows = _meeting(self._flow_boxes, seen)
        for id in flows:
            paint_flow(painter, self._flows[id], self._shape(id), inks, lit=False)
        for id in flows:
            paint_label(painter, self._flows[id], inks, lit=False)
        for id in cards:
            self.paint_card(painter, id, inks)

    def paint_card(self, painter: QPainter, id: str, inks: Inks, *, selected: bool = False) -> None:
        """Paint one card where it stands."""
        look = self._looks.get(id)
        if look is None:
            look = self._looks[id] = without(card_look(self.view, self.layout.cards[id]), self._hidden)
        rect = self.layout.cards[id].rect
        painter.translate(rect.x, rect.y)
        paint_look(painter, look, inks, selected=selected, hovered=False)
        painter.translate(-rect.x, -rect.y)

    def paint_flow(self, painter: QPainter, id: str, inks: Inks, *, lit: bool) -> None:
        """Paint one flow without its label."""
        paint_flow(painter, self._flows[id], self._shape(id), inks, lit=lit)

    def paint_label(self, painter: QPainter, id: str, inks: Inks, *, lit: bool) -> None:
        """Paint the label of one flow."""
        paint_label(painter, self._flows[id], inks, lit=lit)

    def shape(self, flow: str) -> Shape | None:
        """Return the line of a flow; None when there is none of that id."""
        return self._shape(flow) if flow in self._flows else None

    def overview_at(self, scale: float, seen: QRectF, *, zooming: bool) -> Overview | None:
        """Return the overview when `paint` paints that, None when it paints card by card."""
        cards = len(_meeting(self._card_boxes, seen)) if zooming else 0
        return self._from_afar() if self._far(scale, cards) else None

    # -- inside -----------------------------------------------------------------------------------------
    def _far(self, scale: float, moving: int) -> bool:
        if scale < BLOCKS_BELOW or moving > FEW_MOVING:
            return True
        return scale < OVERVIEW_BELOW and len(self.layout.cards) > FEW_CARDS

    def _shape(self, id: str) -> Shape:
        shape = self._shapes.get(id)
        if shape is None:
            shape = self._shapes[id] = shape_of(self._flows[id].points, self.layout.jumps(id))
        return shape

    def _from_afar(self) -> Overview:
        if self._overview is None:
            made = self._overview = Overview()
            for id, card in self.layout.cards.items():
                made.put_card(id, card.rect, *overview_colour(self.view, id))
            for id, route in self.layout.routes.items():
                made.put_way(id, route.points)
        return self._overview


def _box(id: str, area: QRectF) -> _Box:
    return area.left(), area.top(), area.right(), area.bottom(), id


def _meeting(boxes: list[_Box], area: QRectF) -> list[str]:
    """The ids of those that meet an area."""
    first, above, last, below = area.left(), area.top(), area.right(), area.bottom()
    return [
        id
        for left, top, right, bottom, id in boxes
        if left <= last and right >= first and top <= below and bottom >= above
    ]
