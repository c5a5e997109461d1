"""How the cells of the matrix look: names with their numbers, letters as chips, and what is wrong."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vsdesigner.analysis.finding import Level
from vsdesigner.model.text import NAME_LENGTH, TEXT_LENGTH
from vsdesigner.ui import theme
from vsdesigner.ui.colour import mix
from vsdesigner.ui.editors.wrapped_text import paint_wrapped, wrapped_height
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.lens.fading import Fading
from vsdesigner.ui.rows import paint_number
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import Theme
from vsdesigner.ui.views.grid.dress import scaled_font
from vsdesigner.ui.views.grid.model import Index
from vsdesigner.ui.views.raci.model import ACTIVITY, NAME, ROW
from vsdesigner.ui.views.raci.rows import MatrixRow, Verdict

if TYPE_CHECKING:
    from vsdesigner.ui.views.raci.matrix_grid import MatrixGrid

ROW_HEIGHT = 34  # px at 100 %, as all below
EDGE = 4.0  # the mark of the activity at the left
CARET = 16.0
BADGE = 20.0
SIDE = 8.0
TEXT_LEFT = EDGE + 6 + CARET + 4 + BADGE + 8
HINT = 34.0  # what a closed step hides
CHIP = 24.0
GAP = 3.0
SIGN = 16.0
_State = QStyle.StateFlag
_COLOURED = (Level.ERROR, Level.WARNING)
_GLYPHS = {Level.ERROR: "error_fill", Level.WARNING: "warning_fill", Level.HINT: "tip"}


class MatrixDelegate(QStyledItemDelegate):
    """Paints any cell of the matrix; a click on the caret of a step asks to open or close it."""

    caret_pressed = Signal(str)  # id of the step

    def __init__(self, grid: MatrixGrid, view: QWidget, session: Session) -> None:
        super().__init__(view)
        self._grid = grid
        self._fading = Fading(session, view)

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid = self._grid
        worn, rect, current = theme.current(), QRectF(option.rect), grid.currentIndex()
        row, column = grid.matrix.rows[index.row()], index.column()
        selected = bool(option.state & _State.State_Selected)
        painter.fillRect(rect, _ground(worn, row, selected=selected))
        here = index.row() == current.row()
        if here and not selected:
            painter.fillRect(rect, worn.hover)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_content(painter, rect, row, index.row(), column)
        self._fading.paint(painter, rect, row.step)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), worn.line)
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), worn.line)
        if here and column == current.column():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_place(painter, rect, worn, has_keys=grid.hasFocus(), scale=grid.scale)

    def _paint_content(
        self, painter: QPainter, rect: QRectF, row: MatrixRow, place: int, column: int
    ) -> None:
        worn, scale, matrix = theme.current(), self._grid.scale, self._grid.matrix
        role = matrix.role_at(column)
        if role is not None:
            held = row.letters.get(role.id)
            if held:
                paint_letters(painter, rect, held, matrix.known, worn, scale)
        elif column == NAME:
            found = matrix.verdict_at(place)
            _paint_name(painter, rect, row, worn, scale, found.hidden)
            if found.level in _COLOURED and self._is_check_out_of_sight():
                _paint_warning(painter, rect, found.level, worn, scale)
        elif column == ACTIVITY and not row.task:
            painter.setPen(worn.muted)
            room = rect.adjusted(SIDE * scale, 0, -SIDE * scale, 0).toRect()
            paint_wrapped(painter, room, row.activity, scaled_font("small", scale), centred=True)
        elif column == matrix.check_column:
            _paint_verdict(painter, rect, matrix.verdict_at(place), worn, scale)

    def _is_check_out_of_sight(self) -> bool:
        grid = self._grid
        return grid.columnViewportPosition(grid.matrix.check_column) + 2 * SIGN > grid.viewport().width()

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._grid.columnWidth(index.column()), self.row_height(index))

    def row_height(self, index: Index) -> int:
        """Return how high the row of a cell has to be for its words, in px."""
        scale, row = self._grid.scale, index.data(ROW)
        wide = self._grid.columnWidth(NAME) - (TEXT_LEFT + SIDE + (HINT if row.hides_letters else 0)) * scale
        text = wrapped_height(row.title, _name_font(row, scale), int(wide))
        return max(round(ROW_HEIGHT * scale), text + round(10 * scale))

    # -- mouse ------------------------------------------------------------------------------------------
    @guarded(default=False)
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if index.column() != NAME or not isinstance(event, QMouseEvent):
            return False
        row = index.data(ROW)
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        pressed = event.type() in kinds and event.button() == Qt.MouseButton.LeftButton
        box = _caret_box(QRectF(option.rect), self._grid.scale).adjusted(-4, -6, 4, 6)
        if pressed and row.tasks and not row.task and box.contains(event.position()):
            self.caret_pressed.emit(row.step)
            return True
        return False

    # -- editing a name ---------------------------------------------------------------------------------
    @guarded(default=None)
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("raci_view.name")
        task = bool(index.data(ROW).task)
        editor.setMaxLength(TEXT_LENGTH if task else NAME_LENGTH)
        editor.setAccessibleName(tr("Words of the task") if task else tr("Name of the step"))
        return editor

    @guarded
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        left = round((TEXT_LEFT - SIDE) * self._grid.scale)
        high = max(editor.sizeHint().height(), rect.height() - 2)
        top = rect.top() + (rect.height() - high) // 2
        editor.setGeometry(rect.left() + left, top, rect.width() - left - 1, high)


def _ground(worn: Theme, row: MatrixRow, *, selected: bool) -> QColor:
    if selected:
        return worn.selection
    return mix(worn.panel, worn.window, 0.6) if row.task else worn.panel


def _paint_place(painter: QPainter, rect: QRectF, worn: Theme, *, has_keys: bool, scale: float) -> None:
    """The ring around the current cell; without the keyboard it is quiet."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(worn.accent if has_keys else worn.control, 2 if has_keys else 1))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1.5, -1.5), 4 * scale, 4 * scale)


def _name_font(row: MatrixRow, scale: float) -> QFont:
    return scaled_font("small" if row.task else "panel", scale)


def _caret_box(rect: QRectF, scale: float) -> QRectF:
    side = CARET * scale
    return QRectF(rect.left() + (EDGE + 6) * scale, rect.center().y() - side / 2, side, side)


def _paint_warning(painter: QPainter, rect: QRectF, level: Level, worn: Theme, scale: float) -> None:
    """A small sign at the number of a row, while the check column is not in sight."""
    side = 13 * scale
    left = rect.left() + (TEXT_LEFT - 8) * scale - side * 0.6
    sign = QRectF(left, rect.center().y() - BADGE * scale / 2 - side * 0.4, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.panel)
    painter.drawEllipse(sign.adjusted(-1, -1, 1, 1))
    paint_glyph(painter, _GLYPHS[level], sign, _level_colour(level, worn))


def _level_colour(level: Level | None, worn: Theme) -> QColor:
    return {Level.ERROR: worn.danger, Level.WARNING: worn.warning}.get(level or Level.HINT, worn.muted)


def _paint_name(
    painter: QPainter, rect: QRectF, row: MatrixRow, worn: Theme, scale: float, below: Level | None
) -> None:
    lane = worn.lane(row.colour)
    edge = QRectF(rect.left(), rect.top(), EDGE * scale, rect.height())
    painter.fillRect(edge, lane.edge if not row.task else mix(worn.panel, lane.edge, 0.35))
    caret = _caret_box(rect, scale)
    if row.tasks:
        paint_glyph(painter, "expand" if row.is_open else "closed", caret, worn.muted)
    badge = QRectF(
        caret.right() + 4 * scale, rect.center().y() - BADGE * scale / 2, BADGE * scale, BADGE * scale
    )
    if row.task:
        dot = QRectF(0, 0, 5 * scale, 5 * scale)
        dot.moveCenter(badge.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.muted)
        painter.drawEllipse(dot)
    else:
        paint_number(painter, badge, str(row.number), row.colour, worn, leftmost=rect.left() + EDGE * scale)
    hidden = row.lettered if row.hides_letters else 0
    room = rect.adjusted(TEXT_LEFT * scale, 0, -(SIDE + (HINT if hidden else 0)) * scale, 0)
    painter.setPen(worn.text if row.name else worn.muted)
    paint_wrapped(painter, room.toRect(), row.title, _name_font(row, scale), centred=True)
    if hidden:
        _paint_hint(painter, rect, hidden, _level_colour(below, worn), scale)


def _paint_hint(painter: QPainter, rect: QRectF, hidden: int, ink: QColor, scale: float) -> None:
    """How many of the tasks that are not shown have letters, in the colour of what is wrong with them."""
    box = QRectF(0, 0, (HINT - 4) * scale, 18 * scale)
    box.moveCenter(rect.center())
    box.moveRight(rect.right() - 6 * scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 0.6))
    painter.drawRoundedRect(box, 9 * scale, 9 * scale)
    sign = QRectF(box.left() + 5 * scale, box.center().y() - 6 * scale, 12 * scale, 12 * scale)
    paint_glyph(painter, "raci", sign, ink)
    painter.setPen(ink)
    painter.setFont(scaled_font("block", scale))
    words = box.adjusted(17 * scale, 0, -3 * scale, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), str(hidden))


def paint_letters(
    painter: QPainter, rect: QRectF, letters: str, known: Set[str], worn: Theme, scale: float
) -> None:
    """Paint the letters of a cell as chips side by side, smaller as a whole where they would not fit."""
    held = [letter for letter in letters.split("/") if letter]
    if not held:
        return
    font = scaled_font("badge", scale)
    painter.setFont(font)
    measure = painter.fontMetrics()
    side = CHIP * scale
    widths = [max(side, measure.horizontalAdvance(letter) + 10 * scale) for letter in held]
    gap = GAP * scale
    whole = sum(widths) + gap * (len(widths) - 1)
    squeeze = min(1.0, (rect.width() - 4 * scale) / whole)
    if squeeze < 1.0:
        font.setPixelSize(max(7, round(font.pixelSize() * max(0.8, squeeze))))
        painter.setFont(font)
    left, high = rect.center().x() - whole * squeeze / 2, side * squeeze
    for letter, wide in zip(held, widths, strict=True):
        chip = QRectF(left, rect.center().y() - high / 2, wide * squeeze, high)
        paint_chip(painter, chip, letter, worn, foreign=letter not in known, scale=scale * squeeze)
        left += (wide + gap) * squeeze


def paint_chip(
    painter: QPainter, chip: QRectF, letter: str, worn: Theme, *, foreign: bool = False, scale: float = 1.0
) -> None:
    """Paint one letter; who answers stands out most: there is one, and it is looked for first."""
    ground, ink, edge = worn.selection, worn.accent_ink, worn.accent_ink
    if foreign:
        ground, ink, edge = worn.soft(worn.danger), worn.danger, worn.danger
    elif letter == "A":
        ground, ink, edge = worn.accent, worn.accent_text, worn.accent
    painter.setBrush(ground)
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 6 * scale, 6 * scale)
    painter.setPen(ink)
    painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), letter)


def _paint_verdict(painter: QPainter, rect: QRectF, found: Verdict, worn: Theme, scale: float) -> None:
    sign = QRectF(
        rect.left() + SIDE * scale, rect.center().y() - SIGN * scale / 2, SIGN * scale, SIGN * scale
    )
    if found.fine:
        paint_glyph(painter, "check", sign, worn.ok)
    elif found.level is not None:
        paint_glyph(painter, _GLYPHS[found.level], sign, _level_colour(found.level, worn))
    if not found.words:
        return
    painter.setPen(worn.muted if found.fine or found.quiet or found.level is Level.HINT else worn.text)
    room = rect.adjusted((SIDE + SIGN + 6) * scale, 0, -SIDE * scale, 0).toRect()
    words = found.words.split("\n")
    painter.setFont(scaled_font("small", scale))
    line = words[0]
    if len(words) > 1:
        line = tr("{words} and {count} more").format(words=line, count=len(words) - 1)
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
