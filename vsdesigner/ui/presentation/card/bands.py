"""Measures the blocks of a card: each becomes bands that stand one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby, pairwise

from vsdesigner.ui.presentation.card.chips import are_items, chip_bands
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
    as_items = any(
        block.alike and are_items(block.chips, look, width) for block in blocks if isinstance(block, Chips)
    )
    for is_named, group in groupby(blocks, key=lambda block: isinstance(block, Named)):
        if is_named:
            names = [block for block in group if isinstance(block, Named)]
            made = [named_bands(names, look, width)]
        else:
            made = [_bands(block, look, width, as_items=as_items) for block in group]
        # Headings name what follows them.
        for bands_of in made:
            for band in bands_of:
                section = band.section or section
                band.section = section
                band.gap *= look.sizes.gaps
            found += bands_of
    for before, band in pairwise(found):
        if before.ground is not band.ground:
            band.gap += before.reach + band.reach
    return found


def _bands(block: Block, look: Look, width: float, *, as_items: bool) -> list[Band]:
    match block:
        case Heading(text=text):
            return heading_band(text, look, width)
        case Words():
            return paragraph(block, look, width)
        case Banner(text=text):
            return banner(text, look, width)
        case Chips(chips=chips, alike=alike):
            as_words = partial(paragraph, look=look, width=width)
            return list(chip_bands(chips, look, width, as_words, as_items=alike and as_items))
        case Figures(figures=figures):
            return figure_bands(figures, look, width)
        case Tally():
            return tally_bands(block, look, width)
        case Choice():
            return choice_bands(block, look, width)
        case Named():
            return named_bands([block], look, width)
