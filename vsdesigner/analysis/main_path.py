"""Where work stands along the flow: the end of the main path, and what lies before what."""

from __future__ import annotations

from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.document.snapshot import MissingRecordError, Snapshot
from vsdesigner.model.records import Flow, FlowKind, Step, TerminalKind


def end_of_main_path(view: Snapshot, stream: str) -> str:
    """Return the step behind which a stream goes on: where the way from demand ends, or leads to value.

    At a branch the way takes a main flow before an alternative one, and the lower number. It is demand
    while demand leads nowhere, and nothing in a stream without demand.
    """
    try:
        present = view.terminal(stream, TerminalKind.DEMAND).id
    except MissingRecordError:
        return ""
    seen = {present}
    while True:
        ahead = [
            flow
            for flow in view.outgoing(present)
            if flow.kind in FORWARD_KINDS and flow.target not in seen and _is_step(view, flow.target)
        ]
        if not ahead:
            return present
        present = min(
            ahead, key=lambda flow: (flow.kind is not FlowKind.MAIN, view.number(flow.target), flow.id)
        ).target
        seen.add(present)


def flow_to_value(view: Snapshot, id: str) -> Flow | None:
    """Return the forward flow that leads from a step to value, if there is one."""
    for flow in view.outgoing(id):
        if flow.kind in FORWARD_KINDS and not _is_step(view, flow.target):
            return flow
    return None


def leads_back(view: Snapshot, source: str, target: str) -> bool:
    """Say whether a flow from `source` to `target` would go back: work reaches `source` from `target`."""
    if not _is_step(view, source) or not _is_step(view, target):
        return False
    waiting, seen = [target], {target}
    while waiting:
        present = waiting.pop()
        if present == source:
            return True
        for flow in view.outgoing(present):
            if flow.kind in FORWARD_KINDS and flow.target not in seen:
                seen.add(flow.target)
                waiting.append(flow.target)
    return False


def _is_step(view: Snapshot, id: str) -> bool:
    return isinstance(view.find(id), Step)
