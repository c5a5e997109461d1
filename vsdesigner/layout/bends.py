"""Hand-made corners of flows: from what is stored to a way on the scene, back, and dragged by a piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from vsdesigner.layout.geometry import Point
from vsdesigner.layout.lanes import LaneBand
from vsdesigner.layout.ports import Ports, Side
from vsdesigner.layout.shapes import Way, stub, tidied
from vsdesigner.model.dimensions import STUB
from vsdesigner.model.parts import Bend

STRAIGHTENS = 6.0  # px beside a neighbour's line within which a dragged piece joins it
_SAME = 0.5


def absolute(bends: Iterable[Bend], bands: Iterable[LaneBand]) -> tuple[Point, ...]:
    """Return the stored corners in scene px; those in lanes that do not exist are left out."""
    tops = {band.lane: band.top for band in bands}
    return tuple(Point(bend.x, tops[bend.lane] + bend.y) for bend in bends if bend.lane in tops)


def bends_of(points: Sequence[tuple[float, float]], bands: Sequence[LaneBand]) -> tuple[Bend, ...]:
    """Return corners of the scene as they are stored: below the top of the lane that they lie in.

    `points` are the corners between the two ends, without the ends themselves.
    """
    found = []
    for x, y in points:
        band = next((band for band in bands if y < band.bottom), bands[-1])
        found.append(Bend(lane=band.lane, x=float(round(x)), y=float(round(y - band.top))))
    return tuple(found)


def with_segment_moved(points: Sequence[tuple[float, float]], index: int, to: tuple[float, float]) -> Way:
    """Return the way after its piece from corner `index` to the next was dragged across to `to`.

    Level pieces move up and down, upright ones left and right. The ends stay where they are, with a
    straight first and last piece; corners that became straight disappear. A piece that comes near the line
    of the next parallel piece joins it. `points` is the whole way with its ends; IndexError for a wrong
    index.
    """
    way = [Point(*point) for point in points]
    here, there = way[index], way[index + 1]
    level = abs(here.y - there.y) <= abs(here.x - there.x)
    wanted = _joining(way, index, level, to[1] if level else to[0])
    before, after = way[:index], way[index + 2 :]
    if index == 0:
        before, here = [here], _toward(here, there, way, last=False)
    if index == len(way) - 2:
        after, there = [there], _toward(there, way[index], way, last=True)
    moved = [
        Point(here.x, wanted) if level else Point(wanted, here.y),
        Point(there.x, wanted) if level else Point(wanted, there.y),
    ]
    if index == 0:
        before.append(here)
    if index == len(way) - 2:
        after.insert(0, there)
    return tidied((*before, *moved, *after))


def with_corner_moved(points: Sequence[tuple[float, float]], index: int, to: tuple[float, float]) -> Way:
    """Return the way after its corner `index` was dragged to `to`: both pieces that meet there follow.

    IndexError when `index` is one of the ends.
    """
    if not 0 < index < len(points) - 1:
        raise IndexError(index)
    (x, y), (after_x, after_y) = points[index], points[index + 1]
    level_after = abs(y - after_y) <= abs(x - after_x)
    found = with_segment_moved(points, index, to)
    corner = Point(x, to[1]) if level_after else Point(to[0], y)
    for at in range(len(found) - 1):
        if _lies_between(corner, found[at], found[at + 1], upright=level_after):
            return with_segment_moved(found, at, to)
    return found


def led_through(ports: Ports, corners: Sequence[Point]) -> Way:
    """Return the way from end to end through hand-made corners.

    The first and the last corner slide along so that the ends are met at right angles; where that is
    impossible there is an elbow more. All pieces are level or upright.
    """
    if not corners:
        raise ValueError("a way without hand-made corners is found by the router")
    if len(corners) == 1 and ports.start_side.horizontal != ports.end_side.horizontal:
        start, end = ports.start, ports.end
        single = Point(end.x, start.y) if ports.start_side.horizontal else Point(start.x, end.y)
        if _ahead(start, ports.start_side, single) and _ahead(end, ports.end_side, single):
            return tidied((start, single, end))
    first = _slid(ports.start, ports.start_side, corners[0])
    last = _slid(ports.end, ports.end_side, corners[-1])
    inner = list(corners) if len(corners) > 1 else []  # a single one is the one that slides
    if inner and _runs_across(ports.start_side, corners[0], corners[1]):
        inner = inner[1:]
    if inner and _runs_across(ports.end_side, corners[-1], corners[-2]):
        inner = inner[:-1]
    return tidied(_with_elbows((ports.start, first, *inner, last, ports.end), ports.start_side.horizontal))


# -- inside ---------------------------------------------------------------------------------------------
def _joining(way: list[Point], index: int, level: bool, wanted: float) -> float:
    """The wanted line, or that of the next parallel piece when it is near."""
    for other in (index - 2, index + 2):
        if 0 <= other < len(way) - 1:
            line = way[other].y if level else way[other].x
            if abs(line - wanted) <= STRAIGHTENS:
                return line
    line = way[index].y if level else way[index].x
    return line if index in (0, len(way) - 2) and abs(line - wanted) <= STRAIGHTENS else float(round(wanted))


def _toward(end: Point, other: Point, way: list[Point], *, last: bool) -> Point:
    """Where the straight piece at an end stops, toward `other`; at most a third of a short line."""
    length = abs(end.x - other.x) + abs(end.y - other.y)
    reach = min(STUB, length / 3) if len(way) == 2 else min(STUB, length)
    dx, dy = _sign(other.x - end.x), _sign(other.y - end.y)
    return Point(end.x + dx * reach, end.y + dy * reach)


def _lies_between(point: Point, here: Point, there: Point, *, upright: bool) -> bool:
    if upright:
        return abs(here.x - there.x) < _SAME and abs(here.x - point.x) < _SAME
    return abs(here.y - there.y) < _SAME and abs(here.y - point.y) < _SAME


def _ahead(end: Point, side: Side, corner: Point) -> bool:
    dx, dy = side.value
    return (corner.x - end.x) * dx + (corner.y - end.y) * dy >= STUB


def _slid(end: Point, side: Side, corner: Point) -> Point:
    """The corner next to an end, on the line that leaves its side."""
    if not _ahead(end, side, corner):
        return stub(end, side)
    return Point(corner.x, end.y) if side.horizontal else Point(end.x, corner.y)


def _runs_across(side: Side, corner: Point, following: Point) -> bool:
    """Whether the piece after the first corner runs across the direction in which the side is left."""
    if side.horizontal:
        return abs(corner.x - following.x) < _SAME
    return abs(corner.y - following.y) < _SAME


def _with_elbows(way: Sequence[Point], level_first: bool) -> list[Point]:
    found = [way[0]]
    level = level_first
    for here, there in pairwise(way):
        if here.x != there.x and here.y != there.y:
            # Turn from the direction that led here.
            found.append(Point(here.x, there.y) if level else Point(there.x, here.y))
            level = not level
        elif here != there:
            level = here.y == there.y
            found.append(there)
            continue
        else:
            continue
        found.append(there)
        level = found[-2].y == there.y
    return found


def _sign(value: float) -> float:
    return (value > 0) - (value < 0)
