"""Deleting what is selected, with a label that names it."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.commands import elements
from vsdesigner.document.query import FORWARD_KINDS
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
        going = session.selection
        beside = what_is_beside(session.now, going)
        with session.edit(_label(session.now, session.selected)) as draft:
            elements.delete(draft, going, heal=heal)
        go_on_at(session, beside)


def what_is_beside(view: Snapshot, going: Sequence[str]) -> str:
    """Return the step that follows what is about to be deleted, else the one before it, else demand or value;
    of a flow the card from which it leads. Empty when nothing is connected with it."""
    steps = [record for id in going if isinstance(record := view.find(id), Step)]
    flows = [record for id in going if isinstance(record := view.find(id), Flow)]
    onward = [flow for step in steps for flow in view.outgoing(step.id)]
    back = [flow for step in steps for flow in view.incoming(step.id)]
    found = [flow.target for flow in _work_first(onward)] + [flow.source for flow in _work_first(back)]
    if not steps:
        found = [flow.source for flow in flows]
    stays = [id for id in found if id not in going]
    return next((id for id in stays if isinstance(view.find(id), Step)), next(iter(stays), ""))


def go_on_at(session: Session, id: str) -> None:
    """Select what is beside something deleted, so that the keyboard goes on there."""
    if id and not session.selection and id in session.now:
        session.reveal((id,))


def _work_first(flows: Sequence[Flow]) -> list[Flow]:
    return sorted(flows, key=lambda flow: flow.kind not in FORWARD_KINDS)


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
