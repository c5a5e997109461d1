"""The rows of the Tables view, and the verbs on whole rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vsdesigner.commands import elements, flows, lists
from vsdesigner.commands.table import chain
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step, TerminalKind


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
    view = draft.view
    steps = view.steps(stream)
    if count < 1:
        return []
    if not steps:
        demand = view.terminal(stream, TerminalKind.DEMAND).id
        made = chain.add_behind(draft, demand, count)
        chain.link(draft, made)
        flows.connect(draft, demand, made[0])
        flows.connect(draft, made[-1], view.terminal(stream, TerminalKind.VALUE).id)
        return made
    last = steps[-1].id
    source = draft.get(after, Step).id if after else last
    onward = chain.onward(view, source)
    made = chain.add_behind(draft, source, count)
    if len(onward) == 1:
        chain.put_into(draft, onward[0].id, made)
    else:
        chain.link(draft, made)
        flows.connect(draft, source, made[0])
        if not onward and source == last and chain.value_is_open(view, stream):
            flows.connect(draft, made[-1], view.terminal(stream, TerminalKind.VALUE).id)
    if source != last:
        chain.number_behind(draft, made, source)
    return made


def insert_before(draft: Draft, step: str) -> str:
    """Add a step before a step, in the flow that leads to it; returns its id.

    When nothing leads there yet, or several flows do, it only leads on to the step.
    """
    view = draft.view
    here = draft.get(step, Step)
    arriving = chain.arriving(view, step)
    made = chain.add_ahead(draft, step, arriving[0].source if arriving else step)
    if len(arriving) == 1:
        flows.insert(draft, arriving[0].id, made)
    else:
        flows.connect(draft, made, step)
    ids = [other.id for other in view.steps(here.stream)]
    at = ids.index(step)
    chain.number_behind(draft, [made], ids[at - 1] if at else "")
    return made


def move_rows(draft: Draft, steps: Sequence[str], by: int) -> bool:
    """Move steps that stand together up (`by` -1) or down (1) by one place among the numbers.

    Where they stand in a plain chain the flow goes along; elsewhere only numbers change, kept by hand from
    now on. False when they stand at the end already. Steps that do not stand together move as if they did.
    """
    if not steps or not by:
        return False
    stream = draft.get(steps[0], Step).stream
    ids = [step.id for step in draft.view.steps(stream)]
    chosen = set(steps)
    moved = [id for id in ids if id in chosen]
    start, end = ids.index(moved[0]), ids.index(moved[-1]) + 1
    if (start == 0) if by < 0 else (end == len(ids)):
        return False
    moved = ids[start:end]
    neighbour = [ids[start - 1]] if by < 0 else [ids[end]]
    first, second = (neighbour, moved) if by < 0 else (moved, neighbour)
    outer = start - 1 if by < 0 else start
    wanted = [*ids[:outer], *second, *first, *ids[outer + len(first) + len(second) :]]
    passing = chain.passing(draft.view, first, second)
    if passing is None:
        chain.keep_numbers(draft, stream)
    else:
        chain.change_places(draft, passing)
    chain.renumber(draft, wanted)
    return True


def delete_rows(draft: Draft, rows: Iterable[Row]) -> None:
    """Delete steps (neighbours stay connected), or in the layout of a row a task those tasks."""
    chosen = tuple(rows)
    tasks = {row.task for row in chosen if row.task}
    for id in dict.fromkeys(row.step for row in chosen if row.task):
        step = draft.get(id, Step)
        lists.set_tasks(draft, id, [task for task in step.tasks if task.id not in tasks])
    elements.delete(draft, [row.step for row in chosen if not row.task])
