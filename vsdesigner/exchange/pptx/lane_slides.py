"""The slides with the lanes: the whole stream on one if it can be read there, else piece by piece."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pptx.slide import Slide

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.pptx import lane_shapes as shapes
from vsdesigner.exchange.pptx.deck import Deck
from vsdesigner.exchange.pptx.lane_ways import LEFT, RIGHT, joined_way, led_way, middle_of, site_of
from vsdesigner.exchange.pptx.lane_words import (
    DASHES,
    draw_legend,
    draw_phases,
    end_words,
    flow_words,
    ink_of,
    reading_order,
)
from vsdesigner.exchange.pptx.master import CONTENT
from vsdesigner.exchange.pptx.overview import add_overview
from vsdesigner.exchange.pptx.scene import EDGE, Scene, scene, spans
from vsdesigner.exchange.pptx.sheet import Look, Sheet
from vsdesigner.exchange.pptx.text import fitting_size, plain
from vsdesigner.language import say
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.sans import SansMeasurer
from vsdesigner.layout.stream_layout import Route, StreamLayout
from vsdesigner.model.records import Flow, Note, Step, Terminal
from vsdesigner.palette import LIGHT, mix

_LEGEND = 16.0
_MARK = (38.0, 15.0)


class Mark(NamedTuple):
    """Says at the side of a slide where a flow goes on (or comes from)."""

    right: bool
    outgoing: bool
    other: str
    height: float


def add(deck: Deck) -> None:
    """Add the slides."""
    view, stream = deck.view, deck.stream.id
    layout = StreamLayout(view, stream, SansMeasurer())
    area = _area(layout)
    parts = spans(view, layout, area)
    if len(parts) == 1:
        _Drawing(deck, layout, scene(view, layout, parts[0], area), say("Value stream map"), whole=True).add()
        return
    add_overview(deck, layout, area, parts)
    for number, part in enumerate(parts, start=1):
        title = say("Value stream map ({page} of {pages})").format(page=number, pages=len(parts))
        stretch = scene(view, layout, part, area, marks=True)
        _Drawing(deck, layout, stretch, title).add()


def _area(layout: StreamLayout) -> Rect:
    top = shapes.PHASE_HEIGHT + 4.0 if layout.phases else 0.0
    return Rect(CONTENT.x, CONTENT.y + top, CONTENT.width, CONTENT.height - top - _LEGEND)


class _Drawing:
    """One slide with a stretch of the stream."""

    def __init__(
        self, deck: Deck, layout: StreamLayout, stretch: Scene, title: str, *, whole: bool = False
    ) -> None:
        self._deck, self._layout, self._scene = deck, layout, stretch
        self._whole = whole
        self._sheet = deck.titled(title)
        self._slide: Slide = deck.package.new_slide(deck.package.titled)
        self._boxes: dict[str, int] = {}
        self._marks: dict[Mark, int] = {}
        self._mark_rects: dict[Mark, Rect] = {}

    def add(self) -> None:
        view, sheet = self._deck.view, self._sheet
        shapes.lane_bands(sheet, view, self._scene)
        draw_phases(sheet, view, self._layout, self._scene)
        for id in sorted(self._scene.ids, key=lambda id: reading_order(view, id)):
            record = view.find(id)
            if isinstance(record, Step):
                link = self._deck.link(self._slide, id)
                self._boxes[id] = shapes.step_card(sheet, view, record, self._scene, link=link)
            elif isinstance(record, Terminal):
                self._boxes[id] = shapes.terminal_card(sheet, view, record, self._scene)
        flows = [
            flow
            for flow in view.flows(self._deck.stream.id)
            if flow.id in self._layout.routes and (flow.source in self._boxes or flow.target in self._boxes)
        ]
        if not self._whole:
            self._place_marks(flows)
        for flow in flows:
            self._flow(flow)
        for flow in flows:
            self._label(flow)
        for id in self._scene.ids:
            record = view.find(id)
            if isinstance(record, Note):
                shapes.note_box(sheet, record, self._scene, self._slide)
        draw_legend(sheet, {flow.kind for flow in flows})
        self._deck.finish(self._slide, sheet)

    def _flow(self, flow: Flow) -> None:
        inside = flow.source in self._boxes, flow.target in self._boxes
        route = self._layout.routes[flow.id]
        rects = self._layout.cards
        sites = (
            site_of(rects[flow.source].rect, route.points[0]),
            site_of(rects[flow.target].rect, route.points[-1]),
        )
        points = [self._scene.point(point) for point in route.points]
        if all(inside):
            ends = (self._boxes[flow.source], sites[0]), (self._boxes[flow.target], sites[1])
            frames = self._scene.rects[flow.source], self._scene.rects[flow.target]
            way = joined_way(points, middle_of(frames[0], sites[0]), middle_of(frames[1], sites[1]))
        elif any(inside) and not self._whole:
            mark = _mark(flow, inside[0], self._layout, self._scene)
            shape, frame = self._marks[mark], self._mark_rects[mark]
            side = LEFT if mark.right else RIGHT
            box = flow.source if inside[0] else flow.target
            site = sites[0] if inside[0] else sites[1]
            at_box, at_mark = middle_of(self._scene.rects[box], site), middle_of(frame, side)
            way = led_way(points if inside[0] else points[::-1], at_box, at_mark, self._scene, mark.right)
            ends = (self._boxes[box], site), (shape, side)
            if not inside[0]:
                way, ends = way[::-1], ends[::-1]
        else:
            return
        look = Look(line=ink_of(flow.kind), line_width=1.25, dash=DASHES.get(flow.kind, ""))
        words = flow_words(self._deck.view, flow)
        self._sheet.connector(words, words, way, look, start=ends[0], end=ends[1])

    def _label(self, flow: Flow) -> None:
        route = self._layout.routes[flow.id]
        if route.label is None:
            return
        if not self._scene.span[0] <= route.label.center.x < self._scene.span[1]:
            return
        place = self._scene.rect(route.label)
        middle = place.center
        lane = next((id for id, frame in self._scene.lanes.items() if frame.contains(middle)), "")
        ground = Look(fill=shapes.shades(self._deck.view, lane).band if lane else LIGHT.card)
        words = say("Label of the flow: {label}").format(label=" ".join(route.label_lines))
        shapes.flow_label(self._sheet, "\n".join(route.label_lines), words, place, ground, self._scene.area)

    def _place_marks(self, flows: Sequence[Flow]) -> None:
        """Put a mark at the side for everything beyond it that flows lead to or come from."""
        wanted: dict[Mark, float] = {}
        for flow in flows:
            inside = flow.source in self._boxes, flow.target in self._boxes
            if any(inside) and not all(inside):
                mark = _mark(flow, inside[0], self._layout, self._scene)
                wanted.setdefault(mark, mark.height)
        for right in (False, True):
            last = self._scene.area.y
            ordered = sorted((mark for mark in wanted if mark.right is right), key=lambda mark: mark.height)
            for mark in ordered:
                y = max(last, mark.height - _MARK[1] / 2)
                last = y + _MARK[1] + 2.0
                x = self._scene.area.right + EDGE - _MARK[0] if right else self._scene.area.x - EDGE + 2.0
                self._mark_rects[mark] = Rect(x, y, *_MARK)
            self._lift(ordered, last - self._scene.area.bottom)
        for mark, frame in self._mark_rects.items():
            self._marks[mark] = _draw_mark(self._sheet, self._deck.view, mark, frame)

    def _lift(self, marks: Sequence[Mark], too_low: float) -> None:
        """Push marks up that were pushed below the drawing."""
        limit = self._scene.area.bottom + 2.0
        for mark in reversed(marks if too_low > 0 else ()):
            frame = self._mark_rects[mark]
            y = max(min(frame.y, limit - _MARK[1] - 2.0), self._scene.area.y)
            self._mark_rects[mark] = frame._replace(y=y)
            limit = y


def _mark(flow: Flow, outgoing: bool, layout: StreamLayout, stretch: Scene) -> Mark:
    other = flow.target if outgoing else flow.source
    right = layout.cards[other].rect.center.x >= stretch.span[1]
    border = stretch.span[1] if right else stretch.span[0]
    height = _height_at(layout.routes[flow.id], border, from_start=outgoing)
    return Mark(right, outgoing, other, round(stretch.y(height), 2))


def _height_at(route: Route, x: float, *, from_start: bool) -> float:
    """The height at which a way crosses an upright line first, seen from the end that is inside."""
    points = route.points if from_start else route.points[::-1]
    for here, there in pairwise(points):
        if min(here.x, there.x) <= x <= max(here.x, there.x):
            return here.y
    return points[0].y


def _draw_mark(sheet: Sheet, view: Snapshot, mark: Mark, frame: Rect) -> int:
    record = view.find(mark.other)
    title = end_words(view, mark.other)
    short = str(view.number(mark.other)) if isinstance(record, Step) else title
    words = say("Goes on to {end}") if mark.outgoing else say("Comes from {end}")
    text = f"→ {short}" if mark.outgoing else f"{short} →"
    size = fitting_size(text, (frame.width - 6.0, frame.height), (9.0, 8.5, 8.0, 7.0, 6.0, 5.0), bold=True)
    look = Look("roundRect", mix(LIGHT.panel, LIGHT.text, 0.06), LIGHT.flow, 0.75, round=0.5)
    ink = LIGHT.text
    description = words.format(end=title)
    return sheet.box(
        description, description, frame, look, [plain(text, size, bold=True, colour=ink, align="ctr")]
    )
