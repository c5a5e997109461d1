"""The slides with the lanes: the whole stream on one if it can be read there, else piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pptx.slide import Slide

from vsdesigner.document.card_words import terminal_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.pptx import lane_shapes as shapes
from vsdesigner.exchange.pptx.axes import Interval
from vsdesigner.exchange.pptx.deck import Deck
from vsdesigner.exchange.pptx.master import CONTENT
from vsdesigner.exchange.pptx.scene import EDGE, Scene, scene, spans, whole_span
from vsdesigner.exchange.pptx.sheet import Look, Sheet
from vsdesigner.exchange.pptx.text import fitting_size, plain
from vsdesigner.language import say
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.sans import SansMeasurer
from vsdesigner.layout.stream_layout import Route, StreamLayout
from vsdesigner.model.records import Flow, FlowKind, Note, Phase, Step, Terminal
from vsdesigner.palette import LIGHT, Rgb, mix

_LEGEND = 16.0
_DASHES = {FlowKind.ALTERNATIVE: "dash", FlowKind.REWORK: "dash", FlowKind.INFORMATION: "sysDot"}
_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)  # connection sites of boxes
_MARK = (38.0, 15.0)
_MOST_FLOWS = 400  # on the overview: more of them are a grey cloud
_SMALL_RATIO = 3.2  # on the overview cards need not keep their shape
_SLANT = 2.5  # pt by which a straight flow may miss the level


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
    _overview(deck, layout, area, parts)
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
        _phases(sheet, view, self._layout, self._scene)
        for id in sorted(self._scene.ids, key=lambda id: _reading_order(view, id)):
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
        _legend(sheet, {flow.kind for flow in flows})
        self._deck.finish(self._slide, sheet)

    def _flow(self, flow: Flow) -> None:
        inside = flow.source in self._boxes, flow.target in self._boxes
        route = self._layout.routes[flow.id]
        rects = self._layout.cards
        sites = (
            _site(rects[flow.source].rect, route.points[0]),
            _site(rects[flow.target].rect, route.points[-1]),
        )
        points = [self._scene.point(point) for point in route.points]
        if all(inside):
            ends = (self._boxes[flow.source], sites[0]), (self._boxes[flow.target], sites[1])
            frames = self._scene.rects[flow.source], self._scene.rects[flow.target]
            way = _joined(points, _middle(frames[0], sites[0]), _middle(frames[1], sites[1]))
        elif any(inside) and not self._whole:
            mark = _mark(flow, inside[0], self._layout, self._scene)
            shape, frame = self._marks[mark], self._mark_rects[mark]
            side = _LEFT if mark.right else _RIGHT
            box = flow.source if inside[0] else flow.target
            site = sites[0] if inside[0] else sites[1]
            at_box, at_mark = _middle(self._scene.rects[box], site), _middle(frame, side)
            way = _led(points if inside[0] else points[::-1], at_box, at_mark, self._scene, mark.right)
            ends = (self._boxes[box], site), (shape, side)
            if not inside[0]:
                way, ends = way[::-1], ends[::-1]
        else:
            return
        look = Look(line=_ink(flow.kind), line_width=1.25, dash=_DASHES.get(flow.kind, ""))
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
        shapes.flow_label(self._sheet, "\n".join(route.label_lines), words, place, ground)

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


def flow_words(view: Snapshot, flow: Flow) -> str:
    """Return what is read for a flow."""
    kinds = {
        FlowKind.MAIN: say("Flow from {start} to {end}"),
        FlowKind.ALTERNATIVE: say("Alternative flow from {start} to {end}"),
        FlowKind.REWORK: say("Rework from {start} to {end}"),
        FlowKind.INFORMATION: say("Information from {start} to {end}"),
    }
    words = kinds[flow.kind].format(start=_end_words(view, flow.source), end=_end_words(view, flow.target))
    return f"{words}: {flow.label}" if flow.label else words


def _end_words(view: Snapshot, id: str) -> str:
    record = view.find(id)
    if isinstance(record, Step):
        return say("step {number}").format(number=view.number(id))
    return terminal_title(view, record) if isinstance(record, Terminal) else id


def _reading_order(view: Snapshot, id: str) -> tuple[int, int]:
    record = view.find(id)
    if isinstance(record, Step):
        return 1, view.number(id)
    return (0 if isinstance(record, Terminal) and record.kind.value == "demand" else 2), 0


def _ink(kind: FlowKind) -> Rgb:
    return LIGHT.danger if kind is FlowKind.REWORK else mix(LIGHT.card, LIGHT.text, 0.62)


def _site(rect: Rect, point: Point) -> int:
    """The connection site of the side at which a flow's end lies."""
    distances = {
        _TOP: abs(point[1] - rect.y),
        _LEFT: abs(point[0] - rect.x),
        _BOTTOM: abs(point[1] - rect.bottom),
        _RIGHT: abs(point[0] - rect.right),
    }
    return min(distances, key=distances.__getitem__)


def _middle(rect: Rect, site: int) -> Point:
    x = {_LEFT: rect.x, _RIGHT: rect.right}.get(site, rect.x + rect.width / 2)
    y = {_TOP: rect.y, _BOTTOM: rect.bottom}.get(site, rect.y + rect.height / 2)
    return Point(x, y)


def _joined(points: Sequence[Point], start: Point, end: Point) -> list[Point]:
    """Return a way with its ends put to the middles of the boxes' sides."""
    way = list(points)
    if len(way) == 2:
        return _direct(start, end, level=abs(way[0].x - way[1].x) >= abs(way[0].y - way[1].y))
    for index, place in ((0, start), (-1, end)):
        near = 1 if index == 0 else -2
        level = way[index].y == way[near].y
        way[index] = place
        way[near] = Point(way[near].x, place.y) if level else Point(place.x, way[near].y)
    return way


def _direct(start: Point, end: Point, *, level: bool) -> list[Point]:
    off = abs(start.y - end.y) if level else abs(start.x - end.x)
    if off <= _SLANT:
        return [start, end]
    if level:
        middle = (start.x + end.x) / 2
        return [start, Point(middle, start.y), Point(middle, end.y), end]
    middle = (start.y + end.y) / 2
    return [start, Point(start.x, middle), Point(end.x, middle), end]


def _led(points: Sequence[Point], start: Point, mark: Point, stretch: Scene, right: bool) -> list[Point]:
    """Return the way from a box to the mark at the side, as the flow runs up to there."""
    border = stretch.area.right if right else stretch.area.x
    way: list[Point] = []
    for point in points:
        if way and (point.x > border if right else point.x < border):
            break
        way.append(point)
    last = way[-1]
    turn = border if abs(last.y - mark.y) > 0.01 else last.x
    if len(way) == 1:
        y = start.y
        bend = (start.x + mark.x) / 2 if (border - start.x) * (1 if right else -1) < 6 else border
        return [start, Point(bend, y), Point(bend, mark.y), mark] if abs(y - mark.y) > 0.5 else [start, mark]
    way += [Point(turn, last.y), Point(turn, mark.y), mark]
    level = way[0].y == way[1].y
    way[0] = start
    way[1] = Point(way[1].x, start.y) if level else Point(start.x, way[1].y)
    return way


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
    title = _end_words(view, mark.other)
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


def _phases(sheet: Sheet, view: Snapshot, layout: StreamLayout, stretch: Scene) -> None:
    bottom = max((frame.bottom for frame in stretch.lanes.values()), default=stretch.area.bottom)
    top = stretch.area.y - shapes.PHASE_HEIGHT - 4.0
    for band in layout.phases:
        shapes.phase_header(sheet, view.get(band.phase, Phase), band, stretch, top, bottom)


def _legend(sheet: Sheet, kinds: set[FlowKind]) -> None:
    """Say what the kinds of lines mean, where there is more than one."""
    if not kinds - {FlowKind.MAIN}:
        return
    names = {
        FlowKind.MAIN: say("Main flow"),
        FlowKind.ALTERNATIVE: say("Alternative"),
        FlowKind.REWORK: say("Rework"),
        FlowKind.INFORMATION: say("Information"),
    }
    x, y = CONTENT.x, CONTENT.bottom - 6.0
    for kind, name in names.items():
        if kind not in kinds:
            continue
        look = Look(line=_ink(kind), line_width=1.25, dash=_DASHES.get(kind, ""))
        sheet.connector(name, "", [Point(x, y), Point(x + 26.0, y)], look)
        frame = Rect(x + 30.0, y - 6.0, 74.0, 12.0)
        sheet.box(
            name,
            say("Legend: {name}").format(name=name),
            frame,
            Look(),
            [plain(name, 9.0, colour=LIGHT.muted)],
        )
        x += 106.0


def _overview(deck: Deck, layout: StreamLayout, area: Rect, parts: Sequence[Interval]) -> None:
    """Add the slide with the whole stream small, and which part of it stands on which slide."""
    view = deck.view
    sheet = deck.titled(say("Value stream map: overview"))
    slide = deck.package.new_slide(deck.package.titled)
    stretch = scene(view, layout, whole_span(layout), area, ratio=_SMALL_RATIO)
    shapes.lane_bands(sheet, view, stretch)
    _phases(sheet, view, layout, stretch)
    boxes: dict[str, int] = {}
    for id in sorted(stretch.ids, key=lambda id: _reading_order(view, id)):
        boxes[id] = _small_box(deck, sheet, slide, id, stretch)
    flows = [flow for flow in view.flows(deck.stream.id) if flow.id in layout.routes]
    for flow in flows if len(flows) <= _MOST_FLOWS else ():
        rects = layout.cards
        route = layout.routes[flow.id]
        sites = (
            _site(rects[flow.source].rect, route.points[0]),
            _site(rects[flow.target].rect, route.points[-1]),
        )
        ends = [
            _middle(stretch.rects[id], site)
            for id, site in zip((flow.source, flow.target), sites, strict=True)
        ]
        way = _joined([stretch.point(point) for point in route.points], ends[0], ends[1])
        look = Look(line=_ink(flow.kind), line_width=0.75, dash=_DASHES.get(flow.kind, ""))
        words = flow_words(view, flow)
        glue = (boxes[flow.source], sites[0]), (boxes[flow.target], sites[1])
        sheet.connector(
            words, words, way, look, start=glue[0], end=glue[1], arrow=len(flows) < _MOST_FLOWS / 4
        )
    _part_marks(sheet, stretch, parts, area)
    deck.finish(slide, sheet)


def _small_box(deck: Deck, sheet: Sheet, slide: Slide, id: str, stretch: Scene) -> int:
    view, frame, record = deck.view, stretch.rects[id], deck.view.find(id)
    if isinstance(record, Step):
        colours = shapes.shades(view, record.lane)
        number = str(view.number(id))
        size = fitting_size(
            number, (frame.width, frame.height), (12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 0.5), bold=True
        )
        text = [plain(number, size, bold=True, colour=colours.badge_text, align="ctr")] if size > 1 else []
        look = Look("roundRect", colours.badge, round=0.15)
        name = f"Step {number} {record.name}"
        return sheet.box(name, shapes.step_words(view, record), frame, look, text, link=deck.link(slide, id))
    if isinstance(record, Terminal):
        title = terminal_title(view, record)
        colour = LIGHT.ok if record.kind.value == "value" else LIGHT.accent_ink
        size = fitting_size(
            title, (frame.width - 8.0, frame.height), (10.0, 9.0, 8.0, 7.0, 6.0, 0.5), bold=True
        )
        text = [plain(title, size, bold=True, colour=LIGHT.accent_text, align="ctr")] if size > 1 else []
        return sheet.box(title, title, frame, Look("roundRect", colour, round=0.3), text)
    return sheet.box(say("Note"), say("Note"), frame, Look(fill=shapes.NOTE_FILL, line=shapes.NOTE_LINE))


def _part_marks(sheet: Sheet, stretch: Scene, parts: Sequence[Interval], area: Rect) -> None:
    bottom = max((frame.bottom for frame in stretch.lanes.values()), default=area.bottom)
    place: Callable[[float], float] = stretch.x
    for number, part in enumerate(parts, start=1):
        left = max(place(part[0]), stretch.area.x)
        right = min(place(part[1]), stretch.area.right)
        words = say("Slide {page} of {pages}").format(page=number, pages=len(parts))
        frame = Rect(left + 1.0, bottom + 3.0, right - left - 2.0, 12.0)
        short = words if right - left > 70 else str(number)
        size = fitting_size(short, (frame.width, frame.height), (9.0, 8.0, 7.0, 6.0, 5.0, 0.5))
        text = [plain(short, size, align="ctr", colour=LIGHT.muted)] if size > 1 else []
        look = Look(fill=mix(LIGHT.panel, LIGHT.text, 0.06))
        sheet.box(words, words, frame, look, text)
