"""Finds orthogonal ways for flows that go round boxes: simple shapes first, a search where they fail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, Protocol

from vsdesigner.layout.bypasses import bypasses
from vsdesigner.layout.geometry import Point, Rect, around, united
from vsdesigner.layout.grid_search import search
from vsdesigner.layout.ports import Ports, side_middles
from vsdesigner.layout.shapes import Way, detours, plain_ways, ring_ways, stub, tidied
from vsdesigner.model.dimensions import CLEARANCE, STUB

_EDGE = 0.5  # a line exactly at the clearance is free
_SEARCHES = 4  # each in a wider area than the one before
_WIDER = 300.0
_FEW_BOXES = 40  # among more, a way round the boxes on a piece is tried before a search
_MANY_BOXES = 120  # among more, a search costs more than a frame


class ObstacleField(Protocol):
    """What the router asks about boxes (`Obstacles` or an `Overlay`)."""

    def blocked(
        self, left: float, top: float, right: float, bottom: float, skip: Collection[str]
    ) -> bool: ...

    def within(self, area: Rect, most: int, skip: Collection[str] = ()) -> dict[str, Rect] | None: ...

    def extent(self) -> Rect: ...


class Routed(NamedTuple):
    """A way, and the area in which any change of boxes could have led to another one."""

    points: Way
    influence: Rect
    ringed: bool = False  # it depends on how far up and down there are boxes at all, too


def route(
    ports: Ports,
    source: str,
    target: str,
    field: ObstacleField,
    ends: tuple[Rect, Rect] | None = None,
    pinned: tuple[bool, bool] = (False, False),
    *,
    roughly: bool = False,
) -> Routed:
    """Return the way from start to end: straight first and last piece, no box crossed where one exists.

    `source` and `target` are the ids of the two boxes in `field`; only the first and the last piece may
    come nearer to them than the clearance. With the rectangles of the two boxes as `ends`, other sides are
    tried where the given ones are walled up, unless they are `pinned`. `roughly` leaves out what takes
    longer than a frame: the way may then run through boxes. A pure function of its arguments.
    """
    tried: list[Point] = [ports.start, ports.end]

    def first_free(ways: Iterable[Way]) -> Way | None:
        for way in ways:
            tried.extend(way)
            if _is_free(way, source, target, field):
                return tidied(way)
        return None

    found = first_free(plain_ways(ports))
    if found:
        return Routed(found, around(tried).grown(CLEARANCE + 1))
    area = _area(ports, tried)
    boxes = field.within(area, _MANY_BOXES)
    if boxes is not None:
        found = first_free(detours(ports, boxes.values()))
    many = boxes is None or len(boxes) > _FEW_BOXES
    if found is None and many:
        found = first_free(_bypassed(ports, source, target, field))
    ringed = False
    if found is None and not (roughly and many):
        found, area, ringed = _searched(ports, source, target, field, area)
    if found is None and ends is not None and not (roughly and many):
        others = _other_sides(ports, ends, pinned)
        found, area, other_ringed = _by_other_sides(others, source, target, field, area)
        ringed = ringed or other_ringed
    if found is None:
        # Boxed in on all sides: the first shape, through whatever stands in the way.
        found = tidied(next(plain_ways(ports)))
    return Routed(found, united((area, around((*tried, *found)).grown(CLEARANCE + 1))), ringed)


def _bypassed(ports: Ports, source: str, target: str, field: ObstacleField) -> Iterator[Way]:
    """Yield the plain ways led round the boxes on their middle pieces."""

    def blockers(here: Point, there: Point) -> list[Rect]:
        return list((field.within(around((here, there)).grown(CLEARANCE - _EDGE), _FEW_BOXES) or {}).values())

    for way in plain_ways(ports):
        for index in range(1, len(way) - 2):
            yield from bypasses(way, index, blockers)


def _area(ports: Ports, tried: Iterable[Point]) -> Rect:
    """Where a search looks at first."""
    ends = (stub(ports.start, ports.start_side), stub(ports.end, ports.end_side))
    return around((*tried, *ends)).grown(3 * STUB)


def _other_sides(ports: Ports, ends: tuple[Rect, Rect], pinned: tuple[bool, bool]) -> Iterator[Ports]:
    for other in side_middles(*ends):
        if pinned[0] and other.start_side is not ports.start_side:
            continue
        if pinned[1] and other.end_side is not ports.end_side:
            continue
        yield other


def _by_other_sides(
    others: Iterable[Ports], source: str, target: str, field: ObstacleField, area: Rect
) -> tuple[Way | None, Rect, bool]:
    """Search from and to other sides of the boxes; returns the way, the area looked at, whether rings were
    tried."""
    looked_at, ringed = area, False
    for ports in others:
        around_ends = _area(ports, (ports.start, ports.end))
        found, area, ring = _searched(ports, source, target, field, around_ends)
        looked_at, ringed = united((looked_at, area)), ringed or ring
        if found is not None:
            return found, looked_at, ringed
    return None, looked_at, ringed


def _searched(
    ports: Ports, source: str, target: str, field: ObstacleField, area: Rect
) -> tuple[Way | None, Rect, bool]:
    """Search in wider and wider areas; returns the way, or None, the area looked at, whether rings were
    tried."""
    start, end = stub(ports.start, ports.start_side), stub(ports.end, ports.end_side)
    for here, there, own in ((ports.start, start, source), (ports.end, end, target)):
        if not _is_piece_free(here, there, (own,), field):
            return None, area, False
    for _ in range(_SEARCHES):
        boxes = field.within(area, _MANY_BOXES)
        if boxes is None:
            way, looked_at = _ring(ports, source, target, field)
            return way, united((area, looked_at)), True
        found = search(start, ports.start_side, end, ports.end_side, tuple(boxes.values()))
        if found is not None:
            way = tidied((ports.start, *found, ports.end))
            # The way may leave the area along a box that juts out of it, and meet boxes not looked at.
            if _is_free(way, source, target, field):
                return way, united((area, around(way).grown(CLEARANCE + 1))), False
        area = area.grown(_WIDER)
    return None, area, False


def _ring(ports: Ports, source: str, target: str, field: ObstacleField) -> tuple[Way | None, Rect]:
    """The first free way round everything, and the area of all that were tried."""
    tried: list[Point] = []
    for way in ring_ways(ports, field.extent()):
        tried.extend(way)
        if _is_free(way, source, target, field):
            return tidied(way), around(tried).grown(CLEARANCE + 1)
    return None, around(tried).grown(CLEARANCE + 1)


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
