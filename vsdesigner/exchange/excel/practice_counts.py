"""The sheet that counts how often each practice contributes to each activity, with ways to the steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles.colors import Color

from vsdesigner.document.wording import numbers_text, practice_name
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.links import link
from vsdesigner.exchange.excel.sheets import column_names
from vsdesigner.exchange.excel.styles import HEAT_HIGH, HEAT_LOW, Look, argb
from vsdesigner.exchange.excel.table_sheet import (
    ID_HEADER,
    Column,
    Extent,
    Sheet,
    TableRow,
    TableSpec,
    build,
)
from vsdesigner.exchange.excel.text_cells import Cell, column_letters
from vsdesigner.language import say
from vsdesigner.model.records import Lane, Step

_HEADERS = ("Practice", "All", "Steps")
_SUM_HEIGHT = 18.0

Uses = dict[str, dict[str, list[Step]]]  # practice → lane → steps


def has_content(book: Book, stream: str) -> bool:
    """Say whether any practice contributes."""
    return any(step.practices for step in book.view.steps(stream))


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet: a row for each practice, the most used first, and the sums of the columns below."""
    lanes = book.view.lanes
    uses = _uses(book, plan.stream)
    names = column_names((lane.name for lane in lanes), (*map(say, _HEADERS), ID_HEADER))
    spec = TableSpec(
        plan=plan,
        name="PracticesByActivity",
        title=say("How often each practice contributes to each activity"),
        columns=(
            Column(say("Practice"), 30, 48, look=Look.STEP, bold=True),
            *(_count_column(name) for name in names),
            Column(say("All"), 9, 9, look=Look.SUM, indent=0, head=Look.HEAD_CENTRE, grows=False),
            Column(say("Steps"), 16, 40),
        ),
        rows=list(_rows(book, uses, lanes)),
        notes=(say("A number leads to the first of the steps that it counts."),),
        below=lambda growing: _add_sums(growing, uses, lanes),
    )
    extent = build(book, spec)
    if lanes:
        ends = [FormatObject(type="num", val=0), FormatObject(type="max")]
        scale = ColorScale(cfvo=ends, color=[Color(argb(HEAT_LOW)), Color(argb(HEAT_HIGH))])
        extent.sheet.conditional_formatting.add(
            extent.cells(1, len(lanes)), Rule("colorScale", colorScale=scale)
        )
    _add_links(book, extent, uses, lanes)


def _count_column(name: str) -> Column:
    return Column(
        name,
        14,
        14,
        look=Look.COUNT,
        bold=True,
        indent=0,
        head=Look.HEAD_CENTRE,
        users_header=True,
        grows=False,
    )


def _uses(book: Book, stream: str) -> Uses:
    found: Uses = {}
    for step in book.stoppable(book.view.steps(stream)):
        for practice in dict.fromkeys(use.practice for use in step.practices):
            found.setdefault(practice, {}).setdefault(step.lane, []).append(step)
    names = {practice: practice_name(book.view, practice) for practice in found}
    ranked = sorted(found, key=lambda id: (-sum(map(len, found[id].values())), names[id].casefold(), id))
    return {practice: found[practice] for practice in ranked}


def _rows(book: Book, uses: Uses, lanes: Sequence[Lane]) -> Iterator[TableRow]:
    number = book.styles.number
    name_style, text_style = number(Look.STEP, users_text=True), number(Look.TEXT)
    for practice, by_lane in uses.items():
        counts = [len(by_lane.get(lane.id, ())) for lane in lanes]
        steps = sorted(book.view.number(step.id) for found in by_lane.values() for step in found)
        total = sum(counts)
        formula = f"SUM(B{{row}}:{column_letters(len(lanes))}{{row}})"
        yield TableRow(
            practice,
            (
                Cell(practice_name(book.view, practice), name_style),
                *(_count(count, number(Look.COUNT)) for count in counts),
                Cell(str(total), number(Look.SUM), formula, total),
                Cell(numbers_text(steps), text_style),
            ),
        )


def _count(count: int, style: int) -> Cell:
    return Cell(str(count), style, "", count) if count else Cell("", style)


def _add_sums(growing: Sheet, uses: Uses, lanes: Sequence[Lane]) -> None:
    """Add the row that sums up the columns, as formulas."""
    number = growing.book.styles.number
    last = growing.rows.last
    first = min(growing.book.places[practice][1] for practice in uses)
    sums = [sum(len(by_lane.get(lane.id, ())) for by_lane in uses.values()) for lane in lanes]
    cells: list[Cell | None] = [Cell(say("All practices"), number(Look.SUM_LABEL))]
    for column, total in enumerate([*sums, sum(sums)], start=1):
        letters = column_letters(column)
        cells.append(Cell(str(total), number(Look.SUM), f"SUM({letters}{first}:{letters}{last})", total))
    growing.rows.add([*cells, Cell("", number(Look.SUM_LABEL))], _SUM_HEIGHT)


def _add_links(book: Book, extent: Extent, uses: Uses, lanes: Sequence[Lane]) -> None:
    """Make every count lead to the first of the steps that it counts."""
    for practice, by_lane in uses.items():
        row = book.places[practice][1]
        for column, lane in enumerate(lanes, start=1):
            steps = by_lane.get(lane.id)
            place = book.places.get(steps[0].id) if steps else None
            if place is not None and place[0] != extent.sheet.title:
                link(extent.sheet, f"{column_letters(column)}{row}", place[0], f"A{place[1]}")
