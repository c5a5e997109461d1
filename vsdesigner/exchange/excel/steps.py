"""The sheet that maps each step to an activity, with a note for each activity visited more than once."""

from __future__ import annotations

from vsdesigner.document.wording import mapping_text, return_notes
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.columns import activity_column, step_cell, step_column
from vsdesigner.exchange.excel.lists import ACTIVITIES, offer
from vsdesigner.exchange.excel.table_sheet import TableRow, TableSpec, build
from vsdesigner.exchange.excel.text_cells import Cell
from vsdesigner.language import say
from vsdesigner.model.records import Step


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet; its activity cells say more than the activity, so the list only suggests."""
    rows = [TableRow(step.id, _cells(book, step)) for step in book.view.steps(plan.stream)]
    spec = TableSpec(
        plan=plan,
        name="Steps",
        title=say("Steps mapped to service value chain activities"),
        columns=(step_column(44, 64), activity_column(40, 90)),
        rows=rows,
        notes=return_notes(book.view, plan.stream),
    )
    extent = build(book, spec)
    offer(extent.sheet, ACTIVITIES, extent.cells(1), only_suggest=True)


def _cells(book: Book, step: Step) -> tuple[Cell, ...]:
    return step_cell(book, step), Cell(mapping_text(book.view, step), book.styles.activity(step.lane))
