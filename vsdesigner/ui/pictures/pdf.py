"""Writes streams as PDF: vectors and text that can be searched, with bookmarks and the document in it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import date_text, stream_title
from vsdesigner.exchange.chosen import chosen_streams
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.paper_options import AUTO
from vsdesigner.exchange.pdf.finishing import finished
from vsdesigner.exchange.picture_options import LIGHT_THEME
from vsdesigner.exchange.registry import Cancelled, Progress, Question
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.paper.page import bookmarks, paint_page
from vsdesigner.ui.pictures.paper.pages import all_pages
from vsdesigner.ui.pictures.paper.sheet import Sheet, paper_of
from vsdesigner.ui.theme import LIGHT, THEMES

RESOLUTION = 1_200  # dots per inch in which places are told
PICTURES = 4.0  # px of a picture in the document for each px of the scene, at most
_LAYING_OUT = 0.3  # of the progress


def render(snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question) -> bytes:
    """Return the streams on pages as PDF."""
    theme = THEMES.get(options.choice("theme", LIGHT_THEME), LIGHT)
    inks = Inks(theme, PICTURES, complete=True, vector=True)
    paper = paper_of(options.choice("paper", "A4"), options.choice("orientation", AUTO))
    created = options.created or datetime.now(UTC)
    pages = all_pages(snapshot, options, paper, inks, cancelled)
    progress(_LAYING_OUT)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(layout_of(pages[0].sheet))
    painter = QPainter()
    if not painter.begin(writer):
        raise UserError(say("The PDF file could not be begun."))
    try:
        for number, page in enumerate(pages):
            if cancelled():
                raise Cancelled
            if number:
                writer.setPageLayout(layout_of(page.sheet))
                writer.newPage()
            painter.save()
            painter.scale(RESOLUTION / 96, RESOLUTION / 96)
            paint_page(painter, page, inks, number, len(pages), date_text(created))
            painter.restore()
            progress(_LAYING_OUT + (1 - _LAYING_OUT) * (number + 1) / len(pages))
    finally:
        painter.end()
    streams = chosen_streams(snapshot, options)
    facts = {
        "Title": " · ".join(stream_title(stream) for stream in streams[:3]),
        "Author": ", ".join(dict.fromkeys(stream.owner for stream in streams[:3] if stream.owner)),
        "Creator": "VS Designer",
    }
    return finished(
        bytes(buffer.data().data()),
        facts=facts,
        created=created,
        bookmarks=bookmarks(pages),
        source=options.source,
    )


def layout_of(sheet: Sheet) -> QPageLayout:
    """Return a sheet as Qt's page layout, without margins: pages have their own."""
    size = QPageSize(sheet.points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
