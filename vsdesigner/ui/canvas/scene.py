"""The scene: items by id, kept equal to the layout, over the bands of the lanes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from vsdesigner.analysis.problems import Problems
from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.stream_layout import Dirty, Route, StreamLayout
from vsdesigner.model.records import Lane, Role
from vsdesigner.ui.canvas.drawing import Drawing
from vsdesigner.ui.canvas.items import CARD_Z, LIFTED_Z, CardItem, FlowItem
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.painting.card import MARGIN
from vsdesigner.ui.painting.grid import paint_grid
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.lanes import paint_bands
from vsdesigner.ui.painting.looks import BandLook, PhaseLook, band_looks, phase_looks
from vsdesigner.ui.painting.overview import Overview
from vsdesigner.ui.painting.paint import overview_colour
from vsdesigner.ui.painting.phases import paint_phases
from vsdesigner.ui.theme import Theme

INDEX_MARGIN = 4_000.0  # px around the stream that the index covers before it has to be built anew
MANY = 100  # things beyond which painting everything anew is cheaper than saying what
REACH = 16.0  # px around an item within which something of it may be painted
HAIR = 4.0  # px on screen that lines and frames, which keep their width, may reach beyond that


class LaneScene(QGraphicsScene):
    """Shows one stream, once told to. `drawing` says what is pointed at; the methods here change that."""

    bands_changed = Signal()  # the headers of lanes or phases have to be painted anew
    hover_changed = Signal(str)  # another card is pointed at, or none

    def __init__(
        self, snapshot: Snapshot, layout: StreamLayout, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.drawing = Drawing(snapshot, layout, Inks(theme))
        self.cards: dict[str, CardItem] = {}
        self.flows: dict[str, FlowItem] = {}
        self.overview = Overview()
        self._indexed = Rect(0, 0, 0, 0)
        self._grid_shown = False
        self._was_far = False
        self._gone: frozenset[str] = frozenset()  # flows that are tried on other ways than their own

    # -- content ----------------------------------------------------------------------------------------
    def show_stream(self, snapshot: Snapshot, layout: StreamLayout) -> None:
        """Start over with another stream or document; nothing is selected."""
        self.clear()
        self._gone = frozenset()
        before = self.drawing
        self.drawing = drawing = Drawing(snapshot, layout, before.inks)
        drawing.problems, drawing.postpones = before.problems, before.postpones
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
        self.bands_changed.emit()
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
        self.show_bands(band_looks(snapshot, layout), phase_looks(snapshot, layout))
        areas += self._areas((*cards, *flows))
        within = QRectF(*drawing.bounds).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        # Asking the layout costs a look at everything; what stays well inside cannot change the bounds.
        if dirty.lanes or not all(within.contains(area) for area in areas):
            drawing.bounds = layout.bounds
            self._index()
        if self._was_far != self._far:  # there are more or fewer cards than are painted one by one
            self._was_far = self._far
            self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in another theme."""
        self.drawing.inks = Inks(theme, self.drawing.inks.scale)
        self.refresh()

    def show_grid(self, shown: bool) -> None:
        """Paint the grid below everything, or paint none."""
        if shown != self._grid_shown:
            self._grid_shown = shown
            self.refresh()

    # -- pointing ---------------------------------------------------------------------------------------
    def select(self, ids: Iterable[str]) -> None:
        """Show these as selected, with the flows that join them in accent."""
        drawing = self.drawing
        listed = tuple(ids)
        selected = frozenset(listed)
        lit = drawing.lit_by(selected)
        changed_cards, changed_flows = selected ^ drawing.selected, lit ^ drawing.lit
        primary = drawing.primary_of(listed)
        if primary != drawing.primary:
            changed_cards |= {primary, drawing.primary} - {""}
            drawing.primary = primary
        drawing.selected, drawing.lit = selected, lit
        if any(look.phase in changed_cards for look in drawing.phases):
            self.bands_changed.emit()
            self.refresh()
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
        if before != id:
            self.hover_changed.emit(id)
        for card in {before, id} - {""}:
            if card in self.cards:
                self._repaint(card)

    def show_problems(self, problems: Problems, differing: Iterable[str]) -> None:
        """Mark the cards with which something is wrong; `differing` are those whose mark may have changed."""
        self.drawing.problems = problems
        cards = [id for id in differing if id in self.cards]
        for id in cards:
            self.cards[id].renew(self.drawing.layout.cards[id].rect)
            if len(cards) <= MANY:
                self._repaint(id)
        if len(cards) > MANY:
            self.refresh()

    def light_lane(self, lane: str) -> bool:
        """Tint the lane into which something would fall, empty for none; says whether anything moved.

        A folded lane opens for it, until `fold_again`.
        """
        moved = lane != "" and self._unfold(lane)
        before, self.drawing.lit_lane = self.drawing.lit_lane, lane
        if before != lane:
            self.bands_changed.emit()
            for band in self.drawing.bands:
                if band.lane in (before, lane):
                    area = self.sceneRect()
                    left, wide = area.left() - 1e5, area.width() + 2e5
                    self.repaint_area(QRectF(left, band.top, wide, band.height))
        return moved

    def fold_again(self) -> None:
        """Fold the lane that something was dragged over, unless it fell there."""
        self._unfold("")

    def _unfold(self, lane: str) -> bool:
        drawing = self.drawing
        if lane and not drawing.layout.band(lane).collapsed:
            return False
        dirty = drawing.layout.unfold(lane)
        if dirty.lanes:
            self.follow(drawing.snapshot, Change(""), dirty)
        return dirty.lanes

    # -- trying -----------------------------------------------------------------------------------------
    def show_bands(self, bands: tuple[BandLook, ...], phases: tuple[PhaseLook, ...] | None = None) -> None:
        """Show lanes, and phases if given, as these say; `end_bands` shows them where they are."""
        drawing = self.drawing
        wanted = bands, drawing.phases if phases is None else phases
        if wanted != (drawing.bands, drawing.phases):
            drawing.bands, drawing.phases = wanted
            self.bands_changed.emit()
            self.refresh()

    def end_bands(self) -> None:
        """Show lanes and phases where the layout has them."""
        drawing = self.drawing
        self.show_bands(
            band_looks(drawing.snapshot, drawing.layout), phase_looks(drawing.snapshot, drawing.layout)
        )

    def preview(self, rects: Mapping[str, Rect], routes: Mapping[str, Route]) -> None:
        """Show cards and flows elsewhere than they are, in what is painted at the present scale."""
        if self._far:
            for id, rect in rects.items():
                self.overview.put_card(id, rect, *overview_colour(self.drawing.snapshot, id))
            for id, route in routes.items():
                self.overview.put_way(id, route.points)
            self.refresh()
            return
        moving: list[CardItem | FlowItem] = [self.cards[id] for id in rects]
        moving += [self.flows[id] for id in routes]
        before = [self._around(item) for item in moving]
        for id, rect in rects.items():
            item = self.cards[id]
            item.setZValue(LIFTED_Z)
            item.place(rect)
        for id, route in routes.items():
            self.flows[id].renew(route)
        known = self.drawing.layout.routes
        self._pass_by({id for id, route in routes.items() if route.points != known[id].points})
        # Marks may have the view painted before Qt looks where moved items were: that has to be said here.
        for area in before:
            self.repaint_area(area)

    def shift(self, flows: Iterable[str], dx: float, dy: float) -> None:
        """Show flows moved by a distance, with unchanged ways."""
        for id in flows:
            if self._far:
                points = self.drawing.layout.routes[id].points
                self.overview.put_way(id, [(x + dx, y + dy) for x, y in points])
            else:
                self.flows[id].setPos(dx, dy)

    def _pass_by(self, tried: Collection[str]) -> None:
        """Let no line jump over those that are tried elsewhere, unless there are too many to look after."""
        gone = frozenset(tried if len(tried) <= MANY else ())
        if gone == self._gone:
            return
        layout = self.drawing.layout
        for id in layout.jumping_over(gone | self._gone) - gone:
            if id in self.flows:
                self.flows[id].pass_by(gone)
                self.repaint_area(self._around(self.flows[id]))
        self._gone = gone

    def end_preview(self, cards: Iterable[str], flows: Iterable[str]) -> None:
        """Put cards and flows back where the layout has them."""
        for id in cards:
            if id in self.cards and id in self.drawing.layout.cards:
                self._renew_card(id)
                self.cards[id].setZValue(CARD_Z)
        self._pass_by(())
        for id in flows:
            if id in self.flows and id in self.drawing.layout.routes:
                self._renew_flow(id)
        if self._far:  # nobody knows where the ways that were tried are painted
            self.refresh()

    def refresh(self) -> None:
        """Have everything painted anew."""
        for view in self.views():
            view.viewport().update()

    def repaint_area(self, area: QRectF) -> None:
        """Have an area of the scene painted anew, with the next frame.

        Not by the scene's own `update`: Qt paints what that asks for before it looks at items that moved, and
        then these in a second frame.
        """
        for view in self.views():
            viewport = view.viewport()
            seen = view.viewportTransform().mapRect(area).adjusted(-1, -1, 1, 1)
            viewport.update(seen.intersected(QRectF(viewport.rect())).toAlignedRect())

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        drawing = self.drawing
        paint_bands(painter, drawing.bands, drawing.inks, QRectF(rect), drawing.lit_lane)
        if self._grid_shown:
            paint_grid(painter, drawing.bands, drawing.inks, QRectF(rect))
        if drawing.phases:
            bottom = max((band.top + band.height for band in drawing.bands), default=0.0)
            paint_phases(painter, drawing.phases, drawing.inks, QRectF(rect), bottom, drawing.selected)

    def paint_overview(self, painter: QPainter, area: QRectF) -> None:
        """Paint all cards and flows in one go."""
        drawing = self.drawing
        self.overview.paint(painter, drawing.inks, area, drawing.selected, drawing.lit)
        self.overview.paint_marks(painter, drawing.inks, drawing.problems, area)

    # -- inside -----------------------------------------------------------------------------------------
    @property
    def _far(self) -> bool:
        return self.drawing.in_one_go

    def _dressed(self, change: Change) -> list[str]:
        """Steps that look different because their activity or a role did."""
        shared = {record.id for record in change.records if isinstance(record, Lane | Role)}
        if not shared:
            return []
        if any(isinstance(record, Role) for record in change.records):
            shared |= {role.id for role in self.drawing.snapshot.roles}  # marks tell equal initials apart
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
        self.repaint_area(self._around(item))

    def _around(self, item: CardItem | FlowItem) -> QRectF:
        """The place of an item with all that is painted of it."""
        pad = REACH + HAIR / self.drawing.inks.scale
        return item.sceneBoundingRect().adjusted(-pad, -pad, pad, pad)

    def _index(self) -> None:
        """Give the index an area that holds the stream; a new one rebuilds it, so it gets a wide margin."""
        bounds = self.drawing.bounds
        if not self._indexed.encloses(bounds) or bounds.width < self._indexed.width / 8 - INDEX_MARGIN:
            self._indexed = bounds.grown(INDEX_MARGIN)
            self.setSceneRect(QRectF(*self._indexed))
