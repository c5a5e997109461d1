"""Turns a pasted list or table into steps: one a line, deeper lines its tasks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from vsdesigner.commands.listed import ListedStep, ListedTool, lane_named
from vsdesigner.document.outline import OutlineLine, outlined, read_outline, without_mark
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.tool_text import read_tool
from vsdesigner.exchange.lists.cells import read_html, read_pipes, read_tsv
from vsdesigner.model.errors import UserError
from vsdesigner.model.text import LIST_LENGTH, NAME_LENGTH, TEXT_LENGTH, clean

TEXT_LIMIT = 1_000_000  # characters
LINE_LIMIT = 10_000
STEP_LIMIT = 300

NAME, LANE, TASKS, PRACTICES, TOOLS = "name", "lane", "tasks", "practices", "tools"
UNNAMED_COLUMNS = (NAME, LANE, TASKS)
_HEADERS = {
    NAME: ("step", "steps", "name", "step name", "name of the step", "value stream step"),
    LANE: ("activity", "activities", "lane", "mapped svc", "svc activity", "value chain activity"),
    TASKS: (
        *("task", "tasks", "action", "actions", "task/action", "tasks/actions", "actions and tasks"),
        *("tasks and actions", "description"),
    ),
    PRACTICES: ("practice", "practices", "itil practice", "itil practices", "contributing practices"),
    TOOLS: ("tool", "tools", "technology", "technologies", "tools and technologies"),
}
_COLUMN_OF = {name: column for column, names in _HEADERS.items() for name in names}
_NUMBER = re.compile(r"\d{1,4}[.)]?")
_SEVERAL = re.compile(r"[\n;]")


def read_listed(view: Snapshot, text: str, html: str = "") -> list[ListedStep]:
    """Return the steps that pasted text describes; empty when it says nothing.

    A table in `html` counts before the text, its list items count when the text is not indented. Raises
    `UserError` when there is too much of it.
    """
    _check(text)
    table, items = read_html(clean(html)) if len(html) <= TEXT_LIMIT * 4 else ([], [])
    text = clean(text)
    rows = table or read_pipes(text) or (read_tsv(text) if _has_cells(text) else [])
    if rows:
        found = _from_rows(view, rows)
    else:
        lines = read_outline(text)
        listed = outlined(items)
        found = _from_outline(view, listed if _says_more(listed, lines) else lines)
    if len(found) > STEP_LIMIT:
        raise UserError(
            f"The list has {len(found):,} steps; at most {STEP_LIMIT:,} can be pasted at once. "
            "Nothing was pasted."
        )
    return found


def _check(text: str) -> None:
    if len(text) > TEXT_LIMIT:
        raise UserError(
            f"The text is longer than {TEXT_LIMIT:,} characters, too long for a list of steps. "
            "Nothing was pasted."
        )
    lines = text.count("\n") + 1
    if lines > LINE_LIMIT:
        raise UserError(
            f"The text has {lines:,} lines; at most {LINE_LIMIT:,} can be read at once. Nothing was pasted."
        )


def _says_more(items: Sequence[OutlineLine], lines: Sequence[OutlineLine]) -> bool:
    """Whether HTML knows the levels of a list that its plain text has lost."""
    return len(items) == len(lines) and max((line.depth for line in items), default=0) > max(
        (line.depth for line in lines), default=0
    )


# -- lines --------------------------------------------------------------------------------------------------
def _from_outline(view: Snapshot, lines: Sequence[OutlineLine]) -> list[ListedStep]:
    found: list[ListedStep] = []
    for lane, group in _grouped(view, lines):
        head, *rest = group
        name_lane, name = _split_lane(view, head.text)
        tasks = [(line.text, min(line.depth - 1, 1)) for line in rest]
        found.append(_step(name, name_lane or lane, tasks))
    return found


def _grouped(view: Snapshot, lines: Sequence[OutlineLine]) -> list[tuple[str, list[OutlineLine]]]:
    """One group of lines a step, each with the activity that a heading above it names.

    A heading is an outermost line such as ``Engage:`` with lines below it, or the only outermost one.
    """
    groups: list[tuple[str, list[OutlineLine]]] = []
    top = [index for index, line in enumerate(lines) if line.depth == 0]
    for start, end in itertools.pairwise((*top, len(lines))):
        head, below = lines[start], list(lines[start + 1 : end])
        title = head.text.removesuffix(":").strip()
        lane = lane_named(view, title) if head.text.endswith(":") else ""
        if below and head.text.endswith(":") and (lane or len(top) == 1):
            raised = [OutlineLine(line.text, line.depth - 1) for line in below]
            groups += [(lane or inner, group) for inner, group in _grouped(view, raised)]
        else:
            groups.append(("", [head, *below]))
    return groups


def _split_lane(view: Snapshot, text: str) -> tuple[str, str]:
    """(activity, name) of a line such as ``Engage: Log the request``."""
    before, colon, after = text.partition(":")
    lane = lane_named(view, before) if colon and after.strip() else ""
    return (lane, after.strip()) if lane else ("", text)


def _step(
    name: str,
    lane: str,
    tasks: Sequence[tuple[str, int]] = (),
    practices: tuple[str, ...] = (),
    tools: tuple[ListedTool, ...] = (),
) -> ListedStep:
    """A step within the bounds of the model: a name that is too long stands in full as its first task."""
    name = name.strip()
    listed = [(text[:TEXT_LENGTH], indent) for text, indent in tasks]
    if len(name) > NAME_LENGTH:
        listed.insert(0, (name[:TEXT_LENGTH], 0))
        name = name[: NAME_LENGTH - 1].rstrip() + "…"
    return ListedStep(name, lane, tuple(listed[:LIST_LENGTH]), practices[:LIST_LENGTH], tools[:LIST_LENGTH])


# -- cells --------------------------------------------------------------------------------------------------
def _has_cells(text: str) -> bool:
    """Whether text is a table: a tab stands between words, not just behind a bullet."""
    return any("\t" in without_mark(line.strip())[0] for line in text.split("\n"))


def _from_rows(view: Snapshot, rows: list[list[str]]) -> list[ListedStep]:
    columns = _columns(rows[0])
    if columns:
        rows = rows[1:]
    else:
        columns = _guessed(view, rows)
    found: list[ListedStep] = []
    for row in rows:
        cells = {column: row[index].strip("\n") for index, column in columns.items() if index < len(row)}
        name = " ".join(cells.get(NAME, "").split())
        if name:
            found.append(_row_step(view, without_mark(name)[0] or name, cells))
        elif found and cells.get(TASKS, "").strip():
            found[-1] = _with_tasks(found[-1], cells[TASKS])
    return found


def _columns(row: Sequence[str]) -> dict[int, str]:
    """Column → what it holds, when the row is a header that names the steps."""
    names = [" ".join(cell.casefold().replace(" / ", "/").split()) for cell in row]
    found: dict[int, str] = {}
    for index, name in enumerate(names):
        column = _COLUMN_OF.get(name, "")
        if column and column not in found.values():
            found[index] = column
    return found if NAME in found.values() else {}


def _guessed(view: Snapshot, rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Without a header: name, activity, tasks; a column of numbers before is passed over, and the first two
    may be the other way round."""
    shift = int(all(_NUMBER.fullmatch(row[0].strip()) for row in rows if row and row[0].strip()))
    if shift and not any(len(row) > 1 and row[1].strip() for row in rows):
        shift = 0
    order = list(UNNAMED_COLUMNS)
    first, second = (
        sum(1 for row in rows if len(row) > column and _lane(view, row[column]))
        for column in (shift, shift + 1)
    )
    if first > second:
        order[0], order[1] = order[1], order[0]
    return {shift + index: column for index, column in enumerate(order)}


def _row_step(view: Snapshot, name: str, cells: dict[str, str]) -> ListedStep:
    lane = _lane(view, cells.get(LANE, ""))
    if not lane:
        lane, name = _split_lane(view, name)
    practices = (without_mark(part.strip())[0] for part in _SEVERAL.split(cells.get(PRACTICES, "")))
    named = (part.partition(":")[0].strip()[:NAME_LENGTH] for part in practices)
    tools = (read_tool(without_mark(part.strip())[0]) for part in _SEVERAL.split(cells.get(TOOLS, "")))
    step = _step(
        name,
        lane,
        (),
        tuple(dict.fromkeys(part for part in named if part)),
        tuple(ListedTool(category, products) for category, products in tools if category),
    )
    return _with_tasks(step, cells.get(TASKS, ""))


def _with_tasks(step: ListedStep, cell: str) -> ListedStep:
    lines = [(line.text, min(line.depth, 1)) for line in read_outline(cell)]
    return _step(step.name, step.lane, (*step.tasks, *lines), step.practices, step.tools)


def _lane(view: Snapshot, cell: str) -> str:
    """The activity of a cell such as ``Design and Transition (for design) (Step 3)``."""
    return lane_named(view, cell.partition("(")[0].partition(",")[0])
