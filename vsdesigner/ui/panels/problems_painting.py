"""Paints the rows of the problems: a sign for the level, what is wrong, and below it why that matters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from vsdesigner.analysis.finding import Finding
from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.panels.problems_model import ROW_ROLE, Heading
from vsdesigner.ui.panels.signs import GLYPHS, SIGN, level_colour
from vsdesigner.ui.rows import paint_row_ground

LEFT, TEXT_LEFT = 12.0, 38.0
LINE, HEADING = 20, 30  # px
PADDING = 6

Index = QModelIndex | QPersistentModelIndex


class ProblemsDelegate(QStyledItemDelegate):
    """Rows of two heights: headings and findings."""

    @guarded(default=lambda: QSize(0, LINE))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = isinstance(index.data(ROW_ROLE), Heading)
        return QSize(100, HEADING if is_heading else 2 * LINE + 2 * PADDING)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        rect, state, worn = QRectF(option.rect), option.state, theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            _line(painter, rect.adjusted(LEFT, 6, -LEFT, 0), row.text, worn.muted, "section")
        elif isinstance(row, Finding):
            box = rect.adjusted(4, 1, -4, -1)
            paint_row_ground(painter, box, state, worn)
            top = rect.top() + PADDING
            sign = QRectF(rect.left() + LEFT, top + (LINE - SIGN) / 2, SIGN, SIGN)
            paint_glyph(painter, GLYPHS[row.level], sign, level_colour(row.level, worn))
            words = QRectF(rect.left() + TEXT_LEFT, top, rect.width() - TEXT_LEFT - LEFT, LINE)
            _line(painter, words, str(index.data()), worn.text, "panel")
            _line(painter, words.translated(0, LINE), row.why, worn.muted, "panel")
        painter.restore()


def _line(painter: QPainter, box: QRectF, words: str, ink: QColor, role: str) -> None:
    painter.setFont(theme.font(role))
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
