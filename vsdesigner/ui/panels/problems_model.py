"""The findings of the document as rows: under a heading for each level, those that match the filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.panels.signs import level_words
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.session import Session

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """Stands above the findings of a level."""

    level: Level
    text: str


Row = Heading | Finding


class ProblemsModel(QAbstractListModel):
    """Rows are headings and findings; only findings can be chosen."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words: tuple[str, ...] = ()
        self._rows: list[Row] = []
        session.problems_changed.connect(self.reload)
        self.reload()

    def set_filter(self, text: str) -> None:
        """Show the findings whose text holds all these words, in upper or lower case."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self.reload()

    def reload(self) -> None:
        """Show what is known now."""
        rows: list[Row] = []
        for level in Level:
            found = [
                finding
                for finding in self._session.problems.findings
                if finding.level is level and self._fits(finding)
            ]
            if found:
                rows += [Heading(level, level_words(level, len(found))), *found]
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return what stands in a row."""
        return self._rows[number]

    def row_of(self, finding: Finding) -> int:
        """Return the row of a finding, -1 when it is not listed."""
        return self._rows.index(finding) if finding in self._rows else -1

    # -- what Qt asks -----------------------------------------------------------------------------------
    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(row.text.split())
        if isinstance(row, Finding):
            if role == Qt.ItemDataRole.ToolTipRole:
                return escape_tooltip(f"{row.text}\n{row.why}")
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{level_words(row.level, 1)}: {row.text} {row.why}"
        return None

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(ROW_ROLE), Finding):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled

    def _fits(self, finding: Finding) -> bool:
        text = f"{finding.text} {finding.check}".casefold()
        return all(word in text for word in self._words)
