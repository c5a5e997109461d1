"""Measures text for the layout in the fonts that the canvas paints with."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QTextBoundaryFinder

from vsdesigner.ui.painting.text import canvas_font, metrics

__all__ = ["FontMeasurer", "line_height", "metrics"]

LINES_KEPT = 20_000
WORDS_KEPT = 50_000
NARROWEST = 1.5  # px; no font of ours has a narrower letter, so longer pieces need not be measured
CLOSE = 0.01  # widths are sums of fractions


class FontMeasurer:
    """A `layout.measure.TextMeasurer`; widths of words are remembered, for names repeat the same words."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str, float], tuple[str, ...]] = {}
        self._words: dict[tuple[str, str], float] = {}

    def lines(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Return `text` broken into lines of at most `width` px at 100 %."""
        key = (text, role, width)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= LINES_KEPT:
                self._lines.clear()
            found = self._lines[key] = self._broken(text, role, width)
        return found

    def width(self, text: str, role: str) -> float:
        """Return the width of one line in px at 100 %."""
        key = (text, role)
        found = self._words.get(key)
        if found is None:
            if len(self._words) >= WORDS_KEPT:
                self._words.clear()
            found = self._words[key] = metrics(role).horizontalAdvance(text)
        return found

    def line_height(self, role: str) -> float:
        """Return the distance from line to line in px at 100 %."""
        return line_height(role)

    def _broken(self, text: str, role: str, width: float) -> tuple[str, ...]:
        found: list[str] = []
        space = self.width(" ", role)
        for paragraph in text.split("\n"):
            line: list[str] = []
            left = width
            for word in self._pieces(paragraph, role, width):
                advance = self.width(word, role)
                if line and advance + space > left + CLOSE:
                    found.append(" ".join(line))
                    line, left = [], width
                left -= advance + (space if line else 0.0)
                line.append(word)
            found.append(" ".join(line))
        return tuple(found)

    def _pieces(self, paragraph: str, role: str, width: float) -> list[str]:
        """The words of a paragraph; those that are wider than a line cut into pieces that fit."""
        pieces: list[str] = []
        for word in paragraph.split():
            if len(word) * NARROWEST <= width and self.width(word, role) <= width:
                pieces.append(word)
            else:
                pieces.extend(self._cut(word, role, width))
        return pieces

    def _cut(self, word: str, role: str, width: float) -> list[str]:
        pieces: list[str] = []
        most = max(1, int(width / NARROWEST))
        measured = metrics(role)
        while word:
            low, high = 1, min(len(word), most)
            while low < high:
                middle = (low + high + 1) // 2
                if measured.horizontalAdvance(word[:middle]) <= width:
                    low = middle
                else:
                    high = middle - 1
            low = _letter_end(word, low)
            pieces.append(word[:low])
            word = word[low:]
        return pieces


def _letter_end(word: str, position: int) -> int:
    """`position`, moved back so that no letter loses its accents, but never to the start."""
    if position >= len(word) or word[: position + 1].isascii():
        return position
    # Qt counts UTF-16 units, Python counts characters.
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    finder.setPosition(_units(word[:position]))
    if finder.isAtBoundary():
        return position
    back = finder.toPreviousBoundary()
    while position > 1 and _units(word[:position]) > back:
        position -= 1
    return position


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@cache
def line_height(role: str) -> float:
    """Return the distance from line to line of a role in px at 100 %."""
    return float(max(round(canvas_font(role).pixelSize() * 1.3), round(metrics(role).height())))
