"""Gives every row the height of its longest text: those in sight at once, the others while nobody waits."""

from __future__ import annotations

import time
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from vsdesigner.commands.table.rows import Row
from vsdesigner.ui.views.grid.grid import Grid
from vsdesigner.ui.views.tables.looks import Looks
from vsdesigner.ui.views.tables.model import NEW, TableModel

AT_ONCE = 0.006  # s of measuring between two events
PAUSE = 8  # ms until the next go
REST = 80  # ms after somebody scrolled
BELOW = 3  # rows below those in sight that are measured with them


class RowHeights(QObject):
    """Keeps the heights of a grid's rows true to their texts and to the widths of the columns."""

    def __init__(self, grid: Grid, model: TableModel) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self.looks = Looks(grid.scale)
        self._known: dict[Row, int] = {}
        self._next = 0
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._go_on)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.measure)
        model.rearranged.connect(self.follow)
        model.rows_changed.connect(self.measure_rows)
        grid.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_scale(self, scale: float) -> None:
        """Write and measure at another scale."""
        self.looks = Looks(scale)
        self._known.clear()
        self.measure()

    def follow(self) -> None:
        """Other rows or columns stand here: give those known before their height, measure all again."""
        known, model = self._known, self._model
        least = self.looks.least
        self._grid.set_row_heights({at: known.get(model.row_at(at), least) for at in range(model.rowCount())})
        self.measure()

    def measure_soon(self) -> None:
        """Measure all again when what is going on is over: a column is being dragged."""
        self._soon.start()

    def measure(self) -> None:
        """Measure the rows in sight now and all others in a while."""
        self._soon.stop()
        self._next = 0
        self._measure_sight()
        self._timer.start(PAUSE)

    def measure_rows(self, places: Iterable[int]) -> None:
        """The texts of these rows are others."""
        self._grid.set_row_heights({at: self._height(at) for at in places})

    @property
    def is_done(self) -> bool:
        """Whether every row has its height."""
        return not self._timer.isActive() and not self._soon.isActive()

    # -- inside -----------------------------------------------------------------------------------------
    def _measure_sight(self) -> None:
        grid = self._grid
        first = max(0, grid.rowAt(0))
        # Rows become higher as they are measured: each time fewer of them are in sight.
        last = first + max(8, grid.viewport().height() // self.looks.least)
        self.measure_rows(range(first, min(last + 1, self._model.rowCount())))

    def _on_scrolled(self) -> None:
        if self._timer.isActive():
            self._timer.start(REST)  # whoever scrolls is not kept waiting by rows that are out of sight
            first = max(0, self._grid.rowAt(0))
            last = self._grid.rowAt(self._grid.viewport().height() - 1)
            last = min(self._model.rowCount(), (last if last >= 0 else first) + BELOW)
            fresh = [at for at in range(first, last) if self._model.row_at(at) not in self._known]
            if fresh:
                self.measure_rows(fresh)

    def _go_on(self) -> None:
        """Measure for a moment; what one looks at stays where it is."""
        self._timer.setInterval(PAUSE)
        count, start = self._model.rowCount(), time.perf_counter()
        heights: dict[int, int] = {}
        while self._next < count and time.perf_counter() - start < AT_ONCE:
            heights[self._next] = self._height(self._next)
            self._next += 1
        changed = {at: height for at, height in heights.items() if self._grid.rowHeight(at) != height}
        if changed:
            self._stay_while(changed)
        if self._next >= count:
            self._timer.stop()

    def _stay_while(self, changed: dict[int, int]) -> None:
        grid, bar = self._grid, self._grid.verticalScrollBar()
        top = grid.rowAt(0)
        before = grid.rowViewportPosition(top) if top > 0 else 0
        grid.set_row_heights(changed)
        if top > 0:
            bar.setValue(bar.value() + grid.rowViewportPosition(top) - before)

    def _height(self, place: int) -> int:
        row, model, grid = self._model.row_at(place), self._model, self._grid
        if row is NEW:
            width = self.looks.text_width(grid.columnWidth(0), model.columns[0].kind)
            return self.looks.height(self.looks.plain.height(model.hint(place, 0), width))
        lines = 0.0
        for at, column in enumerate(model.columns):
            text = model.text(place, at)
            if text and not model.is_repeated(place, at):
                width = self.looks.text_width(grid.columnWidth(at), column.kind)
                lines = max(lines, self.looks.wrapper(column.id).height(text, width))
        found = self._known[row] = self.looks.height(lines)
        return found
