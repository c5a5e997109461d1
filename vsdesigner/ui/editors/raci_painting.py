"""How the responsibility grid looks: names that wrap, chips that are filled where a role holds the letter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui import theme
from vsdesigner.ui.editors.raci_model import STATE, Mark
from vsdesigner.ui.editors.wrapped_text import paint_wrapped, wrapped_height
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr

ROW_HEIGHT = 32
CHIP = 24
LETTER_WIDTH = 30
_Index = QModelIndex | QPersistentModelIndex
SIDE = 8


class RaciDelegate(QStyledItemDelegate):
    """Paints names that wrap and chips that are filled where a role holds the letter."""

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        worn, rect = theme.current(), QRect(option.rect)
        view = option.widget
        place = view.currentIndex() if isinstance(view, QAbstractItemView) and view.hasFocus() else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if place is not None and place.row() == index.row():
            painter.fillRect(rect, worn.hover)
        if index.column() == 0:
            painter.setPen(worn.text)
            paint_wrapped(painter, _text_rect(rect), str(index.data()), theme.font("panel"), centred=True)
        else:
            _paint_chip(painter, rect, str(index.data()), Mark(index.data(STATE)))
        if place is not None and place == index:
            painter.setPen(QPen(worn.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(rect).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, 6, 6)
        painter.restore()

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if index.column():
            return QSize(LETTER_WIDTH, ROW_HEIGHT)
        view = option.widget
        width = view.columnWidth(0) if isinstance(view, QTableView) else 120
        height = wrapped_height(str(index.data()), theme.font("panel"), width - 2 * SIDE)
        return QSize(width, max(ROW_HEIGHT, height + 12))

    @guarded(default=None)
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("raci.rename")
        editor.setMaxLength(NAME_LENGTH)
        editor.setAccessibleName(tr("Name of the role"))
        return editor


def _text_rect(rect: QRect) -> QRect:
    return rect.adjusted(SIDE, 0, -SIDE, 0)


def _paint_chip(painter: QPainter, rect: QRect, letter: str, mark: Mark) -> None:
    worn = theme.current()
    chip = QRectF(0, 0, max(CHIP, LETTER_WIDTH - 6), CHIP)
    chip.moveCenter(QRectF(rect).center())
    ground, ink, edge = _chip_colours(worn, letter, mark)
    painter.setBrush(ground)
    painter.setPen(QPen(edge, 1, Qt.PenStyle.DashLine if mark is Mark.SOME else Qt.PenStyle.SolidLine))
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen(ink)
    painter.setFont(theme.font("badge" if mark is Mark.ON else "small"))
    painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), letter)


def _chip_colours(worn: theme.Theme, letter: str, mark: Mark) -> tuple[QColor, QColor, QColor]:
    """Ground, ink and edge. Who answers stands out most: there is one, and it is looked for first."""
    nothing = QColor(Qt.GlobalColor.transparent)
    if mark is Mark.ON:
        if letter == "A":
            return worn.accent, worn.accent_text, worn.accent
        return worn.selection, worn.accent_ink, worn.accent_ink
    if mark is Mark.SOME:
        return nothing, worn.accent_ink, worn.accent_ink
    return nothing, worn.muted, worn.line
