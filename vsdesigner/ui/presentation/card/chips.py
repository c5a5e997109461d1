"""Measures chips: side by side in as many rows as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from vsdesigner.ui.presentation.card.content import (
    CHIP_INKS,
    FILLED,
    Chip,
    Fill,
    Ink,
    Letters,
    Run,
    Words,
    paragraph_of,
)
from vsdesigner.ui.presentation.card.paragraphs import SEPARATOR
from vsdesigner.ui.presentation.card.pieces import Band, Placed, Shape
from vsdesigner.ui.presentation.card.text import Line, Look, single

BETWEEN = 0.35  # of the letters' size, between two chips
FULL = 0.7  # rows to a chip, from which on a list reads better


class _Measured(NamedTuple):
    """A chip with its words and its width in px."""

    chip: Chip
    line: Line
    width: float


def are_items(chips: Sequence[Chip], look: Look, width: float) -> bool:
    """Whether chips are too long to stand side by side, so that one below the other reads better."""
    rows = list(_rows(chips, look, width))
    return any(_is_wide(row, width) for row in rows) or len(rows) > max(2, len(chips) * FULL)


def chip_bands(
    chips: Sequence[Chip],
    look: Look,
    width: float,
    as_words: Callable[[Words], list[Band]],
    *,
    as_items: bool = False,
) -> Iterator[Band]:
    """Yield rows of chips. Where they are too long for that they are paragraphs, as `as_words` makes.

    `as_items` makes them paragraphs however short they are.
    """
    filled = any(chip.fill in FILLED for chip in chips)
    if look.sizes.compact and not filled:
        yield from as_words(running(chips))
        return
    rows = list(_rows(chips, look, width))
    if not filled and (as_items or are_items(chips, look, width)):
        for chip in chips:
            yield from as_words(paragraph_of(chip))
        return
    for row in rows:
        if _is_wide(row, width):
            yield from as_words(paragraph_of(row[0].chip))
        else:
            yield _band(row, look)


def _rows(chips: Sequence[Chip], look: Look, width: float) -> Iterator[list[_Measured]]:
    row: list[_Measured] = []
    x = 0.0
    for chip in chips:
        line = _line(chip, look)
        wide = line.area.width() + 2 * _padding(chip, look)
        if row and x + wide > width:
            yield row
            row, x = [], 0.0
        row.append(_Measured(chip, line, wide))
        x += wide + look.em * BETWEEN
    if row:
        yield row


def _is_wide(row: Sequence[_Measured], width: float) -> bool:
    return row[0].width > width


def running(chips: Sequence[Chip]) -> Words:
    """Return chips as one paragraph."""
    runs: list[Run] = []
    for chip in chips:
        if runs:
            runs.append(Run(SEPARATOR, Ink.MUTED))
        if chip.name:
            runs.append(Run(f"{chip.name}  ", Ink.MUTED))
        runs.append(Run(chip.text, CHIP_INKS[chip.fill]))
    return Words(tuple(runs))


def _line(chip: Chip, look: Look) -> Line:
    strong = chip.fill in FILLED
    runs = [Run(chip.text, CHIP_INKS[chip.fill])]
    if chip.name:
        runs.insert(0, Run(f"{chip.name}  ", Ink.MUTED))
    return single(
        runs, look.font(Letters.SMALL if strong else Letters.TEXT, strong=strong), look, _ink(chip, look)
    )


def _ink(chip: Chip, look: Look) -> QColor | None:
    """The colour of words on a filled ground; None where each run has its own."""
    ground = _ground(chip, look)
    return ground[1] if ground else None


def _ground(chip: Chip, look: Look) -> tuple[QColor, QColor] | None:
    if chip.fill is Fill.ACCENT:
        return look.theme.accent, look.theme.accent_text
    if chip.fill is Fill.LANE:
        shades = look.theme.lane(chip.colour)
        return shades.badge, shades.badge_text
    return None


def _padding(chip: Chip, look: Look) -> float:
    return 0.0 if chip.fill is Fill.NONE else look.em * 0.55


def _band(row: Sequence[_Measured], look: Look) -> Band:
    height = max(line.area.height() for _, line, _ in row) + look.em * 0.36
    made = Band(height, gap=look.em * 0.34)
    x = 0.0
    for chip, line, wide in row:
        area = QRectF(x, 0.0, wide, height)
        ground = _ground(chip, look)
        if ground is not None:
            made.pieces.append(Shape(area, height, ground[0]))
        elif chip.fill is Fill.OUTLINE:
            made.pieces.append(Shape(area, height, look.theme.window, look.theme.line, look.px(1.5)))
        left = x + _padding(chip, look) - line.area.left()
        made.pieces.append(Placed(line, left, height / 2 - line.area.center().y()))
        x += wide + look.em * BETWEEN
    return made
