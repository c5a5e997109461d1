"""How far a dragged card has to go to be lined up with what stands around it, and the lines that show it.

What comes first wins over what comes later, however near that is: a straight flow, equal gaps, centres,
edges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vsdesigner.layout.geometry import Point, Rect

Line = tuple[Point, Point]
_SAME = 0.5  # px by which two gaps may differ and still be equal


@dataclass(frozen=True, slots=True)
class Gap:
    """One of several equal gaps: a line across it."""

    start: Point
    end: Point

    @property
    def length(self) -> float:
        return abs(self.end.x - self.start.x) + abs(self.end.y - self.start.y)


@dataclass(frozen=True, slots=True)
class Hold:
    """What one direction of a drag lines up with: how far to go, the line or the gaps to show."""

    by: float
    line: Line | None = None
    gaps: tuple[Gap, ...] = ()


def level(
    rect: Rect, others: Sequence[Rect], joined: Sequence[Rect], tolerance: float, area: Rect
) -> Hold | None:
    """Return what the card lines up with by going up or down; lines run right through `area`."""
    found = _hold(_turned(rect), _all_turned(others), _all_turned(joined), tolerance, _turned(area))
    if found is None:
        return None
    line = None if found.line is None else (_back(found.line[0]), _back(found.line[1]))
    return Hold(found.by, line, tuple(Gap(_back(gap.start), _back(gap.end)) for gap in found.gaps))


def upright(
    rect: Rect, others: Sequence[Rect], joined: Sequence[Rect], tolerance: float, area: Rect
) -> Hold | None:
    """Return what the card lines up with by going left or right; lines run right through `area`."""
    return _hold(rect, others, joined, tolerance, area)


def _hold(
    rect: Rect, others: Sequence[Rect], joined: Sequence[Rect], tolerance: float, area: Rect
) -> Hold | None:
    """Sideways; the other direction is the same with the drawing turned over."""
    straight = _nearest(rect, joined, tolerance, _centre)
    if straight is not None:
        return _with_line(straight, rect.center.x, area)
    even = _even(rect, others, tolerance)
    if even is not None:
        return even
    for place in (_centre, _start, _end):
        by = _nearest(rect, others, tolerance, place)
        if by is not None:
            return _with_line(by, place(rect), area)
    return None


_Place = Callable[[Rect], float]


def _centre(rect: Rect) -> float:
    return rect.x + rect.width / 2


def _start(rect: Rect) -> float:
    return rect.x


def _end(rect: Rect) -> float:
    return rect.x + rect.width


def _nearest(rect: Rect, others: Iterable[Rect], tolerance: float, place: _Place) -> float | None:
    """The smallest step to another card's place within tolerance; of equal ones that to the nearest card."""
    x = place(rect)
    near = [
        (abs(place(other) - x), abs(other.center.y - rect.center.y), place(other) - x)
        for other in others
        if abs(place(other) - x) <= tolerance
    ]
    return min(near)[2] if near else None


def _with_line(by: float, x: float, area: Rect) -> Hold:
    return Hold(by, (Point(x + by, area.y), Point(x + by, area.bottom)))


# -- equal gaps ---------------------------------------------------------------------------------------------
def _even(rect: Rect, others: Sequence[Rect], tolerance: float) -> Hold | None:
    """What makes the gaps to the neighbours in a card's row equal."""
    row = sorted(
        (other for other in others if other.y < rect.bottom and rect.y < other.bottom), key=lambda r: r.x
    )
    left = [other for other in row if other.center.x < rect.center.x]
    right = [other for other in row if other.center.x >= rect.center.x]
    wanted: list[float] = []
    if left and right:
        wanted.append((left[-1].right + right[0].x - rect.width) / 2 - rect.x)
    if len(left) > 1 and left[-1].x > left[-2].right:
        wanted.append(2 * left[-1].x - left[-2].right + left[-1].width - rect.x)
    if len(right) > 1 and right[1].x > right[0].right:
        wanted.append(right[0].x - (right[1].x - right[0].right) - rect.right)
    near = [by for by in wanted if abs(by) <= tolerance]
    for by in sorted(near, key=abs):
        gaps = _gaps([*left, rect.moved(by, 0), *right], len(left))
        if gaps:
            return Hold(by, None, gaps)
    return None


def _gaps(row: Sequence[Rect], index: int) -> tuple[Gap, ...]:
    """The gaps beside the card at `index` and those next to them as long as they are equal to it."""
    sizes = [after.x - before.right for before, after in pairwise(row)]
    beside = [at for at in (index - 1, index) if 0 <= at < len(sizes)]
    best: list[int] = []
    for first in beside:
        if sizes[first] <= 0:
            continue
        run = [first]
        for step in (-1, 1):
            at = first + step
            while 0 <= at < len(sizes) and abs(sizes[at] - sizes[first]) <= _SAME:
                run.append(at)
                at += step
        best = max(best, run, key=len)
    if len(best) < 2:
        return ()
    return tuple(_gap(row[at], row[at + 1]) for at in sorted(best))


def _gap(before: Rect, after: Rect) -> Gap:
    top, bottom = max(before.y, after.y), min(before.bottom, after.bottom)
    y = (top + bottom) / 2
    return Gap(Point(before.right, y), Point(after.x, y))


# -- the drawing turned over --------------------------------------------------------------------------------
def _turned(rect: Rect) -> Rect:
    return Rect(rect.y, rect.x, rect.height, rect.width)


def _all_turned(rects: Iterable[Rect]) -> list[Rect]:
    return [_turned(rect) for rect in rects]


def _back(point: Point) -> Point:
    return Point(point.y, point.x)
