"""Where cards are free to stand, asked for many of them in one go."""

from __future__ import annotations

import math
from collections.abc import Collection

from vsdesigner.commands.steps import clear_y, extent
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_HEIGHT, CARD_WIDTH
from vsdesigner.model.text import COORDINATE_LIMIT

_Card = tuple[float, float, float, float]  # left, right, top, bottom


class Places:
    """The cards of a stream by lane and place, so that a thousand new ones find room quickly."""

    def __init__(self, view: Snapshot, stream: str, ignoring: Collection[str] = ()) -> None:
        self._cards: dict[tuple[str, int], list[_Card]] = {}
        for step in view.steps(stream):
            if step.id not in ignoring:
                width, height = extent(step)
                self._add(step.lane, (step.x, step.x + width, step.y, step.y + height))

    def take(self, lane: str, x: float, y: float) -> float:
        """Return the first free y from `y` down for a card of the usual size at `x`, taken from now on."""
        near = {
            card
            for column in _columns(x, x + CARD_WIDTH)
            for card in self._cards.get((lane, column), ())
            if card[0] < x + CARD_WIDTH and x < card[1]
        }
        found = min(float(round(clear_y(sorted(card[2:] for card in near), y))), COORDINATE_LIMIT)
        self._add(lane, (x, x + CARD_WIDTH, found, found + CARD_HEIGHT))
        return found

    def _add(self, lane: str, card: _Card) -> None:
        for column in _columns(card[0], card[1]):
            self._cards.setdefault((lane, column), []).append(card)


def _columns(left: float, right: float) -> range:
    return range(math.floor(left / CARD_WIDTH), math.floor(right / CARD_WIDTH) + 1)
