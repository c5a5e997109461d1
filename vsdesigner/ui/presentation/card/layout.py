"""Lays a card out: in the largest letters that need the fewest pages, nothing cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.presentation.card.bands import bands
from vsdesigner.ui.presentation.card.content import (
    FILLED,
    Block,
    Chip,
    Chips,
    Choice,
    Content,
    Fill,
    Heading,
    Letters,
    Words,
    plain,
)
from vsdesigner.ui.presentation.card.paging import divide
from vsdesigner.ui.presentation.card.paragraphs import heading_band, paragraph
from vsdesigner.ui.presentation.card.pieces import Band, Page, Shape, placed
from vsdesigner.ui.presentation.card.text import STEPS, Look
from vsdesigner.ui.theme import Theme

NAME_LENGTHS = (70, 50, 40, 32, 26, 20, 16)  # letters of a name that is said again on further pages
NAME_LINES = 2  # that it may have below the chips, where that costs no page
BEGINNING = 3  # bands that have to follow the ways on their page: a title and what it begins with
# What is bad besides what pages do to their bands (see paging).
CLOSER = 5.0  # lists become running text
SMALLER = 0.1  # each step of letters
CUT_NAME = 0.5
WAYS_LAST = 12.0
_PLAINEST = max(step for step, sizes in enumerate(STEPS) if not sizes.compact)


@dataclass(frozen=True, slots=True)
class Laid:
    """The pages of a card, all of them in the same letters."""

    pages: tuple[Page, ...]
    look: Look
    step: int  # index in STEPS


class _Draft(NamedTuple):
    """One way to lay a card out, which becomes pages only when it is the best."""

    made: Sequence[Band]
    starts: tuple[int, ...]
    pulled: int
    badness: float
    head: _Head
    look: Look

    @property
    def rank(self) -> tuple[int, float]:
        return len(self.starts) + self.pulled, self.badness

    def laid(self) -> Laid:
        edges = (*self.starts, len(self.made))
        pages = [
            _page(self.head.bands(self.made, start), self.made[start:end]) for start, end in pairwise(edges)
        ]
        return Laid(tuple(pages) or (Page(),), self.look, STEPS.index(self.look.sizes))


class _Room(NamedTuple):
    """What a card has, in px; of several pages each has `foot` less."""

    width: float
    height: float
    foot: float


def lay_out(
    content: Content,
    width: float,
    height: float,
    theme: Theme,
    unit: float,
    foot: float,
    step: int | None = None,
) -> Laid:
    """Return the pages of a card of this size in px; of several each has `foot` px less for its number.

    Ways stand where the content has them if there is room for them on the first page, else at the end.
    `step` is the index in STEPS of the letters that are wanted; otherwise they are the best ones.
    """
    room = _Room(width, height, foot)
    looks = [Look(theme, unit, sizes, content.colour) for sizes in STEPS]
    if step is not None:
        return _draft_of(content, looks[step], room, step).laid()
    # The smallest letters say how few pages are possible, and so which ones are too large to be tried.
    first = (_PLAINEST, len(STEPS) - 1)
    drafts = {each: _draft_of(content, looks[each], room, each) for each in first}
    fewest = min(len(draft.starts) for draft in drafts.values())
    least = sum(band.height for band in drafts[_PLAINEST].made) / STEPS[_PLAINEST].text
    for each, sizes in enumerate(STEPS):
        if each in drafts or (not sizes.compact and least * sizes.text > max(1, fewest) * height):
            continue
        drafts[each] = _draft_of(content, looks[each], room, each)
        if drafts[each].rank < (2, 0.0):
            break  # on one page: what is smaller is no better
    return min(drafts.values(), key=lambda draft: draft.rank).laid()


def _draft_of(content: Content, look: Look, room: _Room, step: int) -> _Draft:
    """The best that can be done in letters of one size."""
    bad = step * SMALLER + (CLOSER if look.sizes.compact else 0.0)
    heads = _Heads(content, look, room.width)
    early = _drafted(bands(content.blocks, look, room.width), heads, look, room)
    if _shows_ways_first(early):
        return early._replace(badness=early.badness + bad)
    late = _drafted(bands(ways_last(content.blocks), look, room.width), heads, look, room)
    return late._replace(badness=late.badness + bad + WAYS_LAST)


def _drafted(made: Sequence[Band], heads: _Heads, look: Look, room: _Room) -> _Draft:
    """With the whole name on each page if that costs no further one."""
    if not made or _page([], made).height <= room.height:
        return _Draft(made, (0,) if made else (), 0, 0.0, heads.whole, look)
    found = []
    for head, bad in ((heads.whole, 0.0), (heads.short, CUT_NAME)):
        division = divide(made, room.height - room.foot, partial(head.height, made))
        found.append(_Draft(made, division.starts, division.pulled, division.badness + bad, head, look))
        if heads.short is heads.whole:
            break
    return min(found, key=lambda draft: draft.rank)


def _shows_ways_first(draft: _Draft) -> bool:
    """Whether all ways are on the first page, with the beginning of what follows them."""
    ways = [index for index, band in enumerate(draft.made) if band.choice is not None]
    if not ways or len(draft.starts) < 2:
        return True
    return draft.starts[1] >= min(ways[-1] + 1 + BEGINNING, len(draft.made))


def ways_last(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with the ways and their title at the end."""
    found = [index for index, block in enumerate(blocks) if isinstance(block, Choice)]
    if not found:
        return tuple(blocks)
    first, last = found[0], found[-1] + 1
    if first and isinstance(blocks[first - 1], Heading):
        first -= 1
    return (*blocks[:first], *blocks[last:], *blocks[first:last])


# -- what further pages say first ---------------------------------------------------------------------------
class _Head:
    """What each further page says again: whose it is, and which section goes on there."""

    def __init__(self, whose: list[Band], look: Look, width: float) -> None:
        self._whose, self._look, self._width = whose, look, width
        self._made: dict[str, tuple[list[Band], float]] = {}

    def bands(self, made: Sequence[Band], start: int) -> list[Band]:
        """Return it for a page that begins with this band; nothing for the first one."""
        return self._of(made[start])[0] if start else []

    def height(self, made: Sequence[Band], start: int) -> float:
        """Return how high it is."""
        return self._of(made[start])[1] if start else 0.0

    def _of(self, band: Band) -> tuple[list[Band], float]:
        section = "" if band.heads else band.section
        if section not in self._made:
            found = self._whose
            if section:
                words = tr("{section} (continued)").format(section=section)
                found = [*found, *heading_band(words, self._look, self._width)]
            self._made[section] = found, _page(found, []).height
        return self._made[section]


class _Heads:
    """The heads of a card: with its whole name, in two lines if needed, or with what one line holds."""

    def __init__(self, content: Content, look: Look, width: float) -> None:
        chips = [
            chip
            for block in content.blocks
            if isinstance(block, Chips) and block.again
            for chip in block.chips
            if chip.fill in FILLED
        ]
        alone = bands([Chips(tuple(chips))], look, width) if chips else []
        name = _name(content) if alone else ""
        beside = _beside(chips, name, alone, look, width) if name else alone
        self._of = partial(_Head, look=look, width=width)
        self._alone, self._chips, self._name, self._look, self._width = alone, chips, name, look, width
        if beside is not None:
            self.whole = self.short = self._of(beside)
            return
        below = paragraph(Words(plain(name, strong=True)), look, width)
        self.short = self._of(self._shortened())
        self.whole = self._of([*alone, *below]) if len(below) <= NAME_LINES else self.short

    def _shortened(self) -> list[Band]:
        names = (shortened(self._name, most) for most in NAME_LENGTHS)
        tried = (_beside(self._chips, name, self._alone, self._look, self._width) for name in names)
        return next((found for found in tried if found is not None), self._alone)


def _beside(
    chips: Sequence[Chip], name: str, alone: Sequence[Band], look: Look, width: float
) -> list[Band] | None:
    """Chips with these words beside them, if their row holds that."""
    found = bands([Chips((*chips, Chip(name, fill=Fill.NONE)))], look, width)
    fits = len(found) == len(alone) and sum(band.height for band in found) <= alone[0].height
    return found if fits else None


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
