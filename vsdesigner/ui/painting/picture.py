"""Paints pictures that stand in the document: decoded once, kept at the sizes in which they are seen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from vsdesigner.model.pictures import PictureError, decoded, facts_of
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.card import paint_frame
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import PictureLook

RADIUS = 2.0
LARGEST = 2_400  # px a side of what is kept
KEPT = 12


def image_of(data: bytes) -> QImage:
    """Return the picture in these bytes, made smaller where it is very large; a null image for any fault.

    Only what the model takes is decoded, by the decoder of its format.
    """
    try:
        facts = facts_of(data)
    except PictureError:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(facts.format.encode()))
    reader.setAutoTransform(True)
    size = QSize(facts.width, facts.height)
    if max(facts.width, facts.height) > LARGEST:
        reader.setScaledSize(size.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


@lru_cache(maxsize=KEPT)
def _image(data: str) -> QImage:
    try:
        return image_of(decoded(data))
    except PictureError:
        return QImage()


@lru_cache(maxsize=2 * KEPT)
def _halved(data: str, times: int) -> QImage:
    """The picture at half its size, so and so often: far from that a smooth transformation is none."""
    image = _image(data)
    if times == 0:
        return image
    size = QSize(max(1, image.width() >> times), max(1, image.height() >> times))
    return image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def paint_picture(painter: QPainter, look: PictureLook, inks: Inks, *, selected: bool, hovered: bool) -> None:
    """Paint a picture, as large as it fits, with the top left corner of its place at the origin."""
    area = QRectF(0, 0, look.width, look.height)
    image = _image(look.data) if look.data else QImage()
    if image.isNull():
        painter.setPen(inks.control)
        painter.setBrush(inks.card)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.setPen(inks.muted)
        words = text.elided(tr("This picture cannot be shown"), "note", max(1.0, look.width - 16))
        text.draw_centred(painter, words, "note", area.center().x(), area.center().y())
    else:
        size = QSizeF(image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        body = QRectF(0, 0, size.width(), size.height())
        body.moveCenter(area.center())
        shown = size.width() * max(inks.scale, 0.01) * painter.device().devicePixelRatioF()
        times = 0
        while image.width() >> (times + 1) >= shown and times < 6:
            times += 1
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(body, _halved(look.data, times))
        if hovered and not selected:
            painter.setPen(inks.hover_line)
            painter.setBrush(inks.no_brush)
            painter.drawRect(body)
    if selected:
        paint_frame(painter, look.width, look.height, inks, RADIUS)
