"""Lays a record out over as many rows as Excel's limits need: the first, and others marked (continued)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vsdesigner.exchange.excel.heights import (
    MOST_CHARACTERS,
    line_count,
    most_lines,
    shortened_lines,
    units16,
)
from vsdesigner.exchange.excel.text_cells import CONTINUED, pieces
from vsdesigner.language import say

_REPEATED_NAME = 3  # lines that a name may have to be repeated whole on the rows that continue it


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a text: room in pt, font size, and whether rows that continue the record repeat it."""

    points: float
    size: float
    bold: bool = False
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """One row to be written: its texts, how many lines the highest has, and its place, 0 for the first."""

    texts: tuple[str, ...]
    lines: int
    place: int = 0


def spread(texts: Sequence[str], slots: Sequence[Slot]) -> list[Lines]:
    """Return the rows that a record takes; the first text is its name and carries the mark."""
    most = most_lines(slots[0].size)
    lines = 1
    for text, slot in zip(texts, slots, strict=True):
        if text:
            count = line_count(text, slot.points, slot.size, bold=slot.bold)
            if count > most or (len(text) > MOST_CHARACTERS // 2 and units16(text) > MOST_CHARACTERS):
                return _spread_long(texts, slots)
            lines = max(lines, count)
    return [Lines(tuple(texts), lines)]


def _spread_long(texts: Sequence[str], slots: Sequence[Slot]) -> list[Lines]:
    cut = [
        pieces(text, slot.points, slot.size, bold=slot.bold, spare=1 if index == 0 else 0)
        for index, (text, slot) in enumerate(zip(texts, slots, strict=True))
    ]
    rows: list[Lines] = []
    for place in range(max(map(len, cut))):
        shown = tuple(
            parts[place] if place < len(parts) else parts[0] if slot.repeats else ""
            for parts, slot in zip(cut, slots, strict=True)
        )
        if place:
            shown = (_continued_name(cut[0], place, slots[0]), *shown[1:])
        rows.append(Lines(shown, _highest(shown, slots), place))
    return rows


def _highest(texts: Sequence[str], slots: Sequence[Slot]) -> int:
    return max(
        line_count(text, slot.points, slot.size, bold=slot.bold)
        for text, slot in zip(texts, slots, strict=True)
    )


def _continued_name(parts: Sequence[str], place: int, slot: Slot) -> str:
    """What the first cell of a further row says: the rest of a long name, or the name again."""
    name = parts[place] if place < len(parts) else parts[0]
    if place >= len(parts):
        name = shortened_lines(name, _REPEATED_NAME, slot.points, slot.size, bold=slot.bold)
    return f"{name} {say(CONTINUED)}".lstrip()
