"""Paints parts of a stream for other files, each with the headers of lanes and phases that belong to it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.pictures import Survey
from vsdesigner.exchange.png_file import PngFile
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.records import Stream
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.drawing import StreamDrawing
from vsdesigner.ui.pictures.png import DPI, SHARED_AREA, SHARED_SIDE
from vsdesigner.ui.theme import LIGHT


def survey(view: Snapshot, stream: str) -> Survey:
    """Return where everything lies in the drawing of a stream."""
    drawing = StreamDrawing(view, stream, ExportOptions())
    area, content = drawing.area, drawing.content
    return Survey(
        Rect(area.x(), area.y(), area.width(), area.height()),
        area.width() - content.width(),
        area.height() - content.height(),
        {id: card.rect for id, card in drawing.layout.cards.items()},
    )


def parts(view: Snapshot, stream: str, scale: float, frames: Sequence[Rect]) -> Iterator[bytes]:
    """Yield a picture of each frame, laid out once for all of them."""
    drawing = StreamDrawing(view, stream, ExportOptions())
    title = stream_title(view.get(stream, Stream))
    for frame in frames:
        yield _painted(drawing, QRectF(*frame), _possible(frame, scale), title)


def _possible(frame: Rect, scale: float) -> float:
    largest = math.sqrt(SHARED_AREA / (frame.width * frame.height))
    return min(scale, SHARED_SIDE / frame.width, SHARED_SIDE / frame.height, largest)


def _painted(drawing: StreamDrawing, frame: QRectF, scale: float, title: str) -> bytes:
    size = QSize(max(1, round(frame.width() * scale)), max(1, round(frame.height() * scale)))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(LIGHT.canvas)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-frame.topLeft())
    drawing.paint(painter, Inks(LIGHT, scale, complete=True), frame, frame=frame)
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    texts = {"Title": title, "Software": "VS Designer"}
    file = PngFile(size.width(), size.height(), dpi=DPI * scale, texts=texts)
    file.add(bytes(plain.constBits()), plain.bytesPerLine())
    return file.finish()
