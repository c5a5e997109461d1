"""The key numbers above the table of times: lead time, efficiency, effort, and the calendar that converts."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName

from vsdesigner.exchange.excel.book import SheetPlan
from vsdesigner.exchange.excel.styles import Look
from vsdesigner.exchange.excel.table_sheet import Sheet
from vsdesigner.exchange.excel.text_cells import Cell, column_letters
from vsdesigner.language import say
from vsdesigner.model.records import Stream

_LABEL_HEIGHT = 31.0
_NUMBER_HEIGHT = 27.0
_GAP = 9.0
_ON_PATH = '"main path"'
_QUALITY = (
    f'IF(SUMPRODUCT((Place={_ON_PATH})*ISNUMBER(Complete_and_accurate))=0,"",'
    f"PRODUCT(IF((Place={_ON_PATH})*ISNUMBER(Complete_and_accurate),Complete_and_accurate,1)))"
)


class _Key(NamedTuple):
    """One number: label, name of its cell, columns that it takes, look, value, formula."""

    label: str
    name: str
    span: int
    look: Look
    value: float | None
    formula: str = ""
    array: bool = False


def add_key_numbers(growing: Sheet, plan: SheetPlan) -> None:
    """Add the rows: labels, numbers, a gap. Every number has a defined name on the sheet."""
    number = growing.book.styles.number
    labels: list[Cell | None] = []
    values: list[Cell | None] = []
    row = growing.rows.last + 2
    for key in _keys(growing, plan.stream):
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
    growing.rows.add(labels, _LABEL_HEIGHT, fixed=True)
    growing.rows.add(values, _NUMBER_HEIGHT, fixed=True)
    growing.rows.add([], _GAP, fixed=True)


def _keys(growing: Sheet, stream: str) -> tuple[_Key, ...]:
    times = growing.book.times(stream)
    calendar = growing.book.view.get(stream, Stream).calendar
    on_path = f"SUMIF(Place,{_ON_PATH},{{}})".format
    hours, share, said = Look.KEY_NUMBER, Look.KEY_PERCENT, Look.KEY_INPUT
    effort = f'{on_path("Process_hours")}+SUMIF(Place,"branch",Process_hours)'
    efficiency = 'IF(Lead_time>0,Process_time/Lead_time,"")'
    quality = times.rolled_quality
    return (
        _Key(say("Lead time\n(hours)"), "Lead_time", 1, hours, times.lead.likely, "Process_time+Wait_time"),
        _Key(
            say("Process time\n(hours)"),
            "Process_time",
            1,
            hours,
            times.process.likely,
            on_path("Process_hours"),
        ),
        _Key(say("Wait time\n(hours)"), "Wait_time", 2, hours, times.wait.likely, on_path("Wait_hours")),
        _Key(say("Flow efficiency"), "Flow_efficiency", 2, share, times.efficiency, efficiency),
        _Key(say("Rolled complete and accurate"), "Rolled_quality", 1, share, quality, _QUALITY, array=True),
        _Key(say("Effort\n(hours)"), "Effort", 1, hours, times.effort, effort),
        _Key(say("Hours\na day"), "Hours_per_day", 1, said, calendar.hours_per_day),
        _Key(say("Days\na week"), "Days_per_week", 2, said, calendar.days_per_week),
    )
