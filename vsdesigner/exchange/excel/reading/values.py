"""Turns the cells of steps into what they mean, as far as they differ from what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vsdesigner.commands.table.column import Column
from vsdesigner.commands.table.columns import columns
from vsdesigner.commands.table.errors import CellError
from vsdesigner.commands.table.lines import read_tasks
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import ITEM, activity_text, mapping_text, one_line
from vsdesigner.exchange.excel.reading.cells import is_error
from vsdesigner.exchange.excel.reading.outcome import Problems
from vsdesigner.exchange.excel.reading.rows import Line, Matched
from vsdesigner.exchange.excel.reading.tables import CHECK, ID, LANE, NAME, TASKS, named, rejoined, same
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import SupplierKind, Task
from vsdesigner.model.records import Step

SUPPLIER = "supplier"
_STEP = re.compile(r"\s*\(\s*(?:step|schritt|[ée]tape)\s+\d{1,7}\s*\)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A cell that says something else than was written."""

    sheet: str
    row: int
    text: str
    column: str = ""  # its header
    is_mapping: bool = False
    tasks: tuple[Task, ...] | None = None  # one row a task


Claims = dict[tuple[str, str], list[Claim]]  # by step and field, sheet after sheet


class Values:
    """Gathers what all tables of a stream say of its steps, then writes it."""

    def __init__(self, base: Snapshot, draft: Draft, problems: Problems) -> None:
        self._base, self._draft, self._problems = base, draft, problems
        self._columns: dict[str, Column] = {column.id: column for column in columns(base)}
        self._claims: Claims = {}
        #: The steps whose activity was said and understood.
        self.placed: set[str] = set()

    @property
    def changed(self) -> set[str]:
        """The steps of which some cell says something new."""
        return {step for step, _ in self._claims}

    def gather(self, matched: Matched) -> None:
        """Take note of the cells of a table."""
        table = matched.table
        is_mapping = _is_mapping(matched)
        for column, name in table.fields.items():
            if name in (ID, CHECK) or (name == TASKS and matched.by_task):
                continue
            for line in matched.lines:
                if table.is_raci and (line.task or line.is_new):
                    if name == NAME and line.task:
                        self._gather_task_name(matched, line.entry.pieces(column), line)
                    continue
                if matched.by_task and line.is_new and not line.entry.pieces(column)[0].strip():
                    continue
                self._gather_cell(matched, name, column, line, is_mapping=is_mapping)
        if matched.by_task:
            self._gather_tasks(matched)

    def _gather_cell(self, matched: Matched, name: str, column: int, line: Line, *, is_mapping: bool) -> None:
        pieces = line.entry.pieces(column)
        step = self._base.find(line.step)
        expected = self._expected(step, name, is_mapping=is_mapping) if isinstance(step, Step) else ""
        if name == LANE and is_mapping:
            pieces = [*pieces[:-1], _STEP.sub("", pieces[-1])]
        if same(pieces, expected):
            return
        text = named(pieces, expected) if name == NAME else rejoined(pieces, expected)
        if name == NAME and same([text], expected):
            return
        if name == LANE and len(pieces) > 1:
            text = pieces[0]  # rows that continue a step repeat its activity
            if same([text], expected):
                return
        if not isinstance(step, Step) and not text.strip():
            return
        head = matched.table.heads.get(column, "")
        if is_error(text):
            sentence = say("The cell shows {error}; it was left out.")
            self._problems.add(matched.table.sheet, line.entry.row, sentence.format(error=text), head)
            return
        claim = Claim(matched.table.sheet, line.entry.row, text, head, is_mapping=is_mapping)
        self._claims.setdefault((line.step, name), []).append(claim)

    def _expected(self, step: Step, name: str, *, is_mapping: bool) -> str:
        if name == NAME:
            return step.name
        if name == LANE:
            if is_mapping:
                return _STEP.sub("", mapping_text(self._base, step))
            return activity_text(self._base, step)
        if name == SUPPLIER:
            partner = step.supplier.kind is SupplierKind.PARTNER
            return step.supplier.name or (say("Partner") if partner else "")
        return self._columns[name].read(self._base, step)

    # -- tasks in rows of their own ---------------------------------------------------------------------
    def _gather_tasks(self, matched: Matched) -> None:
        column = matched.table.column(TASKS)
        if column < 0:
            return
        by_step: dict[str, list[tuple[str, str, int]]] = {}
        for line in matched.lines:
            text = "\n".join(line.entry.pieces(column))
            by_step.setdefault(line.step, []).append((line.task, text, line.entry.row))
        for id, rows in by_step.items():
            step = self._base.find(id)
            present = step.tasks if isinstance(step, Step) else ()
            tasks = _tasks_of_rows(present, rows)
            if tasks != present:
                claim = Claim(
                    matched.table.sheet, rows[0][2], "", matched.table.heads.get(column, ""), tasks=tasks
                )
                self._claims.setdefault((id, TASKS), []).append(claim)

    def _gather_task_name(self, matched: Matched, pieces: list[str], line: Line) -> None:
        """A task that was renamed in the matrix."""
        step = self._base.find(line.step)
        task = (
            next((task for task in step.tasks if task.id == line.task), None)
            if isinstance(step, Step)
            else None
        )
        if task is None or same(pieces, ITEM + one_line(task.text)) or same(pieces, one_line(task.text)):
            return
        words = " ".join(pieces[0].split())
        claim = Claim(matched.table.sheet, line.entry.row, words.removeprefix(ITEM.strip()).strip())
        self._claims.setdefault((line.step, f"task {line.task}"), []).append(claim)

    # -- writing ----------------------------------------------------------------------------------------
    def write(self, dropped: Iterable[str] = ()) -> None:
        """Write everything into the draft but what is said of steps that go."""
        gone = set(dropped)
        claims = {key: found for key, found in self._claims.items() if key[0] not in gone}
        self._stage({key: found for key, found in claims.items() if key[1] == LANE})
        self._stage({key: found for key, found in claims.items() if key[1] != LANE and not _is_task(key)})
        for (id, name), found in claims.items():
            if _is_task((id, name)):
                self._rename_task(id, name.partition(" ")[2], found[0])
        self._compare(claims)

    def _stage(self, claims: Claims) -> None:
        """Write of each cell what the first sheet says that can be understood."""
        writing = Writing(self._draft)
        for (id, name), found in claims.items():
            for number, claim in enumerate(found):
                try:
                    writing.put(self._changed(writing, writing.step(id), name, claim))
                except CellError as error:
                    self._problems.add(claim.sheet, claim.row, str(error), claim.column)
                else:
                    del found[:number]
                    if name == LANE:
                        self.placed.add(id)
                    break
        writing.finish()

    def _changed(self, writing: Writing, step: Step, name: str, claim: Claim) -> Step:
        if claim.tasks is not None:
            return step.model_copy(update={"tasks": claim.tasks})
        column = self._columns["activity" if name == LANE and not claim.is_mapping else name]
        if column.change is None:
            raise CellError(say("This cell is worked out by the program."))
        return column.change(writing, step, claim.text)

    def _rename_task(self, id: str, task: str, claim: Claim) -> None:
        step = self._draft.get(id, Step)
        before = self._base.get(id, Step)
        old = next((each.text for each in before.tasks if each.id == task), "")
        tasks = tuple(
            each.model_copy(update={"text": claim.text}) if each.id == task and each.text == old else each
            for each in step.tasks
        )
        if claim.text:
            self._draft.update(id, tasks=tasks)

    def _compare(self, claims: Claims) -> None:
        """Tell of cells that contradict the one that was taken."""
        view = self._draft.view
        for (id, name), (first, *others) in claims.items():
            for claim in others:
                if not self._agrees(view, id, name, first, claim):
                    sentence = say(
                        "The cell says something else than on sheet “{sheet}”; that one was taken."
                    )
                    words = sentence.format(sheet=first.sheet)
                    self._problems.add(claim.sheet, claim.row, words, claim.column)

    def _agrees(self, view: Snapshot, id: str, name: str, first: Claim, claim: Claim) -> bool:
        step = view.get(id, Step)
        if _is_task((id, name)):
            return claim.text == first.text
        if claim.tasks is not None:
            return [(t.text, t.indent) for t in claim.tasks] == [(t.text, t.indent) for t in step.tasks]
        if same([claim.text], first.text) and claim.is_mapping == first.is_mapping:
            return True
        if name == NAME:
            return same([claim.text], step.name)
        if name == LANE:
            expected = mapping_text(view, step) if claim.is_mapping else activity_text(view, step)
            return same([claim.text], _STEP.sub("", expected))
        try:
            writing = Writing(Draft(view))
            return self._changed(writing, step, name, claim) == step
        except UserError:
            return False


def _is_task(key: tuple[str, str]) -> bool:
    return key[1].startswith("task ")


def _is_mapping(matched: Matched) -> bool:
    """Whether the activities stand with qualifier and number, as in the table of the steps."""
    column = matched.table.column(LANE)
    texts = [line.entry.pieces(column)[0] for line in matched.lines]
    filled = [text for text in texts if text.strip()]
    numbered = sum(1 for text in filled if _STEP.search(text))
    return numbered * 2 >= len(filled) if filled else False


def _tasks_of_rows(present: tuple[Task, ...], rows: list[tuple[str, str, int]]) -> tuple[Task, ...]:
    """The tasks that rows of one task each say, in their order."""
    known = {task.id: task for task in present}
    found: list[Task] = []
    for id, text, _ in rows:
        task = known.get(id)
        if task is not None and same([text], (ITEM if task.indent else "") + one_line(task.text)):
            found.append(task)
            continue
        indent = int(text.strip().startswith(ITEM.strip()))
        read = read_tasks(text, ())
        for number, each in enumerate(read):
            fields = {"text": each.text, "indent": max(each.indent, indent)}
            is_same = number == 0 and task is not None
            found.append(
                task.model_copy(update=fields) if is_same and task else each.model_copy(update=fields)
            )
    if found and found[0].indent:
        found[0] = found[0].model_copy(update={"indent": 0})
    return tuple(found)
