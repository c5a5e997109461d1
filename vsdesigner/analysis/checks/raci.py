"""Checks that every row of the responsibility matrix says who answers and who does the work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.words import listed, quoted, step_words
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import role_name
from vsdesigner.model.parts import RaciMark, Task
from vsdesigner.model.records import Step, Stream

RESPONSIBLE, ACCOUNTABLE, CONSULTED, INFORMED = "R", "A", "C", "I"

NO_ACCOUNTABLE = Check(
    "nobody-accountable",
    Level.ERROR,
    "Nobody accountable",
    "When nobody answers for the result, nobody notices in time that it is not coming.",
)
MANY_ACCOUNTABLE = Check(
    "many-accountable",
    Level.ERROR,
    "Several roles accountable",
    "Two who answer for one result each rely on the other; one has to have the last word.",
)
NO_RESPONSIBLE = Check(
    "nobody-responsible",
    Level.WARNING,
    "Nobody responsible",
    "Somebody answers for the result, but nobody is named who does the work.",
)
KINDS = (NO_ACCOUNTABLE, MANY_ACCOUNTABLE, NO_RESPONSIBLE)


class Row(NamedTuple):
    """A row of the matrix: a step, or a task of it that has letters of its own."""

    step: Step
    task: Task | None
    marks: tuple[RaciMark, ...]
    letters: Mapping[str, list[str]]  # letter → roles that hold it

    def on(self, check: Check, snapshot: Snapshot, predicate: str) -> Finding:
        """Return the finding that `predicate` (``has nobody …``) is true of this row."""
        words = step_words(snapshot, self.step)
        if self.task is None:
            return check.on(self.step.id, "raci", f"{words} {predicate}.", unwritten=not self.marks)
        return check.on(self.step.id, "tasks", f"The task {quoted(self.task.text)} of {words} {predicate}.")


def rows(snapshot: Snapshot, stream: str) -> Iterator[Row]:
    """Yield the rows of a stream's matrix: every step, and under it the tasks with letters."""
    for step in snapshot.steps(stream):
        yield Row(step, None, step.raci, _by_letter(step.raci))
        for task in step.tasks:
            if task.raci:
                yield Row(step, task, task.raci, _by_letter(task.raci))


def _by_letter(marks: tuple[RaciMark, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for mark in marks:
        for letter in mark.letters.split("/"):
            found[letter].append(mark.role)
    return dict(found)


def check(snapshot: Snapshot, stream: Stream) -> Iterator[Finding]:
    """Yield rows in which not exactly one role is accountable, or in which nobody does the work.

    Letters that the document's letter set does not have are not asked for.
    """
    settings = snapshot.settings
    known = {entry.letter for entry in settings.raci_letters}
    if ACCOUNTABLE not in known:
        return
    workers_named = RESPONSIBLE in known and not settings.accountable_implies_responsible
    for row in rows(snapshot, stream.id):
        accountable = row.letters.get(ACCOUNTABLE, [])
        if not accountable:
            yield row.on(NO_ACCOUNTABLE, snapshot, "has nobody who is accountable")
            continue
        if len(accountable) > 1:
            names = listed([quoted(role_name(snapshot, role)) for role in accountable])
            yield row.on(MANY_ACCOUNTABLE, snapshot, f"has {len(accountable)} who are accountable: {names}")
        if workers_named and RESPONSIBLE not in row.letters:
            yield row.on(NO_RESPONSIBLE, snapshot, "has nobody who is responsible")
