"""Shows what an export would write, a moment after the last change; the work is done in a thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.exchange.registry import Cancelled
from vsdesigner.model.errors import UserError
from vsdesigner.ui import tasks, theme
from vsdesigner.ui.export.looking import Asked, Look, look
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text

if TYPE_CHECKING:
    from vsdesigner.exchange.excel.first_cells import SheetLook

log = logging.getLogger(__name__)

PAUSE_MS = 250  # without a change before it is worth rendering
COLUMN, WIDEST_COLUMN = 90, 260  # px
LINES = 4  # of text in a cell
CELL_PADDING, MOST_HIGH = 12, 10_000  # px


class PreviewPane(QWidget):
    """Ask with `show_export`; what was asked before is stopped and never comes."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_preview")
        self.look: Look | None = None
        self._asked: Callable[[], Asked] | None = None
        self._task: tasks.Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self.said = PlainLabel(wrap=True)
        self.said.setProperty("role", "muted")
        self.said.setObjectName("export_preview_said")
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self.said)

    def show_export(self, asked: Callable[[], Asked]) -> None:
        """Show what this would write, soon: `asked` is called when it is time."""
        self.stop()
        self._asked = asked
        self.said.setText(tr("Looking what it will be …"))
        self._pause.start()

    def stop(self) -> None:
        """Show nothing any more of what was asked."""
        self._pause.stop()
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _begin(self) -> None:
        if self._asked is None:
            return
        asked = self._asked()
        self._task = tasks.run(
            lambda progress, is_cancelled: look(asked, progress, is_cancelled),
            self._on_done,
            self._on_error,
            quiet=True,
        )

    def _on_done(self, found: Look) -> None:
        self._task = None
        self.look = found
        self._show(widget_of(found))
        self.said.setText(found.said)
        self.shown.emit()

    def _on_error(self, error: Exception) -> None:
        self._task = None
        self.look = None
        if isinstance(error, UserError):
            text = PlainLabel(str(error), wrap=True)
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._show(text)
            self.said.setText("")
        else:
            self._show(QWidget())
            self.said.setText(tr("There is no picture of it: the export fails on this document."))
            if not isinstance(error, Cancelled):
                # The export itself will report it; a look that nobody asked for stays quiet.
                log.error("the preview failed", exc_info=error)
        self.shown.emit()

    def _show(self, widget: QWidget) -> None:
        old = self._stack.currentWidget()
        kept = old.currentIndex() if isinstance(old, QTabWidget) else -1
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if isinstance(widget, QTabWidget) and 0 <= kept < widget.count():
            widget.setCurrentIndex(kept)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()


class Picture(QWidget):
    """A picture as large as its room allows, never larger than it is; a click or Enter enlarges it."""

    def __init__(self, image: QImage, *, grows: bool, title: str = "") -> None:
        super().__init__()
        self._image = image
        self._fitted = QImage()  # as large as it is shown
        self._title = title
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(escape_tooltip(tr("Click to see it larger")))
        self.setAccessibleName(title or tr("Preview"))
        self._grows = grows  # it takes the room there is, instead of the height that its width asks for

    @guarded(default=QSize(200, 120))
    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    @guarded(default=False)
    def hasHeightForWidth(self) -> bool:
        return not self._grows

    @guarded(default=120)
    def heightForWidth(self, width: int) -> int:
        return round(width * self._image.height() / max(1, self._image.width()))

    def enlarge(self) -> None:
        """Show it in a window of its own."""
        from vsdesigner.ui.export.enlarged import Enlarged

        Enlarged(self.window(), self._title, self._image).open()

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.enlarge()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.enlarge()
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        room = QSize(round(self.width() * ratio), round(self.height() * ratio))
        size = self._image.size()
        size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        size = size.boundedTo(self._image.size())
        if self._fitted.size() != size:  # a large picture takes time to be made small
            self._fitted = self._image.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        wide, high = round(size.width() / ratio), round(size.height() / ratio)
        place = QRect((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)
        painter = QPainter(self)
        if self._image.hasAlphaChannel():
            painter.fillRect(place, theme.LIGHT.card)
        painter.drawImage(place, self._fitted)
        painter.setPen(theme.current().line)
        if self.hasFocus():
            painter.setPen(theme.current().accent)
        painter.drawRect(place.adjusted(0, 0, -1, -1))


def widget_of(found: Look) -> QWidget:
    """Return what shows a look: a picture, pictures below each other, sheets behind tabs, or text."""
    if found.sheets:
        return _sheets(found.sheets)
    if found.pictures:
        return _pictures(found.pictures, found.text)
    if found.text:
        text = QPlainTextEdit(found.text)
        text.setReadOnly(True)
        text.setAccessibleName(tr("Preview"))
        return text
    words = PlainLabel(tr("This format has no preview."), wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words


def _pictures(pictures: Sequence[tuple[str, QImage]], words: str = "") -> QWidget:
    if len(pictures) == 1 and not pictures[0][0] and not words:
        only = Picture(pictures[0][1], grows=True)
        only.setAccessibleName(tr("Preview"))
        return only
    inside = QWidget()
    inside.setProperty("role", "panel")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(6)
    drawn = [(title, image) for title, image in pictures if not image.isNull()]
    for number, (title, image) in enumerate(drawn, start=1):
        if title or len(pictures) > 1:
            column.addWidget(_field(f"{number}   {title}".strip()))
        column.addWidget(Picture(image, grows=False, title=title))
        column.addSpacing(8)
    if more := len(pictures) - len(drawn):
        column.addWidget(_field(tr_count("1 more follows.", "{count} more follow.", more)))
    if words:
        text = PlainLabel(words, wrap=True)
        text.setObjectName("export_preview_words")
        column.addWidget(text)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(tr("Preview"))
    area.setWidget(inside)
    return area


def _field(text: str) -> PlainLabel:
    label = PlainLabel(text, wrap=True)
    label.setProperty("role", "field")
    return label


def _sheets(sheets: Sequence[SheetLook]) -> QWidget:
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    tabs.setAccessibleName(tr("Sheets of the workbook"))
    for sheet in sheets:
        tabs.addTab(_grid(sheet) if sheet.rows else QListWidget(), menu_text(sheet.name))
    return tabs


def _height(grid: QTableWidget, column: int, text: str) -> int:
    """The px that a cell needs, up to some lines; Qt's own answer forgets the padding of our style."""
    metrics = grid.fontMetrics()
    room = QRect(0, 0, grid.columnWidth(column) - 2 * CELL_PADDING, MOST_HIGH)
    needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
    return min(max(needed, metrics.lineSpacing()), LINES * metrics.lineSpacing()) + CELL_PADDING


def _grid(sheet: SheetLook) -> QWidget:
    width = max(len(row) for row in sheet.rows)
    grid = QTableWidget(len(sheet.rows), width)
    grid.setAccessibleName(sheet.name)
    grid.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    grid.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    grid.setWordWrap(True)
    grid.verticalHeader().hide()
    grid.horizontalHeader().hide()
    grid.setTabKeyNavigation(False)
    for row, cells in enumerate(sheet.rows):
        for column, text in enumerate(cells):
            if text:
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.setItem(row, column, item)
    header = grid.horizontalHeader()
    header.setMaximumSectionSize(WIDEST_COLUMN)
    header.setDefaultSectionSize(COLUMN)
    grid.resizeColumnsToContents()
    grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    for row, cells in enumerate(sheet.rows):
        grid.setRowHeight(
            row, max((_height(grid, column, text) for column, text in enumerate(cells)), default=0)
        )
    if not sheet.more:
        return grid
    page = QWidget()
    column_of = QVBoxLayout(page)
    column_of.setContentsMargins(0, 0, 0, 0)
    column_of.addWidget(grid, 1)
    column_of.addWidget(_field(tr_count("1 more row follows.", "{count} more rows follow.", sheet.more)))
    return page
