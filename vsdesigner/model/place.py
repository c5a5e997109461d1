"""Where something stands in a stream."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Lane id, left edge (scene px), top below the lane's top (px)."""

    lane: str
    x: float
    y: float
