"""What the sheets of one export share: the document, the options, the styles, the rows made so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.archive import RowStore
from vsdesigner.exchange.excel.styles import StyleBook
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.registry import Cancelled

T = TypeVar("T")
_ROWS_BETWEEN_QUESTIONS = 200


@dataclass
class Book:
    """One export under way. `table_names` are those given so far, so that every table has its own."""

    view: Snapshot
    options: ExportOptions
    workbook: Workbook
    styles: StyleBook
    cancelled: Callable[[], bool]
    rows: dict[str, RowStore] = field(default_factory=dict)
    table_names: set[str] = field(default_factory=set)

    @property
    def paper(self) -> str:
        """The paper that the sheets are printed on: ``A4`` or ``Letter``."""
        return self.options.choice("paper", "A4")

    def new_sheet(self, title: str) -> tuple[Worksheet, RowStore]:
        """Add an empty sheet behind the others."""
        sheet = self.workbook.create_sheet(title)
        sheet.sheet_view.showGridLines = False
        self.rows[title] = RowStore()
        return sheet, self.rows[title]

    def stoppable(self, entries: Iterable[T]) -> Iterator[T]:
        """Yield `entries`; raises `Cancelled` on the way when the user gave up."""
        for index, entry in enumerate(entries):
            if index % _ROWS_BETWEEN_QUESTIONS == 0 and self.cancelled():
                raise Cancelled
            yield entry

    def table_name(self, name: str) -> str:
        """Return `name`, or ``name_2`` … when another table has it."""
        number, candidate = 1, name
        while candidate in self.table_names:
            number += 1
            candidate = f"{name}_{number}"
        self.table_names.add(candidate)
        return candidate


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """Where a sheet goes and what its title line and footer call it."""

    title: str  # of the sheet: the tab
    subject: str  # the method's name of the table, without the stream's prefix
    stream: str  # id
