"""A stretch of a stream as it stands on one slide: cards, lanes and ways in points, with readable letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.pptx import axes
from vsdesigner.exchange.pptx.axes import Interval
from vsdesigner.exchange.pptx.ends import with_roomy_ends
from vsdesigner.exchange.pptx.text import SAFETY, fitting_size, widest_word
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.stream_layout import LaneBand, StreamLayout
from vsdesigner.model.dimensions import CARD_HEIGHT, CARD_WIDTH
from vsdesigner.model.records import Note, Step, Terminal

READABLE = 9.0  # pt: smaller letters nobody reads from a screen on a wall
NAME_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, READABLE)
SMALLER_SIZES = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0, 3.5, 3.0)
BADGE = 14.0  # the disc with a step's number, which sits on the corner of its card
NUMBER_MARGIN, TEXT_MARGIN = 7.5, 2.5  # between a card's left and right edge and its name
CARD_ROUND, END_ROUND = 0.1, 0.25  # corners of steps, of demand and value
HEADER = 96.0  # width of the lanes' headers
EDGE = 46.0  # room for the marks of what goes on elsewhere

_MOST_SCALE = 0.95  # pt per px: cards of small streams stay calm
_GAP_ACROSS, _GAP_UPRIGHT, _EMPTY_LANE = 0.58, 0.5, 0.3
_END_ACROSS = 1.15  # demand and value have more to say than their width holds
_LABEL_ACROSS, _LABEL_UPRIGHT = 1.5, 1.2
_RATIO = 1.9
_SIDE = 18.0  # px free before the first and after the last thing
_NEAR = 14.0  # pt by which demand and value may be put straight
_LONG_NAME = 80  # letters; one that is longer may be set smaller than the others


@dataclass(frozen=True, slots=True)
class Scene:
    """Where everything of a stretch stands. `ids` are the cards in it, `size` the letters of their names."""

    span: Interval
    area: Rect  # the lanes without their headers and without the marks at the sides
    ids: tuple[str, ...]
    rects: Mapping[str, Rect]
    lanes: Mapping[str, Rect]
    size: float
    fits: bool
    x: axes.Axis
    y: axes.Axis

    def point(self, point: Point) -> Point:
        """Return where a point of the layout stands."""
        return Point(self.x(point[0]), self.y(point[1]))

    def rect(self, rect: Rect) -> Rect:
        """Return where a rectangle of the layout stands."""
        x, y = self.x(rect.x), self.y(rect.y)
        return Rect(x, y, self.x(rect.right) - x, self.y(rect.bottom) - y)


def whole_span(layout: StreamLayout) -> Interval:
    """Return from where to where a stream reaches, in scene px."""
    bounds = layout.bounds
    return bounds.x - _SIDE, max(bounds.right, bounds.x + CARD_HEIGHT) + _SIDE


def spans(view: Snapshot, layout: StreamLayout, area: Rect) -> list[Interval]:
    """Return the stretches in which the stream is readable on slides: one if it can be."""
    whole = whole_span(layout)
    first = scene(view, layout, whole, area)
    boxes = [(card.rect.x, card.rect.right) for card in layout.cards.values()]
    cuts = axes.gaps(boxes)
    if first.fits or not cuts:
        return [whole]
    found = [whole]
    most = whole[1] - whole[0]
    while len(found) <= len(cuts):
        most *= 0.9
        parts = axes.evenly(whole, cuts, most)
        if len(parts) == len(found):
            if most < CARD_HEIGHT:
                break
            continue
        found = parts
        if all(scene(view, layout, part, area, marks=True).fits for part in parts):
            break
    return found


def scene(
    view: Snapshot,
    layout: StreamLayout,
    span: Interval,
    area: Rect,
    *,
    marks: bool = False,
    ratio: float = _RATIO,
    says: bool = True,
) -> Scene:
    """Return a stretch of the stream fitted into an area of a slide; `marks` keeps room at the sides.

    Neither direction is stretched more than `ratio` times the other. `says`: demand and value say their text
    and grow for it where there is room.
    """
    ids = tuple(id for id, card in layout.cards.items() if span[0] <= card.rect.center.x < span[1])
    cards = [layout.cards[id].rect for id in ids]
    ends = [layout.cards[id].rect for id in ids if isinstance(view.find(id), Terminal)]
    labels = [
        route.label
        for route in layout.routes.values()
        if route.label is not None and span[0] <= route.label.center.x < span[1]
    ]
    edge = EDGE if marks else 0.0
    room = Rect(area.x + HEADER + edge, area.y, area.width - HEADER - 2 * edge, area.height)
    across = axes.weighted(
        span,
        (
            (_END_ACROSS, [(r.x, r.right) for r in ends]),
            (1.0, [(r.x, r.right) for r in cards]),
            (_LABEL_ACROSS, [(r.x, r.right) for r in labels]),
        ),
        _GAP_ACROSS,
    )
    upright = _upright(layout, cards, labels)
    scale_x = min(room.width / axes.length(across), _MOST_SCALE)
    scale_y = min(room.height / axes.length(upright), _MOST_SCALE)
    scale_x, scale_y = min(scale_x, ratio * scale_y), min(scale_y, ratio * scale_x)
    spare = max(0.0, room.width - axes.length(across) * scale_x)
    x = axes.axis(across, room.x + (spare / 2 if not marks else 0.0), scale_x)
    y = axes.axis(upright, room.y, scale_y)
    found = Scene(span, room, ids, {}, {}, 0.0, fits=True, x=x, y=y)
    rects = _levelled(view, layout, {id: found.rect(_nominal(view, layout, id)) for id in ids})
    lanes = {
        band.lane: Rect(area.x, y(band.top), area.width, y(band.bottom) - y(band.top))
        for band in layout.lanes
    }
    size, fits = _name_size(view, rects)
    if says:
        whole = Rect(area.x + HEADER + 4.0, area.y, area.width - HEADER - 8.0, area.height)
        rects = with_roomy_ends(view, rects, whole)  # nothing goes on before demand and behind value
    return Scene(span, room, ids, rects, lanes, size, fits=fits, x=x, y=y)


def corner_inset(rect: Rect, round: float) -> float:
    """Return by how much round corners keep text away from the edges of a shape (`round` as in `Look`)."""
    return 0.2929 * round * min(rect.width, rect.height)


def name_room(rect: Rect) -> tuple[float, float]:
    """Return width and height that a step's name has on its card."""
    inset = 2 * corner_inset(rect, CARD_ROUND)
    return rect.width - NUMBER_MARGIN - TEXT_MARGIN - inset, rect.height - 2.0 - inset


def name_size(name: str, room: tuple[float, float], sizes: Sequence[float]) -> float:
    """Return the first of `sizes` in which a step's name fits into a room (width, height), else the last.

    A word that no card of any slide is wide enough for is broken: it must not make all others small.
    """
    widest = name_room(Rect(0.0, 0.0, CARD_WIDTH * _MOST_SCALE, CARD_HEIGHT * _MOST_SCALE))[0]
    breaks = widest_word(name, READABLE) > widest * SAFETY
    return fitting_size(name, room, sizes, whole=not breaks)


def _nominal(view: Snapshot, layout: StreamLayout, id: str) -> Rect:
    """A card's rectangle; as high as other cards if its longer name can be read in there too."""
    rect = layout.cards[id].rect
    record = view.find(id)
    if not isinstance(record, Step) or record.height is not None or rect.height <= CARD_HEIGHT:
        return rect
    return rect._replace(height=CARD_HEIGHT) if len(record.name) <= _LONG_NAME else rect


def _levelled(view: Snapshot, layout: StreamLayout, rects: dict[str, Rect]) -> dict[str, Rect]:
    """Put demand and value beside what they are joined to by a straight flow, middle to middle."""
    for id in rects:
        if not isinstance(view.find(id), Terminal):
            continue
        flows = [flow for flow in (*view.incoming(id), *view.outgoing(id)) if flow.id in layout.routes]
        for flow in flows:
            other = rects.get(flow.source if flow.target == id else flow.target)
            points = layout.routes[flow.id].points
            if other is not None and len(points) == 2 and points[0][1] == points[1][1]:
                off = other.center.y - rects[id].center.y
                if abs(off) <= _NEAR:
                    rects[id] = rects[id].moved(0.0, off)
                break
    return rects


def _upright(layout: StreamLayout, cards: list[Rect], labels: list[Rect]) -> list[tuple[float, float]]:
    """The stops from the first lane to the last, empty lanes lower than others."""
    top = layout.lanes[0].top if layout.lanes else 0.0
    bottom = layout.lanes[-1].bottom if layout.lanes else CARD_HEIGHT
    empty = [(band.top, band.bottom) for band in layout.lanes if _is_empty(band, cards)]
    return axes.weighted(
        (top, bottom),
        (
            (1.0, [(r.y, r.bottom) for r in cards]),
            (_LABEL_UPRIGHT, [(r.y, r.bottom) for r in labels]),
            (_EMPTY_LANE, empty),
        ),
        _GAP_UPRIGHT,
    )


def _is_empty(band: LaneBand, cards: list[Rect]) -> bool:
    return not any(rect.y < band.bottom and band.top < rect.bottom for rect in cards)


def _name_size(view: Snapshot, rects: Mapping[str, Rect]) -> tuple[float, bool]:
    """The size in which the names of all steps fit, and whether there is one that can be read."""
    size, fits = NAME_SIZES[0], True
    for id, rect in rects.items():
        record = view.find(id)
        if not isinstance(record, Step) or len(record.name) > _LONG_NAME:
            continue
        wanted = name_size(record.name, name_room(rect), (*NAME_SIZES, 0.5))
        if wanted < READABLE:
            fits = False
        size = min(size, max(wanted, READABLE))
    return size, fits and not any(
        isinstance(view.find(id), Note) and rect.height < READABLE for id, rect in rects.items()
    )
