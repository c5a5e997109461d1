"""What the lines of a pasted table mean: several of them may be the tasks of one step."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.commands.table.column import Column

Line = list[str | None]  # None where a line is shorter than others


def joined(lines: Sequence[Line], columns: Sequence[Column]) -> list[Line]:
    """Return one line a step where a table has one line a task.

    A line goes on with the step before when it says another task and nothing else that is new: the other
    cells repeat those of the line before, or are blank as below merged cells.
    """
    places = {column.id: place for place, column in enumerate(columns[: len(lines[0]) if lines else 0])}
    task = places.get("tasks")
    if task is None or "name" not in places:
        return list(lines)
    found: list[Line] = []
    last = ""
    for line in lines:
        text = line[task] or ""
        if found and text.strip() and text != last and _repeats(line, found[-1], task):
            found[-1][task] = f"{found[-1][task]}\n{text}"
        else:
            found.append(list(line))
        last = text
    return found


def _repeats(line: Line, before: Line, task: int) -> bool:
    """Whether a line says nothing new but its task; a step without tasks goes on in no line."""
    others = zip(line, before, range(len(line)), strict=True)
    return bool((before[task] or "").strip()) and all(
        not (text or "").strip() or text == known for text, known, place in others if place != task
    )
