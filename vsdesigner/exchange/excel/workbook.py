"""Assembles the workbook: which sheets, in which order, with which properties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from openpyxl import Workbook

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.chosen import chosen_streams
from vsdesigner.exchange.excel import carrier, lists, sheets
from vsdesigner.exchange.excel.archive import pack
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.choices import DEFAULT_SHEETS
from vsdesigner.exchange.excel.kinds import KINDS, SheetKind
from vsdesigner.exchange.excel.languages import ENGLISH, in_language
from vsdesigner.exchange.excel.styles import StyleBook
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.registry import Cancelled
from vsdesigner.exchange.xml_text import xml_clean
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Stream

MOST_SHEETS = 4_000  # with many more, Excel takes minutes to open the file and LibreOffice gives up

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
    with in_language(options.choice("language", ENGLISH)):
        return _rendered(snapshot, options, progress, cancelled)


def _rendered(
    snapshot: Snapshot,
    options: ExportOptions,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> bytes:
    streams = chosen_streams(snapshot, options)
    workbook = Workbook()
    choices = workbook.worksheets[0]
    choices.title = sheets.LISTS
    styles = StyleBook(workbook, choices, snapshot.lanes)
    book = Book(snapshot, streams, _moment(options), options, workbook, styles, cancelled)
    letters = lists.letter_choices(snapshot, streams)
    book.rows[sheets.LISTS] = lists.fill(choices, workbook, styles, snapshot, letters)

    planned = _planned(book)
    book.plans = [plan for _, plan in planned]
    for done, (kind, plan) in enumerate(planned):
        if cancelled():
            raise Cancelled
        kind.add(book, plan)
        progress(_PACKING * (done + 1) / len(planned))

    workbook.move_sheet(choices, len(planned))
    carrier.add(book)
    workbook.active = 0
    _set_properties(book)

    def hear(share: float) -> None:
        if cancelled():
            raise Cancelled
        progress(_PACKING + (1 - _PACKING) * share)

    content = pack(workbook, book.rows, hear)
    hear(1.0)
    return content


def _planned(book: Book) -> list[tuple[SheetKind, SheetPlan]]:
    """The sheets that were chosen and have something to show, in their order."""
    chosen = book.options.several("sheets", DEFAULT_SHEETS)
    kinds = [kind for kind in KINDS if kind.id in chosen]
    shared = [(kind, SheetPlan(say(kind.name), say(kind.name), "", kind.id)) for kind in kinds if kind.shared]
    planned = [entry for entry in shared if entry[0].leads]
    for stream, prefix in zip(book.streams, sheets.prefixes(book.streams), strict=True):
        for kind in kinds:
            if not kind.shared and kind.has_content(book, stream.id):
                name = say(kind.name)
                planned.append((kind, SheetPlan(prefix + name, name, stream.id, kind.id)))
    planned += [entry for entry in shared if not entry[0].leads]
    if not planned:
        raise UserError(say("There is nothing to show on the sheets that were chosen. Choose others, too."))
    if len(planned) > MOST_SHEETS:
        words = say(
            "The workbook would have {count:,} sheets; programs open at most {most:,} well."
            " Choose fewer streams or fewer sheets."
        )
        raise UserError(words.format(count=len(planned), most=MOST_SHEETS))
    return planned


def _moment(options: ExportOptions) -> datetime:
    moment = options.created or datetime.now(UTC)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None, microsecond=0)


def _set_properties(book: Book) -> None:
    properties = book.workbook.properties
    properties.title = _property(book.name)
    properties.creator = _property(_owner(book.streams))
    properties.subject = say("Service value stream")
    properties.created = properties.modified = book.moment


def _owner(streams: Sequence[Stream]) -> str:
    return next((stream.owner for stream in streams if stream.owner), _PROGRAM)


def _property(text: str) -> str:
    return sheets.shortened(xml_clean(text).replace("\n", " "), _MOST_PROPERTY)
