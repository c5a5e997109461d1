"""Where a text of the document stands, in words: ``Step 3, Triage · task 2``."""

from __future__ import annotations

from vsdesigner.document.search import Path
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
    StreamMember,
    Terminal,
    TerminalKind,
    Tool,
)
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.stream_tabs import stream_title

_LONGEST = 40


def place_words(view: Snapshot, record: Record, path: Path) -> str:
    """Return record and field in words; with several streams the stream comes last."""
    parts = [record_words(view, record), _field_words(record, path)]
    stream = record if isinstance(record, Stream) else None
    if isinstance(record, StreamMember):
        stream = view.get(record.stream, Stream)
    if stream is not None and len(view.streams) > 1:
        parts.append(_short(stream_title(stream)))
    return " · ".join(part for part in parts if part)


def record_words(view: Snapshot, record: Record) -> str:
    """Return what a record is called."""
    if isinstance(record, Step):
        return _numbered(view, record)
    if isinstance(record, Flow):
        ends = {"source": _end(view, record.source), "target": _end(view, record.target)}
        return tr("Flow from {source} to {target}").format(**ends)
    if isinstance(record, Stream):
        return tr("Use case")
    if isinstance(record, Phase):
        return tr("Phase")
    if isinstance(record, Note):
        return tr("Note")
    return _shared(record)


def _shared(record: Record) -> str:
    if isinstance(record, Lane):
        return tr("Activity {name}").format(name=_short(record.name))
    if isinstance(record, Role):
        return tr("Role {name}").format(name=_short(record.name))
    if isinstance(record, Tool):
        return tr("Tool {name}").format(name=_short(record.name))
    if isinstance(record, Practice):
        return tr("Practice {name}").format(name=_short(record.name))
    return tr("Letters of responsibility") if isinstance(record, DocumentSettings) else ""


def _numbered(view: Snapshot, step: Step) -> str:
    number = tr("Step {number}").format(number=view.number(step.id))
    return f"{number}, {_short(step.name)}" if step.name.strip() else number


def _end(view: Snapshot, id: str) -> str:
    record = view.find(id)
    if isinstance(record, Step):
        return _short(record.name) or tr("Step {number}").format(number=view.number(id))
    is_demand = isinstance(record, Terminal) and record.kind is TerminalKind.DEMAND
    return tr("demand") if is_demand else tr("value")


def _field_words(record: Record, path: Path) -> str:
    name = str(path[0])
    number = next((part + 1 for part in path if isinstance(part, int)), 0)
    if name == "tasks":
        return tr("task {number}").format(number=number)
    try:
        label = tr(field(type(record), name).label)
    except KeyError:  # nobody has described this field yet: its own name is better than none
        label = name.replace("_", " ")
    label = label[:1].lower() + label[1:]
    return tr("{field} {number}").format(field=label, number=number) if number else label


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"
