"""Paints single lines of text quickly: shaped once, then drawn as glyphs at any scale.

Files are painted in threads of their own. Qt's fonts and glyphs belong to the thread that made them, so each
thread keeps its own here; what was measured is plain numbers and shared.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QTextLayout, QTextOption

from vsdesigner.ui import icons, theme

SHAPED_KEPT = 30_000
_NO_WRAP = 1e7


@contextmanager
def as_words() -> Iterator[None]:
    """Draw text as such within this thread: files stay small, and readers can search and copy it."""
    before, _kept.words = _kept.words, True
    try:
        yield
    finally:
        _kept.words = before


def canvas_font(role: str) -> QFont:
    """Return the font of a role without hinting, so that lines have the same width at every zoom."""
    made = _kept.fonts.get(role)
    if made is None:
        made = _kept.fonts[role] = QFont(theme.font(role))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def metrics(role: str) -> QFontMetricsF:
    """Return the metrics of a role's font as the canvas paints it."""
    found = _kept.metrics.get(role)
    if found is None:
        found = _kept.metrics[role] = QFontMetricsF(canvas_font(role))
    return found


def shaped(text: str, role: str) -> tuple[QGlyphRun, ...]:
    """Return the glyphs of one line, relative to its top left corner."""
    return _kept.shaped(text, role)


def _shaped(text: str, role: str) -> tuple[QGlyphRun, ...]:
    return _shape(text, canvas_font(role))


@lru_cache(maxsize=SHAPED_KEPT)
def width(text: str, role: str) -> float:
    """Return the width of one line in px at 100 %."""
    return metrics(role).horizontalAdvance(text)


@lru_cache(maxsize=SHAPED_KEPT)
def elided(text: str, role: str, room: float) -> str:
    """Return one line cut with an ellipsis where it is wider than `room`."""
    line = " ".join(text.split())
    return metrics(role).elidedText(line, Qt.TextElideMode.ElideRight, room)


@cache
def height(role: str) -> float:
    """Return the height of the letters of a role, ascent and descent."""
    return metrics(role).height()


@cache
def _ascent(role: str) -> float:
    return metrics(role).ascent()


def draw(painter: QPainter, text: str, role: str, x: float, y: float) -> None:
    """Draw one line in the painter's pen; `x`, `y` is its top left corner."""
    if _kept.words:
        painter.setFont(canvas_font(role))
        painter.drawText(QPointF(x, y + _ascent(role)), text)
        return
    for run in _kept.shaped(text, role):
        painter.drawGlyphRun(QPointF(x, y), run)


def draw_centred(painter: QPainter, text: str, role: str, x: float, y: float) -> None:
    """Draw one line in the painter's pen with its middle at `x`, `y`."""
    draw(painter, text, role, x - width(text, role) / 2, y - height(role) / 2)


def _icon_runs(name: str, size: int) -> tuple[QGlyphRun, ...]:
    family, letter = icons.glyph(name)
    if not family or not letter:
        return ()
    font = QFont(family)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return _shape(letter, font)


def draw_icon(painter: QPainter, name: str, size: int, x: float, y: float) -> None:
    """Draw an icon of `size` px in the painter's pen; `x`, `y` is its top left corner."""
    runs = () if _kept.words else _kept.icons(name, size)
    if runs:
        for run in runs:
            painter.drawGlyphRun(QPointF(x, y), run)
        return
    painter.save()
    painter.translate(x, y)
    painter.scale(size, size)
    painter.fillPath(icons.glyph_path(name), painter.pen().color())
    painter.restore()


def _shape(text: str, font: QFont) -> tuple[QGlyphRun, ...]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(_NO_WRAP)
    layout.endLayout()
    return tuple(layout.glyphRuns())


class _Kept(threading.local):
    """What one thread has made of Qt's fonts."""

    def __init__(self) -> None:
        self.words = False  # draw text as such
        self.fonts: dict[str, QFont] = {}
        self.metrics: dict[str, QFontMetricsF] = {}
        self.shaped = lru_cache(maxsize=SHAPED_KEPT)(_shaped)
        self.icons = cache(_icon_runs)


_kept = _Kept()
