"""Which rows are shown and in which order: sorting and filtering change what one sees, never the stream."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vsdesigner.commands.table.column import Column
from vsdesigner.commands.table.order import matches, sort_key
from vsdesigner.commands.table.rows import Row
from vsdesigner.document.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Sorting:
    """Rows sorted by a column (id), perhaps from the end."""

    column: str
    backwards: bool = False

    def next(self) -> Sorting | None:
        """Return what the next click on the same header asks for: the other way round, then none."""
        return None if self.backwards else Sorting(self.column, backwards=True)


def arranged(
    view: Snapshot,
    rows: Iterable[Row],
    columns: Sequence[Column],
    words: str,
    sorting: Sorting | None,
) -> list[Row]:
    """Return the rows that all words are found in, sorted; empty cells come last both ways."""
    found = [row for row in rows if not words or matches(view, row, columns, words)]
    column = next((each for each in columns if sorting and each.id == sorting.column), None)
    if sorting is None or column is None:
        return found
    keyed = [(sort_key(view, row, column), row) for row in found]
    filled = [(parts, row) for (empty, parts), row in keyed if not empty]
    filled.sort(key=lambda pair: pair[0], reverse=sorting.backwards)
    return [row for _, row in filled] + [row for (empty, _), row in keyed if empty]


def kept(shown: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """Return the rows that are shown already as they stand, and behind them those that have come.

    What is edited while the table is sorted or filtered stays where it is: nothing jumps under the hand.
    """
    present = set(rows)
    before = [row for row in shown if row in present]
    known = set(shown)
    return before + [row for row in rows if row not in known]


def turned(rows: Sequence[Row], shown: Sequence[Row]) -> list[Row]:
    """Return rows with that of a step which got its first task as the row of this task: it stays in place."""
    first: dict[str, Row] = {}
    for row in shown:
        first.setdefault(row.step, row)
    return [row if row.task else first.get(row.step, row) for row in rows]
