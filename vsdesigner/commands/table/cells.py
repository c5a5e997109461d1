"""Reads and writes cells, one or a block of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vsdesigner.commands.table import lines
from vsdesigner.commands.table.column import Column, Kind
from vsdesigner.commands.table.errors import CellError
from vsdesigner.commands.table.pasted import Line, joined
from vsdesigner.commands.table.rows import Row, append_rows
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
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
    draft: Draft,
    stream: str,
    rows: Sequence[Row],
    columns: Sequence[Column],
    texts: Sequence[Sequence[str]],
    *,
    selected: tuple[int, int] | None = None,
) -> Written:
    """Write a block of texts onto rows and columns, as a spreadsheet pastes.

    `rows` and `columns` are those shown from the upper left cell on; `selected` says how many of each are
    selected there (all of them when it is not given). A single text fills the selection; a block that divides
    it evenly repeats; more lines of text than rows append steps at the end. What a cell refuses is left out
    and told, the others are written. Fixed columns are passed over, and columns of text beyond the last one.

    Where the lines that append steps are one a task, each step is made once. Where several rows belong to
    one step, the first of them says what holds for the whole step. Raises `UserError` when there are more
    lines than `ROW_LIMIT`.
    """
    block = [list(line) for line in texts]
    width = max(map(len, block), default=0)
    if not width:
        return Written((), ())
    if len(block) > ROW_LIMIT:
        sentence = say("There are {count} lines; at most {limit} can be pasted at once. Nothing was pasted.")
        raise UserError(sentence.format(count=f"{len(block):,}", limit=f"{ROW_LIMIT:,}"))
    height, across = selected or (len(rows), len(columns))
    height, across = _repeated(len(block), height), _repeated(width, across)
    lines = [_across(block[line % len(block)], width, across) for line in range(height)]
    further = joined(lines[len(rows) :], columns)
    made = [Row(id) for id in append_rows(draft, stream, len(further))]
    target = (*rows[:height], *made)
    fresh = set(made)
    cells = [
        (row, column, text)
        for place, column in enumerate(columns[:across])
        for row, line in zip(target, (*lines[: len(rows)], *further), strict=True)
        if (text := line[place]) is not None and not column.is_fixed and (text.strip() or row not in fresh)
    ]
    refusals: list[Refusal] = []
    for stage in _stages(_once_a_step(cells)):
        writing = Writing(draft)
        refusals += _write_all(writing, stage)
        writing.finish()
    return Written(target, tuple(refusals))


_Cell = tuple[Row, Column, str]


def _repeated(count: int, room: int) -> int:
    """How far `count` lines reach in a selection of `room`: through all of it when they divide it evenly."""
    return room if room > count and room % count == 0 else count


def _across(line: Sequence[str], width: int, across: int) -> Line:
    """A line of a block repeated over the columns; None where it is shorter than others."""
    return [line[place % width] if place % width < len(line) else None for place in range(across)]


def _once_a_step(cells: Iterable[_Cell]) -> Iterator[_Cell]:
    seen: set[tuple[str, str]] = set()
    for row, column, text in cells:
        if row.task and column.by_task:
            yield row, column, text
        elif (row.step, column.id) not in seen:
            seen.add((row.step, column.id))
            yield row, column, text


def _stages(cells: Iterable[_Cell]) -> tuple[list[_Cell], ...]:
    """Activities before what belongs to them, and what comes next when all steps have their names."""
    stages: tuple[list[_Cell], ...] = ([], [], [])
    for cell in cells:
        column = cell[1]
        stages[2 if column.id == "next" else 0 if column.kind is Kind.ACTIVITY else 1].append(cell)
    return tuple(stage for stage in stages if stage)


def _write_all(writing: Writing, cells: Iterable[_Cell]) -> Iterator[Refusal]:
    for row, column, text in cells:
        try:
            _write(writing, row, column, text)
        except CellError as error:
            yield Refusal(row, column.id, text, str(error))


def _write(writing: Writing, row: Row, column: Column, text: str) -> None:
    step = writing.step(row.step)
    said = clean(text)
    if column.change is None:
        sentence = say("{column} is worked out by the program; it cannot be typed.")
        raise CellError(sentence.format(column=say(column.header)))
    if row.task and column.by_task:
        task = _task(step, row.task)
        if task is None:
            raise CellError(say("The task of this row is not there any more."))
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
