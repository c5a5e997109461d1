"""Paints the cells of the Tables view and opens their editors."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vsdesigner.commands.table.column import Kind
from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lens.fading import Fading
from vsdesigner.ui.session import Session
from vsdesigner.ui.views.grid.grid import Grid
from vsdesigner.ui.views.grid.model import Index
from vsdesigner.ui.views.tables.cell_editor import CellEditor
from vsdesigner.ui.views.tables.completing import LISTS, candidates
from vsdesigner.ui.views.tables.heights import RowHeights
from vsdesigner.ui.views.tables.model import TableModel, header_text
from vsdesigner.ui.views.tables.painting import paint_cell

Hint = QStyledItemDelegate.EndEditHint
_HINTS = {
    "down": Hint.SubmitModelCache,
    "right": Hint.EditNextItem,
    "left": Hint.EditPreviousItem,
    "back": Hint.RevertModelCache,
}


class CellDelegate(QStyledItemDelegate):
    """One for the grid and one for its frozen columns (`parent`)."""

    def __init__(
        self, parent: QWidget, grid: Grid, model: TableModel, heights: RowHeights, session: Session
    ) -> None:
        super().__init__(parent)
        self._grid = grid
        self._model = model
        self._heights = heights
        self._session = session
        self._fading = Fading(session, parent)

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid = self._grid
        current = index == grid.currentIndex()
        paint_cell(
            painter,
            option,
            index,
            self._model,
            self._heights.looks,
            current=current and grid.has_keyboard,
            hovered=index.row() == grid.hovered_row,
            edited=current and grid.is_editing,
        )
        self._fading.paint(painter, QRectF(option.rect), self._model.step_of(index.row()))

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._grid.columnWidth(index.column()), self._grid.rowHeight(index.row()))

    # -- editing ----------------------------------------------------------------------------------------
    @guarded(default=None)
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = self._model
        row, column = model.row_at(index.row()), model.columns[index.column()]
        many = column.kind in (*LISTS, Kind.TEXT)
        editor = CellEditor(parent, column, candidates(self._session, row, column), many_lines=many)
        editor.setFont(self._heights.looks.wrapper(column.id).font)
        editor.setAccessibleName(self._called(model, index, header_text(column)))
        editor.left.connect(lambda way: self.leave(editor, way))
        editor.told.connect(self._session.said)
        return editor

    def _called(self, model: TableModel, index: Index, header: str) -> str:
        name = model.text(index.row(), 0)
        if not name:
            return header
        return tr("{column} of {step}").format(column=header, step=name)

    @guarded
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and not editor.filled:
            text = index.data(Qt.ItemDataRole.EditRole)
            editor.begin(text if isinstance(text, str) else "", over=self._grid.types_over)

    @guarded
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(editor, CellEditor) or not editor.is_edited():
            return
        if not model.setData(index, editor.text()):
            editor.refuse()

    @guarded
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.is_gone = True
            editor.suggester.discard()
        super().destroyEditor(editor, index)

    @guarded
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        editor.setGeometry(rect.left(), rect.top(), rect.width(), max(editor.height(), 1))
        if isinstance(editor, CellEditor):
            editor.stay_inside()

    def leave(self, editor: CellEditor, way: str) -> None:
        """Hand in what was typed and close the editor; it stays open when its text was refused."""
        if way != "back":
            editor.refused = False
            self.commitData.emit(editor)
            if editor.refused:
                editor.selectAll()  # whoever types now replaces it
                return
        self._model.correction.over.emit()
        self.closeEditor.emit(editor, _HINTS[way])

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CellEditor) and watched.is_gone:
            return False  # it hears of its end, which is nothing to hand in again
        if isinstance(watched, CellEditor) and isinstance(event, QKeyEvent):
            handled = self._on_key(watched, event)
            if handled is not None:
                return handled
        return super().eventFilter(watched, event)

    def _on_key(self, editor: CellEditor, event: QKeyEvent) -> bool | None:
        """Keys that Qt's own delegate would take; False lets the editor have them, None Qt."""
        if event.key() == Qt.Key.Key_Escape or event.key() in keys.ENTER:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return False
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            editor.settle()
            self.leave(editor, "left" if event.key() == Qt.Key.Key_Backtab else "right")
            return True
        return None
