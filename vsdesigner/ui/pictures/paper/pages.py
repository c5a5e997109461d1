"""All pages of an export or a print: the parts that were chosen, stream by stream."""

from __future__ import annotations

from dataclasses import replace

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.chosen import chosen_streams
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.paper_options import AUTO, CARDS, DIAGRAM, PARTS, USE_CASE
from vsdesigner.exchange.picture_options import EXTENT, SELECTION, WHOLE
from vsdesigner.exchange.registry import Cancelled, Question
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Placed, Stream
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.drawing import StreamDrawing
from vsdesigner.ui.pictures.paper.cards import card_pages
from vsdesigner.ui.pictures.paper.diagram import diagram_pages
from vsdesigner.ui.pictures.paper.page import Mark, Page
from vsdesigner.ui.pictures.paper.sheet import Paper
from vsdesigner.ui.pictures.paper.tables import TABLES, has_use_case


def all_pages(
    snapshot: Snapshot, options: ExportOptions, paper: Paper, inks: Inks, cancelled: Question
) -> list[Page]:
    """Return the pages; raises `UserError` when nothing was chosen, `Cancelled` when told so."""
    parts = options.several(PARTS.id, (DIAGRAM,))
    if not parts:
        raise UserError(say("No part is chosen, so there would be no page: choose the diagram or a table."))
    made: list[Page] = []
    for stream in _shown_streams(snapshot, options):
        start = len(made)
        for part in (choice.value for choice in PARTS.choices if choice.value in parts):
            if cancelled():
                raise Cancelled
            if part == USE_CASE and parts != (USE_CASE,) and not has_use_case(snapshot, stream):
                continue  # a page of empty rows is nothing to hand over
            pages = _part(snapshot, stream, part, options, paper, inks)
            if len(parts) > 1:
                label = next(say(choice.label) for choice in PARTS.choices if choice.value == part)
                pages[0] = _marked(pages[0], label, 1)
            made += pages
        made[start] = _marked(made[start], stream_title(stream), 0)
    return made


def _shown_streams(snapshot: Snapshot, options: ExportOptions) -> list[Stream]:
    """The chosen streams; of a selection those only in which something is selected, if that is any."""
    streams = chosen_streams(snapshot, options)
    if options.choice(EXTENT.id, WHOLE) != SELECTION:
        return streams
    records = (snapshot.find(id) for id in options.selection)
    homes = {record.stream for record in records if isinstance(record, Placed)}
    return [stream for stream in streams if stream.id in homes] or streams[:1]


def _part(
    snapshot: Snapshot, stream: Stream, part: str, options: ExportOptions, paper: Paper, inks: Inks
) -> list[Page]:
    title = stream_title(stream)
    if part == DIAGRAM:
        drawing = StreamDrawing(snapshot, stream.id, options)
        return diagram_pages(drawing, paper, options.choice("pages", AUTO), inks, title, stream.owner)
    make = card_pages if part == CARDS else TABLES[part]
    return make(snapshot, stream, replace(paper, grows=False), inks, title)


def _marked(page: Page, title: str, level: int) -> Page:
    return replace(page, marks=(Mark(title, level), *page.marks))
