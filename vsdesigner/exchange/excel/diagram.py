"""The sheet with a picture of the lanes, sharp at print size, and its description in words."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Sequence

from openpyxl.drawing.fill import Blip
from openpyxl.drawing.geometry import PresetGeometry2D
from openpyxl.drawing.image import Image
from openpyxl.drawing.picture import PictureFrame
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.worksheet.pagebreak import Break

from vsdesigner.document.wording import lane_name, numbers_text, stream_title
from vsdesigner.exchange import pictures
from vsdesigner.exchange.excel import page, strips
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.free_sheet import FreeSheet, free_sheet
from vsdesigner.exchange.excel.heights import ellipsized
from vsdesigner.exchange.excel.links import back_cell
from vsdesigner.exchange.excel.strips import Room, Strips
from vsdesigner.exchange.excel.styles import BODY_SIZE, Look
from vsdesigner.exchange.excel.text_cells import Cell, column_letters, excel_text
from vsdesigner.exchange.pictures import Renderer, Survey
from vsdesigner.exchange.registry import Cancelled
from vsdesigner.language import say, say_count
from vsdesigner.model.records import Step, Stream

_DOTS_PER_POINT = 300 / 72
_EMU_PER_POINT = 12_700
_COLUMN_WIDTH = 12.0
_ROW_MOST = 300.0  # pt; the picture lies over as many rows as it needs
_PIXEL = 0.75  # pt; rows are whole pixels high
_LEAST_SCALE, _MOST_SCALE = 1.0, 3.0
_BESIDE = 900.0  # px: lane headers, demand, value and the last card
_MOST_WORDS = 2_000
_PNG_SIZE = struct.Struct(">II")
_TITLE, _LINE = 27.0, 20.25  # heights of rows, pt

FEW_STEPS = 12  # so many always stay in one picture
_NARROW_POINTS = 14.25  # what Excel makes of the next
_NARROW = 2.0  # width of a column below strips: a page ends between columns, so none may reach far beyond
_LINK_COLUMNS = 5  # more that the link may be clicked on
_NAME_SHARE = 0.6  # of the width for the name of the stream; behind it stands the link
_SAFETY = (24.0, 8.0)  # pt that strips leave free on a page, for programs that measure otherwise
_BETWEEN = 8.25  # pt below a strip
_ROUNDING = 8.25  # pt that rows below a picture may be higher than it is


def has_content(book: Book, stream: str) -> bool:
    """Say whether there is a picture: somebody can paint, and there is something to paint."""
    return pictures.renderer() is not None and bool(book.view.steps(stream))


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet: on paper one page, and for a long stream a page for each strip or a few of them."""
    painter = pictures.renderer()
    if painter is None:
        return
    survey = painter.survey(book.view, plan.stream) if _may_be_long(book, plan.stream) else None
    if survey is None or not _is_long(book, survey):
        _add_whole(book, plan, painter)
        return
    upright, across = (_strip_room(book, landscape=landscape) for landscape in (False, True))
    landscape, cut = strips.orientation(survey, upright, across)
    _add_strips(book, plan, painter, survey, cut, landscape=landscape)


def _may_be_long(book: Book, stream: str) -> bool:
    """Whether a stream has more than a few steps, and not so many that nobody wants all those strips.

    It is judged by where the steps stand: to lay the stream out takes its time.
    """
    width, room = _drawn_width(book, stream), _strip_room(book, landscape=True)
    return len(book.view.steps(stream)) > FEW_STEPS and strips.columns(width, room) <= strips.MOST_STRIPS


def _is_long(book: Book, survey: Survey) -> bool:
    """Whether nobody could read a stream on one page, and it takes not too many to cut it."""
    if strips.fits(survey, *_room(book)):
        return False
    return strips.count_at_least(survey, _strip_room(book, landscape=True)) <= strips.MOST_STRIPS


def _drawn_width(book: Book, stream: str) -> float:
    """About how wide the drawing is, in px at 100 %."""
    places = [step.x for step in book.view.steps(stream)]
    return max(places) - min(places) + _BESIDE


def _room(book: Book) -> tuple[float, float]:
    """Width and height in pt that one picture has."""
    wide, high = page.page_points(book.paper, landscape=True)
    return wide - 4.0, high - 75.0


def _strip_room(book: Book, *, landscape: bool) -> Room:
    wide, high = page.page_points(book.paper, landscape=landscape)
    return Room(wide - _SAFETY[0], high - _SAFETY[1], _TITLE + _LINE, _LINE + _BETWEEN + _ROUNDING)


# -- one picture --------------------------------------------------------------------------------------------
def _add_whole(book: Book, plan: SheetPlan, painter: Renderer) -> None:
    made = free_sheet(book, plan.title, [_COLUMN_WIDTH])
    room = _room(book)
    number = book.styles.number
    name = _one_line(book, plan)
    made.rows.add([Cell(say("The stream in its lanes"), number(Look.TITLE))], _TITLE, fixed=True)
    subtitle = ellipsized(name, room[0], BODY_SIZE)
    made.rows.add([Cell(subtitle, number(Look.SUBTITLE, users_text=True))], _LINE, fixed=True)
    made.rows.add([back_cell(book, made.sheet, 0, 3, Look.BACK_LEFT)], _LINE, fixed=True)
    scale = room[0] * _DOTS_PER_POINT / _drawn_width(book, plan.stream)
    content = painter.whole(book.view, plan.stream, min(max(scale, _LEAST_SCALE), _MOST_SCALE))
    pixels = _PNG_SIZE.unpack_from(content, 16)
    share = min(room[0] / pixels[0], room[1] / pixels[1])
    size = (pixels[0] * share, pixels[1] * share)
    _add_picture(made, content, size, name, described(book, plan.stream))
    page.set_up(
        made.sheet, paper=book.paper, landscape=True, stream=name, subject=plan.subject, one_page=True
    )


def _add_picture(
    made: FreeSheet, content: bytes, size: tuple[float, float], name: str, description: str
) -> None:
    """Add a picture of this size (pt) and the rows that it lies over."""
    images = made.sheet._images  # type: ignore[attr-defined]  # add_image asks for Pillow
    anchor = _anchor(size, name, description, made.rows.last, len(images))
    images.append(_Picture(content, anchor))
    count = int(size[1] // _ROW_MOST) + 1
    for _ in range(count):
        made.gap(math.ceil((size[1] / count + 2) / _PIXEL) * _PIXEL)


# -- strips -------------------------------------------------------------------------------------------------
def _add_strips(
    book: Book, plan: SheetPlan, painter: Renderer, survey: Survey, cut: Strips, *, landscape: bool
) -> None:
    room = _strip_room(book, landscape=landscape)
    made, name = _strip_sheet(book, plan, room), _one_line(book, plan)
    steps = _steps_of(book, plan.stream, survey, cut)
    scale = min(cut.scale * _DOTS_PER_POINT, _MOST_SCALE)
    contents = painter.parts(book.view, plan.stream, scale, cut.frames)
    for numbers in strips.pages(cut, room):
        for number in numbers:
            if book.cancelled():
                raise Cancelled
            told = _told(book, steps[number], number + 1, len(cut.frames))
            caption = " · ".join((told, *_ways_on(cut, number)))
            made.rows.add([Cell(caption, book.styles.number(Look.SUBTITLE))], _LINE, fixed=True)
            frame = cut.frames[number]
            size = (frame.width * cut.scale, frame.height * cut.scale)
            words = _described(book, f"{told}. {name}:", steps[number])
            _add_picture(made, next(contents), size, f"{name} {number + 1}", words)
            made.gap(_BETWEEN)
        made.sheet.row_breaks.append(Break(id=made.rows.last))
    made.sheet.row_breaks.brk.pop()  # behind the last page nothing comes
    page.set_up(
        made.sheet, paper=book.paper, landscape=landscape, stream=name, subject=plan.subject, scaled=False
    )


def _strip_sheet(book: Book, plan: SheetPlan, room: Room) -> FreeSheet:
    """A sheet of narrow columns with the title rows; what is wider than a column reaches over the next."""
    count = math.ceil(room.width / _NARROW_POINTS)
    made = free_sheet(book, plan.title, [_NARROW] * count)
    number = book.styles.number
    made.rows.add([Cell(say("The stream in its lanes"), number(Look.TITLE))], _TITLE, fixed=True)
    name = ellipsized(_one_line(book, plan), room.width * _NAME_SHARE, BODY_SIZE)
    first = math.ceil(count * _NAME_SHARE) + 1
    back = back_cell(book, made.sheet, first, 2, Look.BACK_LEFT)
    blanks = [None] * (first - 1)
    made.rows.add([Cell(name, number(Look.SUBTITLE, users_text=True)), *blanks, back], _LINE, fixed=True)
    if back is not None:
        made.sheet.merged_cells.add(f"{column_letters(first)}2:{column_letters(first + _LINK_COLUMNS)}2")
    return made


def _steps_of(book: Book, stream: str, survey: Survey, cut: Strips) -> list[list[Step]]:
    """The steps that each strip shows, each of them once: where it is whole, else where its middle is."""
    found: list[list[Step]] = [[] for _ in cut.inside]
    for step in book.view.steps(stream):
        card = survey.cards[step.id]
        whole = [number for number, part in enumerate(cut.inside) if part.encloses(card)]
        middle = [number for number, part in enumerate(cut.inside) if part.contains(card.center)]
        found[(whole or middle or [0])[0]].append(step)
    return found


def _told(book: Book, steps: Sequence[Step], number: int, count: int) -> str:
    """Which part a strip is and what it shows: ``Part 2 of 5: steps 9 to 16``."""
    if not steps:
        return say("Part {number} of {count}").format(number=number, count=count)
    numbers = sorted(book.view.number(step.id) for step in steps)
    words = say("step {numbers}") if len(numbers) == 1 else say("steps {numbers}")
    shown = words.format(numbers=numbers_text(numbers))
    return say("Part {number} of {count}: {steps}").format(number=number, count=count, steps=shown)


def _ways_on(cut: Strips, number: int) -> Iterator[str]:
    """Where the lines at the sides of a strip come from and go on."""
    before = say("continued from part {number}")
    behind = say("continues in part {number}")
    ways = (("◀", before, 0, -1), ("▲", before, -1, 0), ("▶", behind, 0, 1), ("▼", behind, 1, 0))
    for mark, words, down, right in ways:
        other = cut.neighbour(number, down, right)
        if other is not None:
            yield f"{mark} {words.format(number=other + 1)}"


# -- words and places ---------------------------------------------------------------------------------------
def described(book: Book, stream: str) -> str:
    """Return what the picture shows, in words: the steps in their order, each with its activity."""
    steps = book.view.steps(stream)
    start = say_count("{count} step from demand to value", "{count} steps from demand to value", len(steps))
    title = stream_title(book.view.get(stream, Stream))
    return _described(book, say("{label}: {text}").format(label=title, text=f"{start}."), steps)


def _described(book: Book, words: str, steps: Sequence[Step]) -> str:
    """The words, and behind them the steps as long as there is room."""
    view = book.view
    for step in steps:
        sentence = f" {view.number(step.id)} {step.name} ({lane_name(view, step.lane)})."
        if len(words) + len(sentence) > _MOST_WORDS:
            words = f"{words} …"
            break
        words += sentence
    return excel_text(words).replace("\n", " ")


def _one_line(book: Book, plan: SheetPlan) -> str:
    return book.name_of(plan).replace("\n", " ")


class _Picture(Image):
    """A picture of which everything is known, so that nobody has to open it."""

    def __init__(self, content: bytes, anchor: OneCellAnchor) -> None:
        self._content = content
        self.format = "png"
        self.anchor = anchor

    def _data(self) -> bytes:
        return self._content


def _anchor(size: tuple[float, float], name: str, description: str, row: int, before: int) -> OneCellAnchor:
    """The place of a picture of this size (pt) below so many rows and pictures, with its description."""
    frame = PictureFrame()
    frame.nvPicPr.cNvPr.id = before + 2
    frame.nvPicPr.cNvPr.name = excel_text(name).replace("\n", " ")[:200]
    frame.nvPicPr.cNvPr.descr = description
    frame.blipFill.blip = Blip(cstate="print")
    frame.spPr.prstGeom = PresetGeometry2D(prst="rect")
    frame.spPr.ln = None
    extent = XDRPositiveSize2D(round(size[0] * _EMU_PER_POINT), round(size[1] * _EMU_PER_POINT))
    return OneCellAnchor(_from=AnchorMarker(col=0, row=row), ext=extent, pic=frame)
