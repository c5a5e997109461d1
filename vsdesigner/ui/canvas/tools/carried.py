"""Cards that are carried by the hand: shown elsewhere with their flows, nothing changed yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.stream_layout import Route
from vsdesigner.model.records import Flow
from vsdesigner.ui.canvas.stage import Stage

MANY = 24  # cards beyond which flows inside the group move with it instead of finding their way anew


class Carried:
    """A group of cards that move by the same distance."""

    def __init__(self, stage: Stage, ids: Iterable[str]) -> None:
        self._stage = stage
        self.rects: Mapping[str, Rect] = {id: stage.rect(id) for id in ids}
        self._many = len(self.rects) > MANY
        self._inside, self._crossing = self._sorted_flows() if self._many else (set(), set())
        self._flows = self._inside | self._crossing  # what has to be put back at the end

    def show(self, dx: float, dy: float) -> None:
        """Show the group moved by a distance."""
        rects = {id: rect.moved(dx, dy) for id, rect in self.rects.items()}
        routes = self._routes(rects, dx, dy)
        self._flows.update(routes)
        self._stage.scene.preview(rects, routes)

    def end(self) -> None:
        """Show everything where it is."""
        self._stage.scene.end_preview(self.rects, self._flows)

    def _sorted_flows(self) -> tuple[set[str], set[str]]:
        """The flows with both ends among the cards, and those with one end there."""
        inside: set[str] = set()
        crossing: set[str] = set()
        for id in self.rects:
            for flow in (*self._stage.now.outgoing(id), *self._stage.now.incoming(id)):
                both = flow.source in self.rects and flow.target in self.rects
                (inside if both else crossing).add(flow.id)
        return inside, crossing

    def _routes(self, rects: Mapping[str, Rect], dx: float, dy: float) -> dict[str, Route]:
        if not self._many:
            return self._stage.layout.preview(rects)
        self._stage.scene.shift(self._inside, dx, dy)
        return {id: self._stretched(id, dx, dy) for id in self._crossing}

    def _stretched(self, id: str, dx: float, dy: float) -> Route:
        """A flow with one end in a large group: a rough way that is cheap to find."""
        route = self._stage.layout.routes[id]
        flow = self._stage.now.get(id, Flow)
        first, last = Point(*route.points[0]), Point(*route.points[-1])
        if flow.source in self.rects:
            first = Point(first.x + dx, first.y + dy)
        else:
            last = Point(last.x + dx, last.y + dy)
        middle = (first.x + last.x) / 2
        return Route((first, Point(middle, first.y), Point(middle, last.y), last), None, ())
