"""The ways of flows on a slide: from the middle of one box's side to that of another, or to a mark."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.exchange.pptx.scene import Scene
from vsdesigner.layout.geometry import Point, Rect

TOP, LEFT, BOTTOM, RIGHT = range(4)  # connection sites of boxes
_SLANT = 2.5  # pt by which a straight flow may miss the level


def site_of(rect: Rect, point: Point) -> int:
    """Return the connection site of the side at which a flow's end lies."""
    distances = {
        TOP: abs(point[1] - rect.y),
        LEFT: abs(point[0] - rect.x),
        BOTTOM: abs(point[1] - rect.bottom),
        RIGHT: abs(point[0] - rect.right),
    }
    return min(distances, key=distances.__getitem__)


def middle_of(rect: Rect, site: int) -> Point:
    """Return where a connection site of a box lies."""
    x = {LEFT: rect.x, RIGHT: rect.right}.get(site, rect.x + rect.width / 2)
    y = {TOP: rect.y, BOTTOM: rect.bottom}.get(site, rect.y + rect.height / 2)
    return Point(x, y)


def joined_way(points: Sequence[Point], start: Point, end: Point) -> list[Point]:
    """Return a way with its ends put to the middles of the boxes' sides."""
    way = list(points)
    if len(way) == 2:
        return _direct(start, end, level=abs(way[0].x - way[1].x) >= abs(way[0].y - way[1].y))
    for index, place in ((0, start), (-1, end)):
        near = 1 if index == 0 else -2
        level = way[index].y == way[near].y
        way[index] = place
        way[near] = Point(way[near].x, place.y) if level else Point(place.x, way[near].y)
    return way


def _direct(start: Point, end: Point, *, level: bool) -> list[Point]:
    off = abs(start.y - end.y) if level else abs(start.x - end.x)
    if off <= _SLANT:
        return [start, end]
    if level:
        middle = (start.x + end.x) / 2
        return [start, Point(middle, start.y), Point(middle, end.y), end]
    middle = (start.y + end.y) / 2
    return [start, Point(start.x, middle), Point(end.x, middle), end]


def led_way(points: Sequence[Point], start: Point, mark: Point, stretch: Scene, right: bool) -> list[Point]:
    """Return the way from a box to the mark at the side, as the flow runs up to there."""
    border = stretch.area.right if right else stretch.area.x
    way: list[Point] = []
    for point in points:
        if way and (point.x > border if right else point.x < border):
            break
        way.append(point)
    last = way[-1]
    turn = border if abs(last.y - mark.y) > 0.01 else last.x
    if len(way) == 1:
        y = start.y
        bend = (start.x + mark.x) / 2 if (border - start.x) * (1 if right else -1) < 6 else border
        return [start, Point(bend, y), Point(bend, mark.y), mark] if abs(y - mark.y) > 0.5 else [start, mark]
    way += [Point(turn, last.y), Point(turn, mark.y), mark]
    level = way[0].y == way[1].y
    way[0] = start
    way[1] = Point(way[1].x, start.y) if level else Point(start.x, way[1].y)
    return way
