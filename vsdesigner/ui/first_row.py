"""Where the keyboard stands in a list that it comes into: always on a row, so that it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QListView


def stand_on_a_row(rows: QListView) -> None:
    """Make the first row that can be chosen the current one when none is; nothing is selected by that."""
    choosable = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
    if rows.currentIndex().flags() & choosable == choosable:
        return
    model = rows.model()
    for number in range(model.rowCount()):
        index = model.index(number, 0)
        if index.flags() & choosable == choosable:
            rows.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            return
