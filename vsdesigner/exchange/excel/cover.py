"""The first sheet: what the workbook is about, who answers for it, and where everything stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vsdesigner.document.wording import date_text, one_line, state_text, stream_title
from vsdesigner.exchange.excel import page
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.choices import SHEET_CHOICES
from vsdesigner.exchange.excel.free_sheet import FreeSheet, Piece, free_sheet
from vsdesigner.exchange.excel.links import link
from vsdesigner.exchange.excel.styles import Look
from vsdesigner.exchange.excel.text_cells import Cell, column_letters
from vsdesigner.language import say, say_count
from vsdesigner.model.records import Stream

_FIRST_WIDTH = 30.0
_BESIDE = 3  # links to the sheets of one of several streams
#: What stands over the title: of one stream, of several.
COVER_KINDS = ("Service value stream", "Service value streams")
_SHOWS = {choice.id: choice.shows for choice in SHEET_CHOICES}


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet: with one stream its facts and a line for each sheet, with several a block for each."""
    width = page.page_width(book.paper, landscape=False)
    if len(book.streams) == 1:
        cover = free_sheet(book, plan.title, [_FIRST_WIDTH, round(width - _FIRST_WIDTH, 2)])
        _add_one(cover, book.streams[0])
    else:
        cover = free_sheet(book, plan.title, [round(width / _BESIDE, 2)] * _BESIDE)
        _add_several(cover)
    cover.gap(18.0)
    made = Cell(_made(book), book.styles.number(Look.SUBTITLE))
    cover.rows.add([made], 18.0, fixed=True)
    page.set_up(
        cover.sheet, paper=book.paper, landscape=False, stream=book.name_of(plan), subject=plan.subject
    )


def _add_one(cover: FreeSheet, stream: Stream) -> None:
    _add_title(cover, say(COVER_KINDS[0]), stream_title(stream))
    cover.gap(18.0)
    for label, text in _facts(cover.book, stream):
        cover.add(Piece(label, Look.LABEL, users=False), Piece(text, Look.VALUE))
    cover.gap(18.0)
    _add_contents(cover, say("Contents"), cover.book.plans[1:])


def _add_title(cover: FreeSheet, kind: str, title: str) -> None:
    cover.gap(40.0)
    cover.rows.add([Cell(kind, cover.book.styles.number(Look.SUBTITLE))], 18.0, fixed=True)
    cover.add(Piece(title, Look.COVER_TITLE, len(cover.widths)))


def _add_several(cover: FreeSheet) -> None:
    book = cover.book
    count = say_count("{count} value stream", "{count} value streams", len(book.streams))
    _add_title(cover, say(COVER_KINDS[1]), count)
    sheets: dict[str, list[SheetPlan]] = {stream.id: [] for stream in book.streams}
    shared: list[SheetPlan] = []
    for plan in book.plans[1:]:
        (sheets[plan.stream] if plan.stream else shared).append(plan)
    for stream in book.stoppable(book.streams):
        cover.gap(16.0)
        cover.add(Piece(stream_title(stream), Look.SECTION, len(cover.widths)), least=24.0)
        facts = " · ".join(_told(text, label) for label, text in _facts(book, stream))
        cover.add(Piece(facts, Look.FACTS, _BESIDE))
        _add_links(cover, sheets[stream.id])
    if shared:
        cover.gap(16.0)
        _add_contents(cover, say("For all of them"), shared)


def _told(text: str, label: str) -> str:
    return say("{label}: {text}").format(label=label, text=one_line(text))


def _facts(book: Book, stream: Stream) -> Iterator[tuple[str, str]]:
    """What is known of a stream, as label and text."""
    named = [
        (say("Owner"), stream.owner),
        (say("State"), state_text(stream)),
        (say("Status"), stream.status),
        (say("Version"), stream.version),
    ]
    yield from (entry for entry in named if entry[1])
    yield say("Steps"), str(len(book.view.steps(stream.id)))
    if len(book.streams) == 1:
        yield say("Date"), date_text(book.moment)


def _add_contents(cover: FreeSheet, title: str, plans: Sequence[SheetPlan]) -> None:
    """A line for each sheet: its name, which leads there, and what it shows."""
    cover.add(Piece(title, Look.SECTION, len(cover.widths), users=False), least=24.0)
    for plan in plans:
        shows = say(_SHOWS[plan.kind])
        row = cover.add(
            Piece(plan.title, Look.LINK), Piece(shows, Look.VALUE, len(cover.widths) - 1, users=False)
        )
        link(cover.sheet, f"A{row}", plan.title, tip=shows)


def _add_links(cover: FreeSheet, plans: Sequence[SheetPlan]) -> None:
    """The sheets of one stream, some beside each other."""
    for start in range(0, len(plans), _BESIDE):
        beside = plans[start : start + _BESIDE]
        row = cover.add(*(Piece(plan.subject, Look.LINK) for plan in beside))
        for column, plan in enumerate(beside):
            link(cover.sheet, f"{column_letters(column)}{row}", plan.title, tip=say(_SHOWS[plan.kind]))


def _made(book: Book) -> str:
    words = say("Made with VS Designer on {date}.")
    return words.format(date=date_text(book.moment))
