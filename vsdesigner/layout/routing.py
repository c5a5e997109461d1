"""Finds orthogonal ways for flows that go round boxes: simple shapes first, a search where they fail."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple, Protocol

from vsdesigner.layout.geometry import Point, Rect, around, united
from vsdesigner.layout.grid_search import search
from vsdesigner.layout.ports import Ports, Side, side_middles
from vsdesigner.model.dimensions import CLEARANCE, STUB

Way = tuple[Point, ...]
_EDGE = 0.5  # a line exactly at the clearance is free
_SEARCHES = 4  # each in a wider area than the one before
_WIDER = 300.0
_SHORT_GAP = 200.0  # up to this gap the bend stands in its middle, beyond it near the source


class ObstacleField(Protocol):
    """What the router asks about boxes (`Obstacles` or an `Overlay`)."""

    def blocked(
        self, left: float, top: float, right: float, bottom: float, skip: Collection[str]
    ) -> bool: ...

    def within(self, area: Rect, skip: Collection[str] = ()) -> dict[str, Rect]: ...


class Routed(NamedTuple):
    """A way, and the area in which any change of boxes could have led to another one."""

    points: Way
    influence: Rect


def route(
    ports: Ports, source: str, target: str, field: ObstacleField, ends: tuple[Rect, Rect] | None = None
) -> Routed:
    """Return the way from start to end: straight first and last piece, no box crossed where one exists.

    `source` and `target` are the ids of the two boxes in `field`; only the first and the last piece may
    come nearer to them than the clearance. With the rectangles of the two boxes as `ends`, other sides are
    tried where the given ones are walled up. A pure function of its arguments.
    """
    tried: list[Point] = [ports.start, ports.end]
    for way in _simple_ways(ports):
        tried.extend(way)
        if _is_free(way, source, target, field):
            return Routed(_tidy(way), around(tried).grown(CLEARANCE + 1))
    found = _searched(ports, source, target, field, tried)
    if found.points or ends is None:
        return found if found.points else found._replace(points=_tidy(next(_simple_ways(ports))))
    influence = found.influence
    for other in side_middles(*ends):
        found = _searched(other, source, target, field, tried)
        influence = united((influence, found.influence))
        if found.points:
            return found._replace(influence=influence)
    # Boxed in on all sides: the first shape, through whatever stands in the way.
    return Routed(_tidy(next(_simple_ways(ports))), influence)


def _searched(ports: Ports, source: str, target: str, field: ObstacleField, tried: list[Point]) -> Routed:
    """Search in wider and wider areas; no points where there is no way."""
    start, end = _stub(ports.start, ports.start_side), _stub(ports.end, ports.end_side)
    area = around((*tried, start, end)).grown(3 * STUB)
    for here, there, own in ((ports.start, start, source), (ports.end, end, target)):
        if not _is_piece_free(here, there, (own,), field):
            return Routed((), area)
    for _ in range(_SEARCHES):
        boxes = tuple(field.within(area).values())
        found = search(start, ports.start_side, end, ports.end_side, boxes)
        if found is not None:
            way = _tidy((ports.start, *found, ports.end))
            # The way may leave the area along a box that juts out of it, and meet boxes not looked at.
            if _is_free(way, source, target, field):
                return Routed(way, united((area, around(way).grown(CLEARANCE + 1))))
        area = area.grown(_WIDER)
    return Routed((), area)


def _stub(point: Point, side: Side) -> Point:
    dx, dy = side.value
    return Point(point.x + dx * STUB, point.y + dy * STUB)


def _simple_ways(ports: Ports) -> Iterator[Way]:
    """Yield the plain shapes for these sides, the nicest first."""
    start, end = ports.start, ports.end
    out, into = _stub(start, ports.start_side), _stub(end, ports.end_side)
    if ports.start_side.horizontal and ports.end_side.horizontal:
        if start.y == end.y and out.x <= into.x:
            yield (start, end)
            return
        if out.x <= into.x + 1:
            for x in _between(out.x, into.x):
                yield (start, Point(x, start.y), Point(x, end.y), end)
    elif ports.start_side is ports.end_side:
        top = ports.start_side is Side.TOP
        y = min(out.y, into.y) if top else max(out.y, into.y)
        yield (start, Point(start.x, y), Point(end.x, y), end)
    else:
        if start.x == end.x:
            yield (start, end)
            return
        for y in _between(out.y, into.y):
            yield (start, Point(start.x, y), Point(end.x, y), end)


def _between(first: float, last: float) -> tuple[float, ...]:
    """Where the middle piece of a Z may stand, the nicest first."""
    middle = round((first + last) / 2)
    return (middle, first, last) if abs(last - first) <= _SHORT_GAP else (first, last, middle)


def _is_free(way: Way, source: str, target: str, field: ObstacleField) -> bool:
    final = len(way) - 2
    for index, (here, there) in enumerate(pairwise(way)):
        skip: tuple[str, ...] = (source,) if index == 0 else ()
        if index == final:
            skip = (*skip, target)
        if not _is_piece_free(here, there, skip, field):
            return False
    return True


def _is_piece_free(here: Point, there: Point, skip: tuple[str, ...], field: ObstacleField) -> bool:
    reach = CLEARANCE - _EDGE
    left, right = (here.x, there.x) if here.x <= there.x else (there.x, here.x)
    top, bottom = (here.y, there.y) if here.y <= there.y else (there.y, here.y)
    return not field.blocked(left - reach, top - reach, right + reach, bottom + reach, skip)


def _tidy(way: Way) -> Way:
    """Drop points that repeat or lie on a straight piece."""
    found: list[Point] = []
    for point in way:
        if found and point == found[-1]:
            continue
        if len(found) >= 2 and _straight(found[-2], found[-1], point):
            found[-1] = point
        else:
            found.append(point)
    return tuple(found)


def _straight(first: Point, middle: Point, last: Point) -> bool:
    return first.x == middle.x == last.x or first.y == middle.y == last.y
