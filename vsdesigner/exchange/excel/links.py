"""Ways from sheet to sheet: from the cover to every sheet and back, from a problem to its step."""

from __future__ import annotations

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.exchange.excel.book import Book
from vsdesigner.exchange.excel.styles import Look
from vsdesigner.exchange.excel.text_cells import Cell, column_letters
from vsdesigner.language import say

BACK = "Contents"


def link(sheet: Worksheet, cell: str, title: str, target: str = "A1", tip: str = "") -> None:
    """Make a cell (``B4``) lead to a cell of the sheet that is called `title`."""
    location = f"{quote_sheetname(title)}!{target}"
    # The rows are not openpyxl's, so there is no cell object to hang a link on.
    sheet._hyperlinks.append(  # type: ignore[attr-defined]
        Hyperlink(ref=cell, location=location, tooltip=tip or None)
    )


def back_cell(book: Book, sheet: Worksheet, column: int, row: int, look: Look = Look.BACK) -> Cell | None:
    """Return the cell that leads back to the cover and link it; None when the workbook has no cover."""
    cover = book.plan_of("cover")
    if cover is None:
        return None
    link(sheet, f"{column_letters(column)}{row}", cover.title, tip=say("Go to the contents"))
    return Cell(say(BACK), book.styles.number(look))
