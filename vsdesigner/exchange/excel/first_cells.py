"""The first cells of each sheet of a workbook that was just written, for a look at it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from vsdesigner.exchange.registry import Cancelled

MOST_ROWS, MOST_COLUMNS = 40, 14  # of a sheet
MOST_CELL = 300  # characters


@dataclass(frozen=True, slots=True)
class SheetLook:
    """The first rows of a sheet that people see; `more` rows come behind them."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    more: int = 0


def first_cells(content: bytes, is_cancelled: Callable[[], bool]) -> list[SheetLook]:
    """Return what stands first in each visible sheet of a workbook of ours; raises `Cancelled`."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    try:
        found = []
        for sheet in book.worksheets:
            if is_cancelled():
                raise Cancelled
            if sheet.sheet_state != "visible":
                continue
            rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            texts = [tuple("" if cell is None else str(cell)[:MOST_CELL] for cell in row) for row in rows]
            while texts and not any(texts[-1]):
                texts.pop()
            found.append(SheetLook(sheet.title, tuple(texts), max(0, (sheet.max_row or 0) - MOST_ROWS)))
    finally:
        book.close()
    return found
