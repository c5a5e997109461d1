"""Paints the rows of the problems: headings, and on one line what is wrong and why it matters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vsdesigner.analysis.finding import Finding
from vsdesigner.language import say
from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.panels.problems_model import ROW_ROLE, Heading
from vsdesigner.ui.panels.signs import GLYPHS, SIGN, level_colour
from vsdesigner.ui.rows import paint_row_ground

LEFT, TEXT_LEFT = 12.0, 38.0
ROW, HEADING = 30, 30  # px
CHEVRON = 12.0
GAP = 12.0  # px between what is wrong and why it matters
LEAST_WHY = 90.0  # px: less says nothing

Index = QModelIndex | QPersistentModelIndex


class ProblemsDelegate(QStyledItemDelegate):
    """Headings, findings, and the ground of the finding that stands open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.opened = -1  # the row whose words are a widget

    @guarded
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)  # all of the row: what is open is no editor of its text

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        rect, worn = QRectF(option.rect), theme.current()
        box = rect.adjusted(4, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, box, option.state, worn)
        if isinstance(row, Heading):
            _paint_heading(painter, rect, row, worn)
        elif isinstance(row, Finding):
            sign = QRectF(rect.left() + LEFT, rect.top() + (ROW - SIGN) / 2, SIGN, SIGN)
            paint_glyph(painter, GLYPHS[row.level], sign, level_colour(row.level, worn))
            if index.row() != self.opened:
                room = rect.adjusted(TEXT_LEFT, 0, -LEFT, 0)
                used = _line(painter, room, str(index.data()), worn.text, "panel") + GAP
                if room.width() - used >= LEAST_WHY:
                    _line(painter, room.adjusted(used, 0, 0, 0), say(row.why), worn.muted, "small")
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRectF, row: Heading, worn: theme.Theme) -> None:
    chevron = QRectF(rect.left() + LEFT, rect.center().y() - CHEVRON / 2, CHEVRON, CHEVRON)
    paint_glyph(painter, "closed" if row.folded else "expand", chevron, worn.muted)
    room = rect.adjusted(LEFT + CHEVRON + 6, 0, -LEFT - 40, 0)
    used = _line(painter, room, row.text, worn.muted, "section")
    if not row.counted:
        count = QRectF(room.left() + used + 8, rect.top(), 60, rect.height())
        _line(painter, count, str(row.count), worn.muted, "card_footer")


def _line(painter: QPainter, box: QRectF, words: str, ink: QColor, role: str) -> float:
    """Write on one line; returns how wide it became (px)."""
    painter.setFont(theme.font(role))
    painter.setPen(ink)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return float(metrics.horizontalAdvance(shown))
