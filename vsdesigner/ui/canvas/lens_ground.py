"""Fades all of the drawing that does not follow the lens, and numbers what does."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from vsdesigner.analysis.lens import Sight
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.canvas.items import CardItem, FlowItem
from vsdesigner.ui.canvas.scene import LaneScene
from vsdesigner.ui.painting.card import MARGIN
from vsdesigner.ui.painting.occurrence import RADIUS, paint_occurrence
from vsdesigner.ui.painting.overview import Overview
from vsdesigner.ui.session import Session

MOST_NUMBERED = 150  # occurrences in view that are numbered when seen from far away
_ASCENDING = Qt.SortOrder.AscendingOrder
_BY_BOUNDS = Qt.ItemSelectionMode.IntersectsItemBoundingRect


class LensGround(QObject):
    """The veil over one scene. What is selected stays in the light, for editing goes on."""

    def __init__(self, session: Session, scene: LaneScene) -> None:
        super().__init__(scene)
        self._session = session
        self._scene = scene
        self._joining: tuple[Snapshot, Sight, frozenset[str]] | None = None
        self._part: tuple[object, ...] = ()
        self._part_of = Overview()
        self._painting = False
        scene.drawing.postpones = self._postpones
        session.lens_changed.connect(scene.refresh)
        session.changed.connect(self._on_changed)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Veil `area` and paint again what is in the light, with its numbers."""
        sight = self._session.sight
        if sight is None or not sight.occurrences:
            return
        drawing = self._scene.drawing
        painter.fillRect(area, drawing.inks.theme.dim)
        self._painting = True
        try:
            if drawing.in_one_go:
                self._paint_far(painter, area, sight)
            else:
                self._paint_near(painter, area, sight)
        finally:
            self._painting = False

    def _postpones(self, card: str) -> bool:
        """Whether a card is painted above the veil, so that it need not be painted below it, too."""
        if self._painting or self._session.lens is None:
            return False
        sight = self._session.sight
        return sight is not None and sight.place(card) > 0

    def _paint_near(self, painter: QPainter, area: QRectF, sight: Sight) -> None:
        drawing, option, numbered = self._scene.drawing, QStyleOptionGraphicsItem(), []
        within = self._flows_within(sight)
        for item in self._scene.items(area, _BY_BOUNDS, _ASCENDING):
            if not isinstance(item, CardItem | FlowItem):
                continue
            place = sight.place(item.id)
            if not (place or item.id in drawing.selected or item.id in within or item.id in drawing.lit):
                continue
            pos = item.pos()
            painter.translate(pos)
            option.exposedRect = area.translated(-pos)
            item.paint(painter, option)
            painter.translate(-pos)
            if place and isinstance(item, CardItem):
                numbered.append((place, _card_of(item, pos)))
        for place, card in numbered:
            paint_occurrence(painter, card, place, sight.occurrences[place - 1].letters, drawing.inks)

    def _paint_far(self, painter: QPainter, area: QRectF, sight: Sight) -> None:
        drawing, overview = self._scene.drawing, self._scene.overview
        within = self._flows_within(sight)
        key = overview, overview.changes, sight, drawing.selected, within, drawing.lit
        if self._part != key:
            shown = overview.part((*sight.steps, *drawing.selected), within | drawing.lit)
            self._part, self._part_of = key, shown
        self._part_of.paint(painter, drawing.inks, area, drawing.selected, drawing.lit)
        found = ((place, overview.card(id)) for place, id in enumerate(sight.steps, start=1))
        reach = 2 * RADIUS / drawing.inks.scale
        wide = area.adjusted(-reach, -reach, reach, reach)
        seen = [(place, card) for place, card in found if card is not None and wide.intersects(card)]
        if len(seen) <= MOST_NUMBERED:
            for place, card in seen:
                paint_occurrence(painter, card, place, "", drawing.inks, outside=True)

    def _flows_within(self, sight: Sight) -> frozenset[str]:
        """The flows that lead from one occurrence to another."""
        view, known = self._scene.drawing.snapshot, self._joining
        if known is None or known[0] is not view or known[1] is not sight:
            found = frozenset(
                flow.id for id in sight.steps for flow in view.outgoing(id) if sight.place(flow.target)
            )
            known = self._joining = (view, sight, found)
        return known[2]

    def _on_changed(self) -> None:
        # Anything may have become an occurrence, or another one: their numbers are all over the drawing.
        if self._session.lens is not None:
            self._scene.refresh()


def _card_of(item: CardItem, pos: QPointF) -> QRectF:
    return item.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN).translated(pos)
