"""Verbs on lanes: their order and names in the document, their heights and folding in a stream."""

from __future__ import annotations

from vsdesigner.commands.flows import RefusedError
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import lane_members
from vsdesigner.model.dimensions import LANE_LEAST_HEIGHT
from vsdesigner.model.parts import LaneView
from vsdesigner.model.records import Lane, Stream
from vsdesigner.model.text import COORDINATE_LIMIT


def reorder(draft: Draft, lane: str, position: int) -> None:
    """Put a lane at `position` (0-based, from the top) in all streams of the document."""
    draft.get(lane, Lane)
    ids = [other.id for other in draft.view.lanes if other.id != lane]
    ids.insert(max(0, min(position, len(ids))), lane)
    for order, id in enumerate(ids):
        draft.update(id, order=order)


def update(draft: Draft, lane: str, **fields: object) -> None:
    """Replace fields of a lane: its alias, purpose, colour …"""
    draft.get(lane, Lane)
    draft.update(lane, **fields)


def rename(draft: Draft, lane: str, name: str) -> None:
    """Say what a lane is called here; its activity's own name, or nothing, takes the alias away."""
    wanted = name.strip()
    same = wanted.casefold() == draft.get(lane, Lane).name.strip().casefold()
    draft.update(lane, alias="" if same else wanted)


def set_height(draft: Draft, stream: str, lane: str, height: float | None) -> None:
    """Give a lane of a stream at least this height in px; None lets its content decide again."""
    draft.get(lane, Lane)
    wanted = None if height is None else _height(height)
    _put(draft, stream, _view(draft, stream, lane).model_copy(update={"min_height": wanted}))


def balance(draft: Draft, stream: str, upper: str, lower: str, height: float, both: float) -> None:
    """Give the `upper` of two neighbours this height, the `lower` what is left of the height of `both`."""
    height = max(LANE_LEAST_HEIGHT, min(height, both - LANE_LEAST_HEIGHT))
    set_height(draft, stream, upper, height)
    set_height(draft, stream, lower, both - height)


def collapse(draft: Draft, stream: str, lane: str, collapsed: bool) -> None:
    """Fold a lane of a stream to its header, or open it; `RefusedError` when one to fold is not empty."""
    draft.get(lane, Lane)
    if collapsed and lane_members(draft.view, stream, lane):
        raise RefusedError("Only an empty lane can be folded: a lane never hides a step.")
    _put(draft, stream, _view(draft, stream, lane).model_copy(update={"collapsed": collapsed}))


def _height(value: float) -> float:
    return max(LANE_LEAST_HEIGHT, min(float(round(value)), COORDINATE_LIMIT))


def _view(draft: Draft, stream: str, lane: str) -> LaneView:
    views = draft.get(stream, Stream).lane_views
    return next((view for view in views if view.lane == lane), LaneView(lane=lane))


def _put(draft: Draft, stream: str, view: LaneView) -> None:
    """Remember how a stream shows a lane; what is as usual is not worth an entry."""
    others = [entry for entry in draft.get(stream, Stream).lane_views if entry.lane != view.lane]
    if view != LaneView(lane=view.lane):
        others.append(view)
    draft.update(stream, lane_views=tuple(sorted(others, key=lambda entry: entry.lane)))
