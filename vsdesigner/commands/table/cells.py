"""Reads and writes cells, one or a block of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vsdesigner.commands.table import lines
from vsdesigner.commands.table.column import Column
from vsdesigner.commands.table.errors import CellError
from vsdesigner.commands.table.rows import Row, append_rows
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Step
from vsdesigner.model.text import clean

ROW_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that did not take its text, and the sentence that says why."""

    row: Row
    column: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a block did: the rows it fell on (made ones too) and what was refused."""

    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...]


def read_cell(view: Snapshot, row: Row, column: Column, *, for_editing: bool = False) -> str:
    """Return what a cell says: in a row of a task the `by_task` columns say that task only."""
    step = view.get(row.step, Step)
    if row.task and column.by_task:
        task = _task(step, row.task)
        return lines.task_text(task) if task else ""
    return column.for_editing(view, step) if for_editing else column.read(view, step)


def write_cell(draft: Draft, row: Row, column: Column, text: str) -> None:
    """Write one cell; raises `CellError` and changes nothing when the text is not understood."""
    writing = Writing(draft)
    _write(writing, row, column, text)
    writing.finish()


def write_block(
    draft: Draft, stream: str, rows: Sequence[Row], columns: Sequence[Column], texts: Sequence[Sequence[str]]
) -> Written:
    """Write a block of texts onto rows and columns, as a spreadsheet pastes.

    `rows` and `columns` are those shown from the upper left cell on. A single text fills all of them; a block
    that divides the rows evenly repeats; more lines of text than rows append steps at the end. What a cell
    refuses is left out and told, the others are written. Fixed columns are passed over.
    """
    raise NotImplementedError


def _write(writing: Writing, row: Row, column: Column, text: str) -> None:
    step = writing.step(row.step)
    said = clean(text)
    if column.change is None:
        sentence = say("{column} is worked out by the program; it cannot be typed.")
        raise CellError(sentence.format(column=say(column.header)))
    task = _task(step, row.task) if row.task and column.by_task else None
    if task is not None:
        if not _same(said, lines.task_text(task)):
            writing.put(lines.change_task(step, task.id, said))
    elif not (
        _same(said, column.read(writing.view, step)) or _same(said, column.for_editing(writing.view, step))
    ):
        writing.put(column.change(writing, step, said))


def _same(text: str, present: str) -> bool:
    """Whether a text says what stands in the cell; a clipboard may add a last line end."""
    return text == present or text.removesuffix("\n") == present.removesuffix("\n")


def _task(step: Step, id: str) -> Task | None:
    return next((task for task in step.tasks if task.id == id), None)
