"""What the rows of the Tables view are sorted and filtered by; their order in the document stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vsdesigner.commands.raci import ACCOUNTABLE
from vsdesigner.commands.table.cells import read_cell
from vsdesigner.commands.table.column import Column, Kind
from vsdesigner.commands.table.rows import Row
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of
from vsdesigner.model.parts import Calendar, Duration, TimeUnit
from vsdesigner.model.records import Lane, Step, Stream

_DIGITS = re.compile(r"(\d{1,18})")

Part = tuple[int, float, str]  # numbers before text
Key = tuple[bool, tuple[Part, ...]]  # what is empty comes last


def sort_key(view: Snapshot, row: Row, column: Column) -> Key:
    """Return what a row is sorted by in a column, to be compared with keys of the same column only.

    Numbers, shares and times count by value, activities in the order of the lanes, letters with the
    accountable ones first, all else as text without regard to case, with numbers in it by value.
    """
    step = view.get(row.step, Step)
    by_value = _BY_VALUE.get(column.kind) or _BY_VALUE.get(column.id)
    values = by_value(view, step, column) if by_value else None
    if values is not None:
        return not values, tuple((0, value, "") for value in values)
    text = read_cell(view, row, column).casefold().lstrip("– ")
    return not text, _natural(text)


def matches(view: Snapshot, row: Row, columns: Sequence[Column], words: str) -> bool:
    """Whether each of the words stands somewhere in the cells of a row, without regard to case."""
    wanted = words.casefold().split()
    if not wanted:
        return True
    text = "\n".join(read_cell(view, row, column) for column in columns).casefold()
    return all(word in text for word in wanted)


def _natural(text: str) -> tuple[Part, ...]:
    parts = _DIGITS.split(text)
    return tuple(
        (0, float(part), "") if index % 2 else (1, 0.0, part) for index, part in enumerate(parts) if part
    )


def _number(view: Snapshot, step: Step, _column: Column) -> Sequence[float]:
    return (view.number(step.id),)


def _percent(_view: Snapshot, step: Step, _column: Column) -> Sequence[float]:
    return () if step.complete_and_accurate is None else (step.complete_and_accurate,)


def _time(view: Snapshot, step: Step, column: Column) -> Sequence[float]:
    duration: Duration | None = getattr(step, column.field)
    if duration is None:
        return ()
    bounds = [value for value in (duration.minimum, duration.maximum) if value is not None]
    usual = duration.likely if duration.likely is not None else sum(bounds) / len(bounds) if bounds else None
    if usual is None:
        return ()
    return (usual * _hours(duration.unit, view.get(step.stream, Stream).calendar),)


def _hours(unit: TimeUnit, calendar: Calendar) -> float:
    day = calendar.hours_per_day
    return {
        TimeUnit.MINUTES: 1 / 60,
        TimeUnit.HOURS: 1.0,
        TimeUnit.DAYS: day,
        TimeUnit.WEEKS: day * calendar.days_per_week,
    }[unit]


def _activity(view: Snapshot, step: Step, _column: Column) -> Sequence[float]:
    lane = next((index for index, lane in enumerate(view.lanes) if lane.id == step.lane), len(view.lanes))
    halves = [half.id for half in view.get(step.lane, Lane).facets]
    half = halves.index(step.facet) + 1 if step.facet in halves else 0
    return lane, half, view.number(step.id)


def _letters(view: Snapshot, step: Step, column: Column) -> Sequence[float]:
    """The place of each letter in the set, the accountable one before all."""
    rank = {entry.letter: index for index, entry in enumerate(view.settings.raci_letters)}
    held = [letter for letter in letters_of(step.raci, column.part).split("/") if letter]
    return [-1 if letter == ACCOUNTABLE else rank.get(letter, len(rank)) for letter in held]


_BY_VALUE: dict[str, Callable[[Snapshot, Step, Column], Sequence[float]]] = {
    Kind.TIME: _time,
    Kind.PERCENT: _percent,
    Kind.ACTIVITY: _activity,
    Kind.LETTERS: _letters,
    "number": _number,
}
