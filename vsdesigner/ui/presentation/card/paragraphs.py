"""Measures what runs over the whole width of a card: titles of sections, paragraphs, banners."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from vsdesigner.ui.presentation.card.content import Ink, Letters, Words, plain
from vsdesigner.ui.presentation.card.pieces import Band, Ground, Placed, Shape, kept_together
from vsdesigner.ui.presentation.card.text import Line, Look, is_rtl, lines

TOGETHER = 4  # lines of a paragraph that stay on one page
SEPARATOR = "  ·  "  # between what runs on in a line
INDENT = 1.0  # of the letters' size, for dot and levels


def heading_band(text: str, look: Look, width: float) -> list[Band]:
    """Return the bands of the title of a section."""
    wrapped = lines(plain(text, Ink.MUTED), look.heading_font(), width, look)
    made = column(wrapped, 0.0, look.em * 0.95)
    for band in made:
        band.keep, band.heads, band.section = True, True, text
    return made


def column(wrapped: Sequence[Line], x: float, gap: float) -> list[Band]:
    """Return a band for each line, the first with a gap above it."""
    made = [Band(line.height, [Placed(line, x, 0.0)]) for line in wrapped]
    if made:
        made[0].gap = gap
    return kept_together(made, TOGETHER)


def paragraph(words: Words, look: Look, width: float) -> list[Band]:
    """Return the bands of a paragraph."""
    step = look.em * INDENT
    indent = min(step * (words.indent + (1 if words.bullet else 0)), width * 0.3)
    strong = words.letters in (Letters.GRAND, Letters.TITLE)
    font = look.font(words.letters, strong=strong)
    rtl = is_rtl("".join(run.text for run in words.runs))
    wrapped = lines(words.runs, font, width - indent, look)
    gap = look.em * (0.42 if words.letters in (Letters.TEXT, Letters.SMALL) else 0.7)
    made = column(wrapped, 0.0 if rtl else indent, gap)
    if words.bullet and made:
        made[0].pieces.append(_dot(words, wrapped[0], width - indent if rtl else indent - step, look))
    return made


def _dot(words: Words, line: Line, x: float, look: Look) -> Shape:
    size = look.em * (0.3 if words.indent == 0 else 0.24)
    area = QRectF(
        x + look.em * (0.7 if x > look.em * 3 else 0.12), line.area.center().y() - size * 0.4, size, size
    )
    if words.indent == 0:
        return Shape(area, size, look.edge)
    return Shape(area, size, None, look.edge, max(1.0, look.px(2.0)))


def banner(text: str, look: Look, width: float) -> list[Band]:
    """Return the bands of a line as phases have it on the stage: a strip with a line below, and space."""
    pad = look.em * 0.5
    theme = look.theme
    ground = Ground(theme.selection, None, 0.0, 0.0, 0.0, width, look.em * 0.3)
    wrapped = lines(
        plain(text, strong=True),
        look.font(Letters.SMALL, strong=True),
        width - 2 * pad,
        look,
        theme.accent_ink,
    )
    made = column(wrapped, pad, look.em * 0.42)
    for band in made:
        band.ground, band.keep = ground, True
    rule = look.px(3.0)
    below = QRectF(0.0, 0.0, width, rule)
    made.append(Band(rule + look.em * 0.35, [Shape(below, 0.0, theme.accent)], keep=True))
    return made
