"""An immutable state of a document with the indexes that make questions about it cheap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from vsdesigner.model.records import (
    SETTINGS_ID,
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
    TerminalKind,
    Tool,
)

R = TypeVar("R", bound=Record)
_Group = tuple[type[Record], str]  # record type, stream id ("" for shared records)


class MissingRecordError(KeyError):
    """No record of the wanted type has this id."""


def _group(record: Record) -> _Group:
    return type(record), record.stream if isinstance(record, StreamMember) else ""


def _order(record: Any) -> tuple[int, str]:
    return getattr(record, "order", 0), record.id


class Snapshot:
    """Frozen records by id. Copies share records and untouched indexes, so threads need no locks.

    Everything that is handed out in sequence has a defined order (the `order` field, then the id);
    nothing depends on the order in which records were added.
    """

    __slots__ = ("_groups", "_incoming", "_numbers", "_outgoing", "_records", "_sorted", "extras")

    def __init__(self, records: Iterable[Record] = (), extras: Mapping[str, object] | None = None) -> None:
        self.extras: Mapping[str, object] = MappingProxyType(dict(extras or {}))
        self._records: dict[str, Record] = {}
        self._groups: dict[_Group, dict[str, Record]] = {}
        self._outgoing: dict[str, tuple[str, ...]] = {}
        self._incoming: dict[str, tuple[str, ...]] = {}
        self._sorted: dict[_Group, tuple[Any, ...]] = {}
        self._numbers: dict[str, dict[str, int]] = {}
        self._put(records)

    # -- building ---------------------------------------------------------------------------------------
    def _put(self, records: Iterable[Record]) -> None:
        for record in records:
            self._records[record.id] = record
            self._groups.setdefault(_group(record), {})[record.id] = record
            if isinstance(record, Flow):
                self._link(record)

    def _link(self, flow: Flow) -> None:
        self._outgoing[flow.source] = tuple(sorted((*self._outgoing.get(flow.source, ()), flow.id)))
        self._incoming[flow.target] = tuple(sorted((*self._incoming.get(flow.target, ()), flow.id)))

    def _unlink(self, flow: Flow) -> None:
        for index, end in ((self._outgoing, flow.source), (self._incoming, flow.target)):
            left = tuple(id for id in index.get(end, ()) if id != flow.id)
            if left:
                index[end] = left
            else:
                index.pop(end, None)

    def evolve(self, pending: Mapping[str, Record | None]) -> Snapshot:
        """Return a copy in which each id of `pending` stands for the given record, or is gone if None."""
        copy = Snapshot.__new__(Snapshot)
        copy.extras = self.extras
        copy._records = dict(self._records)
        copy._groups = dict(self._groups)
        copy._outgoing, copy._incoming = self._outgoing, self._incoming
        touched: set[_Group] = set()
        before = [self._records[id] for id in pending if id in self._records]
        after = [record for record in pending.values() if record is not None]
        for record in (*before, *after):
            touched.add(_group(record))
        for group in touched:
            copy._groups[group] = dict(self._groups.get(group, {}))
        if any(isinstance(record, Flow) for record in (*before, *after)):
            copy._outgoing, copy._incoming = dict(self._outgoing), dict(self._incoming)
        for record in before:
            del copy._records[record.id]
            del copy._groups[_group(record)][record.id]
            if isinstance(record, Flow):
                copy._unlink(record)
        copy._put(after)
        copy._sorted = {group: value for group, value in self._sorted.items() if group not in touched}
        stale = {stream for kind, stream in touched if kind is Step}
        copy._numbers = {stream: value for stream, value in self._numbers.items() if stream not in stale}
        return copy

    # -- one record -------------------------------------------------------------------------------------
    @property
    def records(self) -> Mapping[str, Record]:
        """All records by id."""
        return MappingProxyType(self._records)

    def __contains__(self, id: str) -> bool:
        return id in self._records

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Snapshot) and self._records == other._records and self.extras == other.extras

    __hash__ = None  # type: ignore[assignment]  # equal by value, and too large to hash

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._records.get(id)

    def get(self, id: str, kind: type[R]) -> R:
        """Return the record with this id; raise `MissingRecordError` when there is none of this type."""
        record = self._records.get(id)
        if not isinstance(record, kind):
            raise MissingRecordError(id)
        return record

    # -- many records -----------------------------------------------------------------------------------
    def all(self, kind: type[R], stream: str = "") -> tuple[R, ...]:
        """Return the records of exactly this type (of one stream, for members), by order, then id."""
        group = (kind, stream)
        found = self._sorted.get(group)
        if found is None:
            found = tuple(sorted(self._groups.get(group, {}).values(), key=_order))
            self._sorted[group] = found
        return found

    @property
    def settings(self) -> DocumentSettings:
        """The document's settings; the defaults when the file has none."""
        record = self._records.get(SETTINGS_ID)
        return record if isinstance(record, DocumentSettings) else DocumentSettings()

    @property
    def lanes(self) -> tuple[Lane, ...]:
        return self.all(Lane)

    @property
    def roles(self) -> tuple[Role, ...]:
        return self.all(Role)

    @property
    def tools(self) -> tuple[Tool, ...]:
        return self.all(Tool)

    @property
    def practices(self) -> tuple[Practice, ...]:
        return self.all(Practice)

    @property
    def streams(self) -> tuple[Stream, ...]:
        return self.all(Stream)

    def steps(self, stream: str) -> tuple[Step, ...]:
        return self.all(Step, stream)

    def flows(self, stream: str) -> tuple[Flow, ...]:
        return self.all(Flow, stream)

    def phases(self, stream: str) -> tuple[Phase, ...]:
        return self.all(Phase, stream)

    def notes(self, stream: str) -> tuple[Note, ...]:
        return self.all(Note, stream)

    def terminals(self, stream: str) -> tuple[Terminal, ...]:
        return self.all(Terminal, stream)

    def terminal(self, stream: str, kind: TerminalKind) -> Terminal:
        """Return demand or value of a stream; raise `MissingRecordError` when the stream has none."""
        for terminal in self.terminals(stream):
            if terminal.kind is kind:
                return terminal
        raise MissingRecordError(f"{stream}: {kind}")

    # -- the graph --------------------------------------------------------------------------------------
    def outgoing(self, id: str) -> tuple[Flow, ...]:
        """Return the flows that leave a step or terminal, by id."""
        return tuple(self.get(flow, Flow) for flow in self._outgoing.get(id, ()))

    def incoming(self, id: str) -> tuple[Flow, ...]:
        """Return the flows that reach a step or terminal, by id."""
        return tuple(self.get(flow, Flow) for flow in self._incoming.get(id, ()))

    def number(self, step: str) -> int:
        """Return the step's number in its stream, from 1."""
        stream = self.get(step, Step).stream
        numbers = self._numbers.get(stream)
        if numbers is None:
            numbers = {member.id: index for index, member in enumerate(self.steps(stream), start=1)}
            self._numbers[stream] = numbers
        return numbers[step]
