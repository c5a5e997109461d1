"""Finds orthogonal ways for flows that go round boxes: simple shapes first, a search where they fail."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple, Protocol

from vsdesigner.layout.geometry import Point, Rect, around, united
from vsdesigner.layout.grid_search import search
from vsdesigner.layout.ports import Ports, Side, side_middles
from vsdesigner.layout.shapes import Way, detours, plain_ways, stub
from vsdesigner.model.dimensions import CLEARANCE, STUB

_EDGE = 0.5  # a line exactly at the clearance is free
_SEARCHES = 4  # each in a wider area than the one before
_WIDER = 300.0
_MANY_BOXES = 120  # among more, a search costs more than a frame


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
    for way in plain_ways(ports):
        tried.extend(way)
        if _is_free(way, source, target, field):
            return Routed(_tidy(way), around(tried).grown(CLEARANCE + 1))
    area = around((*tried, stub(ports.start, ports.start_side), stub(ports.end, ports.end_side)))
    area = area.grown(3 * STUB)
    for way in detours(ports, field.within(area).values()):
        tried.extend(way)
        if _is_free(way, source, target, field):
            return Routed(_tidy(way), united((area, around(tried).grown(CLEARANCE + 1))))
    found = _searched(ports, source, target, field, tried)
    if found.points or ends is None:
        return found if found.points else found._replace(points=_tidy(next(plain_ways(ports))))
    influence = found.influence
    for other in side_middles(*ends):
        found = _searched(other, source, target, field, tried)
        influence = united((influence, found.influence))
        if found.points:
            return found._replace(influence=influence)
    # Boxed in on all sides: the first shape, through whatever stands in the way.
    return Routed(_tidy(next(plain_ways(ports))), influence)


def _searched(ports: Ports, source: str, target: str, field: ObstacleField, tried: list[Point]) -> Routed:
    """Search in wider and wider areas; no points where there is no way."""
    start, end = stub(ports.start, ports.start_side), stub(ports.end, ports.end_side)
    area = around((*tried, start, end)).grown(3 * STUB)
    for here, there, own in ((ports.start, start, source), (ports.end, end, target)):
        if not _is_piece_free(here, there, (own,), field):
            return Routed((), area)
    for _ in range(_SEARCHES):
        boxes = field.within(area).values()
        if len(boxes) > _MANY_BOXES:
            found = _by_highway(ports, area, boxes, field)
        else:
            found = search(start, ports.start_side, end, ports.end_side, tuple(boxes))
        if found is not None:
            way = _tidy((ports.start, *found, ports.end))
            # The way may leave the area along a box that juts out of it, and meet boxes not looked at.
            if _is_free(way, source, target, field):
                return Routed(way, united((area, around(way).grown(CLEARANCE + 1))))
        area = area.grown(_WIDER)
    return Routed((), area)


def _by_highway(ports: Ports, area: Rect, boxes: Collection[Rect], field: ObstacleField) -> Way | None:
    """Return a way above or below everything: for flows across a large stream, where a search takes seconds.

    Two searches lead from the ends to the free line, each among the boxes near its end only.
    """
    start, end = stub(ports.start, ports.start_side), stub(ports.end, ports.end_side)
    above = min(box.y for box in boxes) - STUB
    below = max(box.bottom for box in boxes) + STUB
    first, last = (Side.LEFT, Side.RIGHT) if start.x <= end.x else (Side.RIGHT, Side.LEFT)
    heights = sorted((above, below), key=lambda y: abs(start.y - y) + abs(end.y - y))
    for y in heights:
        up, down = Point(start.x, y), Point(end.x, y)
        rise = _near(start, ports.start_side, up, first, field)
        fall = _near(end, ports.end_side, down, last, field)
        if rise is not None and fall is not None:
            return (*rise, *reversed(fall))
    return None


def _near(start: Point, side: Side, end: Point, end_side: Side, field: ObstacleField) -> Way | None:
    boxes = field.within(around((start, end)).grown(_WIDER)).values()
    return search(start, side, end, end_side, tuple(boxes)) if len(boxes) <= _MANY_BOXES else None


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
