"""Counts what makes lines hard to follow: for tests and the bench."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import NamedTuple

from vsdesigner.layout.geometry import Point, Rect, around
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import CLEARANCE

TOUCHING = 1.0  # px apart up to which two parallel lines are seen as one


class Piece(NamedTuple):
    """A straight piece of a flow's way: at `line`, from `low` to `high`; its place on the way."""

    flow: str
    level: bool
    line: float
    low: float
    high: float
    outer: bool  # the first or the last


def pieces(layout: StreamLayout) -> Iterator[Piece]:
    """Yield all pieces of all ways."""
    for flow, route in layout.routes.items():
        last = len(route.points) - 2
        for index, (here, there) in enumerate(pairwise(route.points)):
            level = here.y == there.y
            line, (low, high) = (
                (here.y, sorted((here.x, there.x))) if level else (here.x, sorted((here.y, there.y)))
            )
            yield Piece(flow, level, line, low, high, index in (0, last))


def line_box_crossings(layout: StreamLayout) -> list[tuple[str, str]]:
    """Return (flow, box) for every piece of a way that runs through a step, demand or value."""
    boxes = _boxes(layout)
    return [
        (flow, id)
        for flow, route in layout.routes.items()
        for here, there in pairwise(route.points)
        for id, box in boxes.items()
        if box.grown(-1).overlaps(around((here, there)).grown(0.1))
    ]


def narrow_passages(layout: StreamLayout) -> list[tuple[str, str]]:
    """Return (flow, box) where a way passes a box at less than the clearance."""
    boxes = _boxes(layout)
    found = []
    for flow, route in layout.routes.items():
        last = len(route.points) - 2
        for index, piece in enumerate(pairwise(route.points)):
            own = {layout.joints[flow][0]} if index == 0 else set()
            own |= {layout.joints[flow][1]} if index == last else set()
            area = around(piece).grown(0.1)
            found += [
                (flow, id)
                for id, box in boxes.items()
                if id not in own and box.grown(CLEARANCE - 1).overlaps(area)
            ]
    return found


def overlaps_of_unrelated_lines(layout: StreamLayout, apart: float = TOUCHING) -> list[tuple[str, str]]:
    """Return pairs of flows without a common end that run on top of each other, or nearer than `apart`."""
    found = set()
    for same in (True, False):
        listed = sorted((piece for piece in pieces(layout) if piece.level is same), key=lambda p: p.line)
        for index, first in enumerate(listed):
            for second in listed[index + 1 :]:
                if second.line - first.line >= apart:
                    break
                shared = min(first.high, second.high) - max(first.low, second.low)
                if shared > TOUCHING and not _related(layout.joints, first.flow, second.flow):
                    found.add((min(first.flow, second.flow), max(first.flow, second.flow)))
    return sorted(found)


def line_crossings(layout: StreamLayout) -> list[tuple[str, str, Point]]:
    """Return (flow, flow, where) for every place at which two lines cross."""
    listed = list(pieces(layout))
    level = [piece for piece in listed if piece.level]
    upright = [piece for piece in listed if not piece.level]
    return [
        (across.flow, down.flow, Point(down.line, across.line))
        for across in level
        for down in upright
        if across.low < down.line < across.high
        and down.low < across.line < down.high
        and across.flow != down.flow
    ]


def hidden_labels(layout: StreamLayout) -> list[tuple[str, str]]:
    """Return (flow, box or other flow) where a label lies over a box or another label."""
    labels = {id: route.label for id, route in layout.routes.items() if route.label is not None}
    over = [
        (id, box)
        for id, label in labels.items()
        for box, rect in _boxes(layout).items()
        if label.overlaps(rect)
    ]
    return over + [(a, b) for a, b in combinations(sorted(labels), 2) if labels[a].overlaps(labels[b])]


def bends(layout: StreamLayout) -> int:
    """Return how many corners all ways have together."""
    return sum(len(route.points) - 2 for route in layout.routes.values())


def _boxes(layout: StreamLayout) -> dict[str, Rect]:
    ends = {end for joints in layout.joints.values() for end in joints}
    return {id: card.rect for id, card in layout.cards.items() if id in ends or layout.is_box(id)}


def _related(joints: Mapping[str, tuple[str, str]], first: str, second: str) -> bool:
    (a, b), (c, d) = joints[first], joints[second]
    return first == second or a in (c, d) or b in (c, d)


def figures(layouts: Iterable[StreamLayout]) -> dict[str, int]:
    """Return the figures of the router over some streams, by what they count: for the bench to print."""
    found = dict.fromkeys(
        (
            "streams",
            "lines",
            "through a box",
            "nearer than 12 px to a box",
            "on top of each other",
            "crossings",
        ),
        0,
    )
    for layout in layouts:
        counted = (
            1,
            len(layout.routes),
            len(line_box_crossings(layout)),
            len(narrow_passages(layout)),
            len(overlaps_of_unrelated_lines(layout)),
            len(line_crossings(layout)),
        )
        for name, count in zip(found, counted, strict=True):
            found[name] += count
    return found
