"""The slide that shows a long stream whole and small, and which part of it stands on which slide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pptx.slide import Slide

from vsdesigner.document.card_words import terminal_title
from vsdesigner.exchange.pptx import lane_shapes as shapes
from vsdesigner.exchange.pptx.axes import Interval
from vsdesigner.exchange.pptx.deck import Deck
from vsdesigner.exchange.pptx.lane_ways import joined_way, middle_of, site_of
from vsdesigner.exchange.pptx.lane_words import DASHES, draw_phases, flow_words, ink_of, reading_order
from vsdesigner.exchange.pptx.scene import Scene, scene, whole_span
from vsdesigner.exchange.pptx.sheet import Look, Sheet
from vsdesigner.exchange.pptx.text import LINE, fitting_size, plain, text_width
from vsdesigner.language import say
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.records import Step, Terminal
from vsdesigner.palette import LIGHT, Rgb, mix

_MOST_FLOWS = 400  # more of them are a grey cloud
_NAME = 8.0  # pt
_SMALL_RATIO = 3.2  # small cards need not keep their shape


def add_overview(deck: Deck, layout: StreamLayout, area: Rect, parts: Sequence[Interval]) -> None:
    """Add the slide with the whole stream small, and which part of it stands on which slide."""
    view = deck.view
    sheet = deck.titled(say("Value stream map: overview"))
    slide = deck.package.new_slide(deck.package.titled)
    stretch = scene(view, layout, whole_span(layout), area, ratio=_SMALL_RATIO, says=False)
    shapes.lane_bands(sheet, view, stretch)
    draw_phases(sheet, view, layout, stretch)
    boxes: dict[str, int] = {}
    for id in sorted(stretch.ids, key=lambda id: reading_order(view, id)):
        boxes[id] = _small_box(deck, sheet, slide, id, stretch)
    flows = [flow for flow in view.flows(deck.stream.id) if flow.id in layout.routes]
    for flow in flows if len(flows) <= _MOST_FLOWS else ():
        rects = layout.cards
        route = layout.routes[flow.id]
        sites = (
            site_of(rects[flow.source].rect, route.points[0]),
            site_of(rects[flow.target].rect, route.points[-1]),
        )
        ends = [
            middle_of(stretch.rects[id], site)
            for id, site in zip((flow.source, flow.target), sites, strict=True)
        ]
        way = joined_way([stretch.point(point) for point in route.points], ends[0], ends[1])
        look = Look(line=ink_of(flow.kind), line_width=0.75, dash=DASHES.get(flow.kind, ""))
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
        if not text:
            _name_below(sheet, title, frame, stretch, colour)
        return sheet.box(title, title, frame, Look("roundRect", colour, round=0.3), text)
    return sheet.box(say("Note"), say("Note"), frame, Look(fill=shapes.NOTE_FILL, line=shapes.NOTE_LINE))


def _name_below(sheet: Sheet, title: str, frame: Rect, stretch: Scene, colour: Rgb) -> None:
    """Write what a block is called beside it, where it is too small to hold that itself."""
    width, height = text_width(title, _NAME, bold=True) + 6.0, _NAME * LINE
    left = min(max(frame.center.x - width / 2, stretch.area.x), stretch.area.right - width)
    below = Rect(left, frame.bottom + 1.0, width, height)
    above = below.moved(0.0, frame.y - height - 1.0 - below.y)
    taken = [rect for rect in stretch.rects.values() if rect != frame]
    place = above if any(rect.overlaps(below) for rect in taken) else below
    sheet.box(title, title, place, Look(), [plain(title, _NAME, bold=True, colour=colour, align="ctr")])


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
