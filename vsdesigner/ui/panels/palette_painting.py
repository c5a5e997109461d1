"""How the palette looks: its rows, and the sign at the pointer while one is dragged."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vsdesigner.model.records import Lane
from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.icons import activity_icon
from vsdesigner.ui.theme import Theme

ROW_HEIGHT = 34
EDGE = 4.0
ICON = 18
RADIUS = 6.0
BADGE = 20  # px of the sign of a new step at the pointer
HOT_SPOT = (-14, -16)  # it hangs right below the pointer, which points at what the step is dropped on


class PaletteDelegate(QStyledItemDelegate):
    """Paints a row: colour edge, drawing of the activity, its name."""

    @guarded(default=lambda: QSize(200, ROW_HEIGHT))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW_HEIGHT)

    @guarded
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        worn = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        lane: Lane = index.data(Qt.ItemDataRole.UserRole + 1)
        box = QRectF(rect).adjusted(1, 2, -1, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _card(painter, box, lane, worn, hovered=bool(state & QStyle.StateFlag.State_MouseOver))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(worn.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        colours = worn.lane(lane.color)
        icon = QRectF(box.left() + 12, box.center().y() - ICON / 2, ICON, ICON).toRect()
        activity_icon(lane.id, colours.text).paint(painter, icon)
        text = box.adjusted(12 + ICON + 8, 0, -6, 0)
        font = theme.font("panel")
        painter.setFont(font)
        painter.setPen(worn.text)
        shown = painter.fontMetrics().elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


def _card(painter: QPainter, box: QRectF, lane: Lane, worn: Theme, *, hovered: bool = False) -> None:
    """Ground, border and colour edge of a card."""
    shape = QPainterPath()
    shape.addRoundedRect(box, RADIUS, RADIUS)
    painter.fillPath(shape, worn.card)
    if hovered:
        painter.fillPath(shape, worn.hover)
    painter.setPen(QPen(worn.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(box.left(), box.top(), EDGE, box.height()), worn.lane(lane.color).edge)
    painter.restore()


def carried_badge(worn: Theme, ratio: float) -> QPixmap:
    """Return the sign of a new step that hangs at the pointer; it says nothing of the lane, for that is only
    known where it is dropped. `ratio` is device px per px."""
    picture = QPixmap(round(BADGE * ratio), round(BADGE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(worn.card, 1))
    painter.setBrush(worn.accent)
    painter.drawEllipse(QRectF(0, 0, BADGE, BADGE).adjusted(1, 1, -1, -1))
    middle, arm = QPointF(BADGE / 2, BADGE / 2), BADGE / 4
    painter.setPen(QPen(worn.accent_text, 2))
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
    painter.end()
    return picture
