"""The scene: items by id, kept equal to the layout, over the bands of the lanes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.stream_layout import Dirty, Route, StreamLayout
from vsdesigner.model.records import Lane, Role
from vsdesigner.ui.canvas.drawing import Drawing
from vsdesigner.ui.canvas.items import CARD_Z, LIFTED_Z, CardItem, FlowItem
from vsdesigner.ui.canvas.looks import band_looks
from vsdesigner.ui.canvas.painters.card import MARGIN
from vsdesigner.ui.canvas.painters.inks import Inks
from vsdesigner.ui.canvas.painters.lanes import paint_bands
from vsdesigner.ui.canvas.painters.overview import OVERVIEW_BELOW, Overview
from vsdesigner.ui.canvas.painters.paint import overview_colour
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.theme import Theme

INDEX_MARGIN = 4_000.0  # px around the stream that the index covers before it has to be built anew
EVERYWHERE = QRectF(-4e6, -4e6, 8e6, 8e6)
MANY = 100  # things beyond which painting everything anew is cheaper than saying what
REACH = 16.0  # px around an item within which something of it may be painted
HAIR = 4.0  # px on screen that lines and frames, which keep their width, may reach beyond that


class LaneScene(QGraphicsScene):
    """Shows one stream, once told to. `drawing` says what is pointed at; the methods here change that."""

    bands_changed = Signal()  # their headers have to be painted anew

    def __init__(
        self, snapshot: Snapshot, layout: StreamLayout, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.drawing = Drawing(snapshot, layout, Inks(theme))
        self.cards: dict[str, CardItem] = {}
        self.flows: dict[str, FlowItem] = {}
        self.overview = Overview()
        self._indexed = Rect(0, 0, 0, 0)

    # -- content ----------------------------------------------------------------------------------------
    def show_stream(self, snapshot: Snapshot, layout: StreamLayout) -> None:
        """Start over with another stream or document; nothing is selected."""
        self.clear()
        self.drawing = drawing = Drawing(snapshot, layout, self.drawing.inks)
        self.overview = Overview()
        self._index()
        self.flows = {id: FlowItem(id, drawing) for id in layout.routes}
        self.cards = {id: CardItem(id, drawing, card.rect) for id, card in layout.cards.items()}
        for item in (*self.flows.values(), *self.cards.values()):
            self.addItem(item)
        for id in layout.cards:
            self._note_card(id)
        for id, route in layout.routes.items():
            self.overview.put_way(id, route.points)
        self.refresh()

    def follow(self, snapshot: Snapshot, change: Change, dirty: Dirty) -> None:
        """Draw anew what a change concerns; the layout has followed it already."""
        drawing = self.drawing
        drawing.snapshot = snapshot
        layout = drawing.layout
        cards = {*dirty.cards, *(id for id in change.touched if id in layout.cards), *self._dressed(change)}
        flows = {*dirty.routes, *(id for id in change.touched if id in layout.routes)}
        areas = self._areas((*cards, *flows, *dirty.removed))
        self._remove(dirty.removed)
        for id in cards:
            self._renew_card(id)
        for id in flows:
            self._renew_flow(id)
        bands = band_looks(snapshot, layout)
        if bands != drawing.bands:
            drawing.bands = bands
            self.bands_changed.emit()
            self.refresh()
        areas += self._areas((*cards, *flows))
        within = QRectF(*drawing.bounds).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        # Asking the layout costs a look at everything; what stays well inside cannot change the bounds.
        if dirty.lanes or not all(within.contains(area) for area in areas):
            drawing.bounds = layout.bounds
            self._index()

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in another theme."""
        self.drawing.inks = Inks(theme, self.drawing.inks.scale)
        self.refresh()

    # -- pointing ---------------------------------------------------------------------------------------
    def select(self, ids: Iterable[str]) -> None:
        """Show these as selected, with the flows that join them in accent."""
        drawing = self.drawing
        selected = frozenset(ids)
        lit = drawing.lit_by(selected)
        changed_cards, changed_flows = selected ^ drawing.selected, lit ^ drawing.lit
        drawing.selected, drawing.lit = selected, lit
        if len(changed_cards) + len(changed_flows) > MANY:
            self.refresh()
            return
        for id in changed_cards:
            if id in self.cards:
                self._repaint(id)
        for id in changed_flows:
            if id in self.flows:
                self._touch(self.flows[id])

    def hover(self, id: str) -> None:
        """Show a card as pointed at; empty for none."""
        before, self.drawing.hovered = self.drawing.hovered, id
        for card in {before, id} - {""}:
            if card in self.cards:
                self._repaint(card)

    def light_lane(self, lane: str) -> None:
        """Tint the lane into which something would fall; empty for none."""
        before, self.drawing.lit_lane = self.drawing.lit_lane, lane
        if before != lane:
            self.bands_changed.emit()
            for band in self.drawing.bands:
                if band.lane in (before, lane):
                    area = self.sceneRect()
                    left, wide = area.left() - 1e5, area.width() + 2e5
                    self.update(QRectF(left, band.top, wide, band.height))

    # -- trying -----------------------------------------------------------------------------------------
    def preview(self, rects: Mapping[str, Rect], routes: Mapping[str, Route]) -> None:
        """Show cards and flows elsewhere than they are, in what is painted at the present scale."""
        if self._far:
            for id, rect in rects.items():
                self.overview.put_card(id, rect, *overview_colour(self.drawing.snapshot, id))
            for id, route in routes.items():
                self.overview.put_way(id, route.points)
            self.refresh()
            return
        for id, rect in rects.items():
            item = self.cards[id]
            item.setZValue(LIFTED_Z)
            item.place(rect)
        for id, route in routes.items():
            self.flows[id].renew(route)

    def shift(self, flows: Iterable[str], dx: float, dy: float) -> None:
        """Show flows moved by a distance, with unchanged ways."""
        for id in flows:
            if self._far:
                points = self.drawing.layout.routes[id].points
                self.overview.put_way(id, [(x + dx, y + dy) for x, y in points])
            else:
                self.flows[id].setPos(dx, dy)

    def end_preview(self, cards: Iterable[str], flows: Iterable[str]) -> None:
        """Put cards and flows back where the layout has them."""
        for id in cards:
            if id in self.cards and id in self.drawing.layout.cards:
                self._renew_card(id)
                self.cards[id].setZValue(CARD_Z)
        for id in flows:
            if id in self.flows and id in self.drawing.layout.routes:
                self._renew_flow(id)

    def refresh(self) -> None:
        """Have everything painted anew.

        Not `update()` without a rectangle: Qt then waits for its own painting of items before it listens to
        any further update, and from far away we paint them ourselves.
        """
        self.update(EVERYWHERE)

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        drawing = self.drawing
        paint_bands(painter, drawing.bands, drawing.inks, QRectF(rect), drawing.lit_lane)

    def paint_overview(self, painter: QPainter, area: QRectF) -> None:
        """Paint all cards and flows in one go."""
        drawing = self.drawing
        self.overview.paint(painter, drawing.inks, area, drawing.selected, drawing.lit)

    # -- inside -----------------------------------------------------------------------------------------
    @property
    def _far(self) -> bool:
        return self.drawing.inks.scale < OVERVIEW_BELOW

    def _dressed(self, change: Change) -> list[str]:
        """Steps that look different because their activity or a role did."""
        shared = {record.id for record in change.records if isinstance(record, Lane | Role)}
        if not shared:
            return []
        return [
            step.id
            for step in self.drawing.snapshot.steps(self.drawing.layout.stream)
            if step.lane in shared or any(mark.role in shared for mark in step.raci)
        ]

    def _areas(self, ids: Iterable[str]) -> list[QRectF]:
        """Where items are drawn now."""
        found = (self.cards.get(id) or self.flows.get(id) for id in ids)
        return [item.sceneBoundingRect() for item in found if item is not None]

    def _remove(self, ids: Iterable[str]) -> None:
        for id in ids:
            item: CardItem | FlowItem | None = self.cards.pop(id, None) or self.flows.pop(id, None)
            if item is not None:
                self._touch(item)
                self.removeItem(item)
            self.overview.drop_card(id)
            self.overview.drop_way(id)

    def _renew_card(self, id: str) -> None:
        rect = self.drawing.layout.cards[id].rect
        item = self.cards.get(id)
        if item is None:
            item = self.cards[id] = CardItem(id, self.drawing, rect)
            self.addItem(item)
        else:
            self._touch(item)
            item.renew(rect)
        self._note_card(id)
        self._touch(item)

    def _renew_flow(self, id: str) -> None:
        item = self.flows.get(id)
        if item is None:
            item = self.flows[id] = FlowItem(id, self.drawing)
            self.addItem(item)
        else:
            self._touch(item)
            item.setPos(0.0, 0.0)
            item.renew()
        self.overview.put_way(id, self.drawing.layout.routes[id].points)
        self._touch(item)

    def _note_card(self, id: str) -> None:
        drawing = self.drawing
        self.overview.put_card(id, drawing.layout.cards[id].rect, *overview_colour(drawing.snapshot, id))

    def _repaint(self, id: str) -> None:
        self._touch(self.cards[id])

    def _touch(self, item: CardItem | FlowItem) -> None:
        """Have the place of an item painted anew. From far away Qt does not know that anything is there."""
        pad = REACH + HAIR / self.drawing.inks.scale
        self.update(item.sceneBoundingRect().adjusted(-pad, -pad, pad, pad))

    def _index(self) -> None:
        """Give the index an area that holds the stream; a new one rebuilds it, so it gets a wide margin."""
        bounds = self.drawing.bounds
        if not self._indexed.encloses(bounds) or bounds.width < self._indexed.width / 8 - INDEX_MARGIN:
            self._indexed = bounds.grown(INDEX_MARGIN)
            self.setSceneRect(QRectF(*self._indexed))
