"""Makes sure that no card covers another: what would lie under a card moves down below it."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.layout.cards import CardSize
from vsdesigner.model.dimensions import CARD_GAP
from vsdesigner.model.records import Placed

_COLUMN = 200.0


def settled(members: Iterable[tuple[Placed, CardSize]]) -> dict[str, float]:
    """Return the top of each card of one lane, in px below the lane's top, by id.

    Cards keep the place they were given unless one that starts higher up reaches down into it (because its
    name grew, say); then they stand below that one. Stored places do not change: a shorter name lets the
    cards back up.
    """
    tops: dict[str, float] = {}
    columns: dict[int, list[tuple[float, float, float, float]]] = {}
    for placed, size in sorted(members, key=lambda member: (member[0].y, member[0].x, member[0].id)):
        left, right = placed.x, placed.x + size.width
        cells = range(int(left // _COLUMN), int(right // _COLUMN) + 1)
        y = placed.y
        for top, bottom in _above(columns, cells, left, right):
            if top < y + size.height and y < bottom:
                y = bottom + CARD_GAP
        tops[placed.id] = y
        for cell in cells:
            columns.setdefault(cell, []).append((left, right, y, y + size.height))
    return tops


def _above(
    columns: dict[int, list[tuple[float, float, float, float]]], cells: range, left: float, right: float
) -> list[tuple[float, float]]:
    """Tops and bottoms of the cards between `left` and `right`, from the top down."""
    found = {
        (top, bottom)
        for cell in cells
        for start, end, top, bottom in columns.get(cell, ())
        if start < right and left < end
    }
    return sorted(found)
