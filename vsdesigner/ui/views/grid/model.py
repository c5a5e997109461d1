"""What a grid asks of its model."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

#: Role of an index: the id of the step that its row belongs to, empty in a row that belongs to none.
STEP = Qt.ItemDataRole.UserRole + 1
#: Role of an index: the finding (`analysis.finding.Finding`) that marks the cell, or None.
FINDING = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """A table whose rows belong to steps. Subclasses answer `rowCount`, `columnCount`, `data` and
    `headerData` as any model does, and these:"""

    def row_of(self, step: str) -> int:
        """Return the first row that belongs to a step, -1 when none does."""
        raise NotImplementedError

    def step_of(self, row: int) -> str:
        """Return the step that a row belongs to, empty when none."""
        raise NotImplementedError
