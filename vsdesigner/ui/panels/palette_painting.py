"""How the palette looks: its rows, and the card under the pointer while one is dragged."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vsdesigner.model.dimensions import CARD_HEIGHT, CARD_WIDTH
from vsdesigner.model.records import Lane
from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import activity_icon
from vsdesigner.ui.theme import Theme

ROW_HEIGHT = 34
EDGE = 4.0
ICON = 18
RADIUS = 6.0
CARRIED = 0.6  # opacity of a card that is carried over the drawing
MARGIN = 6  # room for the shadow around the dragged card


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


def carried_card(lane: Lane, worn: Theme, ratio: float) -> QPixmap:
    """Return the card of a new step as it hangs at the pointer: what lies under it shows through, so that
    one sees the line that it would be put into."""
    card = step_card(lane, worn, ratio)
    made = QPixmap(card.size())
    made.setDevicePixelRatio(card.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(CARRIED)
    painter.drawPixmap(0, 0, card)
    painter.end()
    return made


def step_card(lane: Lane, worn: Theme, ratio: float = 1.0) -> QPixmap:
    """Return the picture of a new step's card in the size it has at 100 %; `ratio` is device px per px."""
    width, height = CARD_WIDTH + 2 * MARGIN, CARD_HEIGHT + 2 * MARGIN
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    colours = worn.lane(lane.color)
    box = QRectF(MARGIN, MARGIN, CARD_WIDTH, CARD_HEIGHT)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.shadow)
    painter.drawRoundedRect(box.translated(0, 2).adjusted(-1, -1, 1, 2), RADIUS + 2, RADIUS + 2)
    _card(painter, box, lane, worn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.badge)
    badge = QPointF(box.left() + 24, box.top() + 24)
    painter.drawEllipse(badge, 10, 10)
    painter.setPen(QPen(colours.badge_text, 2))
    painter.drawLine(badge - QPointF(4, 0), badge + QPointF(4, 0))
    painter.drawLine(badge - QPointF(0, 4), badge + QPointF(0, 4))
    painter.setFont(theme.font("card"))
    painter.setPen(worn.text)
    name = box.adjusted(42, 15, -8, -8)
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    text = tr("{activity} step").format(activity=lane.name)
    painter.drawText(name, int(align | Qt.TextFlag.TextWordWrap), text)
    painter.end()
    return picture
