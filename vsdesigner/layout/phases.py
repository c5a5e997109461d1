"""Where the phases of a stream lie: bands across all lanes, side by side, that never overlap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import PHASE_LEAST_WIDTH


class Span(NamedTuple):
    """From left to right, in scene px."""

    x: float
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class PhaseBand:
    """A phase as it is drawn."""

    phase: str
    x: float
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width


def phase_bands(snapshot: Snapshot, stream: str) -> tuple[PhaseBand, ...]:
    """Return the phases from left to right."""
    return tuple(
        PhaseBand(phase.id, phase.x, phase.width)
        for phase in sorted(snapshot.phases(stream), key=lambda phase: (phase.x, phase.order, phase.id))
    )


def give_way(spans: Mapping[str, Span], id: str, wanted: Span, *, trimmed: bool) -> dict[str, Span]:
    """Return the spans that differ once the phase `id` has the `wanted` one and no two overlap.

    Neighbours keep their side. With `trimmed` they give up what is wanted of them, down to the least
    width of a phase, and only then move aside; otherwise they keep their width and move.
    """
    order = sorted((span.middle, other) for other, span in spans.items() if other != id)
    middle = spans[id].middle if id in spans else wanted.middle
    changed = {} if spans.get(id) == wanted else {id: wanted}
    edge = wanted.right
    for other in (other for place, other in order if place >= middle):
        span = _right_of(spans[other], edge, trimmed=trimmed)
        edge = max(edge, span.right)
        if span != spans[other]:
            changed[other] = span
    edge = wanted.x
    for other in (other for place, other in reversed(order) if place < middle):
        span = _left_of(spans[other], edge, trimmed=trimmed)
        edge = min(edge, span.x)
        if span != spans[other]:
            changed[other] = span
    return changed


def _right_of(span: Span, edge: float, *, trimmed: bool) -> Span:
    if span.x >= edge:
        return span
    width = max(min(span.width, PHASE_LEAST_WIDTH), span.right - edge) if trimmed else span.width
    return Span(edge, width)


def _left_of(span: Span, edge: float, *, trimmed: bool) -> Span:
    if span.right <= edge:
        return span
    width = max(min(span.width, PHASE_LEAST_WIDTH), edge - span.x) if trimmed else span.width
    return Span(edge - width, width)
