"""Gives a document's records new ids, so that what is made from one twice can be put together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import Part, RaciMark
from vsdesigner.model.records import (
    DocumentSettings,
    Flow,
    Lane,
    Note,
    Phase,
    Practice,
    Record,
    Role,
    Step,
    Stream,
    StreamMember,
    Terminal,
    Tool,
)

P = TypeVar("P", bound=Part)
_NOUNS: dict[type[Record], str] = {
    Role: "role",
    Tool: "tool",
    Practice: "practice",
    Stream: "stream",
    Step: "step",
    Flow: "flow",
    Phase: "phase",
    Note: "note",
}


def with_fresh_ids(snapshot: Snapshot) -> Snapshot:
    """Return the same document with a new id for every record and every task, promise and duty in it.

    Lanes and settings keep theirs: they stand for the same thing in every document. The new ids of a kind
    sort as the old ones did, for what has no other order is in the order of its ids.
    """
    named = _Renaming(snapshot.records.values())
    return Snapshot((named.record(record) for record in snapshot.records.values()), snapshot.extras)


def copies(records: Iterable[Record]) -> tuple[dict[str, str], list[Record]]:
    """Return old id → new id and copies of some records of a document; what they refer to outside stays."""
    listed = tuple(records)
    named = _Renaming(listed)
    return {record.id: named.of(record.id) for record in listed}, [named.record(record) for record in listed]


class _Renaming:
    """Old id → new id, for the records of one document or some of them."""

    def __init__(self, records: Iterable[Record]) -> None:
        by_noun: dict[str, list[str]] = {}
        for record in records:
            if not isinstance(record, Lane | DocumentSettings):
                by_noun.setdefault(_noun(record), []).append(record.id)
        self._new: dict[str, str] = {}
        for noun, ids in by_noun.items():
            self._new.update(zip(sorted(ids), sorted(_distinct(noun, len(ids))), strict=True))

    def of(self, id: str) -> str:
        """The new id; what is no renewed record (a lane, a practice of the catalogue, nothing) stays."""
        return self._new.get(id, id)

    def record(self, record: Record) -> Record:
        """The record under its new id, with everything that it refers to under theirs."""
        fields: dict[str, object] = {"id": self.of(record.id)}
        if isinstance(record, StreamMember):
            fields["stream"] = self.of(record.stream)
        if isinstance(record, Step):
            fields |= self._of_step(record)
        elif isinstance(record, Flow):
            fields |= {"source": self.of(record.source), "target": self.of(record.target)}
        elif isinstance(record, Stream):
            fields |= self._of_stream(record)
        return record.model_copy(update=fields)

    def _of_step(self, step: Step) -> dict[str, object]:
        return {
            "tasks": tuple(_part(task, "task", raci=self._marks(task.raci)) for task in step.tasks),
            "practices": tuple(_with(use, practice=self.of(use.practice)) for use in step.practices),
            "tools": tuple(_with(use, tool=self.of(use.tool)) for use in step.tools),
            "raci": self._marks(step.raci),
            "substream": self.of(step.substream),
            "variant_of": self.of(step.variant_of),
        }

    def _of_stream(self, stream: Stream) -> dict[str, object]:
        duties = (_part(duty, "duty", role=self.of(duty.role)) for duty in stream.responsibilities)
        return {
            "lead_times": tuple(_part(promise, "lead") for promise in stream.lead_times),
            "responsibilities": tuple(duties),
            "variant_of": self.of(stream.variant_of),
        }

    def _marks(self, marks: tuple[RaciMark, ...]) -> tuple[RaciMark, ...]:
        return tuple(_with(mark, role=self.of(mark.role)) for mark in marks)


def _noun(record: Record) -> str:
    return record.kind.value if isinstance(record, Terminal) else _NOUNS[type(record)]


def _distinct(noun: str, count: int) -> Iterator[str]:
    made: set[str] = set()
    while len(made) < count:
        made.add(new_id(noun))
    return iter(made)


def _with(part: P, **fields: object) -> P:
    return part.model_copy(update=fields)


def _part(part: P, noun: str, **fields: object) -> P:
    """A part with an id of its own under a new one."""
    return part.model_copy(update={"id": new_id(noun), **fields})
