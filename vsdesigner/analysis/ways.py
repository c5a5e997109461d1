"""The ways through a stream: branches, what runs side by side, loops, and what comes after value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from vsdesigner.document.query import FORWARD_KINDS, back_flows
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, FlowKind, TerminalKind

WHOLE = 100.0

#: Kinds of flows on which work moves, forward or back.
MOVING_KINDS = FORWARD_KINDS | {FlowKind.REWORK}


class Branch(NamedTuple):
    """Flows that are taken together, and the share (0 to 1) of the volume that takes them.

    `share` is None where the document does not say it and it does not follow from the others.
    """

    flows: tuple[Flow, ...]
    share: float | None


class Loop(NamedTuple):
    """A flow that goes back, and the share (0 to 1) of the volume that takes it; None when not said."""

    flow: Flow
    share: float | None


class Exits(NamedTuple):
    """What may happen after a step: one of `branches`, or one of `loops` and then the step again."""

    branches: tuple[Branch, ...]
    loops: tuple[Loop, ...]


class Ways:
    """The ways through one stream of a snapshot; everything is computed when first asked for."""

    def __init__(self, view: Snapshot, stream: str) -> None:
        self._view = view
        self.stream = stream
        ends = {terminal.kind: terminal.id for terminal in view.terminals(stream)}
        self.demand = ends.get(TerminalKind.DEMAND, "")
        self.value = ends.get(TerminalKind.VALUE, "")
        self._outgoing: dict[str, list[Flow]] = {}
        self._incoming: dict[str, list[Flow]] = {}
        for flow in view.flows(stream):
            self._outgoing.setdefault(flow.source, []).append(flow)
            self._incoming.setdefault(flow.target, []).append(flow)
        self._exits: dict[str, Exits] = {}

    @cached_property
    def _back(self) -> frozenset[str]:
        return back_flows(self._view, self.stream)

    def exits(self, id: str) -> Exits:
        """Return what may happen after a step or demand."""
        found = self._exits.get(id)
        if found is None:
            found = self._exits[id] = _exits(self._outgoing.get(id, []), self._back, self.value)
        return found

    @cached_property
    def reached(self) -> frozenset[str]:
        """Everything that work gets to from demand, corrections included; information alone moves nothing."""
        return self._walk(self.demand, lambda id: self._targets(id, MOVING_KINDS))

    @cached_property
    def leading_to_value(self) -> frozenset[str]:
        """Everything from which forward flows get to value."""
        return self._walk(
            self.value,
            lambda id: [flow.source for flow in self._incoming.get(id, ()) if flow.kind in FORWARD_KINDS],
        )

    @cached_property
    def on_main_paths(self) -> frozenset[str]:
        """What main flows get to from demand up to where value arises."""
        return self._walk(
            self.demand,
            lambda id: [
                flow.target
                for branch in self.exits(id).branches
                for flow in branch.flows
                if flow.kind is FlowKind.MAIN
            ],
        )

    @cached_property
    def before_value(self) -> frozenset[str]:
        """What work gets to from demand up to where value arises, corrections and value included."""
        return self._walk(self.demand, self._next)

    @cached_property
    def after_value(self) -> frozenset[str]:
        """Steps that follow where value has arisen: feedback, a review, an improvement."""
        return self._walk(self.demand, lambda id: self._targets(id, FORWARD_KINDS)) - self.before_value

    @cached_property
    def order(self) -> tuple[str, ...]:
        """What is before value, each behind everything that leads to it without going back."""
        waiting = dict.fromkeys(self.before_value, 0)
        for id in self.before_value:
            for branch in self.exits(id).branches:
                for flow in branch.flows:
                    waiting[flow.target] += 1
        found = [id for id, count in waiting.items() if count == 0]
        for id in found:
            for branch in self.exits(id).branches:
                for flow in branch.flows:
                    waiting[flow.target] -= 1
                    if waiting[flow.target] == 0:
                        found.append(flow.target)
        return tuple(found)

    def _targets(self, id: str, kinds: frozenset[FlowKind]) -> list[str]:
        return [flow.target for flow in self._outgoing.get(id, ()) if flow.kind in kinds]

    def _next(self, id: str) -> list[str]:
        branches, loops = self.exits(id)
        found = [flow.target for branch in branches for flow in branch.flows]
        return [*found, *(loop.flow.target for loop in loops)] if loops else found

    def _walk(self, start: str, neighbours: Callable[[str], list[str]]) -> frozenset[str]:
        seen = {start} if start else set()
        stack = list(seen)
        while stack:
            for other in neighbours(stack.pop()):
                if other not in seen:
                    seen.add(other)
                    stack.append(other)
        return frozenset(seen)


def is_choice(flows: Iterable[Flow]) -> bool:
    """Say whether of these flows out of one step one is taken, and not all of them side by side.

    An alternative makes a choice, and so does a share of less than everything.
    """
    forward = [flow for flow in flows if flow.kind in FORWARD_KINDS]
    return len(forward) > 1 and any(
        flow.kind is FlowKind.ALTERNATIVE or (flow.share is not None and flow.share < WHOLE)
        for flow in forward
    )


def _exits(outgoing: list[Flow], back: frozenset[str], value: str) -> Exits:
    if len(outgoing) == 1:
        (only,) = outgoing
        if only.share is None and only.kind in FORWARD_KINDS and only.id not in back:
            return Exits((Branch((only,), 1.0),), ())  # what nearly every step has
    forward = [flow for flow in outgoing if flow.kind in FORWARD_KINDS and flow.id not in back]
    loops = [flow for flow in outgoing if flow.kind is FlowKind.REWORK or flow.id in back]
    groups = _groups(forward, value)
    shares = _shares([_said(group) for group in groups], [_fraction(loop) for loop in loops])
    return Exits(
        branches=tuple(Branch(tuple(group), share) for group, share in zip(groups, shares, strict=False)),
        loops=tuple(Loop(flow, share) for flow, share in zip(loops, shares[len(groups) :], strict=True)),
    )


def _groups(forward: list[Flow], value: str) -> list[list[Flow]]:
    """The flows by what is taken together; with demand's or a step's main flow to value, value has arisen."""
    if not forward:
        return []
    if not is_choice(forward):
        return [_until_value(forward, value)]
    together = [flow for flow in forward if flow.kind is FlowKind.MAIN and flow.share is None]
    alone = [[flow] for flow in forward if flow not in together]
    return [_until_value(together, value), *alone] if together else alone


def _until_value(flows: list[Flow], value: str) -> list[Flow]:
    arrived = [flow for flow in flows if flow.target == value and flow.kind is FlowKind.MAIN]
    return arrived or flows


def _fraction(flow: Flow) -> float | None:
    return None if flow.share is None else flow.share / WHOLE


def _said(group: list[Flow]) -> float | None:
    """The share of a group: the one of its only flow; side by side, all of it goes every way."""
    return _fraction(group[0]) if len(group) == 1 else None


def _shares(branches: list[float | None], loops: list[float | None]) -> list[float | None]:
    """Complete the shares: what the others leave is for the only one that says nothing."""
    said = [share for share in (*branches, *loops) if share is not None]
    silent = len(branches) + len(loops) - len(said)
    rest = max(0.0, 1.0 - sum(said))
    if silent == 1 and (said or not loops or not branches):
        return [rest if share is None else share for share in (*branches, *loops)]
    # A loop that says nothing is not counted, so the only branch that says nothing still gets the rest.
    if sum(share is None for share in branches) == 1:
        branches = [rest if share is None else share for share in branches]
    return [*branches, *loops]
