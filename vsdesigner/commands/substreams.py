"""Verbs on streams within streams: a step that stands for a whole stream of the document."""

from __future__ import annotations

from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step, Stream


def make_substream(draft: Draft, step: str) -> str:
    """Let a step stand for a new stream of its name, right behind its own; returns the id of the stream."""
    record = draft.get(step, Step)
    made = streams.add(draft, record.name)
    ids = [stream.id for stream in draft.view.streams]
    streams.reorder(draft, made, ids.index(record.stream) + 1)
    draft.update(step, substream=made)
    return made


def substream_of(view: Snapshot, step: str) -> str:
    """Return the stream that a step stands for, empty when it stands for itself only."""
    record = view.find(step)
    if not isinstance(record, Step) or not isinstance(view.find(record.substream), Stream):
        return ""
    return record.substream


def standing_for(view: Snapshot, stream: str) -> tuple[Step, ...]:
    """Return the steps of other streams that stand for this one, in the order of tabs and numbers."""
    return tuple(
        step
        for other in view.streams
        if other.id != stream
        for step in view.steps(other.id)
        if step.substream == stream
    )
