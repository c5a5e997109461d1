"""Draws the lanes with their headers, and the phases with theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vsdesigner.document.card_words import lane_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.svg.colours import Colours
from vsdesigner.exchange.svg.markup import element_id, tag, words
from vsdesigner.exchange.svg.text import lines_at
from vsdesigner.language import say_count
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.lanes import LaneBand
from vsdesigner.layout.phases import PhaseBand
from vsdesigner.layout.sans import TYPES, SansMeasurer, elided
from vsdesigner.model.dimensions import LANE_HEADER_WIDTH, PHASE_HEADER_HEIGHT
from vsdesigner.model.records import Lane, Phase

EDGE, PADDING, RIGHT = 4.0, 16.0, 12.0
NAME_LINES = 3
LEAST_TEXT = 15.0  # px that a header needs for words
NOTE_GAP = 3.0
PHASE_PADDING, LEAST_PHASE_TEXT = 10.0, 24.0
PHASE_TINT = "0.024"
_measurer = SansMeasurer()


def _box(x: float, y: float, width: float, height: float, fill: str, **more: str) -> str:
    return tag("rect", {"x": x, "y": y, "width": width, "height": height, "fill": fill, **more})


def draw_bands(
    view: Snapshot, bands: Iterable[LaneBand], area: Rect, colours: Colours, *, ground: bool = True
) -> str:
    """Return the bands of the lanes, edge to edge of the area; without `ground` only the lines between."""
    parts = []
    for band in bands:
        colour = view.get(band.lane, Lane).color
        if ground:
            parts.append(_box(area.x, band.top, area.width, band.height, colours.lane(colour, "band")))
        parts += _lines(band, area.x, area.width, colours.lane(colour, "line"))
    return "".join(parts)


def _lines(band: LaneBand, x: float, width: float, ink: str) -> list[str]:
    """The lines above and below a band; the next one's lies on the lower."""
    return [_box(x, y - 0.5, width, 1.0, ink) for y in (band.top, band.bottom)]


def draw_headers(
    view: Snapshot,
    bands: Iterable[LaneBand],
    counts: Mapping[str, int],
    left: float,
    colours: Colours,
    prefix: str,
) -> str:
    """Return the headers of the lanes with their left edge at `left`; `counts` is lane → number of steps.

    `prefix` comes before their ids: the same lanes are drawn for each stream.
    """
    parts = []
    for band in bands:
        lane = view.get(band.lane, Lane)
        ink = colours.lane(lane.color, "line")
        inside = [
            _box(left, band.top, LANE_HEADER_WIDTH, band.height, colours.lane(lane.color, "header")),
            _box(left, band.top, EDGE, band.height, colours.lane(lane.color, "edge")),
            *_lines(band, left, LANE_HEADER_WIDTH, ink),
            _header_words(lane, band, counts.get(lane.id, 0), left, colours),
        ]
        parts.append(
            tag(
                "g",
                {"id": element_id(f"{prefix}lane", lane.id)},
                tag("title", None, words(lane.name)),
                *inside,
            )
        )
    return "".join(parts)


def _header_words(lane: Lane, band: LaneBand, steps: int, left: float, colours: Colours) -> str:
    """The name; the method's name of the activity below where it is another; the number of steps."""
    if band.height < LEAST_TEXT:
        return ""
    room = LANE_HEADER_WIDTH - PADDING - RIGHT
    high, small = TYPES["lane"].height, TYPES["card_footer"].height
    lines = _measurer.lines(lane_title(lane), "lane", room)
    fitting = max(1, min(NAME_LINES, int((band.height - 4) / high)))
    if len(lines) > fitting:
        lines = (*lines[: fitting - 1], elided(" ".join(lines[fitting - 1 :]), "lane", room))
    notes = [lane.name] if lane.alias else []
    if not band.collapsed:
        notes.append(say_count("1 step", "{count} steps", steps))
    tall = len(lines) * high
    while notes and band.height < tall + len(notes) * (small + NOTE_GAP) + 7:
        notes.pop()  # the name comes first, then what the method calls it
    top = (band.top + band.bottom - tall - len(notes) * (small + NOTE_GAP)) / 2
    shown = [elided(note, "card_footer", room) for note in notes]
    return lines_at(lines, "lane", left + PADDING, top, high, colours.lane(lane.color, "text")) + lines_at(
        shown, "card_footer", left + PADDING, top + tall + NOTE_GAP, small + NOTE_GAP, colours.of("muted")
    )


def draw_phases(phases: Iterable[tuple[int, PhaseBand]], top: float, bottom: float, colours: Colours) -> str:
    """Return the quiet bands of the phases across the lanes; every other one is shaded."""
    parts, edges = [], set()
    for index, phase in phases:
        if index % 2 == 0:
            tint = {"fill-opacity": PHASE_TINT}
            parts.append(_box(phase.x, top, phase.width, bottom - top, colours.of("text"), **tint))
        edges |= {phase.x, phase.right}
    parts += [_box(x - 0.5, top, 1.0, bottom - top, colours.of("line")) for x in sorted(edges)]
    return "".join(parts)


def draw_phase_headers(
    view: Snapshot,
    phases: Iterable[tuple[int, PhaseBand]],
    area: Rect,
    colours: Colours,
    *,
    ground: bool = True,
) -> str:
    """Return the strip with the headers of the phases along the top of the area."""
    strip = [
        _box(area.x, area.y, area.width, PHASE_HEADER_HEIGHT, colours.of("window")) if ground else "",
        _box(area.x, area.y + PHASE_HEADER_HEIGHT - 1, area.width, 1.0, colours.of("line")),
    ]
    for index, band in phases:
        strip.append(_phase_header(view, band, area.y, colours, shaded=index % 2 == 0))
    return "".join(strip)


def _phase_header(view: Snapshot, band: PhaseBand, top: float, colours: Colours, *, shaded: bool) -> str:
    phase = view.get(band.phase, Phase)
    inside = [
        _box(
            band.x,
            top,
            band.width,
            PHASE_HEADER_HEIGHT,
            colours.of("phase_header" if shaded else "panel"),
        ),
        _box(band.x, top, 1.0, PHASE_HEADER_HEIGHT, colours.of("faint")),
        _box(band.right, top, 1.0, PHASE_HEADER_HEIGHT, colours.of("faint")),
        _box(band.x, top + PHASE_HEADER_HEIGHT - 1, band.width, 1.0, colours.of("line")),
    ]
    room = band.width - 2 * PHASE_PADDING
    if room >= LEAST_PHASE_TEXT and phase.name.strip():
        shown = elided(phase.name, "panel_strong", room)
        y = top + (PHASE_HEADER_HEIGHT - TYPES["panel_strong"].height) / 2
        middle = band.x + band.width / 2
        inside.append(lines_at((shown,), "panel_strong", middle, y, 0.0, colours.of("text"), centred=True))
    return tag("g", {"id": element_id("phase", phase.id)}, tag("title", None, words(phase.name)), *inside)
