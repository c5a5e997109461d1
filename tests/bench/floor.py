"""The floor: a bare `QGraphicsScene` with the same boxes, names and lines, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from vsdesigner.layout.stream_layout import Card, Route, StreamLayout

PEN = QPen(QColor("#7A8596"), 1.8)
EDGE = QPen(QColor("#DFE3E8"))
FILL = QBrush(QColor("#FFFFFF"))


class BareBox(QGraphicsItem):
    """A rounded box with its lines of text."""

    def __init__(self, card: Card, font: QFont) -> None:
        super().__init__()
        self._rect = QRectF(0, 0, card.rect.width, card.rect.height)
        self._text = "\n".join(card.lines)
        self._font = font
        self.setPos(card.rect.x, card.rect.y)

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(EDGE)
        painter.setBrush(FILL)
        painter.drawRoundedRect(self._rect, 8, 8)
        painter.setFont(self._font)
        painter.drawText(self._rect.adjusted(44, 12, -12, -12), Qt.TextFlag.TextWordWrap, self._text)


class BareScene:
    """The scene with its view, of the size that the canvas gets."""

    def __init__(self, layout: StreamLayout, width: int, height: int) -> None:
        font = QFont()
        font.setPixelSize(13)
        self.scene = QGraphicsScene()
        self.boxes = {id: BareBox(card, font) for id, card in layout.cards.items()}
        for box in self.boxes.values():
            self.scene.addItem(box)
        self.lines = {id: self._line(route) for id, route in layout.routes.items()}
        self.view = QGraphicsView(self.scene)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.resize(width, height)

    def _line(self, route: Route) -> QGraphicsPathItem:
        item = self.scene.addPath(path_of(route), PEN)
        item.setZValue(-1)
        return item

    def show(self) -> None:
        """Show the view with everything in it, as a document opens, and paint it once."""
        self.view.show()
        self.view.fitInView(self.scene.itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self.view.grab()


def path_of(route: Route) -> QPainterPath:
    """Return the route as a plain polyline."""
    path = QPainterPath(QPointF(*route.points[0]))
    for point in route.points[1:]:
        path.lineTo(*point)
    return path
