"""Names places of three documents in words: records, what they belong to, entries of their lists."""

from __future__ import annotations

from typing import Any

from vsdesigner.document.merging.decisions import Spot
from vsdesigner.document.merging.labels import ENTRIES, NOUNS
from vsdesigner.document.merging.readable import name_of, quoted, readable, reference_text
from vsdesigner.document.merging.shapes import LISTS, MISSING, values_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import (
    DocumentSettings,
    Flow,
    Record,
    Step,
    Stream,
    StreamMember,
    Terminal,
)

_KINDS = tuple(NOUNS)


class Naming:
    """Finds what something is called: as ours has it, else theirs, else the common ancestor."""

    def __init__(self, base: Snapshot, ours: Snapshot, theirs: Snapshot) -> None:
        self._views = (ours, theirs, base)

    def find(self, id: str) -> Record | None:
        """Return a record of any of the three."""
        return self.view_of(id).find(id)

    def kind(self, id: str) -> type[Record]:
        """Return the type of a record; of what is none (the document as a whole) that of the settings."""
        return type(self.find(id) or DocumentSettings())

    def view_of(self, id: str) -> Snapshot:
        """Return the first document that has a record."""
        return next((view for view in self._views if id in view), self._views[0])

    def name(self, id: str) -> str:
        """Return what a record or a practice of the catalogue is called."""
        return reference_text(self.view_of(id), id)

    def home(self, id: str) -> str:
        """Return the stream of a member in quotes, empty for anything else."""
        record = self.find(id)
        return quoted(self.name(record.stream)) if isinstance(record, StreamMember) else ""

    def record(self, id: str) -> str:
        """Return ``the step “Triage”``, ``the flow from “A” to “B”``, ``the demand of “Repair”`` …"""
        record = self.find(id)
        if record is None or isinstance(record, DocumentSettings):
            return say("the document")
        name = name_of(self.view_of(id), record)
        if isinstance(record, Terminal):
            return say("the {end} of {stream}").format(end=name, stream=self.home(id))
        return say(NOUNS[type(record)]).format(name=name if isinstance(record, Flow) else quoted(name))

    def owner(self, spot: Spot) -> str:
        """Return what a place belongs to: ``“Triage”``, ``the task “Call” of “Triage”`` …"""
        record = self.find(spot.record)
        is_named = isinstance(record, Step) and record.name.strip()
        words = quoted(self.name(spot.record)) if is_named else self.record(spot.record)
        for depth in range(2, len(spot.path) + 1, 2):
            entry = self.entry(Spot(spot.record, spot.path[:depth]))
            words = say("{entry} of {owner}").format(entry=entry, owner=words)
        return words

    def entry(self, spot: Spot) -> str:
        """Return ``the task “Call them”`` for an entry of a list."""
        field, key = spot.path[-2:]
        for view in (self._views[2], *self._views[:2]):
            entry = _entry_at(view, spot)
            if entry is not MISSING:
                name = readable(view, field, entry)
                break
        else:
            name = key
        if field in ("raci", "practices", "tools"):
            name = self.name(key.rstrip("+"))
        return say(ENTRIES.get(field, "the entry {name}")).format(name=quoted(name))

    def rank(self, id: str) -> tuple[object, ...]:
        """Return what differences are sorted by: the document and what is shared, then stream by stream."""
        record = self.find(id)
        if record is None or isinstance(record, DocumentSettings):
            return (0,)
        own = (getattr(record, "order", 0), id)
        if isinstance(record, StreamMember):
            stream = self.find(record.stream)
            return (2, getattr(stream, "order", 0), record.stream, _KINDS.index(type(record)), *own)
        if isinstance(record, Stream):
            return (2, record.order, id, -1)
        return (1, _KINDS.index(type(record)), *own)


def _entry_at(view: Snapshot, spot: Spot) -> Any:
    """What stands at an entry of a list in a document."""
    value: Any = view.find(spot.record)
    for depth in range(0, len(spot.path), 2):
        field, key = spot.path[depth : depth + 2]
        shape = LISTS.get((type(value), field))
        if shape is None:
            return MISSING
        wanted = key.rstrip("+")
        entries = values_of(value)[field]
        value = next((entry for entry in entries if _key(entry, shape.key) == wanted), MISSING)
    return value


def _key(entry: Any, field: str) -> str:
    return str(getattr(entry, field) if field else entry)
