"""The rows of the Tables view, and the verbs on whole rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vsdesigner.commands import elements, lists
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step


@dataclass(frozen=True, slots=True)
class Row:
    """A step, or in the layout of one row a task one of its tasks (`task` is empty for a step without)."""

    step: str
    task: str = ""


def rows(view: Snapshot, stream: str, *, by_task: bool = False) -> tuple[Row, ...]:
    """Return the rows in the order of the steps' numbers (and of the tasks)."""
    steps = view.steps(stream)
    if not by_task:
        return tuple(Row(step.id) for step in steps)
    return tuple(Row(step.id, task) for step in steps for task in [task.id for task in step.tasks] or [""])


def append_row(draft: Draft, stream: str, after: str = "") -> str:
    """Add a step behind the step `after` (behind all others when empty) and lead the flow through it.

    In an empty stream it is connected from demand and to value; at the end of a chain it is put between the
    last step and value; in the middle the flow from `after` to its one follower leads through it, and it is
    only hung on when there are several. It stands in the activity of the step before. Returns its id.
    """
    return append_rows(draft, stream, 1, after)[0]


def append_rows(draft: Draft, stream: str, count: int, after: str = "") -> list[str]:
    """Add a chain of steps like `append_row`; returns their ids."""
    raise NotImplementedError


def insert_before(draft: Draft, step: str) -> str:
    """Add a step before a step, in the flow that leads to it; returns its id."""
    raise NotImplementedError


def move_rows(draft: Draft, steps: Sequence[str], by: int) -> bool:
    """Move steps that stand together up (`by` -1) or down (1) by one place among the numbers.

    Where they stand in a plain chain the flow goes along; elsewhere only numbers change, kept by hand from
    now on. False when they stand at the end already.
    """
    raise NotImplementedError


def delete_rows(draft: Draft, rows: Iterable[Row]) -> None:
    """Delete steps (neighbours stay connected), or in the layout of a row a task those tasks."""
    chosen = tuple(rows)
    tasks = {row.task for row in chosen if row.task}
    for id in dict.fromkeys(row.step for row in chosen if row.task):
        step = draft.get(id, Step)
        lists.set_tasks(draft, id, [task for task in step.tasks if task.id not in tasks])
    elements.delete(draft, [row.step for row in chosen if not row.task])
