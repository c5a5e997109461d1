"""Native tables that go on where a slide ends: row heights from the real text, high rows divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from vsdesigner.exchange.pptx.sheet import CELL_MARGINS, TableCell
from vsdesigner.exchange.pptx.text import flowed, plain, total_height
from vsdesigner.palette import LIGHT, Rgb, mix

HEAD_FILL = mix(LIGHT.panel, LIGHT.text, 0.06)
LINE = LIGHT.line
_SPARE = 1.5  # pt of a row below its last line

Row = tuple[float, Sequence[TableCell]]


@dataclass(frozen=True, slots=True)
class RowPlan:
    """A row before it has a height; it is never lower than `least`."""

    cells: tuple[TableCell, ...]
    least: float = 0.0


def head(*titles: str, size: float = 11.0) -> RowPlan:
    """Return the row with the headings."""
    cells = tuple(
        TableCell([plain(title, size, bold=True, colour=LIGHT.text)], HEAD_FILL, "middle") for title in titles
    )
    return RowPlan(cells, size * 1.2 + 10.0)


def cell(text: str, size: float = 11.0, *, bold: bool = False, colour: Rgb | None = None) -> TableCell:
    """Return a cell with a paragraph for each line of a text."""
    return TableCell([plain(line, size, bold=bold, colour=colour) for line in text.split("\n")])


def row_height(row: RowPlan, widths: Sequence[float]) -> float:
    """Return the height that a row needs."""
    heights = [
        total_height(found.paragraphs, width - 2 * CELL_MARGINS[0])
        for found, width in zip(row.cells, widths, strict=True)
        if not found.upright
    ]
    return max(row.least, max(heights, default=0.0) + 2 * CELL_MARGINS[1] + _SPARE)


def paged(
    heading: RowPlan | None, rows: Sequence[RowPlan], widths: Sequence[float], height: float
) -> list[list[Row]]:
    """Return the rows of each slide, the heading on every one; at least one page."""
    first: list[Row] = [(row_height(heading, widths), heading.cells)] if heading else []
    room = height - sum(used for used, _ in first)
    pages: list[list[Row]] = [list(first)]
    left = room
    for row in rows:
        for part in _parts(row, widths, room):
            needed = row_height(part, widths)
            if needed > left and len(pages[-1]) > len(first):
                pages.append(list(first))
                left = room
            pages[-1].append((needed, part.cells))
            left -= needed
    return pages


def _parts(row: RowPlan, widths: Sequence[float], room: float) -> list[RowPlan]:
    """A row, or its parts when it is higher than a slide."""
    if row_height(row, widths) <= room:
        return [row]
    inner = room - 2 * CELL_MARGINS[1] - _SPARE
    columns = [
        flowed(found.paragraphs, width - 2 * CELL_MARGINS[0], inner)
        for found, width in zip(row.cells, widths, strict=True)
    ]
    return [
        RowPlan(
            tuple(replace(old, paragraphs=part or ()) for old, part in zip(row.cells, parts, strict=True))
        )
        for parts in zip_longest(*columns)
    ]
