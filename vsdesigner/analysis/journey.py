"""A walk through a stream as it is presented: from the opening along the flow to the closing, and back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from vsdesigner.analysis.onward import Way
from vsdesigner.analysis.walking import Stop, StopKind, Visit, Walk
from vsdesigner.document.query import phase_of
from vsdesigner.document.snapshot import Snapshot

__all__ = ["Journey", "Stop", "StopKind", "Way"]


class _Mark(NamedTuple):
    """A stop of the trail; `jumped` when it was gone to without walking there."""

    visit: Visit
    jumped: bool


class Journey:
    """Where one stands in a stream that is presented, how one came there, and what may follow.

    Without a choice the walk takes the main way: what gets to value before what does not, a main flow before
    an alternative, then the larger share. Flows that are all needed are walked one after the other, each up
    to where they join; value comes behind all of them. What leads on from where a main flow arrives at value
    is walked after value. Going back is chosen, unless nothing else leads on: then each such flow is walked
    once. Steps that nothing leads to come last, in the order of their numbers, as does value when nothing
    leads to it; without demand the walk begins at them. Information flows move nothing.
    """

    def __init__(self, view: Snapshot, stream: str) -> None:
        self.stream = stream
        self.view = view
        self._walk = Walk(view, stream)
        self._trail = [_Mark(self._walk.opening, jumped=False)]
        self._end(self._visit)  # read now, so that no step of the walk waits for it

    # -- where one stands -------------------------------------------------------------------------------
    @property
    def stop(self) -> Stop:
        """The present stop."""
        return self._visit.stop

    @property
    def trail(self) -> tuple[Stop, ...]:
        """The stops as they were shown, the present one last."""
        return tuple(mark.visit.stop for mark in self._trail)

    @property
    def flow_in(self) -> str:
        """The id of the flow on which the line came here, walked or jumped over; "" where none leads."""
        return self._visit.flow_in

    @property
    def path(self) -> tuple[str, ...]:
        """The steps and terminals on the line from the opening to here and then the main way to the end.

        What is walked more than once is in it more than once.
        """
        return tuple([visit.stop.id for visit in self._whole_line[1:-1]])

    @property
    def place(self) -> int:
        """The index of the present stop in `path`; -1 at the opening and the length at the closing."""
        return self._visit.depth - 1

    @property
    def ways(self) -> tuple[Way, ...]:
        """What may follow the present stop, the main way first; several are a fork, none follows the closing.

        A way with the target "" leads to the closing.
        """
        return self._walk.ways(self._visit)

    @property
    def phase(self) -> str:
        """The id of the phase in which the present step lies; "" when there is none."""
        return self._phase(self._visit)

    @property
    def phase_begins(self) -> bool:
        """Whether the present step lies in a phase in which what was shown before does not."""
        before = self._phase(self._trail[-2].visit) if len(self._trail) > 1 else ""
        return self.phase not in ("", before)

    @property
    def passages(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """For each stop of `path` the flow on which the line comes there, and those on which work leaves."""
        line = self._whole_line[1:]
        return tuple(
            (visit.flow_in, self._walk.leaving_together(visit, after)) for visit, after in pairwise(line)
        )

    # -- going ------------------------------------------------------------------------------------------
    def next(self, way: int | None = None) -> bool:
        """Take one of `ways` by its index, or the main way; say whether there was one."""
        ways = self.ways
        chosen = way or 0
        if not 0 <= chosen < len(ways):
            return False
        visit = self._walk.taking(self._visit, ways[chosen]) if chosen else self._following
        self._trail.append(_Mark(visit, jumped=False))
        return True

    def back(self) -> bool:
        """Return to what was shown before, exactly; say whether there was anything."""
        if len(self._trail) == 1:
            return False
        self._trail.pop()
        return True

    def first(self) -> bool:
        """Jump to the opening; say whether one was elsewhere."""
        return self._jump(self._walk.opening)

    def last(self) -> bool:
        """Jump to the closing; say whether one was elsewhere."""
        return self._jump(self._end(self._visit))

    def go_to(self, id: str) -> bool:
        """Jump to a step, demand or value, as if the line had led there; say whether one was elsewhere.

        What is not of the stream is not gone to. `back` returns to where one was.
        """
        return id in self._walk and id != self.stop.id and self._jump(self._found(self._visit, id))

    def begin_at(self, id: str) -> bool:
        """Stand at a step, demand or value as if one had walked the line there; say if it is of the stream.

        Each stop on the line is in the trail, so that `back` goes to the one before.
        """
        if id not in self._walk:
            return False
        line = [*_line(self._found(self._walk.opening, id))]
        self._trail = [_Mark(visit, jumped=False) for visit in reversed(line)]
        return True

    def follow(self, view: Snapshot) -> None:
        """Go on in a later or earlier state of the document, at the same stop.

        When it is gone, one stands at the nearest stop before it that still exists. Stops that are gone
        leave the trail.
        """
        before = self._trail
        self.view, self._walk = view, Walk(view, self.stream)
        self._trail = [_Mark(self._walk.opening, jumped=False)]
        for mark in before[1:]:
            self._again(mark)
        for visit in _line(before[-1].visit):
            if visit.stop.kind is StopKind.CLOSING or visit.stop.id in self._walk:
                if visit.stop.id != self.stop.id:
                    self.go_to(visit.stop.id)
                return

    # -- inside -----------------------------------------------------------------------------------------
    @property
    def _visit(self) -> Visit:
        return self._trail[-1].visit

    @property
    def _following(self) -> Visit:
        return self._walk.following(self._visit) or self._visit

    @property
    def _whole_line(self) -> list[Visit]:
        """The visits from the opening to here and then the main way to the closing."""
        behind = [*_line(self._visit)]
        return [*behind[::-1], *self._walk.ahead(self._visit)]

    def _phase(self, visit: Visit) -> str:
        if visit.stop.kind is not StopKind.STEP:
            return ""
        found = phase_of(self.view, visit.stop.id)
        return found.id if found else ""

    def _jump(self, visit: Visit) -> bool:
        if visit.stop == self.stop:
            return False
        self._trail.append(_Mark(visit, jumped=True))
        return True

    def _end(self, visit: Visit) -> Visit:
        return [visit, *self._walk.ahead(visit)][-1]

    def _found(self, present: Visit, id: str) -> Visit:
        """A visit of `id`: ahead on the line, behind on it, on the main way, or on any that leads there."""
        for line in (self._walk.ahead(present), _line(present), self._walk.ahead(self._walk.opening)):
            for visit in line:
                if visit.stop.id == id:
                    return visit
        return self._walk.leading(id)

    def _again(self, mark: _Mark) -> None:
        """Walk or jump again as once, in the present state of the document, if that is possible."""
        kind, id = mark.visit.stop
        if kind is StopKind.OPENING:
            self.first()
        elif kind is StopKind.CLOSING:
            self.last()
        elif id in self._walk and (mark.jumped or not self._walked_again(mark.visit)):
            self.go_to(id)

    def _walked_again(self, visit: Visit) -> bool:
        same = [way.flow == visit.flow_in != "" for way in self.ways]
        there = [way.target == visit.stop.id for way in self.ways]
        found = same if any(same) else there
        return any(found) and self.next(found.index(True))


def _line(visit: Visit | None) -> Iterator[Visit]:
    """The visits from this one back to the opening."""
    while visit is not None:
        yield visit
        visit = visit.previous
