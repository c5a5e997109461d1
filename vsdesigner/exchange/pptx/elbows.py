"""Native elbow connectors: which one draws a way of level and upright pieces, turned and bent how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vsdesigner.layout.geometry import Point

_LEAST = 1.0  # pt; bends are shares of the extent, so it is never nothing
_WHOLE = 100_000
_MOST_PIECES = 5


@dataclass(frozen=True, slots=True)
class Elbow:
    """A preset connector with its frame (pt) before it is turned, and where it bends (1/100000)."""

    preset: str
    x: float
    y: float
    width: float
    height: float
    quarter: bool  # turned by 90° clockwise
    flip_across: bool
    flip_upright: bool
    bends: tuple[int, ...]


def elbow(points: Sequence[Point]) -> Elbow:
    """Return the connector that runs through `points`: corners of an upright way from start to end."""
    way = simplified(points)
    start, end = way[0], way[-1]
    if len(way) == 2:
        return _framed("straightConnector1", start, end, quarter=False, bends=())
    quarter = abs(way[1].x - start.x) < abs(way[1].y - start.y)
    dx, dy = (end.y - start.y, start.x - end.x) if quarter else (end.x - start.x, end.y - start.y)
    along, across = _sign(dx), _sign(dy)
    width, height = max(abs(dx), _LEAST), max(abs(dy), _LEAST)
    bends = []
    for index, corner in enumerate(way[1:-2]):
        x, y = corner.x - start.x, corner.y - start.y
        if quarter:
            x, y = y, -x
        bends.append(round((y * across / height if index % 2 else x * along / width) * _WHOLE))
    return _framed(f"bentConnector{len(way) - 1}", start, end, quarter=quarter, bends=tuple(bends))


def _framed(preset: str, start: Point, end: Point, *, quarter: bool, bends: tuple[int, ...]) -> Elbow:
    dx, dy = end.x - start.x, end.y - start.y
    middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    straight = preset == "straightConnector1"
    width, height = abs(dx), abs(dy)
    if not straight:
        width, height = max(width, _LEAST), max(height, _LEAST)
    flips = (dx < 0, dy < 0)
    if quarter:
        width, height = height, width
        flips = (dy < 0, dx > 0)
    return Elbow(preset, middle.x - width / 2, middle.y - height / 2, width, height, quarter, *flips, bends)


def simplified(points: Sequence[Point]) -> list[Point]:
    """Return the way without points that are no corners, and with five pieces at most.

    A way with more pieces loses its smallest steps aside; there is no connector for it.
    """
    way = _corners(points)
    while len(way) - 1 > _MOST_PIECES:
        inner = range(2, len(way) - 2)
        index = min(inner, key=lambda i: abs(way[i].x - way[i - 1].x) + abs(way[i].y - way[i - 1].y))
        first, last = way[index - 1], way[index]
        # The piece between the two goes; its neighbours meet on the later one's line.
        level = first.y == last.y
        before = way[index - 2]
        if index - 2 == 0:
            after = way[index + 1]
            way[index + 1] = Point(first.x, after.y) if level else Point(after.x, first.y)
        else:
            way[index - 2] = Point(last.x, before.y) if level else Point(before.x, last.y)
        del way[index - 1 : index + 1]
        way = _corners(way)
    return way


def _corners(points: Sequence[Point]) -> list[Point]:
    way: list[Point] = []
    for point in points:
        if way and point == way[-1]:
            continue
        if len(way) > 1 and (way[-2].x == way[-1].x == point.x or way[-2].y == way[-1].y == point.y):
            way[-1] = point
            continue
        way.append(Point(*point))
    return way if len(way) > 1 else [way[0], way[0]]


def _sign(value: float) -> int:
    return -1 if value < 0 else 1
