"""Cards that are carried by the hand: shown elsewhere with their flows, nothing changed yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vsdesigner.document.behaviors import end_x
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.stream_layout import Route
from vsdesigner.model.records import Flow
from vsdesigner.ui.canvas.stage import Stage

MANY = 24  # cards beyond which flows inside the group move with it instead of finding their way anew


class Carried:
    """A group of cards that move by the same distance. Demand and value follow as they will."""

    def __init__(self, stage: Stage, ids: Iterable[str]) -> None:
        self._stage = stage
        self.rects: Mapping[str, Rect] = {id: stage.rect(id) for id in ids}
        self._many = len(self.rects) > MANY
        self._inside, self._crossing = self._sorted_flows() if self._many else (set(), set())
        self._flows = self._inside | self._crossing  # what has to be put back at the end
        self._following = [
            (end.id, end.kind)
            for end in stage.now.terminals(stage.session.stream)
            if not end.pinned and end.id not in self.rects
        ]
        self._shown: set[str] = set(self.rects)
        steps = stage.now.steps(stage.session.stream)
        self._steps = [step.id for step in steps if step.id in self.rects]
        resting = [stage.rect(step.id) for step in steps if step.id not in self.rects]
        self._resting = [(min(r.x for r in resting), max(r.right for r in resting))] if resting else []

    def show(self, dx: float, dy: float) -> None:
        """Show the group moved by a distance."""
        rects = {id: rect.moved(dx, dy) for id, rect in self.rects.items()}
        rects |= self._ends(rects)
        self._shown.update(rects)
        routes = self._routes(rects, dx, dy)
        self._flows.update(routes)
        self._stage.scene.preview(rects, routes)

    def end(self) -> None:
        """Show everything where it is."""
        self._stage.scene.end_preview(self._shown, self._flows)

    def _ends(self, rects: Mapping[str, Rect]) -> dict[str, Rect]:
        """Demand and value where they go by themselves when the group is let go here."""
        if self._many or not self._steps:
            return {}
        spans = [*self._resting, *((rects[id].x, rects[id].right) for id in self._steps)]
        found: dict[str, Rect] = {}
        for id, kind in self._following:
            rect = self._stage.rect(id)
            x = end_x(kind, spans)
            if x != rect.x or id in self._shown:
                found[id] = rect._replace(x=x)
        return found

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
