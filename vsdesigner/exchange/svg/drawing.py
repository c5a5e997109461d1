"""Draws a stream or a part of it: what is seen, from the ground up, as pieces of SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from vsdesigner.document.card_words import terminal_text, terminal_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.svg.bands import draw_bands, draw_headers, draw_phase_headers, draw_phases
from vsdesigner.exchange.svg.blocks import draw_note, draw_terminal
from vsdesigner.exchange.svg.cards import MARGIN, draw_step
from vsdesigner.exchange.svg.colours import Colours
from vsdesigner.exchange.svg.flows import draw_flow, draw_label
from vsdesigner.exchange.svg.markup import Value, element_id, number, tag, words
from vsdesigner.language import say
from vsdesigner.layout.geometry import Rect, around, united
from vsdesigner.layout.lanes import LaneBand
from vsdesigner.layout.phases import PhaseBand
from vsdesigner.layout.sans import FAMILIES, SansMeasurer
from vsdesigner.layout.stream_layout import Card, StreamLayout
from vsdesigner.model.dimensions import LANE_HEADER_WIDTH, PHASE_HEADER_HEIGHT
from vsdesigner.model.records import Flow, Note, Placed, Record, Step, Terminal, TerminalKind

SIDE_MARGIN, TOP_MARGIN = 40.0, 14.0
FONTS = ", ".join(FAMILIES)

Marks = Callable[[Record], Mapping[str, Value]]
Watch = Callable[[float], None]  # is told how far the work is, and may raise to end it


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing in scene px: what its `area` shows, in groups from the ground up."""

    area: Rect
    groups: tuple[tuple[str, str], ...]  # class and markup

    def body(self) -> str:
        """Return all groups in one, with the type that they share."""
        inside = (tag("g", {"class": name}, markup) for name, markup in self.groups if markup)
        return tag("g", {"font-family": FONTS}, *inside)

    @property
    def view_box(self) -> str:
        return " ".join(number(part) for part in self.area)


def no_marks(record: Record) -> Mapping[str, Value]:
    """Give what is drawn of a record nothing besides its id."""
    return {}


def nothing_watched(share: float) -> None:
    """Let the work go on."""


class Drawer:
    """Draws one stream in given colours.

    `marks` gives attributes for the group of a record; `watch` is told how far the work is; `prefix` comes
    before the ids of lanes, which several drawings in one page share.
    """

    def __init__(
        self,
        view: Snapshot,
        stream: str,
        colours: Colours,
        marks: Marks = no_marks,
        watch: Watch = nothing_watched,
        prefix: str = "",
    ) -> None:
        self.layout = StreamLayout(view, stream, SansMeasurer())
        self._view = view
        self._stream = stream
        self._colours = colours
        self._marks = marks
        self._watch = watch
        self._prefix = prefix

    def whole(self, *, ground: bool = True) -> Drawing:
        """Return the whole stream with the headers of its lanes and phases."""
        bounds = self.layout.bounds
        top = TOP_MARGIN + (PHASE_HEADER_HEIGHT if self.layout.phases else 0.0)
        area = Rect(
            bounds.x - SIDE_MARGIN - LANE_HEADER_WIDTH,
            bounds.y - top,
            bounds.width + 2 * SIDE_MARGIN + LANE_HEADER_WIDTH,
            bounds.height + top + TOP_MARGIN,
        )
        return self._framed(area, self.layout.cards.keys(), self.layout.routes.keys(), ground=ground)

    def part(self, seen: Rect, *, ground: bool = True) -> Drawing:
        """Return what lies in a part of the scene; headers of lanes and phases stand beside and above it."""
        top = PHASE_HEADER_HEIGHT if self.layout.phases else 0.0
        area = Rect(
            seen.x - LANE_HEADER_WIDTH, seen.y - top, seen.width + LANE_HEADER_WIDTH, seen.height + top
        )
        cards = {id for id, card in self.layout.cards.items() if card.rect.grown(MARGIN).overlaps(area)}
        flows = {
            id
            for id, route in self.layout.routes.items()
            if around(route.points).grown(MARGIN).overlaps(area)
            or (route.label is not None and route.label.overlaps(area))
        }
        return self._framed(area, cards, flows, ground=ground)

    def chosen(self, ids: Collection[str], *, ground: bool = True) -> Drawing | None:
        """Return some cards with the flows between them, without lanes; None when none is of this stream."""
        cards = {id for id in ids if id in self.layout.cards}
        if not cards:
            return None
        flows = {
            flow.id
            for flow in self._view.flows(self._stream)
            if flow.source in cards and flow.target in cards and flow.id in self.layout.routes
        }
        parts = [self.layout.cards[id].rect for id in cards]
        for id in flows:
            route = self.layout.routes[id]
            parts.append(around(route.points))
            if route.label is not None:
                parts.append(route.label)
        area = united(parts).grown(MARGIN)
        under = [("ground", self._ground(area))] if ground else []
        return Drawing(area, (*under, *self._content(cards, flows)))

    # -- inside -----------------------------------------------------------------------------------------
    def _framed(self, area: Rect, cards: Collection[str], flows: Collection[str], *, ground: bool) -> Drawing:
        layout, colours = self.layout, self._colours
        counts = Counter(step.lane for step in self._view.steps(self._stream))
        phases = list(_seen_phases(layout.phases, area.x + LANE_HEADER_WIDTH, area.right))
        strip = PHASE_HEADER_HEIGHT if layout.phases else 0.0
        bands = list(_seen_bands(layout.lanes, area.y + strip, area.bottom))
        bottom = min(area.bottom, layout.lanes[-1].bottom) if layout.lanes else area.bottom
        groups = [
            ("ground", self._ground(area) if ground else ""),
            ("lanes", draw_bands(self._view, bands, area, colours, ground=ground)),
            ("phases", draw_phases(phases, area.y, bottom, colours)),
            *self._content(cards, flows),
            ("headers", draw_headers(self._view, bands, counts, area.x, colours, self._prefix)),
        ]
        if layout.phases:
            headers = draw_phase_headers(self._view, phases, area, colours, ground=ground)
            groups.append(("phase-headers", headers))
        return Drawing(area, tuple(groups))

    def _ground(self, area: Rect) -> str:
        place: dict[str, Value] = {"x": area.x, "y": area.y, "width": area.width, "height": area.height}
        return tag("rect", {**place, "fill": self._colours.of("canvas")})

    def _content(self, cards: Collection[str], flows: Collection[str]) -> list[tuple[str, str]]:
        """Flows, their labels and cards, in that order."""
        layout = self.layout
        routes = [(id, route) for id, route in sorted(layout.routes.items()) if id in flows]
        gone = () if len(routes) == len(layout.routes) else layout.routes.keys() - set(flows)
        ways, labels = [], []
        for id, route in routes:
            flow = self._view.get(id, Flow)
            drawn = draw_flow(route.points, flow.kind, layout.jumps(id, gone), self._colours)
            ways.append(tag("g", {"id": element_id("flow", id), **self._marks(flow)}, drawn))
            if route.label is not None:
                labels.append(draw_label(route.label, route.label_lines, self._colours))
        return [
            ("flows", "".join(ways)),
            ("labels", "".join(labels)),
            ("cards", "".join(self._cards(cards))),
        ]

    def _cards(self, wanted: Collection[str]) -> list[str]:
        drawn = []
        order = [id for id in self._reading_order() if id in wanted]
        for index, id in enumerate(order):
            if index % 50 == 0:
                self._watch(index / len(order))
            drawn.append(self._card(self._view.get(id, Placed), self.layout.cards[id]))
        return drawn

    def _reading_order(self) -> list[str]:
        """Demand, the steps by their numbers, value; notes lie on top."""
        view, stream = self._view, self._stream
        ends = {terminal.kind: terminal for terminal in view.terminals(stream)}
        demand, value = ends.get(TerminalKind.DEMAND), ends.get(TerminalKind.VALUE)
        listed = (demand, *view.steps(stream), value, *view.notes(stream))
        return [record.id for record in listed if record is not None and record.id in self.layout.cards]

    def _card(self, record: Placed, card: Card) -> str:
        view, colours = self._view, self._colours
        kind, told, drawn = "note", "", ""
        if isinstance(record, Step):
            kind = "step"
            told = f"{view.number(record.id)}. {record.name or say('Unnamed step')}"
            drawn = draw_step(view, record, card, colours)
        elif isinstance(record, Terminal):
            kind = "terminal"
            told = ": ".join(filter(None, (terminal_title(view, record), terminal_text(view, record))))
            drawn = draw_terminal(view, record, card, colours)
        elif isinstance(record, Note):
            drawn = draw_note(record, card, colours)
        attributes: dict[str, Value] = {
            "id": element_id(kind, record.id),
            "transform": f"translate({number(card.rect.x)} {number(card.rect.y)})",
        }
        title = (tag("title", None, words(told)),) if told else ()
        return tag("g", {**attributes, **self._marks(record)}, *title, drawn)


def _seen_bands(bands: Iterable[LaneBand], top: float, bottom: float) -> Iterator[LaneBand]:
    """What is seen of the lanes between two heights: the words of a header stand in the middle of that."""
    for band in bands:
        high, low = max(band.top, top), min(band.bottom, bottom)
        if high < low:
            yield LaneBand(band.lane, high, low - high, band.collapsed)


def _seen_phases(phases: Iterable[PhaseBand], left: float, right: float) -> Iterator[tuple[int, PhaseBand]]:
    """What is seen of the phases, with their places in the order: every other one is shaded."""
    for index, phase in enumerate(phases):
        x, end = max(phase.x, left), min(phase.right, right)
        if x < end:
            yield index, PhaseBand(phase.phase, x, end - x)
