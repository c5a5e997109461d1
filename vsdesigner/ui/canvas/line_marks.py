"""The marks of what the hand does to lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import dist

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.layout.geometry import Point, Rect, around
from vsdesigner.layout.ports import Side
from vsdesigner.ui.canvas.marks import side_point
from vsdesigner.ui.painting.flow import rounded
from vsdesigner.ui.painting.inks import Inks

GLOW = 9.0  # px on screen: width of the light around a line
GLOW_ALPHA = 70
GRIP_LONG, GRIP_WIDE = 7.0, 3.0  # px on screen: half the size of the handle of a segment
DOT, HOT_DOT = 4.0, 7.0
LEADER_DASH = [3.0, 3.0]
STUB_FROM, STUB_LONG, STUB_RADIUS = 9.0, 12.0, 8.0  # px in the scene
STUB_WIDTH = 1.3


@dataclass(frozen=True, slots=True)
class InsertionMark:
    """The line into which something would be put."""

    points: tuple[Point, ...]

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*around(self.points).grown(GLOW / inks.scale))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        path = rounded(self.points)
        painter.setBrush(inks.no_brush)
        glow = QColor(inks.theme.accent)
        glow.setAlpha(GLOW_ALPHA)
        pen = QPen(glow, GLOW / inks.scale)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)
        painter.setPen(QPen(inks.theme.accent, 2.5 / min(1.0, inks.scale)))
        painter.drawPath(path)


@dataclass(frozen=True, slots=True)
class BendsMark:
    """Handles in the middle of the segments that can be dragged: (middle, whether the segment is level)."""

    grips: tuple[tuple[Point, bool], ...]

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*around(point for point, _ in self.grips).grown((GRIP_LONG + 3) / inks.scale))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        painter.setPen(QPen(inks.theme.accent, 1.8 / inks.scale))
        painter.setBrush(inks.card)
        for (x, y), level in self.grips:
            half = (GRIP_LONG, GRIP_WIDE) if level else (GRIP_WIDE, GRIP_LONG)
            wide, high = half[0] / inks.scale, half[1] / inks.scale
            radius = GRIP_WIDE / inks.scale
            painter.drawRoundedRect(QRectF(x - wide, y - high, 2 * wide, 2 * high), radius, radius)


@dataclass(frozen=True, slots=True)
class SidesMark:
    """The dots on a card's sides at which an end can be pinned; `hot` is the one that is aimed at."""

    rect: Rect
    sides: tuple[Side, ...]
    hot: Side | None = None

    def area(self, inks: Inks) -> QRectF:
        return QRectF(*self.rect.grown((HOT_DOT + 3) / inks.scale))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        painter.setPen(QPen(inks.theme.accent, 1.8 / inks.scale))
        for side in self.sides:
            point = QPointF(*side_point(self.rect, side))
            if side is self.hot:
                reach = HOT_DOT / inks.scale
                painter.setBrush(inks.accent_brush)
                painter.drawRect(QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach))
            else:
                painter.setBrush(inks.card)
                painter.drawEllipse(point, DOT / inks.scale, DOT / inks.scale)


@dataclass(frozen=True, slots=True)
class LeaderMark:
    """The thin line from a label that is being dragged to the place on its line that it belongs to."""

    label: Rect
    anchor: Point

    def area(self, inks: Inks) -> QRectF:
        both = (Point(self.label.x, self.label.y), Point(self.label.right, self.label.bottom), self.anchor)
        return QRectF(*around(both).grown(6 / inks.scale))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        x = min(max(self.anchor.x, self.label.x), self.label.right)
        y = min(max(self.anchor.y, self.label.y), self.label.bottom)
        pen = QPen(inks.theme.accent, 1.2)
        pen.setCosmetic(True)
        pen.setDashPattern(LEADER_DASH)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, y), QPointF(*self.anchor))
        painter.setPen(inks.none)
        painter.setBrush(inks.accent_brush)
        painter.drawEllipse(QPointF(*self.anchor), 3 / inks.scale, 3 / inks.scale)


@dataclass(frozen=True, slots=True)
class StubsMark:
    """A faint plus behind steps that lead nowhere yet: (step, middle of its right side).

    The plus that the pointer is on shows that it can be clicked.
    """

    stubs: tuple[tuple[str, Point], ...]
    hot: str = ""

    def with_hot(self, hot: str) -> StubsMark:
        """Return the mark with the pointer on the plus of another step."""
        return self if hot == self.hot else replace(self, hot=hot)

    def at(self, point: Point, reach: float) -> str:
        """Return the step whose plus is within `reach` px of a point, or nothing."""
        near = STUB_RADIUS + reach
        return next((id for id, start in self.stubs if dist(stub_center(start), point) <= near), "")

    def area(self, inks: Inks) -> QRectF:
        middles = around(point for _, point in self.stubs)
        long, high = STUB_FROM + STUB_LONG + 2 * STUB_RADIUS + 2, STUB_RADIUS + 2
        return QRectF(middles.x, middles.y - high, middles.width + long, middles.height + 2 * high)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        for id, start in self.stubs:
            self._paint_stub(painter, inks, start, hot=id == self.hot)

    def _paint_stub(self, painter: QPainter, inks: Inks, start: Point, *, hot: bool) -> None:
        pen = QPen(inks.theme.accent if hot else inks.theme.control, STUB_WIDTH)
        middle = QPointF(*stub_center(start))
        arm = STUB_RADIUS * 0.5
        dashed = QPen(pen)
        dashed.setDashPattern(LEADER_DASH)
        painter.setPen(dashed)
        painter.drawLine(QPointF(start.x + STUB_FROM, start.y), QPointF(middle.x() - STUB_RADIUS, start.y))
        painter.setPen(pen)
        painter.setBrush(inks.accent_brush if hot else inks.card)
        painter.drawEllipse(middle, STUB_RADIUS, STUB_RADIUS)
        if hot:
            painter.setPen(QPen(inks.theme.accent_text, STUB_WIDTH))
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))


def stub_center(start: Point) -> Point:
    """Return the middle of the plus behind a step whose right side's middle is at `start`."""
    return Point(start.x + STUB_FROM + STUB_LONG + STUB_RADIUS, start.y)
