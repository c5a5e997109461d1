"""Lining cards up and spreading them evenly: rectangles in, rectangles out, none covering another.

Rectangles are given lane by lane: their `y` counts from the top of their lane, so that cards of different
lanes line up at the same height below it, and none leaves its lane.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from vsdesigner.layout.geometry import Rect
from vsdesigner.model.dimensions import CARD_GAP, LANE_PADDING, STEP_GAP

BESIDE = STEP_GAP / 2  # between two cards of which one had to go beside the other


@dataclass(frozen=True, slots=True)
class Box:
    """A card: its lane, and its rectangle with `y` below the lane's top."""

    lane: str
    rect: Rect


class Edge(Enum):
    """What of the cards comes to one line."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"

    @property
    def upright(self) -> bool:
        """Whether the line is an upright one, so that cards move sideways."""
        return self in (Edge.LEFT, Edge.CENTER, Edge.RIGHT)


_ONTO: dict[Edge, Callable[[Rect, Rect], tuple[float, float]]] = {
    Edge.LEFT: lambda rect, to: (to.x - rect.x, 0.0),
    Edge.CENTER: lambda rect, to: (to.center.x - rect.center.x, 0.0),
    Edge.RIGHT: lambda rect, to: (to.right - rect.right, 0.0),
    Edge.TOP: lambda rect, to: (0.0, to.y - rect.y),
    Edge.MIDDLE: lambda rect, to: (0.0, to.center.y - rect.center.y),
    Edge.BOTTOM: lambda rect, to: (0.0, to.bottom - rect.bottom),
}


def aligned(boxes: Mapping[str, Box], chosen: Sequence[str], reference: str, edge: Edge) -> dict[str, Box]:
    """Return the chosen boxes lined up with `reference`, which stays.

    What would cover another box goes along the line to the nearest free place; those nearest to the
    reference come first, so that their order stays.
    """
    to = boxes[reference].rect
    wanted: dict[str, Box] = {reference: boxes[reference]}
    for id in sorted((id for id in chosen if id != reference), key=lambda id: _far(boxes[id].rect, to, edge)):
        box = boxes[id]
        dx, dy = _ONTO[edge](box.rect, to)
        wanted[id] = Box(box.lane, _inside(_whole(box.rect.moved(dx, dy))))
    return _freed(boxes, wanted, along_y=edge.upright)


def distributed(boxes: Mapping[str, Box], chosen: Sequence[str], *, upright: bool) -> dict[str, Box]:
    """Return the chosen boxes with equal gaps between them, the outermost two staying where they are.

    `upright` spreads them from top to bottom, each lane by itself; else they are spread from left to right
    whatever their lanes.
    """
    wanted: dict[str, Box] = {}
    for group in _lane_groups(boxes, chosen) if upright else [list(chosen)]:
        wanted |= _spread({id: boxes[id] for id in group}, upright=upright)
    return _freed(boxes, wanted, along_y=not upright)


def can_distribute(boxes: Mapping[str, Box], chosen: Sequence[str], *, upright: bool) -> bool:
    """Say whether there are three boxes or more that could have equal gaps."""
    groups = _lane_groups(boxes, chosen) if upright else [list(chosen)]
    return any(len(group) > 2 for group in groups)


def _lane_groups(boxes: Mapping[str, Box], chosen: Sequence[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for id in chosen:
        groups.setdefault(boxes[id].lane, []).append(id)
    return list(groups.values())


def _spread(boxes: Mapping[str, Box], *, upright: bool) -> dict[str, Box]:
    if len(boxes) < 3:
        return dict(boxes)

    def start(rect: Rect) -> float:
        return rect.y if upright else rect.x

    def size(rect: Rect) -> float:
        return rect.height if upright else rect.width

    order = sorted(boxes, key=lambda id: (start(boxes[id].rect) + size(boxes[id].rect) / 2, id))
    rects = [boxes[id].rect for id in order]
    room = start(rects[-1]) + size(rects[-1]) - start(rects[0])
    gap = (room - sum(size(rect) for rect in rects)) / (len(rects) - 1)
    found: dict[str, Box] = {order[0]: boxes[order[0]], order[-1]: boxes[order[-1]]}
    at = start(rects[0])
    for id, rect in zip(order, rects, strict=True):
        if id not in found:
            by = round(at) - start(rect)
            found[id] = Box(boxes[id].lane, rect.moved(0, by) if upright else rect.moved(by, 0))
        at += size(rect) + gap
    return found


def _far(rect: Rect, to: Rect, edge: Edge) -> tuple[float, float, float]:
    """How far a box is from the reference along the line that they come to, then beside it."""
    dx, dy = rect.center.x - to.center.x, rect.center.y - to.center.y
    along, beside = (dy, dx) if edge.upright else (dx, dy)
    return abs(along), abs(beside), beside


# -- free places --------------------------------------------------------------------------------------------
def _freed(boxes: Mapping[str, Box], wanted: Mapping[str, Box], *, along_y: bool) -> dict[str, Box]:
    """Return the wanted boxes in their order, each at the nearest place along one axis where it is free."""
    taken: dict[str, list[Rect]] = {}
    for id, box in boxes.items():
        if id not in wanted:
            taken.setdefault(box.lane, []).append(box.rect)
    found: dict[str, Box] = {}
    for id, box in wanted.items():
        others = taken.setdefault(box.lane, [])
        rect = free_along_y(box.rect, others) if along_y else free_along_x(box.rect, others)
        others.append(rect)
        found[id] = Box(box.lane, rect)
    return found


def free_along_y(rect: Rect, taken: Iterable[Rect]) -> Rect:
    """Return the rectangle at the nearest height of its lane where it covers none of `taken`."""
    near = [other for other in taken if other.x < rect.right and rect.x < other.right]
    if not any(rect.overlaps(other) for other in near):
        return rect
    tops = [other.bottom + CARD_GAP for other in near] + [other.y - CARD_GAP - rect.height for other in near]
    for top in sorted(tops, key=lambda top: (abs(top - rect.y), -top)):
        moved = rect.moved(0, top - rect.y)
        if top >= LANE_PADDING and not any(moved.overlaps(other) for other in near):
            return moved
    raise AssertionError("below everything there is always room")


def free_along_x(rect: Rect, taken: Iterable[Rect]) -> Rect:
    """Return the rectangle at the nearest place of its row where it covers none of `taken`."""
    near = [other for other in taken if other.y < rect.bottom and rect.y < other.bottom]
    if not any(rect.overlaps(other) for other in near):
        return rect
    lefts = [other.right + BESIDE for other in near] + [other.x - BESIDE - rect.width for other in near]
    for left in sorted(lefts, key=lambda left: (abs(left - rect.x), -left)):
        moved = rect.moved(left - rect.x, 0)
        if not any(moved.overlaps(other) for other in near):
            return moved
    raise AssertionError("beside everything there is always room")


def _inside(rect: Rect) -> Rect:
    return rect if rect.y >= LANE_PADDING else rect.moved(0, LANE_PADDING - rect.y)


def _whole(rect: Rect) -> Rect:
    return rect.moved(round(rect.x) - rect.x, round(rect.y) - rect.y)
