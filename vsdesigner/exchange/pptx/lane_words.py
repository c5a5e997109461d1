"""What flows are called and how they look, and in which order the things in the lanes are read."""

from __future__ import annotations

from vsdesigner.document.card_words import terminal_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.pptx import lane_shapes as shapes
from vsdesigner.exchange.pptx.master import CONTENT
from vsdesigner.exchange.pptx.scene import Scene
from vsdesigner.exchange.pptx.sheet import Look, Sheet
from vsdesigner.exchange.pptx.text import plain
from vsdesigner.language import say
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.records import Flow, FlowKind, Phase, Step, Terminal
from vsdesigner.palette import LIGHT, Rgb, mix

DASHES = {FlowKind.ALTERNATIVE: "dash", FlowKind.REWORK: "dash", FlowKind.INFORMATION: "sysDot"}


def flow_words(view: Snapshot, flow: Flow) -> str:
    """Return what is read for a flow."""
    kinds = {
        FlowKind.MAIN: say("Flow from {start} to {end}"),
        FlowKind.ALTERNATIVE: say("Alternative flow from {start} to {end}"),
        FlowKind.REWORK: say("Rework from {start} to {end}"),
        FlowKind.INFORMATION: say("Information from {start} to {end}"),
    }
    words = kinds[flow.kind].format(start=end_words(view, flow.source), end=end_words(view, flow.target))
    return f"{words}: {flow.label}" if flow.label else words


def end_words(view: Snapshot, id: str) -> str:
    """Return what a step, demand or value is called as an end of a flow."""
    record = view.find(id)
    if isinstance(record, Step):
        return say("step {number}").format(number=view.number(id))
    return terminal_title(view, record) if isinstance(record, Terminal) else id


def reading_order(view: Snapshot, id: str) -> tuple[int, int]:
    """Return the key by which things are read: demand, the steps by their numbers, the rest."""
    record = view.find(id)
    if isinstance(record, Step):
        return 1, view.number(id)
    return (0 if isinstance(record, Terminal) and record.kind.value == "demand" else 2), 0


def ink_of(kind: FlowKind) -> Rgb:
    """Return the colour of a flow."""
    return LIGHT.danger if kind is FlowKind.REWORK else mix(LIGHT.card, LIGHT.text, 0.62)


def draw_phases(sheet: Sheet, view: Snapshot, layout: StreamLayout, stretch: Scene) -> None:
    """Draw the phases above and across the lanes."""
    bottom = max((frame.bottom for frame in stretch.lanes.values()), default=stretch.area.bottom)
    top = stretch.area.y - shapes.PHASE_HEIGHT - 4.0
    for band in layout.phases:
        shapes.phase_header(sheet, view.get(band.phase, Phase), band, stretch, top, bottom)


def draw_legend(sheet: Sheet, kinds: set[FlowKind]) -> None:
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
        look = Look(line=ink_of(kind), line_width=1.25, dash=DASHES.get(kind, ""))
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
