"""The key numbers above the table of times: lead time, efficiency, effort, and the calendar that converts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName

from vsdesigner.document.wording import unit_text
from vsdesigner.exchange.excel.book import SheetPlan
from vsdesigner.exchange.excel.heights import line_count, room, row_height
from vsdesigner.exchange.excel.lists import BRANCH, MAIN_PATH
from vsdesigner.exchange.excel.styles import BODY_SIZE, Look
from vsdesigner.exchange.excel.table_sheet import Sheet
from vsdesigner.exchange.excel.text_cells import Cell, column_letters
from vsdesigner.language import say
from vsdesigner.model.parts import TimeUnit
from vsdesigner.model.records import Stream

_LABEL_HEIGHT = 31.0
_NUMBER_HEIGHT = 27.0
_GAP = 9.0
_LABEL_SHARE = 0.9  # of the room: no program makes a row of merged cells higher
_NO_CELL = Cell("", 0)
MINUTES_PER_HOUR = 60
_DIGITS = 12  # behind the mark: 31 minutes, not 31.000000000000004
_QUALITY = (
    f'IF(SUMPRODUCT((Place={MAIN_PATH})*ISNUMBER(Complete_and_accurate))=0,"",'
    f"PRODUCT(IF((Place={MAIN_PATH})*ISNUMBER(Complete_and_accurate),Complete_and_accurate,1)))"
)


def in_unit(hours: float, unit: TimeUnit) -> float:
    """Return working hours in the unit of a sheet: hours or minutes."""
    return round(hours * MINUTES_PER_HOUR, _DIGITS) if unit is TimeUnit.MINUTES else hours


class _Key(NamedTuple):
    """One number: label, name of its cell, columns that it takes, look, value, formula."""

    label: str
    name: str
    span: int
    look: Look
    value: float | None
    formula: str = ""
    array: bool = False


def add_key_numbers(growing: Sheet, plan: SheetPlan, unit: TimeUnit) -> None:
    """Add the rows: labels, numbers, a gap. Every number has a defined name on the sheet."""
    number = growing.book.styles.number
    labels: list[Cell | None] = []
    values: list[Cell | None] = []
    row = growing.rows.last + 2
    for key in _keys(growing, plan.stream, unit):
        column = len(values)
        text = "" if key.value is None else f"{key.value:,.2f}"
        blanks = key.span - 1
        labels += [Cell(key.label, number(Look.KEY_LABEL)), *[Cell("", number(Look.KEY_LABEL))] * blanks]
        cell = Cell(text, number(key.look), key.formula, key.value, key.array)
        values += [cell, *[Cell("", number(key.look))] * blanks]
        letters = column_letters(column)
        if blanks:
            until = column_letters(column + blanks)
            for line in (row - 1, row):
                growing.sheet.merged_cells.add(f"{letters}{line}:{until}{line}")
        place = f"{quote_sheetname(plan.title)}!${letters}${row}"
        growing.sheet.defined_names[key.name] = DefinedName(key.name, attr_text=place)
    growing.rows.add(labels, _label_height(labels, growing.widths), fixed=True)
    growing.rows.add(values, _NUMBER_HEIGHT, fixed=True)
    growing.rows.add([], _GAP, fixed=True)


def _keys(growing: Sheet, stream: str, unit: TimeUnit) -> tuple[_Key, ...]:
    times = growing.book.times(stream)
    calendar = growing.book.view.get(stream, Stream).calendar
    on_path = f"SUMIF(Place,{MAIN_PATH},{{}})".format
    time, share, said = Look.KEY_NUMBER, Look.KEY_PERCENT, Look.KEY_INPUT
    work = f"{on_path('Process_times')}+SUMIF(Place,{BRANCH},Process_times)"
    efficiency = 'IF(Lead_time>0,Process_time/Lead_time,"")'
    quality = times.rolled_quality
    lead, process, wait, effort = (
        in_unit(hours, unit)
        for hours in (times.lead.likely, times.process.likely, times.wait.likely, times.effort)
    )
    return (
        _Key(_in_unit(say("Lead time"), unit), "Lead_time", 1, time, lead, "Process_time+Wait_time"),
        _Key(_in_unit(say("Process time"), unit), "Process_time", 1, time, process, on_path("Process_times")),
        _Key(_in_unit(say("Wait time"), unit), "Wait_time", 2, time, wait, on_path("Wait_times")),
        _Key(say("Flow efficiency"), "Flow_efficiency", 2, share, times.efficiency, efficiency),
        _Key(say("Rolled complete and accurate"), "Rolled_quality", 1, share, quality, _QUALITY, array=True),
        _Key(_in_unit(say("Effort"), unit), "Effort", 1, time, effort, work),
        _Key(say("Hours\na day"), "Hours_per_day", 1, said, calendar.hours_per_day),
        _Key(say("Days\na week"), "Days_per_week", 2, said, calendar.days_per_week),
    )


def _in_unit(label: str, unit: TimeUnit) -> str:
    return f"{label}\n({unit_text(unit)})"


def _label_height(labels: Sequence[Cell | None], widths: Sequence[float]) -> float:
    """The height that the labels need, each over the columns that are its own."""
    lines, column = 2, 0
    while column < len(labels):
        cell, first = labels[column], column
        column += 1
        while column < len(labels) and not (labels[column] or _NO_CELL).text:
            column += 1
        if cell is not None:
            points = room(sum(widths[first:column]), 0) * _LABEL_SHARE
            lines = max(lines, line_count(cell.text, points, BODY_SIZE))
    return row_height(lines, BODY_SIZE, least=_LABEL_HEIGHT)
