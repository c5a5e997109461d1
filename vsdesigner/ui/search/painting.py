"""Pieces that the lists of finding are painted of: grounds, badges, key caps, lines with letters in bold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from vsdesigner.ui import theme
from vsdesigner.ui.theme import Theme

CAP_RADIUS = 4.0
CAP_HEIGHT = 20.0
_CAP_SIDE, _CAP_GAP = 6.0, 4.0
_ELLIPSIS = "…"
_LONGEST = 400  # letters that can be seen in one line at best


def key_caps(painter: QPainter, keys: Sequence[str], box: QRectF, worn: Theme, *, quiet: bool) -> float:
    """Paint keys at the right of a box, each in its frame; return the left edge of the first."""
    font = theme.font("section")
    metrics = QFontMetricsF(font)
    right = box.right()
    painter.setFont(font)
    for key in reversed(keys):
        wide = max(CAP_HEIGHT, metrics.horizontalAdvance(key) + 2 * _CAP_SIDE)
        cap = QRectF(right - wide, box.center().y() - CAP_HEIGHT / 2, wide, CAP_HEIGHT)
        painter.setPen(QPen(worn.line if quiet else worn.faint, 1))
        painter.setBrush(worn.card)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), CAP_RADIUS, CAP_RADIUS)
        painter.setPen(worn.muted)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        right = cap.left() - _CAP_GAP
    return right + _CAP_GAP


def at_right(painter: QPainter, text: str, box: QRectF, ink: QColor) -> float:
    """Paint a short text at the right of a box; return its left edge."""
    painter.setFont(theme.font("small"))
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    return box.right() - width_of(text, theme.font("small"))


def width_of(text: str, font: QFont) -> float:
    """Return how wide a line of text is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def line(painter: QPainter, text: str, box: QRectF, font: QFont, ink: QColor) -> None:
    """Paint one line; what does not fit ends in an ellipsis."""
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def rich_width(text: str, spots: Iterable[int]) -> float:
    """Return how wide `rich_line` would like to be."""
    return _natural_width(text[:_LONGEST], _bold(spots)) + 1.0


def rich_line(
    painter: QPainter, text: str, spots: Iterable[int], box: QRectF, width: float, ink: QColor
) -> float:
    """Paint one line with the letters at `spots` in bold; return how wide it became."""
    return formatted_line(painter, text, _bold(spots), box, width, ink)


def formatted_line(
    painter: QPainter,
    text: str,
    formats: Sequence[tuple[int, int, QTextCharFormat]],
    box: QRectF,
    width: float,
    ink: QColor,
) -> float:
    """Paint one line in which places (start, length in letters) look as told; elided where it is long."""
    shown = text[:_LONGEST]
    layout = _laid_out(shown, formats)
    if layout.lineAt(0).naturalTextWidth() > width:
        shown = _cut(shown, formats, width)
        layout = _laid_out(shown, formats)
    first = layout.lineAt(0)
    painter.setPen(ink)
    layout.draw(painter, QPointF(box.left(), box.center().y() - first.height() / 2))
    return min(first.naturalTextWidth(), width)


def _cut(text: str, formats: Sequence[tuple[int, int, QTextCharFormat]], width: float) -> str:
    """The longest beginning that fits with an ellipsis behind it."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        wide = _natural_width(text[:middle].rstrip() + _ELLIPSIS, formats)
        low, high = (middle, high) if wide <= width else (low, middle - 1)
    return text[:low].rstrip() + _ELLIPSIS


def _bold(spots: Iterable[int]) -> list[tuple[int, int, QTextCharFormat]]:
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    return [(spot, 1, strong) for spot in spots]


def _natural_width(text: str, formats: Sequence[tuple[int, int, QTextCharFormat]]) -> float:
    layout = _laid_out(text, formats)  # it has to live as long as its line is asked
    return layout.lineAt(0).naturalTextWidth()


def _laid_out(text: str, formats: Sequence[tuple[int, int, QTextCharFormat]]) -> QTextLayout:
    layout = QTextLayout(text, theme.font("panel"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([found for each in formats if (found := _range(text, *each)) is not None])
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(100_000.0)
    layout.endLayout()
    return layout


def _range(text: str, start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange | None:
    """A format where Qt counts: in UTF-16 units, of which some letters have two."""
    if start >= len(text):
        return None
    found = QTextLayout.FormatRange()
    found.start = _units(text[:start])
    found.length = _units(text[start : start + length])
    found.format = form
    return found


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
