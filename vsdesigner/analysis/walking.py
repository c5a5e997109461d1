"""How a walk through a stream goes on from where it stands: what follows, what waits, what comes again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from vsdesigner.analysis.onward import TO_CLOSING, Onward, StreamMap, Taken, Way
from vsdesigner.document.snapshot import Snapshot


class StopKind(StrEnum):
    """What is shown at a stop."""

    OPENING = "opening"
    DEMAND = "demand"
    STEP = "step"
    VALUE = "value"
    CLOSING = "closing"


class Stop(NamedTuple):
    """Where a walk may stand; `id` is of the step or terminal, "" at the opening and the closing."""

    kind: StopKind
    id: str


@dataclass(slots=True, eq=False)
class Visit:
    """A stop on a walk, and what the walk keeps in mind there.

    `previous` is the visit before it on the line from the opening. `pending` ways run side by side with
    what was walked and still have to be, `after` ways come after value. `walked` has the bits of all that
    needs not come again; `looped` the flows on which the walk went back.
    """

    stop: Stop
    flow_in: str = ""
    previous: Visit | None = None
    pending: tuple[Way, ...] = ()
    after: tuple[Way, ...] = ()
    walked: int = 0
    looped: frozenset[str] = frozenset()
    depth: int = 0
    ways: tuple[Way, ...] | None = field(default=None, repr=False)
    following: Visit | None = field(default=None, repr=False)


class Walk:
    """The ways to walk through one stream of a snapshot, which may lack demand, value, steps or flows."""

    def __init__(self, view: Snapshot, stream: str) -> None:
        self._map = StreamMap(view, stream)
        self.opening = Visit(Stop(StopKind.OPENING, ""))

    def __contains__(self, id: str) -> bool:
        return id in self._map.bits

    # -- walking ----------------------------------------------------------------------------------------
    def ways(self, visit: Visit) -> tuple[Way, ...]:
        """Return what may follow, first what does when nobody chooses; nothing follows the closing."""
        if visit.ways is None:
            visit.ways = () if visit.stop.kind is StopKind.CLOSING else self._options(visit)
        return visit.ways

    def following(self, visit: Visit) -> Visit | None:
        """Return what follows when nobody chooses; None after the closing."""
        if visit.following is None and visit.stop.kind is not StopKind.CLOSING:
            onward = self._map.onward(visit.stop.id)
            visit.following = self.taking(visit, self._default(visit, onward))
        return visit.following

    def ahead(self, visit: Visit) -> Iterator[Visit]:
        """Yield what follows up to the closing when nobody chooses."""
        found = self.following(visit)
        while found is not None:
            yield found
            found = self.following(found)

    def taking(self, visit: Visit, way: Way) -> Visit:
        """Return the visit that follows when `way` is taken now; what it passes by is not walked later."""
        if not way.target:
            return Visit(Stop(StopKind.CLOSING, ""), "", visit, depth=visit.depth + 1)
        target = way.target
        pending, after = self._left(visit, way)
        bit = self._map.bits[target]
        if pending:
            pending = tuple(
                [w for w in pending if w.target != target and not self._map.beyond[w.target] & bit]
            )
        if after:
            after = tuple([w for w in after if w.target != target])
        walked, looped = visit.walked, visit.looped
        if way.back:
            walked &= ~self._map.beyond[target]  # goes there again
            looped |= {way.flow}
        return Visit(
            self._stop(target), way.flow, visit, pending, after, walked | bit, looped, visit.depth + 1
        )

    def leaving_together(self, visit: Visit, following: Visit) -> frozenset[str]:
        """Return the flows on which work leaves a visit when the walk goes on to `following`.

        They are several where it goes on side by side.
        """
        onward = self._map.onward(visit.stop.id)
        for branch in onward.branches:
            flows = [way.flow for way in branch.ways]
            if following.flow_in in flows:
                return frozenset(flows)
        if any(loop.flow == following.flow_in for loop in onward.loops):
            return frozenset((following.flow_in,))
        return frozenset(way.flow for branch in onward.branches[:1] for way in branch.ways)

    def leading(self, id: str) -> Visit:
        """Return a visit of `id` (which must be in the stream) on a line that leaves main ways rarely."""
        visit = self.opening
        for way in self._route(id):
            visit = self.taking(visit, way)
        return visit

    # -- what follows -----------------------------------------------------------------------------------
    def _options(self, visit: Visit) -> tuple[Way, ...]:
        onward = self._map.onward(visit.stop.id)
        first = self._default(visit, onward)
        return (first, *(way for way in onward.choosable if way != first))

    def _default(self, visit: Visit, onward: Onward) -> Way:
        fresh = self._fresh(onward.branches[0].ways, visit) if onward.branches else []
        if fresh or visit.pending:
            return self._first([*fresh, *visit.pending])
        if after := self._fresh(visit.after, visit):
            return self._first(after)
        if not onward.branches:
            for loop in onward.loops:
                if loop.flow not in visit.looped:
                    return loop
        for root in self._map.roots:
            if not visit.walked & self._map.bits[root]:
                return Way("", root)
        return TO_CLOSING

    def _fresh(self, ways: Iterable[Way], visit: Visit) -> list[Way]:
        """The ways to what has not been walked; value is arrived at by each of its lines."""
        return [
            way
            for way in ways
            if way.target == self._map.value or not visit.walked & self._map.bits[way.target]
        ]

    def _first(self, ways: list[Way]) -> Way:
        """The first of ways side by side that does not lead to where others join it; value comes last."""
        if len(ways) == 1:
            return ways[0]
        joined = 0
        for way in ways:
            joined |= self._map.beyond[way.target]
        last = None
        for way in ways:
            if way.target == self._map.value:
                last = last or way
            elif not self._map.bits[way.target] & joined:
                return way
        return last or ways[0]

    def _left(self, visit: Visit, way: Way) -> tuple[tuple[Way, ...], tuple[Way, ...]]:
        """What is side by side with `way` and not walked yet, and what comes after value."""
        pending, after = visit.pending, visit.after
        if way.back:
            return pending, after
        branch = self._taken(visit, way)
        if branch is None:
            return ((*pending, *after), ()) if way in after else (pending, after)
        if len(branch.ways) > 1 or pending:
            fresh = self._fresh(branch.ways, visit)
            there = {other.flow for other in fresh}
            pending = (*fresh, *[other for other in pending if other.flow not in there])
        if branch.held:
            after = (*after, *[other for other in self._fresh(branch.held, visit) if other not in after])
        return pending, after

    def _taken(self, visit: Visit, way: Way) -> Taken | None:
        """The branch at this stop that is taken with `way`: its own, or the main one and `way` before it."""
        branches = self._map.onward(visit.stop.id).branches
        for branch in branches:
            if way in branch.ways:
                return branch
        return branches[0] if branches and way in visit.pending else None

    # -- the stream -------------------------------------------------------------------------------------
    def _stop(self, id: str) -> Stop:
        if id in self._map.numbers:
            return Stop(StopKind.STEP, id)
        return Stop(StopKind.DEMAND if id == self._map.demand else StopKind.VALUE, id)

    def _route(self, id: str) -> list[Way]:
        """The ways from where a walk begins to `id`, with as few as possible that are not main."""
        for root in self._map.roots:
            came: dict[str, tuple[str, Way]] = {root: ("", Way("", root))}
            waiting = deque([(root, came[root])])
            done: set[str] = set()
            while waiting:
                present, step = waiting.popleft()
                if present in done:
                    continue
                done.add(present)
                came[present] = step
                for way in self._map.leaving(present):
                    if way.target not in done:
                        entry = (way.target, (present, way))
                        if way.main:
                            waiting.appendleft(entry)
                        else:
                            waiting.append(entry)
            if id in done:
                return _back_from(id, came)
        return [Way("", id)]


def _back_from(id: str, came: dict[str, tuple[str, Way]]) -> list[Way]:
    """The ways that led to `id`, first the first."""
    found: list[Way] = []
    while id:
        id, way = came[id]
        found.append(way)
    return found[::-1]
