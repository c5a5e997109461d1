"""Writes a stream as an SVG file that carries its document."""

from __future__ import annotations

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title, use_case_title
from vsdesigner.exchange.carried.svg import metadata
from vsdesigner.exchange.chosen import chosen_streams
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.picture_options import LIGHT_THEME, SELECTION, VIEW, WHOLE
from vsdesigner.exchange.registry import Cancelled, Progress, Question
from vsdesigner.exchange.svg.colours import FixedColours
from vsdesigner.exchange.svg.drawing import Drawer, Drawing
from vsdesigner.exchange.svg.icons import definitions
from vsdesigner.exchange.svg.markup import number, tag, words
from vsdesigner.exchange.svg.outlines import outlined
from vsdesigner.language import say, say_count
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Stream
from vsdesigner.palette import LIGHT, SCHEMES

_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def render(snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question) -> bytes:
    """Return one stream, a selection of it or what a window shows of it, as SVG."""

    def watch(share: float) -> None:
        if cancelled():
            raise Cancelled
        progress(share)

    stream = chosen_streams(snapshot, options)[0]
    colours = FixedColours(SCHEMES.get(options.choice("theme", LIGHT_THEME), LIGHT))
    watch(0.0)
    drawer = Drawer(snapshot, stream.id, colours, watch=watch)
    ground = not options.flag("transparent")
    content = document(snapshot, stream, _extent(drawer, options, ground=ground), options.source)
    if options.flag("outlines"):
        content = outlined(content)
    progress(1.0)
    return content


def _extent(drawer: Drawer, options: ExportOptions, *, ground: bool) -> Drawing:
    extent = options.choice("extent", WHOLE)
    if extent == VIEW and options.area is not None:
        area = Rect(*options.area)
        if area.width > 0 and area.height > 0:
            return drawer.part(area, ground=ground)
    if extent == SELECTION:
        chosen = drawer.chosen(options.selection, ground=ground)
        if chosen is None:
            raise UserError(
                say("Nothing of this stream is selected that could be drawn: select steps first.")
            )
        return chosen
    return drawer.whole(ground=ground)


def document(snapshot: Snapshot, stream: Stream, drawing: Drawing, source: str = "") -> bytes:
    """Return a drawing as a file; with `source`, the text of a document, it carries that."""
    width, height = number(drawing.area.width), number(drawing.area.height)
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<svg {_NAMESPACES} width="{width}" height="{height}" '
        f'viewBox="{drawing.view_box}" role="img">'
    )
    parts = [
        head,
        tag("title", None, words(use_case_title(stream))),
        tag("desc", None, words(_description(snapshot, stream))),
        metadata(source) if source else "",
        definitions(),
        drawing.body(),
        "</svg>\n",
    ]
    return "\n".join(filter(None, parts)).encode("utf-8")


def _description(snapshot: Snapshot, stream: Stream) -> str:
    """What the picture shows, for those who cannot see it."""
    steps = snapshot.steps(stream.id)
    count = say_count("{name} with 1 step.", "{name} with {count} steps.", len(steps))
    names = "; ".join(f"{snapshot.number(step.id)}. {step.name or say('Unnamed step')}" for step in steps)
    return f"{count.replace('{name}', stream_title(stream))} {names}".strip()
