"""Moving cards by the arrow keys."""

from __future__ import annotations

import time

from vsdesigner.layout.ports import Side
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import LANE_PADDING
from vsdesigner.model.place import Place
from vsdesigner.model.records import Placed
from vsdesigner.ui.canvas import edits
from vsdesigner.ui.canvas.stage import Stage

PAUSE = 1.0  # seconds after which the next arrow begins another step back


class Nudger:
    """A run of arrows on the same cards is one step back."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._last = 0.0
        self._run: tuple[object, tuple[str, ...], int] = (object(), (), 0)

    def nudge(self, side: Side, distance: float) -> None:
        """Move the selected cards; at the edge of its lane a card goes over into the next one."""
        stage = self._stage
        ids = tuple(stage.selected_cards())
        now = time.monotonic()
        index = stage.session.history.index()
        if now - self._last > PAUSE or self._run[1:] != (ids, index):
            self._run = (object(), ids, index)
        self._last = now
        places = {id: nudged(stage, id, side, distance) for id in ids}
        edits.place(stage.session, places, self._run[0])
        self._run = (*self._run[:2], stage.session.history.index())
        if ids:
            stage.camera.reveal(stage.rect(ids[-1]))


def nudged(stage: Stage, id: str, side: Side, distance: float) -> Place:
    """Return where a card goes by one press of an arrow key."""
    record = stage.now.get(id, Placed)
    dx, dy = side.value
    if side.horizontal:
        return Place(record.lane, record.x + dx * distance, record.y)
    height = stage.rect(id).height
    layout = stage.layout
    other = edits.neighbour_lane(stage.now, record.lane, dy)
    if dy < 0 and record.y <= LANE_PADDING:
        return _entered(layout, other, record, height, at_end=True) if other else _here(record)
    last = layout.band(record.lane).height - LANE_PADDING - height
    if dy > 0 and record.y >= last and other:
        return _entered(layout, other, record, height, at_end=False)
    y = max(LANE_PADDING, record.y + dy * distance)
    return Place(record.lane, record.x, min(y, last) if dy > 0 and other else y)


def _entered(layout: StreamLayout, lane: str, record: Placed, height: float, *, at_end: bool) -> Place:
    band = layout.band(lane)
    y = max(LANE_PADDING, band.height - LANE_PADDING - height) if at_end else LANE_PADDING
    return Place(lane, record.x, y)


def _here(record: Placed) -> Place:
    return Place(record.lane, record.x, record.y)
