"""Deleting what is selected, with a label that names it."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.commands import elements
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Note, Phase, Record, Step
from vsdesigner.rules.verdicts import can_delete
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

NAME_LENGTH = 40


def delete_selection(session: Session, *, heal: bool = True) -> None:
    """Delete what is selected; with `heal` the neighbours of a deleted step stay connected.

    Nothing happens where the rules do not allow it (demand and value stay).
    """
    session.committing.emit()
    if can_delete(session.now, session.selection):
        with session.edit(_label(session.now, session.selected)) as draft:
            elements.delete(draft, session.selection, heal=heal)


def short_name(view: Snapshot, step: Step) -> str:
    """Return a step's name in one short line, or its number when it has none."""
    flat = " ".join(step.name.split())
    return shortened(flat, NAME_LENGTH) or tr("Step {number}").format(number=view.number(step.id))


def _label(view: Snapshot, records: Sequence[Record]) -> str:
    if len(records) == 1:
        record = records[0]
        if isinstance(record, Step):
            return tr("Delete “{name}”").format(name=short_name(view, record))
        if isinstance(record, Flow):
            return tr("Delete flow")
        if isinstance(record, Note):
            return tr("Delete note")
        if isinstance(record, Phase):
            name = shortened(" ".join(record.name.split()), NAME_LENGTH)
            return tr("Delete phase “{name}”").format(name=name) if name else tr("Delete phase")
    return tr_count("Delete 1 element", "Delete {count} elements", len(records))
