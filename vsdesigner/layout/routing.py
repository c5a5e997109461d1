"""Finds orthogonal ways for flows that go round boxes: simple shapes first, a search where they fail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, Protocol

from vsdesigner.layout.bypasses import bypasses
from vsdesigner.layout.geometry import Point, Rect, around
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
    """A way, and the areas in which any change of boxes could have led to another one."""

    points: Way
    areas: tuple[Rect, ...]
    plain: bool = True  # one of the plain shapes, nothing stood in the way
    ringed: bool = False  # it depends on how far up and down there are boxes at all, too


class _Asked:
    """A field that remembers what it was asked: nothing else can have had an influence."""

    def __init__(self, field: ObstacleField) -> None:
        self._field = field
        self.areas: set[Rect] = set()
        self.ringed = False

    def blocked(self, left: float, top: float, right: float, bottom: float, skip: Collection[str]) -> bool:
        self.areas.add(Rect(left, top, right - left, bottom - top))
        return self._field.blocked(left, top, right, bottom, skip)

    def within(self, area: Rect, most: int, skip: Collection[str] = ()) -> dict[str, Rect] | None:
        self.areas.add(area)
        return self._field.within(area, most, skip)

    def extent(self) -> Rect:
        self.ringed = True
        return self._field.extent()


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
    asked = _Asked(field)
    found = next((tidied(way) for way in plain_ways(ports) if _is_free(way, source, target, asked)), None)
    if found is not None:
        return Routed(found, tuple(asked.areas))
    found = _found(ports, source, target, asked, roughly=roughly)
    if found is None and ends is not None and not (roughly and _is_among_many(ports, field)):
        for other in _other_sides(ports, ends, pinned):
            area = _area(other, (other.start, other.end))
            found = _searched(other, source, target, asked, area)
            if found is not None:
                break
    if found is None:
        # Boxed in on all sides: the first shape, through whatever stands in the way.
        found = tidied(next(plain_ways(ports)))
        asked.areas.add(around(found).grown(CLEARANCE))
    return Routed(found, tuple(asked.areas), plain=False, ringed=asked.ringed)


def _found(ports: Ports, source: str, target: str, field: ObstacleField, *, roughly: bool) -> Way | None:
    """The best way from and to these sides that goes round boxes, if there is one."""

    def first_free(ways: Iterable[Way]) -> Way | None:
        return next((tidied(way) for way in ways if _is_free(way, source, target, field)), None)

    area = _area(ports, (point for way in plain_ways(ports) for point in way))
    boxes = field.within(area, _MANY_BOXES)
    found = None
    if boxes is not None:
        found = first_free(detours(ports, boxes.values()))
    many = boxes is None or len(boxes) > _FEW_BOXES
    if found is None and many:
        found = first_free(_bypassed(ports, source, target, field))
    if found is None and not (roughly and many):
        found = _searched(ports, source, target, field, area)
    return found


def _is_among_many(ports: Ports, field: ObstacleField) -> bool:
    return field.within(_area(ports, (ports.start, ports.end)), _FEW_BOXES) is None


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


def _searched(ports: Ports, source: str, target: str, field: ObstacleField, area: Rect) -> Way | None:
    """Search in wider and wider areas, beginning with `area`."""
    start, end = stub(ports.start, ports.start_side), stub(ports.end, ports.end_side)
    for here, there, own in ((ports.start, start, source), (ports.end, end, target)):
        if not _is_piece_free(here, there, (own,), field):
            return None
    for _ in range(_SEARCHES):
        boxes = field.within(area, _MANY_BOXES)
        if boxes is None:
            ways = ring_ways(ports, field.extent())
            return next((tidied(way) for way in ways if _is_free(way, source, target, field)), None)
        found = search(start, ports.start_side, end, ports.end_side, tuple(boxes.values()))
        if found is not None:
            way = tidied((ports.start, *found, ports.end))
            # The way may leave the area along a box that juts out of it, and meet boxes not looked at.
            if _is_free(way, source, target, field):
                return way
        area = area.grown(_WIDER)
    return None


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
