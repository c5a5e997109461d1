"""The shapes a flow takes: plain ones first, then the same with a piece moved beside boxes in the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from math import floor

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.ports import Ports, Side
from vsdesigner.model.dimensions import CARD_WIDTH, CLEARANCE, STEP_GAP, STUB

Way = tuple[Point, ...]
_SHORT_GAP = 200.0  # up to this gap the bend stands in its middle, beyond it near the source
_MOST_DETOURS = 10
_TURNED = {Side.LEFT: Side.TOP, Side.TOP: Side.LEFT, Side.RIGHT: Side.BOTTOM, Side.BOTTOM: Side.RIGHT}


def stub(point: Point, side: Side) -> Point:
    """Return the end of the straight piece that leaves a side."""
    dx, dy = side.value
    return Point(point.x + dx * STUB, point.y + dy * STUB)


def tidied(way: Iterable[Point]) -> Way:
    """Drop points that repeat or lie on a straight piece."""
    found: list[Point] = []
    for point in way:
        if found and point == found[-1]:
            continue
        while len(found) >= 2 and _straight(found[-2], found[-1], point):
            found.pop()
        if not found or point != found[-1]:
            found.append(point)
    return tuple(found)


def plain_ways(ports: Ports) -> Iterator[Way]:
    """Yield the plain shapes for these sides, the nicest first; at least one."""
    if ports.start_side.horizontal:
        yield from _level_start(ports)
    else:
        for way in _level_start(_turned(ports)):
            yield tuple(Point(y, x) for x, y in way)


def _level_start(ports: Ports) -> Iterator[Way]:
    """The plain shapes that leave to the left or right."""
    start, end = ports.start, ports.end
    out, into = stub(start, ports.start_side), stub(end, ports.end_side)
    ahead = ports.start_side.value[0]
    if ports.start_side is ports.end_side:
        yield _upright(ports, max(out.x, into.x) if ahead > 0 else min(out.x, into.x))
    elif not ports.end_side.horizontal:
        corner = Point(end.x, start.y)
        toward = -ports.end_side.value[1]
        if (end.x - out.x) * ahead >= -1 and (into.y - start.y) * toward >= -1:
            yield (start, corner, end)
        yield (start, out, Point(out.x, into.y), into, end)
    elif start.y == end.y and (into.x - out.x) * ahead >= 0:
        yield (start, end)
    elif (into.x - out.x) * ahead >= -1:
        for x in _between(out.x, into.x):
            yield _upright(ports, x)
    else:
        y = floor((start.y + end.y) / 2)
        yield (start, out, Point(out.x, y), Point(into.x, y), into, end)


def _turned(ports: Ports) -> Ports:
    """The ports with x and y exchanged."""
    return Ports(
        Point(ports.start.y, ports.start.x),
        _TURNED[ports.start_side],
        Point(ports.end.y, ports.end.x),
        _TURNED[ports.end_side],
    )


def detours(ports: Ports, boxes: Collection[Rect]) -> Iterator[Way]:
    """Yield shapes whose middle piece runs beside one of `boxes`, those that stray least first."""
    start, end = ports.start, ports.end
    out, into = stub(start, ports.start_side), stub(end, ports.end_side)
    beside_x = [x for box in boxes for x in (box.x - CLEARANCE, box.right + CLEARANCE)]
    beside_y = [y for box in boxes for y in (box.y - CLEARANCE, box.bottom + CLEARANCE)]
    if (ports.start_side, ports.end_side) == (Side.RIGHT, Side.LEFT):
        if out.x > into.x + 1:
            return
        for x in _nearest((x for x in beside_x if out.x <= x <= into.x), (out.x + into.x) / 2):
            yield _upright(ports, x)
        for y in _nearest(beside_y, (start.y + end.y) / 2):
            yield (start, Point(out.x, start.y), Point(out.x, y), Point(into.x, y), Point(into.x, end.y), end)
    elif ports.start_side is ports.end_side and not ports.start_side.horizontal:
        limit = _beyond(ports, (out.y, into.y))
        upwards = ports.start_side is Side.TOP
        wanted = (y for y in beside_y if (y <= limit if upwards else y >= limit))
        for y in _nearest(wanted, limit):
            yield _level(ports, y)


def ring_ways(ports: Ports, extent: Rect) -> Iterator[Way]:
    """Yield ways that leave to the gap beside the box and run above or below everything.

    For flows across a large stream, between boxes of which there are too many to search.
    """
    start, end = ports.start, ports.end
    out, into = stub(start, ports.start_side), stub(end, ports.end_side)
    heights = (extent.y - 2 * STUB, extent.bottom + 2 * STUB)
    for y in sorted(heights, key=lambda y: abs(start.y - y) + abs(end.y - y)):
        for first in _beside(out, ports.start_side):
            for last in _beside(into, ports.end_side):
                yield (
                    start,
                    out,
                    Point(first, out.y),
                    Point(first, y),
                    Point(last, y),
                    Point(last, into.y),
                    into,
                    end,
                )


def _beside(out: Point, side: Side) -> tuple[float, ...]:
    if side.horizontal:
        return (out.x,)
    reach = CARD_WIDTH / 2 + STEP_GAP / 2
    return (out.x + reach, out.x - reach)


def _upright(ports: Ports, x: float) -> Way:
    return (ports.start, Point(x, ports.start.y), Point(x, ports.end.y), ports.end)


def _level(ports: Ports, y: float) -> Way:
    return (ports.start, Point(ports.start.x, y), Point(ports.end.x, y), ports.end)


def _beyond(ports: Ports, heights: tuple[float, float]) -> float:
    return min(heights) if ports.start_side is Side.TOP else max(heights)


def _between(first: float, last: float) -> tuple[float, ...]:
    """Where the middle piece of a Z may stand, the nicest first."""
    middle = floor((first + last) / 2)  # not `round`: the same wherever the two lie
    return (middle, first, last) if abs(last - first) <= _SHORT_GAP else (first, last, middle)


def _nearest(lines: Iterable[float], wanted: float) -> list[float]:
    return sorted(set(lines), key=lambda line: (abs(line - wanted), line))[:_MOST_DETOURS]


def _straight(first: Point, middle: Point, last: Point) -> bool:
    return first.x == middle.x == last.x or first.y == middle.y == last.y
