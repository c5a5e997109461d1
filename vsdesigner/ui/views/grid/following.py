"""Keeps the selected rows of a grid and the session's selected steps the same."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QObject, QTimer

from vsdesigner.model.records import Step
from vsdesigner.ui.session import Session
from vsdesigner.ui.views.grid.grid import Flag, Grid, ranges


class SelectionFollower(QObject):
    """What is selected in the grid is selected everywhere, and the other way round.

    Selecting elsewhere selects whole rows, or for a single step its cell in the current column.
    """

    def __init__(self, session: Session, grid: Grid, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._grid = grid
        self._busy = False
        # A drag over cells changes the selection with every pixel; the others hear of it once an event.
        self._tell = QTimer(self, singleShot=True, interval=0)
        self._tell.timeout.connect(self.tell)
        session.selection_changed.connect(self.listen)
        session.reveal_requested.connect(self._on_reveal)

    def watch(self) -> None:
        """Watch the selection of the grid's present model; call it once after `setModel`."""
        selection = self._grid.selectionModel()
        selection.selectionChanged.connect(self._on_cells)
        selection.currentChanged.connect(self._on_cells)

    def tell(self) -> None:
        """Tell the session which steps are selected here."""
        self._tell.stop()
        if self._busy or not self._grid.isVisible():
            return
        steps = self._steps()
        # A row of no step (the one that adds) selects nothing; where no cell is selected nothing is said.
        if steps or self._grid.selectionModel().hasSelection():
            self._busy = True
            try:
                self._session.select(steps)
            finally:
                self._busy = False

    def listen(self) -> None:
        """Select the rows of the steps that the session says."""
        if self._busy:
            return
        wanted = [record.id for record in self._session.selected if isinstance(record, Step)]
        if not wanted or wanted == self._steps():
            return
        self._busy = True
        try:
            self._select(wanted)
        finally:
            self._busy = False

    def _on_cells(self) -> None:
        if not self._busy:
            self._tell.start()

    def _on_reveal(self) -> None:
        self.listen()
        index = self._grid.currentIndex()
        if index.isValid():
            self._grid.scrollTo(index)

    def _steps(self) -> list[str]:
        """The steps of the selected rows, each once, from top to bottom."""
        cells, grid = self._grid.cells, self._grid
        rows: set[int] = set()
        for found in ranges(grid.selectionModel().selection()):
            rows.update(range(found.top(), found.bottom() + 1))
        return list(dict.fromkeys(step for row in sorted(rows) if (step := cells.step_of(row))))

    def _select(self, steps: list[str]) -> None:
        cells, grid = self._grid.cells, self._grid
        rows = [row for step in steps if (row := cells.row_of(step)) >= 0]
        if not rows:
            return
        column = max(0, grid.currentIndex().column())
        first = cells.index(rows[0], column)
        model = grid.selectionModel()
        if len(rows) == 1:
            if cells.step_of(grid.currentIndex().row()) != steps[0]:
                model.setCurrentIndex(first, Flag.ClearAndSelect)
            else:
                model.select(grid.currentIndex(), Flag.ClearAndSelect)
            return
        model.setCurrentIndex(first, Flag.NoUpdate)
        selection = QItemSelection()
        last = cells.columnCount() - 1
        for top, bottom in _runs(sorted(rows)):
            selection.select(cells.index(top, 0), cells.index(bottom, last))
        model.select(selection, Flag.ClearAndSelect)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """First and last of the rows that stand together: Qt slows down with each block of a selection."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
