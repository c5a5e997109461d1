"""Verbs on steps: add, append, place, change lane and fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vsdesigner.commands import flows
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import (
    CARD_GAP,
    CARD_HEIGHT,
    CARD_WIDTH,
    FIRST_X,
    LANE_PADDING,
    STEP_GAP,
    STUB,
    TERMINAL_WIDTH,
)
from vsdesigner.model.ids import new_id
from vsdesigner.model.place import Place
from vsdesigner.model.records import Lane, Note, Numbering, Placed, Step, Stream, Terminal, TerminalKind
from vsdesigner.model.text import COORDINATE_LIMIT

LEAST_GAP, NEAR = 2.0 * STUB, 250.0  # px between cards whose rhythm a new step goes on in

__all__ = [
    "Place",
    "add",
    "append",
    "append_place",
    "clear_y",
    "extent",
    "free_place",
    "is_demand",
    "next_place",
    "place",
    "reorder",
    "set_lane",
    "update",
    "usual_gap",
]


def add(draft: Draft, stream: str, place: Place, name: str = "") -> str:
    """Add a step at `place`, or the nearest free place below it; returns its id."""
    draft.get(stream, Stream)
    draft.get(place.lane, Lane)
    x, y = _within(place.x), max(_within(place.y), LANE_PADDING)
    free = free_place(draft.view, stream, Place(place.lane, x, y))
    order = len(draft.view.steps(stream))
    y = _within(free.y)
    return draft.add(
        Step(id=new_id("step"), stream=stream, lane=free.lane, x=x, y=y, name=name, order=order)
    ).id


def _within(value: float) -> float:
    """A whole coordinate that the format allows."""
    return max(-COORDINATE_LIMIT, min(float(round(value)), COORDINATE_LIMIT))


def append(draft: Draft, source: str, lane: str = "", name: str = "") -> str:
    """Add a step to the right of `source` (a step or demand) and connect it; returns its id.

    The new step goes into `lane`, the source's own when that is empty.
    """
    origin = draft.get(source, Placed)
    id = add(draft, origin.stream, append_place(draft.view, source, lane or origin.lane), name)
    flows.connect(draft, source, id)
    return id


def append_place(view: Snapshot, source: str, lane: str) -> Place:
    """Return where a step appended to `source` would stand."""
    origin = view.get(source, Placed)
    y = origin.y if lane == origin.lane else LANE_PADDING
    x = origin.x + extent(origin)[0] + usual_gap(view, source)
    return free_place(view, origin.stream, Place(lane, x, y))


def usual_gap(view: Snapshot, id: str, *, before: bool = False) -> float:
    """Return the gap in px that a step appended to a card keeps from it; with `before`, one put before it.

    It goes on in the rhythm of what the card is connected with on that side, or else on the other one, as
    long as that stands near; what stands in another lane counts too.
    """
    here = view.get(id, Placed)
    behind = [_gap(here, other) for other in _put(view, (flow.target for flow in view.outgoing(id)))]
    ahead = [_gap(other, here) for other in _put(view, (flow.source for flow in view.incoming(id)))]
    for gaps in (ahead, behind) if before else (behind, ahead):
        near = [gap for gap in gaps if LEAST_GAP <= gap <= NEAR]
        if near:
            return min(near)
    return STEP_GAP


def _put(view: Snapshot, ids: Iterable[str]) -> list[Placed]:
    """The cards that somebody put where they are: ends of the stream find their place by themselves."""
    found = (view.get(id, Placed) for id in ids)
    return [card for card in found if not isinstance(card, Terminal) or card.pinned]


def _gap(left: Placed, right: Placed) -> float:
    """How far two cards stand apart from left to right; less than 0 when they do not."""
    return right.x - left.x - extent(left)[0]


def next_place(view: Snapshot, stream: str, lane: str) -> Place:
    """Return where a step goes that was asked for without a place: right of all others."""
    right = max((step.x + extent(step)[0] for step in view.steps(stream)), default=None)
    x = FIRST_X + TERMINAL_WIDTH + STEP_GAP if right is None else right + STEP_GAP
    return free_place(view, stream, Place(lane, x, LANE_PADDING))


def extent(record: Placed) -> tuple[float, float]:
    """Return nominal width and height in px; a card that grows with its name may be higher."""
    if isinstance(record, Note):
        return record.width, record.height
    if isinstance(record, Step):
        return record.width or CARD_WIDTH, record.height or CARD_HEIGHT
    return TERMINAL_WIDTH, CARD_HEIGHT


def free_place(view: Snapshot, stream: str, place: Place, ignoring: Iterable[str] = ()) -> Place:
    """Return `place`, moved down until a card there covers no other step (nominal sizes)."""
    skipped = set(ignoring)
    taken = sorted(
        (step.y, step.y + extent(step)[1])
        for step in view.steps(stream)
        if step.lane == place.lane
        and step.id not in skipped
        and step.x < place.x + CARD_WIDTH
        and place.x < step.x + extent(step)[0]
    )
    return place._replace(y=clear_y(taken, place.y))


def clear_y(taken: Iterable[tuple[float, float]], y: float) -> float:
    """Return the first y from `y` down where a card is clear of others; `taken` are their tops and bottoms,
    from above."""
    for top, bottom in taken:
        if top < y + CARD_HEIGHT and y < bottom:
            y = bottom + CARD_GAP
    return y


def place(draft: Draft, places: Mapping[str, Place]) -> None:
    """Put steps, notes and terminals where they were dropped; a moved terminal stays there from now on.

    A step that comes to another activity loses a facet that this activity does not have.
    """
    for id, (lane, x, y) in places.items():
        record = draft.get(id, Placed)
        fields: dict[str, object] = {"lane": lane, "x": _within(x), "y": _within(y)}
        if isinstance(record, Terminal):
            fields["pinned"] = True
        elif isinstance(record, Step) and lane != record.lane:
            fields |= _facet_for(draft, record, lane)
        draft.update(id, **fields)


def set_lane(draft: Draft, ids: Iterable[str], lane: str) -> None:
    """Move steps to another activity, keeping them at their place from left to right."""
    for id in ids:
        step = draft.get(id, Step)
        if step.lane != lane:
            target = free_place(draft.view, step.stream, Place(lane, step.x, LANE_PADDING), (id,))
            place(draft, {id: target})


def _facet_for(draft: Draft, step: Step, lane: str) -> dict[str, object]:
    known = {facet.id for facet in draft.get(lane, Lane).facets}
    return {
        "facet": step.facet if step.facet in known else "",
        "further_lanes": tuple(id for id in step.further_lanes if id != lane),
    }


def update(draft: Draft, ids: Iterable[str], **fields: object) -> None:
    """Replace fields of one or several steps; an activity goes through `set_lane`."""
    for id in ids:
        draft.get(id, Step)
        draft.update(id, **fields)


def reorder(draft: Draft, step: str, position: int) -> None:
    """Give a step the number `position` + 1; from now on the stream's numbers are kept by hand."""
    stream = draft.get(step, Step).stream
    ids = [other.id for other in draft.view.steps(stream) if other.id != step]
    ids.insert(max(0, min(position, len(ids))), step)
    draft.update(stream, numbering=Numbering.MANUAL)
    for order, id in enumerate(ids):
        draft.update(id, order=order)


def is_demand(record: object) -> bool:
    """Say whether a record is a stream's demand."""
    return isinstance(record, Terminal) and record.kind is TerminalKind.DEMAND
