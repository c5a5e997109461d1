"""Where the keys lead in a grid: to neighbours, along a row and back below its start, to the edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QKeyEvent

from vsdesigner.ui.editors import keys

if TYPE_CHECKING:
    from vsdesigner.ui.views.grid.grid import Grid

Flag = QItemSelectionModel.SelectionFlag
Key, Modifier = Qt.Key, Qt.KeyboardModifier

_ARROWS: dict[int, tuple[int, int]] = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}
_ENDS: dict[int, int] = {Key.Key_Home: -1, Key.Key_End: 1}
_TABS = (Key.Key_Tab, Key.Key_Backtab)
_MOVING = (*_ARROWS, *_ENDS, *_TABS, *keys.ENTER, Key.Key_PageUp, Key.Key_PageDown)


class Moves:
    """Moves the current cell of a grid; remembers where a run of Tabs began."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._began = -1  # the column in which a run of Tabs began
        self._own = False

    def on_moved(self) -> None:
        """Another cell is the current one: whoever went there otherwise begins afresh."""
        if not self._own:
            self._began = -1

    # -- keys -------------------------------------------------------------------------------------------
    def act(self, event: QKeyEvent) -> bool:
        """Do what a key means in a grid; False when Qt's own table knows better."""
        key, held = event.key(), event.modifiers()
        shifted, control = bool(held & Modifier.ShiftModifier), bool(held & Modifier.ControlModifier)
        if key in keys.ENTER and not held & ~(Modifier.ShiftModifier | Modifier.KeypadModifier):
            self.enter(-1 if shifted else 1)
        elif key in _TABS:
            self.tab(-1 if key == Key.Key_Backtab else 1)
        elif key in _ARROWS and control and not _alt(event):
            self.jump(*_ARROWS[key], extending=shifted)
        elif key in _ENDS and not _alt(event):
            self.jump(_ENDS[key], _ENDS[key] if control else 0, extending=shifted)
        elif key == Key.Key_Space and (shifted or control):
            self.select_whole(rows=shifted)
        elif key == Key.Key_Down and self._is_last_row() and not held:
            self._grid.left_below.emit()
        else:
            return False
        return True

    def collapse(self, event: QKeyEvent) -> None:
        """A key that moves leaves only the cell arrived at selected, unless Shift extends what is selected.

        Qt leaves the selection where it is when Ctrl is held, or when there was nowhere to go.
        """
        grid, key = self._grid, event.key()
        extends = event.modifiers() & Modifier.ShiftModifier and key not in (*_TABS, *keys.ENTER)
        if key not in _MOVING or extends or _alt(event) or grid.is_editing:
            return
        current, chosen = grid.currentIndex(), grid.selectionModel().selection()
        if current.isValid() and (
            chosen.count() != 1 or chosen.at(0).topLeft() != chosen.at(0).bottomRight()
        ):
            grid.selectionModel().select(current, Flag.ClearAndSelect)

    def _is_last_row(self) -> bool:
        index = self._grid.currentIndex()
        return index.isValid() and index.row() == self._grid.cells.rowCount() - 1

    def _go(self, row: int, column: int) -> None:
        """Go to a cell; whoever comes to the frozen columns from others sees the table from its start."""
        grid = self._grid
        came = grid.currentIndex().column() != column
        grid.go_to(row, column)
        if came:
            self._scroll_home(column)

    def _scroll_home(self, column: int) -> None:
        frozen, bar = self._grid.frozen, self._grid.horizontalScrollBar()
        if column == self._shown()[0] or (frozen is not None and frozen.holds(column)):
            bar.setValue(bar.minimum())

    # -- ways -------------------------------------------------------------------------------------------
    def step(self, across: int, down: int) -> None:
        """Go to a neighbour of the current cell; across the end of a row into the next one."""
        grid, model, index = self._grid, self._grid.cells, self._grid.currentIndex()
        if not index.isValid():
            return
        row, column = index.row() + down, index.column() + across
        while 0 <= column < model.columnCount() and grid.isColumnHidden(column):
            column += across or 1
        if column >= model.columnCount():
            row, column = row + 1, self._shown()[0]
        elif column < 0:
            row, column = row - 1, self._shown()[-1]
        if row >= model.rowCount():
            grid.left_below.emit()
        elif row >= 0:
            self._own = True
            self._go(row, column)
            self._own = False

    def tab(self, by: int) -> None:
        """Go to the side; Enter leads back to below where the first of several Tabs began."""
        before = self._grid.currentIndex()
        began, row = self._began if self._began >= 0 else before.column(), before.row()
        self.step(by, 0)
        self._began = began if self._grid.currentIndex().row() == row else -1

    def enter(self, by: int) -> None:
        """Go down (1) or up (-1)."""
        grid, began, row = self._grid, self._began, self._grid.currentIndex().row()
        self.step(0, by)
        if began >= 0 and grid.currentIndex().row() != row:
            self._go(grid.currentIndex().row(), began)
        self._began = -1

    def jump(self, across: int, down: int, *, extending: bool = False) -> None:
        """Go to the edge of the table in a direction, taking what lies between along when `extending`."""
        grid, model, index = self._grid, self._grid.cells, self._grid.currentIndex()
        if not index.isValid():
            return
        row, column = index.row(), index.column()
        if down:
            row = model.rowCount() - 1 if down > 0 else 0
        if across:
            column = self._shown()[-1 if across > 0 else 0]
        if not extending:
            grid.go_to(row, column)
            if across:
                self._scroll_home(column)
            return
        block, target = grid.selected_block(), model.index(row, column)
        # The corner opposite to the current cell stays.
        fixed_row = block.top() if index.row() == block.bottom() else block.bottom()
        fixed_column = block.left() if index.column() == block.right() else block.right()
        upper = model.index(min(fixed_row, row), min(fixed_column, column))
        lower = model.index(max(fixed_row, row), max(fixed_column, column))
        grid.selectionModel().setCurrentIndex(target, Flag.NoUpdate)
        grid.selectionModel().select(QItemSelection(upper, lower), Flag.ClearAndSelect)
        grid.scrollTo(target)

    def select_whole(self, *, rows: bool) -> None:
        """Select all of the rows, or columns, in which something is selected."""
        grid, model, block = self._grid, self._grid.cells, self._grid.selected_block()
        if not block.isValid():
            return
        if rows:
            block = QRect(0, block.top(), model.columnCount(), block.height())
        else:
            block = QRect(block.left(), 0, block.width(), model.rowCount())
        first, last = model.index(block.top(), block.left()), model.index(block.bottom(), block.right())
        grid.selectionModel().select(QItemSelection(first, last), Flag.ClearAndSelect)

    def _shown(self) -> list[int]:
        """The columns that are shown; the first one when all are hidden."""
        grid = self._grid
        return [at for at in range(grid.cells.columnCount()) if not grid.isColumnHidden(at)] or [0]


def _alt(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Modifier.AltModifier | Modifier.MetaModifier))
