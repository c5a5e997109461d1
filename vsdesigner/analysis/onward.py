"""What leads on from the stops of a stream: branches taken together, loops, and where a walk begins."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from vsdesigner.analysis.ways import MOVING_KINDS, Branch, Ways
from vsdesigner.document.query import FORWARD_KINDS, back_flows
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, FlowKind


class Way(NamedTuple):
    """What may follow a stop: the step or terminal `target`, or the closing when that is "".

    `flow` is "" where no line leads there: from the opening, to a step that nothing leads to, to the
    closing. `share` is from 0 to 1, None when not said. `main` ways belong to the way that is taken when
    nobody chooses; `back` ways are loops. What is `together` with others runs side by side with them: all
    of them are walked, one after the other.
    """

    flow: str
    target: str
    label: str = ""
    kind: FlowKind = FlowKind.MAIN
    share: float | None = None
    back: bool = False
    main: bool = True
    together: bool = False


#: The way on when there is no other.
TO_CLOSING = Way("", "")


class Taken(NamedTuple):
    """Ways that are taken together, and those that wait until they have led to value."""

    ways: tuple[Way, ...]
    held: tuple[Way, ...]


class Onward(NamedTuple):
    """What leads on from a stop, the main branch first, and what leads back."""

    branches: tuple[Taken, ...] = ()
    loops: tuple[Way, ...] = ()

    @property
    def own(self) -> tuple[Way, ...]:
        return (*(way for branch in self.branches for way in branch.ways), *self.loops)

    @property
    def choosable(self) -> tuple[Way, ...]:
        """The only way on of a step is no choice; also where something else comes before it."""
        return self.own if self.loops or len(self.own) > 1 else ()


NOTHING = Onward()


class StreamMap:
    """What leads on from each step and terminal of a stream, read when first asked for."""

    def __init__(self, view: Snapshot, stream: str) -> None:
        self._ways = Ways(view, stream)
        self._view, self._stream = view, stream
        self.numbers = {step.id: number for number, step in enumerate(view.steps(stream))}
        self.demand, self.value = self._ways.demand, self._ways.value
        ids = [id for id in (self.demand, *self.numbers, self.value) if id]
        #: For each step and terminal a bit of its own, so that sets of them are numbers.
        self.bits = {id: 1 << position for position, id in enumerate(ids)}
        self._known: dict[str, Onward] = {}

    def onward(self, id: str) -> Onward:
        """Return what leads on from a step or terminal; nothing from "", the opening."""
        found = self._known.get(id)
        if found is None:
            found = self._known[id] = self._read(id) if id else NOTHING
        return found

    def _read(self, id: str) -> Onward:
        branches, loops = self._ways.exits(id)
        if len(branches) == 1 and len(branches[0].flows) == 1 and not loops:
            held = self._held(id, branches[0])
            return Onward((Taken(tuple(self._all(branches[0], main=True)), held),))
        ranked = sorted(branches, key=self._rank, reverse=True)
        return Onward(
            tuple(
                Taken(tuple(self._all(branch, main=not position)), self._held(id, branch))
                for position, branch in enumerate(ranked)
            ),
            tuple(
                Way(flow.id, flow.target, flow.label, flow.kind, share, back=True, main=False)
                for flow, share in loops
                if flow.target in self.bits
            ),
        )

    def _rank(self, branch: Branch) -> tuple[bool, bool, float]:
        """As the times' main path chooses: what gets to value, what is drawn as main, what most take."""
        return (
            any(flow.target in self._arriving for flow in branch.flows),
            any(flow.kind is FlowKind.MAIN for flow in branch.flows),
            -1.0 if branch.share is None else branch.share,
        )

    def _all(self, branch: Branch, *, main: bool) -> list[Way]:
        """The ways of a branch in the order of the steps' numbers."""
        together = len(branch.flows) > 1
        return [
            Way(flow.id, flow.target, flow.label, flow.kind, branch.share, main=main, together=together)
            for flow in sorted(branch.flows, key=self._order)
            if flow.target in self.bits
        ]

    def _order(self, flow: Flow) -> int:
        return self.numbers.get(flow.target, len(self.numbers))

    def _held(self, id: str, branch: Branch) -> tuple[Way, ...]:
        """What leads on from where a main flow arrives at value."""
        if all(flow.target != self.value or flow.kind is not FlowKind.MAIN for flow in branch.flows):
            return ()
        taken = {flow.id for other in self._ways.exits(id).branches for flow in other.flows}
        left = tuple(flow for flow in self._forward.get(id, ()) if flow.id not in taken)
        return tuple(self._all(Branch(left, None), main=True))

    @cached_property
    def _forward(self) -> dict[str, list[Flow]]:
        """The flows that lead on, by where they start."""
        back = back_flows(self._view, self._stream)
        found: dict[str, list[Flow]] = {}
        for flow in self._view.flows(self._stream):
            if flow.kind in FORWARD_KINDS and flow.id not in back:
                found.setdefault(flow.source, []).append(flow)
        return found

    @cached_property
    def _arriving(self) -> frozenset[str]:
        """What leads to value without going back, value itself included."""
        sources: dict[str, list[str]] = {}
        for source, flows in self._forward.items():
            for flow in flows:
                sources.setdefault(flow.target, []).append(source)
        return _all_from([self.value], sources)

    @cached_property
    def beyond(self) -> dict[str, int]:
        """The bits of all that may follow each step or terminal without going back."""
        found: dict[str, int] = {}
        for start in self.bits:
            stack = [start]
            while stack:
                id = stack[-1]
                ahead = [way.target for way in self.leaving(id) if not way.back]
                missing = [other for other in ahead if other not in found]
                if missing and id not in found:
                    stack.extend(missing)
                    continue
                stack.pop()
                found[id] = 0
                for other in ahead:
                    found[id] |= found[other] | self.bits[other]
        return found

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Where a walk begins: at demand, then at what nothing leads to, in the order of numbers."""
        ahead: dict[str, list[str]] = {}
        for flow in self._view.flows(self._stream):
            if flow.kind in MOVING_KINDS:
                ahead.setdefault(flow.source, []).append(flow.target)
        reached = _all_from([self.demand], ahead)
        led_to = {flow.target for flows in self._forward.values() for flow in flows}
        apart = [id for id in self.numbers if id not in reached and id not in led_to]
        ends = [] if not self.value or self.value in _all_from([self.demand, *apart], ahead) else [self.value]
        return tuple(id for id in (self.demand, *apart, *ends) if id)

    def leaving(self, id: str) -> tuple[Way, ...]:
        """Return every way out of a step or terminal."""
        onward = self.onward(id)
        return (*onward.own, *(way for branch in onward.branches for way in branch.held))


def _all_from(starts: Iterable[str], ahead: dict[str, list[str]]) -> frozenset[str]:
    """Everything that can be got to from `starts`, themselves included."""
    found = {start for start in starts if start}
    stack = list(found)
    while stack:
        for other in ahead.get(stack.pop(), ()):
            if other not in found:
                found.add(other)
                stack.append(other)
    return frozenset(found)
