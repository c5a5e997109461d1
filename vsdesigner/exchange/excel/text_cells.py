"""Text is text: turns strings into cells that no reader takes for a formula, a number or an escape.

A workbook made here carries user text as inline strings in cells with the quote prefix set, so that Excel
keeps it as text even when somebody edits the cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from vsdesigner.exchange.excel.heights import MOST_CHARACTERS, line_count, most_lines, units16, wrap
from vsdesigner.exchange.xml_text import xml_clean

CONTINUED = "(continued)"

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Cell(NamedTuple):
    """One cell: its text, the number of its style, and the formula whose result the text is, if any.

    With a `number` the cell holds it (`text` is how it is shown, for widths and heights alone); `array`
    makes the formula one that goes through the cells of a range one by one.
    """

    text: str
    style: int
    formula: str = ""
    number: float | None = None
    array: bool = False


def excel_text(text: str) -> str:
    """Return `text` clean, and with ``_x0041_`` spelt so that Excel shows it instead of decoding it."""
    cleaned = xml_clean(text)
    return _ESCAPED.sub("_x005F_", cleaned) if "_x" in cleaned else cleaned


@cache
def column_letters(index: int) -> str:
    """Return the name of a column, from 0: A, B … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def row_xml(number: int, cells: Sequence[Cell | None], height: float, *, fixed: bool = False) -> str:
    """Return a row (numbered from 1) as XML; None leaves a cell out.

    A row that is not `fixed` opens with `height` and grows by itself when somebody edits it.
    """
    custom = ' customHeight="1"' if fixed else ""
    parts = [f'<row r="{number}" ht="{height:g}"{custom}>']
    for index, cell in enumerate(cells):
        if cell is not None:
            parts.append(_cell_xml(f"{column_letters(index)}{number}", cell))
    parts.append("</row>")
    return "".join(parts)


def _cell_xml(place: str, cell: Cell) -> str:
    text, style, formula, number, array = cell
    if formula:
        kind = "" if number is not None else ' t="str"'
        opening = f'<f t="array" ref="{place}">' if array else "<f>"
        result = escape(text) if number is None else repr(number)
        return f'<c r="{place}" s="{style}"{kind}>{opening}{escape(formula)}</f><v>{result}</v></c>'
    if number is not None:
        return f'<c r="{place}" s="{style}"><v>{number!r}</v></c>'
    if not text:
        return f'<c r="{place}" s="{style}"/>'
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(excel_text(text))}</t></is></c>"
    )


def pieces(text: str, points: float, size: float, *, bold: bool = False, spare: int = 0) -> list[str]:
    """Return `text` cut into what one cell can hold and one row can show when wrapped at `points`.

    Cuts fall at line ends where they can, and such a line end is not part of either piece. `spare` lines
    of each row are left free for what the caller adds.
    """
    most = most_lines(size) - spare
    if units16(text) <= MOST_CHARACTERS and line_count(text, points, size, bold=bold) <= most:
        return [text]
    found: list[list[str]] = [[]]
    for paragraph in text.split("\n"):
        lines = _short(wrap(paragraph, points, size, bold=bold), MOST_CHARACTERS // (2 * most))
        lines[-1] += "\n"
        if len(found[-1]) + len(lines) > most >= len(lines):
            found.append([])
        for line in lines:
            if len(found[-1]) == most:
                found.append([])
            found[-1].append(line)
    return ["".join(lines).removesuffix("\n") for lines in found if lines]


def _short(lines: list[str], most: int) -> list[str]:
    """Cut lines again that are longer than `most`: characters without width fill a cell unseen."""
    return [line[at : at + most] for line in lines for at in range(0, max(len(line), 1), most)]
