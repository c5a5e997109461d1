"""Reads and writes cells, one or a block of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vsdesigner.commands.table.column import Column
from vsdesigner.commands.table.rows import Row
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that did not take its text, and the sentence that says why."""

    row: Row
    column: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a block did: the rows it fell on (made ones too) and what was refused."""

    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...]


def read_cell(view: Snapshot, row: Row, column: Column, *, for_editing: bool = False) -> str:
    """Return what a cell says: in a row of a task the `by_task` columns say that task only."""
    raise NotImplementedError


def write_cell(draft: Draft, row: Row, column: Column, text: str) -> None:
    """Write one cell; raises `CellError` and changes nothing when the text is not understood."""
    raise NotImplementedError


def write_block(
    draft: Draft, stream: str, rows: Sequence[Row], columns: Sequence[Column], texts: Sequence[Sequence[str]]
) -> Written:
    """Write a block of texts onto rows and columns, as a spreadsheet pastes.

    `rows` and `columns` are those shown from the upper left cell on. A single text fills all of them; a block
    that divides the rows evenly repeats; more lines of text than rows append steps at the end. What a cell
    refuses is left out and told, the others are written. Fixed columns are passed over.
    """
    raise NotImplementedError
