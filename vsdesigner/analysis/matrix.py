"""The responsibility matrix as the checks read it: its rows, and who holds which letter in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from vsdesigner.analysis.finding import Check, Finding
from vsdesigner.analysis.words import quoted, step_words
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.parts import RaciMark, Task
from vsdesigner.model.records import Step

RESPONSIBLE, ACCOUNTABLE, CONSULTED, INFORMED = "R", "A", "C", "I"

MANY = 3  # responsible roles in one row
FEWEST_ROLES = 3  # with fewer roles, everybody is part of everything
FEWEST_ROWS = 4  # with fewer rows, one role naturally has most of them


class Row(NamedTuple):
    """A row of the matrix: a step, or a task of it that has letters of its own."""

    step: Step
    task: Task | None
    marks: tuple[RaciMark, ...]
    letters: Mapping[str, list[str]]  # letter → roles that hold it

    def words(self, view: Snapshot) -> str:
        """Return what the row is called in a sentence that begins with it."""
        step = step_words(view, self.step)
        if self.task is None:
            return step
        return say("The task {task} of {step}").format(task=quoted(self.task.text), step=step)

    def on(self, check: Check, text: str) -> Finding:
        """Return the finding that this is wrong with the row."""
        if self.task is None:
            return check.on(self.step.id, "raci", text, unwritten=not self.marks)
        return check.on(self.step.id, "tasks", text, part=self.task.id)


def rows(view: Snapshot, stream: str) -> Iterator[Row]:
    """Yield the rows of a stream's matrix: every step, and under it the tasks with letters."""
    for step in view.steps(stream):
        yield row_of(step)
        for task in step.tasks:
            if task.raci:
                yield row_of(step, task)


def row_of(step: Step, task: Task | None = None) -> Row:
    """Return the row of a step, or of one of its tasks."""
    marks = step.raci if task is None else task.raci
    return Row(step, task, marks, _by_letter(marks))


def _by_letter(marks: tuple[RaciMark, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mark in marks:
        role = mark.role
        for letter in _split(mark.letters):
            holders = found.setdefault(letter, [])
            if role not in holders:
                holders.append(role)
    return found


@cache
def _split(letters: str) -> tuple[str, ...]:
    """The letters of a cell; thousands of cells hold the same few."""
    return tuple(letters.split("/"))
