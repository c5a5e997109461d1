"""The sheet that breaks each step down into actions and tasks."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.document.wording import ITEM, one_line, tasks_text
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.columns import (
    TASK_HEADER,
    activity_cell,
    activity_column,
    step_cell,
    step_column,
    task_row_id,
    text_cell,
)
from vsdesigner.exchange.excel.lists import ACTIVITIES, offer
from vsdesigner.exchange.excel.table_sheet import Column, TableRow, TableSpec, build
from vsdesigner.language import say
from vsdesigner.model.records import Step


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet."""
    spec = TableSpec(
        plan=plan,
        name="Tasks",
        title=say("Actions and tasks of each step"),
        columns=(step_column(28, 42), activity_column(21, 26), Column(say(TASK_HEADER), 50, 80)),
        rows=[row for step in book.view.steps(plan.stream) for row in step_rows(book, step)],
    )
    extent = build(book, spec)
    offer(extent.sheet, ACTIVITIES, extent.cells(1))


def step_rows(book: Book, step: Step) -> Iterator[TableRow]:
    """Yield the row of a step; in the layout for sorting and counting, one for each of its tasks.

    There an action stands bare and a task below an action keeps its dash. All rows start with step,
    activity, tasks.
    """
    head = (step_cell(book, step), activity_cell(book, step))
    if not book.options.flag("row_per_task") or not step.tasks:
        yield TableRow(step.id, (*head, text_cell(book, tasks_text(step))))
        return
    for task in step.tasks:
        text = (ITEM if task.indent else "") + one_line(task.text)
        yield TableRow(task_row_id(step, task), (*head, text_cell(book, text)))
