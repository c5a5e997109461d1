"""Where the camera of a presentation looks: the whole stream, or a step with its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.layout.geometry import Point, Rect, united
from vsdesigner.ui.presentation.stage.camera import Outlook

LETTERS = 13.0  # px of the names on cards at 100 %
READABLE = 18.0 / LETTERS  # scale on a screen of 1080 lines from which names are read from afar
LEAST_READABLE = 15.0 / LETTERS  # where neighbours stand too far apart for that
SMALLEST = 13.5 / LETTERS  # only where the step that follows would be out of view otherwise
LARGEST = 1.9
LEAST = 0.01
ROUNDED = 1e-9  # of a scale
MARGIN = 22.0  # px of the scene around what is to be seen
TIGHT = 9.0  # the same where the next step would be out of view otherwise
WHOLE_MARGIN, WHOLE_TOP = 40.0, 16.0


def whole(bounds: Rect, room: Rect, unit: float, *, high: bool = False) -> Outlook:
    """Return the outlook that shows everything in the `room` of the stage, in its middle or `high` in it."""
    area = _with_margins(bounds)
    scale = max(LEAST, min(_fit(area, room), READABLE * unit))
    found = _centred(area.center, scale, room)
    return found._replace(y=bounds.y - room.y / scale) if high else found


def step(present: Rect, groups: Sequence[Sequence[Rect]], bounds: Rect, room: Rect, unit: float) -> Outlook:
    """Return the outlook on a step: `groups` are its neighbours, those first that matter most.

    The very first one is in view whenever a readable size allows it. The others are shown with those before
    them as far as there is room.
    """
    usual = max(READABLE * unit, min(LARGEST * unit, whole_scale(bounds, room)))
    scale, margin = _size(present, groups[0] if groups else (), room, usual, LEAST_READABLE * unit)
    kept, cards = present, [rect for group in groups for rect in group]
    for rect in cards:
        area = united((kept, rect))
        if _fits(area, room, scale, margin):
            kept = area
    everything = united((present, *cards)).center
    middle = Point((present.center.x + everything.x) / 2, (present.center.y + everything.y) / 2)
    wide, high = room.width / scale, room.height / scale
    kept = kept.grown(margin)
    ground = _with_margins(bounds)
    x = _within(_holding(middle.x, kept.x, kept.right, wide), ground.x, ground.right, wide)
    y = _within(_holding(middle.y, kept.y, kept.bottom, high), ground.y, ground.bottom, high)
    return _centred(Point(x, y), scale, room)


def _size(
    present: Rect, after: Sequence[Rect], room: Rect, usual: float, least: float
) -> tuple[float, float]:
    """The scale, and the margin around what is seen: smaller ones only where they bring in what follows."""
    if not after or _fits(united((present, *after)), room, usual):
        return usual, MARGIN
    following = united((present, after[0]))
    for area in (united((present, *after)), following):
        if _fits(area, room, least):
            return least, MARGIN
    if _fits(following, room, usual):
        return usual, MARGIN
    tight = min(least, _fit(following.grown(TIGHT), room))
    return (tight, TIGHT) if tight >= least * SMALLEST / LEAST_READABLE else (usual, MARGIN)


def whole_scale(bounds: Rect, room: Rect) -> float:
    """Return the scale at which the whole stream fits."""
    return _fit(_with_margins(bounds), room)


def _with_margins(bounds: Rect) -> Rect:
    x, y, width, height = bounds
    return Rect(x - WHOLE_MARGIN, y - WHOLE_TOP, width + 2 * WHOLE_MARGIN, height + 2 * WHOLE_TOP)


def _fit(area: Rect, room: Rect) -> float:
    return min(room.width / max(1.0, area.width), room.height / max(1.0, area.height))


def _fits(area: Rect, room: Rect, scale: float, margin: float = MARGIN) -> bool:
    return _fit(area.grown(margin), room) >= scale - ROUNDED


def _centred(middle: Point, scale: float, room: Rect) -> Outlook:
    return Outlook(scale, middle.x - room.center.x / scale, middle.y - room.center.y / scale)


def _holding(middle: float, first: float, last: float, length: float) -> float:
    """The middle of what is seen, moved as little as possible so that it holds a span, its start at least."""
    return max(min(middle, first + length / 2), min(last - length / 2, first + length / 2))


def _within(middle: float, first: float, last: float, length: float) -> float:
    """The middle of what is seen, moved so that it does not reach beyond a span; on its middle if it must."""
    if last - first <= length:
        return (first + last) / 2
    return min(max(middle, first + length / 2), last - length / 2)
