"""Divides the bands of a card among pages: few of them, sections kept whole, pages about equally full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from vsdesigner.ui.presentation.card.pieces import Band

# What is bad about a division, compared with each other. A page less outweighs all of them.
TORN = 4.0  # a section that would fit a page goes on on the next one
TORN_LONG = 1.0  # one that fits no page does
LONELY = 5.0  # of a section that goes on only one line stands on a page
SHORT_PAGE = 6.0  # a page with next to nothing on it
SHORT = 0.24  # of the height, below which a page holds next to nothing


class Division(NamedTuple):
    """Where pages begin (indices of bands, the first is 0), and how bad that is.

    `pulled` counts the pages that begin amid what is to stay together: between a title and what it names,
    amid a few lines or figures. Each is as bad as one more page.
    """

    starts: tuple[int, ...]
    pulled: int
    badness: float


@dataclass(frozen=True, slots=True)
class _Section:
    """Bands that belong together, from `first` to before `end`, and the height they need with their gaps."""

    first: int
    end: int
    height: float


def divide(bands: Sequence[Band], height: float, head: Callable[[int], float]) -> Division:
    """Return the division of bands into pages of `height` px that is best.

    `head(index)` is the height of what a page says first that begins with this band; 0 for the first band.
    Fewest pages come first, then the least badness, then pages that are about equally full. A band that is
    too high for any page gets one of its own.
    """
    count = len(bands)
    upto = [0.0, *accumulate(band.gap + band.height for band in bands)]
    sections = _sections(bands, upto)
    heads = [head(index) for index in range(count)]
    # Of the bands before each index: (pages and pulled ones, pulled ones, badness, unevenness), and where
    # their last page begins.
    best: list[tuple[tuple[int, int, float, float], int]] = [((0, 0, 0.0, 0.0), 0)]
    for end in range(1, count + 1):
        found = None
        for start in range(end - 1, -1, -1):
            filled = _filled(bands, upto, heads[start], start, end)
            if filled > height and start < end - 1:
                break
            pages, pulled, badness, uneven = best[start][0]
            apart = bool(start and bands[start - 1].keep)
            if start:
                badness += _break(bands, sections[start], start, height)
            if filled - heads[start] < SHORT * height:
                badness += SHORT_PAGE
            uneven += (max(0.0, height - filled) / height) ** 2
            key = (pages + 1 + apart, pulled + apart, badness, uneven)
            if found is None or key < found[0]:
                found = (key, start)
        assert found is not None  # noqa: S101  # a page of one band is always looked at
        best.append(found)
    starts = []
    at = count
    while at:
        at = best[at][1]
        starts.append(at)
    _, pulled, badness, _ = best[count][0]
    return Division(tuple(reversed(starts)), pulled, badness)


def _filled(bands: Sequence[Band], upto: Sequence[float], above: float, start: int, end: int) -> float:
    """The height of a page with the bands from `start` to before `end`, below a head of `above` px."""
    first = bands[start]
    top = first.gap if above else first.reach
    return above + top + first.height + upto[end] - upto[start + 1] + bands[end - 1].reach


def _sections(bands: Sequence[Band], upto: Sequence[float]) -> list[_Section]:
    """The section of each band."""
    edges = [0]
    for index in range(1, len(bands)):
        band, before = bands[index], bands[index - 1]
        if band.section != before.section or (band.heads and not before.heads):
            edges.append(index)
    found: list[_Section] = []
    for first, end in zip(edges, [*edges[1:], len(bands)], strict=True):
        found += [_Section(first, end, upto[end] - upto[first])] * (end - first)
    return found


def _break(bands: Sequence[Band], section: _Section, start: int, height: float) -> float:
    """How bad it is that a page begins with this band."""
    if start == section.first:
        return 0.0
    above = sum(not band.heads for band in bands[section.first : start])
    bad = TORN if section.height <= height else TORN_LONG
    return bad + (LONELY if 1 in (above, section.end - start) else 0.0)
