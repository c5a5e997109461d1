"""Where a step comes to stand that is put into a line, and how far what lies behind has to go."""

from __future__ import annotations

import itertools
from math import ceil, hypot
from typing import NamedTuple

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.dimensions import GRID, LANE_HEIGHT, STEP_GAP

LEVEL = LANE_HEIGHT / 2  # from a row within which a step joins it: anywhere in the same lane of usual height


class Gap(NamedTuple):
    """Top left corner of the step; everything from `cut` on to the right goes `push` px further."""

    corner: Point
    cut: float = 0.0
    push: float = 0.0


def gap_for(wanted: Rect, source: Rect, target: Rect) -> Gap:
    """Return where a step wanted at `wanted` stands between two cards that a line joins.

    A step near the row of one of them joins that row. It gets a column of its own at the usual distance
    from both, so that the line goes on from left to right; only a step that is wanted right above or below
    the first may stand there. Where the two are too near for that, the one behind makes room. Lines that
    lead back or straight up and down leave the step where it is wanted.
    """
    if target.x < source.right:
        return Gap(Point(wanted.x, wanted.y))
    y = _row(wanted, source, target)
    stacked = wanted.center.x <= source.right and not _level(y, wanted, source)
    least = source.x if stacked else source.right + STEP_GAP
    most = target.x - STEP_GAP - wanted.width
    x = max(min(wanted.x, most), least)
    push = ceil(max(0.0, x - most) / GRID) * GRID
    return Gap(Point(x, y), target.x, push)


def _row(wanted: Rect, source: Rect, target: Rect) -> float:
    middles = sorted((card.center.y for card in (source, target)), key=lambda y: abs(y - wanted.center.y))
    near = abs(middles[0] - wanted.center.y) <= LEVEL
    return middles[0] - wanted.height / 2 if near else wanted.y


def _level(y: float, wanted: Rect, card: Rect) -> bool:
    return y < card.bottom and card.y < y + wanted.height


def nearest(way: tuple[Point, ...], point: Point) -> tuple[float, float]:
    """Return how far a point is from a way, and how far along the way (in px) it is nearest."""
    best, at, walked = 1e18, 0.0, 0.0
    for here, there in itertools.pairwise(way):
        dx, dy = there[0] - here[0], there[1] - here[1]
        length = hypot(dx, dy)
        share = 0.0
        if length:
            share = ((point.x - here[0]) * dx + (point.y - here[1]) * dy) / length**2
            share = min(1.0, max(0.0, share))
        far = hypot(point.x - here[0] - share * dx, point.y - here[1] - share * dy)
        if far < best:
            best, at = far, walked + share * length
        walked += length
    return best, at
