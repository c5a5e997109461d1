"""Blocks of cells as spreadsheets put them on the clipboard: every cell counts, empty ones and rows too."""

from __future__ import annotations

import csv
import io

from vsdesigner.exchange.lists.cells import COLUMN_LIMIT, Row, read_cells, unquoted, write_html, write_tsv

ROW_LIMIT = 20_000


def block_text(rows: list[Row]) -> str:
    """Return a block as tab-separated text; a single cell as it is, for it also goes into letters."""
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    return write_tsv(rows)


def block_html(rows: list[Row]) -> str:
    """Return a block as an HTML table without a heading."""
    return write_html((), rows)


def read_block(text: str, html: str = "") -> list[list[str]]:
    """Return the cells of a block, all rows equally long; nothing for an empty clipboard.

    Spreadsheets give both forms, and each loses something: text the line breaks (LibreOffice makes spaces of
    them), tables the exact spaces. Where both have the same shape, each cell is taken from the better one.
    """
    plain = _even(_read_plain(text))
    table = _even(read_cells(html)) if "<t" in html.lower() else []
    if not table:
        return plain
    if not _is_same_shape(plain, table):
        return table
    return [
        [_better(one, other) for one, other in zip(*rows, strict=True)]
        for rows in zip(plain, table, strict=True)
    ]


def _better(plain: str, cell: str) -> str:
    """Return the form of a cell that has kept more: of the same words that with more line breaks."""
    same = plain.split() == cell.split()
    return plain if same and plain.count("\n") >= cell.count("\n") else cell


def _read_plain(text: str) -> list[list[str]]:
    flat = text.replace("\r\n", "\n").replace("\r", "\n")
    if not flat:
        return []
    try:
        rows = list(csv.reader(io.StringIO(flat, newline=""), delimiter="\t", strict=True))
    except csv.Error:  # a quote that is none, and all the rest would be one cell
        rows = [line.split("\t") for line in flat.removesuffix("\n").split("\n")]
    return [[unquoted(cell) for cell in row[:COLUMN_LIMIT]] or [""] for row in rows[:ROW_LIMIT]]


def _even(rows: list[list[str]]) -> list[list[str]]:
    wide = max(map(len, rows), default=0)
    return [[*row, *[""] * (wide - len(row))] for row in rows]


def _is_same_shape(one: list[list[str]], other: list[list[str]]) -> bool:
    return len(one) == len(other) and bool(one) and len(one[0]) == len(other[0])
