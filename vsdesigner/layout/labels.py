"""Where the label of a flow stands."""

from __future__ import annotations

import itertools

from vsdesigner.layout.cards import cut
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.measure import TextMeasurer
from vsdesigner.model.records import Flow

LABEL_WIDTH = 170.0
LABEL_LINES = 3
PADDING_X, PADDING_Y = 5.0, 2.0
_DEFAULT_FRACTION = 0.5


def place_label(
    flow: Flow, way: tuple[Point, ...], measurer: TextMeasurer
) -> tuple[Rect | None, tuple[str, ...]]:
    """Return the patch and the lines of a flow's label; (None, ()) without a label."""
    if not flow.label.strip():
        return None, ()
    lines, _ = cut(measurer.lines(flow.label, "flow_label", LABEL_WIDTH), LABEL_LINES)
    width = max(measurer.width(line, "flow_label") for line in lines) + 2 * PADDING_X
    height = len(lines) * measurer.line_height("flow_label") + 2 * PADDING_Y
    place = flow.label_place
    anchor = _middle(way, width) if place.fraction == _DEFAULT_FRACTION else along(way, place.fraction)
    return Rect(anchor.x - width / 2, anchor.y - height / 2 + place.offset, width, height), lines


def along(way: tuple[Point, ...], fraction: float) -> Point:
    """Return the point at `fraction` (0 to 1) of a way's length."""
    left = fraction * sum(_length(here, there) for here, there in itertools.pairwise(way))
    for here, there in itertools.pairwise(way):
        length = _length(here, there)
        if length and left <= length:
            share = left / length
            return Point(here.x + (there.x - here.x) * share, here.y + (there.y - here.y) * share)
        left -= length
    return way[-1]


def _middle(way: tuple[Point, ...], width: float) -> Point:
    """The middle of the longest level piece that holds the label, else of the longest piece."""
    pieces = list(itertools.pairwise(way))
    level = [piece for piece in pieces if piece[0].y == piece[1].y and _length(*piece) >= width + 16]
    here, there = max(level or pieces, key=lambda piece: _length(*piece))
    return Point((here.x + there.x) / 2, (here.y + there.y) / 2)


def _length(here: Point, there: Point) -> float:
    return abs(here.x - there.x) + abs(here.y - there.y)
