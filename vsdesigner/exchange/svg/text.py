"""Writes text elements: lines at fixed places in the type of a role, leftwards where they read so."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from vsdesigner.exchange.svg.markup import Value, tag, words
from vsdesigner.layout.sans import TYPES


def reads_leftwards(text: str) -> bool:
    """Say whether the first letter with a direction belongs to a script from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def lines_at(
    lines: Sequence[str], role: str, x: float, top: float, step: float, fill: str, *, centred: bool = False
) -> str:
    """Return lines below each other. `x` is their left edge, or the middle of those that are `centred`;
    `top` is the top of the first one's letters, `step` goes from line to line."""
    shown = [(top + index * step, line) for index, line in enumerate(lines) if line]
    if not shown:
        return ""
    kind = TYPES[role]
    leftwards = reads_leftwards(" ".join(lines))
    attributes: dict[str, Value] = {
        "font-size": kind.size,
        "font-weight": str(kind.weight) if kind.weight != 400 else "",
        "fill": fill,
        "text-anchor": "middle" if centred else "end" if leftwards else "",
        "direction": "rtl" if leftwards else "",
    }
    if len(shown) == 1:
        y, line = shown[0]
        return tag("text", {"x": x, "y": y + kind.ascent, **attributes}, words(line))
    # A text for each line, not one with spans: some readers know no spans with places.
    each = (tag("text", {"x": x, "y": y + kind.ascent}, words(line)) for y, line in shown)
    return tag("g", attributes, *each)


def centred_at(line: str, role: str, x: float, y: float, fill: str) -> str:
    """Return one line with its middle at `x`, `y`."""
    return lines_at((line,), role, x, y - TYPES[role].height / 2, 0.0, fill, centred=True)
