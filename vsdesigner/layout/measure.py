"""How wide text is: the protocol that keeps the layout free of Qt, and an approximation without fonts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Fits = Callable[[str], bool]


class TextMeasurer(Protocol):
    """Measures text in the type of a role (see `ui.theme.FONTS`: "card", "block", "flow_label" …), in px."""

    def lines(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Return `text` broken into lines of at most `width`; words that are longer are broken too."""
        ...

    def width(self, text: str, role: str) -> float:
        """Return the width of one line."""
        ...

    def line_height(self, role: str) -> float:
        """Return the distance from line to line."""
        ...


_SIZES = {"card": 13.0, "block_title": 13.0, "block": 11.0, "flow_label": 11.0, "note": 12.0, "chip": 11.0}
_NARROW, _WIDE = frozenset("fijlrtI.,;:'|!()[] "), frozenset("mwMW@%")


class ApproximateMeasurer:
    """Widths from three classes of letters; good enough for placing without a screen."""

    def width(self, text: str, role: str) -> float:
        size = _SIZES.get(role, 13.0)
        ems = sum(0.32 if letter in _NARROW else 0.86 if letter in _WIDE else 0.56 for letter in text)
        return ems * size

    def line_height(self, role: str) -> float:
        return round(_SIZES.get(role, 13.0) * 1.3)

    def lines(self, text: str, role: str, width: float) -> tuple[str, ...]:
        return break_lines(text, lambda part: self.width(part, role) <= width)


def break_lines(text: str, fits: Fits) -> tuple[str, ...]:
    """Break `text` at spaces, inside words only where a word alone does not fit.

    `fits` is a predicate on a piece of text; a single letter always counts as fitting.
    """
    found: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            candidate = f"{line} {word}" if line else word
            if fits(candidate):
                line = candidate
                continue
            if line:
                found.append(line)
            while word and not fits(word):
                cut = _longest_prefix(word, fits)
                found.append(word[:cut])
                word = word[cut:]
            line = word
        found.append(line)
    return tuple(found)


def _longest_prefix(word: str, fits: Fits) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(word[:middle]):
            low = middle
        else:
            high = middle - 1
    return low
