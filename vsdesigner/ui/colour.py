"""Arithmetic with Qt's colours; `palette` does the counting."""

from __future__ import annotations

from PySide6.QtGui import QColor

from vsdesigner import palette
from vsdesigner.palette import Rgb


def luminance(colour: QColor) -> float:
    """Relative luminance from 0 (black) to 1 (white); transparency is not looked at."""
    return palette.luminance(_plain(colour))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colours, from 1 (the same) to 21 (black and white)."""
    return palette.contrast(_plain(one), _plain(other))


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """The opaque colour seen when ``share`` (0 to 1) of ``colour`` lies on ``ground``."""
    return QColor(*palette.mix(_plain(ground), _plain(colour), share))


def readable(colour: QColor, grounds: tuple[QColor, ...], ratio: float) -> QColor:
    """``colour`` made darker or lighter in small steps until it stands out by ``ratio`` on every ground."""
    return QColor(*palette.readable(_plain(colour), tuple(map(_plain, grounds)), ratio))


def css(colour: QColor) -> str:
    """``colour`` as a style sheet reads it; ``#RRGGBBAA`` would be read as ``#AARRGGBB`` there."""
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alpha()})"


def _plain(colour: QColor) -> Rgb:
    return Rgb(colour.red(), colour.green(), colour.blue())
