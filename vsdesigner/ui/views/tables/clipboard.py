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
    return read_block(content.text(), "" if plain else content.html())


def without_header(block: list[list[str]], columns: Sequence[Column]) -> list[list[str]]:
    """Return a block without its first row where that names the columns it is about to fall on."""
    if len(block) < 2 or not columns:
        return block
    first = [_folded(cell) for cell in block[0]]
    heads = [_folded(header_text(column)) for column in columns[: len(first)]]
    return block[1:] if first and first == heads else block


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
