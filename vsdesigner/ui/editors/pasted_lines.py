"""Reads lists that people copied from elsewhere: strips bullets, keeps one level of indentation."""

from __future__ import annotations

import re
from typing import NamedTuple

TAB = 4
_BULLET = re.compile(r"(?:[•▪●◦‣·–—*o-]\s+|[•▪●◦‣]|\(?\d{1,3}[.)]\s+|[a-z][.)]\s+)")
_SUB_BULLETS = frozenset("◦‣o")


class PastedLine(NamedTuple):
    """A line of text, at the first (0) or second (1) level."""

    text: str
    indent: int


def pasted_lines(text: str) -> list[PastedLine]:
    """Return the lines that are not empty, without bullets and numbers; deeper levels become the second."""
    found: list[tuple[str, int, bool]] = []
    for raw in text.replace("\v", "\n").split("\n"):
        line = raw.replace("\u00a0", " ").expandtabs(TAB)
        depth = len(line) - len(line.lstrip())
        body = raw.strip()
        bullet = _BULLET.match(body)
        if bullet is not None and body[bullet.end() :].strip():
            found.append((body[bullet.end() :].strip(), depth, body[0] in _SUB_BULLETS))
        elif body.strip("•▪●◦‣·–—-*") and bullet is None:
            found.append((body, depth, False))
    least = min((depth for _, depth, _ in found), default=0)
    lines = [PastedLine(body, int(depth > least or sub)) for body, depth, sub in found]
    if lines and lines[0].indent:
        lines[0] = PastedLine(lines[0].text, 0)
    return lines


def written_lines(lines: list[PastedLine]) -> str:
    """Return lines as text that `pasted_lines` and other programs read."""
    return "\n".join("\t" * line.indent + line.text for line in lines)
