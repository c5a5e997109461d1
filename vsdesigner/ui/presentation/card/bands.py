"""Measures the blocks of a card: each becomes bands that stand one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from vsdesigner.ui.presentation.card.chips import chip_bands
from vsdesigner.ui.presentation.card.content import (
    Banner,
    Block,
    Chips,
    Choice,
    Figures,
    Heading,
    Named,
    Tally,
    Words,
)
from vsdesigner.ui.presentation.card.paragraphs import banner, heading_band, paragraph
from vsdesigner.ui.presentation.card.pieces import Band
from vsdesigner.ui.presentation.card.rows import choice_bands, figure_bands, named_bands, tally_bands
from vsdesigner.ui.presentation.card.text import Look


def bands(blocks: Sequence[Block], look: Look, width: float) -> list[Band]:
    """Return the bands of blocks, at most `width` px wide, from top to bottom."""
    found: list[Band] = []
    section = ""
    for is_named, group in groupby(blocks, key=lambda block: isinstance(block, Named)):
        if is_named:
            names = [block for block in group if isinstance(block, Named)]
            made = [named_bands(names, look, width)]
        else:
            made = [_bands(block, look, width) for block in group]
        # Headings name what follows them.
        for bands_of in made:
            for band in bands_of:
                section = band.section or section
                band.section = section
            found += bands_of
    for before, band in pairwise(found):
        if before.ground is not band.ground:
            band.gap += before.reach + band.reach
    return found


def _bands(block: Block, look: Look, width: float) -> list[Band]:
    match block:
        case Heading(text=text):
            return heading_band(text, look, width)
        case Words():
            return paragraph(block, look, width)
        case Banner(text=text):
            return banner(text, look, width)
        case Chips(chips=chips):
            return list(chip_bands(chips, look, width, lambda words: paragraph(words, look, width)))
        case Figures(figures=figures):
            return list(figure_bands(figures, look, width))
        case Tally():
            return tally_bands(block, look, width)
        case Choice():
            return choice_bands(block, look, width)
        case Named():
            return named_bands([block], look, width)
