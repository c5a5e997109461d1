"""Which cells are marked because a finding is about them."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.analysis.problems import Problems
from vsdesigner.commands.table.column import Column
from vsdesigner.commands.table.rows import Row

NAME = "name"  # id of the column that is always there
_LEVELS = (Level.ERROR, Level.WARNING)  # hints mark nothing, as on the drawing


class Marks:
    """The worst finding by record, field and part (a task, a role; empty for the field as a whole)."""

    def __init__(self) -> None:
        self._worst: dict[str, dict[tuple[str, str], Finding]] = {}

    def read(self, problems: Problems) -> None:
        """Take what is known to be wrong now."""
        self._worst = {}
        for finding in problems.findings:
            if finding.level in _LEVELS and not finding.unwritten:
                marks = self._worst.setdefault(finding.record, {})
                for key in {(finding.field, finding.part), (finding.field, "")}:
                    if key not in marks or not marks[key].level.reaches(finding.level):
                        marks[key] = finding

    def of(self, row: Row, column: Column) -> Finding | None:
        """Return the worst finding about the cell of a column that is not the name."""
        part = column.part or (row.task if column.by_task else "")
        return self._worst.get(row.step, {}).get((column.field, part))

    def about(self, step: str, shown: Sequence[Column]) -> Finding | None:
        """Return the worst about a step itself and about those of its fields that no column shows."""
        marks = self._worst.get(step)
        if not marks:
            return None
        elsewhere = {column.field for column in shown if column.id != NAME}
        found = [mark for (field, part), mark in marks.items() if not part and field not in elsewhere]
        return min(found, key=lambda mark: _LEVELS.index(mark.level), default=None)
