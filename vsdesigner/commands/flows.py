"""Verbs on flows: connect, reconnect, change."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.draft import Draft
from vsdesigner.model.ids import new_id
from vsdesigner.model.records import Flow, FlowKind, StreamMember
from vsdesigner.rules.verdicts import can_connect


class RefusedError(ValueError):
    """A verb was asked for something that the rules do not allow; the text says why."""


def connect(
    draft: Draft, source: str, target: str, *, kind: FlowKind = FlowKind.MAIN, label: str = ""
) -> str:
    """Connect two steps, demand with a step, or a step with value; returns the flow's id.

    Raises `RefusedError` where `rules.can_connect` says no.
    """
    verdict = can_connect(draft.view, source, target)
    if not verdict:
        raise RefusedError(verdict.reason)
    stream = draft.get(source, StreamMember).stream
    return draft.add(
        Flow(id=new_id("flow"), stream=stream, source=source, target=target, kind=kind, label=label)
    ).id


def reconnect(draft: Draft, flow: str, *, source: str = "", target: str = "") -> None:
    """Lead a flow from or to another step; bends made by hand for the old way are dropped."""
    present = draft.get(flow, Flow)
    start, end = source or present.source, target or present.target
    verdict = can_connect(draft.view, start, end, ignoring=flow)
    if not verdict:
        raise RefusedError(verdict.reason)
    draft.update(flow, source=start, target=end, bends=())


def update(draft: Draft, ids: Iterable[str], **fields: object) -> None:
    """Replace label, kind, share … of one or several flows."""
    for id in ids:
        draft.get(id, Flow)
        draft.update(id, **fields)
