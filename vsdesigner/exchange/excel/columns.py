"""The columns and cells that several tables share: step, activity, tasks."""

from __future__ import annotations

from vsdesigner.document.wording import activity_text
from vsdesigner.exchange.excel.book import Book
from vsdesigner.exchange.excel.styles import Look
from vsdesigner.exchange.excel.table_sheet import Column
from vsdesigner.exchange.excel.text_cells import Cell
from vsdesigner.language import say
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Step

STEP_HEADER = "Value Stream Step"
ACTIVITY_HEADER = "Mapped SVC"
TASK_HEADER = "Task/Action"


def step_column(least: float, most: float) -> Column:
    """Return the column with the names of the steps."""
    return Column(say(STEP_HEADER), least, most, look=Look.STEP, bold=True)


def activity_column(least: float, most: float) -> Column:
    """Return the column with the activities."""
    return Column(say(ACTIVITY_HEADER), least, most, bold=True, repeats=True)


def step_cell(book: Book, step: Step) -> Cell:
    """Return the cell with a step's name."""
    return Cell(step.name, book.styles.number(Look.STEP, users_text=True))


def activity_cell(book: Book, step: Step) -> Cell:
    """Return the cell with the bare activity, marked in its colour."""
    return Cell(activity_text(book.view, step), book.styles.activity(step.lane))


def text_cell(book: Book, text: str) -> Cell:
    """Return a cell of the body."""
    return Cell(text, book.styles.number(Look.TEXT, users_text=True))


def task_row_id(step: Step, task: Task) -> str:
    """Return the id of a row that shows one task: the step's and the task's."""
    return f"{step.id} {task.id}"
