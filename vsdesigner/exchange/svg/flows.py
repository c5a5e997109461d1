"""Draws flows: rounded ways that jump over others, arrow heads, labels on patches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from vsdesigner.exchange.svg.colours import Colours
from vsdesigner.exchange.svg.markup import Value, number, tag
from vsdesigner.exchange.svg.text import lines_at
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.jumps import RADIUS as JUMP
from vsdesigner.layout.sans import TYPES, SansMeasurer
from vsdesigner.model.records import FlowKind

CORNER = 10.0
WIDTH = 1.8
HEAD_LENGTH, HEAD_WIDTH = 9.0, 8.0
LABEL_RADIUS = 4.0
_ROUND = 0.5523  # of a quarter circle drawn as one curve
_DASHES: Mapping[FlowKind, str] = {
    FlowKind.ALTERNATIVE: "7.9 5",
    FlowKind.REWORK: "7.9 5",
    FlowKind.INFORMATION: "2 3.4",
}

Spot = tuple[float, float]
Way = Sequence[Spot]
_measurer = SansMeasurer()


def draw_flow(points: Way, kind: FlowKind, jumps: Way, colours: Colours) -> str:
    """Return the way through `points`, which jumps at `jumps`, with its arrow head."""
    tip, (dx, dy) = points[-1], _direction(_before_tip(points), points[-1])
    neck = (tip[0] - dx * (HEAD_LENGTH - 1), tip[1] - dy * (HEAD_LENGTH - 1))
    back = (tip[0] - dx * HEAD_LENGTH, tip[1] - dy * HEAD_LENGTH)
    half = HEAD_WIDTH / 2
    corners = (tip, (back[0] - dy * half, back[1] + dx * half), (back[0] + dy * half, back[1] - dx * half))
    way = [*points[:-1], neck]
    ink = colours.of("flow")
    line: dict[str, Value] = {
        "fill": "none",
        "stroke": ink,
        "stroke-width": WIDTH,
        "stroke-linejoin": "round",
    }
    dashes = _DASHES.get(kind, "")
    parts = [tag("path", {"d": path_through(way, jumps), **line, "stroke-dasharray": dashes})]
    if dashes and jumps:  # between two dashes an arc could get lost
        parts.append(tag("path", {"d": _arcs(way, jumps), **line}))
    parts.append(
        tag("path", {"d": f"M{_spot(corners[0])}L{_spot(corners[1])} {_spot(corners[2])}Z", "fill": ink})
    )
    return "".join(parts)


def draw_label(patch: Rect, lines: tuple[str, ...], colours: Colours) -> str:
    """Return a label on its patch."""
    step = _measurer.line_height("flow_label")
    top = patch.y + (patch.height - step * len(lines)) / 2 + (step - TYPES["flow_label"].height) / 2
    ground = tag(
        "rect",
        {
            "x": patch.x,
            "y": patch.y,
            "width": patch.width,
            "height": patch.height,
            "rx": LABEL_RADIUS,
            "fill": colours.of("canvas"),
        },
    )
    middle = patch.x + patch.width / 2
    return ground + lines_at(lines, "flow_label", middle, top, step, colours.of("text"), centred=True)


def path_through(points: Way, jumps: Way = ()) -> str:
    """Return a path through `points` with round corners. At `jumps`, places on level pieces in the order
    along the way, it goes over the line that it crosses."""
    waiting = list(jumps)
    parts = [f"M{_spot(points[0])}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        parts += (way + leap for way, leap in _leaps(before, here, waiting))
        radius = min(CORNER, _length(before, here) / 2, _length(here, after) / 2)
        if radius < 0.5:
            parts.append(f"L{_spot(here)}")
            continue
        (ix, iy), (ox, oy) = _direction(before, here), _direction(here, after)
        bend = radius * (1 - _ROUND)
        parts.append(f"L{_spot((here[0] - ix * radius, here[1] - iy * radius))}")
        parts.append(
            "C"
            + " ".join(
                _spot(place)
                for place in (
                    (here[0] - ix * bend, here[1] - iy * bend),
                    (here[0] + ox * bend, here[1] + oy * bend),
                    (here[0] + ox * radius, here[1] + oy * radius),
                )
            )
        )
    parts += (way + leap for way, leap in _leaps(points[-2], points[-1], waiting))
    return "".join(parts) + f"L{_spot(points[-1])}"


def _arcs(points: Way, jumps: Way) -> str:
    """The jumps alone."""
    waiting = list(jumps)
    found = (_leaps(here, there, waiting) for here, there in pairwise(points))
    return "".join(f"M{way[1:]}{leap}" for leaps in found for way, leap in leaps)


def _leaps(here: Spot, there: Spot, waiting: list[Spot]) -> Iterator[tuple[str, str]]:
    """Yield for each jump on a level piece the way to it and the jump; those close together are one."""
    ahead, y = (1.0 if here[0] < there[0] else -1.0), here[1]
    low, high = sorted((here[0], there[0]))
    while waiting and y == there[1] == waiting[0][1] and low < waiting[0][0] < high:
        first = last = waiting.pop(0)[0]
        while waiting and waiting[0][1] == y and 0 <= (waiting[0][0] - last) * ahead < 2 * JUMP:
            last = waiting.pop(0)[0]
        yield f"L{_spot((first - JUMP * ahead, y))}", _leap(first, last, y, ahead)


def _leap(first: float, last: float, y: float, ahead: float) -> str:
    bend, top, reach = JUMP * _ROUND, y - JUMP, JUMP * ahead
    up = ((first - reach, y - bend), (first - bend * ahead, top), (first, top))
    down = ((last + bend * ahead, top), (last + reach, y - bend), (last + reach, y))
    return f"C{' '.join(map(_spot, up))}L{_spot((last, top))}C{' '.join(map(_spot, down))}"


def _before_tip(points: Way) -> Spot:
    """The last point that is not the tip itself; a little left of it when there is none."""
    tip = points[-1]
    return next((point for point in reversed(points[:-1]) if point != tip), (tip[0] - 1.0, tip[1]))


def _spot(place: Spot) -> str:
    return f"{number(place[0])} {number(place[1])}"


def _length(here: Spot, there: Spot) -> float:
    return float(((here[0] - there[0]) ** 2 + (here[1] - there[1]) ** 2) ** 0.5)


def _direction(here: Spot, there: Spot) -> Spot:
    length = _length(here, there)
    return ((there[0] - here[0]) / length, (there[1] - here[1]) / length) if length else (1.0, 0.0)
