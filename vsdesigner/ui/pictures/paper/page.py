"""A page: what is painted on it, with its head and foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.exchange.pdf.finishing import Bookmark
from vsdesigner.language import say
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.paper.sheet import FOOT, HEAD, MARGIN, Sheet

TITLE_ROLE, SMALL_ROLE = "panel_strong", "card_footer"
_GAP = 12.0

Paint = Callable[[QPainter], None]
PageNumber = int


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry for the list beside the pages; level 0 is a stream."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with what `paint` puts on it, in px from its corner. `aside` stands at the right of the head.

    `marks` are the entries of the list beside the pages that lead here. `paint` is told where the page is
    among all pages, from 0.
    """

    sheet: Sheet
    title: str
    subject: str
    paint: Callable[[QPainter, PageNumber], None]
    aside: str = ""
    marks: tuple[Mark, ...] = ()


def bookmarks(pages: list[Page]) -> list[Bookmark]:
    """Return the list beside the pages."""
    return [
        Bookmark(mark.title, number, mark.level) for number, page in enumerate(pages) for mark in page.marks
    ]


def paint_page(painter: QPainter, page: Page, inks: Inks, number: int, total: int, date: str) -> None:
    """Paint a page with head and foot; the painter's px are 96 an inch, from the corner of the sheet."""
    sheet = page.sheet
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    with text.as_words():
        if inks.theme.dark:
            painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), inks.theme.canvas)
        right = sheet.width - MARGIN
        aside = text.width(page.aside, SMALL_ROLE)
        room = right - MARGIN - aside - 2 * _GAP
        title = text.elided(page.title, TITLE_ROLE, room)
        painter.setPen(inks.text)
        text.draw(painter, title, TITLE_ROLE, MARGIN, MARGIN)
        painter.setPen(inks.muted)
        if page.subject:
            left = MARGIN + text.width(title, TITLE_ROLE) + _GAP
            shown = text.elided(page.subject, SMALL_ROLE, max(0.0, right - aside - _GAP - left))
            text.draw(painter, shown, SMALL_ROLE, left, MARGIN + 2.0)
        text.draw(painter, page.aside, SMALL_ROLE, right - aside, MARGIN + 2.0)
        _line(painter, inks, MARGIN + HEAD - 14.0, sheet)
        foot = sheet.height - MARGIN - FOOT + 16.0
        _line(painter, inks, foot, sheet)
        painter.setPen(inks.muted)
        text.draw(painter, date, SMALL_ROLE, MARGIN, foot + 4.0)
        words = say("Page {number} of {total}").format(number=number + 1, total=total)
        text.draw(painter, words, SMALL_ROLE, right - text.width(words, SMALL_ROLE), foot + 4.0)
        page.paint(painter, number)


def _line(painter: QPainter, inks: Inks, y: float, sheet: Sheet) -> None:
    painter.setPen(QPen(inks.theme.line, 1.0))
    painter.drawLine(int(MARGIN), int(y), int(sheet.width - MARGIN), int(y))
