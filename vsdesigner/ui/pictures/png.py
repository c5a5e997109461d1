"""Writes a stream as PNG: in strips, so that a large picture needs little memory and can be stopped."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.carried.png import with_document
from vsdesigner.exchange.chosen import chosen_streams
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.picture_options import LIGHT_THEME
from vsdesigner.exchange.png_file import PngFile
from vsdesigner.exchange.registry import Cancelled, Progress, Question
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.drawing import StreamDrawing
from vsdesigner.ui.theme import LIGHT, THEMES

DPI = 96.0  # at which the picture is as large on paper as on the screen at 100 %
LARGEST_SIDE = 32_000  # px; Qt paints no further, and few programs show more
LARGEST_AREA = 300_000_000  # px
SHARED_SIDE, SHARED_AREA = 16_000, 64_000_000  # px of a picture within another file
_STRIP = 4_000_000  # px painted at a time

Image = QImage.Format


def render(snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question) -> bytes:
    """Return one stream, a selection of it or what a window shows of it, as PNG.

    Raises `UserError` for a picture that would be too large, with the scale that is possible.
    """
    stream = chosen_streams(snapshot, options)[0]
    drawing = StreamDrawing(snapshot, stream.id, options)
    scale = scale_of(options)
    clear = options.flag("transparent")
    width, height = size_at(drawing.area, scale)
    theme = THEMES.get(options.choice("theme", LIGHT_THEME), LIGHT)
    inks = Inks(theme, scale, complete=True)
    texts = {"Title": stream_title(stream), "Software": "VS Designer"}
    file = PngFile(width, height, alpha=clear, dpi=DPI * scale, texts=texts)
    high = max(1, min(height, _STRIP // width))
    with ThreadPoolExecutor(1) as packing:  # a strip is packed while the next one is painted
        packed: Future[None] | None = None
        for top in range(0, height, high):
            if cancelled():
                raise Cancelled
            progress(top / height)
            size = QSize(width, min(high, height - top))
            strip = QImage(size, Image.Format_ARGB32_Premultiplied if clear else Image.Format_RGB32)
            strip.fill(Qt.GlobalColor.transparent if clear else theme.canvas)
            painter = QPainter(strip)
            painter.translate(0, -top)
            painter.scale(scale, scale)
            painter.translate(-drawing.area.topLeft())
            seen = QRectF(0, top / scale, width / scale, size.height() / scale)
            drawing.paint(painter, inks, seen.translated(drawing.area.topLeft()), ground=not clear)
            painter.end()
            plain = strip.convertToFormat(Image.Format_RGBA8888 if clear else Image.Format_RGB888)
            if packed is not None:
                packed.result()
            packed = packing.submit(file.add, bytes(plain.constBits()), plain.bytesPerLine())
    content = file.finish()
    progress(1.0)
    return with_document(content, options.source) if options.source else content


def whole_stream(view: Snapshot, stream: str, scale: float) -> bytes:
    """Return a whole stream in the light theme; one that would be too large is made smaller."""
    whole = StreamDrawing(view, stream, ExportOptions()).area
    wide, high = whole.width(), whole.height()
    scale = min(scale, SHARED_SIDE / wide, SHARED_SIDE / high, (SHARED_AREA / (wide * high)) ** 0.5)
    options = ExportOptions(streams=(stream,), values={"scale": scale})
    return render(view, options, lambda share: None, lambda: False)


def scale_of(options: ExportOptions) -> float:
    """Return the px of the picture per px at 100 %, by the dots per inch when they are given."""
    dpi = options.number("dpi", 0.0)
    return dpi / DPI if dpi > 0 else options.number("scale", 2.0)


def size_at(area: QRectF, scale: float) -> tuple[int, int]:
    """Return width and height in px of a part of the scene; `UserError` for too large a picture."""
    wide, high = area.width(), area.height()
    width, height = max(1, round(wide * scale)), max(1, round(high * scale))
    if max(width, height) > LARGEST_SIDE or width * height > LARGEST_AREA:
        most = min(LARGEST_SIDE / wide, LARGEST_SIDE / high, (LARGEST_AREA / (wide * high)) ** 0.5)
        words = say(
            "The picture would have {width} × {height} px, more than other programs can show."
            " Choose a scale of {most} or less."
        )
        told = f"{int(most * 100) / 100:g}"
        raise UserError(words.format(width=width, height=height, most=told))
    return width, height
