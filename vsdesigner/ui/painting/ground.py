"""Paints what lies under the words of a card: soft shadow, ground, border and coloured edge.

At 100 % and below, where many cards are seen, all cards of one size and colour share one picture: putting it
down is several times faster than filling translucent shapes, provided that its pixels meet those of the
screen. So it is put on whole pixels, half a pixel aside at most.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from vsdesigner.ui.painting.inks import Inks

EDGE = 5.0
LEAST_EDGE, LEAST_LINE = 2.0, 0.8  # px on screen
REACH = 10.0  # px around the card that its shadow needs
DROP = 1.5  # px that the light comes from above
BLUR = 7.0
LAYERS = 7
DEPTH = 1.2  # of the theme's shadow, where all layers lie on each other
LARGEST_SHARED = 1.0  # scale above which few cards are seen and pictures would be large


@dataclass(frozen=True, slots=True)
class Ground:
    """What a card lies on; `edge` 0 leaves the coloured edge out. Colours as `QColor.rgba`."""

    width: float
    height: float
    radius: float
    fill: int
    line: int
    edge: int
    shadow: int


def paint_ground(painter: QPainter, ground: Ground, inks: Inks) -> None:
    """Paint at the origin of `painter`."""
    if inks.vector:
        _paint_body(painter, ground, 1.0)
        return
    if inks.scale > LARGEST_SHARED:
        if ground.shadow:
            _put(painter, _shadow(*_shadow_key(ground), *_scales(painter, inks)), inks)
        _paint_body(painter, ground, inks.scale)
        return
    _put(painter, _picture(ground, *_scales(painter, inks)), inks)


def _scales(painter: QPainter, inks: Inks) -> tuple[float, float]:
    """Device px per scene px, and device px per px of the painter."""
    ratio = painter.device().devicePixelRatioF()
    return round(inks.scale * ratio, 4), ratio


def _put(painter: QPainter, picture: QImage, inks: Inks) -> None:
    ratio = picture.devicePixelRatioF()
    to_device = painter.worldTransform()
    x = round((to_device.dx() - REACH * inks.scale) * ratio) / ratio
    y = round((to_device.dy() - REACH * inks.scale) * ratio) / ratio
    painter.setWorldMatrixEnabled(False)
    painter.drawImage(QPointF(x, y), picture)
    painter.setWorldMatrixEnabled(True)


@lru_cache(maxsize=96)
def _picture(ground: Ground, scale: float, ratio: float) -> QImage:
    if ground.shadow:
        made = _shadow(*_shadow_key(ground), scale, ratio).copy()
    else:
        made = _empty(ground.width, ground.height, scale, ratio)
    made.setDevicePixelRatio(1.0)
    painter = _painter(made, scale)
    _paint_body(painter, ground, scale / ratio)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _shadow_key(ground: Ground) -> tuple[float, float, float, int]:
    return ground.width, ground.height, ground.radius, ground.shadow


@lru_cache(maxsize=48)
def _shadow(width: float, height: float, radius: float, rgba: int, scale: float, ratio: float) -> QImage:
    """The shadow, without what lies under the card."""
    made = _empty(width, height, scale, ratio)
    made.setDevicePixelRatio(1.0)
    painter = _painter(made, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = QColor.fromRgba(rgba)
    ink.setAlphaF(min(1.0, ink.alphaF() * DEPTH) / LAYERS)
    painter.setBrush(ink)
    for layer in range(LAYERS):
        grow = BLUR * (layer + 0.5) / LAYERS - BLUR / 3
        area = QRectF(-grow, -grow + DROP, width + 2 * grow, height + 2 * grow)
        painter.drawRoundedRect(area, max(1.0, radius + grow), max(1.0, radius + grow))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawRoundedRect(QRectF(1, 1, width - 2, height - 2), radius, radius)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _empty(width: float, height: float, scale: float, ratio: float) -> QImage:
    made = QImage(
        max(1, round((width + 2 * REACH) * scale)),
        max(1, round((height + 2 * REACH) * scale)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made


def _painter(picture: QImage, scale: float) -> QPainter:
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(REACH, REACH)
    return painter


def _paint_body(painter: QPainter, ground: Ground, scale: float) -> None:
    painter.setPen(QPen(QColor.fromRgba(ground.line), max(1.0, LEAST_LINE / scale)))
    painter.setBrush(QColor.fromRgba(ground.fill))
    painter.drawRoundedRect(
        QRectF(0.5, 0.5, ground.width - 1, ground.height - 1), ground.radius, ground.radius
    )
    if ground.edge:
        edge = max(EDGE, LEAST_EDGE / scale)
        painter.fillPath(left_edge(ground.height, ground.radius, edge), QColor.fromRgba(ground.edge))


def left_edge(height: float, radius: float, width: float = EDGE) -> QPainterPath:
    """Return the coloured left edge of a card of this height."""
    return _left_edge(height, radius, width, threading.get_ident())  # Qt notes things in a path it fills


@lru_cache(maxsize=256)
def _left_edge(height: float, radius: float, width: float, thread: int) -> QPainterPath:
    card = QPainterPath()
    card.addRoundedRect(QRectF(0.0, 0.0, 4 * radius, height), radius, radius)
    strip = QPainterPath()
    strip.addRect(QRectF(0, 0, width, height))
    return card.intersected(strip)
