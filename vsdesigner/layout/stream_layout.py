"""Where everything of one stream stands: lanes, cards and routes, kept up to date change by change."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.cards import Card, CardSize, card_size
from vsdesigner.layout.geometry import Point, Rect, around, united
from vsdesigner.layout.jumps import Jumps
from vsdesigner.layout.lanes import LaneBand, lane_bands
from vsdesigner.layout.measure import TextMeasurer
from vsdesigner.layout.obstacles import Obstacles, Overlay
from vsdesigner.layout.phases import PhaseBand, phase_bands
from vsdesigner.layout.ports import Ports, Side, side_middle, sides
from vsdesigner.layout.routes import Route, RouteBook
from vsdesigner.layout.routing import route
from vsdesigner.layout.settling import settled
from vsdesigner.model.dimensions import CARD_GAP, LANE_PADDING
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, FlowKind, Lane, Note, Phase, Placed, Step, Stream, Terminal

__all__ = ["Card", "Dirty", "LaneBand", "PhaseBand", "Route", "StreamLayout"]

MANY = 64  # boxes that move at once beyond which it can be cheaper to lead all flows anew


@dataclass(frozen=True, slots=True)
class Dirty:
    """What has to be drawn anew after a change: ids of cards and routes, ids that are gone, the lanes
    (or phases)."""

    cards: frozenset[str] = frozenset()
    routes: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    lanes: bool = False


class StreamLayout:
    """The layout of one stream, in scene px at 100 % zoom with the first lane's top at y = 0.

    A function of the snapshot alone: applying changes one by one gives the same as starting afresh.
    """

    def __init__(self, snapshot: Snapshot, stream: str, measurer: TextMeasurer) -> None:
        self.stream = stream
        self.cards: dict[str, Card] = {}
        self.lanes: tuple[LaneBand, ...] = ()
        self.phases: tuple[PhaseBand, ...] = ()
        self._unfolded = ""  # a folded lane that is open as long as something is dragged over it
        self._measurer = measurer
        self._snapshot = snapshot
        self._placed: dict[str, Placed] = {}
        self._sizes: dict[str, CardSize] = {}
        self._tops: dict[str, dict[str, float]] = {}  # lane → card → top below the lane's top
        self._rects: dict[str, Rect] = {}  # steps and terminals: what flows join and avoid
        self._obstacles = Obstacles()
        self._book = RouteBook(measurer)
        self._jumps = Jumps()
        self._refresh(self._members(snapshot), self._flows(snapshot))

    # -- reading ----------------------------------------------------------------------------------------
    @property
    def routes(self) -> Mapping[str, Route]:
        """Routes by flow id."""
        return self._book.routes

    @property
    def joints(self) -> Mapping[str, tuple[str, str]]:
        """The ids of the two boxes that a flow joins, by flow id."""
        return self._book.joints

    def jumps(self, flow: str, gone: Collection[str] = ()) -> tuple[Point, ...]:
        """Return where a flow's line jumps over others, in the order along it; not over those `gone`."""
        found = self._jumps.of(flow, self._book.ways, self._book.joints)
        return self._jumps.without(flow, gone) if found and gone else found

    def jumping_over(self, flows: Iterable[str]) -> set[str]:
        """Return the flows whose lines may jump over one of these, as far as any were asked for."""
        return self._jumps.over(flows)

    def is_box(self, id: str) -> bool:
        """Say whether flows keep clear of this card: steps, demand and value, not notes."""
        return id in self._rects

    @property
    def bounds(self) -> Rect:
        """The area of all lanes from the leftmost to the rightmost thing drawn."""
        found = self.routes.values()
        ways = [around(route.points) for route in found]
        labels = [route.label for route in found if route.label is not None]
        bottom = self.lanes[-1].bottom if self.lanes else 0.0
        phases = [Rect(phase.x, 0.0, phase.width, bottom) for phase in self.phases]
        drawn = united((*(card.rect for card in self.cards.values()), *ways, *labels, *phases))
        top, low = min(0.0, drawn.y), max(bottom, drawn.bottom)
        return Rect(drawn.x, top, drawn.width, low - top)

    def band(self, lane: str) -> LaneBand:
        """Return a lane's band; KeyError when there is none."""
        for band in self.lanes:
            if band.lane == lane:
                return band
        raise KeyError(lane)

    def lane_at(self, y: float) -> LaneBand:
        """Return the lane at a height; the first above all lanes, the last below them."""
        for band in self.lanes:
            if y < band.bottom:
                return band
        return self.lanes[-1]

    def rect_at(self, place: Place, size: tuple[float, float]) -> Rect:
        """Return the rectangle of a card of this size at a place."""
        return Rect(place.x, self.band(place.lane).top + place.y, *size)

    def place_at(
        self, corner: Point, size: tuple[float, float], ignoring: Collection[str] | None = None
    ) -> Place:
        """Return the place of a card whose top left corner is dropped at `corner`.

        The lane is the one that holds the card's centre. With `ignoring` (the ids that are being moved)
        the place goes down until the card covers no other.
        """
        band = self.lane_at(corner.y + size[1] / 2)
        y = max(corner.y - band.top, LANE_PADDING)
        if ignoring is not None:
            y = self._free_y(band, corner.x, y, size, ignoring)
        return Place(band.lane, corner.x, y)

    def cards_in(self, area: Rect, *, enclosed: bool) -> list[str]:
        """Return the cards that `area` encloses, or else touches, sorted by id."""
        return sorted(
            id
            for id, card in self.cards.items()
            if (area.encloses(card.rect) if enclosed else area.overlaps(card.rect))
        )

    def routes_in(self, area: Rect, *, enclosed: bool = False) -> list[str]:
        """Return the flows that `area` touches, or encloses, sorted by id."""
        return sorted(id for id, found in self.routes.items() if _meets(found.points, area, enclosed))

    # -- trying -----------------------------------------------------------------------------------------
    def preview(self, rects: Mapping[str, Rect]) -> dict[str, Route]:
        """Return the routes of the flows at these cards as if they stood at `rects`."""
        moved = {id: rect for id, rect in rects.items() if id in self._rects}
        return self._book.preview(self._snapshot, self._rects, moved, self._obstacles)

    def preview_flow(self, flow: Flow) -> Route:
        """Return the route of a flow of this stream as if its record were `flow`: bent, pinned, labelled."""
        return self._book.preview_flow(self._snapshot, flow, self._rects, self._obstacles, self.lanes)

    def preview_connection(
        self,
        source: str,
        end: Point,
        target: str | None,
        *,
        source_side: Side | None = None,
        target_side: Side | None = None,
    ) -> Route:
        """Return the route that a new flow would take from a box to another, or to the pointer.

        A side that is given is the one at which that end would be pinned.
        """
        start_rect = self._rects[source]
        end_rect = self._rects[target] if target else Rect(end.x, end.y, 0.0, 0.0)
        first, last = sides(start_rect, end_rect, FlowKind.MAIN)
        first, last = source_side or first, target_side or last
        ports = Ports(side_middle(start_rect, first), first, side_middle(end_rect, last), last)
        field = self._obstacles if target else Overlay(self._obstacles, {"": end_rect})
        return Route(route(ports, source, target or "", field).points, None, ())

    # -- keeping up -------------------------------------------------------------------------------------
    def apply(self, change: Change, snapshot: Snapshot) -> Dirty:
        """Follow a change; `snapshot` is the document after it."""
        self._snapshot = snapshot
        members: dict[str, Placed | None] = {}
        flows: set[str] = set()
        lanes_touched = False
        for record in change.records:
            if isinstance(record, Placed) and record.stream == self.stream:
                members[record.id] = self._member(snapshot, record.id)
            elif isinstance(record, Flow) and record.stream == self.stream:
                flows.add(record.id)
            elif isinstance(record, Stream) and record.id == self.stream:
                members.update({t.id: t for t in snapshot.terminals(self.stream)})
                lanes_touched = True
            elif isinstance(record, Lane) or (isinstance(record, Phase) and record.stream == self.stream):
                lanes_touched = True
        if not members and not flows and not lanes_touched:
            return Dirty()
        return self._refresh(members, flows)

    def unfold(self, lane: str) -> Dirty:
        """Open a lane although it is folded, until another one is named; an empty name folds it again."""
        if lane == self._unfolded:
            return Dirty()
        self._unfolded = lane
        return self._refresh({}, set())

    def _refresh(self, members: Mapping[str, Placed | None], flows: set[str]) -> Dirty:
        stream = self._snapshot.find(self.stream)
        if not isinstance(stream, Stream):
            return Dirty()
        lanes, removed = self._take(members, stream)
        shifted = self._settle(lanes)
        before, phases_before = self.lanes, self.phases
        content = {
            lane: max(top + self._sizes[id].height for id, top in tops.items())
            for lane, tops in self._tops.items()
            if tops
        }
        self.lanes = lane_bands(self._snapshot, self.stream, content, self._unfolded)
        self.phases = phase_bands(self._snapshot, self.stream)
        moved, notes = self._move({*members, *shifted}, removed, before)
        all_flows = {flow.id: flow for flow in self._snapshot.flows(self.stream)}
        if len(moved) > MANY and 2 * len(moved) > len(self._rects):
            dirty, gone = self._route_afresh(all_flows)
        else:
            dirty, gone = self._book.update(
                self._snapshot, all_flows, self._rects, self._obstacles, flows, moved, self.lanes
            )
        ways = {id: self._book.ways.get(id) for id in (*dirty, *gone)}
        jumping = self._jumps.update(ways, self._book.joints)
        return Dirty(
            frozenset(id for id in (*members, *moved, *notes) if id in self.cards),
            frozenset((*dirty, *jumping, *(id for id in flows if id in all_flows))),
            frozenset((*removed, *gone)),
            (before, phases_before) != (self.lanes, self.phases),
        )

    def _route_afresh(self, flows: Mapping[str, Flow]) -> tuple[set[str], set[str]]:
        """Lead all flows anew, as when a lane high up grows: cheaper than asking what each move disturbs."""
        before, self._book = self._book.routes, RouteBook(self._measurer)
        everything = {id: (None, rect) for id, rect in self._rects.items()}
        self._book.update(
            self._snapshot, flows, self._rects, self._obstacles, flows.keys(), everything, self.lanes
        )
        after = self._book.routes
        dirty = {id for id, found in after.items() if before.get(id) != found}
        return dirty, {id for id in before if id not in after}

    def _take(self, members: Mapping[str, Placed | None], stream: Stream) -> tuple[set[str], set[str]]:
        """Note what the members are now; returns the lanes that they touch, and the ids that are gone."""
        lanes = {self._placed[id].lane for id in members if id in self._placed}
        removed = {id for id, record in members.items() if record is None}
        for id in removed:
            self._placed.pop(id, None)
            self._sizes.pop(id, None)
        for id, record in members.items():
            if record is not None:
                self._placed[id] = record
                self._sizes[id] = card_size(record, stream, self._measurer)
                lanes.add(record.lane)
        return lanes, removed

    def _settle(self, lanes: set[str]) -> set[str]:
        """Settle the cards of these lanes; returns those that came to stand elsewhere by that."""
        shifted: set[str] = set()
        in_lane: dict[str, list[tuple[Placed, CardSize]]] = {lane: [] for lane in lanes}
        for id, placed in self._placed.items():
            if placed.lane in in_lane:
                in_lane[placed.lane].append((placed, self._sizes[id]))
        for lane, members in in_lane.items():
            before = self._tops.get(lane, {})
            notes = {placed.id: placed.y for placed, _ in members if isinstance(placed, Note)}
            after = settled(member for member in members if member[0].id not in notes) | notes
            self._tops[lane] = after
            shifted.update(id for id, top in after.items() if before.get(id) != top)
        return shifted

    def _move(
        self, members: Iterable[str], removed: set[str], before: tuple[LaneBand, ...]
    ) -> tuple[dict[str, tuple[Rect | None, Rect | None]], set[str]]:
        """Give every card its rectangle; returns the boxes that came, went or moved, and such notes."""
        tops = {band.lane: band.top for band in self.lanes}
        shifted = tops != {band.lane: band.top for band in before}
        moved: dict[str, tuple[Rect | None, Rect | None]] = {}
        notes: set[str] = set()
        for id in removed:
            if self.cards.pop(id, None) is not None and id in self._rects:
                moved[id] = (self._rects.pop(id), None)
                self._obstacles.drop(id)
        for id in self._placed if shifted else [id for id in members if id not in removed]:
            placed, size = self._placed[id], self._sizes[id]
            top = tops[placed.lane] + self._tops[placed.lane][id]
            rect = Rect(placed.x, top, size.width, size.height)
            card = self.cards.get(id)
            if card is None or card.rect != rect or card.lines != size.lines or card.elided != size.elided:
                self.cards[id] = Card(id, rect, size.lines, size.elided)
                if isinstance(placed, Note):
                    notes.add(id)
            if isinstance(placed, Note):
                continue
            old = self._rects.get(id)
            if old != rect:
                moved[id] = (old, rect)
                self._rects[id] = rect
                self._obstacles.put(id, rect)
        return moved, notes

    def _free_y(
        self, band: LaneBand, x: float, y: float, size: tuple[float, float], ignoring: Collection[str]
    ) -> float:
        taken = sorted(
            (top, top + self._sizes[id].height)
            for id, top in self._tops.get(band.lane, {}).items()
            if id not in ignoring
            and id in self._rects
            and self._placed[id].x < x + size[0]
            and x < self._placed[id].x + self._sizes[id].width
        )
        for top, bottom in taken:
            if top < y + size[1] and y < bottom:
                y = bottom + CARD_GAP
        return y

    def _members(self, snapshot: Snapshot) -> dict[str, Placed | None]:
        found: tuple[Placed, ...] = (
            *snapshot.steps(self.stream),
            *snapshot.terminals(self.stream),
            *snapshot.notes(self.stream),
        )
        return {record.id: record for record in found}

    def _member(self, snapshot: Snapshot, id: str) -> Placed | None:
        record = snapshot.find(id)
        return record if isinstance(record, Step | Terminal | Note) else None

    def _flows(self, snapshot: Snapshot) -> set[str]:
        return {flow.id for flow in snapshot.flows(self.stream)}


def _meets(way: tuple[Point, ...], area: Rect, enclosed: bool) -> bool:
    if enclosed:
        return area.encloses(around(way))
    return any(area.overlaps(around((here, there)).grown(0.5)) for here, there in itertools.pairwise(way))
