"""Measures the rows of a card: names and what they are, figures, tallies, ways that can be taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from vsdesigner.ui.presentation.card.content import Choice, Ink, Letters, Named, Run, Tally, Words, plain
from vsdesigner.ui.presentation.card.paragraphs import SEPARATOR, TOGETHER, column, paragraph
from vsdesigner.ui.presentation.card.pieces import Band, Ground, Piece, Placed, Shape, kept_together
from vsdesigner.ui.presentation.card.text import Line, Look, lines, single

ROWS_TOGETHER = 6
NO_BREAK = "\u00a0"
NAMES_SHARE = 0.42  # of the width, that a column of names takes at most


# -- names and what they are --------------------------------------------------------------------------------
def named_bands(blocks: Sequence[Named], look: Look, width: float) -> list[Band]:
    """Rows of two columns; the names of all of them stand in the same one."""
    if look.sizes.compact:
        return kept_together([band for each in blocks for band in _running(each, look, width)], ROWS_TOGETHER)
    marks = [
        single(plain(block.mark, strong=True), look.font(Letters.SMALL, strong=True), look)
        for block in blocks
    ]
    badge = look.em * 0.9 + max(line.area.width() for line in marks) if any(b.mark for b in blocks) else 0.0
    font = look.font(Letters.TEXT)
    widest = max(single(plain(block.name), font, look).area.width() for block in blocks)
    column = min(widest + look.em * 0.1, (width - badge) * NAMES_SHARE)
    left = badge + column + look.em * 0.8
    made: list[Band] = []
    for block, mark in zip(blocks, marks, strict=True):
        names = lines(plain(block.name, Ink.MUTED), font, column, look)
        values = lines(block.runs, font, width - left, look)
        rows = _rows(names, badge, values, left)
        if rows:
            rows[0].gap = look.em * (0.42 if made else 0.5)
            if block.mark:
                rows[0].pieces[:0] = _badge(mark, names[0] if names else mark, look)
        made += kept_together(rows, TOGETHER)
    return kept_together(made, ROWS_TOGETHER)


def _running(block: Named, look: Look, width: float) -> list[Band]:
    """Name and what it is in one paragraph, behind the mark."""
    mark = single(plain(block.mark, strong=True), look.font(Letters.SMALL, strong=True), look)
    left = max(look.em * 1.12, mark.area.width() + look.em * 0.4) + look.em * 0.5 if block.mark else 0.0
    runs = [Run(f"{block.name}  ", Ink.MUTED)] if block.name else []
    runs += block.runs
    words = lines(runs, look.font(Letters.TEXT), width - left, look)
    made = column(words, left, look.em * 0.42)
    if made and block.mark:
        made[0].pieces[:0] = _badge(mark, words[0], look)
    return made


def _rows(names: Sequence[Line], x: float, values: Sequence[Line], left: float) -> list[Band]:
    rows: list[Band] = []
    for index in range(max(len(names), len(values))):
        pieces: list[Piece] = []
        both = []
        for side, start in ((names, x), (values, left)):
            if index < len(side):
                pieces.append(Placed(side[index], start, 0.0))
                both.append(side[index].height)
        rows.append(Band(max(both), pieces))
    return rows


def _badge(mark: Line, beside: Line, look: Look) -> list[Piece]:
    """A letter on a ground, in the middle of the line beside it."""
    ground, ink = look.badge
    height = look.em * 1.12
    width = max(height, mark.area.width() + look.em * 0.4)
    area = QRectF(0.0, beside.area.center().y() - height / 2, width, height)
    return [Shape(area, look.px(6.0), ground), _centred(mark, area, ink)]


def _centred(line: Line, area: QRectF, ink: QColor) -> Placed:
    line.ink = ink
    return Placed(
        line, area.center().x() - line.area.center().x(), area.center().y() - line.area.center().y()
    )


# -- figures ------------------------------------------------------------------------------------------------
def figure_bands(figures: Sequence[tuple[str, str]], look: Look, width: float) -> list[Band]:
    """Rows of values over their names, as many side by side as there is room for; all on one page."""
    made = list(_figure_bands(figures, look, width))
    return kept_together(made, len(made))


def _figure_bands(figures: Sequence[tuple[str, str]], look: Look, width: float) -> Iterator[Band]:
    if look.sizes.compact:
        yield from paragraph(_running_figures(figures), look, width)
        return
    row = Band(0.0, gap=look.em * 0.42)
    x = 0.0
    for value, name in figures:
        large = single(plain(value), look.figure_font(), look)
        small = single(plain(name, Ink.MUTED), look.font(Letters.SMALL), look)
        wide = max(large.area.width(), small.area.width())
        if x and x + wide > width:
            yield row
            row, x = Band(0.0, gap=look.em * 0.5), 0.0
        if wide > width:
            yield from paragraph(Words(plain(value, strong=True)), look, width)
            yield from paragraph(Words(plain(name, Ink.MUTED), Letters.SMALL), look, width)
            continue
        row.pieces += [Placed(large, x, 0.0), Placed(small, x, large.height)]
        row.height = max(row.height, large.height + small.height)
        x += wide + look.em * 0.9
    if row.pieces:
        yield row


def _running_figures(figures: Sequence[tuple[str, str]]) -> Words:
    runs: list[Run] = []
    for value, name in figures:
        if runs:
            runs.append(Run(SEPARATOR, Ink.MUTED))
        runs += [Run(value.replace(" ", NO_BREAK), strong=True), Run(f" {name}", Ink.MUTED)]
    return Words(tuple(runs))


# -- ways ---------------------------------------------------------------------------------------------------
def choice_bands(choice: Choice, look: Look, width: float) -> list[Band]:
    """Return the bands of a way that can be taken."""
    theme = look.theme
    pad = look.em * 0.5
    shades = theme.lane(choice.colour) if choice.colour else None
    edge = shades.edge if shades else theme.accent
    key = single(plain(choice.key, strong=True), look.font(Letters.SMALL, strong=True), look)
    size = max(look.em * 1.3, key.area.width() + look.em * 0.7)
    left = pad + size + look.em * 0.5
    words = lines(plain(choice.text, strong=choice.main), look.font(Letters.TEXT), width - left - pad, look)
    remarks = " · ".join(choice.remarks)
    words += lines((Run(remarks, Ink.MUTED),), look.font(Letters.SMALL), width - left - pad, look)
    made = kept_together(column(words, left, look.em * 0.42), TOGETHER)
    ground = Ground(
        theme.selection if choice.main else theme.card,
        theme.accent if choice.main else theme.control,
        look.px(3.0 if choice.main else 1.5),
        look.px(12.0),
        0.0,
        width,
        look.em * 0.35,
    )
    for band in made:
        band.ground, band.choice = ground, choice.index
    if made:
        area = QRectF(pad, words[0].area.center().y() - size / 2, size, size)
        made[0].height = max(made[0].height, size - look.em * 0.2)
        cap = Shape(area, look.px(7.0), theme.card, edge, look.px(2.5))  # a key, unlike a step's number
        made[0].pieces[:0] = [cap, _centred(key, area, theme.text)]
    return made


# -- tallies ------------------------------------------------------------------------------------------------
def tally_bands(tally: Tally, look: Look, width: float) -> list[Band]:
    """Return a row with the count in a badge of the lane's colour."""
    count = single(plain(tally.count, strong=True), look.font(Letters.SMALL, strong=True), look)
    size = max(look.em * 1.4, count.area.width() + look.em * 0.6)
    shades = look.theme.lane(tally.colour) if tally.colour else None
    left = look.em * 1.4 + look.em * 0.6 if size <= look.em * 1.4 else size + look.em * 0.6
    words = lines(
        plain(tally.name, Ink.TEXT if shades else Ink.MUTED), look.font(Letters.TEXT), width - left, look
    )
    made = column(words, left, look.em * 0.7)
    if made:
        area = QRectF(0.0, words[0].area.center().y() - look.em * 0.7, size, look.em * 1.4)
        fill, frame = (shades.badge, None) if shades else (None, look.theme.control)
        shape = Shape(area, look.px(9.0), fill, frame, look.px(1.5))
        ink = shades.badge_text if shades else look.theme.muted
        made[0].pieces[:0] = [shape, _centred(count, area, ink)]
    return made
