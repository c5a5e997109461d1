"""Verbs on the variants of a stream: what happens today (as-is) and what should happen (to-be)."""

from __future__ import annotations

from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.fresh_ids import copies
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Record, Step, Stream, StreamMember, StreamState


def set_state(draft: Draft, stream: str, state: StreamState) -> None:
    """Say whether a stream describes what happens today or what should happen."""
    draft.get(stream, Stream)
    draft.update(stream, state=state)


def make_to_be(draft: Draft, stream: str) -> str:
    """Copy a stream as what should happen, right behind it among the tabs; returns the id of the copy.

    The copy and each of its steps say in `variant_of` what they were copied from. A stream that did not say
    what it is describes what happens today from now on.
    """
    view = draft.view
    original = draft.get(stream, Stream)
    new, records = copies((original, *_members(view, stream)))
    before = {made: old for old, made in new.items()}
    for record in records:
        links: dict[str, object] = {}
        if isinstance(record, Step | Stream):
            links["variant_of"] = before[record.id]
        if isinstance(record, Stream):
            links["state"] = StreamState.TO_BE
        draft.add(record.model_copy(update=links))
    if original.state is StreamState.UNSAID:
        set_state(draft, stream, StreamState.AS_IS)
    position = [other.id for other in view.streams].index(stream)
    streams.reorder(draft, new[stream], position + 1)
    return new[stream]


def counterparts(view: Snapshot, stream: str) -> tuple[Stream, ...]:
    """Return what a stream is a variant of and what are variants of it, in the order of the tabs."""
    here = view.get(stream, Stream)
    return tuple(
        other for other in view.streams if other.id == here.variant_of or other.variant_of == here.id
    )


def counterpart_step(view: Snapshot, step: str, stream: str) -> str:
    """Return the step of another variant that a step was copied from or to; empty when there is none."""
    here = view.get(step, Step)
    found = (
        other.id for other in view.steps(stream) if other.id == here.variant_of or other.variant_of == here.id
    )
    return next(found, "")


def _members(view: Snapshot, stream: str) -> list[Record]:
    everything = view.records.values()
    return [record for record in everything if isinstance(record, StreamMember) and record.stream == stream]
