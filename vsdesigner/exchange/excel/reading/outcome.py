"""What reading a workbook hands back: two documents, where they come from, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say


class Origin(StrEnum):
    """What kind of workbook it was."""

    OWN = "own"  # written by this program, with the document inside
    METHOD = "method"  # another one with the headers of the method's tables
    VISIO = "visio"  # laid out for Visio's Data Visualizer


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the workbook that could not be taken over; `row` 0 means the whole sheet.

    `column` is the header over the cell, empty when it is about the whole row.
    """

    sheet: str
    row: int
    reason: str
    column: str = ""

    @property
    def text(self) -> str:
        """Return the reason with its place before it."""
        if not self.row:
            return say("Sheet “{sheet}”: {reason}").format(sheet=self.sheet, reason=self.reason)
        if not self.column:
            return say("Sheet “{sheet}”, row {row}: {reason}").format(
                sheet=self.sheet, row=self.row, reason=self.reason
            )
        return say("Sheet “{sheet}”, row {row}, column “{column}”: {reason}").format(
            sheet=self.sheet, row=self.row, column=self.column, reason=self.reason
        )


class Problems:
    """Collects problems, each once, and not more of them than somebody can read."""

    MOST = 1_000
    LONGEST = 60  # characters of a header

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}
        self._spare = 0

    def add(self, sheet: str, row: int, reason: str, column: str = "") -> None:
        """Note one; `column` is the header over the cell."""
        if len(self._found) < self.MOST:
            words = " ".join(column.split())[: self.LONGEST]
            self._found.setdefault(Problem(sheet, row, reason, words))
        else:
            self._spare += 1

    def found(self) -> tuple[Problem, ...]:
        """Return them in the order in which they were met."""
        listed = tuple(self._found)
        if not self._spare:
            return listed
        words = say("{count:,} more rows were not understood.").format(count=self._spare)
        return (*listed, Problem(listed[-1].sheet, 0, words))


@dataclass(frozen=True, slots=True)
class WorkbookImport:
    """A workbook as a merge takes it: `theirs` is `base` with what the cells say.

    For a workbook of ours `base` is the document that it carries, drawn as the open document is where both
    have the same things, so that the drawing is no matter of the merge. For others `base` is the open
    document, or an empty one, and `theirs` has the `streams` (ids) that were read on top.
    """

    origin: Origin
    base: Snapshot
    theirs: Snapshot
    streams: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def has_changes(self) -> bool:
        """Say whether the cells say anything that the base does not."""
        return self.base != self.theirs
