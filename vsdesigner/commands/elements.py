"""Verbs on whatever is selected, of any type."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.commands import flows
from vsdesigner.document.draft import Draft
from vsdesigner.model.records import Step, StreamMember, Terminal


def delete(draft: Draft, ids: Iterable[str], *, heal: bool = True) -> None:
    """Remove steps, flows, phases and notes with the flows at their ends; demand and value stay.

    With `heal`, a step with one flow in and one out leaves its neighbours connected.
    """
    for id in tuple(ids):
        record = draft.find(id)
        if not isinstance(record, StreamMember) or isinstance(record, Terminal):
            continue
        if heal and isinstance(record, Step):
            flows.heal(draft, id)
        draft.remove(id)
        if isinstance(record, Step):
            for flow in (*draft.view.incoming(id), *draft.view.outgoing(id)):
                if draft.find(flow.id) is not None:
                    draft.remove(flow.id)


def update(draft: Draft, ids: Iterable[str], **fields: object) -> None:
    """Replace the same fields of several records of any type that has them."""
    for id in ids:
        draft.update(id, **fields)
