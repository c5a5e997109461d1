"""Sheets that are no table: rows of cells whose heights follow from their texts, wide cells merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.exchange.excel.archive import RowStore
from vsdesigner.exchange.excel.book import Book
from vsdesigner.exchange.excel.continuation import Slot, spread
from vsdesigner.exchange.excel.heights import room, row_height
from vsdesigner.exchange.excel.styles import (
    BODY_SIZE,
    COVER_SIZE,
    SECTION_SIZE,
    TITLE_SIZE,
    USE_CASE_SIZE,
    Look,
)
from vsdesigner.exchange.excel.text_cells import Cell, column_letters


class Face(NamedTuple):
    """What a look needs for measuring: size in pt, bold, levels of indent."""

    size: float
    bold: bool
    indent: int


_MERGED_SHARE = 0.88  # no program makes rows higher for merged cells: room for a font that is wider
_PLAIN = Face(BODY_SIZE, bold=False, indent=1)
_FACES = {
    Look.TITLE: Face(TITLE_SIZE, bold=True, indent=0),
    Look.SUBTITLE: Face(BODY_SIZE, bold=False, indent=0),
    Look.FACTS: Face(BODY_SIZE, bold=False, indent=0),
    Look.COVER_TITLE: Face(COVER_SIZE, bold=True, indent=0),
    Look.SECTION: Face(SECTION_SIZE, bold=True, indent=0),
    Look.LABEL: Face(USE_CASE_SIZE, bold=True, indent=1),
    Look.VALUE: Face(USE_CASE_SIZE, bold=False, indent=1),
    Look.LINK: Face(USE_CASE_SIZE, bold=False, indent=1),
    Look.HEAD: Face(BODY_SIZE, bold=True, indent=1),
    Look.NOTE: Face(BODY_SIZE, bold=False, indent=0),
    Look.SUM_LABEL: Face(BODY_SIZE, bold=True, indent=1),
    Look.LEVEL: Face(BODY_SIZE, bold=True, indent=1),
}


class Piece(NamedTuple):
    """A text on a free sheet; `style` takes the place of the look's own number, for colours of lanes.

    It reaches over `span` columns, which are merged when there are several.
    """

    text: str
    look: Look = Look.TEXT
    span: int = 1
    style: int | None = None
    users: bool = True


@dataclass(frozen=True, slots=True)
class FreeSheet:
    """A sheet that grows row by row; `widths` are those of its columns."""

    book: Book
    sheet: Worksheet
    rows: RowStore
    widths: Sequence[float]

    def add(self, *entries: Piece, least: float = 0.0) -> int:
        """Add a row, or as many as Excel's limits make of it; returns the number of the first."""
        slots = []
        column = 0
        for entry in entries:
            face = _FACES.get(entry.look, _PLAIN)
            width = sum(self.widths[column : column + entry.span])
            points = room(width, face.indent) * (_MERGED_SHARE if entry.span > 1 else 1.0)
            slots.append(Slot(points, face.size, face.bold))
            column += entry.span
        largest = max(_FACES.get(entry.look, _PLAIN).size for entry in entries if entry.text or entry.users)
        first = self.rows.last + 1
        merged = any(entry.span > 1 and entry.text for entry in entries)
        for part in spread([entry.text for entry in entries], slots):
            height = row_height(part.lines, largest, least=least)
            self._row(part.texts, entries, height, fixed=merged or bool(least))
        return first

    def gap(self, height: float = 12.0) -> None:
        """Add an empty row."""
        self.rows.add([], height, fixed=True)

    def _row(self, texts: Sequence[str], entries: Sequence[Piece], height: float, *, fixed: bool) -> None:
        cells: list[Cell | None] = []
        merged: list[tuple[int, int]] = []
        for text, entry in zip(texts, entries, strict=True):
            style = entry.style
            if style is None:
                style = self.book.styles.number(entry.look, users_text=entry.users)
            if entry.span > 1:
                merged.append((len(cells), len(cells) + entry.span - 1))
            cells += [Cell(text, style), *[Cell("", style)] * (entry.span - 1)]
        number = self.rows.add(cells, height, fixed=fixed)
        for first, last in merged:
            self.sheet.merged_cells.add(f"{column_letters(first)}{number}:{column_letters(last)}{number}")


def free_sheet(book: Book, title: str, widths: Sequence[float]) -> FreeSheet:
    """Add an empty sheet with these columns."""
    sheet, rows = book.new_sheet(title)
    for index, width in enumerate(widths):
        sheet.column_dimensions[column_letters(index)].width = width
    return FreeSheet(book, sheet, rows, widths)
