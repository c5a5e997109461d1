"""Where the lanes of a stream lie: bands from top to bottom that grow with their content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import (
    LANE_COLLAPSED_HEIGHT,
    LANE_HEIGHT,
    LANE_LEAST_HEIGHT,
    LANE_PADDING,
)
from vsdesigner.model.parts import LaneView
from vsdesigner.model.records import Stream


@dataclass(frozen=True, slots=True)
class LaneBand:
    """A lane's band across the scene; `top` and `height` in px."""

    lane: str
    top: float
    height: float
    collapsed: bool

    @property
    def bottom(self) -> float:
        return self.top + self.height


def least_height(content: float | None) -> float:
    """Return how low a lane may be whose lowest bottom edge is `content` (None for an empty one)."""
    return LANE_LEAST_HEIGHT if content is None else max(LANE_LEAST_HEIGHT, content + LANE_PADDING)


def lane_bands(
    snapshot: Snapshot, stream: str, content: Mapping[str, float], unfolded: str = ""
) -> tuple[LaneBand, ...]:
    """Return the bands from the top (y = 0) down.

    `content` is the lowest bottom edge of what stands in each lane, measured from the lane's top.
    A lane is never lower than what it holds; only an empty one folds, and not the one that is `unfolded`
    because something is dragged over it.
    """
    views = {view.lane: view for view in snapshot.get(stream, Stream).lane_views}
    bands: list[LaneBand] = []
    top = 0.0
    for lane in snapshot.lanes:
        view = views.get(lane.id, LaneView(lane=lane.id))
        folded = view.collapsed and lane.id not in content and lane.id != unfolded
        least = max(view.min_height or LANE_HEIGHT, least_height(content.get(lane.id)))
        height = LANE_COLLAPSED_HEIGHT if folded else least
        bands.append(LaneBand(lane.id, top, height, folded))
        top += height
    return tuple(bands)
