"""The lines that demand takes while a stream is played: along flows, and around the cards where it stops."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.ui.painting.flow import rounded

FINENESS = 4.0  # pieces of a curve are as short as if it were this much larger


class Course:
    """A line with its length in px of the scene."""

    def __init__(self, path: QPainterPath) -> None:
        back = QTransform.fromScale(1 / FINENESS, 1 / FINENESS)
        pieces = path.toSubpathPolygons(QTransform.fromScale(FINENESS, FINENESS))
        self._points = (
            [back.map(pieces[0].at(index)) for index in range(pieces[0].size())]
            if pieces
            else [path.currentPosition()]
        )
        steps = (hypot(b.x() - a.x(), b.y() - a.y()) for a, b in pairwise(self._points))
        self._lengths = [0.0, *accumulate(steps)]

    @property
    def length(self) -> float:
        """In px of the scene."""
        return self._lengths[-1]

    def at(self, share: float) -> QPointF:
        """Return the point at a share of the length, from 0 to 1."""
        return self._at(share)[1]

    def upto(self, share: float) -> QPolygonF:
        """Return the line from its start to a share of its length, from 0 to 1."""
        return self.between(0.0, share)

    def between(self, start: float, end: float) -> QPolygonF:
        """Return the line between two shares of its length."""
        first, last = self._at(start), self._at(end)
        inner = self._points[first[0] + 1 : last[0] + 1]
        return QPolygonF([first[1], *inner, last[1]])

    def _at(self, share: float) -> tuple[int, QPointF]:
        """The index of the last point before a share of the length, and the point there."""
        wanted = max(0.0, min(1.0, share)) * self.length
        index = min(bisect_right(self._lengths, wanted), len(self._points) - 1) - 1
        if index < 0:
            return 0, QPointF(self._points[0])
        before, after = self._points[index], self._points[index + 1]
        piece = self._lengths[index + 1] - self._lengths[index]
        part = (wanted - self._lengths[index]) / piece if piece else 0.0
        return index, before + (after - before) * part


def along_flow(points: Sequence[tuple[float, float]]) -> Course | None:
    """Return the line of a flow through these points; None when there is no line."""
    return Course(rounded(points)) if len(points) > 1 else None


def around_card(card: Rect, entry: Point | None, exit: Point | None) -> Course:
    """Return the shorter line along the edge of a card from where a flow comes in to where the next leaves.

    Without a flow in it begins at the middle of the left side, without one out it ends at the right.
    """
    start = _on_edge(card, entry or Point(card.x, card.center.y))
    end = _on_edge(card, exit or Point(card.right, card.center.y))
    around = 2 * (card.width + card.height)
    ahead = (end - start) % around
    sign, length = (1, ahead) if ahead <= around - ahead else (-1, around - ahead)
    corners = sorted((corner - start) * sign % around for corner in _corners(card))
    places = [start, *(start + sign * away for away in corners if 0.0 < away < length), start + sign * length]
    return Course(rounded([_edge_point(card, place % around) for place in places]))


def _on_edge(card: Rect, point: Point) -> float:
    """How far along the edge, clockwise from the top left corner, the nearest place to a point is."""
    x = min(max(point.x - card.x, 0.0), card.width)
    y = min(max(point.y - card.y, 0.0), card.height)
    wide, high = card.width, card.height
    places = {
        y: x,
        wide - x: wide + y,
        high - y: wide + high + (wide - x),
        x: 2 * wide + high + (high - y),
    }
    return places[min(places)]


def _corners(card: Rect) -> tuple[float, ...]:
    wide, high = card.width, card.height
    return (0.0, wide, wide + high, 2 * wide + high)


def _edge_point(card: Rect, place: float) -> Point:
    wide, high = card.width, card.height
    if place <= wide:
        return Point(card.x + place, card.y)
    if place <= wide + high:
        return Point(card.right, card.y + place - wide)
    if place <= 2 * wide + high:
        return Point(card.right - (place - wide - high), card.bottom)
    return Point(card.x, card.bottom - (place - 2 * wide - high))
