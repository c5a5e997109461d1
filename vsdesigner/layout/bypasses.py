"""Leads a long straight piece of a way round the few boxes that stand on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.shapes import Way
from vsdesigner.model.dimensions import CLEARANCE

_MOST = 6  # boxes on one piece
_BlockersOf = Callable[[Point, Point], Sequence[Rect]]


def bypasses(way: Way, index: int, blockers_of: _BlockersOf) -> Iterator[Way]:
    """Yield ways that leave the piece from corner `index` of `way` before each box on it and come back
    behind it, the ones that stray least first. The ways may be blocked by other boxes."""
    here, there = way[index], way[index + 1]
    upright = here.x == there.x
    boxes = blockers_of(here, there)
    if not 0 < len(boxes) <= _MOST:
        return
    groups = _groups([_turned(box) for box in boxes] if not upright else list(boxes))
    line = here.x if upright else here.y
    low, high = sorted((here.y, there.y) if upright else (here.x, there.x))
    if groups[0].y - CLEARANCE <= low or groups[-1].bottom + CLEARANCE >= high:
        return  # too near to a corner to come back
    for choice in range(2 ** min(len(groups), 2)):
        corners: list[Point] = []
        for number, group in enumerate(groups):
            near, far = _sides(group, line)
            beside = far if choice >> min(number, 1) & 1 else near
            top, bottom = group.y - CLEARANCE, group.bottom + CLEARANCE
            corners += [Point(line, top), Point(beside, top), Point(beside, bottom), Point(line, bottom)]
        if not upright:
            corners = [Point(y, x) for x, y in corners]
        if (here.y if upright else here.x) == high:
            corners.reverse()
        yield (*way[: index + 1], *corners, *way[index + 1 :])


def _sides(group: Rect, line: float) -> tuple[float, float]:
    left, right = group.x - CLEARANCE, group.right + CLEARANCE
    return (left, right) if line - left <= right - line else (right, left)


def _groups(boxes: list[Rect]) -> list[Rect]:
    """Boxes between which a line cannot come back, as one."""
    found: list[Rect] = []
    for box in sorted(boxes, key=lambda box: (box.y, box.x)):
        if found and box.y - found[-1].bottom < 4 * CLEARANCE:
            last = found.pop()
            left, right = min(last.x, box.x), max(last.right, box.right)
            box = Rect(left, last.y, right - left, max(last.bottom, box.bottom) - last.y)
        found.append(box)
    return found


def _turned(box: Rect) -> Rect:
    return Rect(box.y, box.x, box.height, box.width)
