"""What tidying works on: cards, the flows that put them in order, where to begin, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from vsdesigner.layout.geometry import Rect
from vsdesigner.model.dimensions import CARD_GAP, CARD_HEIGHT, GRID

LEVEL = 50.0  # px sideways within which two cards were meant to stand below each other
BESIDE = 105.0  # px sideways from which two cards were meant to stand beside each other
ROW = CARD_HEIGHT + CARD_GAP


@dataclass(frozen=True, slots=True)
class Node:
    """A card to be arranged: lanes count from the top, zones (phases) from the left.

    The rectangle's `y` counts from the top of its lane.
    """

    id: str
    lane: int
    rect: Rect
    zone: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A flow that says what comes next."""

    source: str
    target: str
    main: bool = True


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the arrangement begins: its left edge, and its top in each lane.

    `reserved` is the room that zones without a card take.
    """

    x: float
    tops: Mapping[int, float]
    reserved: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where the cards go, and the span from left to right that each zone takes."""

    rects: Mapping[str, Rect]
    zones: Mapping[int, tuple[float, float]]


def on_grid(value: float) -> float:
    """Return the next multiple of the grid."""
    return ceil(value / GRID) * GRID
