"""Verbs that bring order into a drawing: tidy, make room, give steps and notes a size."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from vsdesigner.commands import steps
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.phases import Span
from vsdesigner.layout.space import Cut
from vsdesigner.model.dimensions import PHASE_LEAST_WIDTH
from vsdesigner.model.parts import Bend
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, Note, Phase, Placed, Step, Stream, Terminal
from vsdesigner.model.text import COORDINATE_LIMIT


def tidy(
    draft: Draft, stream: str, places: Mapping[str, Place], phases: Mapping[str, Span] | None = None
) -> None:
    """Put cards and phases where an arrangement wants them.

    Corners made by hand stay with that end of their flow to which they are nearer.
    """
    draft.get(stream, Stream)
    before = draft.view
    steps.place(draft, places)
    for flow in before.flows(stream):
        if flow.bends and (flow.source in places or flow.target in places):
            draft.update(flow.id, bends=tuple(_carried(before, flow, bend, places) for bend in flow.bends))
    for id, span in (phases or {}).items():
        draft.get(id, Phase)
        draft.update(id, x=_within(span.x), width=max(PHASE_LEAST_WIDTH, _within(span.width)))


def _carried(before: Snapshot, flow: Flow, bend: Bend, places: Mapping[str, Place]) -> Bend:
    ends = (before.get(flow.source, Placed), before.get(flow.target, Placed))
    nearer = min(ends, key=lambda end: abs(end.x + steps.extent(end)[0] / 2 - bend.x))
    place = places.get(nearer.id)
    if place is None:
        return bend
    dy = place.y - nearer.y if bend.lane == nearer.lane else 0.0
    return bend.model_copy(update={"x": _within(bend.x + place.x - nearer.x), "y": _within(bend.y + dy)})


def make_room(draft: Draft, stream: str, cut: Cut, by: float, ids: Collection[str]) -> None:
    """Move these cards by `by` px away from a line (towards it when negative), with what goes along.

    That is corners made by hand behind the line, and phases when the line goes through all lanes. Demand
    and value that find their place by themselves are left to that.
    """
    draft.get(stream, Stream)
    for id in ids:
        record = draft.get(id, Placed)
        if isinstance(record, Terminal) and not record.pinned:
            continue
        if cut.downwards:
            draft.update(id, y=_within(record.y + by))
        else:
            draft.update(id, x=_within(record.x + by))
    for flow in draft.view.flows(stream):
        bends = tuple(_pushed(bend, cut, by) for bend in flow.bends)
        if bends != flow.bends:
            draft.update(flow.id, bends=bends)
    if not cut.lane and not cut.downwards:
        _push_phases(draft, stream, cut.at, by)


def _pushed(bend: Bend, cut: Cut, by: float) -> Bend:
    if not cut.crosses(bend.lane) or (bend.y if cut.downwards else bend.x) < cut.at:
        return bend
    axis = "y" if cut.downwards else "x"
    return bend.model_copy(update={axis: _within(getattr(bend, axis) + by)})


def _push_phases(draft: Draft, stream: str, at: float, by: float) -> None:
    """Phases behind the line move; one through which it goes becomes wider or narrower."""
    edge = -COORDINATE_LIMIT
    for phase in sorted(draft.view.phases(stream), key=lambda phase: phase.x):
        x, width = phase.x, phase.width
        if x >= at:
            x += by
        elif x + width > at:
            width = max(PHASE_LEAST_WIDTH, width + by)
        x = max(x, edge)  # a phase that could not become narrow enough keeps the next one away
        edge = x + width
        draft.update(phase.id, x=_within(x), width=_within(width))


def resize(draft: Draft, sizes: Mapping[str, tuple[float | None, float | None]]) -> None:
    """Give steps and notes a width and a height in px; None leaves a step the one that its name asks for."""
    for id, (width, height) in sizes.items():
        record = draft.get(id, Placed)
        if isinstance(record, Step):
            draft.update(id, width=width, height=height)
        elif isinstance(record, Note):
            draft.update(id, width=width or record.width, height=height or record.height)


def natural_size(draft: Draft, ids: Iterable[str]) -> None:
    """Let steps be as large as their names ask for."""
    for id in ids:
        draft.get(id, Step)
        draft.update(id, width=None, height=None)


def _within(value: float) -> float:
    return max(-COORDINATE_LIMIT, min(float(round(value)), COORDINATE_LIMIT))
