"""Paints a whole stream in one go when it is seen from far away; remembers it as lists by colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from vsdesigner.analysis.finding import Level
from vsdesigner.analysis.problems import Problems
from vsdesigner.layout.geometry import Rect
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import FRAME_WIDTH, Inks

OVERVIEW_BELOW = 0.4  # scale under which everything is painted in one go
FEW_CARDS = 150  # in a stream with so many at most, each is painted with its name where names can be read
BLOCKS_BELOW = 0.2  # scale under which cards are blocks of colour
EDGE = 8.0
END_RADIUS = 20.0  # px of the corners of demand and value
NUMBER_PX = 11.0  # on screen
NUMBER_ROLE = "heading"
FILLED = 0.9  # share of a card's width that its number or title may take
SMALLEST = 0.6  # of the size above, below which it is left out
SPOT = 6.0  # px on screen
FEW = 64  # ways painted one by one until the common path is built anew
DEMAND, VALUE, NOTE = "demand", "value", "note"  # stand where other cards have their lane's colour

Points = Iterable[tuple[float, float]]


class Overview:
    """Cards and flows as plain lists. Entries that move are changed in place."""

    def __init__(self) -> None:
        self._cards: dict[str, dict[str, QRectF]] = {}  # colour or kind → id → rectangle
        self._colour_of: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self._ways: dict[str, QPolygonF] = {}
        self._loose: dict[str, None] = {}  # ways that are not in the common path
        self._elements: dict[str, tuple[int, int]] = {}  # id → first element and count in the common path
        self._path = QPainterPath()
        self._stale = True
        self.changes = 0  # counts what was added, moved and forgotten

    @property
    def ids(self) -> frozenset[str]:
        """All cards and flows that are remembered."""
        return frozenset(self._colour_of) | frozenset(self._ways)

    def put_card(self, id: str, rect: Rect, colour: str, number: str) -> None:
        """Add or move a card. `colour` is the lane's base colour, or DEMAND, VALUE, NOTE."""
        self.changes += 1
        before = self._colour_of.get(id)
        if before is not None and before != colour:
            del self._cards[before][id]
        self._colour_of[id] = colour
        self._cards.setdefault(colour, {})[id] = QRectF(*rect)
        self._numbers[id] = number

    def drop_card(self, id: str) -> None:
        """Forget a card."""
        self.changes += 1
        colour = self._colour_of.pop(id, None)
        if colour is not None:
            del self._cards[colour][id]
            del self._numbers[id]

    def put_way(self, id: str, points: Points) -> None:
        """Add or move a flow."""
        self.changes += 1
        self._hide(id)
        self._ways[id] = QPolygonF([QPointF(x, y) for x, y in points])
        self._loose[id] = None
        if len(self._loose) > FEW:
            self._stale = True

    def drop_way(self, id: str) -> None:
        """Forget a flow."""
        self.changes += 1
        if self._ways.pop(id, None) is not None:
            self._hide(id)
            self._loose.pop(id, None)

    def part(self, cards: Iterable[str], ways: Iterable[str]) -> Overview:
        """Return an overview of some cards and flows only, where they are now."""
        found = Overview()
        for id in cards:
            colour = self._colour_of.get(id)
            if colour is not None:
                found._colour_of[id] = colour
                found._cards.setdefault(colour, {})[id] = self._cards[colour][id]
                found._numbers[id] = self._numbers[id]
        found._ways = {id: self._ways[id] for id in ways if id in self._ways}
        return found

    def card(self, id: str) -> QRectF | None:
        """Return where a card is; None when there is none of that id."""
        colour = self._colour_of.get(id)
        return None if colour is None else self._cards[colour][id]

    def paint(
        self,
        painter: QPainter,
        inks: Inks,
        area: QRectF,
        selected: Iterable[str] = (),
        lit: Iterable[str] = (),
    ) -> None:
        """Paint what lies in `area` (scene px). `selected` cards are framed, `lit` flows in accent."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_ways(painter, inks, lit)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, inks.scale >= BLOCKS_BELOW)
        if inks.scale < BLOCKS_BELOW:
            self._paint_blocks(painter, inks)
        else:
            self._paint_plain(painter, inks, area)
        self._paint_frames(painter, inks, selected)
        painter.restore()

    def paint_marks(self, painter: QPainter, inks: Inks, problems: Problems, area: QRectF) -> None:
        """Paint a spot on each card in `area` with which something is wrong."""
        side = SPOT / inks.scale
        spots: dict[Level, list[QRectF]] = {Level.WARNING: [], Level.ERROR: []}
        for id, level in problems.marks.items():
            if id in self._colour_of:
                rect = self._cards[self._colour_of[id]][id]
                if rect.intersects(area):
                    spots[level].append(QRectF(rect.x(), rect.y(), side, side))
        painter.setPen(inks.none)
        for level, pen in ((Level.WARNING, inks.warning), (Level.ERROR, inks.danger)):
            painter.setBrush(pen.color())
            painter.drawRects(spots[level])

    # -- inside -----------------------------------------------------------------------------------------
    def _hide(self, id: str) -> None:
        """Shrink a flow in the common path to a point."""
        first, count = self._elements.pop(id, (0, 0))
        if count:
            start = self._path.elementAt(first)
            x, y = float(start.x), float(start.y)
            for index in range(first + 1, first + count):
                self._path.setElementPositionAt(index, x, y)

    def _gather(self) -> None:
        path, elements = QPainterPath(), {}
        for id, way in self._ways.items():
            elements[id] = (path.elementCount(), way.size())
            path.addPolygon(way)
        self._path, self._elements, self._stale = path, elements, False
        self._loose.clear()

    def _paint_ways(self, painter: QPainter, inks: Inks, lit: Iterable[str]) -> None:
        if self._stale:
            self._gather()
        painter.setPen(inks.hair)
        painter.setBrush(inks.no_brush)
        painter.drawPath(self._path)
        for id in self._loose:
            painter.drawPolyline(self._ways[id])
        painter.setPen(inks.accent_hair)
        for id in lit:
            if id in self._ways:
                painter.drawPolyline(self._ways[id])

    def _paint_blocks(self, painter: QPainter, inks: Inks) -> None:
        painter.setPen(inks.none)
        for colour, cards in self._cards.items():
            if colour == VALUE:
                painter.setBrush(inks.accent_brush)
            elif colour == DEMAND:
                painter.setBrush(inks.theme.control)
            elif colour == NOTE:
                painter.setBrush(inks.note)
            else:
                painter.setBrush(inks.lane(colour).block)
            painter.drawRects(list(cards.values()))

    def _paint_plain(self, painter: QPainter, inks: Inks, area: QRectF) -> None:
        outline = QPen(inks.theme.line)
        outline.setCosmetic(True)
        size = NUMBER_PX / inks.scale / 16.0
        for colour, cards in self._cards.items():
            seen = {id: rect for id, rect in cards.items() if rect.intersects(area)}
            if not seen:
                continue
            rects = list(seen.values())
            if colour in (VALUE, DEMAND, NOTE):
                self._paint_ends(painter, inks, colour, rects)
                painter.setPen(inks.accent_text if colour == VALUE else inks.text)
                self._paint_numbers(painter, seen, size, 0.0)
                continue
            lane = inks.lane(colour)
            painter.setPen(outline)
            painter.setBrush(inks.card)
            painter.drawRects(rects)
            painter.setPen(inks.none)
            painter.setBrush(lane.edge)
            painter.drawRects([QRectF(rect.x(), rect.y(), EDGE, rect.height()) for rect in rects])
            painter.setPen(lane.text)
            self._paint_numbers(painter, seen, size, EDGE)

    def _paint_numbers(
        self, painter: QPainter, cards: Mapping[str, QRectF], size: float, edge: float
    ) -> None:
        """Number or title in the middle of each card, a little smaller where it needs to be."""
        for id, rect in cards.items():
            words, center = self._numbers[id], rect.center()
            room = (rect.width() - edge) * FILLED / max(1.0, text.width(words, NUMBER_ROLE))
            scale = min(size, room)
            if scale < size * SMALLEST:
                continue
            painter.save()
            painter.scale(scale, scale)
            text.draw_centred(
                painter, words, NUMBER_ROLE, (center.x() + edge / 2) / scale, center.y() / scale
            )
            painter.restore()

    def _paint_ends(self, painter: QPainter, inks: Inks, kind: str, rects: list[QRectF]) -> None:
        painter.setPen(inks.none if kind == VALUE else inks.control)
        painter.setBrush({VALUE: inks.accent_brush, DEMAND: inks.card, NOTE: inks.note}[kind])
        radius = 4.0 if kind == NOTE else END_RADIUS
        for rect in rects:
            painter.drawRoundedRect(rect, radius, radius)

    def _paint_frames(self, painter: QPainter, inks: Inks, selected: Iterable[str]) -> None:
        rects: list[QRectF] = []
        rounded: list[tuple[QRectF, float]] = []
        for id in selected:
            kind = self._colour_of.get(id)
            if kind in (DEMAND, VALUE) and inks.scale >= BLOCKS_BELOW:
                away = FRAME_WIDTH / inks.scale if kind == VALUE else 0.0  # beside the accent ground
                rounded.append((self._cards[kind][id].adjusted(-away, -away, away, away), END_RADIUS + away))
            elif kind is not None:
                rects.append(self._cards[kind][id])
        if rects or rounded:
            pen = QPen(inks.frame)
            pen.setCosmetic(True)
            pen.setWidthF(FRAME_WIDTH)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(inks.no_brush)
            painter.drawRects(rects)
            for rect, radius in rounded:
                painter.drawRoundedRect(rect, radius, radius)
