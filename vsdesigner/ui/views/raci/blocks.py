"""Blocks of letters on the clipboard, as spreadsheets give and take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QRect

from vsdesigner.commands.raci import Cell, normal
from vsdesigner.exchange.lists.blocks import block_html, block_text, read_block
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import RaciLetter
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.views.raci.model import RaciMatrix

Block = list[list[str]]
_BETWEEN = str.maketrans(dict.fromkeys(",;+&\\|", "/"))


def copied(model: RaciMatrix, block: QRect) -> QMimeData:
    """Return the texts of a block of cells for the clipboard: tab-separated, and as an HTML table."""
    rows = [
        [str(model.index(row, column).data() or "") for column in range(block.left(), block.right() + 1)]
        for row in range(block.top(), block.bottom() + 1)
    ]
    content = QMimeData()
    content.setText(block_text(list(rows)))
    content.setHtml(block_html(list(rows)))
    return content


def read(content: QMimeData | None) -> Block:
    """Return the rows of a block on the clipboard; rows and cells without letters keep their place."""
    if content is None:  # Qt's answer where nobody owns the clipboard
        return []
    return read_block(content.text(), content.html())


def spread(block: Block, target: QRect) -> Block:
    """Return a block repeated over a target that is a multiple of it, so that one cell fills many."""
    high, wide = len(block), max(map(len, block))
    full = [row + [""] * (wide - len(row)) for row in block]
    down = target.height() // high if target.height() % high == 0 else 1
    across = target.width() // wide if target.width() % wide == 0 else 1
    return [row * max(1, across) for row in full] * max(1, down)


def laid(model: RaciMatrix, block: Block, row: int, column: int) -> tuple[Mapping[Cell, str], int]:
    """Return the letters by cell for a block whose first cell is at a place, and how many cells of it hold
    letters but lie beside the matrix. What comes to lie on names or checks is left out.

    Raises UserError, in words for the user, when a text is no letters of the document's set.
    """
    found: dict[Cell, str] = {}
    outside = 0
    for down, texts in enumerate(block):
        for across, text in enumerate(texts):
            cell = model.cell_at(row + down, column + across)
            if cell is not None:
                found[cell] = letters_in(model.letters, text)
            elif text.strip() and (row + down >= len(model.rows) or column + across == model.add_column):
                outside += 1
    return found, outside


def letters_in(known: Sequence[RaciLetter], text: str) -> str:
    """Return the letters that a text means: ``a/r``, ``A, R``, ``AR`` or their names; empty for dashes.

    Raises UserError when it means none.
    """
    names = {entry.name.casefold(): entry.letter for entry in known}
    plain = text.strip().strip("–—-").translate(_BETWEEN)
    parts = [part.strip() for part in plain.split("/") if part.strip()]
    letters = "/".join(names.get(part.casefold(), part) for part in parts)
    for form in (letters, "/".join(letters.replace(" ", "/").replace("/", ""))):
        try:
            return normal(known, form)
        except ValueError:
            continue
    raise UserError(
        tr("Nothing was pasted: “{text}” is none of the letters {letters}.").format(
            text=shortened(text.strip(), 30), letters=", ".join(entry.letter for entry in known)
        )
    )
