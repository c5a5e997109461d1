"""Shapes of letters for files that are to look the same where a font is missing."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

from vsdesigner.exchange.svg.outlines import Outline
from vsdesigner.layout.sans import FAMILIES

_FINE = 16  # outlines are taken that much larger, for letters are drawn in whole units


def outline(text: str, size: float, weight: int) -> Outline:
    """Return the shape of one line in the family that files are made for, or what stands in for it."""
    font = QFont(list(FAMILIES[:-1]))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(round(size * _FINE))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, text)
    return Outline(_data(path), QFontMetricsF(font).horizontalAdvance(text) / _FINE)


def _data(path: QPainterPath) -> str:
    """The path as SVG writes it; a curve has three elements in a row."""
    parts: list[str] = []
    kinds = QPainterPath.ElementType
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        spot = f"{_short(element.x)} {_short(element.y)}"
        if element.type == kinds.MoveToElement:
            parts.append(f"M{spot}")
        elif element.type == kinds.LineToElement:
            parts.append(f"L{spot}")
        elif element.type == kinds.CurveToElement:
            parts.append(f"C{spot}")
        else:
            parts.append(f" {spot}")
    return "".join(parts)


def _short(value: float) -> str:
    text = f"{value / _FINE:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
