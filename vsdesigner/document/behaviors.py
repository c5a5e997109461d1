"""Consequences: what the document does by itself so that a draft is whole before it becomes a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vsdesigner.document.draft import Draft
from vsdesigner.document.query import flow_order
from vsdesigner.document.references import drop_dangling_references
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import (
    CARD_WIDTH,
    FIRST_X,
    LANE_PADDING,
    STEP_GAP,
    TERMINAL_WIDTH,
)
from vsdesigner.model.records import (
    Flow,
    Numbering,
    Placed,
    Step,
    Stream,
    Terminal,
    TerminalKind,
)
from vsdesigner.model.text import COORDINATE_LIMIT

Behavior = Callable[[Draft], None]

LEAST_X = -100_000.0
VALUE_X = 560.0  # where value stands while the stream is empty


def keep_in_lane(draft: Draft) -> None:
    """Hold everything below the top padding of its lane."""
    for id in draft.touched:
        record = draft.find(id)
        if isinstance(record, Placed) and (record.y < LANE_PADDING or record.x < LEAST_X):
            draft.update(id, y=max(record.y, LANE_PADDING), x=max(record.x, LEAST_X))


def number_steps(draft: Draft) -> None:
    """Number the steps of each stream whose steps, places or flows changed, densely from 0."""
    for stream in _streams_with_new_structure(draft):
        if draft.get(stream, Stream).numbering is Numbering.AUTOMATIC:
            steps: Iterable[Step] = flow_order(draft.view, stream)
        else:
            steps = draft.view.steps(stream)
        for order, step in enumerate(steps):
            if step.order != order:
                draft.replace(step.model_copy(update={"order": order}))


def place_terminals(draft: Draft) -> None:
    """Keep demand before the first step and value after the last, each in its row.

    The first flow brings an end level with the step at its other end; then it only goes along its row, for
    nobody who moves or connects a step means demand or value to change their lane.
    """
    for stream in _streams_with_new_structure(draft):
        for terminal in draft.view.terminals(stream):
            if not terminal.pinned:
                _place(draft, stream, terminal)


def end_x(kind: TerminalKind, spans: Iterable[tuple[float, float]]) -> float:
    """Return where demand or value stands that finds its place by itself; `spans` are the steps' in x."""
    if kind is TerminalKind.DEMAND:
        left = min((span[0] for span in spans), default=FIRST_X + TERMINAL_WIDTH + STEP_GAP)
        x = min(FIRST_X, left - TERMINAL_WIDTH - STEP_GAP / 2)
    else:
        x = max(VALUE_X, max((span[1] for span in spans), default=0.0) + STEP_GAP)
    return max(-COORDINATE_LIMIT, min(x, COORDINATE_LIMIT))  # a step may stand at the very edge


def _place(draft: Draft, stream: str, terminal: Terminal) -> None:
    view = draft.view
    steps = view.steps(stream)
    x = end_x(terminal.kind, ((step.x, step.x + (step.width or CARD_WIDTH)) for step in steps))
    if terminal.kind is TerminalKind.DEMAND:
        ends = [flow.target for flow in view.outgoing(terminal.id)]
    else:
        ends = [flow.source for flow in view.incoming(terminal.id)]
    neighbours = sorted(
        (step for step in map(view.find, ends) if isinstance(step, Step)), key=lambda step: (step.x, step.id)
    )
    lane, y = terminal.lane, terminal.y
    if neighbours and _was_free(draft, terminal):
        nearest = neighbours[0] if terminal.kind is TerminalKind.DEMAND else neighbours[-1]
        lane, y = nearest.lane, nearest.y
    draft.update(terminal.id, x=x, y=y, lane=lane)


def _was_free(draft: Draft, terminal: Terminal) -> bool:
    return draft.base.find(terminal.id) is None or comes_along(draft.base, terminal.id)


def comes_along(view: Snapshot, terminal: str) -> bool:
    """Say whether demand or value goes to the row of the step that is joined with it next: with the first."""
    end = view.get(terminal, Terminal)
    first = end.kind is TerminalKind.DEMAND
    return not end.pinned and not (view.outgoing(end.id) if first else view.incoming(end.id))


def open_used_lanes(draft: Draft) -> None:
    """Open a folded lane for good as soon as something comes to stand in it."""
    for id in draft.touched:
        record, before = draft.find(id), draft.base.find(id)
        if not isinstance(record, Placed) or (isinstance(before, Placed) and before.lane == record.lane):
            continue
        stream = draft.get(record.stream, Stream)
        if any(entry.collapsed and entry.lane == record.lane for entry in stream.lane_views):
            views = tuple(
                entry.model_copy(update={"collapsed": False}) if entry.lane == record.lane else entry
                for entry in stream.lane_views
            )
            draft.replace(stream.model_copy(update={"lane_views": views}))


def _streams_with_new_structure(draft: Draft) -> list[str]:
    """Streams (still there) in which steps came, went or moved, or flows changed their ends."""
    found: dict[str, None] = {}
    for id in draft.touched:
        before, after = draft.base.find(id), draft.find(id)
        for record in (before, after):
            if isinstance(record, Step | Flow | Terminal) and _structure(before) != _structure(after):
                found[record.stream] = None
            elif isinstance(record, Stream) and before != after:
                found[record.id] = None
    return [id for id in found if draft.find(id) is not None]


def _structure(record: object) -> object:
    if isinstance(record, Flow):
        return record.source, record.target, record.kind
    if isinstance(record, Placed):
        return record.lane, record.x, record.y, getattr(record, "order", 0), getattr(record, "pinned", None)
    return None


#: Run in this order on every draft. Adding a consequence is one function and one line.
BEHAVIORS: list[Behavior] = [
    drop_dangling_references,
    keep_in_lane,
    number_steps,
    place_terminals,
    open_used_lanes,
]


def complete(draft: Draft) -> Draft:
    """Run all behaviours on `draft` and return it."""
    if draft.touched:
        for behavior in BEHAVIORS:
            behavior(draft)
    return draft
