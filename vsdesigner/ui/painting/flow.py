"""Paints flows: rounded ways, arrow heads, labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QTransform

from vsdesigner.layout.jumps import RADIUS
from vsdesigner.model.records import FlowKind
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import FlowLook
from vsdesigner.ui.painting.measure import line_height

CORNER = 10.0
JUMP = RADIUS
HEAD_LENGTH = 9.0
HEAD_WIDTH = 8.0
LEAST_HEAD = 6.0  # px on screen
FAR_REACH = 32.0  # px from the tip that the head takes at the smallest scale
LABELLED_FROM = 0.4  # scale below which a label is a speck
LABEL_RADIUS = 4.0
_ROUND = 0.5523  # of a quarter circle drawn as one curve

Way = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Shape:
    """A way ready to be painted: line and arrow head."""

    line: QPainterPath
    head: QPolygonF
    arcs: QPainterPath | None = None  # its jumps once more


def shape_of(points: Way, jumps: Way = ()) -> Shape:
    """Return the way through `points` with round corners that ends in an arrow head.

    At `jumps`, places on level pieces in the order along the way, it jumps over the line that it crosses.
    """
    last, tip = _before_tip(points), points[-1]
    dx, dy = _direction(last, tip)
    neck = (tip[0] - dx * (HEAD_LENGTH - 1), tip[1] - dy * (HEAD_LENGTH - 1))
    back = (tip[0] - dx * HEAD_LENGTH, tip[1] - dy * HEAD_LENGTH)
    half = HEAD_WIDTH / 2
    head = QPolygonF(
        [
            QPointF(*tip),
            QPointF(back[0] - dy * half, back[1] + dx * half),
            QPointF(back[0] + dy * half, back[1] - dx * half),
        ]
    )
    way = [*points[:-1], neck]
    return Shape(rounded(way, jumps), head, _arcs(way, jumps) if jumps else None)


def rounded(points: Way, jumps: Way = ()) -> QPainterPath:
    """Return a line through `points` with round corners, which jumps at `jumps`."""
    path = QPainterPath(QPointF(*points[0]))
    waiting = list(jumps)
    for index in range(1, len(points) - 1):
        before, here, after = points[index - 1], points[index], points[index + 1]
        _jump(path, before, here, waiting)
        radius = min(CORNER, _length(before, here) / 2, _length(here, after) / 2)
        if radius < 0.5:
            path.lineTo(*here)
            continue
        ix, iy = _direction(before, here)
        ox, oy = _direction(here, after)
        bend = radius * (1 - _ROUND)
        path.lineTo(here[0] - ix * radius, here[1] - iy * radius)
        path.cubicTo(
            here[0] - ix * bend,
            here[1] - iy * bend,
            here[0] + ox * bend,
            here[1] + oy * bend,
            here[0] + ox * radius,
            here[1] + oy * radius,
        )
    if len(points) > 1:
        _jump(path, points[-2], points[-1], waiting)
    path.lineTo(*points[-1])
    return path


def _jump(
    path: QPainterPath,
    here: tuple[float, float],
    there: tuple[float, float],
    waiting: list[tuple[float, float]],
) -> None:
    """Lead the path over the lines that its level piece from `here` to `there` crosses."""
    ahead = 1.0 if here[0] < there[0] else -1.0
    for first, last, y in _leaps(here, there, waiting):
        path.lineTo(first - JUMP * ahead, y)
        _leap(path, first, last, y, ahead)


def _arcs(points: Way, jumps: Way) -> QPainterPath:
    """The jumps alone."""
    path, waiting = QPainterPath(), list(jumps)
    for here, there in pairwise(points):
        ahead = 1.0 if here[0] < there[0] else -1.0
        for first, last, y in _leaps(here, there, waiting):
            path.moveTo(first - JUMP * ahead, y)
            _leap(path, first, last, y, ahead)
    return path


def _leaps(
    here: tuple[float, float], there: tuple[float, float], waiting: list[tuple[float, float]]
) -> Iterator[tuple[float, float, float]]:
    """Take the jumps on a piece from those that wait, those close together as one: first x, last x, y."""
    ahead, y = (1.0 if here[0] < there[0] else -1.0), here[1]
    while waiting and y == there[1] == waiting[0][1] and _holds(here[0], there[0], waiting[0][0]):
        first = last = waiting.pop(0)[0]
        while waiting and waiting[0][1] == y and 0 <= (waiting[0][0] - last) * ahead < 2 * JUMP:
            last = waiting.pop(0)[0]
        yield first, last, y


def _leap(path: QPainterPath, first: float, last: float, y: float, ahead: float) -> None:
    bend, top = JUMP * _ROUND, y - JUMP
    path.cubicTo(first - JUMP * ahead, y - bend, first - bend * ahead, top, first, top)
    path.lineTo(last, top)
    path.cubicTo(last + bend * ahead, top, last + JUMP * ahead, y - bend, last + JUMP * ahead, y)


def _holds(here: float, there: float, x: float) -> bool:
    return min(here, there) < x < max(here, there)


def bounds_of(look: FlowLook) -> QRectF:
    """Return the area that a flow paints in."""
    xs = [point[0] for point in look.points]
    ys = [point[1] for point in look.points]
    reach = max(FAR_REACH / HEAD_LENGTH * HEAD_WIDTH / 2, JUMP) + 1
    area = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).adjusted(
        -reach, -reach, reach, reach
    )
    return area.united(QRectF(*look.label)) if look.label else area


def straight_part(look: FlowLook, shape: Shape, exposed: QRectF) -> QLineF | None:
    """Return what is seen of a long way in `exposed` when that is a plain straight piece, else None."""
    if shape.arcs or (look.label is not None and exposed.intersects(QRectF(*look.label))):
        return None
    reach = CORNER + FAR_REACH
    left, right = exposed.left() - reach, exposed.right() + reach
    top, bottom = exposed.top() - reach, exposed.bottom() + reach
    found: QLineF | None = None
    (x, y), *others = look.points
    for far_x, far_y in others:
        low, high = max(min(x, far_x), left), min(max(x, far_x), right)
        upper, lower = max(min(y, far_y), top), min(max(y, far_y), bottom)
        x, y = far_x, far_y
        if low > high or upper > lower:
            continue
        if found is not None:
            return None  # a corner is near
        found = QLineF(low, upper, high, lower)
    tip_x, tip_y = look.points[-1]
    return None if left <= tip_x <= right and top <= tip_y <= bottom else found


def paint_part(painter: QPainter, part: QLineF, inks: Inks, *, lit: bool) -> None:
    """Paint a straight part of a main flow: much cheaper than the whole way where that is long."""
    painter.setPen(inks.flow(FlowKind.MAIN, lit=lit))
    painter.drawLine(part)


def paint_flow(painter: QPainter, look: FlowLook, shape: Shape, inks: Inks, *, lit: bool) -> None:
    """Paint a flow in scene coordinates; `lit` when it is selected or joins what is selected."""
    painter.setPen(inks.flow(look.kind, lit=lit))
    painter.setBrush(inks.no_brush)
    painter.drawPath(shape.line)
    if shape.arcs and look.kind is not FlowKind.MAIN:
        painter.setPen(inks.flow(FlowKind.MAIN, lit=lit))  # between two dashes an arc could get lost
        painter.drawPath(shape.arcs)
    painter.setPen(inks.none)
    painter.setBrush(inks.accent_brush if lit else inks.flow_brush)
    painter.drawPolygon(shape.head if inks.complete else _grown(shape.head, look.points[-1], inks.scale))


def _grown(head: QPolygonF, tip: tuple[float, float], scale: float) -> QPolygonF:
    """An arrow head that is large enough to be seen at this scale, around its tip."""
    grown = LEAST_HEAD / HEAD_LENGTH / scale
    if grown <= 1.0:
        return head
    return QTransform().translate(*tip).scale(grown, grown).translate(-tip[0], -tip[1]).map(head)


def paint_label(painter: QPainter, look: FlowLook, inks: Inks, *, lit: bool) -> None:
    """Paint the label of a flow on its patch, in scene coordinates."""
    if look.label is None or (inks.scale < LABELLED_FROM and not inks.complete):
        return
    patch = QRectF(*look.label)
    painter.setPen(inks.accent_hair if lit else inks.none)
    painter.setBrush(inks.canvas_brush)
    painter.drawRoundedRect(patch, LABEL_RADIUS, LABEL_RADIUS)
    painter.setPen(inks.text)
    step = line_height("flow_label")
    y = patch.y() + (patch.height() - step * len(look.lines)) / 2 + step / 2
    for line in look.lines:
        text.draw_centred(painter, line, "flow_label", patch.center().x(), y)
        y += step


def _before_tip(points: Way) -> tuple[float, float]:
    """The last point that is not the tip itself; a little left of it when there is none."""
    tip = points[-1]
    for point in reversed(points[:-1]):
        if point != tip:
            return point
    return tip[0] - 1.0, tip[1]


def _length(here: tuple[float, float], there: tuple[float, float]) -> float:
    return float(((here[0] - there[0]) ** 2 + (here[1] - there[1]) ** 2) ** 0.5)


def _direction(here: tuple[float, float], there: tuple[float, float]) -> tuple[float, float]:
    length = _length(here, there)
    return ((there[0] - here[0]) / length, (there[1] - here[1]) / length) if length else (1.0, 0.0)
