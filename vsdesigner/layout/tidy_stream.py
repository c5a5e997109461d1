"""What tidying does to a stream: all of it, or the steps that are selected."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.aligning import free_along_y
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.phases import PhaseBand, Span, phase_bands
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.layout.tidy import Arrangement, Link, Node, Origin, tidied
from vsdesigner.model.dimensions import CARD_GAP, FIRST_X, GRID, LANE_PADDING, STEP_GAP, TERMINAL_WIDTH
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind, Note, Placed, Terminal, TerminalKind

FIRST_STEP_X = FIRST_X + TERMINAL_WIDTH + STEP_GAP
# A phase begins and ends beside the middle of the gap: that is where lines go up and down.
BEHIND = 16.0  # px between its last step and its edge
BEFORE = STEP_GAP - BEHIND
LEAST_AIR = 4.0
NEAR = 300.0  # px within which a note belongs to a step


@dataclass(frozen=True, slots=True)
class Tidying:
    """Where things would go: those alone that would move."""

    places: Mapping[str, Place] = field(default_factory=dict)
    phases: Mapping[str, Span] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.places or self.phases)


def tidy_stream(view: Snapshot, layout: StreamLayout, chosen: Collection[str] = ()) -> Tidying:
    """Return what tidying a stream does, or with two steps or more in `chosen` what it does to these.

    No card changes its lane. In the whole stream phases keep their steps and notes stay with theirs; of a
    selection nothing else moves, and it covers nothing else.
    """
    tidier = _Tidier(view, layout)
    ids = [step.id for step in view.steps(layout.stream) if step.id in layout.cards]
    some = [id for id in ids if id in chosen]
    if len(some) > 1:
        return Tidying(tidier.places(tidier.some(some)))
    return tidier.all(ids) if ids else Tidying()


def relative_rects(view: Snapshot, layout: StreamLayout) -> dict[str, Rect]:
    """Return the rectangles of all cards with `y` below the top of their lane."""
    tops = {band.lane: band.top for band in layout.lanes}
    return {id: card.rect.moved(0, -tops[view.get(id, Placed).lane]) for id, card in layout.cards.items()}


class _Tidier:
    """One stream as it stands."""

    def __init__(self, view: Snapshot, layout: StreamLayout) -> None:
        self._view = view
        self._stream = layout.stream
        self._lanes = {band.lane: index for index, band in enumerate(layout.lanes)}
        self._rects = relative_rects(view, layout)

    def all(self, ids: Sequence[str]) -> Tidying:
        """Arrange all steps, with what goes along with them."""
        phases = phase_bands(self._view, self._stream)
        nodes = [self._node(id, _zone(self._rects[id].center.x, phases)) for id in ids]
        tops = dict.fromkeys((node.lane for node in nodes), LANE_PADDING)
        filled = {node.zone for node in nodes}
        empty = {2 * i + 1: phase.width for i, phase in enumerate(phases) if 2 * i + 1 not in filled}
        found = self._arranged(nodes, Origin(FIRST_STEP_X, tops, empty))
        moved = dict(found.rects)
        moved |= self._pinned_ends(moved)
        moved |= self._notes(moved)
        return Tidying(self.places(moved), _spans(phases, found))

    def some(self, ids: Sequence[str]) -> dict[str, Rect]:
        """Arrange these alone, from where the first of them stands."""
        nodes = [self._node(id) for id in ids]
        tops: dict[int, float] = {}
        for node in nodes:
            tops[node.lane] = min(tops.get(node.lane, node.rect.y), node.rect.y)
        tops = {lane: _row(top) for lane, top in tops.items()}
        found = self._arranged(nodes, Origin(min(node.rect.x for node in nodes), tops))
        moved = dict(found.rects)
        for lane in tops:
            group = {node.id: moved[node.id] for node in nodes if node.lane == lane}
            moved |= _below(group, self._others(lane, moved))
        return moved

    def places(self, moved: Mapping[str, Rect]) -> dict[str, Place]:
        """Return the places of those that stand elsewhere now."""
        return {
            id: Place(self._placed(id).lane, rect.x, rect.y)
            for id, rect in moved.items()
            if (rect.x, rect.y) != (self._rects[id].x, self._rects[id].y)
        }

    def _placed(self, id: str) -> Placed:
        return self._view.get(id, Placed)

    def _node(self, id: str, zone: int = 0) -> Node:
        return Node(id, self._lanes[self._placed(id).lane], self._rects[id], zone)

    def _arranged(self, nodes: Sequence[Node], origin: Origin) -> Arrangement:
        links = [
            Link(flow.source, flow.target, flow.kind is FlowKind.MAIN)
            for flow in self._view.flows(self._stream)
            if flow.kind in FORWARD_KINDS
        ]
        demand = self._view.terminal(self._stream, TerminalKind.DEMAND)
        return tidied(nodes, links, [flow.target for flow in self._view.outgoing(demand.id)], origin)

    def _others(self, lane: int, moved: Mapping[str, Rect]) -> list[Rect]:
        """What stays in a lane and must not be covered; also where a card that gave way may go back to."""
        found: list[Rect] = []
        for id, rect in self._rects.items():
            record = self._placed(id)
            if id not in moved and self._lanes[record.lane] == lane and not isinstance(record, Note):
                top = min(record.y, rect.y)
                found.append(Rect(rect.x, top, rect.width, rect.bottom - top))
        return found

    def _pinned_ends(self, moved: Mapping[str, Rect]) -> dict[str, Rect]:
        """Demand first and value last, level with their neighbour in the lane they were put in."""
        found: dict[str, Rect] = {}
        right = max(rect.right for rect in moved.values())
        for terminal in self._view.terminals(self._stream):
            if not terminal.pinned:
                continue  # it finds its place by itself
            first = terminal.kind is TerminalKind.DEMAND
            x = FIRST_X if first else _grid(right + STEP_GAP)
            rect = self._rects[terminal.id]
            found[terminal.id] = Rect(x, self._level(terminal, moved), rect.width, rect.height)
        return found

    def _level(self, terminal: Terminal, moved: Mapping[str, Rect]) -> float:
        first = terminal.kind is TerminalKind.DEMAND
        flows = self._view.outgoing(terminal.id) if first else self._view.incoming(terminal.id)
        ends = [flow.target if first else flow.source for flow in flows]
        levels = [
            (moved[id].x, moved[id].y)
            for id in ends
            if id in moved and self._placed(id).lane == terminal.lane
        ]
        if not levels:
            return LANE_PADDING
        return min(levels)[1] if first else max(levels)[1]

    def _notes(self, moved: Mapping[str, Rect]) -> dict[str, Rect]:
        """Notes go along with the nearest card and give way to the others."""
        in_lane: dict[str, list[str]] = {}
        for id in moved:
            in_lane.setdefault(self._placed(id).lane, []).append(id)
        found: dict[str, Rect] = {}
        for note in self._view.notes(self._stream):
            near = in_lane.get(note.lane, [])
            rect = self._rects[note.id]
            mate = min(near, key=lambda id: (_apart(self._rects[id], rect), id), default="")
            if not mate or _apart(self._rects[mate], rect) > NEAR:
                continue
            dx, dy = moved[mate].x - self._rects[mate].x, moved[mate].y - self._rects[mate].y
            gone = rect.moved(dx, dy)
            gone = gone.moved(0, max(0.0, LANE_PADDING - gone.y))
            found[note.id] = free_along_y(gone, [moved[id] for id in near])
        return found


# -- phases -------------------------------------------------------------------------------------------------
def _zone(x: float, phases: Sequence[PhaseBand]) -> int:
    """Odd numbers are phases, even ones what lies before, between and behind them."""
    index = bisect_right([phase.x for phase in phases], x) - 1
    if index < 0:
        return 0
    return 2 * index + 1 if x < phases[index].right else 2 * index + 2


def _spans(phases: Sequence[PhaseBand], found: Arrangement) -> dict[str, Span]:
    """The phases around their steps, those alone that change; none while all of them fit as they are."""
    if _fit(phases, found):
        return {}
    changed: dict[str, Span] = {}
    edge = FIRST_STEP_X - BEFORE
    for index, phase in enumerate(phases):
        before = [end for zone, (_, end) in found.zones.items() if zone < 2 * index + 1]
        edge = max([edge, *(end + BEHIND for end in before)])
        if 2 * index + 1 in found.zones:
            left, right = found.zones[2 * index + 1]
            span = Span(left - BEFORE, right - left + BEFORE + BEHIND)
        else:
            span = Span(edge, phase.width)
        edge = span.right
        if (span.x, span.width) != (phase.x, phase.width):
            changed[phase.phase] = span
    return changed


def _fit(phases: Sequence[PhaseBand], found: Arrangement) -> bool:
    """Say whether each phase holds its steps with some air, and none of the others'."""
    edge = float("-inf")
    for index, phase in enumerate(phases):
        if phase.x < edge:
            return False
        edge = phase.right
        for zone, (left, right) in found.zones.items():
            inside = phase.x + LEAST_AIR <= left and right + LEAST_AIR <= phase.right
            outside = right <= phase.x or phase.right <= left
            if not (inside if zone == 2 * index + 1 else outside):
                return False
    return True


# -- geometry -----------------------------------------------------------------------------------------------
def _below(group: Mapping[str, Rect], others: Sequence[Rect]) -> dict[str, Rect]:
    """The group as a whole, moved down until it covers none of the others."""
    steps = sorted({0.0, *(_grid(o.bottom + CARD_GAP - rect.y) for rect in group.values() for o in others)})
    for down in (step for step in steps if step >= 0):
        moved = {id: rect.moved(0, down) for id, rect in group.items()}
        if not any(rect.overlaps(other) for rect in moved.values() for other in others):
            return moved
    raise AssertionError("below everything there is always room")


def _apart(one: Rect, other: Rect) -> float:
    dx = max(one.x - other.right, other.x - one.right, 0.0)
    dy = max(one.y - other.bottom, other.y - one.bottom, 0.0)
    return dx + dy


def _grid(value: float) -> float:
    return ceil(value / GRID) * GRID


def _row(top: float) -> float:
    """The next row of the grid, which begins below a lane's padding."""
    return LANE_PADDING + _grid(top - LANE_PADDING)
