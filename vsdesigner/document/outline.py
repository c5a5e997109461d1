"""Reads indented, bulleted and numbered lines as an outline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

TAB = 4
_PLAIN = -1
_BULLETS = {**dict.fromkeys("•●·*–—-+", 0), **dict.fromkeys("◦○‣o", 1), **dict.fromkeys("▪▫■□", 2)}
_TIGHT = "•●◦○‣▪▫■□·"  # bullets that need no space behind them
_MARK = re.compile(
    rf"(?P<tight>[{_TIGHT}])\s*"
    r"|(?P<bullet>[*–—+o-])\s+"
    r"|\(?(?P<number>\d{1,4}(?:\.\d{1,4}){0,8})[.)](?:\s+|$)"
    r"|(?P<levels>\d{1,4}(?:\.\d{1,4}){1,8})\s+"
    r"|\(?(?P<letter>[a-zA-Z])[.)](?:\s+|$)"
)
_BOX = re.compile(r"(?:\[[ xX]?\]|[☐☑☒✓✔])\s+")
_RULE = re.compile(r"[\s•●◦○‣▪▫■□·*–—+=_#-]*")


class OutlineLine(NamedTuple):
    """A line without its mark; `depth` 0 is the outermost level."""

    text: str
    depth: int


def read_outline(text: str) -> list[OutlineLine]:
    """Return the lines that say something, each with its level.

    A line is deeper when it is indented further, has a finer bullet or number (``a)`` under ``1.``, ``1.1``
    under ``1``), or a bullet under a plain line.
    """
    levels: list[tuple[int, int]] = []
    found: list[OutlineLine] = []
    for raw in text.replace("\v", "\n").replace("\u00a0", " ").split("\n"):
        body = raw.strip()
        if _RULE.fullmatch(body):
            continue
        words, rank = without_mark(body)
        if not words:
            continue
        line = raw.expandtabs(TAB)
        level = len(line) - len(line.lstrip()), rank
        while levels and levels[-1] >= level:
            levels.pop()
        found.append(OutlineLine(words, len(levels)))
        levels.append(level)
    return found


def without_mark(body: str) -> tuple[str, int]:
    """Return a line without bullet, number and tick box, and how fine that mark was; -1 for none."""
    mark = _MARK.match(body)
    rank = _PLAIN
    if mark is not None:
        body = body[mark.end() :].strip()
        rank = _rank(mark)
    box = _BOX.match(body)
    return (body[box.end() :].strip(), max(rank, 0)) if box else (body, rank)


def _rank(mark: re.Match[str]) -> int:
    bullet = mark["tight"] or mark["bullet"]
    if bullet:
        return _BULLETS[bullet]
    digits = mark["number"] or mark["levels"]
    return digits.count(".") if digits else 1


def outlined(lines: Iterable[tuple[str, int]]) -> list[OutlineLine]:
    """Return lines of known depth as an outline in which no level is left out."""
    levels: list[int] = []
    found: list[OutlineLine] = []
    for text, depth in lines:
        while levels and levels[-1] >= depth:
            levels.pop()
        found.append(OutlineLine(text, len(levels)))
        levels.append(depth)
    return found
