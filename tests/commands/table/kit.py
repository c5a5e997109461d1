"""A table to write into: cells by the name of a step and the id of a column."""

from __future__ import annotations

import itertools

from vsdesigner.commands import streams
from vsdesigner.commands.table.cells import read_cell, write_cell
from vsdesigner.commands.table.column import Column
from vsdesigner.commands.table.columns import columns
from vsdesigner.commands.table.rows import Row, append_rows, rows
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step, Terminal


class Table:
    """The first stream of a document as a table; every verb is followed by its consequences."""

    def __init__(self, view: Snapshot | None = None) -> None:
        self.view = view or streams.new_document()
        self.stream = self.view.streams[0].id

    def draft(self) -> Draft:
        return Draft(self.view)

    def take(self, draft: Draft) -> None:
        self.view = complete(draft).view

    def column(self, id: str) -> Column:
        return next(column for column in columns(self.view) if column.id == id)

    def row(self, number: int, task: int | None = None) -> Row:
        step = self.step(number)
        return Row(step.id, "" if task is None else step.tasks[task].id)

    def step(self, number: int) -> Step:
        return self.view.steps(self.stream)[number - 1]

    def read(self, number: int, column: str, *, for_editing: bool = False, task: int | None = None) -> str:
        return read_cell(self.view, self.row(number, task), self.column(column), for_editing=for_editing)

    def write(self, number: int, column: str, text: str, *, task: int | None = None) -> None:
        draft = self.draft()
        write_cell(draft, self.row(number, task), self.column(column), text)
        self.take(draft)

    def append(self, *names: str) -> None:
        for name in names:
            draft = self.draft()
            (id,) = append_rows(draft, self.stream, 1)
            write_cell(draft, Row(id), self.column("name"), name)
            self.take(draft)

    @property
    def names(self) -> list[str]:
        return [self.view.get(row.step, Step).name for row in rows(self.view, self.stream)]

    @property
    def ways(self) -> set[tuple[str, str]]:
        """Every flow as the names of what it leads from and to."""
        return {(self._name(flow.source), self._name(flow.target)) for flow in self.view.flows(self.stream)}

    def _name(self, id: str) -> str:
        record = self.view.find(id)
        return record.kind.value if isinstance(record, Terminal) else self.view.get(id, Step).name


def table(*names: str) -> Table:
    """A chain of steps with these names between demand and value."""
    made = Table()
    made.append(*names)
    return made


def chain(*names: str) -> set[tuple[str, str]]:
    """The flows of a plain chain from demand to value."""
    ends = ("demand", *names, "value")
    return set(itertools.pairwise(ends))
