"""Free ground for something new: near a point, inside a lane, where it covers nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from math import ceil

from vsdesigner.layout.geometry import Point, Rect, around
from vsdesigner.layout.lanes import LaneBand
from vsdesigner.model.dimensions import GRID, LANE_PADDING
from vsdesigner.model.place import Place
from vsdesigner.ui.canvas.stage import Stage

MARGIN = 10.0  # px kept from cards
FAR = 900.0  # px from the wanted middle within which places are tried
STEP = 2 * GRID
BESIDE_LINES = 200.0  # px that a way is worth it to keep off the lines as well

Size = tuple[float, float]


def free_ground(stage: Stage, middle: Point, size: Size) -> Place:
    """Return the place nearest to a middle where something of this size covers no card, best no line either.

    What is in view comes first, and lanes that need not grow for it. Where all is taken there, it goes to
    the right in the lane of the middle.
    """
    wide, high = size
    seen = stage.visible
    area = Rect(middle.x - FAR, middle.y - FAR, 2 * FAR, 2 * FAR)
    cards = [
        stage.rect(id).grown(MARGIN) for id in stage.layout.cards_in(area.grown(wide + high), enclosed=False)
    ]
    lines = _pieces(stage, area)
    tries = sorted(_tries(stage, middle, size), key=lambda rect: _far(rect, middle))
    free = (rect for rect in tries if seen.encloses(rect) and not any(map(rect.overlaps, cards)))
    first: Rect | None = None
    for rect in free:
        first = first or rect
        if _far(rect, middle) > _far(first, middle) + BESIDE_LINES:
            break
        if not any(map(rect.overlaps, lines)):
            return _place(stage, rect)
    if first is not None:
        return _place(stage, first)
    return _beyond(stage, middle, size)


def _tries(stage: Stage, middle: Point, size: Size) -> Iterator[Rect]:
    """Places around the middle that lie within one lane; the exact one, where that is possible, first."""
    wide, high = size
    offsets = [index * STEP for index in range(-int(FAR // STEP), int(FAR // STEP) + 1)]
    for band in stage.layout.lanes:
        least, most = band.top + LANE_PADDING, band.bottom - LANE_PADDING - high
        if band.collapsed or most < least or least > middle.y + FAR or most < middle.y - FAR:
            continue
        for top in _tops(least, most, middle.y - high / 2):
            for offset in offsets:
                yield Rect(float(round(middle.x - wide / 2 + offset)), top, wide, high)


def _tops(least: float, most: float, wanted: float) -> list[float]:
    nearest = float(round(min(max(wanted, least), most)))
    steps = int((most - least) // STEP)
    return list(dict.fromkeys((nearest, *(least + index * STEP for index in range(steps + 1)))))


def _pieces(stage: Stage, area: Rect) -> list[Rect]:
    """The straight pieces of the lines around, and their labels."""
    found: list[Rect] = []
    for id in stage.layout.routes_in(area):
        route = stage.layout.routes[id]
        found.extend(around(piece).grown(GRID / 2) for piece in itertools.pairwise(route.points))
        if route.label is not None:
            found.append(route.label)
    return found


def _beyond(stage: Stage, middle: Point, size: Size) -> Place:
    """The first free room to the right in the lane of the middle; a lane that is too low grows."""
    wide, high = size
    band: LaneBand = stage.layout.lane_at(middle.y)
    top = min(max(middle.y - high / 2, band.top + LANE_PADDING), band.bottom - LANE_PADDING - high)
    top = max(top, band.top + LANE_PADDING)
    left = float(round(middle.x - wide / 2))
    # Only the lane's own cards count: what hangs over its lower border pushes the lanes below down.
    cards = [stage.rect(id).grown(MARGIN) for id in stage.layout.cards_in(_row(band, left), enclosed=False)]
    for card in sorted(cards):
        if Rect(left, top, wide, high).overlaps(card):
            left = ceil(card.right / GRID) * GRID
    return Place(band.lane, left, float(round(top - band.top)))


def _row(band: LaneBand, left: float) -> Rect:
    return Rect(left, band.top, float("inf"), band.height)


def _place(stage: Stage, rect: Rect) -> Place:
    band = stage.layout.lane_at(rect.center.y)
    return Place(band.lane, rect.x, float(round(rect.y - band.top)))


def _far(rect: Rect, middle: Point) -> float:
    return abs(rect.center.x - middle.x) + abs(rect.center.y - middle.y)
