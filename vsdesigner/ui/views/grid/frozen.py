"""The first columns of a grid, shown a second time above it so that they stay when it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.views.grid.model import Index

if TYPE_CHECKING:
    from vsdesigner.ui.views.grid.grid import Grid

EDGE = 1  # px of the line at its right


class FrozenColumns(QTableView):
    """Shares model, selection and row heights with its grid, which keeps the keyboard."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._count = 0
        self.setObjectName("frozen_columns")
        self.setProperty("role", "frozen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(grid)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(grid.verticalHeader().minimumSectionSize())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.setEditTriggers(grid.editTriggers())
        self.setSelectionMode(grid.selectionMode())
        bar = grid.verticalScrollBar()
        bar.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(bar.setValue)
        grid.verticalHeader().sectionResized.connect(self._on_row)
        grid.horizontalHeader().sectionResized.connect(self._on_column)
        self.horizontalHeader().sectionResized.connect(self._on_own_column)
        self.hide()

    def set_count(self, count: int) -> None:
        """Freeze this many columns; none hides it."""
        self._count = count
        self.follow()

    def holds(self, column: int) -> bool:
        """Whether a column is frozen."""
        return column < self._count

    def follow(self) -> None:
        """Look like the grid and stand over its first columns."""
        grid, model = self._grid, self._grid.model()
        if model is None or not self._count:
            self.hide()
            return
        if self.model() is not model:
            self.setModel(model)
            self.setSelectionModel(grid.selectionModel())
        self.setFont(grid.font())
        self.horizontalHeader().setStyleSheet(grid.horizontalHeader().styleSheet())
        self.horizontalHeader().setFixedHeight(grid.horizontalHeader().height())
        self.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
        for column in range(model.columnCount()):
            hidden = column >= self._count or grid.isColumnHidden(column)
            self.setColumnHidden(column, hidden)
            if not hidden:
                self.setColumnWidth(column, grid.columnWidth(column))
        grid.set_row_heights({row: grid.rowHeight(row) for row in range(model.rowCount())})
        self._place()
        self.verticalScrollBar().setValue(grid.verticalScrollBar().value())

    def _place(self) -> None:
        grid = self._grid
        shown = range(min(self._count, self.model().columnCount()))
        wide = sum(grid.columnWidth(column) for column in shown if not grid.isColumnHidden(column))
        left = grid.frameWidth() + grid.verticalHeader().width() * (not grid.verticalHeader().isHidden())
        room = grid.viewport().width()
        # Over a window that is too narrow for anything else the columns scroll as the others do.
        self.setVisible(0 < wide < room * 2 // 3)
        self.setGeometry(
            left,
            grid.frameWidth(),
            wide + EDGE,
            grid.viewport().height() + grid.horizontalHeader().height(),
        )
        self.raise_()

    def open_editor_widget(self) -> QWidget | None:
        """Return the editor that is open in a frozen column."""
        if self.state() != QAbstractItemView.State.EditingState:
            return None
        return self.indexWidget(self.currentIndex())

    def _on_row(self, row: int, _before: int, height: int) -> None:
        if self.model() is not None:
            self.setRowHeight(row, height)

    def _on_column(self, column: int, _before: int, width: int) -> None:
        if self.model() is not None and self.holds(column):
            self.setColumnWidth(column, width)
            self._place()

    def _on_own_column(self, column: int, _before: int, width: int) -> None:
        if self.holds(column) and width and self._grid.columnWidth(column) != width:
            self._grid.setColumnWidth(column, width)

    @guarded
    def currentChanged(self, current: Index, previous: Index) -> None:
        self._grid.is_left_behind = True
        super().currentChanged(current, previous)
        self._grid.is_left_behind = False

    @guarded
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._grid.setFocus()
        self._grid.move_on(hint)

    @guarded(default=False)
    def edit(  # type: ignore[override]  # Qt has it twice under one name
        self, index: Index, trigger: QAbstractItemView.EditTrigger, event: QEvent | None
    ) -> bool:
        """Open the editor of a cell in a frozen column."""
        return super().edit(index, trigger, event)  # type: ignore[arg-type]  # Qt takes no event too

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._grid.hover(self.rowAt(event.position().toPoint().y()))

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._grid.hover(-1)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._grid.wheelEvent(event)
