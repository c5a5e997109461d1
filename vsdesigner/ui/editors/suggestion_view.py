"""The suggestions as a list on screen: model and painting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from vsdesigner.ui import theme
from vsdesigner.ui.editors.suggestions import Suggestion
from vsdesigner.ui.editors.wrapped_text import paint_wrapped, wrapped_height
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.theme import Theme

PADDING = 8
SUGGESTION = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SuggestionModel(QAbstractListModel):
    """The suggestions that fit what is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Suggestion] = []

    def show(self, entries: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    @guarded(default=0)
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @guarded(default=None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.text}, {entry.detail}" if entry.detail else entry.text
        return entry if role == SUGGESTION else None


class SuggestionDelegate(QStyledItemDelegate):
    """Paints a suggestion with its detail below, wrapped to the width of the list."""

    def worn(self) -> Theme:
        """The theme to paint in."""
        return theme.current()

    def font(self, role: str) -> QFont:
        """The letters of a role."""
        return theme.font(role)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        worn = self.worn()
        entry = index.data(SUGGESTION)
        rect, view = QRect(option.rect), option.widget
        painter.save()
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index:
            painter.fillRect(rect, worn.selection)
        text, detail = self._places(rect, entry)
        painter.setPen(worn.accent_ink if entry.creates else worn.text)
        paint_wrapped(painter, text, entry.text, self.font("panel"))
        if entry.detail:
            painter.setPen(worn.muted)
            paint_wrapped(painter, detail, entry.detail, self.font("small"))
        painter.restore()

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        text, detail = self._places(QRect(0, 0, width, 10_000), index.data(SUGGESTION))
        return QSize(width, max(text.bottom(), detail.bottom()) + 1 + PADDING // 2)

    def _places(self, rect: QRect, entry: Suggestion) -> tuple[QRect, QRect]:
        inner = rect.adjusted(PADDING, PADDING // 2, -PADDING, 0)
        text = QRect(inner)
        text.setHeight(wrapped_height(entry.text, self.font("panel"), inner.width()))
        detail = QRect(inner.left(), text.bottom() + 1, inner.width(), 0)
        if entry.detail:
            detail.setHeight(wrapped_height(entry.detail, self.font("small"), inner.width()))
        return text, detail
