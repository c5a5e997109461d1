"""What the inspector calls its records: in headings, and in the names of its edits."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Note, Phase, Record, Step, Stream, Terminal, TerminalKind
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.lane_words import title_of
from vsdesigner.ui.note_words import note_name
from vsdesigner.ui.plain import shortened

LABEL_LENGTH = 40

#: Record type → sentence for one and for several.
_COUNTED: dict[type[Record], tuple[str, str]] = {
    Step: ("1 step", "{count} steps"),
    Flow: ("1 flow", "{count} flows"),
    Terminal: ("1 end", "{count} ends"),
    Phase: ("1 phase", "{count} phases"),
    Note: ("1 note", "{count} notes"),
    Stream: ("1 stream", "{count} streams"),
}


def counted(kind: type[Record], count: int) -> str:
    """Return ``3 steps``."""
    one, many = _COUNTED.get(kind, ("1 thing", "{count} things"))
    return tr_count(one, many, count)


def called(view: Snapshot, record: Record) -> str:
    """Return what a record is called, short enough for a menu."""
    if isinstance(record, Terminal):
        return tr("Demand") if record.kind is TerminalKind.DEMAND else tr("Value")
    if isinstance(record, Flow):
        ends = (view.find(record.source), view.find(record.target))
        source, target = (shortened(called(view, end), 20) if end is not None else "" for end in ends)
        return tr("{source} → {target}").format(source=source, target=target)
    name = " ".join(str(getattr(record, "name", "")).split())
    if name:
        return shortened(name, LABEL_LENGTH)
    return {Step: tr("Unnamed step"), Stream: tr("Untitled stream")}.get(type(record), tr("Unnamed"))


def heading(view: Snapshot, records: Sequence[Record]) -> str:
    """Return the title of the panel: ``Step 4 · Obtain/Build``, ``3 steps``, ``Use case``."""
    record = records[0]
    if len(records) > 1:
        kinds = {type(each) for each in records}
        return counted(type(record), len(records)) if len(kinds) == 1 else mixed(records)
    if isinstance(record, Step):
        return tr("Step {number} · {activity}").format(
            number=view.number(record.id), activity=title_of(view, record.lane)
        )
    if isinstance(record, Stream):
        return tr("Use case")
    if isinstance(record, Flow):
        return tr("Flow")
    if isinstance(record, Terminal):
        return called(view, record)
    if isinstance(record, Note):
        return note_name(record)
    return tr("Phase")


def mixed(records: Sequence[Record]) -> str:
    """Return ``2 steps, 1 flow``; demand and value by their names: there is one of each."""
    counts: dict[type[Record], int] = {}
    ends: list[str] = []
    for record in records:
        if isinstance(record, Terminal):
            ends.append(tr("demand") if record.kind is TerminalKind.DEMAND else tr("value"))
        else:
            counts[type(record)] = counts.get(type(record), 0) + 1
    return ", ".join([*(counted(kind, count) for kind, count in counts.items()), *ends])


def change_label(view: Snapshot, records: Sequence[Record], what: str) -> str:
    """Return the name of an edit: ``Change “Owned by” of “Triage”``; `what` is the field's label."""
    if len(records) == 1:
        return tr("Change “{field}” of “{name}”").format(field=what, name=called(view, records[0]))
    return tr("Change “{field}” of {things}").format(
        field=what, things=counted(type(records[0]), len(records))
    )


def rename_label(view: Snapshot, records: Sequence[Record]) -> str:
    """Return ``Rename “Triage”``."""
    if len(records) == 1:
        return tr("Rename “{name}”").format(name=called(view, records[0]))
    return tr("Rename {things}").format(things=counted(type(records[0]), len(records)))
