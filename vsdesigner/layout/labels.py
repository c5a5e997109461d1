"""Where the label of a flow stands."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from vsdesigner.layout.cards import cut
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.label_book import LabelWish
from vsdesigner.layout.measure import TextMeasurer
from vsdesigner.model.parts import LabelPlace
from vsdesigner.model.records import Flow

LABEL_WIDTH = 170.0
LABEL_LINES = 3
_CHOICES = 12  # places among which a label can choose
_STEP, _STEPS = 32.0, 12  # px between two places on a piece, and how many to one side
PADDING_X, PADDING_Y = 5.0, 2.0


class LabelText(NamedTuple):
    """A label broken into lines, with the size of its patch."""

    lines: tuple[str, ...]
    width: float
    height: float


def label_text(label: str, measurer: TextMeasurer) -> LabelText | None:
    """Return how a label is set; None when there is nothing to read."""
    if not label.strip():
        return None
    lines, _ = cut(measurer.lines(label, "flow_label", LABEL_WIDTH), LABEL_LINES)
    width = max(measurer.width(line, "flow_label") for line in lines) + 2 * PADDING_X
    return LabelText(lines, width, len(lines) * measurer.line_height("flow_label") + 2 * PADDING_Y)


def label_wish(
    flow: Flow, way: tuple[Point, ...], text: LabelText, is_free: Callable[[Rect], bool]
) -> LabelWish:
    """Return where the label of a flow could stand: where it was put by hand, else on the way, the best
    place first, where `is_free`."""

    def patch(anchor: Point) -> Rect:
        return Rect(anchor.x - text.width / 2, anchor.y - text.height / 2, text.width, text.height)

    if flow.label_place != LabelPlace():
        return LabelWish((patch(beside(way, flow.label_place)),), held=True)
    found: list[Rect] = []
    for anchor in _anchors(way, text.width, text.height):
        place = patch(anchor)
        if is_free(place):
            found.append(place)
            if len(found) == _CHOICES:
                break
    return LabelWish(tuple(found) or (patch(_middle(way, text.width)),), held=False)


def _anchors(way: tuple[Point, ...], width: float, height: float) -> Iterator[Point]:
    """Places on the way: the middle, then along the pieces that hold the label, then the others, then above
    them."""
    yield _middle(way, width)
    pieces = sorted(itertools.pairwise(way), key=lambda piece: -_length(*piece))
    level = [piece for piece in pieces if piece[0].y == piece[1].y and _length(*piece) >= width + 16]
    others = [piece for piece in pieces if piece not in level]
    for piece in (*level, *others):
        yield from _along_piece(*piece, least=width if piece in level else height)
    rise = height / 2 + 3
    for piece in level:
        for point in _along_piece(*piece, least=width):
            yield Point(point.x, point.y - rise)
            yield Point(point.x, point.y + rise)


def _along_piece(here: Point, there: Point, least: float) -> Iterator[Point]:
    """The middle of a piece, then to both sides of it as long as the label has room."""
    length = _length(here, there)
    middle = Point((here.x + there.x) / 2, (here.y + there.y) / 2)
    yield middle
    dx, dy = (there.x - here.x) / length, (there.y - here.y) / length
    for step in range(1, _STEPS):
        away = step * _STEP
        if away > length / 2 - least / 2:
            return
        yield Point(middle.x - dx * away, middle.y - dy * away)
        yield Point(middle.x + dx * away, middle.y + dy * away)


def beside(way: tuple[Point, ...], place: LabelPlace) -> Point:
    """Return the middle of a label that was put by hand: its offset goes down from a level piece of the way,
    to the right of an upright one."""
    anchor, level = _on(way, place.fraction)
    return Point(anchor.x, anchor.y + place.offset) if level else Point(anchor.x + place.offset, anchor.y)


def place_for(at: tuple[float, float], way: Sequence[tuple[float, float]]) -> LabelPlace:
    """Return where to keep a label whose middle was dropped at `at`: `beside` leads back to it, as far
    as a place beside the way can."""
    x, y = at
    best: tuple[float, float, float] | None = None
    total = sum(_length(Point(*here), Point(*there)) for here, there in itertools.pairwise(way))
    passed = 0.0
    for here, there in itertools.pairwise(way):
        (left, right), (top, bottom) = sorted((here[0], there[0])), sorted((here[1], there[1]))
        near_x, near_y = min(max(x, left), right), min(max(y, top), bottom)
        distance = abs(x - near_x) + abs(y - near_y)
        if best is None or distance < best[0]:
            level = here[1] == there[1]
            run = passed + abs(near_x - here[0]) + abs(near_y - here[1])
            best = (distance, run / total if total else 0.5, y - here[1] if level else x - here[0])
        passed += _length(Point(*here), Point(*there))
    if best is None:
        return LabelPlace()
    return LabelPlace(fraction=round(min(1.0, max(0.0, best[1])), 4), offset=float(round(best[2])))


def along(way: tuple[Point, ...], fraction: float) -> Point:
    """Return the point at `fraction` (0 to 1) of a way's length."""
    return _on(way, fraction)[0]


def _on(way: tuple[Point, ...], fraction: float) -> tuple[Point, bool]:
    """The point at `fraction`, and whether the way is level there."""
    left = fraction * sum(_length(here, there) for here, there in itertools.pairwise(way))
    level = True
    for here, there in itertools.pairwise(way):
        length = _length(here, there)
        level = here.y == there.y
        if length and left <= length:
            share = left / length
            return Point(here.x + (there.x - here.x) * share, here.y + (there.y - here.y) * share), level
        left -= length
    return way[-1], level


def _middle(way: tuple[Point, ...], width: float) -> Point:
    """The middle of the longest level piece that holds the label, else of the longest piece."""
    pieces = list(itertools.pairwise(way))
    if not pieces:
        return way[0]  # one card covers the other exactly: the way has no length
    level = [piece for piece in pieces if piece[0].y == piece[1].y and _length(*piece) >= width + 16]
    here, there = max(level or pieces, key=lambda piece: _length(*piece))
    return Point((here.x + there.x) / 2, (here.y + there.y) / 2)


def _length(here: Point, there: Point) -> float:
    return abs(here.x - there.x) + abs(here.y - there.y)
