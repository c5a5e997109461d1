"""Where flows leave and reach a box: which side, and where along it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.dimensions import PORT_GAP, PORT_INSET, STUB
from vsdesigner.model.records import Flow, FlowKind


class Side(Enum):
    """Side of a box with the unit vector that points away from it."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    TOP = (0, -1)
    BOTTOM = (0, 1)

    @property
    def horizontal(self) -> bool:
        """Whether lines leave this side horizontally."""
        return self in (Side.LEFT, Side.RIGHT)


_PINS = {side.name.lower(): side for side in Side}


@dataclass(frozen=True, slots=True)
class Ports:
    """The two ends of a flow."""

    start: Point
    start_side: Side
    end: Point
    end_side: Side


def sides(source: Rect, target: Rect, kind: FlowKind) -> tuple[Side, Side]:
    """Return the sides that a flow joins: forward from right to left, else up and down, else over the top, as
    rework always does."""
    if target.x >= source.right + 2 * STUB - 1:
        return Side.RIGHT, Side.LEFT
    below, above = target.y >= source.bottom + 2 * STUB - 1, source.y >= target.bottom + 2 * STUB - 1
    if kind is not FlowKind.REWORK:
        if below:
            return Side.BOTTOM, Side.TOP
        if above:
            return Side.TOP, Side.BOTTOM
    return Side.TOP, Side.TOP


def sides_toward(corners: Sequence[Point], source: Rect, target: Rect) -> tuple[Side | None, Side | None]:
    """Return the sides that a way through `corners` leaves and reaches; None where they do not say."""
    return _side_toward(corners, source, target), _side_toward(tuple(reversed(corners)), target, source)


def _side_toward(corners: Sequence[Point], box: Rect, other: Rect) -> Side | None:
    if not corners:
        return None
    corner, center = corners[0], box.center
    beside = Side.LEFT if corner.x < center.x else Side.RIGHT
    over = Side.TOP if corner.y < center.y else Side.BOTTOM
    if len(corners) > 1:
        # The piece between the first two corners says how the one before it runs.
        return beside if abs(corner.x - corners[1].x) < abs(corner.y - corners[1].y) else over
    if box.x <= corner.x <= box.right and not box.y <= corner.y <= box.bottom:
        return over
    if box.y <= corner.y <= box.bottom and not box.x <= corner.x <= box.right:
        return beside
    between_x = box.right <= corner.x <= other.x or other.right <= corner.x <= box.x
    return beside if between_x else over


class Joint(NamedTuple):
    """What is known of a flow before its ends have places: the boxes' sides, and what each end leads to.

    `start_at` and `end_at` are the points toward which the ends lead; pinned ends sit in the middle.
    """

    start_side: Side
    end_side: Side
    start_at: Point
    end_at: Point
    start_pinned: bool
    end_pinned: bool


def joint(flow: Flow, source: Rect, target: Rect, corners: Sequence[Point] = ()) -> Joint:
    """Return how a flow joins two boxes: by its pinned sides, else toward its hand-made `corners`, else as
    `sides` says."""
    first, last = sides(source, target, flow.kind)
    start_at, end_at = target.center, source.center
    if corners:
        toward = sides_toward(corners, source, target)
        first, last = toward[0] or first, toward[1] or last
        start_at, end_at = corners[0], corners[-1]
    pinned = _PINS.get(flow.source_side), _PINS.get(flow.target_side)
    return Joint(
        pinned[0] or first, pinned[1] or last, start_at, end_at, pinned[0] is not None, pinned[1] is not None
    )


def port_points(
    flows: Iterable[Flow], node: str, rect: Rect, joint_of: Callable[[Flow], Joint]
) -> dict[tuple[str, str], tuple[Point, Side, bool]]:
    """Return (flow id, "start" or "end") → point, side and whether it may slide along it, for all flows at
    a box.

    Ends on one side stand in the order of what they lead to, so that lines do not cross at the box. Pinned
    ends sit in the middle of their side, the others beside them.
    """
    by_side: dict[Side, list[_End]] = {}
    for flow in flows:
        outgoing = flow.source == node
        found = joint_of(flow)
        side, toward = (found.start_side, found.start_at) if outgoing else (found.end_side, found.end_at)
        pinned = found.start_pinned if outgoing else found.end_pinned
        rank = (toward.y, toward.x) if side.horizontal else (toward.x, toward.y)
        by_side.setdefault(side, []).append(_End(rank, flow.id, "start" if outgoing else "end", pinned))
    points: dict[tuple[str, str], tuple[Point, Side, bool]] = {}
    for side, ends in by_side.items():
        ends.sort()
        for end, point in zip(ends, _places(rect, side, ends), strict=True):
            points[end.flow, end.which] = (point, side, len(ends) == 1 and not end.pinned)
    return points


def reordered(
    places: Mapping[tuple[str, str], tuple[Point, Side, bool]],
    way_of: Callable[[str], Sequence[Point]],
    pinned: Collection[tuple[str, str]],
) -> dict[tuple[str, str], tuple[Point, Side, bool]]:
    """Return the same places on the sides of a box, taken by the ends so that ways which turn off at once do
    not cross those that go on. `pinned` ends keep theirs."""
    found = dict(places)
    for side in Side:
        ends = [end for end, place in places.items() if place[1] is side and end not in pinned]
        if len(ends) < 2:
            continue
        across = 1 if side.horizontal else 0
        ends.sort(key=lambda end: places[end][0][across])
        spots = [places[end] for end in ends]
        ends.sort(key=lambda end: _turning_off(end, way_of(end[0]), side))  # stable: the others stay in order
        found.update(zip(ends, spots, strict=True))
    return found


def _turning_off(end: tuple[str, str], way: Sequence[Point], side: Side) -> tuple[int, float]:
    """Ways that turn to smaller places first, the nearest turn before all; then what goes straight on."""
    if len(way) < 2:
        return 0, 0.0  # two boxes of which one covers the other: the ends meet in one point
    here, there, *others = way if end[1] == "start" else reversed(way)
    across, along = (1, 0) if side.horizontal else (0, 1)
    if not others or here[across] != there[across] or (there[along] - here[along]) * side.value[along] < 0:
        return 0, 0.0
    run = abs(there[along] - here[along])
    return (-1, run) if others[0][across] < there[across] else (1, -run)


class _End(NamedTuple):
    rank: tuple[float, float]
    flow: str
    which: str
    pinned: bool


def _places(rect: Rect, side: Side, ends: Sequence[_End]) -> list[Point]:
    pinned = [index for index, end in enumerate(ends) if end.pinned]
    if not pinned:
        return _spread(rect, side, len(ends))
    # The middle belongs to the pinned ones; as many places on both sides of it as one of them needs.
    before = sum(not end.pinned for end in ends[: pinned[0]])
    others = len(ends) - len(pinned)
    most = max(before, others - before)
    places = _spread(rect, side, 2 * most + 1)
    free = iter(places[most - before : most] + places[most + 1 :])
    return [places[most] if end.pinned else next(free) for end in ends]


def _spread(rect: Rect, side: Side, count: int) -> list[Point]:
    length = rect.height if side.horizontal else rect.width
    gap = min(PORT_GAP, (length - 2 * PORT_INSET) / max(1, count - 1)) if count > 1 else 0.0
    gap = int(gap * 8) / 8  # an exact fraction: the same wherever the box stands
    offsets = [length / 2 + (index - (count - 1) / 2) * gap for index in range(count)]
    match side:
        case Side.LEFT:
            return [Point(rect.x, rect.y + offset) for offset in offsets]
        case Side.RIGHT:
            return [Point(rect.right, rect.y + offset) for offset in offsets]
        case Side.TOP:
            return [Point(rect.x + offset, rect.y) for offset in offsets]
        case Side.BOTTOM:
            return [Point(rect.x + offset, rect.bottom) for offset in offsets]


def straightened(ports: Ports, source: Rect, target: Rect, *, start_free: bool, end_free: bool) -> Ports:
    """Return the ports shifted so that the flow runs straight, where the ends that are alone allow it."""
    if ports.start_side.horizontal != ports.end_side.horizontal or ports.start_side is ports.end_side:
        return ports
    across = 1 if ports.start_side.horizontal else 0
    first, last = ports.start[across], ports.end[across]
    if first == last:
        return ports
    source_span, target_span = _span(source, across), _span(target, across)
    shorter = source_span[1] - source_span[0] <= target_span[1] - target_span[0]
    start_may = start_free and source_span[0] <= last <= source_span[1]
    end_may = end_free and target_span[0] <= first <= target_span[1]
    if end_may and (shorter or not start_may):
        return Ports(ports.start, ports.start_side, _with(ports.end, across, first), ports.end_side)
    if start_may:
        return Ports(_with(ports.start, across, last), ports.start_side, ports.end, ports.end_side)
    return ports


def _span(rect: Rect, across: int) -> tuple[float, float]:
    """Where on a side of a box ports may be."""
    low, high = (rect.y, rect.bottom) if across else (rect.x, rect.right)
    return low + PORT_INSET, high - PORT_INSET


def _with(point: Point, across: int, value: float) -> Point:
    return Point(point.x, value) if across else Point(value, point.y)


def side_middles(source: Rect, target: Rect) -> Iterator[Ports]:
    """Yield every pair of sides with ends in their middles, forward first: for boxes that are walled up."""
    order = (Side.RIGHT, Side.BOTTOM, Side.TOP, Side.LEFT)
    for first in order:
        for last in (Side.LEFT, Side.TOP, Side.BOTTOM, Side.RIGHT):
            yield Ports(side_middle(source, first), first, side_middle(target, last), last)


def side_middle(rect: Rect, side: Side) -> Point:
    """Return the middle of a side."""
    dx, dy = side.value
    center = rect.center
    return Point(center.x + dx * rect.width / 2, center.y + dy * rect.height / 2)
