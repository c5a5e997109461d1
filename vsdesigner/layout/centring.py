"""Puts pieces of a way that run along a box into the middle of the gap between that box and the next."""

from __future__ import annotations

from math import floor

from vsdesigner.layout.geometry import Point
from vsdesigner.layout.routing import ObstacleField
from vsdesigner.layout.shapes import Way
from vsdesigner.layout.track_room import OPEN, between_corners, walls_beside

_ALONG = 1.0  # px from the least distance up to which a piece counts as running along a box


def centred(way: Way, field: ObstacleField) -> Way:
    """Return the way with its inner pieces in the middle of narrow gaps instead of along one side of them.

    Straight first and last pieces keep their length, and no piece changes its direction.
    """
    for index in range(1, len(way) - 2):
        here, there = way[index], way[index + 1]
        upright = here.x == there.x
        at = here.x if upright else here.y
        low, high = sorted((here.y, there.y) if upright else (here.x, there.x))
        walls = walls_beside((at, at, low, high), field, (), upright=upright)
        if walls is None:
            continue
        least, most = walls
        if least <= at - OPEN or most >= at + OPEN or min(at - least, most - at) > _ALONG:
            continue
        reach = between_corners(way, index, upright=upright)
        place = min(max(floor((least + most) / 2), reach[0]), reach[1])
        if least <= place <= most:
            way = _with(way, index, place, upright=upright)
    return way


def _with(way: Way, index: int, place: float, *, upright: bool) -> Way:
    corners = [
        Point(place, corner.y) if upright else Point(corner.x, place) for corner in way[index : index + 2]
    ]
    return (*way[:index], *corners, *way[index + 2 :])
