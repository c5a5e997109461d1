"""Draws slides as they will look, near enough to recognize them: shapes, lines and texts at their places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from vsdesigner.ui import theme

if TYPE_CHECKING:
    from vsdesigner.exchange.pptx.slide_looks import ShapeLook, Words

WIDTH = 960  # px of a slide
MOST = 24  # slides that are drawn
SMALLEST = 4  # px of letters


def slide_pictures(content: bytes, is_cancelled: Callable[[], bool]) -> list[tuple[str, QImage]]:
    """Return title and picture of each slide; behind the first `MOST` the picture is empty."""
    from vsdesigner.exchange.pptx.slide_looks import slide_looks

    found = []
    for number, slide in enumerate(slide_looks(content, MOST, is_cancelled)):
        image = QImage()
        if number < MOST:
            image = QImage(QSize(WIDTH, round(WIDTH * slide.ratio)), QImage.Format.Format_RGB32)
            image.fill(theme.LIGHT.card)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for shape in slide.shapes:
                _paint(painter, shape)
            painter.end()
        found.append((slide.title, image))
    return found


def _paint(painter: QPainter, shape: ShapeLook) -> None:
    place = QRectF(*(part * WIDTH for part in shape.place))
    line = _colour(shape.line)
    if shape.is_line:
        painter.setPen(QPen(line or theme.LIGHT.muted, 1.2))
        painter.drawLine(place.topLeft(), QPointF(place.right(), place.bottom()))
        return
    if shape.picture:
        painter.drawImage(place, QImage.fromData(QByteArray(shape.picture)))
        return
    painter.setPen(QPen(line, 0.8) if line is not None else QPen(Qt.PenStyle.NoPen))
    fill = _colour(shape.fill)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, 2, 2)
    _paint_words(painter, shape.words, place)


def _paint_words(painter: QPainter, words: tuple[Words, ...], place: QRectF) -> None:
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    top = place.top() + 2
    for line in words:
        if top > place.bottom():
            return
        font = QFont(painter.font())
        font.setPixelSize(max(SMALLEST, round(line.size * WIDTH)))
        font.setBold(line.is_bold)
        painter.setFont(font)
        painter.setPen(_colour(line.colour) or theme.LIGHT.text)
        room = QRectF(place.left() + 3, top, max(1.0, place.width() - 6), max(1.0, place.bottom() - top))
        painter.drawText(room, flags, line.text)
        top += painter.boundingRect(room, flags, line.text).height()


def _colour(text: str) -> QColor | None:
    return QColor(f"#{text}") if text else None
