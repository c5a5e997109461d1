"""Names records, fields and places of a document in words for messages about files."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.fields import field
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
    Terminal,
    Tool,
)
from vsdesigner.storage.disk_errors import shown

NOUNS: dict[type[Record], str] = {
    DocumentSettings: "settings",
    Lane: "activity",
    Role: "role",
    Tool: "tool",
    Practice: "practice",
    Stream: "stream",
    Terminal: "demand or value",
    Step: "step",
    Flow: "flow",
    Phase: "phase",
    Note: "note",
}
NAME_LENGTH = 60


def row_place(kind: type[Record], row: object, position: int) -> str:
    """Return ``step “Approve”`` for a row of a section; its id or position stands in for a name."""
    noun = NOUNS[kind]
    if isinstance(row, Mapping):
        for key in ("name", "label", "text", "id"):
            value = row.get(key)
            if isinstance(value, str) and shown(value):
                return f"{noun} “{shown(value, NAME_LENGTH)}”"
    return f"{noun} number {position + 1}"


def record_place(view: Snapshot, record: Record) -> str:
    """Return ``step “Approve”``, ``flow from “Triage” to “Fix”``, ``the demand of “Repair”`` …"""
    if isinstance(record, Flow):
        return f"flow from {_end(view, record.source)} to {_end(view, record.target)}"
    if isinstance(record, Terminal):
        return f"{record.kind.value} of {_end(view, record.stream)}"
    return f"{NOUNS[type(record)]} {_end(view, record.id)}"


def _end(view: Snapshot, id: str) -> str:
    record = view.find(id)
    if isinstance(record, Terminal):
        return record.kind.value
    name = getattr(record, "name", "") or getattr(record, "text", "") or id
    return f"“{shown(name, NAME_LENGTH)}”"


def field_words(kind: type[Record], location: tuple[int | str, ...]) -> str:
    """Return ``wait time`` or ``actions and tasks, entry 3, text`` for a place inside a record."""
    words: list[str] = []
    for depth, part in enumerate(location):
        if isinstance(part, int):
            words.append(f"entry {part + 1}")
        else:
            words.append(_label(kind, part) if depth == 0 else shown(part).replace("_", " "))
    return ", ".join(words)


def _label(kind: type[Record], name: str) -> str:
    try:
        label = field(kind, name).label
    except KeyError:
        return shown(name).replace("_", " ")
    return label[:1].lower() + label[1:]
