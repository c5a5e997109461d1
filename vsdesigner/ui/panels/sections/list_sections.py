"""The base of the sections that show one list of a record."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.model.records import Record, Step
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.panels.sections.section import Section
from vsdesigner.ui.panels.sections.wording import called, change_label


def steps_of(records: Sequence[Record]) -> list[Step]:
    """Return the steps among records."""
    return [record for record in records if isinstance(record, Step)]


class ListSection(Section):
    """Base of sections that show one list of a step."""

    rows: RowList

    def forget(self) -> None:
        self.rows.cancel()
        self.rows.reset()

    def commit(self) -> None:
        self.rows.commit()

    def cancel(self) -> None:
        self.rows.cancel()

    @property
    def steps(self) -> list[Step]:
        return steps_of(self.records)

    def lists_label(self, before: int, after: int, adding: str, removing: str, what: str) -> str:
        """Return the name of an edit of the list; `adding` and `removing` are sentences with {name}."""
        records = self.records
        if len(records) == 1 and before != after:
            return (adding if after > before else removing).format(name=called(self.view, records[0]))
        return change_label(self.view, records, what)
