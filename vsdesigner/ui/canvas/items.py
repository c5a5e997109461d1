"""The items of the scene: they hold an id and how it looks, and compute no geometry."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.stream_layout import Route
from vsdesigner.model.records import FlowKind
from vsdesigner.ui.canvas.drawing import Drawing
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.painting.card import MARGIN, paint_reference
from vsdesigner.ui.painting.flow import (
    Shape,
    bounds_of,
    paint_flow,
    paint_label,
    paint_part,
    shape_of,
    straight_part,
)
from vsdesigner.ui.painting.looks import CardLook, FlowLook
from vsdesigner.ui.painting.paint import paint_look

CARD_Z, LIFTED_Z = 1.0, 2.0  # flows lie at 0
LONG = 1_500.0  # px beyond which a line is painted in parts


class CardItem(QGraphicsRectItem):
    """A step, demand, value or note. The rectangle item keeps Qt from asking Python for its bounds."""

    def __init__(self, id: str, drawing: Drawing, rect: Rect) -> None:
        super().__init__(-MARGIN, -MARGIN, rect.width + 2 * MARGIN, rect.height + 2 * MARGIN)
        self.id = id
        self._drawing = drawing
        self._look: CardLook | None = None
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(CARD_Z)
        self.setPos(rect.x, rect.y)

    def renew(self, rect: Rect) -> None:
        """Forget how the record looked; it now stands at `rect`."""
        self._look = None
        self.place(rect)
        self.update()

    def place(self, rect: Rect) -> None:
        """Stand at `rect`."""
        area = QRectF(-MARGIN, -MARGIN, rect.width + 2 * MARGIN, rect.height + 2 * MARGIN)
        if area != self.rect():
            self.setRect(area)
        self.setPos(rect.x, rect.y)

    @guarded
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        drawing = self._drawing
        if drawing.postpones is not None and drawing.postpones(self.id):
            return
        look = self._look
        if look is None:
            look = self._look = drawing.card_look(self.id)
        paint_look(
            painter,
            look,
            drawing.inks,
            selected=self.id in drawing.selected,
            hovered=self.id == drawing.hovered,
        )
        if self.id == drawing.primary:
            area = self.rect()
            paint_reference(painter, area.width() - 2 * MARGIN, area.height() - 2 * MARGIN, drawing.inks)


class FlowItem(QGraphicsRectItem):
    """A flow, in scene coordinates."""

    def __init__(self, id: str, drawing: Drawing) -> None:
        look = drawing.flow_look(id)
        super().__init__(bounds_of(look))
        self.id = id
        self._drawing = drawing
        self._look: FlowLook = look
        self._shape: Shape | None = None
        self._tried = False  # on another way than that of the layout
        self._gone: frozenset[str] = frozenset()  # flows that are, and over which it does not jump
        self._know_length()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def renew(self, route: Route | None = None) -> None:
        """Take another way: that of the layout, or the given one."""
        self._look = self._drawing.flow_look(self.id, route)
        self._tried = route is not None
        self._gone = frozenset()
        self._shape = None
        self.setRect(bounds_of(self._look))
        self._know_length()
        self.update()

    @guarded
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        shape = self._shape
        if shape is None:
            shape = self._shape = shape_of(self._look.points, self._jumps())
        lit = self.id in self._drawing.lit
        if self._long:
            part = straight_part(self._look, shape, option.exposedRect)
            if part is not None:
                paint_part(painter, part, self._drawing.inks, lit=lit)
                return
        paint_flow(painter, self._look, shape, self._drawing.inks, lit=lit)
        if self._look.label is not None:
            paint_label(painter, self._look, self._drawing.inks, lit=lit)

    def _know_length(self) -> None:
        """Of a line that is much longer than the view mostly a straight part is seen; Qt tells which if it
        is asked."""
        area = self.rect()
        self._long = self._look.kind is FlowKind.MAIN and area.width() + area.height() > LONG
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, self._long)

    def pass_by(self, gone: frozenset[str]) -> None:
        """Jump over none of these flows: they are tried on other ways."""
        if not self._tried and gone != self._gone:
            self._gone = gone
            self._shape = None
            self.update()

    def _jumps(self) -> tuple[tuple[float, float], ...]:
        return () if self._tried else self._drawing.layout.jumps(self.id, self._gone)
