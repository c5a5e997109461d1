"""The marks of arranging: where tidied cards would go, the line of the space tool, gaps that are equal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.guides import Gap, Line
from vsdesigner.ui.canvas.overlay import Layer, Overlay
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import CardLook
from vsdesigner.ui.painting.overview import OVERVIEW_BELOW
from vsdesigner.ui.painting.paint import paint_look

EVERYWHERE = QRectF(-4e6, -4e6, 8e6, 8e6)
GHOST_INK = 0.85
LEAST_WAY = 24.0  # px that a card has to go before an arrow says so
HEAD = 7.0
NUMBER_ROLE = "small"


@dataclass(frozen=True, slots=True)
class Ghost:
    """A card as it would stand elsewhere; `colour` is its lane's."""

    old: Rect
    new: Rect
    colour: str
    look: CardLook = field(compare=False)


@dataclass(frozen=True, slots=True)
class TidyMark:
    """Everything fades; the cards that would move show where they would stand, and where they come from."""

    ghosts: tuple[Ghost, ...]

    def area(self, inks: Inks) -> QRectF:
        return EVERYWHERE

    def paint(self, painter: QPainter, inks: Inks) -> None:
        seen = painter.worldTransform().inverted()[0].mapRect(QRectF(painter.viewport()))
        painter.fillRect(seen, inks.theme.dim)
        near = [ghost for ghost in self.ghosts if seen.intersects(_reach(ghost))]
        self._paint_ways(painter, inks, near)
        for ghost in near:
            painter.save()
            painter.setOpacity(GHOST_INK)
            if inks.scale < OVERVIEW_BELOW:
                painter.fillRect(QRectF(*ghost.new), inks.lane(ghost.colour).edge)
            else:
                painter.translate(ghost.new.x, ghost.new.y)
                paint_look(painter, ghost.look, inks, selected=False, hovered=False)
            painter.restore()

    def _paint_ways(self, painter: QPainter, inks: Inks, ghosts: list[Ghost]) -> None:
        pen = QPen(_with_alpha(inks.theme.accent, 150), 1.2)
        pen.setCosmetic(True)
        dashed = QPen(pen)
        dashed.setDashPattern([4.0, 4.0])
        for ghost in ghosts:
            painter.setPen(dashed)
            painter.setBrush(inks.no_brush)
            painter.drawRoundedRect(QRectF(*ghost.old), 8, 8)
            way = _way_to(ghost)
            if way.length() >= LEAST_WAY:
                painter.setPen(pen)
                painter.drawLine(way)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(pen.color())
                painter.drawPolygon(_head(way, HEAD / min(1.0, inks.scale)))


@dataclass(frozen=True, slots=True)
class RoomMark:
    """The line of the space tool: where it stands, and while it is dragged where it came from."""

    line: tuple[Point, Point]
    start: tuple[Point, Point] | None = None

    def area(self, inks: Inks) -> QRectF:
        points = [*self.line, *(self.start or ())]
        xs, ys = [point.x for point in points], [point.y for point in points]
        margin = (HEAD + 6) / inks.scale
        return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).adjusted(
            -margin, -margin, margin, margin
        )

    def paint(self, painter: QPainter, inks: Inks) -> None:
        pen = QPen(inks.theme.accent, 2.0)
        pen.setCosmetic(True)
        if self.start is not None:
            painter.fillRect(
                QRectF(QPointF(*self.start[0]), QPointF(*self.line[1])).normalized(),
                _with_alpha(inks.theme.accent, 30),
            )
            thin = QPen(_with_alpha(inks.theme.accent, 150), 1.0, Qt.PenStyle.DashLine)
            thin.setCosmetic(True)
            painter.setPen(thin)
            painter.drawLine(QPointF(*self.start[0]), QPointF(*self.start[1]))
        painter.setPen(pen)
        painter.drawLine(QPointF(*self.line[0]), QPointF(*self.line[1]))
        self._paint_heads(painter, inks)

    def _paint_heads(self, painter: QPainter, inks: Inks) -> None:
        """Two small heads say which way it can go."""
        (x1, y1), (x2, y2) = self.line
        middle = QPointF((x1 + x2) / 2, (y1 + y2) / 2)
        size = HEAD / inks.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.theme.accent)
        for way in (-1, 1):
            tip, wing = 1.9 * size * way, 0.7 * size * way
            if x1 == x2:
                points = [QPointF(tip, 0), QPointF(wing, -size), QPointF(wing, size)]
            else:
                points = [QPointF(0, tip), QPointF(-size, wing), QPointF(size, wing)]
            painter.drawPolygon(QPolygonF([middle + point for point in points]))


@dataclass(frozen=True, slots=True)
class LinedUpMark:
    """Lines along which something is lined up, right through the view, and gaps that are equal."""

    lines: tuple[tuple[Point, Point], ...]
    gaps: tuple[Gap, ...] = ()

    def area(self, inks: Inks) -> QRectF:
        points = [point for line in self.lines for point in line]
        points += [point for gap in self.gaps for point in (gap.start, gap.end)]
        xs, ys = [point.x for point in points], [point.y for point in points]
        margin = 40 / inks.scale
        return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).adjusted(
            -margin, -margin, margin, margin
        )

    def paint(self, painter: QPainter, inks: Inks) -> None:
        pen = QPen(inks.theme.accent, 1.0)
        pen.setCosmetic(True)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        for start, end in self.lines:
            painter.drawLine(QPointF(*start), QPointF(*end))
        solid = QPen(inks.theme.accent, 1.4)
        solid.setCosmetic(True)
        for gap in self.gaps:
            painter.setPen(solid)
            self._paint_gap(painter, inks, gap)

    def _paint_gap(self, painter: QPainter, inks: Inks, gap: Gap) -> None:
        """A line with ends across, and its length in px at 100 %."""
        tick = 4 / inks.scale
        level = gap.start.y == gap.end.y
        across = QPointF(0, tick) if level else QPointF(tick, 0)
        for point in (QPointF(*gap.start), QPointF(*gap.end)):
            painter.drawLine(point - across, point + across)
        painter.drawLine(QPointF(*gap.start), QPointF(*gap.end))
        words = str(round(gap.length))
        painter.save()
        painter.translate((gap.start.x + gap.end.x) / 2, (gap.start.y + gap.end.y) / 2)
        painter.scale(1 / inks.scale, 1 / inks.scale)
        wide, high = text.width(words, NUMBER_ROLE) + 8, text.height(NUMBER_ROLE) + 2
        patch = QRectF(-wide / 2, -high - 5, wide, high) if level else QRectF(7, -high / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.theme.accent)
        painter.drawRoundedRect(patch, 4, 4)
        painter.setPen(inks.theme.accent_text)
        text.draw_centred(painter, words, NUMBER_ROLE, patch.center().x(), patch.center().y())
        painter.restore()


def show_guides(overlay: Overlay, lines: Iterable[Line] = (), gaps: Iterable[Gap] = ()) -> None:
    """Show these guides and no others. Level and upright ones are marks of their own: together they would
    span the whole view, and all of it would be painted anew at every move."""
    kept_lines, kept_gaps = tuple(lines), tuple(gaps)
    for layer, level in ((Layer.GUIDES, True), (Layer.UPRIGHT_GUIDES, False)):
        mark = LinedUpMark(
            tuple(line for line in kept_lines if (line[0].y == line[1].y) is level),
            tuple(gap for gap in kept_gaps if (gap.start.y == gap.end.y) is level),
        )
        if mark.lines or mark.gaps:
            overlay.show(layer, mark)
        else:
            overlay.hide(layer)


def _way_to(ghost: Ghost) -> QLineF:
    """From the middle of where a card stands to the edge of where it would stand."""
    start, end = ghost.old.center, ghost.new.center
    dx, dy = end.x - start.x, end.y - start.y
    half = ghost.new.grown(4.0)
    share = min(
        half.width / 2 / abs(dx) if dx else 1.0,
        half.height / 2 / abs(dy) if dy else 1.0,
        1.0,
    )
    return QLineF(start.x, start.y, end.x - dx * share, end.y - dy * share)


def _head(way: QLineF, size: float) -> QPolygonF:
    """The head of an arrow at the end of a line."""
    along = way.unitVector()
    dx, dy = along.dx() * size, along.dy() * size
    tip = way.p2()
    back = tip - QPointF(dx, dy) * 1.6
    return QPolygonF([tip, back + QPointF(-dy, dx) * 0.7, back + QPointF(dy, -dx) * 0.7])


def _reach(ghost: Ghost) -> QRectF:
    return QRectF(*ghost.old).united(QRectF(*ghost.new))


def _with_alpha(colour: QColor, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
