"""Questions about a stream: the order of its steps, its loops, what its lanes and phases hold."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_WIDTH, TERMINAL_WIDTH
from vsdesigner.model.records import Flow, FlowKind, Note, Phase, Placed, Step, TerminalKind

#: Kinds that say what comes next; rework goes back and information merely informs.
FORWARD_KINDS = frozenset({FlowKind.MAIN, FlowKind.ALTERNATIVE})


def back_flows(view: Snapshot, stream: str) -> frozenset[str]:
    """Return the ids of the flows that close a loop when the stream is walked from demand.

    Depth first, left to right, so that the loop is cut where a reader would see it go back.
    """
    return _back_flows(view, stream, _forward(view, stream))


def _forward(view: Snapshot, stream: str) -> dict[str, list[Flow]]:
    """The forward flows by their source, read in one go: large streams ask for all of them."""
    found: dict[str, list[Flow]] = {}
    for flow in view.flows(stream):
        if flow.kind in FORWARD_KINDS:
            found.setdefault(flow.source, []).append(flow)
    return found


def _back_flows(view: Snapshot, stream: str, forward: dict[str, list[Flow]]) -> frozenset[str]:
    position = {step.id: (step.x, step.order, step.id) for step in view.steps(stream)}
    nowhere = (0.0, 0, "")
    roots = [terminal.id for terminal in view.terminals(stream) if terminal.kind is TerminalKind.DEMAND]
    roots += sorted(position, key=position.__getitem__)
    seen: set[str] = set()
    on_path: set[str] = set()
    back: set[str] = set()

    def children(id: str) -> Iterator[Flow]:
        flows = forward.get(id, ())
        if len(flows) > 1:
            return iter(sorted(flows, key=lambda flow: (position.get(flow.target, nowhere), flow.id)))
        return iter(flows)

    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        on_path.add(root)
        stack = [(root, children(root))]
        while stack:
            node, rest = stack[-1]
            flow = next(rest, None)
            if flow is None:
                stack.pop()
                on_path.discard(node)
            elif flow.target in on_path:
                back.add(flow.id)
            elif flow.target not in seen:
                seen.add(flow.target)
                on_path.add(flow.target)
                stack.append((flow.target, children(flow.target)))
    return frozenset(back)


def flow_order(view: Snapshot, stream: str) -> list[Step]:
    """Return the steps as a reader meets them: along the flow, side by side from left to right.

    A topological order (Kahn) over the forward flows without those that close loops; of the steps that
    may come next, the leftmost comes first, then the one that came first before.
    """
    steps = {step.id: step for step in view.steps(stream)}
    forward = _forward(view, stream)
    back = _back_flows(view, stream, forward)
    waiting = dict.fromkeys(steps, 0)
    followers: dict[str, list[str]] = {}
    for source, flows in forward.items():
        if source in steps:
            followers[source] = [
                flow.target for flow in flows if flow.id not in back and flow.target in steps
            ]
            for target in followers[source]:
                waiting[target] += 1

    def rank(id: str) -> tuple[float, int, str]:
        return steps[id].x, steps[id].order, id

    ready = [rank(id) for id, count in waiting.items() if count == 0]
    heapq.heapify(ready)
    found: list[Step] = []
    while ready:
        *_, id = heapq.heappop(ready)
        found.append(steps[id])
        for follower in followers.get(id, ()):
            waiting[follower] -= 1
            if waiting[follower] == 0:
                heapq.heappush(ready, rank(follower))
    return found


def revisited_lanes(view: Snapshot, stream: str) -> dict[str, tuple[Step, ...]]:
    """Return lane id → its steps in order, for every lane that the stream visits more than once."""
    visits: dict[str, list[Step]] = {}
    for step in view.steps(stream):
        visits.setdefault(step.lane, []).append(step)
    return {lane.id: tuple(visits[lane.id]) for lane in view.lanes if len(visits.get(lane.id, ())) > 1}


def lane_members(view: Snapshot, stream: str, lane: str) -> tuple[Placed, ...]:
    """Return what stands in a lane of a stream: steps, then demand and value, then notes."""
    everything: tuple[Placed, ...] = (*view.steps(stream), *view.terminals(stream), *view.notes(stream))
    return tuple(record for record in everything if record.lane == lane)


def phase_of(view: Snapshot, step: str) -> Phase | None:
    """Return the phase that holds the middle of a step, if any; of two that overlap, the first."""
    record = view.get(step, Step)
    return next((phase for phase in view.phases(record.stream) if _holds(phase, record)), None)


def phase_members(view: Snapshot, phase: str) -> tuple[Placed, ...]:
    """Return the steps, pinned ends and notes whose middle lies in a phase."""
    found = view.get(phase, Phase)
    ends = (terminal for terminal in view.terminals(found.stream) if terminal.pinned)
    everything: tuple[Placed, ...] = (*view.steps(found.stream), *ends, *view.notes(found.stream))
    return tuple(record for record in everything if _holds(found, record))


def _holds(phase: Phase, record: Placed) -> bool:
    width = TERMINAL_WIDTH
    if isinstance(record, Step):
        width = record.width or CARD_WIDTH
    elif isinstance(record, Note):
        width = record.width
    return phase.x <= record.x + width / 2 < phase.x + phase.width
