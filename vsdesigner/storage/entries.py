"""Takes entries out of the lists inside records, and gives entries that share an id ids of their own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import LeadTime, RaciMark, Responsibility, Task
from vsdesigner.model.records import Record, Step, Stream

R = TypeVar("R", bound=Record)
Entry = Task | LeadTime | Responsibility


def without_entries(record: Record, lost: Mapping[str, Collection[str]]) -> Record:
    """Return `record` without the entries that refer to the ids of `lost` (field → ids)."""
    if isinstance(record, Step):
        return _step_without(record, lost)
    if isinstance(record, Stream):
        return _stream_without(record, lost)
    return record


def _step_without(step: Step, lost: Mapping[str, Collection[str]]) -> Step:
    fields: dict[str, object] = {}
    for field, gone in lost.items():
        if field == "further_lanes":
            fields[field] = tuple(lane for lane in step.further_lanes if lane not in gone)
        elif field == "practices":
            fields[field] = tuple(use for use in step.practices if use.practice not in gone)
        elif field == "tools":
            fields[field] = tuple(use for use in step.tools if use.tool not in gone)
        elif field == "raci":
            fields[field] = _marks_without(step.raci, gone)
        elif field == "tasks":
            fields[field] = tuple(
                task.model_copy(update={"raci": _marks_without(task.raci, gone)}) for task in step.tasks
            )
        else:  # a single link: substream, variant_of
            fields[field] = ""
    return step.model_copy(update=fields)


def _stream_without(stream: Stream, lost: Mapping[str, Collection[str]]) -> Stream:
    fields: dict[str, object] = {}
    for field, gone in lost.items():
        if field == "responsibilities":
            fields[field] = tuple(duty for duty in stream.responsibilities if duty.role not in gone)
        elif field == "lane_views":
            fields[field] = tuple(view for view in stream.lane_views if view.lane not in gone)
        else:  # a single link: variant_of
            fields[field] = ""
    return stream.model_copy(update=fields)


def _marks_without(marks: tuple[RaciMark, ...], gone: Collection[str]) -> tuple[RaciMark, ...]:
    return tuple(mark for mark in marks if mark.role not in gone)


def renewed_ids(record: Record) -> Record:
    """Return `record` with every id used once in each of its lists; the same object when that is so."""
    if isinstance(record, Step):
        return _renewed(record, "tasks", record.tasks, "task")
    if isinstance(record, Stream):
        record = _renewed(record, "lead_times", record.lead_times, "lead")
        return _renewed(record, "responsibilities", record.responsibilities, "duty")
    return record


def _renewed(record: R, field: str, entries: tuple[Entry, ...], noun: str) -> R:
    ids = [entry.id for entry in entries]
    if len(set(ids)) == len(ids):
        return record
    fresh = tuple(
        entry.model_copy(update={"id": new_id(noun)}) if entry.id in ids[:position] else entry
        for position, entry in enumerate(entries)
    )
    return record.model_copy(update={field: fresh})
