"""The sheet with what the checks found: how serious, where, what, and why it matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.formatting.rule import Rule

from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.analysis.words import flow_words, step_words, stream_words
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.excel import lists
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.columns import text_cell
from vsdesigner.exchange.excel.links import link
from vsdesigner.exchange.excel.styles import LEVEL_COLORS, Look, letter_style
from vsdesigner.exchange.excel.table_sheet import Column, Extent, TableRow, TableSpec, build
from vsdesigner.exchange.excel.text_cells import Cell, column_letters
from vsdesigner.language import say
from vsdesigner.model.records import Flow, Lane, Practice, Record, Role, Step, Stream, StreamMember, Tool


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet for all streams of the workbook, the most serious first."""
    order = list(Level)
    findings = sorted(_wanted(book), key=lambda finding: order.index(finding.level))
    several = len(book.streams) > 1
    stream_column = (Column(say("Stream"), 16, 26),) if several else ()
    spec = TableSpec(
        plan=plan,
        name="Problems",
        title=say("What the checks found"),
        columns=(
            Column(say("Level"), 11, 11, look=Look.LEVEL, bold=True, grows=False),
            *stream_column,
            Column(say("Where"), 26, 40),
            Column(say("What"), 34, 60),
            Column(say("Why"), 34, 60),
        ),
        rows=[TableRow(finding.record, tuple(_cells(book, finding, several))) for finding in findings],
        notes=() if findings else (say("The checks found nothing: there is nothing to mend."),),
    )
    extent = build(book, spec)
    _color_levels(extent)
    _add_links(book, extent, findings, 1 + len(stream_column))


def _wanted(book: Book) -> Iterator[Finding]:
    """The findings about the streams of this workbook and about what streams share."""
    streams = {stream.id for stream in book.streams}
    for finding in book.findings:
        stream = _stream_of(book.view.find(finding.record))
        if not stream or stream in streams:
            yield finding


def _stream_of(record: Record | None) -> str:
    if isinstance(record, StreamMember):
        return record.stream
    return record.id if isinstance(record, Stream) else ""


def _cells(book: Book, finding: Finding, several: bool) -> Iterator[Cell]:
    view = book.view
    record = view.find(finding.record)
    yield Cell(say(lists.LEVEL_WORDS[finding.level]), book.styles.number(Look.LEVEL))
    if several:
        stream = view.find(_stream_of(record))
        yield text_cell(book, stream_title(stream) if isinstance(stream, Stream) else say("All streams"))
    yield text_cell(book, _where(view, record))
    yield text_cell(book, finding.text)
    yield text_cell(book, finding.why)


def _where(view: Snapshot, record: Record | None) -> str:
    if isinstance(record, Step):
        return step_words(view, record)
    if isinstance(record, Stream):
        return stream_words(record)
    if isinstance(record, Flow):
        return flow_words(view, record)
    named = (
        (Role, "The role {name}"),
        (Tool, "The tool {name}"),
        (Practice, "The practice {name}"),
        (Lane, "The activity {name}"),
    )
    for kind, words in named:
        if isinstance(record, kind):
            return say(words).format(name=f"“{record.name}”")
    return say("The document")


def _color_levels(extent: Extent) -> None:
    cells = extent.cells(0)
    first = cells.partition(":")[0]
    for level, (fill, text) in zip(Level, LEVEL_COLORS, strict=True):
        rule = Rule("expression", dxf=letter_style(fill, text), formula=[f"{first}={lists.LEVELS[level]}"])
        extent.sheet.conditional_formatting.add(cells, rule)


def _add_links(book: Book, extent: Extent, findings: Sequence[Finding], column: int) -> None:
    """Make every place lead to the row of what is meant, where the workbook shows it."""
    row = extent.first
    for finding in findings:
        place = book.places.get(finding.record)
        if place is not None and place[0] != extent.sheet.title:
            link(extent.sheet, f"{column_letters(column)}{row}", place[0], f"A{place[1]}")
        row += 1
