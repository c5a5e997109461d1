"""The cells that hold a list: the lines of a text, matched with what stood in the cell before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from vsdesigner.commands.table.errors import few, within
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.outline import read_outline, without_mark
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import ITEM, one_line
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Step
from vsdesigner.model.text import TEXT_LENGTH

T = TypeVar("T")


def plain_lines(texts: Iterable[str]) -> str:
    """Return one line an item, as the editor of a list starts."""
    return "\n".join(one_line(text) for text in texts)


def kept(items: Sequence[T], lines: Sequence[str], spellings: Callable[[T], Iterable[str]]) -> list[T | None]:
    """Return for each line the item that it repeats word for word, each item once; None for a new line."""
    free: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        for spelling in dict.fromkeys(one_line(words).strip() for words in spellings(item)):
            free.setdefault(spelling, []).append(index)
    used: set[int] = set()
    found: list[T | None] = []
    for line in lines:
        same = next((index for index in free.get(line.strip(), ()) if index not in used), None)
        if same is not None:
            used.add(same)
        found.append(None if same is None else items[same])
    return found


def filled(text: str) -> list[str]:
    """Return the lines that are not blank."""
    return [line for line in text.split("\n") if line.strip()]


def unmarked(line: str) -> str:
    """Return a line without bullet, number and spaces around it."""
    return without_mark(line.strip())[0]


# -- short texts ----------------------------------------------------------------------------------------
def change_names(field: str) -> Callable[[Writing, Step, str], Step]:
    """Return how a list of short texts is written."""

    def change(writing: Writing, step: Step, text: str) -> Step:
        lines = filled(text)
        few(len(lines))
        present: tuple[str, ...] = getattr(step, field)
        repeated = kept(present, lines, lambda name: (name, ITEM + name))
        names = [
            within(unmarked(line)) if old is None else old for line, old in zip(lines, repeated, strict=True)
        ]
        return step.model_copy(update={field: tuple(name for name in names if name)})

    return change


# -- tasks ----------------------------------------------------------------------------------------------
def task_text(task: Task) -> str:
    """Return a task as it stands alone in a cell: one below an action keeps its dash."""
    return (ITEM if task.indent else "") + one_line(task.text)


def tasks_for_editing(view: Snapshot, step: Step) -> str:
    """Return a step's actions and tasks, one a line; tasks below an action behind a dash."""
    return "\n".join(map(task_text, step.tasks))


def change_tasks(writing: Writing, step: Step, text: str) -> Step:
    """Write all actions and tasks; those that stay keep their id and their letters."""
    return step.model_copy(update={"tasks": _with_first_outermost(read_tasks(text, step.tasks))})


def read_tasks(text: str, present: Sequence[Task]) -> tuple[Task, ...]:
    """Return the tasks of a text.

    A line is one of `present` when it has its words, else when it is as far from the lines around it that
    are, and nothing else is meant: an edited line.
    """
    found = read_outline(text)
    few(len(found))
    words = [within(line.text, TEXT_LENGTH) for line in found]
    same = kept(present, words, lambda task: (task.text, unmarked(one_line(task.text))))
    taken = {task.id for task in same if task is not None}
    edited = _edited(same, present, taken)
    made: list[Task] = []
    for line, task, before in zip(found, same, edited, strict=True):
        indent = min(line.depth, 1)
        if task is not None:
            made.append(task if task.indent == indent else task.model_copy(update={"indent": indent}))
        elif before is not None:
            made.append(before.model_copy(update={"text": line.text, "indent": indent}))
        else:
            made.append(Task.new(line.text, indent))
    return tuple(made)


def _edited(same: Sequence[Task | None], present: Sequence[Task], taken: set[str]) -> list[Task | None]:
    """For each new line the task that stood at its place and is not there any more."""
    place = {task.id: index for index, task in enumerate(present)}
    found: list[Task | None] = []
    expected = 0
    for task in same:
        before = None
        if task is not None:
            expected = place[task.id]
        elif expected < len(present) and present[expected].id not in taken:
            before = present[expected]
        found.append(before)
        expected += 1
    return found


def change_task(step: Step, id: str, text: str) -> Step:
    """Write the one task that stands in a row; further lines follow behind it, nothing removes it."""
    index = next(index for index, task in enumerate(step.tasks) if task.id == id)
    task = step.tasks[index]
    read = read_tasks(text, ())
    few(len(step.tasks) + len(read) - 1)
    first = next(iter(filled(text)), "")
    indent = int(index > 0 and first.lstrip().startswith(ITEM.strip()))
    made = tuple(
        task.model_copy(update={"text": each.text, "indent": indent})
        if number == 0
        else each.model_copy(update={"indent": max(each.indent, indent)})
        for number, each in enumerate(read)
    )
    lines = (*step.tasks[:index], *made, *step.tasks[index + 1 :])
    return step.model_copy(update={"tasks": _with_first_outermost(lines)})


def _with_first_outermost(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    if tasks and tasks[0].indent:
        return (tasks[0].model_copy(update={"indent": 0}), *tasks[1:])
    return tasks
