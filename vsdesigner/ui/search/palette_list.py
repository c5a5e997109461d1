"""The rows of the command palette on screen: model, list and painting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.rows import paint_number, paint_row_ground
from vsdesigner.ui.search import painting
from vsdesigner.ui.search.sources import Row
from vsdesigner.ui.theme import Theme

ROW_HEIGHT = 34
ROW = Qt.ItemDataRole.UserRole
_SIDE, _ICON, _GAP, _BADGE = 10.0, 18.0, 12.0, 20.0
_TEXT_SHARE = 0.64  # of the room that the text takes before the place gets any
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PaletteModel(QAbstractListModel):
    """The rows that fit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    @guarded(default=0)
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @guarded(default=None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == ROW else None


class PaletteList(QListView):
    """The rows; the keyboard stays in the field above."""

    def __init__(self) -> None:
        super().__init__()
        self._model = PaletteModel(self)
        self.setModel(self._model)
        self.setItemDelegate(PaletteDelegate(self))
        self.setObjectName("command_palette.list")
        self.setAccessibleName(tr("What fits"))
        self.setProperty("role", "quiet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List these rows; the first one is chosen with Enter."""
        self._model.show(rows)
        self.scrollToTop()
        self.go_to(0)

    def rows(self) -> list[Row]:
        """Return the listed rows."""
        return list(self._model.rows)

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._model.rows)

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        index = self._model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)

    def row_at(self, index: _Index) -> Row | None:
        """Return the row of an index."""
        return self._model.rows[index.row()] if 0 <= index.row() < self.count() else None

    def current_row(self) -> Row | None:
        """Return the row that Enter would choose."""
        return self.row_at(self.currentIndex())


class PaletteDelegate(QStyledItemDelegate):
    """Paints icon or number, the text with the letters that fit in bold, where it is, and the keys."""

    @guarded(default=lambda: QSize(0, ROW_HEIGHT))
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        worn = theme.current()
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: QStyle.StateFlag = option.state
        paint_row_ground(painter, box, state, worn, ring=False)
        inner = box.adjusted(_SIDE, 0, -_SIDE, 0)
        _paint_sign(painter, row, inner, worn)
        inner.setLeft(inner.left() + _ICON + _GAP)
        inner.setRight(_paint_right(painter, row, inner, worn))
        _paint_words(painter, row, inner, worn)
        painter.restore()


def _paint_sign(painter: QPainter, row: Row, inner: QRectF, worn: Theme) -> None:
    middle = inner.center().y()
    if row.badge is not None:
        paint_number(
            painter,
            QRectF(inner.left() - 1, middle - _BADGE / 2, _BADGE, _BADGE),
            *row.badge,
            worn,
            leftmost=2.0,
        )
    elif row.glyph:
        ink = worn.muted if row.possible else worn.faint
        paint_glyph(painter, row.glyph, QRectF(inner.left(), middle - _ICON / 2, _ICON, _ICON), ink)


def _paint_right(painter: QPainter, row: Row, inner: QRectF, worn: Theme) -> float:
    """Paint keys or kind at the right; return where the text has to end."""
    if row.keys:
        return painting.key_caps(painter, row.keys, inner, worn, quiet=not row.possible) - _GAP
    if row.kind:
        return painting.at_right(painter, row.kind, inner, worn.muted) - _GAP
    return inner.right()


def _paint_words(painter: QPainter, row: Row, inner: QRectF, worn: Theme) -> None:
    detail_font = theme.font("small")
    wanted = painting.width_of(row.detail, detail_font) if row.detail else 0.0
    room = inner.width()
    natural = painting.rich_width(row.text, row.spots)
    text_room = min(natural, room if not wanted else max(room * _TEXT_SHARE, room - wanted - _GAP))
    ink = worn.text if row.possible else worn.muted
    used = painting.rich_line(painter, row.text, row.spots, inner, min(text_room, room), ink)
    if wanted and room - used > 40:
        rest = inner.adjusted(used + _GAP, 0, 0, 0)
        painting.line(painter, row.detail, rest, detail_font, worn.muted)
