"""The marks that gestures leave above the drawing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.layout.geometry import Point, Rect, around
from vsdesigner.layout.ports import Side
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.card import CHIP_HEIGHT, MARGIN, RADIUS, paint_card
from vsdesigner.ui.painting.flow import shape_of
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import StepLook
from vsdesigner.ui.painting.measure import line_height

HANDLE = 5.0  # radius on screen
HOT_HANDLE = 8.0
END = 5.5
REASON_ROLE = "small"
REASON_PADDING = 8.0
GHOST_OPACITY = 0.85
BEYOND = 14.0  # px beside the pointer


def side_point(rect: Rect, side: Side) -> Point:
    """Return the middle of a side."""
    dx, dy = side.value
    return Point(rect.center.x + dx * rect.width / 2, rect.center.y + dy * rect.height / 2)


@dataclass(frozen=True, slots=True)
class HandlesMark:
    """Side handles of a card; `hot` is the one under the pointer."""

    rect: Rect
    sides: tuple[Side, ...]
    hot: Side | None = None

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*self.rect.grown((HOT_HANDLE + 3) / inks.scale))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        pen = QPen(inks.theme.accent, 1.8 / inks.scale)
        for side in self.sides:
            point = QPointF(*side_point(self.rect, side))
            hot = side is self.hot
            radius = (HOT_HANDLE if hot else HANDLE) / inks.scale
            painter.setPen(pen)
            painter.setBrush(inks.accent_brush if hot else inks.card)
            painter.drawEllipse(point, radius, radius)
            if hot:
                arm = radius * 0.5
                painter.setPen(QPen(inks.theme.accent_text, 1.8 / inks.scale))
                painter.drawLine(point - QPointF(arm, 0), point + QPointF(arm, 0))
                painter.drawLine(point - QPointF(0, arm), point + QPointF(0, arm))


@dataclass(frozen=True, slots=True)
class EndsMark:
    """The two ends of a selected flow, which can be dragged; a pinned one is a square."""

    points: tuple[Point, Point]
    pinned: tuple[bool, bool] = (False, False)

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*around(self.points).grown((END + 3) / inks.scale))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        painter.setPen(QPen(inks.theme.accent, 1.8 / inks.scale))
        reach = END / inks.scale
        for (x, y), pinned in zip(self.points, self.pinned, strict=True):
            painter.setBrush(inks.accent_brush if pinned else inks.card)
            if pinned:
                painter.drawRect(QRectF(x - reach, y - reach, 2 * reach, 2 * reach))
            else:
                painter.drawEllipse(QPointF(x, y), reach, reach)


@dataclass(frozen=True, slots=True)
class BandMark:
    """A rubber band: solid when it selects what it encloses, dashed when what it touches."""

    rect: Rect
    enclosing: bool

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*self.rect.grown(2 / inks.scale))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        pen = QPen(inks.theme.accent, 1.0 if self.enclosing else 1.4)
        pen.setCosmetic(True)
        if not self.enclosing:
            pen.setDashPattern([5.0, 4.0])
        painter.setPen(pen)
        painter.setBrush(_with_alpha(inks.theme.accent, 26))
        painter.drawRect(QRectF(*self.rect))


@dataclass(frozen=True, slots=True)
class ConnectionMark:
    """The flow that would come from a drag."""

    points: tuple[Point, ...]
    refused: bool = False

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*around(self.points).grown(12.0))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        colour = inks.theme.danger if self.refused else inks.theme.accent
        shape = shape_of(self.points) if len(set(self.points)) > 1 else None
        if shape is None:
            return
        pen = QPen(colour, 1.8 / min(1.0, inks.scale))
        if self.refused:
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(inks.no_brush)
        painter.drawPath(shape.line)
        painter.setPen(inks.none)
        painter.setBrush(colour)
        painter.drawPolygon(shape.head)


@dataclass(frozen=True, slots=True)
class TargetMark:
    """The frame of the card at which a connection would end."""

    rect: Rect
    refused: bool = False

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*self.rect.grown(8 / inks.scale))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        colour = inks.theme.danger if self.refused else inks.theme.accent
        painter.setPen(QPen(colour, 2.5 / inks.scale))
        painter.setBrush(inks.no_brush)
        painter.drawRoundedRect(QRectF(*self.rect.grown(2 / inks.scale)), RADIUS + 2, RADIUS + 2)


@dataclass(frozen=True, slots=True)
class VeilMark:
    """Cards that are not the point now, faded to 30 % of their ink.

    `colours` are the base colours of the lanes they stand in.
    """

    rects: tuple[Rect, ...]
    colours: tuple[str, ...]

    def area(self, inks: Inks) -> QRectF:
        found = QRectF()
        for rect in self.rects:
            found = found.united(QRectF(*rect.grown(12.0)))
        return found

    def paint(self, painter: QPainter, inks: Inks) -> None:
        painter.setPen(inks.none)
        for rect, colour in zip(self.rects, self.colours, strict=True):
            painter.setBrush(_with_alpha(inks.lane(colour).band, 178))
            veil = QRectF(*rect.grown(3.0)).adjusted(0, -CHIP_HEIGHT / 2, 0, 0)
            painter.drawRoundedRect(veil, RADIUS + 3, RADIUS + 3)


@dataclass(frozen=True, slots=True)
class GhostMark:
    """A card that is not there yet; with a `look` it is shown as it will be."""

    rect: Rect
    colour: str
    look: StepLook | None = None

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*self.rect.grown(max(MARGIN, 4 / inks.scale)))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        lane = inks.lane(self.colour)
        if self.look is not None:
            painter.save()
            painter.translate(self.rect.x, self.rect.y)
            painter.setOpacity(GHOST_OPACITY)
            paint_card(painter, self.look, inks, selected=False, hovered=False)
            painter.restore()
        pen = QPen(lane.edge, 1.5 / min(1.0, inks.scale))
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(_with_alpha(inks.theme.card, 0 if self.look is not None else 200))
        painter.drawRoundedRect(QRectF(*self.rect), RADIUS, RADIUS)
        if self.look is not None:
            return
        x, y = self.rect.center
        arm = 9.0
        painter.setPen(QPen(lane.edge, 2.0))
        painter.drawLine(QPointF(x - arm, y), QPointF(x + arm, y))
        painter.drawLine(QPointF(x, y - arm), QPointF(x, y + arm))


@dataclass(frozen=True, slots=True)
class HintMark:
    """What one can do with an empty stream, where the first step would stand."""

    rect: Rect
    lines: tuple[str, ...]

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*self.rect.grown(2))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        pen = QPen(inks.theme.control, 1.2)
        pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        painter.setBrush(inks.no_brush)
        painter.drawRoundedRect(QRectF(*self.rect), RADIUS, RADIUS)
        painter.setPen(inks.muted)
        step = line_height("small")
        y = self.rect.center.y - step * (len(self.lines) - 1) / 2
        for line in self.lines:
            text.draw_centred(painter, line, "small", self.rect.center.x, y)
            y += step


@dataclass(frozen=True, slots=True)
class ReasonMark:
    """Why something is refused, beside the pointer; keeps its size on screen and stays inside `room`."""

    at: Point
    sentence: str
    room: Rect

    def area(self, inks: Inks) -> QRectF:
        wide = (text.width(self.sentence, REASON_ROLE) + 2 * REASON_PADDING) / inks.scale
        high = (line_height(REASON_ROLE) + REASON_PADDING) / inks.scale
        gap = BEYOND / inks.scale
        left = max(self.room.x + gap, min(self.at.x + gap, self.room.right - wide - gap))
        top = self.at.y + gap
        if top + high + gap > self.room.bottom:
            top = self.at.y - gap - high
        return QRectF(left, top, wide, high)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        area = self.area(inks)
        painter.translate(area.topLeft())
        painter.scale(1 / inks.scale, 1 / inks.scale)
        patch = QRectF(0, 0, area.width() * inks.scale, area.height() * inks.scale).adjusted(
            0.5, 0.5, -0.5, -0.5
        )
        painter.setPen(QPen(inks.theme.danger, 1))
        painter.setBrush(inks.theme.soft(inks.theme.danger))
        painter.drawRoundedRect(patch, 6, 6)
        painter.setPen(inks.theme.danger)
        text.draw_centred(painter, self.sentence, REASON_ROLE, patch.center().x(), patch.center().y())


def _with_alpha(colour: QColor, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
