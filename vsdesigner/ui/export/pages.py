"""Draws the pages of a PDF as they will be, with what paints them into the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import date_text
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.paper_options import AUTO
from vsdesigner.exchange.picture_options import LIGHT_THEME
from vsdesigner.exchange.registry import Cancelled
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.paper.page import paint_page
from vsdesigner.ui.pictures.paper.pages import all_pages
from vsdesigner.ui.pictures.paper.sheet import paper_of
from vsdesigner.ui.theme import LIGHT, THEMES

SIDE = 1_400  # px of the longer side of a page
MOST = 16  # pages that are drawn


def page_pictures(
    view: Snapshot, options: ExportOptions, is_cancelled: Callable[[], bool]
) -> list[tuple[str, QImage]]:
    """Return title and picture of each page; behind the first `MOST` the picture is empty."""
    theme = THEMES.get(options.choice("theme", LIGHT_THEME), LIGHT)
    inks = Inks(theme, 1.0, complete=True, vector=True)  # the pages have scales of their own
    paper = paper_of(options.choice("paper", "A4"), options.choice("orientation", AUTO))
    pages = all_pages(view, options, paper, inks, is_cancelled)
    date = date_text(options.created or datetime.now(UTC))
    found = []
    for number, page in enumerate(pages):
        if is_cancelled():
            raise Cancelled
        image = QImage()
        if number < MOST:
            scale = SIDE / max(page.sheet.width, page.sheet.height)
            size = QSize(round(page.sheet.width * scale), round(page.sheet.height * scale))
            image = QImage(size, QImage.Format.Format_RGB32)
            image.fill(LIGHT.card)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            paint_page(painter, page, inks, number, len(pages), date)
            painter.end()
        found.append((page.title, image))
    return found
