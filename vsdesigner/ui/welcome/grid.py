"""Tiles in rows that fill the width, walked through with the arrows; for Tab they are one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.welcome.tile import Tile

GAP = 16  # px between tiles
Key = Qt.Key


class Grid(QWidget):
    """Lays out equal tiles: as many in a row as fit, of at least `least` px and at most `most` in a row."""

    arranged = Signal()  # tiles have another size
    #: The arrows want to go on beyond the last row (1) or the first (-1): direction, column.
    passed = Signal(int, int)

    def __init__(self, least: int, most: int, height_for: Callable[[int], int], gap: int = GAP) -> None:
        super().__init__()
        self._least, self._most, self._gap = least, most, gap
        self._height_for = height_for
        self._columns = 1
        self._width = least
        self.tiles: list[Tile] = []

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these instead of what there was."""
        for old in self.tiles:
            old.hide()
            old.deleteLater()
        self.tiles = list(tiles)
        before: QWidget | None = None
        for tile in self.tiles:
            tile.setParent(self)
            tile.step_wanted.connect(self._on_step)
            tile.looked_at.connect(self._on_looked_at)
            tile.show()
            if before is not None:
                QWidget.setTabOrder(before, tile)
            before = tile
        self._stop_at(self.tiles[0] if self.tiles else None)
        self._arrange()

    def drop(self, tile: Tile) -> None:
        """Take a tile out; the keyboard goes to its neighbour."""
        if tile not in self.tiles:
            return
        at, had_focus = self.tiles.index(tile), tile.hasFocus()
        self.tiles.remove(tile)
        neighbour = self.tiles[min(at, len(self.tiles) - 1)] if self.tiles else None
        self._stop_at(neighbour)
        if had_focus and neighbour is not None:
            neighbour.setFocus(Qt.FocusReason.OtherFocusReason)
        tile.hide()
        tile.deleteLater()
        self._arrange()

    def focus_row(self, at_end: bool, column: int) -> bool:
        """Give the keyboard to the tile in this column of the first or the last row; False without tiles."""
        if not self.tiles:
            return False
        first = (len(self.tiles) - 1) // self._columns * self._columns if at_end else 0
        self._focus(min(first + min(column, self._columns - 1), len(self.tiles) - 1))
        return True

    # -- walking ----------------------------------------------------------------------------------------
    def _on_step(self, tile: Tile, key: int) -> None:
        at, last = self.tiles.index(tile), len(self.tiles) - 1
        column, row = at % self._columns, at // self._columns
        if key == Key.Key_Home:
            self._focus(0)
        elif key == Key.Key_End:
            self._focus(last)
        elif key in (Key.Key_Left, Key.Key_Right):
            self._focus(max(0, min(last, at + (1 if key == Key.Key_Right else -1))))
        elif key == Key.Key_Up and row > 0:
            self._focus(at - self._columns)
        elif key == Key.Key_Down and row < last // self._columns:
            self._focus(min(last, at + self._columns))
        else:
            self.passed.emit(1 if key == Key.Key_Down else -1, column)

    def _focus(self, at: int) -> None:
        self.tiles[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_looked_at(self, tile: Tile) -> None:
        if tile.hasFocus():
            self._stop_at(tile)

    def _stop_at(self, chosen: Tile | None) -> None:
        """Let Tab come back to where the keyboard was."""
        for tile in self.tiles:
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            tile.setFocusPolicy(strong if tile is chosen else click)

    # -- laying out -------------------------------------------------------------------------------------
    def fit(self, width: int) -> None:
        """Be so wide (px), and as high as that needs.

        Not what the surroundings leave: a scroll bar that comes because the tiles are high would make them
        narrower and lower, go for that, and come again.
        """
        if width != self._width:
            self._width = width
            self._arrange()

    def _arrange(self) -> None:
        room = self._width
        self._columns = max(1, min(self._most, (room + self._gap) // (self._least + self._gap)))
        wide = (room - (self._columns - 1) * self._gap) // self._columns
        high = self._height_for(wide)
        for at, tile in enumerate(self.tiles):
            row, column = divmod(at, self._columns)
            left = column * (wide + self._gap)
            if self.isRightToLeft():
                left = room - wide - left
            tile.setGeometry(QRect(left, row * (high + self._gap), wide, high))
        rows = -(-len(self.tiles) // self._columns)
        self.setFixedSize(room, max(0, rows * (high + self._gap) - self._gap))
        self.arranged.emit()
