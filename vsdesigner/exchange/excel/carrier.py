"""The sheet that no menu shows: the document as it was when the workbook was made."""

from __future__ import annotations

from vsdesigner.exchange.carried.xlsx import SHEET, cells
from vsdesigner.exchange.excel.book import Book
from vsdesigner.exchange.excel.styles import Look
from vsdesigner.exchange.excel.text_cells import Cell

_ROW_HEIGHT = 15.0


def add(book: Book) -> None:
    """Add the sheet when the export is asked to carry the document."""
    source = book.options.source
    if not source:
        return
    sheet, rows = book.new_sheet(SHEET)
    sheet.sheet_state = "veryHidden"
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 100
    style = book.styles.number(Look.PLAIN)
    for label, value in cells(source):
        rows.add([Cell(label, style), Cell(value, style)], _ROW_HEIGHT, fixed=True)
