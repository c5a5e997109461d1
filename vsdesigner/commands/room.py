"""Making room in a stream: what lies to the right goes further to the right."""

from __future__ import annotations

from collections.abc import Collection

from vsdesigner.document.draft import Draft
from vsdesigner.model.records import Flow, Phase, Placed, Terminal
from vsdesigner.model.text import COORDINATE_LIMIT


def make_room(draft: Draft, stream: str, x: float, by: float, *, ignoring: Collection[str] = ()) -> None:
    """Push everything whose left edge is at `x` or further right by `by` px, in all lanes alike.

    Columns stay columns. Corners made by hand and phases move along; a phase that begins before `x` and
    ends behind it becomes wider. Demand and value that find their place by themselves are left to that.
    """
    view = draft.view
    placed: tuple[Placed, ...] = (*view.steps(stream), *view.notes(stream), *view.terminals(stream))
    for record in placed:
        free = isinstance(record, Terminal) and not record.pinned
        if record.x >= x and not free and record.id not in ignoring:
            # Not `update`: that would validate thousands of records anew.
            draft.replace(record.model_copy(update={"x": _pushed(record.x, by)}))
    for flow in view.flows(stream):
        _push_bends(draft, flow, x, by)
    for phase in view.phases(stream):
        _push_phase(draft, phase, x, by)


def _push_bends(draft: Draft, flow: Flow, x: float, by: float) -> None:
    if any(bend.x >= x for bend in flow.bends):
        bends = tuple(
            bend.model_copy(update={"x": _pushed(bend.x, by)}) if bend.x >= x else bend for bend in flow.bends
        )
        draft.update(flow.id, bends=bends)


def _push_phase(draft: Draft, phase: Phase, x: float, by: float) -> None:
    if phase.x >= x:
        draft.update(phase.id, x=_pushed(phase.x, by))
    elif phase.x + phase.width > x:
        draft.update(phase.id, width=_pushed(phase.width, by))


def _pushed(value: float, by: float) -> float:
    return min(value + by, COORDINATE_LIMIT)
