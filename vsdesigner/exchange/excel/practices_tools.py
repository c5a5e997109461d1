"""The sheet with the practices, tools and technologies that contribute to each step."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.document.wording import practices_text, tools_text
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.columns import TASK_HEADER, activity_column, step_column, text_cell
from vsdesigner.exchange.excel.lists import ACTIVITIES, offer
from vsdesigner.exchange.excel.table_sheet import Column, TableRow, TableSpec, build
from vsdesigner.exchange.excel.tasks import step_rows
from vsdesigner.language import say


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet."""
    spec = TableSpec(
        plan=plan,
        name="PracticesAndTools",
        title=say("Contributing practices, tools and technologies"),
        columns=(
            step_column(22, 30),
            activity_column(16, 22),
            Column(say(TASK_HEADER), 34, 48),
            Column(say("Practices"), 24, 34),
            Column(say("Tools and Technologies"), 26, 40),
        ),
        rows=list(_rows(book, plan.stream)),
    )
    extent = build(book, spec)
    offer(extent.sheet, ACTIVITIES, extent.cells(1))


def _rows(book: Book, stream: str) -> Iterator[TableRow]:
    for step in book.view.steps(stream):
        more = (
            text_cell(book, practices_text(book.view, step)),
            text_cell(book, tools_text(book.view, step)),
        )
        for row in step_rows(book, step):
            yield TableRow(row.id, (*row.cells, *more))
