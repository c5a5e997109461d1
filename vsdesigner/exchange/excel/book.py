"""What the sheets of one export share: the document, the options, the styles, the rows made so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.analysis.findings import Finding, find_all
from vsdesigner.analysis.times import StreamTimes, stream_times
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.excel.archive import RowStore
from vsdesigner.exchange.excel.styles import StyleBook
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.registry import Cancelled
from vsdesigner.model.records import Stream

T = TypeVar("T")
_ROWS_BETWEEN_QUESTIONS = 200


@dataclass
class Book:
    """One export under way, made at `moment` (UTC). `plans` are the sheets that people see, in order.

    `table_names` are those given so far, so that every table has its own; `places` says in which sheet and
    row a record stands first.
    """

    view: Snapshot
    streams: Sequence[Stream]
    moment: datetime
    options: ExportOptions
    workbook: Workbook
    styles: StyleBook
    cancelled: Callable[[], bool]
    rows: dict[str, RowStore] = field(default_factory=dict)
    table_names: set[str] = field(default_factory=set)
    plans: Sequence[SheetPlan] = ()
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    _times: dict[str, StreamTimes] = field(default_factory=dict)

    @property
    def paper(self) -> str:
        """The paper that the sheets are printed on: ``A4`` or ``Letter``."""
        return self.options.choice("paper", "A4")

    @property
    def name(self) -> str:
        """What the workbook is about: the titles of its streams."""
        return ", ".join(map(stream_title, self.streams))

    def name_of(self, plan: SheetPlan) -> str:
        """Return the title of the stream that a sheet is about, or of the workbook."""
        return stream_title(self.view.get(plan.stream, Stream)) if plan.stream else self.name

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """What the checks find in the document."""
        return find_all(self.view)

    def times(self, stream: str) -> StreamTimes:
        """Return the times of a stream."""
        if stream not in self._times:
            self._times[stream] = stream_times(self.view, stream)
        return self._times[stream]

    def plan_of(self, kind: str, stream: str = "") -> SheetPlan | None:
        """Return the sheet of a kind, if there is one in this workbook."""
        return next((plan for plan in self.plans if plan.kind == kind and plan.stream == stream), None)

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
    stream: str  # id, empty for what is about the whole workbook
    kind: str = ""  # id of the choice
