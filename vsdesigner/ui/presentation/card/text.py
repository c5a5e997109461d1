"""Words of a card broken into lines and measured, in the letters of one size of the screen."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from vsdesigner.ui.presentation.card.content import Ink, Letters, Run
from vsdesigner.ui.theme import LanePalette, Theme, font

_NO_WRAP = 1e7
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_SPACING = 1.06  # from line to line, besides what the letters need


class Sizes(NamedTuple):
    """px at 1920 × 1080."""

    title: float
    lead: float
    text: float
    small: float
    gaps: float = 1.0  # between paragraphs and sections, of what they are usually
    compact: bool = False  # chips and columns become running text

    @property
    def grand(self) -> float:
        """The title of everything."""
        return self.title * 1.4


#: Texts become smaller in these steps, then closer; what is too long even so flows onto further pages.
STEPS = (
    Sizes(54, 40, 34, 26),
    Sizes(50, 38, 32, 26),
    Sizes(46, 36, 30, 25),
    Sizes(43, 33, 28, 25),
    Sizes(40, 31, 27, 24),
    Sizes(37, 29, 25, 24),
    Sizes(34, 27, 24, 24),
    Sizes(34, 27, 24, 24, gaps=0.7),
    Sizes(40, 31, 27, 24, gaps=0.85, compact=True),
    Sizes(37, 29, 25, 24, gaps=0.85, compact=True),
    Sizes(34, 27, 24, 24, gaps=0.7, compact=True),
)


class Look:
    """Letters and colours of one card: `unit` px for one px of 1920 × 1080, `colour` a lane's or empty."""

    def __init__(self, theme: Theme, unit: float, sizes: Sizes, colour: str = "") -> None:
        self.theme = theme
        self.unit = unit
        self.sizes = sizes
        self.lane: LanePalette | None = theme.lane(colour) if colour else None

    def px(self, design: float) -> float:
        """Return px on this screen for px of the design."""
        return design * self.unit

    @property
    def em(self) -> float:
        """The size of the text in px."""
        return self.sizes.text * self.unit

    def font(self, letters: Letters, *, strong: bool = False) -> QFont:
        """Return the font of a size of letters; never smaller than designed."""
        size: float = getattr(self.sizes, letters.value)
        return _font(math.ceil(size * self.unit), strong=strong)

    def figure_font(self) -> QFont:
        """Return the font of large values."""
        return _font(math.ceil(self.sizes.lead * self.unit), strong=True)

    def heading_font(self) -> QFont:
        """Return the font of the titles of sections."""
        return _heading_font(math.ceil(self.sizes.small * self.unit))

    def ink(self, ink: Ink) -> QColor:
        """Return the colour of words."""
        if ink is Ink.MUTED:
            return self.theme.muted
        if ink is Ink.TEXT:
            return self.theme.text
        if ink is Ink.LANE and self.lane is not None:
            return self.lane.text
        return self.theme.accent_ink

    @property
    def edge(self) -> QColor:
        """The colour of edge and bullets."""
        return self.lane.edge if self.lane is not None else self.theme.accent

    @property
    def badge(self) -> tuple[QColor, QColor]:
        """Ground and text of badges in the card's colour."""
        if self.lane is not None:
            return self.lane.badge, self.lane.badge_text
        return self.theme.accent, self.theme.accent_text


@cache
def _font(size: int, *, strong: bool) -> QFont:
    made = QFont(font("present_heading" if strong else "present_text"))
    made.setPixelSize(max(1, size))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


@cache
def _heading_font(size: int) -> QFont:
    made = QFont(_font(size, strong=True))
    made.setCapitalization(QFont.Capitalization.AllUppercase)
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
    return made


@dataclass(slots=True)
class Line:
    """One line of words. `area` is where its words are, relative to the corner that `draw` is told."""

    text: str
    area: QRectF
    height: float  # to the next line
    ink: QColor
    px: int
    _line: QTextLine
    _layout: QTextLayout  # keeps the line alive

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(self.ink)
        self._line.draw(painter, QPointF(x, y))


def lines(
    runs: Sequence[Run], font: QFont, width: float, look: Look, ink: QColor | None = None
) -> list[Line]:
    """Return words broken into lines of at most `width` px; words too long for one are broken, too.

    `ink` colours all of them; otherwise each run has its own.
    """
    found: list[Line] = []
    for paragraph in _paragraphs(runs):
        found += _broken(paragraph, font, width, look, ink)
    return found


def single(runs: Sequence[Run], font: QFont, look: Look, ink: QColor | None = None) -> Line:
    """Return words as one line, however wide."""
    joined = [Run(" ".join(run.text.split("\n")), run.ink, run.strong) for run in runs]
    return _broken(joined, font, _NO_WRAP, look, ink, align_absolute=True)[0]


def is_rtl(text: str) -> bool:
    """Return whether a paragraph runs from right to left: its first letter decides."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _paragraphs(runs: Sequence[Run]) -> list[list[Run]]:
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        found[-1].append(Run(first, run.ink, run.strong))
        found += [[Run(text, run.ink, run.strong)] for text in rest]
    return [paragraph for paragraph in found if any(run.text.strip() for run in paragraph)]


def _broken(
    runs: Sequence[Run],
    font: QFont,
    width: float,
    look: Look,
    ink: QColor | None,
    *,
    align_absolute: bool = False,
) -> list[Line]:
    text = "".join(run.text for run in runs).replace("\t", " ")
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if align_absolute:
        option.setAlignment(_LEFT)
    layout.setTextOption(option)
    formats = _formats(runs, font, look, ink)
    if formats:
        layout.setFormats(formats)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    pen = ink if ink is not None else look.ink(runs[0].ink)
    least = QFontMetricsF(font).height()
    units = text.encode("utf-16-le")
    return [
        _line(layout.lineAt(index), layout, units, pen, least, font.pixelSize())
        for index in range(layout.lineCount())
    ]


def _line(line: QTextLine, layout: QTextLayout, units: bytes, pen: QColor, least: float, px: int) -> Line:
    start = line.textStart() * 2
    words = units[start : start + line.textLength() * 2].decode("utf-16-le", "replace")
    height = max(least, line.height()) * _SPACING
    return Line(words, line.naturalTextRect(), height, pen, px, line, layout)


def _formats(
    runs: Sequence[Run], font: QFont, look: Look, ink: QColor | None
) -> list[QTextLayout.FormatRange]:
    if len(runs) == 1 and not runs[0].strong:
        return []
    found = []
    start = 0
    for run in runs:
        length = len(run.text.encode("utf-16-le")) // 2
        format = QTextCharFormat()
        if ink is None and len(runs) > 1:
            format.setForeground(QBrush(look.ink(run.ink)))
        format.setFont(_strong(font) if run.strong else font)
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, length, format
        found.append(part)
        start += length
    return found
