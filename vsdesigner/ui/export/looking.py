"""Makes what an export would write visible: rendered in a thread, read back, and shown as it will be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.picture_options import THEME
from vsdesigner.exchange.registry import EXPORTERS, Cancelled, Exporter
from vsdesigner.ui.export.slides import slide_pictures
from vsdesigner.ui.i18n import tr, tr_count

if TYPE_CHECKING:
    from vsdesigner.exchange.excel.first_cells import SheetLook

PICTURE = QSize(3_200, 2_400)  # px; what is larger is made smaller
MOST_LINES = 200

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Look:
    """What a file would hold: pictures with their titles, sheets, or lines of text; `said` is about all.

    Text beside pictures stands below them.
    """

    said: str
    pictures: tuple[tuple[str, QImage], ...] = ()
    sheets: tuple[SheetLook, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is exported for a look at it."""

    exporter: Exporter
    view: Snapshot
    options: ExportOptions


def look(asked: Asked, progress: Callable[[float], None], is_cancelled: Stop) -> Look:
    """Render the file and show what is in it; for a worker thread.

    Raises what the exporter raises: `UserError` with a sentence, `Cancelled` when told so.
    """
    exporter = asked.exporter
    content = exporter.render(asked.view, exporter.checked(asked.options), progress, is_cancelled)
    if is_cancelled():
        raise Cancelled
    shown = LOOKS.get(exporter.suffix, _plain)(content, asked, is_cancelled)
    return replace(shown, said=" · ".join(part for part in (shown.said, size_text(len(content))) if part))


def size_text(count: int) -> str:
    """Return a number of bytes as people say it."""
    if count < 1024:
        return tr_count("1 byte", "{count} bytes", count)
    if count < 1024 * 1024:
        return tr("{number} KB").format(number=round(count / 1024))
    return tr("{number} MB").format(number=round(count / 1024 / 1024, 1))


# -- pictures -----------------------------------------------------------------------------------------------
def _raster(content: bytes, _asked: Asked, _stop: Stop) -> Look:
    image = QImage.fromData(QByteArray(content))
    if image.isNull():
        return _plain(content, _asked, _stop)
    said = tr("{width} × {height} pixels").format(width=image.width(), height=image.height())
    return Look(said, pictures=(("", _fitted(image)),))


def _vector(content: bytes, asked: Asked, stop: Stop) -> Look:
    image = _drawn(content)
    return Look(tr("Sharp at every size"), (("", image),)) if image else _plain(content, asked, stop)


def _drawn(svg: bytes) -> QImage | None:
    """An SVG as a picture; None when Qt cannot draw it."""
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(svg))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return None
    size.scale(PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _fitted(image: QImage) -> QImage:
    if image.width() <= PICTURE.width() and image.height() <= PICTURE.height():
        return image
    return image.scaled(
        PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


# -- pages --------------------------------------------------------------------------------------------------
def _pdf(_content: bytes, asked: Asked, stop: Stop) -> Look:
    from vsdesigner.ui.export.pages import page_pictures

    pages = page_pictures(asked.view, asked.options, stop)
    return Look(tr_count("1 page", "{count} pages", len(pages)), tuple(pages))


def _web_page(content: bytes, asked: Asked, stop: Stop) -> Look:
    from vsdesigner.ui.export.page_words import words_of

    said = tr("One file that works without a network: lanes, cards, tables and search")
    return Look(said, _lanes(asked, stop), text=words_of(content, MOST_LINES))


def _slides(content: bytes, _asked: Asked, stop: Stop) -> Look:
    pictures = slide_pictures(content, stop)
    return Look(tr_count("1 slide", "{count} slides", len(pictures)), tuple(pictures))


def _lanes(asked: Asked, stop: Stop) -> tuple[tuple[str, QImage], ...]:
    """The lanes of the streams, for formats whose own pages cannot be drawn here."""
    drawer = EXPORTERS.get("svg")
    if drawer is None:
        return ()
    known = {
        THEME.id: asked.options.choice(THEME.id, THEME.default if isinstance(THEME.default, str) else "")
    }
    found = []
    for stream in asked.view.streams:
        if asked.options.streams and stream.id not in asked.options.streams:
            continue
        if stop():
            raise Cancelled
        options = ExportOptions(streams=(stream.id,), values=known)
        image = _drawn(drawer.render(asked.view, options, lambda _share: None, stop))
        if image is not None:
            found.append((stream.name if len(asked.view.streams) > 1 else "", image))
    return tuple(found)


# -- tables and text ----------------------------------------------------------------------------------------
def _workbook(content: bytes, _asked: Asked, stop: Stop) -> Look:
    from vsdesigner.exchange.excel.first_cells import first_cells

    sheets = first_cells(content, stop)
    return Look(tr_count("1 sheet", "{count} sheets", len(sheets)), sheets=tuple(sheets))


def _plain(content: bytes, asked: Asked, _stop: Stop) -> Look:
    """Text as it is; of anything else one can only say what it is."""
    try:
        text = content[:100_000].decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if "\0" in text:
        text = ""
    return Look(tr(asked.exporter.label), text="\n".join(text.splitlines()[:MOST_LINES]))


#: Suffix of a format → how what was written is shown.
LOOKS: Mapping[str, Callable[[bytes, Asked, Stop], Look]] = {
    ".xlsx": _workbook,
    ".png": _raster,
    ".jpg": _raster,
    ".svg": _vector,
    ".pdf": _pdf,
    ".html": _web_page,
    ".pptx": _slides,
}
