"""Where flows leave and reach a box: which side, and where along it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

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


@dataclass(frozen=True, slots=True)
class Ports:
    """The two ends of a flow."""

    start: Point
    start_side: Side
    end: Point
    end_side: Side


def sides(source: Rect, target: Rect, kind: FlowKind) -> tuple[Side, Side]:
    """Return the sides that a flow joins: forward from right to left, back over the top, else up and down."""
    if target.x >= source.right + 2 * STUB - 1:
        return Side.RIGHT, Side.LEFT
    below, above = target.y >= source.bottom + 2 * STUB - 1, source.y >= target.bottom + 2 * STUB - 1
    side_by_side = source.x < target.right and target.x < source.right + 2 * STUB
    if side_by_side and kind is not FlowKind.REWORK:
        if below:
            return Side.BOTTOM, Side.TOP
        if above:
            return Side.TOP, Side.BOTTOM
    return Side.TOP, Side.TOP


def port_points(
    flows: Iterable[Flow], node: str, rect: Rect, rect_of: Callable[[str], Rect]
) -> dict[tuple[str, str], tuple[Point, Side, bool]]:
    """Return (flow id, "start" or "end") → point, side and whether it is alone there, for all flows at a box.

    Ends on one side stand in the order of what they lead to, so that lines do not cross at the box.
    """
    by_side: dict[Side, list[tuple[float, float, str, str]]] = {}
    for flow in flows:
        outgoing = flow.source == node
        other = rect_of(flow.target if outgoing else flow.source)
        side = sides(rect, other, flow.kind)[0] if outgoing else sides(other, rect, flow.kind)[1]
        center = other.center
        rank = (center.y, center.x) if side.horizontal else (center.x, center.y)
        by_side.setdefault(side, []).append((*rank, flow.id, "start" if outgoing else "end"))
    found: dict[tuple[str, str], tuple[Point, Side, bool]] = {}
    for side, ends in by_side.items():
        ends.sort()
        for (_, _, flow_id, end), point in zip(ends, _spread(rect, side, len(ends)), strict=True):
            found[flow_id, end] = (point, side, len(ends) == 1)
    return found


def _spread(rect: Rect, side: Side, count: int) -> list[Point]:
    length = rect.height if side.horizontal else rect.width
    gap = min(PORT_GAP, (length - 2 * PORT_INSET) / max(1, count - 1)) if count > 1 else 0.0
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
    horizontal = ports.start_side.horizontal and ports.end_side.horizontal
    if not horizontal or ports.start_side is ports.end_side or ports.start.y == ports.end.y:
        return ports
    if end_free and source.height <= target.height and _inside(ports.start.y, target):
        return Ports(ports.start, ports.start_side, Point(ports.end.x, ports.start.y), ports.end_side)
    if start_free and _inside(ports.end.y, source):
        return Ports(Point(ports.start.x, ports.end.y), ports.start_side, ports.end, ports.end_side)
    if end_free and _inside(ports.start.y, target):
        return Ports(ports.start, ports.start_side, Point(ports.end.x, ports.start.y), ports.end_side)
    return ports


def _inside(y: float, rect: Rect) -> bool:
    return rect.y + PORT_INSET <= y <= rect.bottom - PORT_INSET


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
