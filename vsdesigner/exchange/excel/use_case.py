"""The sheet with the use case of a stream: label and value, in portrait."""

from __future__ import annotations

from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName

from vsdesigner.document.wording import stream_title, use_case_texts, use_case_title
from vsdesigner.exchange.excel import page
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.choices import DEFAULT_SHEETS
from vsdesigner.exchange.excel.continuation import Slot, spread
from vsdesigner.exchange.excel.heights import line_count, most_lines, room, row_height, shortened_lines
from vsdesigner.exchange.excel.styles import BANNER_SIZE, USE_CASE_SIZE, Look
from vsdesigner.exchange.excel.text_cells import Cell
from vsdesigner.language import say
from vsdesigner.model.records import Stream

LABEL_WIDTH = 31.0
_LEAST_BANNER_HEIGHT = 30.0


def has_content(book: Book, stream: str) -> bool:
    """Say whether the use case says anything, or is all that was asked for."""
    chosen = book.options.several("sheets", DEFAULT_SHEETS)
    return list(chosen) == ["use_case"] or any(
        text.strip() for text in use_case_texts(book.view, book.view.get(stream, Stream)).values()
    )


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet. Every value cell has a defined name of its own on this sheet, such as ``Owned_by``."""
    sheet, rows = book.new_sheet(plan.title)
    stream = book.view.get(plan.stream, Stream)
    book.places.setdefault(stream.id, (plan.title, 1))
    value_width = round(page.page_width(book.paper, landscape=False) - LABEL_WIDTH, 2)
    sheet.column_dimensions["A"].width = LABEL_WIDTH
    sheet.column_dimensions["B"].width = value_width

    banner = book.styles.number(Look.BANNER, users_text=True)
    points = room(LABEL_WIDTH + value_width)
    title = shortened_lines(use_case_title(stream), most_lines(BANNER_SIZE), points, BANNER_SIZE, bold=True)
    lines = line_count(title, points, BANNER_SIZE, bold=True)
    height = row_height(lines, BANNER_SIZE, least=_LEAST_BANNER_HEIGHT)
    rows.add([Cell(title, banner), Cell("", banner)], height, fixed=True)
    sheet.merged_cells.add("A1:B1")

    label_style = book.styles.number(Look.LABEL)
    value_style = book.styles.number(Look.VALUE, users_text=True)
    slots = (Slot(room(LABEL_WIDTH), USE_CASE_SIZE, bold=True), Slot(room(value_width), USE_CASE_SIZE))
    for label, text in book.stoppable(use_case_texts(book.view, stream).items()):
        for part in spread((say(label), text), slots):
            cells: list[Cell | None] = [Cell(part.texts[0], label_style), Cell(part.texts[1], value_style)]
            number = rows.add(cells, row_height(part.lines, USE_CASE_SIZE))
            if part.place == 0:
                place = f"{quote_sheetname(plan.title)}!$B${number}"
                name = label.replace(" ", "_")
                sheet.defined_names[name] = DefinedName(name, attr_text=place)
    page.set_up(sheet, paper=book.paper, landscape=False, stream=stream_title(stream), subject=plan.subject)
