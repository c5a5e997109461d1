"""What pictures and pages cost, beside Qt's own encoder and a bare PDF of the same boxes, texts and lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPdfWriter

from tests.bench.streams import large_document
from tests.bench.timing import Line, median, milliseconds
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions, Value
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.pictures import pdf, png

RUNS = 3
MOST_AREA = 40_000_000  # px of the picture that is measured: Qt's encoder needs all of it in memory
Render = Callable[..., bytes]


def lines(count: int) -> Iterator[Line]:
    """Measure a stream of `count` steps."""
    snapshot = large_document(count)
    layout = StreamLayout(snapshot, snapshot.streams[0].id, FontMeasurer())
    bounds = layout.bounds
    scale = round(min(1.0, (MOST_AREA / (bounds.width * bounds.height)) ** 0.5), 2)
    content = _export(png.render, snapshot, scale=scale)
    image = QImage.fromData(content).convertToFormat(QImage.Format.Format_RGB32)
    floor = median(milliseconds(lambda: _encoded(image), runs=RUNS))
    ours = median(milliseconds(lambda: _export(png.render, snapshot, scale=scale), runs=RUNS))
    yield Line(f"export PNG, {image.width():,} × {image.height():,} px", count, ours, floor, 1.0)
    floor = median(milliseconds(lambda: _bare_pdf(layout), runs=RUNS))
    floor += median(
        milliseconds(lambda: StreamLayout(snapshot, snapshot.streams[0].id, FontMeasurer()), runs=RUNS)
    )
    ours = median(milliseconds(lambda: _export(pdf.render, snapshot, pages="one"), runs=RUNS))
    yield Line("export PDF, the diagram on one page", count, ours, floor, 2.5)


def _export(render: Render, snapshot: Snapshot, **values: Value) -> bytes:
    return render(snapshot, ExportOptions(values=values), lambda share: None, lambda: False)


def _encoded(image: QImage) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"png").write(image):
        raise RuntimeError("no picture")


def _bare_pdf(layout: StreamLayout) -> None:
    """The same boxes with four texts each, and the same lines."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    for route in layout.routes.values():
        painter.drawPolyline([QPointF(*point) for point in route.points])
    for card in layout.cards.values():
        painter.drawRoundedRect(QRectF(*card.rect), 8, 8)
        for line in (*card.lines, "3", "2", "1 h"):
            painter.drawText(QPointF(card.rect.x, card.rect.y), line)
    painter.end()
