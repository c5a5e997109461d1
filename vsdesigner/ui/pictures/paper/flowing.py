"""Lets rows flow over pages: a header on each, no row torn that fits on a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.paper.blocks import Row
from vsdesigner.ui.pictures.paper.page import Mark, Page
from vsdesigner.ui.pictures.paper.sheet import Sheet

MARK_LEVEL = 2


def flowed(
    rows: Sequence[Row], sheet: Sheet, inks: Inks, title: str, subject: str, header: Row | None = None
) -> list[Page]:
    """Return the pages with these rows; at least one."""
    box = sheet.content
    top = header.height if header is not None else 0.0
    sheets: list[list[tuple[float, Row]]] = [[]]
    y = top
    for whole in rows:
        row: Row | None = whole
        while row is not None:
            gap = row.gap if y > top else 0.0
            room = box.height() - y - gap
            if row.height <= room:
                sheets[-1].append((y + gap, row))
                y += gap + row.height
                row = None
            elif y > top and row.height <= box.height() - top:
                sheets.append([])
                y = top
            else:
                part, rest = row.torn(room)
                if part.height > room and y > top:  # not even a line has room
                    sheets.append([])
                    y = top
                    continue
                sheets[-1].append((y + gap, part))
                y += gap + part.height
                row = rest
    return [_page(placed, sheet, inks, title, subject, header) for placed in sheets]


def _page(
    placed: list[tuple[float, Row]], sheet: Sheet, inks: Inks, title: str, subject: str, header: Row | None
) -> Page:
    corner = sheet.content.topLeft()

    def paint(painter: QPainter, number: int) -> None:
        if header is not None:
            header.paint(painter, corner, inks)
        for y, row in placed:
            row.paint(painter, corner + QPointF(0, y), inks)

    marks = tuple(Mark(row.mark, MARK_LEVEL) for _, row in placed if row.mark)
    return Page(sheet, title, subject, paint, marks=marks)
