"""How a row of the outline looks, and the field in which its name is edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vsdesigner.analysis.finding import Level
from vsdesigner.model.records import Step, Terminal, TerminalKind
from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.panels.outline_model import COLOUR_ROLE, LEVEL_ROLE, NUMBER_ROLE, RECORD_ROLE
from vsdesigner.ui.panels.signs import GLYPHS, SIGN, level_colour
from vsdesigner.ui.rows import paint_number, paint_row_ground

ROW_HEIGHT = 30
BADGE = 20.0
LEFT = 8.0
TEXT_LEFT = LEFT + BADGE + 10.0
Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """Paints number badge and name; `rename` is called with id and text when an edit was finished."""

    def __init__(self, rename: Callable[[str, str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rename = rename

    @guarded(default=lambda: QSize(0, ROW_HEIGHT))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        worn = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        record = index.data(RECORD_ROLE)
        box = QRectF(rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, box, state, worn)
        badge = QRectF(box.left() + LEFT, box.center().y() - BADGE / 2, BADGE, BADGE)
        ink = worn.text
        if isinstance(record, Step):
            paint_number(painter, badge, str(index.data(NUMBER_ROLE)), index.data(COLOUR_ROLE), worn)
            ink = worn.text if record.name.strip() else worn.muted
        elif isinstance(record, Terminal):
            glyph = "demand" if record.kind is TerminalKind.DEMAND else "value"
            paint_glyph(painter, glyph, badge.adjusted(2, 2, -2, -2), worn.muted)
            ink = worn.muted
        room = box.adjusted(TEXT_LEFT, 0, -8, 0)
        level = index.data(LEVEL_ROLE)
        if level in (Level.ERROR, Level.WARNING):
            sign = QRectF(room.right() - SIGN, room.center().y() - SIGN / 2, SIGN, SIGN)
            paint_glyph(painter, GLYPHS[level], sign, level_colour(level, worn))
            room.adjust(0, 0, -SIGN - 4, 0)
        _name(painter, room, str(index.data()), ink)
        painter.restore()

    @guarded(on_error=lambda _self, parent, *_rest: QLineEdit(parent))
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("outline_editor")
        editor.setMaxLength(NAME_LENGTH)
        editor.setAccessibleName(tr("Name of the step"))
        return editor

    @guarded
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    @guarded
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        record = index.data(RECORD_ROLE)
        if isinstance(editor, QLineEdit) and isinstance(record, Step):
            self._rename(record.id, editor.text())

    @guarded
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(int(TEXT_LEFT) - 6, 1, -1, -1))


def _name(painter: QPainter, box: QRectF, name: str, ink: QColor) -> None:
    painter.setFont(theme.font("panel"))
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
