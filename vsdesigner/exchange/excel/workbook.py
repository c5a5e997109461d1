"""Assembles the workbook: which sheets, in which order, with which properties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from openpyxl import Workbook

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.excel import lists, practices_tools, raci, sheets, steps, tasks, use_case
from vsdesigner.exchange.excel.archive import pack
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.styles import StyleBook
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.registry import Cancelled
from vsdesigner.exchange.xml_text import xml_clean
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Stream

#: The sheets of a stream in their order. Another one is one module and one line.
SHEETS: tuple[tuple[str, Callable[[Book, SheetPlan], None]], ...] = (
    (sheets.USE_CASE, use_case.add),
    (sheets.STEPS, steps.add),
    (sheets.TASKS, tasks.add),
    (sheets.PRACTICES_TOOLS, practices_tools.add),
    (sheets.RACI, raci.add),
)

_PACKING = 0.7  # share of the progress that is made when everything waits to be packed
_MOST_PROPERTY = 255
_PROGRAM = "VS Designer"


def render(
    snapshot: Snapshot,
    options: ExportOptions,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> bytes:
    """Return the workbook; see `Exporter.render` for the contract."""
    streams = _chosen(snapshot, options)
    workbook = Workbook()
    choices = workbook.worksheets[0]
    choices.title = sheets.LISTS
    styles = StyleBook(workbook, choices, snapshot.lanes)
    book = Book(snapshot, options, workbook, styles, cancelled)
    letters = lists.letter_choices(snapshot, streams)
    book.rows[sheets.LISTS] = lists.fill(choices, workbook, styles, snapshot, letters)

    total = len(streams) * len(SHEETS)
    done = 0
    for stream, prefix in zip(streams, sheets.prefixes(streams), strict=True):
        for subject, add in SHEETS:
            if cancelled():
                raise Cancelled
            add(book, SheetPlan(prefix + subject, subject, stream.id))
            done += 1
            progress(_PACKING * done / total)

    workbook.move_sheet(choices, total)
    workbook.active = 0
    _set_properties(workbook, streams, options)
    content = pack(workbook, book.rows)
    if cancelled():
        raise Cancelled
    progress(1.0)
    return content


def _chosen(snapshot: Snapshot, options: ExportOptions) -> list[Stream]:
    wanted = set(options.streams)
    streams = [stream for stream in snapshot.streams if not wanted or stream.id in wanted]
    missing = wanted - {stream.id for stream in streams}
    if missing:
        raise UserError(f"There is no stream “{min(missing)}” in this document; nothing was exported.")
    if not streams:
        raise UserError("This document has no stream yet; there is nothing to export.")
    return streams


def _set_properties(workbook: Workbook, streams: Sequence[Stream], options: ExportOptions) -> None:
    moment = options.created or datetime.now(UTC)
    moment = (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None, microsecond=0)
    titles = ", ".join(map(stream_title, streams))
    properties = workbook.properties
    properties.title = sheets.shortened(xml_clean(titles).replace("\n", " "), _MOST_PROPERTY)
    owner = next((stream.owner for stream in streams if stream.owner), _PROGRAM)
    properties.creator = sheets.shortened(xml_clean(owner).replace("\n", " "), _MOST_PROPERTY)
    properties.subject = "Service value stream"
    properties.created = properties.modified = moment
