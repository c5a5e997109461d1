"""Verbs on phases: add, change, resize, move. They stand side by side: neighbours give way."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.commands import arrange
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import phase_members
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.phases import Span, give_way
from vsdesigner.model.dimensions import (
    CARD_WIDTH,
    FIRST_X,
    PHASE_LEAST_WIDTH,
    PHASE_WIDTH,
    STEP_GAP,
    TERMINAL_WIDTH,
)
from vsdesigner.model.ids import new_id
from vsdesigner.model.place import Place
from vsdesigner.model.records import Phase, Step, Stream
from vsdesigner.model.text import COORDINATE_LIMIT

# Between a phase's edges and its first and last step: not half a gap, for there flows turn up and down.
BEFORE = STEP_GAP / 4
BEHIND = STEP_GAP - BEFORE


def add(draft: Draft, stream: str, x: float, width: float, name: str = "") -> str:
    """Add a phase; returns its id. Neighbours give up what it needs."""
    draft.get(stream, Stream)
    order = max((phase.order for phase in draft.view.phases(stream)), default=-1) + 1
    wanted = _span(x, width)
    id = new_id("phase")
    spans = _spans(draft.view, stream)
    draft.add(Phase(id=id, stream=stream, name=name, order=order, x=wanted.x, width=wanted.width))
    _put(draft, give_way(spans, id, wanted, trimmed=True))
    return id


def around(view: Snapshot, ids: Iterable[str]) -> Span | None:
    """Return the span of a phase around the steps among `ids`, None when there is none."""
    records = (view.find(id) for id in ids)
    chosen = [record for record in records if isinstance(record, Step)]
    if not chosen:
        return None
    left = min(step.x for step in chosen) - BEFORE
    return Span(left, max(step.x + (step.width or CARD_WIDTH) for step in chosen) + BEHIND - left)


def next_span(view: Snapshot, stream: str) -> Span:
    """Return where a phase goes that was asked for without a place: behind the others."""
    phases = view.phases(stream)
    if phases:
        return Span(max(phase.x + phase.width for phase in phases), PHASE_WIDTH)
    first = min((step.x for step in view.steps(stream)), default=FIRST_X + TERMINAL_WIDTH + STEP_GAP)
    return Span(first - BEFORE, PHASE_WIDTH)


def update(draft: Draft, ids: Iterable[str], **fields: object) -> None:
    """Replace fields of one or several phases; place and width go through `resize`."""
    for id in ids:
        draft.get(id, Phase)
        draft.update(id, **fields)


def resize(draft: Draft, phase: str, x: float, width: float) -> None:
    """Give a phase other edges; its steps stay where they are, neighbours give up what it needs."""
    record = draft.get(phase, Phase)
    spans = _spans(draft.view, record.stream)
    _put(draft, give_way(spans, phase, _span(x, width), trimmed=True))


def move(draft: Draft, phase: str, dx: float, *, with_steps: bool = True) -> None:
    """Move a phase along the stream, with the steps in it or alone; neighbours in the way move likewise."""
    record = draft.get(phase, Phase)
    spans = _spans(draft.view, record.stream)
    changed = give_way(spans, phase, _span(record.x + dx, record.width), trimmed=False)
    places: dict[str, Place] = {}
    if with_steps:
        for id, span in changed.items():
            for member in phase_members(draft.view, id):
                places[member.id] = Place(member.lane, member.x + span.x - spans[id].x, member.y)
    _put(draft, changed)
    if places:
        arrange.tidy(draft, record.stream, places)  # with the corners that were made by hand


def _spans(view: Snapshot, stream: str) -> dict[str, Span]:
    return {phase.id: Span(phase.x, phase.width) for phase in view.phases(stream)}


def _span(x: float, width: float) -> Span:
    """Whole px that the format allows, not narrower than a phase can be."""
    least = max(PHASE_LEAST_WIDTH, min(float(round(width)), COORDINATE_LIMIT))
    return Span(_within(x), least)


def _within(x: float) -> float:
    return max(-COORDINATE_LIMIT, min(float(round(x)), COORDINATE_LIMIT))


def _put(draft: Draft, spans: dict[str, Span]) -> None:
    for id, span in spans.items():
        draft.update(id, x=_within(span.x), width=span.width)
