"""How far a piece of a line may be put aside: between the boxes beside it, its ends staying straight."""

from __future__ import annotations

from typing import NamedTuple

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.routing import ObstacleField
from vsdesigner.layout.track_order import Room
from vsdesigner.layout.tracks import Piece
from vsdesigner.model.dimensions import CLEARANCE, PORT_INSET, STUB

REACH = 60.0  # px to both sides that are looked at
OPEN = REACH - CLEARANCE
END_SHIFT = 6.0  # px by which an end may leave its place on a side
_EDGE = 0.5
_EVERYTHING = 1_000_000


class Course(NamedTuple):
    """A way with the boxes that it joins; `held` when it was made by hand and stays as it is."""

    way: tuple[Point, ...]
    source: str
    target: str
    held: bool


def room(
    piece: Piece, course: Course, ends: tuple[Rect, Rect], field: ObstacleField, *, upright: bool
) -> Room:
    """Return from where to where a piece may be put; always holds the place where it is."""
    at, index, last = piece.at, piece.key[1], len(course.way) - 2
    if course.held:
        return Room(at, at, at, at)
    skip = ((course.source,) if index == 0 else ()) + ((course.target,) if index == last else ())
    least, most = _between_boxes(piece, field, skip, upright=upright)
    if index not in (0, last):
        low, high = between_corners(course.way, index, upright=upright)
        least, most = max(least, low), min(most, high)
        return Room(min(least, at), max(most, at), min(least, at), max(most, at))
    for mine, box in ((0, ends[0]), (last, ends[1])):
        if index == mine:
            low, high = (box.x, box.right) if upright else (box.y, box.bottom)
            least, most = max(least, low + PORT_INSET), min(most, high - PORT_INSET)
    return Room(min(max(least, at - END_SHIFT), at), max(min(most, at + END_SHIFT), at), at, at)


def common_rooms(
    pieces: list[Piece], courses: list[Course], field: ObstacleField, *, upright: bool
) -> list[tuple[float, float]] | None:
    """Return rooms of many pieces from one look at the boxes around all; None when one stands between them.

    Ends and ways made by hand stay where they are.
    """
    inner = [
        not course.held and piece.key[1] not in (0, len(course.way) - 2)
        for piece, course in zip(pieces, courses, strict=True)
    ]
    free = [piece for piece, may in zip(pieces, inner, strict=True) if may]
    if not free:
        return None
    strip = (
        min(piece.at for piece in free),
        max(piece.at for piece in free),
        min(piece.low for piece in free),
        max(piece.high for piece in free),
    )
    found = walls_beside(strip, field, (), upright=upright)
    if found is None:
        return None
    rooms = []
    for piece, course, may in zip(pieces, courses, inner, strict=True):
        low, high = between_corners(course.way, piece.key[1], upright=upright) if may else (0.0, 0.0)
        low, high = max(found[0], low), min(found[1], high)
        rooms.append((min(low, piece.at), max(high, piece.at)) if may else (piece.at, piece.at))
    return rooms


def _between_boxes(
    piece: Piece, field: ObstacleField, skip: tuple[str, ...], *, upright: bool
) -> tuple[float, float]:
    strip = (piece.at, piece.at, piece.low, piece.high)
    return walls_beside(strip, field, skip, upright=upright) or (piece.at, piece.at)


def walls_beside(
    strip: tuple[float, float, float, float], field: ObstacleField, skip: tuple[str, ...], *, upright: bool
) -> tuple[float, float] | None:
    """Return how far one gets from a strip (from, to across, from, to along): to the clearance of the next
    box, at most `OPEN`; None when a box lies in it."""
    here, there, low, high = strip
    wide, along, length = there - here + 2 * REACH, low - CLEARANCE, high - low + 2 * CLEARANCE
    area = Rect(here - REACH, along, wide, length) if upright else Rect(along, here - REACH, length, wide)
    least, most = here - OPEN, there + OPEN
    for box in (field.within(area, _EVERYTHING, skip) or {}).values():
        first, last = (box.x, box.right) if upright else (box.y, box.bottom)
        if last + CLEARANCE <= here + _EDGE:
            least = max(least, last + CLEARANCE)
        elif first - CLEARANCE >= there - _EDGE:
            most = min(most, first - CLEARANCE)
        else:
            return None
    return least, most


def between_corners(way: tuple[Point, ...], index: int, *, upright: bool) -> tuple[float, float]:
    """Return from where to where a piece may go so that those next to it keep their direction, and at the
    ends of the way their straight length."""
    across = 0 if upright else 1
    at = way[index][across]
    least, most = at - REACH, at + REACH
    last = len(way) - 2
    for beside, far in ((index - 1, index - 1), (index + 1, index + 2)):
        other = way[far][across]
        keep = other + (STUB if other < at else -STUB) if beside in (0, last) else (at + other) / 2
        if other < at:
            least = max(least, keep)
        else:
            most = min(most, keep)
    return least, most
