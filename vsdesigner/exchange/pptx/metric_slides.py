"""The slide with what the times of a stream add up to: a table, and the times of its steps as a chart."""

from __future__ import annotations

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.chart import ChartPart
from pptx.slide import Slide

from vsdesigner.analysis.times import Span, StepTimes, StreamTimes, step_times, stream_times
from vsdesigner.document.wording import hours_text, number_text
from vsdesigner.exchange.pptx.chart_look import dressed
from vsdesigner.exchange.pptx.deck import Deck
from vsdesigner.exchange.pptx.master import CONTENT
from vsdesigner.exchange.pptx.sheet import Look, Sheet
from vsdesigner.exchange.pptx.tables import LINE, RowPlan, cell, head, row_height
from vsdesigner.exchange.pptx.text import plain
from vsdesigner.language import say, say_count
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.parts import Calendar
from vsdesigner.model.records import Step
from vsdesigner.palette import LIGHT

_WIDTHS = (190.0, 170.0)
_MOST_BARS = 40
_GAP = 28.0


def add(deck: Deck) -> None:
    """Add the slide; none while no step says a time, and a sentence where times cannot be added up."""
    times = stream_times(deck.view, deck.stream.id)
    calendar = deck.stream.calendar
    found, timed = figures(times, calendar), _timed(deck)
    if not found and not timed:
        return
    sheet = deck.titled(say("Times and quality"))
    if found:
        bottom = _table(sheet, found)
        _remark(sheet, times, bottom + 10.0)
    else:
        words = say("No flow leads along the steps from demand yet, so their times are not added up.")
        frame = Rect(CONTENT.x, CONTENT.y, CONTENT.width, 24.0)
        sheet.box(say("Remark"), words, frame, Look(anchor="top"), [plain(words, 16.0, colour=LIGHT.muted)])
    slide = deck.package.new_slide(deck.package.titled)
    if timed:
        x = CONTENT.x + sum(_WIDTHS) + _GAP if found else CONTENT.x
        y = CONTENT.y if found else CONTENT.y + 34.0
        _chart(deck, sheet, slide, timed, Rect(x, y, CONTENT.right - x, CONTENT.bottom - 10.0 - y))
    deck.finish(slide, sheet)


def _table(sheet: Sheet, found: list[tuple[str, str]]) -> float:
    """Draw the table; returns where it ends."""
    rows = [RowPlan((cell(name, 13.0), cell(value, 13.0, bold=True)), 27.0) for name, value in found]
    heading = head(say("Measure"), say("Value"), size=13.0)
    table = [(row_height(row, _WIDTHS), row.cells) for row in (heading, *rows)]
    words = "; ".join(f"{name}: {value}" for name, value in found)
    sheet.table(say("Times and quality"), words, Point(CONTENT.x, CONTENT.y), _WIDTHS, table, LINE)
    return CONTENT.y + sum(height for height, _ in table)


def figures(times: StreamTimes, calendar: Calendar) -> list[tuple[str, str]]:
    """Return name and value of what is known."""
    found: list[tuple[str, str]] = []
    if times.lead.likely > 0:
        found += [
            (say("Lead time"), _span(times.lead, calendar)),
            (say("Process time"), _span(times.process, calendar)),
            (say("Wait time"), _span(times.wait, calendar)),
        ]
        if times.efficiency is not None:
            found.append((say("Flow efficiency"), f"{number_text(round(times.efficiency * 100, 1))} %"))
        shortest, longest = hours_text(times.shortest, calendar), hours_text(times.longest, calendar)
        if shortest != longest:
            found += [(say("Shortest way"), shortest), (say("Longest way"), longest)]
        if times.expected is not None and abs(times.expected - times.lead.likely) > 0.01:
            found.append((say("Expected on average"), hours_text(times.expected, calendar)))
    if times.rolled_quality is not None:
        share = number_text(round(times.rolled_quality * 100, 1))
        found.append((say("Complete and accurate throughout"), f"{share} %"))
    return found


def _span(span: Span, calendar: Calendar) -> str:
    likely = hours_text(span.likely, calendar)
    least, most = hours_text(span.minimum, calendar), hours_text(span.maximum, calendar)
    if least == most:
        return likely
    bounds = say("{least} to {most}").format(least=least, most=most)
    return f"{likely}\n{bounds}"


def _remark(sheet: Sheet, times: StreamTimes, y: float) -> None:
    """Say what the numbers stand on."""
    words = say("Along the main path from demand to value.")
    if not times.complete:
        words = say("Along the main path; nothing leads to value yet.")
    if times.untimed:
        words += " " + say_count(
            "{count} step on it says no time.", "{count} steps on it say no time.", len(times.untimed)
        )
    frame = Rect(CONTENT.x, y, sum(_WIDTHS), 44.0)
    sheet.box(say("Remark"), words, frame, Look(anchor="top"), [plain(words, 11.0, colour=LIGHT.muted)])


def _timed(deck: Deck) -> list[tuple[Step, StepTimes]]:
    calendar = deck.stream.calendar
    found = [(step, step_times(step, calendar)) for step in deck.view.steps(deck.stream.id)]
    return [(step, times) for step, times in found if times.lead is not None]


def _chart(deck: Deck, sheet: Sheet, slide: Slide, timed: list[tuple[Step, StepTimes]], frame: Rect) -> None:
    """Add the bars of process and wait time; of many steps those that take longest."""
    calendar = deck.stream.calendar
    title = say("Process and wait time of the steps")
    if len(timed) > _MOST_BARS:
        longest = sorted(timed, key=lambda pair: -_hours(pair[1])[0] - _hours(pair[1])[1])[:_MOST_BARS]
        kept = {step.id for step, _ in longest}
        timed = [pair for pair in timed if pair[0].id in kept]
        title = say("Process and wait time of the {count} longest steps").format(count=_MOST_BARS)
    most = max(sum(_hours(times)) for _, times in timed)
    unit, factor = (
        (say("working days"), 1 / calendar.hours_per_day)
        if most >= 2 * calendar.hours_per_day
        else (say("hours"), 1.0)
    )
    data = CategoryChartData(number_format="General")
    data.categories = [str(deck.view.number(step.id)) for step, _ in timed]
    for index, name in enumerate((say("Process time"), say("Wait time"))):
        data.add_series(name, [round(_hours(times)[index] * factor, 3) for _, times in timed])
    package = deck.package.deck.part.package
    part = ChartPart.new(XL_CHART_TYPE.COLUMN_STACKED, data, package)  # type: ignore[arg-type]  # an old name
    dressed(part.chart, f"{title} ({unit})", say("Step"))
    words = "; ".join(
        say("step {number}: process {process}, wait {wait}").format(
            number=deck.view.number(step.id),
            process=hours_text(_hours(times)[0], calendar),
            wait=hours_text(_hours(times)[1], calendar),
        )
        for step, times in timed
    )
    sheet.chart(title, f"{title}: {words}", frame, slide.part.relate_to(part, RT.CHART))


def _hours(times: StepTimes) -> tuple[float, float]:
    return (times.process.likely if times.process else 0.0), (times.wait.likely if times.wait else 0.0)
