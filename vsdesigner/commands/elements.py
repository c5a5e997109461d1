"""Verbs on whatever is selected, of any type."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.commands import flows
from vsdesigner.document.draft import Draft
from vsdesigner.model.records import Step, StreamMember, Terminal
from vsdesigner.rules.verdicts import can_connect


def delete(draft: Draft, ids: Iterable[str], *, heal: bool = True) -> None:
    """Remove steps, flows, phases and notes with the flows at their ends; demand and value stay.

    With `heal`, a step with one flow in and one out leaves its neighbours connected.
    """
    for id in tuple(ids):
        record = draft.find(id)
        if not isinstance(record, StreamMember) or isinstance(record, Terminal):
            continue
        if heal and isinstance(record, Step):
            _heal(draft, id)
        draft.remove(id)
        if isinstance(record, Step):
            for flow in (*draft.view.incoming(id), *draft.view.outgoing(id)):
                if draft.find(flow.id) is not None:
                    draft.remove(flow.id)


def _heal(draft: Draft, step: str) -> None:
    view = draft.view
    incoming, outgoing = view.incoming(step), view.outgoing(step)
    if len(incoming) != 1 or len(outgoing) != 1:
        return
    before, after = incoming[0], outgoing[0]
    if can_connect(view, before.source, after.target):
        draft.remove(after.id)
        flows.reconnect(draft, before.id, target=after.target)


def update(draft: Draft, ids: Iterable[str], **fields: object) -> None:
    """Replace the same fields of several records of any type that has them."""
    for id in ids:
        draft.update(id, **fields)
