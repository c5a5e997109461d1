"""Lining things up while they are dragged: straight connections first, then rows, columns, the grid."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import GRID, LANE_PADDING

TOLERANCE = 7.0  # px on screen
FROM = 0.4  # scale below which nobody can aim at rows and columns

Line = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to move further so that it is lined up, with the lines to show for it."""

    dx: float
    dy: float
    guides: tuple[Line, ...] = ()


class Snapper:
    """Lines up one dragged card with all that does not move. Sorted once, asked at every move."""

    def __init__(self, view: Snapshot, layout: StreamLayout, id: str, moving: Collection[str]) -> None:
        self._layout = layout
        others = {other: card.rect for other, card in layout.cards.items() if other not in moving}
        self._joined = [
            others[end]
            for flow in (*view.outgoing(id), *view.incoming(id))
            for end in (flow.source, flow.target)
            if end in others
        ]
        self._by_x = sorted(others.values())
        self._by_y = sorted(others.values(), key=lambda rect: rect.y)
        self._xs = [rect.x for rect in self._by_x]
        self._ys = [rect.y for rect in self._by_y]

    def snap(self, rect: Rect, scale: float, area: Rect) -> Snap:
        """Return how a card dragged to `rect` lines up with what is seen in `area`."""
        band = self._layout.lane_at(rect.center.y)
        dx, dy = _grid(rect.x), _grid(rect.y - band.top - LANE_PADDING)
        if scale < FROM:
            return Snap(dx, dy)
        tolerance = TOLERANCE / scale
        guides: list[Line] = []
        level = _nearest(
            ((other.center.y - rect.center.y, other) for other in self._joined), tolerance, rect
        ) or _nearest(
            (
                (other.y - rect.y, other)
                for other in _between(self._by_y, self._ys, rect.y, tolerance)
                if band.top <= other.y < band.bottom and other.overlaps(area)
            ),
            tolerance,
            rect,
        )
        if level is not None:
            dy = level[0]
            guides.append(_row(rect.moved(0, dy), level[1]))
        column = _nearest(
            (
                (other.x - rect.x, other)
                for other in _between(self._by_x, self._xs, rect.x, tolerance)
                if other.overlaps(area)
            ),
            tolerance,
            rect,
        )
        if column is not None:
            dx = column[0]
            guides.append(_column(rect.moved(dx, dy), column[1]))
        return Snap(dx, dy, tuple(guides))


def _between(rects: list[Rect], values: list[float], value: float, tolerance: float) -> list[Rect]:
    return rects[bisect_left(values, value - tolerance) : bisect_right(values, value + tolerance)]


def _nearest(found: Iterable[tuple[float, Rect]], tolerance: float, rect: Rect) -> tuple[float, Rect] | None:
    """The smallest step to a card within tolerance; of equal ones that to the nearest card."""
    x, y = rect.center
    near = [
        (abs(by), abs(other.center.x - x) + abs(other.center.y - y), by, other)
        for by, other in found
        if abs(by) <= tolerance
    ]
    if not near:
        return None
    _, _, by, other = min(near)
    return by, other


def _grid(value: float) -> float:
    return round(value / GRID) * GRID - value


def _row(rect: Rect, mate: Rect) -> Line:
    y = rect.center.y if abs(rect.center.y - mate.center.y) < 0.5 else rect.y
    return Point(min(rect.x, mate.x), y), Point(max(rect.right, mate.right), y)


def _column(rect: Rect, mate: Rect) -> Line:
    return Point(rect.x, min(rect.y, mate.y)), Point(rect.x, max(rect.bottom, mate.bottom))
