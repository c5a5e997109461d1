"""The foot of the matrix: how often each role holds each letter."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.views.grid.dress import scaled_font
from vsdesigner.ui.views.raci.matrix_grid import MatrixGrid
from vsdesigner.ui.views.raci.model import NAME
from vsdesigner.ui.views.raci.painting import ROW_HEIGHT, paint_chip
from vsdesigner.ui.views.raci.speaking import count_words

LINE = 22.0  # px at 100 %
CHIP = 18.0
LEAST_ROWS = 6  # that the counts leave to the grid
MOST_LINES = 6  # beyond that only letters that somebody holds


class CountFooter(QWidget):
    """One line a letter, below the columns of the grid; a click on the words at the right of the first one
    counts tasks too, or not."""

    def __init__(self, grid: MatrixGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._room = 0
        self._link = QRectF()  # where the words stand that are clicked
        self.setObjectName("raci_view.counts")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        grid.matrix.recounted.connect(self.follow)
        grid.horizontalScrollBar().valueChanged.connect(self.update)
        grid.head.sectionResized.connect(self.update)
        grid.head.geometriesChanged.connect(self.follow)
        self.follow()

    def give_room(self, height: int) -> None:
        """Say how high the grid and this are together: where few rows are left it steps back."""
        if height != self._room:
            self._room = height
            self.follow()

    def follow(self) -> None:
        """Show the present counts, at the grid's scale."""
        matrix = self._grid.matrix
        height = self.sizeHint().height()
        self.setFixedHeight(height)
        rows = min(LEAST_ROWS, len(matrix.rows)) * ROW_HEIGHT * self._grid.scale
        fits = self._room - height - self._grid.head.height() >= rows
        self.setVisible(bool(matrix.roles and matrix.rows) and fits)
        said = (
            f"{role.name}: {count_words(matrix.letters, matrix.counts[role.id]) or '–'}"
            for role in matrix.roles
            if role.id in matrix.counts
        )
        self.setAccessibleName(tr("Letters by role"))
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def _letters(self) -> list[str]:
        matrix = self._grid.matrix
        known = [entry.letter for entry in matrix.letters]
        held = {letter for counts in matrix.counts.values() for letter, count in counts.items() if count}
        known += sorted(held.difference(known))
        return known if len(known) <= MOST_LINES else [letter for letter in known if letter in held]

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        lines = max(1, len(self._letters()))
        return QSize(200, round((lines * LINE + 6) * self._grid.scale))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        worn, scale, grid = theme.current(), self._grid.scale, self._grid
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), worn.window)
        painter.setPen(QPen(worn.line, 1))
        painter.drawLine(0, 0, self.width(), 0)
        first = grid.columnWidth(NAME) if grid.frozen is not None and grid.frozen.isVisible() else 0
        painter.save()
        painter.setClipRect(first, 0, self.width() - first, self.height())
        for column, role in enumerate(
            grid.matrix.roles, start=grid.matrix.add_column - len(grid.matrix.roles)
        ):
            left = grid.columnViewportPosition(column)
            room = QRectF(left, 0, grid.columnWidth(column), self.height())
            if room.right() > first and room.left() < self.width():
                self._paint_counts(painter, room, role.id)
        painter.restore()
        self._paint_names(painter, grid.columnWidth(NAME), scale)
        painter.end()

    def _line(self, at: int) -> float:
        return (3 + at * LINE) * self._grid.scale

    def _paint_counts(self, painter: QPainter, room: QRectF, role: str) -> None:
        worn, scale = theme.current(), self._grid.scale
        counts = self._grid.matrix.counts.get(role, Counter())
        painter.setFont(scaled_font("small", scale))
        for at, letter in enumerate(self._letters()):
            count = counts.get(letter, 0)
            painter.setPen(worn.text if count else worn.faint)
            line = QRectF(room.left(), self._line(at), room.width(), LINE * scale)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), str(count) if count else "·")

    def _paint_names(self, painter: QPainter, width: int, scale: float) -> None:
        worn, matrix = theme.current(), self._grid.matrix
        names = {entry.letter: tr(entry.name) for entry in matrix.letters}
        painter.fillRect(QRectF(0, 1, width, self.height()), worn.window)
        painter.setPen(QPen(worn.line, 1))
        painter.drawLine(QPointF(width - 0.5, 0), QPointF(width - 0.5, self.height()))
        title = tr("Steps and tasks") if matrix.with_tasks else tr("Steps only")
        self._link = QRectF()
        for at, letter in enumerate(self._letters()):
            chip = QRectF(10 * scale, self._line(at) + 2 * scale, 24 * scale, CHIP * scale)
            painter.setFont(scaled_font("badge", scale))
            paint_chip(painter, chip, letter, worn, foreign=letter not in names, scale=scale)
            painter.setFont(scaled_font("small", scale))
            painter.setPen(worn.muted)
            room = QRectF(
                chip.right() + 8 * scale, self._line(at), width - chip.right() - 12 * scale, LINE * scale
            )
            left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            shown = painter.fontMetrics().elidedText(
                names.get(letter, letter), Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, left, shown)
            if not at:
                rest = room.adjusted(painter.fontMetrics().horizontalAdvance(shown) + 12 * scale, 0, 0, 0)
                painter.setPen(worn.accent_ink)
                right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
                wide = painter.fontMetrics().horizontalAdvance(title)
                if wide <= rest.width():
                    painter.drawText(rest, right, title)
                    self._link = QRectF(rest.right() - wide, rest.top(), wide, rest.height())

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._link.contains(event.position()):
            self._grid.matrix.count_tasks(on=not self._grid.matrix.with_tasks)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._link.contains(event.position()):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            counted = tr("Steps and tasks are counted. Click to count steps only.")
            plain = tr("Only steps are counted. Click to count their tasks too.")
            self.setToolTip(escape_tooltip(counted if self._grid.matrix.with_tasks else plain))
        else:
            self.unsetCursor()
            self.setToolTip("")
