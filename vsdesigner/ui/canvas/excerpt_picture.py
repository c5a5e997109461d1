"""Pictures of a part of a stream for letters and slides: pixels and vectors, in the light theme."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from vsdesigner import palette
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.svg.colours import FixedColours
from vsdesigner.exchange.svg.drawing import Drawer
from vsdesigner.exchange.svg.exporter import document
from vsdesigner.layout.geometry import Rect, around, united
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import LANE_HEADER_WIDTH
from vsdesigner.model.records import Stream
from vsdesigner.ui import theme
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.painting.thumbnail import paint_cards, paint_whole, whole_area

MARGIN = 14.0  # room for shadows and chips
LARGEST_SIDE = 16_000
LARGEST_AREA = 64_000_000  # px; 256 MB


class _Excerpt:
    """What a picture shows: the chosen cards and phases with the flows between them, or the whole stream."""

    def __init__(self, view: Snapshot, stream: str, ids: Iterable[str]) -> None:
        self._view = view
        self._layout = layout = StreamLayout(view, stream, FontMeasurer())
        self._cards = {id for id in ids if id in layout.cards}
        self._flows = {
            flow.id
            for flow in view.flows(stream)
            if flow.source in self._cards and flow.target in self._cards and flow.id in layout.routes
        }
        self.area = self._extent() if self._cards else whole_area(layout, LANE_HEADER_WIDTH)

    def _extent(self) -> QRectF:
        parts: list[Rect] = [self._layout.cards[id].rect for id in self._cards]
        for id in self._flows:
            route = self._layout.routes[id]
            parts.append(around(route.points))
            if route.label is not None:
                parts.append(route.label)
        return QRectF(*united(parts).grown(MARGIN))

    def paint(self, painter: QPainter, scale: float, inks: Inks) -> None:
        """Paint with the picture's top left corner at the origin."""
        if not self._cards:
            size = QSize(round(self.area.width() * scale), round(self.area.height() * scale))
            paint_whole(painter, self._view, self._layout, self.area, inks, size)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(-self.area.topLeft())
        paint_cards(painter, self._view, self._layout, inks, self._cards, self._flows)


def excerpt_image(view: Snapshot, stream: str, ids: Iterable[str], scale: float) -> QImage:
    """Return the chosen elements, or the whole stream without any, on light ground.

    `scale` is device px per px at 100 %; a picture that would be too large is made smaller.
    """
    shown = _Excerpt(view, stream, ids)
    wide, high = shown.area.width(), shown.area.height()
    scale = min(scale, LARGEST_SIDE / wide, LARGEST_SIDE / high, (LARGEST_AREA / (wide * high)) ** 0.5)
    made = QImage(max(1, round(wide * scale)), max(1, round(high * scale)), QImage.Format.Format_RGB32)
    made.fill(theme.LIGHT.canvas)  # some programs make transparent ground black
    painter = QPainter(made)
    shown.paint(painter, scale, Inks(theme.LIGHT, scale, complete=True))  # paper is white
    painter.end()
    made.setDotsPerMeterX(round(96 * scale / 0.0254))
    made.setDotsPerMeterY(round(96 * scale / 0.0254))
    return made


def png_of(image: QImage) -> bytes:
    """Return a picture as PNG."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())


def excerpt_svg(view: Snapshot, stream: str, ids: Iterable[str]) -> bytes:
    """Return the chosen elements, or the whole stream without any, as SVG in px at 100 %."""
    drawer = Drawer(view, stream, FixedColours(palette.LIGHT))
    return document(view, view.get(stream, Stream), drawer.chosen(set(ids)) or drawer.whole())
