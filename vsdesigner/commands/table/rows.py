"""The rows of the Tables view, and the verbs on whole rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Row:
    """A step, or in the layout of one row a task one of its tasks (`task` is empty for a step without)."""

    step: str
    task: str = ""


def rows(view: Snapshot, stream: str, *, by_task: bool = False) -> tuple[Row, ...]:
    """Return the rows in the order of the steps' numbers (and of the tasks)."""
    raise NotImplementedError


def append_row(draft: Draft, stream: str, after: str = "") -> str:
    """Add a step behind the step `after` (behind all others when empty) and lead the flow through it.

    In an empty stream it is connected from demand and to value; at the end of a chain it is put between the
    last step and value; in the middle the flow from `after` to its one follower leads through it, and it is
    only hung on when there are several. It stands in the activity of the step before. Returns its id.
    """
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
    raise NotImplementedError
