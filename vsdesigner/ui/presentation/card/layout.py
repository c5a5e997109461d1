"""Lays a card out: in the largest letters that need the fewest pages, nothing cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from PySide6.QtCore import QRectF

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.presentation.card.bands import bands
from vsdesigner.ui.presentation.card.content import Chip, Chips, Content, Fill, Letters, Words
from vsdesigner.ui.presentation.card.paragraphs import heading_band
from vsdesigner.ui.presentation.card.pieces import Band, Page, Shape, placed
from vsdesigner.ui.presentation.card.text import STEPS, Look
from vsdesigner.ui.theme import Theme

NAME_LENGTHS = (70, 50, 40, 32, 26, 20, 16)  # letters of a name that is said again on further pages


@dataclass(frozen=True, slots=True)
class Laid:
    """The pages of a card, all of them in the same letters."""

    pages: tuple[Page, ...]
    look: Look


def lay_out(content: Content, width: float, height: float, theme: Theme, unit: float, foot: float) -> Laid:
    """Return the pages of a card of this size in px; of several each has `foot` px less for its number."""
    found: list[Laid] = []
    for sizes in STEPS:
        look = Look(theme, unit, sizes, content.colour)
        made = bands(content.blocks, look, width)
        pages = _divided(content, made, look, width, height)
        if len(pages) > 1:
            pages = _divided(content, made, look, width, height - foot)
        found.append(Laid(tuple(pages), look))
        if len(pages) == 1:
            break
    return min(found, key=lambda laid: len(laid.pages))


def _divided(content: Content, made: Sequence[Band], look: Look, width: float, height: float) -> list[Page]:
    """Divide bands among pages; each further one says whose it is, and which section goes on."""
    heads = cache(lambda section: _head(content, section, look, width))
    head: list[Band] = []
    body: list[Band] = []
    pages: list[Page] = []
    y = 0.0
    for index, band in enumerate(made):
        if body and y + _chain(made, index) > height:
            pages.append(_page(head, body))
            goes_on = band.section if not band.heads else ""
            head, body = heads(goes_on), []
            y = _page(head, []).height
        y += band.height + (band.gap if body or head else band.reach)
        body.append(band)
    pages.append(_page(head, body))
    return pages


def _chain(made: Sequence[Band], index: int) -> float:
    """The height of a band and those it is kept together with, with the gap above it."""
    height = 0.0
    for band in made[index:]:
        height += band.gap + band.height
        if not band.keep:
            break
    return height + band.reach


def _head(content: Content, section: str, look: Look, width: float) -> list[Band]:
    chips = [
        chip
        for block in content.blocks
        if isinstance(block, Chips) and block.again
        for chip in block.chips
        if chip.fill in (Fill.LANE, Fill.ACCENT)
    ]
    found = _beside(chips, _name(content), look, width)
    if section:
        found += heading_band(tr("{section} (continued)").format(section=section), look, width)
    return found


def _beside(chips: Sequence[Chip], name: str, look: Look, width: float) -> list[Band]:
    """Chips with as much of a name beside them as their row holds: all of it stands on the first page."""
    plain = bands([Chips(tuple(chips))], look, width) if chips else []
    for length in NAME_LENGTHS if chips and name else ():
        words = Chip(shortened(name, length), fill=Fill.NONE)
        named = bands([Chips((*chips, words))], look, width)
        if len(named) == len(plain) and sum(band.height for band in named) <= plain[0].height:
            return named
    return plain


def _name(content: Content) -> str:
    titles = (each for each in content.blocks if isinstance(each, Words) and each.letters is Letters.TITLE)
    title = next(titles, None)
    return " ".join("".join(run.text for run in title.runs).split()) if title is not None else ""


def _page(head: Sequence[Band], body: Sequence[Band]) -> Page:
    page = Page()
    everything = (*head, *body)
    tops: list[float] = []
    y = 0.0
    for index, band in enumerate(everything):
        y += band.gap if index else band.reach
        tops.append(y)
        target = page.repeated if index < len(head) else page.pieces
        target += placed(band, y)
        y += band.height
    page.height = y + (everything[-1].reach if everything else 0.0)
    _lay_grounds(page, everything, tops)
    return page


def _lay_grounds(page: Page, everything: Sequence[Band], tops: Sequence[float]) -> None:
    """Put what lies behind several bands under them, and let presses on it take the way it stands for."""
    for ground, group in groupby(zip(everything, tops, strict=True), key=lambda entry: entry[0].ground):
        if ground is None:
            continue
        members = list(group)
        (first, top), (last, bottom) = members[0], members[-1]
        low = bottom + last.height + ground.reach
        area = QRectF(ground.left, top - ground.reach, ground.right - ground.left, low - top + ground.reach)
        page.grounds.append(Shape(area, ground.radius, ground.fill, ground.frame, ground.width))
        if first.choice is not None:
            page.choices.append((area, first.choice))
