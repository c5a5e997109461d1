"""Builds a sheet around one of the method's tables: title, header, rows, widths, filter, panes, page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.exchange.excel import page
from vsdesigner.exchange.excel.archive import RowStore
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.continuation import Slot, spread
from vsdesigner.exchange.excel.heights import (
    ellipsized,
    line_count,
    room,
    row_height,
    text_width,
    width_for,
)
from vsdesigner.exchange.excel.links import back_cell
from vsdesigner.exchange.excel.styles import BODY_SIZE, TITLE_SIZE, Look
from vsdesigner.exchange.excel.text_cells import Cell, column_letters, excel_text, pieces

ID_HEADER = "Id"
NOTE_ID = "(note)"  # where rows have their ids: what stands below a table is never a row of it
FILTER_BUTTON = 3.0  # width that the arrow takes in a header cell
_SUBTITLE_HEIGHT = 20.0
_LEAST_HEAD_HEIGHT = 22.0
_GAP_HEIGHT = 9.0
_ID_WIDTH = 24.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Widths are in Excel's units; one that grows shares what the page has left."""

    header: str
    least: float
    most: float
    look: Look = Look.TEXT  # of a blank cell
    bold: bool = False
    indent: int = 1
    head: Look = Look.HEAD
    users_header: bool = False
    grows: bool = True
    repeats: bool = False  # rows that continue a record show this cell again


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the id of what it shows, and a cell for each column; ``{row}`` in a formula is its row."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet while it grows: for those who put something above or below its table."""

    book: Book
    sheet: Worksheet
    rows: RowStore
    widths: Sequence[float]


@dataclass(frozen=True, slots=True)
class TableSpec:
    """What is to be built. `name` is the wanted name of the Excel table; `head_height` 0 computes it.

    `above` adds rows between the title and the table, `below` directly behind it.
    """

    plan: SheetPlan
    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[TableRow]
    notes: Sequence[str] = ()
    head_height: float = 0.0
    above: Callable[[Sheet], None] | None = None
    below: Callable[[Sheet], None] | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """The finished sheet and where the rows of its table are."""

    sheet: Worksheet
    first: int
    last: int

    @property
    def header(self) -> int:
        """Number of the header row."""
        return self.first - 1

    def cells(self, first_column: int, last_column: int | None = None) -> str:
        """Return the range of the table's rows in these columns (from 0), such as ``C4:F9``."""
        until = first_column if last_column is None else last_column
        return f"{column_letters(first_column)}{self.first}:{column_letters(until)}{self.last}"


def build(book: Book, spec: TableSpec) -> Extent:
    """Make the sheet with everything that all tables have in common.

    Behind the last column stands a hidden one with the ids, inside the table: so it is sorted along.
    Rows that continue a record have its id with ``+1``, ``+2`` … behind a space.
    """
    sheet, rows = book.new_sheet(spec.plan.title)
    paper_width = page.page_width(book.paper, landscape=True)
    widths = _widths(spec, paper_width)
    for index, width in enumerate((*widths, _ID_WIDTH)):
        sheet.column_dimensions[column_letters(index)].width = width
    sheet.column_dimensions[column_letters(len(widths))].hidden = True

    growing = Sheet(book, sheet, rows, widths)
    name = book.name_of(spec.plan)
    _add_title(growing, spec, name)
    if spec.above is not None:
        spec.above(growing)
    _add_head(growing, spec)
    first = rows.last + 1
    _add_body(growing, spec)
    extent = Extent(sheet, first, rows.last)
    if spec.below is not None:
        spec.below(growing)
    _add_notes(growing, spec.notes)

    _add_table(book, extent, spec)
    sheet.freeze_panes = f"B{first}"
    page.set_up(
        sheet,
        paper=book.paper,
        landscape=True,
        stream=name,
        subject=spec.plan.subject,
        header_row=extent.header,
    )
    return extent


def _widths(spec: TableSpec, paper_width: float) -> list[float]:
    """Widths from content between the bounds of each column, drawn out to the page or pressed towards it."""
    widths = [
        _natural(column, (row.cells[index].text for row in spec.rows))
        for index, column in enumerate(spec.columns)
    ]
    total = sum(widths)
    if total < paper_width:
        growing = sum(width for width, column in zip(widths, spec.columns, strict=True) if column.grows)
        factor = 1 + (paper_width - total) / growing if growing else 1.0
        return [
            round(width * factor if column.grows else width, 2)
            for width, column in zip(widths, spec.columns, strict=True)
        ]
    slack = sum(width - column.least for width, column in zip(widths, spec.columns, strict=True))
    share = min(1.0, (total - paper_width) / slack) if slack else 0.0
    return [
        round(width - share * (width - column.least), 2)
        for width, column in zip(widths, spec.columns, strict=True)
    ]


def _natural(column: Column, texts: Iterable[str]) -> float:
    """The width at which no line of a column is wrapped, within the column's bounds."""
    width = column.least
    if column.head is Look.HEAD:
        points = text_width(column.header, BODY_SIZE, bold=True)
        width = max(width, width_for(points, column.indent) + FILTER_BUTTON)
    for text in texts:
        if width >= column.most:
            return column.most
        if text:
            points = text_width(text, BODY_SIZE, bold=column.bold)
            width = max(width, width_for(points, column.indent))
    return min(width, column.most)


def _add_title(growing: Sheet, spec: TableSpec, name: str) -> None:
    number, rows, widths = growing.book.styles.number, growing.rows, growing.widths
    rows.add([Cell(spec.title, number(Look.TITLE))], row_height(1, TITLE_SIZE, least=27.0), fixed=True)
    back = back_cell(growing.book, growing.sheet, len(widths) - 1, 2)
    text = ellipsized(name, room(sum(widths[:-1] if back else widths), 0), BODY_SIZE)
    subtitle = Cell(text, number(Look.SUBTITLE, users_text=True))
    cells: list[Cell | None] = [subtitle, *[None] * (len(widths) - 2), back] if back else [subtitle]
    rows.add(cells, _SUBTITLE_HEIGHT, fixed=True)


def _add_head(growing: Sheet, spec: TableSpec) -> None:
    number, widths = growing.book.styles.number, growing.widths
    heads: list[Cell | None] = [
        Cell(column.header, number(column.head, users_text=column.users_header)) for column in spec.columns
    ]
    lines = max(
        line_count(column.header, room(width - FILTER_BUTTON, column.indent), BODY_SIZE, bold=True)
        for column, width in zip(spec.columns, widths, strict=True)
    )
    height = spec.head_height or row_height(lines, BODY_SIZE, least=_LEAST_HEAD_HEIGHT)
    growing.rows.add([*heads, Cell(ID_HEADER, number(Look.HEAD))], height, fixed=True)


def _add_body(growing: Sheet, spec: TableSpec) -> None:
    book, rows, widths = growing.book, growing.rows, growing.widths
    slots = [
        Slot(room(width, column.indent), BODY_SIZE, column.bold, column.repeats)
        for width, column in zip(widths, spec.columns, strict=True)
    ]
    id_style = book.styles.number(Look.ID)
    blank = tuple(Cell("", book.styles.number(column.look, users_text=True)) for column in spec.columns)
    for row in book.stoppable(spec.rows or (TableRow("", blank),)):
        for part in spread([cell.text for cell in row.cells], slots):
            if part.place:
                cells = [Cell(text, cell.style) for text, cell in zip(part.texts, row.cells, strict=True)]
                id = f"{row.id} +{part.place}"
            else:
                formula = {"row": rows.last + 1}
                cells = [
                    Cell(text, cell.style, cell.formula.format_map(formula), cell.number, cell.array)
                    if cell.formula
                    else cell
                    if text is cell.text  # nearly always: nothing was cut
                    else Cell(text, cell.style, "", cell.number)
                    for text, cell in zip(part.texts, row.cells, strict=True)
                ]
                id = row.id
                book.places.setdefault(id, (spec.plan.title, rows.last + 1))
            rows.add([*cells, Cell(id, id_style)], row_height(part.lines, BODY_SIZE))


def _add_notes(growing: Sheet, notes: Sequence[str]) -> None:
    if not notes:
        return
    sheet, rows, widths = growing.sheet, growing.rows, growing.widths
    style = growing.book.styles.number(Look.NOTE, users_text=True)
    points = room(sum(widths), 0)
    rows.add([], _GAP_HEIGHT)
    id = Cell(NOTE_ID, growing.book.styles.number(Look.ID))
    for note in notes:
        for text in pieces(note, points, BODY_SIZE):
            lines = line_count(text, points, BODY_SIZE)
            blanks = [Cell("", style)] * (len(widths) - 1)
            number = rows.add([Cell(text, style), *blanks, id], row_height(lines, BODY_SIZE), fixed=True)
            sheet.merged_cells.add(f"A{number}:{column_letters(len(widths) - 1)}{number}")


def _add_table(book: Book, extent: Extent, spec: TableSpec) -> None:
    """Make the rows an Excel table; its column names have to be the header cells', letter by letter."""
    headers = [*(column.header for column in spec.columns), ID_HEADER]
    ref = f"A{extent.header}:{column_letters(len(headers) - 1)}{extent.last}"
    table = Table(displayName=book.table_name(spec.name), ref=ref, autoFilter=AutoFilter(ref=ref))
    table.tableColumns = [
        TableColumn(id=number, name=excel_text(header)) for number, header in enumerate(headers, start=1)
    ]
    extent.sheet.add_table(table)
