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
        painter.setFont(_kept.word_font(role))
        painter.drawText(QPointF(x, y + _ascent(role)), text)
        return
    for run in _kept.shaped(text, role):
        painter.drawGlyphRun(QPointF(x, y), run)


def draw_centred(painter: QPainter, text: str, role: str, x: float, y: float) -> None:
    """Draw one line in the painter's pen with its middle at `x`, `y`."""
    draw(painter, text, role, x - width(text, role) / 2, y - height(role) / 2)


def _word_font(role: str) -> QFont:
    """A role's font without ligatures: a reader that searches for “file” does not find “ﬁle”."""
    made = QFont(canvas_font(role))
    for ligatures in ("liga", "dlig", "clig"):
        made.setFeature(QFont.Tag(ligatures), 0)
    return made


def _icon_font(name: str, size: int) -> tuple[QFont, str] | None:
    """The font of an icon with its letter; None where the system gives programs no fonts of their own."""
    family, letter = icons.glyph(name)
    if not family or not letter:
        return None
    font = QFont(family)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font, letter


def _icon_runs(name: str, size: int) -> tuple[QGlyphRun, ...]:
    found = _kept.icon_font(name, size)
    return _shape(found[1], found[0]) if found else ()


def draw_icon(painter: QPainter, name: str, size: int, x: float, y: float) -> None:
    """Draw an icon of `size` px in the painter's pen; `x`, `y` is its top left corner."""
    found = _kept.icon_font(name, size)
    if found is None:
        painter.save()
        painter.translate(x, y)
        painter.scale(size, size)
        painter.fillPath(icons.glyph_path(name), painter.pen().color())
        painter.restore()
    elif _kept.words:
        painter.setFont(found[0])
        painter.drawText(QPointF(x, y + _kept.icon_ascent(name, size)), found[1])
    else:
        for run in _kept.icons(name, size):
            painter.drawGlyphRun(QPointF(x, y), run)


def _icon_ascent(name: str, size: int) -> float:
    found = _kept.icon_font(name, size)
    return QFontMetricsF(found[0]).ascent() if found else 0.0


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
        self.word_font = cache(_word_font)
        self.metrics: dict[str, QFontMetricsF] = {}
        self.shaped = lru_cache(maxsize=SHAPED_KEPT)(_shaped)
        self.icons = cache(_icon_runs)
        self.icon_font = cache(_icon_font)
        self.icon_ascent = cache(_icon_ascent)


_kept = _Kept()
