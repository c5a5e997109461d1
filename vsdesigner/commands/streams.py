"""Verbs on whole streams, and the document that the program starts with."""

from __future__ import annotations

from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import FIRST_X, LANE_PADDING
from vsdesigner.model.ids import new_id
from vsdesigner.model.records import DocumentSettings, Lane, Stream, Terminal, TerminalKind
from vsdesigner.model.reference import default_lanes


def new_document() -> Snapshot:
    """Return a document with the six activities and one empty stream."""
    draft = Draft(Snapshot((DocumentSettings(), *default_lanes())))
    add(draft)
    return complete(draft).view


def add(draft: Draft, name: str = "") -> str:
    """Add an empty stream with demand and value behind the others; returns its id."""
    streams = draft.view.streams
    order = max((stream.order for stream in streams), default=-1) + 1
    stream = draft.add(Stream(id=new_id("stream"), name=name, order=order))
    lanes = draft.view.lanes
    for kind, lane in ((TerminalKind.DEMAND, lanes[0]), (TerminalKind.VALUE, _delivering(lanes))):
        draft.add(
            Terminal(
                id=new_id(kind.value), stream=stream.id, lane=lane.id, x=FIRST_X, y=LANE_PADDING, kind=kind
            )
        )
    return stream.id


def _delivering(lanes: tuple[Lane, ...]) -> Lane:
    """The lane where value usually arises, the last one in other lane sets."""
    return next((lane for lane in lanes if lane.id == "deliver_and_support"), lanes[-1])


def update(draft: Draft, stream: str, **fields: object) -> None:
    """Replace fields of a stream's use case."""
    draft.get(stream, Stream)
    draft.update(stream, **fields)


def delete(draft: Draft, stream: str) -> None:
    """Remove a stream with everything in it; the last one is replaced by an empty one."""
    draft.get(stream, Stream)
    draft.remove(stream)
    if not draft.view.streams:
        add(draft)


def reorder(draft: Draft, stream: str, position: int) -> None:
    """Put a stream at `position` (0-based) among the tabs."""
    ids = [other.id for other in draft.view.streams if other.id != stream]
    ids.insert(max(0, min(position, len(ids))), stream)
    for order, id in enumerate(ids):
        draft.update(id, order=order)
