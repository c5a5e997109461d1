"""Blocks of cells to and from the system clipboard, as spreadsheets give and take them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from vsdesigner.commands.clipboard import excerpt
from vsdesigner.commands.table.column import Column
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.lists.blocks import block_html, block_text, read_block
from vsdesigner.storage.clipping import encode_clipping
from vsdesigner.ui.mime import EXCERPT
from vsdesigner.ui.views.tables.model import header_text

#: What LibreOffice offers besides: tab-separated with quoted line breaks, every space kept.
EXACT = "application/x-libreoffice-tsvc"
#: Heads that a copy from the drawing has for columns of other names.
DRAWN = {"Step": "name", "Actions and tasks": "tasks"}
HEADER_ROWS = 5  # among which a row of headers is looked for
LEAST_HEADERS = 2


def put_block(view: Snapshot, rows: Sequence[Sequence[str]], steps: Sequence[str] = ()) -> None:
    """Put cells on the clipboard; with `steps` (whole rows) also these steps, for the drawing."""
    block = [tuple(row) for row in rows]
    content = QMimeData()
    content.setText(block_text(list(block)))
    content.setHtml(block_html(list(block)))
    if steps:
        content.setData(EXCERPT, QByteArray(encode_clipping(excerpt(view, steps))))
    QGuiApplication.clipboard().setMimeData(content)


def taken_block(*, plain: bool = False) -> list[list[str]]:
    """Return the cells that are on the clipboard; none when there are none."""
    # Qt's answer is nothing at all where nobody owns the clipboard.
    content: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if content is None:
        return []
    text = content.text()
    if content.hasFormat(EXACT):
        text = bytes(content.data(EXACT).data()).decode("utf-8", "replace")
    return read_block(text, "" if plain else content.html())


def headed(block: list[list[str]], columns: Sequence[Column]) -> tuple[list[Column], list[list[str]]] | None:
    """Return the columns that a row of headers names, and the rows below it without other columns.

    Blocks from a workbook of ours begin with it, below a title. None when there is no such row.
    """
    named = {_folded(header_text(column)): column for column in reversed(columns)}
    named |= {_folded(head): column for head, id in DRAWN.items() for column in columns if column.id == id}
    for at, row in enumerate(block[:HEADER_ROWS]):
        found = [(place, named[_folded(cell)]) for place, cell in enumerate(row) if _folded(cell) in named]
        if len(found) >= LEAST_HEADERS and block[at + 1 :]:
            places = [place for place, _ in found]
            return [column for _, column in found], [[row[at] for at in places] for row in block[at + 1 :]]
    return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
