"""Where work stands along the flow: the end of the main path, and what lies before what."""

from __future__ import annotations

from vsdesigner.document.query import FORWARD_KINDS, back_flows
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, FlowKind, Step, TerminalKind


def end_of_main_path(view: Snapshot, stream: str) -> str:
    """Return the step behind which a stream goes on: where the way from demand leads to value, or ends.

    At a branch the way takes what gets to value, a main flow before an alternative one, and the lower
    number. Steps that follow value are not on it. It is demand while demand leads nowhere, and nothing in a
    stream without demand.
    """
    ends = {terminal.kind: terminal.id for terminal in view.terminals(stream)}
    present = ends.get(TerminalKind.DEMAND, "")
    if not present:
        return ""
    back = back_flows(view, stream)
    arriving = _arriving(view, ends.get(TerminalKind.VALUE, ""), back)
    while True:
        ahead = [
            flow
            for flow in view.outgoing(present)
            if flow.kind in FORWARD_KINDS and flow.id not in back and _is_step(view, flow.target)
        ]
        on_the_way = [flow for flow in ahead if flow.target in arriving]
        if not ahead or (not on_the_way and flow_to_value(view, present) is not None):
            return present
        present = min(
            on_the_way or ahead,
            key=lambda flow: (flow.kind is not FlowKind.MAIN, view.number(flow.target), flow.id),
        ).target


def _arriving(view: Snapshot, value: str, back: frozenset[str]) -> set[str]:
    """Everything from which work gets to value without going back."""
    found, waiting = {value}, [value]
    while waiting:
        for flow in view.incoming(waiting.pop()):
            if flow.kind in FORWARD_KINDS and flow.id not in back and flow.source not in found:
                found.add(flow.source)
                waiting.append(flow.source)
    return found


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
