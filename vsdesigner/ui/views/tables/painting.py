"""How the cells look: text that wraps, light lines, the narrow mark of an activity, the sign of a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from vsdesigner.analysis.finding import Level
from vsdesigner.commands.table.column import Kind
from vsdesigner.ui import theme
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.theme import Theme
from vsdesigner.ui.views.grid.model import Index

if TYPE_CHECKING:
    from vsdesigner.ui.views.tables.looks import Looks
    from vsdesigner.ui.views.tables.model import TableModel

SIGN = 12.0  # px at 100 %
_GLYPHS = {Level.ERROR: "error_fill", Level.WARNING: "warning_fill"}
_State = QStyle.StateFlag


def paint_cell(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: Index,
    model: TableModel,
    looks: Looks,
    *,
    current: bool,
    hovered: bool,
    edited: bool,
) -> None:
    """Paint one cell. `current` is the cell with the keyboard, `hovered` says that the pointer is in its row,
    `edited` that its editor stands over it."""
    worn, rect = theme.current(), QRect(option.rect)
    place = index.row()
    painter.fillRect(rect, worn.panel)
    if option.state & _State.State_Selected and not edited:
        painter.fillRect(rect, worn.selection)
    elif hovered:
        painter.fillRect(rect, worn.hover)
    painter.setPen(worn.line)
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    if not edited:
        _paint_text(painter, rect, place, index.column(), model, looks, worn)
        _paint_finding(painter, rect, place, index.column(), model, looks, worn)
    if current and not edited:
        painter.setPen(QPen(worn.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect).adjusted(1, 1, -2, -2))


def _paint_text(
    painter: QPainter, rect: QRect, place: int, at: int, model: TableModel, looks: Looks, worn: Theme
) -> None:
    column = model.columns[at]
    text = model.text(place, at)
    left = rect.left() + looks.left
    if column.kind is Kind.ACTIVITY and text:
        colours = worn.lane(model.lane_colour(place))
        mark = QRect(left, rect.top() + looks.top, looks.mark, rect.height() - 2 * looks.top)
        painter.fillRect(mark, colours.edge)
        left += looks.mark_room
    # In a row per task the cells of the step are repeated: quietly and in one line from the second row on.
    repeated = model.is_repeated(place, at)
    quiet = not text or column.is_fixed or repeated
    painter.setPen(worn.muted if quiet else worn.text)
    said = text or model.hint(place, at)
    if said:
        wrapper = looks.wrapper(column.id) if text else looks.plain
        width = looks.text_width(rect.width(), column.kind)
        room = wrapper.line_height if repeated else rect.height() - 2 * looks.top
        wrapper.paint(painter, QPointF(left, rect.top() + looks.top), said, width, room)


def _paint_finding(
    painter: QPainter, rect: QRect, place: int, at: int, model: TableModel, looks: Looks, worn: Theme
) -> None:
    found = model.finding(place, at)
    if found is None:
        return
    size = SIGN * looks.scale
    sign = QRectF(rect.right() - size - 3, rect.top() + 4, size, size)
    colour = worn.danger if found.level is Level.ERROR else worn.warning
    paint_glyph(painter, _GLYPHS[found.level], sign, colour)
