"""The last sheet: what colours, letters, lines and words mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.formatting.rule import Rule

from vsdesigner.exchange.excel import page
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.free_sheet import FreeSheet, Piece, free_sheet
from vsdesigner.exchange.excel.links import back_cell
from vsdesigner.exchange.excel.styles import LETTER_COLORS, Look, letter_style
from vsdesigner.exchange.excel.text_cells import Cell
from vsdesigner.language import say
from vsdesigner.model.records import Lane

_NAME_WIDTH = 32.0

_FLOWS = (
    ("━━━━▶", "Main flow", "The way that work takes."),
    ("╌╌╌╌▶", "Alternative", "A way that is taken under the condition that stands on it."),
    ("◀╌╌╌╌", "Rework", "Work goes back because something has to be mended."),
    ("┈┈┈┈▶", "Information", "Something is made known; no work moves."),
)
_WORDS = (
    ("Service value stream", "The steps that turn a demand into value for somebody, from end to end."),
    ("Demand", "What sets the stream off: a wish, a need, an opportunity or an event."),
    ("Value", "What the customer has from it in the end; every stream leads there."),
    ("Outcome", "What has changed for the people concerned when the stream is through."),
    ("Step", "One occurrence of an activity in the stream. An activity may occur several times."),
    ("Activity", "A part of the service value chain; each step is mapped to one (the column Mapped SVC)."),
    ("Practice", "A set of the organization's means for one kind of work that contributes to steps."),
    ("Process time", "How long the work itself takes."),
    ("Wait time", "How long the work lies still."),
    ("Lead time", "Process time and wait time together."),
    ("Flow efficiency", "The share of the lead time in which work is done. Less than 10 % is usual."),
    ("Complete and accurate", "The share of the work that the next step can use as it comes."),
    ("Rolled complete and accurate", "The share that goes through all steps without being mended."),
    ("Effort", "The process time of all steps up to value, whatever branch they are on."),
)


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet."""
    width = page.page_width(book.paper, landscape=False)
    made = free_sheet(book, plan.title, [_NAME_WIDTH, round(width - _NAME_WIDTH, 2)])
    title = Cell(say("What colours, letters, lines and words mean"), book.styles.number(Look.TITLE))
    made.rows.add([title], 27.0, fixed=True)
    back = back_cell(book, made.sheet, 0, 2, Look.BACK_LEFT)
    if back is not None:
        made.rows.add([back], 20.0, fixed=True)
    _add_activities(made, book.view.lanes)
    if any(other.kind == "raci" for other in book.plans):
        _add_letters(made)
    _head(made, say("Lines"), say("Flow"), say("Meaning"))
    for line, name, meaning in _FLOWS:
        made.add(_own(f"{line}  {say(name)}", Look.LEVEL), _own(say(meaning)))
    _head(made, say("Words"), say("Word"), say("Meaning"))
    for word, meaning in _WORDS:
        made.add(_own(say(word), Look.LEVEL), _own(say(meaning)))
    page.set_up(
        made.sheet, paper=book.paper, landscape=False, stream=book.name_of(plan), subject=plan.subject
    )


def _own(text: str, look: Look = Look.TEXT) -> Piece:
    return Piece(text, look, users=False)


def _head(made: FreeSheet, title: str, *heads: str) -> None:
    made.gap()
    made.add(_own(title, Look.SECTION), least=24.0)
    made.add(*(_own(head, Look.HEAD) for head in heads), least=20.0)


def _add_activities(made: FreeSheet, lanes: Sequence[Lane]) -> None:
    _head(made, say("Activities"), say("Activity"), say("Purpose"))
    for lane in lanes:
        name = Piece(lane.name, Look.LEVEL, style=made.book.styles.swatch(lane.id))
        made.add(name, Piece("\n".join(_purpose(lane))))


def _purpose(lane: Lane) -> Iterator[str]:
    """What is to be said of an activity, line by line."""
    if lane.alias:
        yield say("Called {name} here.").format(name=f"“{lane.alias}”")
    if lane.purpose:
        yield say(lane.purpose)
    for facet in lane.facets:
        yield say("{label}: {text}").format(label=facet.name, text=facet.qualifier)


def _add_letters(made: FreeSheet) -> None:
    _head(made, say("Responsibility"), say("Letter"), say("Meaning"))
    for entry in made.book.view.settings.raci_letters:
        row = made.add(Piece(f"{entry.letter}  {say(entry.name)}", Look.LEVEL), Piece(say(entry.meaning)))
        colors = LETTER_COLORS.get(entry.letter)
        if colors:
            rule = Rule("expression", dxf=letter_style(*colors), formula=["TRUE"])
            made.sheet.conditional_formatting.add(f"A{row}", rule)
