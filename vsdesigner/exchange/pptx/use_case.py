"""The slides with the use case: what the stream is about, as a table of label and text."""

from __future__ import annotations

from vsdesigner.document.wording import use_case_rows
from vsdesigner.exchange.pptx.deck import Deck, page_title
from vsdesigner.exchange.pptx.master import CONTENT
from vsdesigner.exchange.pptx.sheet import TableCell
from vsdesigner.exchange.pptx.tables import HEAD_FILL, LINE, RowPlan, cell, paged, row_height
from vsdesigner.exchange.pptx.text import Paragraph, plain
from vsdesigner.language import say
from vsdesigner.layout.geometry import Point
from vsdesigner.palette import LIGHT

_WIDTHS = (190.0, CONTENT.width - 190.0)
_SIZES = (15.0, 14.0, 13.0, 12.0)


def add(deck: Deck) -> None:
    """Add the slides; none while nothing of the use case is written."""
    rows = [(label, text) for label, text in use_case_rows(deck.view, deck.stream) if text.strip()]
    if not rows:
        return
    plans = _fitted(rows)
    pages = paged(None, plans, _WIDTHS, CONTENT.height)
    corner = Point(CONTENT.x, CONTENT.y)
    for number, page in enumerate(pages, start=1):
        title = page_title(say("Use case"), number, len(pages))
        sheet = deck.titled(title)
        words = "; ".join(f"{label}: {text}" for label, text in rows) if len(pages) == 1 else title
        sheet.table(title, words, corner, _WIDTHS, page, LINE, heading=False)
        deck.add(sheet)


def _fitted(rows: list[tuple[str, str]]) -> list[RowPlan]:
    """The rows in the largest letters with which one slide is enough, else in the smallest."""
    for size in _SIZES:
        plans = [_row(label, text, size) for label, text in rows]
        if sum(row_height(plan, _WIDTHS) for plan in plans) <= CONTENT.height:
            break
    return plans


def _row(label: str, text: str, size: float) -> RowPlan:
    name = TableCell([plain(label, size, bold=True, colour=LIGHT.text)], HEAD_FILL)
    return RowPlan((name, TableCell(_paragraphs(text, size))))


def _paragraphs(text: str, size: float) -> list[Paragraph]:
    if not text.startswith("– "):
        return list(cell(text, size).paragraphs)
    return [plain(line.removeprefix("– "), size, bulleted=line.startswith("– ")) for line in text.split("\n")]
