"""A table view that is worked like a spreadsheet: blocks of cells, frozen columns, keys that move on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.views.grid.dress import dress_header, resize_sections, scaled_font
from vsdesigner.ui.views.grid.frozen import FrozenColumns
from vsdesigner.ui.views.grid.model import GridModel, Index
from vsdesigner.ui.views.grid.moving import Moves

__all__ = ["Flag", "Grid", "ranges", "scaled_font"]

Hint = QAbstractItemDelegate.EndEditHint
Action = QAbstractItemView.CursorAction
Flag = QItemSelectionModel.SelectionFlag
Modifier = Qt.KeyboardModifier
HEADER_HEIGHT = 32  # px at 100 %
LEAST_SECTION = 24
NOTCH = 120.0  # of a wheel

_TRIGGERS = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)


class Grid(QTableView):
    """A block of cells is selected by mouse or with Shift; typing replaces, F2 edits, Enter and Tab hand in
    and move on, Esc takes back. The first columns can be frozen: they stay while the others scroll.

    The grid changes nothing by itself: what is typed goes through the model's `setData`.
    """

    #: Enter in the last row, or Down: somebody wants a row behind it.
    left_below = Signal()
    #: The wheel was turned with Ctrl: notches, more than 0 is larger.
    zoom_turned = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = 1.0
        #: Whether the editor that is being opened begins with the key that opened it: the text is replaced.
        self.types_over = False
        #: The row with the pointer, -1 for none.
        self.hovered_row = -1
        self._moves = Moves(self)
        #: Whether an editor is about to be closed because another cell has become the current one.
        self.is_left_behind = False
        self._frozen: FrozenColumns | None = None
        self._base_widths: dict[int, float] = {}
        self._scaling = False
        self._make_delegate: Callable[[QWidget], QAbstractItemDelegate] | None = None
        self.setProperty("role", "grid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setShowGrid(False)  # delegates paint lines that suit the theme
        self.setEditTriggers(_TRIGGERS)
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setMinimumSectionSize(LEAST_SECTION)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(LEAST_SECTION)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(self._on_section)
        self.set_scale(1.0)

    # -- what is where ----------------------------------------------------------------------------------
    @property
    def cells(self) -> GridModel:
        """The model."""
        model = self.model()
        assert isinstance(model, GridModel)  # noqa: S101  # `setModel` took no other
        return model

    @guarded
    def setModel(self, model: QAbstractItemModel | None) -> None:
        if not isinstance(model, GridModel):
            raise TypeError("a grid shows a GridModel")
        super().setModel(model)
        if self._frozen is not None:
            self._frozen.follow()

    def use_delegate(self, make: Callable[[QWidget], QAbstractItemDelegate]) -> None:
        """Paint and edit cells with what `make` makes: one for the grid and one for its frozen columns, for a
        delegate tells every view it is in that an editor closes."""
        self._make_delegate = make
        self.setItemDelegate(make(self))
        if self._frozen is not None:
            self._frozen.setItemDelegate(make(self._frozen))

    def freeze(self, count: int) -> None:
        """Keep the first `count` columns in place while the others scroll."""
        if self._frozen is None:
            self._frozen = FrozenColumns(self)
            if self._make_delegate is not None:
                self._frozen.setItemDelegate(self._make_delegate(self._frozen))
        self._frozen.set_count(count)

    @property
    def frozen(self) -> FrozenColumns | None:
        """The frozen columns."""
        return self._frozen

    def selected_block(self) -> QRect:
        """Return the smallest block around what is selected as (column, row, columns, rows); the current cell
        when nothing is selected, an invalid one when there is none."""
        block = QRect()
        for found in ranges(self.selectionModel().selection()):
            block = block.united(QRect(found.left(), found.top(), found.width(), found.height()))
        current = self.currentIndex()
        if block.isNull() and current.isValid():
            return QRect(current.column(), current.row(), 1, 1)
        return block

    def select_block(self, block: QRect) -> None:
        """Select a block of cells; the current cell is its first."""
        model = self.cells
        first = model.index(block.top(), block.left())
        self.selectionModel().setCurrentIndex(first, Flag.NoUpdate)
        last = model.index(block.bottom(), block.right())
        self.selectionModel().select(QItemSelection(first, last), Flag.ClearAndSelect)

    def go_to(self, row: int, column: int, *, selecting: bool = True) -> None:
        """Make a cell the current and, when `selecting`, the only selected one, and show it."""
        index = self.cells.index(row, column)
        if index.isValid():
            # Not `setCurrentIndex`: that adds to the selection while somebody holds Shift or Ctrl.
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect if selecting else Flag.NoUpdate)
            self.scrollTo(index)

    # -- size -------------------------------------------------------------------------------------------
    def set_scale(self, scale: float) -> None:
        """Show everything at this scale; 1.0 is 100 %."""
        self.scale = scale
        self._scaling = True
        self.setFont(scaled_font("panel", scale))
        header = self.horizontalHeader()
        header.setFixedHeight(round(HEADER_HEIGHT * scale))
        dress_header(header, scale)
        dress_header(self.verticalHeader(), scale)
        for column, width in self._base_widths.items():
            self.setColumnWidth(column, round(width * scale))
        self._scaling = False
        if self._frozen is not None:
            self._frozen.follow()

    def set_base_width(self, column: int, width: float) -> None:
        """Make a column this wide (px at 100 %)."""
        self._base_widths[column] = width
        self.setColumnWidth(column, round(width * self.scale))

    def base_width(self, column: int) -> float:
        """Return how wide a column is, in px at 100 %."""
        return self._base_widths.get(column, self.columnWidth(column) / self.scale)

    def set_row_heights(self, heights: Mapping[int, int]) -> None:
        """Give rows (places) their heights in px, all in one go."""
        headers = [self.verticalHeader()]
        if self._frozen is not None:
            headers.append(self._frozen.verticalHeader())
        changed = [resize_sections(each, heights, self.cells.rowCount()) for each in headers]
        if any(changed):
            self.updateGeometries()
            self.updateEditorGeometries()
            self.viewport().update()
            headers[0].viewport().update()
            if self._frozen is not None:
                self._frozen.updateGeometries()
                self._frozen.updateEditorGeometries()
                self._frozen.viewport().update()
                self._frozen.verticalScrollBar().setValue(self.verticalScrollBar().value())

    def _on_section(self, column: int, _before: int, width: int) -> None:
        if not self._scaling and width:
            self._base_widths[column] = width / self.scale

    # -- moving on --------------------------------------------------------------------------------------
    def step(self, across: int, down: int) -> None:
        """Go to a neighbour of the current cell; across the end of a row into the next one."""
        self._moves.step(across, down)

    @guarded
    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """As in a spreadsheet Tab goes to the neighbour without opening its editor."""
        super().closeEditor(editor, Hint.NoHint if hint != Hint.RevertModelCache else hint)
        self.move_on(hint)

    def move_on(self, hint: Hint) -> None:
        """Go where somebody goes who leaves an editor: Tab to the side, Enter down, else nowhere."""
        if self.is_left_behind:
            return
        if hint == Hint.EditNextItem:
            self._moves.tab(1)
        elif hint == Hint.EditPreviousItem:
            self._moves.tab(-1)
        elif hint == Hint.SubmitModelCache:
            self._moves.enter(1)

    @guarded(default=False)
    def edit(  # type: ignore[override]  # Qt has it twice under one name
        self, index: Index, trigger: QAbstractItemView.EditTrigger | None = None, event: QEvent | None = None
    ) -> bool:
        """Open the editor of a cell; in a frozen column above it, where one sees it."""
        if trigger is None:
            trigger = QAbstractItemView.EditTrigger.AllEditTriggers
        self.types_over = trigger == QAbstractItemView.EditTrigger.AnyKeyPressed
        if self._frozen is not None and self._frozen.holds(index.column()) and self._frozen.isVisible():
            return self._frozen.edit(index, trigger, event)
        return super().edit(index, trigger, event)  # type: ignore[arg-type]  # Qt takes no event too

    def open_editor(self) -> bool:
        """Edit the current cell, as F2 does; False when it cannot be edited."""
        index = self.currentIndex()
        self.scrollTo(index)
        return index.isValid() and self.edit(index)

    def commit(self) -> None:
        """Hand in what is being typed."""
        frozen = self._frozen
        above = frozen.open_editor_widget() if frozen is not None else None
        if frozen is not None and above is not None:
            frozen.commitData(above)
            frozen.closeEditor(above, Hint.NoHint)
            return
        editor = self._editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, Hint.NoHint)

    @property
    def is_editing(self) -> bool:
        """Whether somebody types into a cell."""
        editing = QAbstractItemView.State.EditingState
        return self.state() == editing or (self._frozen is not None and self._frozen.state() == editing)

    def _editor(self) -> QWidget | None:
        return self.indexWidget(self.currentIndex()) if self.is_editing else None

    # -- keys -------------------------------------------------------------------------------------------
    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if not self.act(event):
            super().keyPressEvent(event)
        self._moves.collapse(event)

    def act(self, event: QKeyEvent) -> bool:
        """Do what a key means in a grid; False when Qt's own table knows better."""
        return self._moves.act(event)

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def currentChanged(self, current: Index, previous: Index) -> None:
        # Qt closes an editor that is left behind as if somebody had pressed Enter in it.
        self.is_left_behind = True
        super().currentChanged(current, previous)
        self.is_left_behind = False
        self._moves.on_moved()
        if self._frozen is not None:
            self._frozen.viewport().update()

    @guarded
    def keyboardSearch(self, search: str) -> None:
        """Letters are typed into cells; over one that takes none they lead nowhere else."""

    @property
    def has_keyboard(self) -> bool:
        """Whether keys go to the grid or to an editor in it."""
        return self.hasFocus() or self.is_editing

    def hover(self, row: int) -> None:
        """The pointer is in this row, -1 for none."""
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
            if self._frozen is not None:
                self._frozen.viewport().update()

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.hover(self.rowAt(event.position().toPoint().y()))

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover(-1)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        """The frozen columns are never told that the grid has the keyboard."""
        if self._frozen is not None:
            self._frozen.viewport().update()

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Modifier.ControlModifier:
            self.zoom_turned.emit(event.angleDelta().y() / NOTCH)
            event.accept()
        else:
            super().wheelEvent(event)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._frozen is not None:
            self._frozen.follow()

    @guarded
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Show a cell; not below the frozen columns, and one of those needs no scrolling to the side."""
        frozen = self._frozen
        if frozen is None or not frozen.isVisible():
            super().scrollTo(index, hint)
            return
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if frozen.holds(index.column()):
            bar.setValue(before)
            return
        hidden = frozen.width() - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)


def ranges(selection: QItemSelection) -> list[QItemSelectionRange]:
    """Return the blocks of a selection."""
    return [selection.at(place) for place in range(selection.count())]
