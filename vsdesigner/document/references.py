"""Who refers to whom: finds references to records that are not there, and drops them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import (
    Flow,
    Lane,
    Placed,
    Practice,
    Record,
    Role,
    Step,
    Stream,
    StreamMember,
    Terminal,
    TerminalKind,
    Tool,
)
from vsdesigner.model.reference import practice_catalog


class Reference(NamedTuple):
    """`holder` refers in `field` to `target`, which must be one of `kinds` (or a catalogue practice)."""

    holder: str
    field: str
    target: str
    kinds: tuple[type[Record], ...]


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference that a record holds."""
    if isinstance(record, StreamMember):
        yield Reference(record.id, "stream", record.stream, (Stream,))
    if isinstance(record, Placed):
        yield Reference(record.id, "lane", record.lane, (Lane,))
    if isinstance(record, Step):
        yield from _of_step(record)
    elif isinstance(record, Flow):
        yield Reference(record.id, "source", record.source, (Step, Terminal))
        yield Reference(record.id, "target", record.target, (Step, Terminal))
        for bend in record.bends:
            yield Reference(record.id, "bends", bend.lane, (Lane,))
    elif isinstance(record, Stream):
        yield from _of_stream(record)


def _of_step(step: Step) -> Iterator[Reference]:
    for lane in step.further_lanes:
        yield Reference(step.id, "further_lanes", lane, (Lane,))
    for practice in step.practices:
        yield Reference(step.id, "practices", practice.practice, (Practice,))
    for tool in step.tools:
        yield Reference(step.id, "tools", tool.tool, (Tool,))
    for mark in step.raci:
        yield Reference(step.id, "raci", mark.role, (Role,))
    for task in step.tasks:
        for mark in task.raci:
            yield Reference(step.id, "tasks", mark.role, (Role,))
    if step.substream:
        yield Reference(step.id, "substream", step.substream, (Stream,))
    if step.variant_of:
        yield Reference(step.id, "variant_of", step.variant_of, (Step,))


def _of_stream(stream: Stream) -> Iterator[Reference]:
    for duty in stream.responsibilities:
        yield Reference(stream.id, "responsibilities", duty.role, (Role,))
    for lane_view in stream.lane_views:
        yield Reference(stream.id, "lane_views", lane_view.lane, (Lane,))
    if stream.variant_of:
        yield Reference(stream.id, "variant_of", stream.variant_of, (Stream,))


def is_satisfied(view: Snapshot, reference: Reference) -> bool:
    """Say whether what is referred to is there, of the right type and, for flows, in the same stream."""
    target = view.find(reference.target)
    if isinstance(target, reference.kinds):
        holder = view.find(reference.holder)
        if isinstance(holder, Flow) and isinstance(target, StreamMember):
            return target.stream == holder.stream
        return True
    return reference.kinds == (Practice,) and reference.target in practice_catalog()


def dangling(view: Snapshot) -> list[Reference]:
    """Return all references of a document that lead nowhere."""
    return [
        reference
        for record in view.records.values()
        for reference in references(record)
        if not is_satisfied(view, reference)
    ]


def missing_terminals(view: Snapshot) -> list[tuple[str, TerminalKind]]:
    """Return (stream id, kind) for every demand or value that a stream lacks."""
    return [
        (stream.id, kind)
        for stream in view.streams
        for kind in TerminalKind
        if not any(terminal.kind is kind for terminal in view.terminals(stream.id))
    ]


def drop_dangling_references(draft: Draft) -> None:
    """Take out every reference to a record that the draft removes, and what cannot be without it.

    Members go with their stream and flows with their ends; lists lose the entry; links become empty.
    """
    gone = {id for id in draft.touched if draft.find(id) is None}
    while gone:
        view = draft.view
        holders = dict.fromkeys(
            reference.holder
            for record in view.records.values()
            for reference in references(record)
            if reference.target in gone
        )
        gone = {holder for holder in holders if not _release(draft, view.get(holder, Record), gone)}


def _release(draft: Draft, record: Record, gone: AbstractSet[str]) -> bool:
    """Free a record from references to `gone`; False when it had to go itself."""
    if needs_any(record, gone):
        draft.remove(record.id)
        return False
    draft.update(record.id, **_freed(record, gone))
    return True


def needs_any(record: Record, gone: AbstractSet[str]) -> bool:
    """Say whether a record cannot be without one of `gone`: its stream, its lane, an end of a flow."""
    return any(
        reference.target in gone and reference.field in {"stream", "lane", "source", "target"}
        for reference in references(record)
    )


def without_references(record: Record, gone: AbstractSet[str]) -> Record:
    """Return the record free of what it can be without among `gone`; the same one when that is nothing."""
    if not any(reference.target in gone for reference in references(record)):
        return record
    return record.model_copy(update=_freed(record, gone))


def _freed(record: Record, gone: AbstractSet[str]) -> dict[str, object]:
    if isinstance(record, Step):
        return _freed_step(record, gone)
    if isinstance(record, Flow):
        # A way with a corner missing is another way.
        return {"bends": ()} if any(bend.lane in gone for bend in record.bends) else {}
    if isinstance(record, Stream):
        return {
            "responsibilities": tuple(duty for duty in record.responsibilities if duty.role not in gone),
            "lane_views": tuple(entry for entry in record.lane_views if entry.lane not in gone),
            "variant_of": "" if record.variant_of in gone else record.variant_of,
        }
    return {}


def _freed_step(step: Step, gone: AbstractSet[str]) -> dict[str, object]:
    return {
        "further_lanes": tuple(lane for lane in step.further_lanes if lane not in gone),
        "practices": tuple(use for use in step.practices if use.practice not in gone),
        "tools": tuple(use for use in step.tools if use.tool not in gone),
        "raci": tuple(mark for mark in step.raci if mark.role not in gone),
        "tasks": tuple(
            task.model_copy(update={"raci": tuple(mark for mark in task.raci if mark.role not in gone)})
            if any(mark.role in gone for mark in task.raci)
            else task
            for task in step.tasks
        ),
        "substream": "" if step.substream in gone else step.substream,
        "variant_of": "" if step.variant_of in gone else step.variant_of,
    }
