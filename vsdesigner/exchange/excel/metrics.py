"""The sheet with the times of each step and what they add up to, all of it as formulas that stay alive."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.formatting.rule import Rule
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName

from vsdesigner.analysis.times import Span, StreamTimes, step_times, stream_times
from vsdesigner.analysis.ways import Ways
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import hours_text, hours_unit, number_text, numbers_text, unit_text
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.columns import activity_cell, activity_column, step_cell, step_column
from vsdesigner.exchange.excel.heights import text_width, width_for
from vsdesigner.exchange.excel.key_numbers import MINUTES_PER_HOUR, add_key_numbers, in_unit
from vsdesigner.exchange.excel.lists import (
    ACTIVITIES,
    AFTER_VALUE,
    APART,
    BRANCH,
    MAIN_PATH,
    PLACE_WORDS,
    PLACES,
    UNITS,
    offer,
)
from vsdesigner.exchange.excel.styles import BODY_SIZE, MUTED, Look, text_style
from vsdesigner.exchange.excel.table_sheet import FILTER_BUTTON, Column, Extent, TableRow, TableSpec, build
from vsdesigner.exchange.excel.text_cells import Cell
from vsdesigner.language import say, say_count
from vsdesigner.model.parts import Duration, TimeUnit
from vsdesigner.model.records import Stream

PLACE = "Place in the stream"
_MOST_WIDTH = 20.0  # of a column of numbers
_PROCESS, _PROCESS_UNIT, _WAIT, _WAIT_UNIT, _QUALITY, _PLACE, _WORK, _WAITING, _LEAD = range(2, 11)
_LEAD_FORMULA = 'IF(COUNT(I{row}:J{row})=0,"",SUM(I{row}:J{row}))'
#: Columns that formulas call by name: name → column.
_NAMED = {
    "Complete_and_accurate": _QUALITY,
    "Place": _PLACE,
    "Process_times": _WORK,
    "Wait_times": _WAITING,
}


def has_content(book: Book, stream: str) -> bool:
    """Say whether any step has a time or a share complete and accurate."""
    return any(
        step.process_time or step.wait_time or step.complete_and_accurate is not None
        for step in book.view.steps(stream)
    )


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet: what somebody said of each step, the same in one unit, and the totals above."""
    unit = hours_unit(book.times(plan.stream).lead.likely)
    spec = TableSpec(
        plan=plan,
        name="Metrics",
        title=say("Times and flow efficiency"),
        columns=_columns(unit),
        rows=list(_rows(book, plan.stream, unit)),
        notes=_notes(book, plan.stream),
        above=lambda growing: add_key_numbers(growing, plan, unit),
    )
    extent = build(book, spec)
    for name, column in _NAMED.items():
        first, _, last = extent.cells(column).partition(":")
        area = f"${first[0]}${first[1:]}:${last[0]}${last[1:]}"
        place = f"{quote_sheetname(plan.title)}!{area}"
        extent.sheet.defined_names[name] = DefinedName(name, attr_text=place)
    offer(extent.sheet, ACTIVITIES, extent.cells(1))
    for column in (_PROCESS_UNIT, _WAIT_UNIT):
        offer(extent.sheet, UNITS, extent.cells(column))
    offer(extent.sheet, PLACES, extent.cells(_PLACE))
    _mark(extent)


def _columns(unit: TimeUnit) -> tuple[Column, ...]:
    in_minutes = unit is TimeUnit.MINUTES
    return (
        step_column(28, 46),
        activity_column(17, 22),
        _column(say("Process time"), 10.5, Look.NUMBER),
        _column(say("Process unit"), 11, Look.MIDDLE),
        _column(say("Wait time"), 10, Look.NUMBER),
        _column(say("Wait unit"), 10.5, Look.MIDDLE),
        _column(say("Complete and accurate"), 14, Look.PERCENT),
        _column(say(PLACE), 13.5, Look.MIDDLE),
        _column(say("Process (minutes)") if in_minutes else say("Process (hours)"), 11, Look.RESULT),
        _column(say("Wait (minutes)") if in_minutes else say("Wait (hours)"), 11, Look.RESULT),
        _column(say("Lead (minutes)") if in_minutes else say("Lead (hours)"), 11, Look.RESULT),
    )


def _column(header: str, width: float, look: Look) -> Column:
    """A column of numbers, wide enough for the longest word of its header."""
    longest = max(text_width(word, BODY_SIZE, bold=True) for word in header.split())
    least = max(width, round(width_for(longest, 0) + FILTER_BUTTON, 2))
    return Column(
        header, least, max(_MOST_WIDTH, least), look=look, indent=0, head=Look.HEAD_CENTRE, grows=False
    )


def _rows(book: Book, stream: str, unit: TimeUnit) -> Iterator[TableRow]:
    view = book.view
    calendar = view.get(stream, Stream).calendar
    places = step_places(view, stream, book.times(stream))
    number = book.styles.number
    for step in book.stoppable(view.steps(stream)):
        times = step_times(step, calendar)
        quality = step.complete_and_accurate
        share = None if quality is None else quality / 100
        yield TableRow(
            step.id,
            (
                step_cell(book, step),
                activity_cell(book, step),
                _said(_amount(step.process_time), number(Look.NUMBER)),
                Cell(_unit(step.process_time), number(Look.MIDDLE)),
                _said(_amount(step.wait_time), number(Look.NUMBER)),
                Cell(_unit(step.wait_time), number(Look.MIDDLE)),
                _said(share, number(Look.PERCENT)),
                Cell(say(PLACE_WORDS[places[step.id]]), number(Look.MIDDLE)),
                _result(_converted("C{row}", "D{row}", unit), times.process, unit, number(Look.RESULT)),
                _result(_converted("E{row}", "F{row}", unit), times.wait, unit, number(Look.RESULT)),
                _result(_LEAD_FORMULA, times.lead, unit, number(Look.RESULT)),
            ),
        )


def step_places(view: Snapshot, stream: str, times: StreamTimes | None = None) -> dict[str, str]:
    """Return which part of the stream each step belongs to: what counts for time, for effort, for neither.

    `times` are the stream's, where they are known already.
    """
    times = times or stream_times(view, stream)
    before_value = Ways(view, stream).before_value
    found = {step.id: BRANCH if step.id in before_value else APART for step in view.steps(stream)}
    found.update(dict.fromkeys(times.after_value, AFTER_VALUE))
    found.update(dict.fromkeys(times.path, MAIN_PATH))
    return found


def _amount(duration: Duration | None) -> float | None:
    """The likely number, or the middle of the bounds, in the duration's own unit."""
    if duration is None:
        return None
    if duration.likely is not None:
        return duration.likely
    said = [bound for bound in (duration.minimum, duration.maximum) if bound is not None]
    return sum(said) / len(said) if said else None


def _unit(duration: Duration | None) -> str:
    return "" if _amount(duration) is None or duration is None else unit_text(duration.unit)


def _said(value: float | None, style: int) -> Cell:
    return Cell("" if value is None else number_text(value), style, "", value)


def _converted(amount: str, unit: str, shown: TimeUnit) -> str:
    """The formula that turns an amount into the unit of the sheet; one without a unit is in hours.

    Units are known by their place in the list, so the formula is the same in every language.
    """
    day = f"{MINUTES_PER_HOUR}*Hours_per_day" if shown is TimeUnit.MINUTES else "Hours_per_day"
    small = f"1,{MINUTES_PER_HOUR}" if shown is TimeUnit.MINUTES else f"1/{MINUTES_PER_HOUR},1"
    factor = f"CHOOSE(IFERROR(MATCH({unit},{UNITS},0),2),{small},{day},{day}*Days_per_week)"
    return f'IF(ISNUMBER({amount}),{amount}*{factor},"")'


def _result(formula: str, span: Span | None, unit: TimeUnit, style: int) -> Cell:
    value = None if span is None else in_unit(span.likely, unit)
    return Cell("" if value is None else f"{value:,.2f}", style, formula, value)


def _notes(book: Book, stream: str) -> list[str]:
    """What the numbers mean, and what no formula says: the ways through choices and loops."""
    times = book.times(stream)
    notes = [
        say(
            "Lead time is process time and wait time along the main path. Effort is the process time of every"
            " step up to value, whatever branch it is on. Change a time, a unit, a place or the working"
            " calendar, and everything is calculated anew."
        )
    ]
    if not times.complete:
        notes.append(say("Nothing leads to value yet: the main path ends where the stream ends."))
    if times.untimed:
        numbers = numbers_text(sorted(book.view.number(id) for id in times.untimed))
        words = say_count(
            "One step of the main path says no time: step {numbers}.",
            "{count} steps of the main path say no time: {numbers}.",
            len(times.untimed),
        )
        notes.append(words.format(numbers=numbers))
    calendar = book.view.get(stream, Stream).calendar
    shortest, longest = hours_text(times.shortest, calendar), hours_text(times.longest, calendar)
    if shortest != longest:
        words = say(
            "Depending on the choices a run takes from {shortest} to {longest}, without any loop"
            " (as calculated when this workbook was made)."
        )
        notes.append(words.format(shortest=shortest, longest=longest))
    expected = "" if times.expected is None else hours_text(times.expected, calendar)
    if expected and (shortest != longest or expected != shortest):
        words = say("Weighed by the shares of choices and loops, {expected} are to be expected.")
        notes.append(words.format(expected=expected))
    return notes


def _mark(extent: Extent) -> None:
    """Write paler what does not count for the lead time."""
    first = extent.cells(_PLACE).partition(":")[0]
    paler = Rule("expression", dxf=text_style(MUTED), formula=[f"${first}<>{MAIN_PATH}"])
    extent.sheet.conditional_formatting.add(extent.cells(_PROCESS, _LEAD), paler)
