"""The marks of cards that are carried: copies that follow the pointer, and where cards would fall."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.layout.geometry import Point, Rect, united
from vsdesigner.ui.painting.card import MARGIN, RADIUS
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import CardLook
from vsdesigner.ui.painting.paint import paint_look

BADGE = 9.0  # radius on screen
ARM = 4.5
OPACITY = 0.7


@dataclass(frozen=True, slots=True)
class Ghost:
    """A copy that is not there yet; of many, only the frame is shown and `look` is None."""

    rect: Rect
    colour: str
    look: CardLook | None = None


@dataclass(frozen=True, slots=True)
class CopiesMark:
    """Ghosts of cards, each with the colour of its lane, and a ⊕ at a corner of the grabbed one."""

    ghosts: tuple[Ghost, ...]
    corner: Point

    def area(self, inks: Inks) -> QRectF:
        badge = Rect(self.corner.x, self.corner.y, 0.0, 0.0).grown((BADGE + 2) / inks.scale)
        return QRectF(*united((*(ghost.rect.grown(MARGIN) for ghost in self.ghosts), badge)))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        for ghost in self.ghosts:
            _paint_ghost(painter, ghost, inks)
        middle, scale = QPointF(*self.corner), inks.scale
        painter.setPen(QPen(inks.theme.card, 1.5 / scale))
        painter.setBrush(inks.accent_brush)
        painter.drawEllipse(middle, BADGE / scale, BADGE / scale)
        painter.setPen(QPen(inks.theme.accent_text, 1.8 / scale))
        painter.drawLine(middle - QPointF(ARM / scale, 0), middle + QPointF(ARM / scale, 0))
        painter.drawLine(middle - QPointF(0, ARM / scale), middle + QPointF(0, ARM / scale))


@dataclass(frozen=True, slots=True)
class LandingMark:
    """Where carried cards fall that find their place taken."""

    ghosts: tuple[Ghost, ...]

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*united(ghost.rect.grown(MARGIN) for ghost in self.ghosts))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        for ghost in self.ghosts:
            _paint_ghost(painter, ghost, inks)


def _paint_ghost(painter: QPainter, ghost: Ghost, inks: Inks) -> None:
    painter.save()
    painter.translate(ghost.rect.x, ghost.rect.y)
    painter.setOpacity(OPACITY)
    frame = QRectF(0.0, 0.0, ghost.rect.width, ghost.rect.height)
    if ghost.look is not None:
        paint_look(painter, ghost.look, inks, selected=False, hovered=False)
        painter.setBrush(inks.no_brush)
    else:
        painter.setBrush(inks.card)
    pen = QPen(inks.lane(ghost.colour).edge, 1.5 / min(1.0, inks.scale))
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.drawRoundedRect(frame, RADIUS, RADIUS)
    painter.restore()
