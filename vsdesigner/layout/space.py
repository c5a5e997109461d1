"""Making room: what lies behind a line, and how far it may come back without covering anything."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vsdesigner.layout.aligning import BESIDE, Box
from vsdesigner.model.dimensions import CARD_GAP


@dataclass(frozen=True, slots=True)
class Cut:
    """A line that parts a stream: what lies right of `at` moves, or below it when `downwards`.

    It goes through one `lane`, or through all of them when that is empty; `downwards` counts from the top
    of a lane, so it needs one.
    """

    at: float
    lane: str = ""
    downwards: bool = False

    def crosses(self, lane: str) -> bool:
        """Say whether the line goes through a lane."""
        return self.lane in ("", lane)


def behind(boxes: Mapping[str, Box], cut: Cut) -> frozenset[str]:
    """Return the boxes whose middle lies behind the line."""
    return frozenset(
        id
        for id, box in boxes.items()
        if cut.crosses(box.lane) and (box.rect.center.y if cut.downwards else box.rect.center.x) >= cut.at
    )


def farthest_back(boxes: Mapping[str, Box], moving: Collection[str], cut: Cut) -> float:
    """Return how far the moving boxes may come back: a gap stays to those that they would meet.

    Infinite where nothing stands in their way.
    """
    gap = CARD_GAP if cut.downwards else BESIDE
    ends: dict[_Row, float] = {}  # how far what stays reaches, row by row: there are few rows
    starts: dict[_Row, float] = {}  # where what moves begins
    for id, box in boxes.items():
        row, start, end = _seen_along(box, downwards=cut.downwards)
        if id in moving:
            starts[row] = min(starts.get(row, start), start)
        else:
            ends[row] = max(ends.get(row, end), end)
    room = [
        max(0.0, start - end - gap)
        for row, start in starts.items()
        for other, end in ends.items()
        if row.lane == other.lane and row.first < other.last and other.first < row.last
    ]
    return min(room, default=float("inf"))


class _Row(NamedTuple):
    """What meets when it comes nearer."""

    lane: str
    first: float
    last: float


def _seen_along(box: Box, *, downwards: bool) -> tuple[_Row, float, float]:
    """The row of a box, where it begins in the direction of the move, and where it ends."""
    rect = box.rect
    if downwards:
        return _Row(box.lane, rect.x, rect.right), rect.y, rect.bottom
    return _Row(box.lane, rect.y, rect.bottom), rect.x, rect.right
