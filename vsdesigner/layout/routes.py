"""The routes of all flows of a stream, found anew only where something near them changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.bends import absolute, led_through
from vsdesigner.layout.centring import centred
from vsdesigner.layout.channels import Channels
from vsdesigner.layout.geometry import Point, Rect, around, united
from vsdesigner.layout.label_book import LabelBook, LabelWish
from vsdesigner.layout.labels import LABEL_WIDTH, LabelText, label_text, label_wish
from vsdesigner.layout.lanes import LaneBand
from vsdesigner.layout.measure import TextMeasurer
from vsdesigner.layout.obstacles import Obstacles, Overlay
from vsdesigner.layout.ports import Ports, Side, joint, port_points, reordered, straightened
from vsdesigner.layout.routing import ObstacleField, Routed, route
from vsdesigner.layout.track_room import REACH, Course
from vsdesigner.model.records import Flow

_NodePorts = dict[tuple[str, str], tuple[Point, Side, bool]]
_TEXTS = 10_000  # labels of which the lines are remembered
MANY = 40  # moved boxes beyond which looking at each pair costs more than finding all routes anew


@dataclass(frozen=True, slots=True)
class Route:
    """An orthogonal way from one box's side to another's, with the patch and lines of its label."""

    points: tuple[Point, ...]
    label: Rect | None
    label_lines: tuple[str, ...]


class RouteBook:
    """Routes by flow id. The result depends on the present boxes and flows only, never on the past."""

    def __init__(self, measurer: TextMeasurer) -> None:
        self.routes: dict[str, Route] = {}
        self._measurer = measurer
        self._channels = Channels()
        self._labels = LabelBook()
        self._texts: dict[str, LabelText | None] = {}
        self._ports: dict[str, Ports] = {}
        # Where ends stand by what they lead to, and the ways from there: these say which order is better.
        self._first_ports: dict[str, _NodePorts] = {}
        self._first: dict[str, tuple[Ports, Routed]] = {}
        self._node_ports: dict[str, _NodePorts] = {}
        self._influence: dict[str, tuple[Rect, tuple[Rect, ...]]] = {}  # around all, each
        self._ringed: set[str] = set()  # flows that may run round everything
        self._heights = (0.0, 0.0)  # between which there are boxes
        self._corners: dict[str, tuple[Point, ...]] = {}  # of flows with hand-made bends
        self.joints: dict[str, tuple[str, str]] = {}  # the boxes at which a flow ended when it was routed

    @property
    def ways(self) -> Mapping[str, tuple[Point, ...]]:
        """The points of all routes by flow id."""
        return self._channels.ways

    def update(
        self,
        snapshot: Snapshot,
        flows: Mapping[str, Flow],
        rects: Mapping[str, Rect],
        obstacles: Obstacles,
        changed: Collection[str],
        moved: Mapping[str, tuple[Rect | None, Rect | None]],
        bands: Sequence[LaneBand],
    ) -> tuple[set[str], set[str]]:
        """Bring the routes up to date; returns (flows whose route is another one, flows that are gone).

        `flows` are the stream's flows by id; `changed` the ids of flows that were added, changed or
        removed; `moved` the boxes that came, went or moved, with their rectangles before and after; `bands`
        the lanes as they lie now.
        """
        gone = {id for id in self.routes if id not in flows}
        before, self._corners = self._corners, _corners(flows.values(), bands)
        changed = {*changed, *(id for id, corners in self._corners.items() if before.get(id) != corners)}
        ends = self._ends(changed, flows)
        for id in gone:
            del self._first[id], self.routes[id], self._ports[id], self._influence[id], self.joints[id]
        self._ringed -= gone
        courses: dict[str, Course | None] = dict.fromkeys(gone)
        nodes = self._nodes(snapshot, ends, moved, rects)
        for node in nodes:
            self._first_ports[node] = self._at(snapshot, node, rects)
        for node in [node for node in moved if node not in rects]:
            self._first_ports.pop(node, None)
            self._node_ports.pop(node, None)
        wanted = {id for id in changed if id in flows}
        for node in nodes:
            for flow in (*snapshot.outgoing(node), *snapshot.incoming(node)):
                first = self._first.get(flow.id)
                if first is None or first[0] != self._joined(flow, self._first_ports, rects):
                    wanted.add(flow.id)
        wanted |= self._disturbed(flows, moved)
        wanted |= self._ringed_anew(obstacles)
        wanted |= self._reorder(snapshot, wanted, nodes, flows, rects, obstacles)
        for id in wanted:
            courses[id] = self._course(flows[id], rects, obstacles)
        shifted = self._channels.update(courses, rects, obstacles)
        relabelled = self._relabel(wanted | shifted, gone, flows, obstacles)
        dirty = set()
        for id in shifted | relabelled | (wanted & changed):
            text = self._text(flows[id])
            found = Route(self.ways[id], self._labels.places.get(id), text.lines if text else ())
            if self.routes.get(id) != found:
                self.routes[id] = found
                dirty.add(id)
        return dirty, gone

    def preview(
        self,
        snapshot: Snapshot,
        rects: Mapping[str, Rect],
        moved: Mapping[str, Rect],
        obstacles: Obstacles,
    ) -> dict[str, Route]:
        """Return the routes of the flows at `moved` boxes as if they stood there; nothing is kept."""
        there = {**rects, **moved}
        field = Overlay(obstacles, dict(moved))
        flows = {flow.id: flow for id in moved for flow in (*snapshot.outgoing(id), *snapshot.incoming(id))}
        nodes = {node for flow in flows.values() for node in (flow.source, flow.target)}
        places = {node: self._at(snapshot, node, there) for node in nodes}
        ports = {id: self._joined(flow, places, there) for id, flow in flows.items()}
        ways = {
            id: self._found(flow, ports[id], there, field, roughly=True).points for id, flow in flows.items()
        }

        def way_of(flow: str) -> tuple[Point, ...]:
            return ways[flow] if flow in ways else self._first[flow][1].points

        places = {node: self._ordered(snapshot, node, places[node], way_of) for node in nodes}
        found = {}
        for id, flow in flows.items():
            better, way = self._joined(flow, places, there), ways[id]
            if better != ports[id]:
                way = self._found(flow, better, there, field, roughly=True).points
            found[id] = self._tried(flow, way, field)
        return found

    def preview_flow(
        self,
        snapshot: Snapshot,
        flow: Flow,
        rects: Mapping[str, Rect],
        obstacles: Obstacles,
        bands: Sequence[LaneBand],
    ) -> Route:
        """Return the route of one flow as if its record were `flow`; nothing is kept."""
        there = snapshot.evolve({flow.id: flow})
        kept = self._corners
        others = {id: corners for id, corners in kept.items() if id != flow.id}
        self._corners = others | _corners((flow,), bands)
        try:
            places = {node: self._at(there, node, rects) for node in (flow.source, flow.target)}
            ports = self._joined(flow, places, rects)
            return self._tried(flow, self._found(flow, ports, rects, obstacles).points, obstacles)
        finally:
            self._corners = kept

    # -- inside -----------------------------------------------------------------------------------------
    def _ends(self, changed: Iterable[str], flows: Mapping[str, Flow]) -> set[str]:
        """Boxes at which a changed flow ends now or ended before."""
        before = (self.joints[id] for id in changed if id in self.joints)
        after = ((flows[id].source, flows[id].target) for id in changed if id in flows)
        return {end for ends in (*before, *after) for end in ends}

    def _nodes(
        self,
        snapshot: Snapshot,
        ends: Iterable[str],
        moved: Iterable[str],
        rects: Mapping[str, Rect],
    ) -> set[str]:
        nodes = {*ends, *moved}
        for id in moved:
            nodes.update(flow.target for flow in snapshot.outgoing(id))
            nodes.update(flow.source for flow in snapshot.incoming(id))
        return {node for node in nodes if node in rects}

    def _at(self, snapshot: Snapshot, node: str, rects: Mapping[str, Rect]) -> _NodePorts:
        flows = (*snapshot.outgoing(node), *snapshot.incoming(node))
        return port_points(
            flows,
            node,
            rects[node],
            lambda flow: joint(flow, rects[flow.source], rects[flow.target], self._corners.get(flow.id, ())),
        )

    def _reorder(
        self,
        snapshot: Snapshot,
        wanted: Iterable[str],
        nodes: Iterable[str],
        flows: Mapping[str, Flow],
        rects: Mapping[str, Rect],
        field: ObstacleField,
    ) -> set[str]:
        """Find first ways for the `wanted` flows, and from these the order of all ends at their boxes;
        returns the flows of which an end stands elsewhere than before."""
        concerned = set(nodes)
        for id in wanted:
            ports = self._joined(flows[id], self._first_ports, rects)
            self._first[id] = (ports, self._found(flows[id], ports, rects, field))
            concerned.update((flows[id].source, flows[id].target))
        found = set()
        for node in concerned:
            self._node_ports[node] = self._ordered(
                snapshot, node, self._first_ports[node], lambda flow: self._first[flow][1].points
            )
        for node in concerned:
            for flow in (*snapshot.outgoing(node), *snapshot.incoming(node)):
                if self._ports.get(flow.id) != self._joined(flow, self._node_ports, rects):
                    found.add(flow.id)
        return found

    def _ordered(
        self,
        snapshot: Snapshot,
        node: str,
        places: _NodePorts,
        way_of: Callable[[str], tuple[Point, ...]],
    ) -> _NodePorts:
        if len(places) < 2:
            return places
        pinned = {(flow.id, "start") for flow in snapshot.outgoing(node) if flow.source_side}
        pinned |= {(flow.id, "end") for flow in snapshot.incoming(node) if flow.target_side}
        return reordered(places, way_of, pinned)

    def _joined(self, flow: Flow, places: Mapping[str, _NodePorts], rects: Mapping[str, Rect]) -> Ports:
        start, start_side, start_free = places[flow.source][flow.id, "start"]
        end, end_side, end_free = places[flow.target][flow.id, "end"]
        ports = Ports(start, start_side, end, end_side)
        if flow.id in self._corners:
            return ports
        source, target = rects[flow.source], rects[flow.target]
        return straightened(ports, source, target, start_free=start_free, end_free=end_free)

    def _disturbed(
        self, flows: Mapping[str, Flow], moved: Mapping[str, tuple[Rect | None, Rect | None]]
    ) -> set[str]:
        """Flows near which a box came, went or moved."""
        if len(moved) > MANY:
            return set(flows)
        areas = [rect for pair in moved.values() for rect in pair if rect is not None]
        if not areas:
            return set()
        left, top, width, height = united(areas)
        right, bottom = left + width, top + height
        return {
            id
            for id, ((x, y, wide, high), each) in self._influence.items()
            if x < right
            and left < x + wide
            and y < bottom
            and top < y + high
            and any(mine.overlaps(area) for area in areas for mine in each)
        }

    def _ringed_anew(self, field: ObstacleField) -> set[str]:
        """Flows that may run round everything, when everything reaches further or less far than before."""
        if not self._ringed:
            return set()
        extent = field.extent()
        before, self._heights = self._heights, (extent.y, extent.bottom)
        return set() if before == self._heights else self._ringed

    def _course(self, flow: Flow, rects: Mapping[str, Rect], field: ObstacleField) -> Course:
        ports = self._joined(flow, self._node_ports, rects)
        first_ports, first = self._first[flow.id]
        routed = first if ports == first_ports else self._found(flow, ports, rects, field)
        ringed = first.ringed or routed.ringed
        (self._ringed.add if ringed else self._ringed.discard)(flow.id)
        self._ports[flow.id] = ports
        margin = LABEL_WIDTH if flow.label else REACH
        looked_at = routed.areas if routed is first else (*first.areas, *routed.areas)
        areas = tuple(area.grown(margin) for area in looked_at)
        self._influence[flow.id] = (united(areas), areas)
        self.joints[flow.id] = (flow.source, flow.target)
        return Course(routed.points, flow.source, flow.target, flow.id in self._corners)

    def _found(
        self,
        flow: Flow,
        ports: Ports,
        rects: Mapping[str, Rect],
        field: ObstacleField,
        *,
        roughly: bool = False,
    ) -> Routed:
        corners = self._corners.get(flow.id)
        if corners:
            way = led_through(ports, corners)
            return Routed(way, (around(way),))
        ends = (rects[flow.source], rects[flow.target])
        pinned = (bool(flow.source_side), bool(flow.target_side))
        found = route(ports, flow.source, flow.target, field, ends, pinned, roughly=roughly)
        if found.plain or found.ringed:
            return found
        return found._replace(points=centred(found.points, field))

    def _relabel(
        self, ids: set[str], gone: set[str], flows: Mapping[str, Flow], field: ObstacleField
    ) -> set[str]:
        """Find places for the labels of these flows; returns the flows of which a label stands elsewhere."""
        wishes: dict[str, LabelWish | None] = dict.fromkeys(gone)
        for id in ids:
            text = self._text(flows[id])
            wishes[id] = text and label_wish(flows[id], self.ways[id], text, _free_of(field))
        return self._labels.update(wishes) - gone

    def _tried(self, flow: Flow, way: tuple[Point, ...], field: ObstacleField) -> Route:
        """A route that is only tried: its label takes its best place."""
        text = self._text(flow)
        if text is None:
            return Route(way, None, ())
        return Route(way, label_wish(flow, way, text, _free_of(field)).places[0], text.lines)

    def _text(self, flow: Flow) -> LabelText | None:
        """How the label of a flow is set; measured once."""
        if not flow.label:
            return None
        if flow.label not in self._texts:
            if len(self._texts) > _TEXTS:
                self._texts.clear()
            self._texts[flow.label] = label_text(flow.label, self._measurer)
        return self._texts[flow.label]


def _free_of(field: ObstacleField) -> Callable[[Rect], bool]:
    """Whether a label covers no box."""
    return lambda area: not field.blocked(area.x, area.y, area.right, area.bottom, ())


def _corners(flows: Iterable[Flow], bands: Sequence[LaneBand]) -> dict[str, tuple[Point, ...]]:
    found = {flow.id: absolute(flow.bends, bands) for flow in flows if flow.bends}
    return {id: corners for id, corners in found.items() if corners}
