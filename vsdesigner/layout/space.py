"""Making room: what lies behind a line, and how far it may come back without covering anything."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

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
    staying: dict[str, list[Box]] = {}
    for id, box in boxes.items():
        if id not in moving:
            staying.setdefault(box.lane, []).append(box)
    found = float("inf")
    for id in moving:
        box = boxes[id]
        for other in staying.get(box.lane, ()):
            room = _room(other, box, downwards=cut.downwards)
            if room is not None:
                found = min(found, room)
    return found


def _room(other: Box, box: Box, *, downwards: bool) -> float | None:
    """How far `box` may come back before it meets `other`, None when it never does."""
    one, two = other.rect, box.rect
    if downwards:
        meet = one.x < two.right and two.x < one.right and one.y < two.y
        return max(0.0, two.y - one.bottom - CARD_GAP) if meet else None
    meet = one.y < two.bottom and two.y < one.bottom and one.x < two.x
    return max(0.0, two.x - one.right - BESIDE) if meet else None
