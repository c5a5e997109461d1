"""Breaks the texts of cells into lines, quickly enough for thousands of rows, and paints those lines."""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LINES_KEPT = 60_000
WORDS_KEPT = 50_000
LAYOUTS_KEPT = 1_500
CLOSE = 0.01  # widths are sums of fractions
_MARK = re.compile(r" *[–-] ")


class Line(NamedTuple):
    """A line of a wrapped text and its indent in px: wrapped list items hang behind their dash."""

    indent: float
    text: str


class Wrapper:
    """Wraps in one font. What was measured is remembered, for cells repeat the same words."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        #: Distance from line to line in px.
        self.line_height = float(round(self._metrics.height() + 1))
        self._words: dict[str, float] = {}
        self._lines: dict[tuple[str, int], tuple[Line, ...]] = {}
        self._layouts: OrderedDict[tuple[str, int, int], QTextLayout] = OrderedDict()

    def width(self, text: str) -> float:
        """Return the width of a piece of one line."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= WORDS_KEPT:
                self._words.clear()
            found = self._words[text] = self._metrics.horizontalAdvance(text)
        return found

    def lines(self, text: str, width: int) -> tuple[Line, ...]:
        """Return a text broken into lines of at most `width` px."""
        key = (text, width)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= LINES_KEPT:
                self._lines.clear()
            found = self._lines[key] = tuple(
                line for paragraph in text.split("\n") for line in self._broken(paragraph, width)
            )
        return found

    def height(self, text: str, width: int) -> float:
        """Return how high a text is when it wraps at `width`."""
        return len(self.lines(text, width)) * self.line_height

    def paint(self, painter: QPainter, at: QPointF, text: str, width: int, most: float) -> None:
        """Paint a text from its upper left corner in the painter's pen, at most so many px high.

        Where lines do not fit the last one that does ends with an ellipsis.
        """
        room = max(1, int((most + 1) // self.line_height))
        key = (text, width, 0 if len(self.lines(text, width)) <= room else room)
        layout = self._layouts.get(key)
        if layout is None:
            if len(self._layouts) >= LAYOUTS_KEPT:
                self._layouts.popitem(last=False)
            layout = self._layouts[key] = self._laid_out(self._shown(text, width, room))
        else:
            self._layouts.move_to_end(key)
        layout.draw(painter, at)

    def _shown(self, text: str, width: int, room: int) -> list[Line]:
        found = list(self.lines(text, width))
        if len(found) > room:
            last = found[room - 1]
            found[room - 1 :] = [last._replace(text=last.text.rstrip(" .,;") + "…")]
        return found

    def _laid_out(self, lines: list[Line]) -> QTextLayout:
        layout = QTextLayout("\u2028".join(line.text for line in lines), self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.ManualWrap)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        for number, line in enumerate(lines):
            placed = layout.createLine()
            if not placed.isValid():
                break
            placed.setPosition(QPointF(line.indent, number * self.line_height))
        layout.endLayout()
        return layout

    def _broken(self, paragraph: str, width: int) -> list[Line]:
        if self.width(paragraph) <= width + CLOSE:
            return [Line(0.0, paragraph)]
        mark = _MARK.match(paragraph)
        hanging = min(self.width(mark.group()), width / 3) if mark else 0.0
        space = self.width(" ")
        found: list[Line] = []
        lead = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
        line, used, indent = lead, self.width(lead) if lead else 0.0, 0.0
        for word in paragraph.split():
            for piece in self._pieces(word, width - hanging):
                advance = self.width(piece)
                gap = space if line.strip() else 0.0
                if line.strip() and indent + used + gap + advance > width + CLOSE:
                    found.append(Line(indent, line))
                    line, used, indent, gap = "", 0.0, hanging, 0.0
                line += (" " if gap else "") + piece
                used += gap + advance
        found.append(Line(indent, line))
        return found

    def _pieces(self, word: str, width: float) -> list[str]:
        """The word; one that is wider than a line cut into pieces that fit."""
        pieces: list[str] = []
        while self._is_wider(word, width):
            low, high = 1, len(word)
            while low < high:
                middle = (low + high + 1) // 2
                if self._metrics.horizontalAdvance(word[:middle]) <= width:
                    low = middle
                else:
                    high = middle - 1
            if low >= len(word):
                break
            pieces.append(word[:low])
            word = word[low:]
        return [*pieces, word]

    def _is_wider(self, word: str, width: float) -> bool:
        return len(word) > 1 and self.width(word) > width
