"""The sheet with a picture of the lanes, sharp at print size, and its description in words."""

from __future__ import annotations

import struct

from openpyxl.drawing.fill import Blip
from openpyxl.drawing.geometry import PresetGeometry2D
from openpyxl.drawing.image import Image
from openpyxl.drawing.picture import PictureFrame
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D

from vsdesigner.document.wording import lane_name, stream_title
from vsdesigner.exchange import pictures
from vsdesigner.exchange.excel import page
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.free_sheet import free_sheet
from vsdesigner.exchange.excel.heights import ellipsized
from vsdesigner.exchange.excel.links import back_cell
from vsdesigner.exchange.excel.styles import BODY_SIZE, Look
from vsdesigner.exchange.excel.text_cells import Cell, excel_text
from vsdesigner.language import say, say_count
from vsdesigner.model.records import Stream

_DOTS_PER_POINT = 300 / 72
_EMU_PER_POINT = 12_700
_COLUMN_WIDTH = 12.0
_ROW_MOST = 300.0  # pt; the picture lies over as many rows as it needs
_LEAST_SCALE, _MOST_SCALE = 1.0, 3.0
_BESIDE = 900.0  # px: lane headers, demand, value and the last card
_MOST_WORDS = 2_000
_PNG_SIZE = struct.Struct(">II")


def has_content(book: Book, stream: str) -> bool:
    """Say whether there is a picture: somebody can paint, and there is something to paint."""
    return pictures.has_renderer() and bool(book.view.steps(stream))


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet; on paper it is one page."""
    made = free_sheet(book, plan.title, [_COLUMN_WIDTH])
    number = book.styles.number
    title, name = say("The stream in its lanes"), book.name_of(plan).replace("\n", " ")
    box = page.page_points(book.paper, landscape=True)
    made.rows.add([Cell(title, number(Look.TITLE))], 27.0, fixed=True)
    subtitle = ellipsized(name, box[0], BODY_SIZE)
    made.rows.add([Cell(subtitle, number(Look.SUBTITLE, users_text=True))], 20.0, fixed=True)
    made.rows.add([back_cell(book, made.sheet, 0, 3, Look.BACK_LEFT)], 20.0, fixed=True)
    room = (box[0] - 4.0, box[1] - 75.0)
    scale = room[0] * _DOTS_PER_POINT / _drawn_width(book, plan.stream)
    content = pictures.render_png(book.view, plan.stream, min(max(scale, _LEAST_SCALE), _MOST_SCALE))
    pixels = _PNG_SIZE.unpack_from(content, 16)
    share = min(room[0] / pixels[0], room[1] / pixels[1])
    size = (pixels[0] * share, pixels[1] * share)
    anchor = _anchor(size, name, described(book, plan.stream), made.rows.last)
    made.sheet._images.append(_Picture(content, anchor))  # type: ignore[attr-defined]  # add_image asks for Pillow
    count = int(size[1] // _ROW_MOST) + 1
    for _ in range(count):
        made.gap(round(size[1] / count + 2, 2))
    page.set_up(
        made.sheet, paper=book.paper, landscape=True, stream=name, subject=plan.subject, one_page=True
    )


def described(book: Book, stream: str) -> str:
    """Return what the picture shows, in words: the steps in their order, each with its activity."""
    view = book.view
    steps = view.steps(stream)
    start = say_count("{count} step from demand to value", "{count} steps from demand to value", len(steps))
    words = f"{stream_title(view.get(stream, Stream))}: {start}."
    for number, step in enumerate(steps, start=1):
        sentence = f" {number} {step.name} ({lane_name(view, step.lane)})."
        if len(words) + len(sentence) > _MOST_WORDS:
            return f"{words} …"
        words += sentence
    return excel_text(words).replace("\n", " ")


def _drawn_width(book: Book, stream: str) -> float:
    """About how wide the drawing is, in px at 100 %."""
    places = [step.x for step in book.view.steps(stream)]
    return max(places) - min(places) + _BESIDE


class _Picture(Image):
    """A picture of which everything is known, so that nobody has to open it."""

    def __init__(self, content: bytes, anchor: OneCellAnchor) -> None:
        self._content = content
        self.format = "png"
        self.anchor = anchor

    def _data(self) -> bytes:
        return self._content


def _anchor(size: tuple[float, float], name: str, description: str, row: int) -> OneCellAnchor:
    """The place of a picture of this size (pt) below so many rows, with its description."""
    frame = PictureFrame()
    frame.nvPicPr.cNvPr.id = 2
    frame.nvPicPr.cNvPr.name = excel_text(name).replace("\n", " ")[:200]
    frame.nvPicPr.cNvPr.descr = description
    frame.blipFill.blip = Blip(cstate="print")
    frame.spPr.prstGeom = PresetGeometry2D(prst="rect")
    frame.spPr.ln = None
    extent = XDRPositiveSize2D(round(size[0] * _EMU_PER_POINT), round(size[1] * _EMU_PER_POINT))
    return OneCellAnchor(_from=AnchorMarker(col=0, row=row), ext=extent, pic=frame)
