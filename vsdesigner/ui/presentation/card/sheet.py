"""A sheet of words in a presentation: laid out on each move, turned page by page, pressed where it can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.card.content import Content, Ink, Letters, plain
from vsdesigner.ui.presentation.card.layout import Laid, lay_out
from vsdesigner.ui.presentation.card.pieces import Page
from vsdesigner.ui.presentation.card.text import STEPS, Look, single
from vsdesigner.ui.presentation.show import Show

FOOT = 24.0  # design px for the number of the page, of which a part stands in the margin
FOOT_BELOW = 14.0
LEAST = 100.0  # design px; no screen gives less


@dataclass(frozen=True, slots=True)
class Column:
    """Words and where they go, in px of the sheet."""

    content: Content
    area: QRectF


@dataclass(frozen=True, slots=True)
class LaidColumn:
    """A column with its pages."""

    column: Column
    laid: Laid

    def page(self, number: int) -> Page:
        """Return what the column shows on a page; columns that are shorter keep their last one."""
        return self.laid.pages[min(number, len(self.laid.pages) - 1)]


class Sheet(QWidget):
    """Base of card and opening, which say when it is their turn, what they say, and where."""

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.state = state
        self._columns: tuple[LaidColumn, ...] = ()
        self._over: int | None = None
        for signal in (state.moved, state.changed, state.looks_changed, state.unit_changed):
            signal.connect(self._on_state)
        state.page_changed.connect(self._on_page)

    # -- what the others say ----------------------------------------------------------------------------
    def its_turn(self) -> bool:
        """Whether the present stop is shown here."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        """What is said now and where; asked for only when it is its turn."""
        raise NotImplementedError

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies behind the words."""
        painter.fillRect(self.rect(), self.state.theme.panel)

    #: Whether columns that stand side by side have letters of one size.
    one_size = False

    def is_seen(self) -> bool:
        """Whether the sheet can be seen at the present stop."""
        return not self.state.whole

    # -- reading ----------------------------------------------------------------------------------------
    @property
    def laid(self) -> tuple[LaidColumn, ...]:
        """What stands here now."""
        return self._columns

    def page_of(self, column: int) -> Page:
        """The present page of a column."""
        return self._columns[column].page(self.state.page)

    # -- inside -----------------------------------------------------------------------------------------
    def renew(self) -> None:
        """Lay everything out anew, and say how many pages there are."""
        self._over = None
        if not self.its_turn():
            self._columns = ()
            return
        if not self.is_seen():
            self._columns = ()
            self.state.set_pages(1)
            return
        unit, foot = self.state.unit, FOOT * self.state.unit
        columns = self.columns()
        if any(min(column.area.width(), column.area.height()) < LEAST * unit for column in columns):
            return  # it gets its size in a moment
        self._columns = tuple(LaidColumn(column, self._lay_out(column, foot)) for column in columns)
        smallest = max(each.laid.step for each in self._columns)
        if self.one_size and any(each.laid.step != smallest for each in self._columns):
            self._columns = tuple(
                LaidColumn(column, self._lay_out(column, foot, smallest)) for column in columns
            )
        self._tell()
        self.state.set_pages(max((len(each.laid.pages) for each in self._columns), default=1))
        self.update()

    def _lay_out(self, column: Column, foot: float, step: int | None = None) -> Laid:
        width, height = column.area.width(), column.area.height()
        return lay_out(column.content, width, height, self.state.theme, self.state.unit, foot, step)

    def _tell(self) -> None:
        """Tell screen readers."""
        contents = [each.column.content for each in self._columns]
        if contents:
            self.setAccessibleName(contents[0].name)
            self.setAccessibleDescription("\n".join(content.spoken for content in contents))

    def _on_state(self, *_: object) -> None:
        self.renew()

    def _on_page(self) -> None:
        self._over = None
        self.update()

    def _choice_at(self, point: QPointF) -> int | None:
        for column in self._columns:
            found = column.page(self.state.page).choice_at(point - column.column.area.topLeft())
            if found is not None:
                return found
        return None

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        for column in self._columns:
            page = column.page(self.state.page)
            painter.save()
            painter.translate(column.column.area.topLeft())
            page.draw(painter)
            self._paint_over(painter, page)
            painter.restore()
        if self.state.pages > 1 and self._columns:
            self._paint_number(painter)
        painter.end()

    def _paint_over(self, painter: QPainter, page: Page) -> None:
        for area, index in page.choices:
            if index == self._over:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.state.theme.hover)
                radius = 12.0 * self.state.unit
                painter.drawRoundedRect(area, radius, radius)

    def _paint_number(self, painter: QPainter) -> None:
        """Say which of how many pages this is, below the last column."""
        area = self._columns[-1].column.area
        look = Look(self.state.theme, self.state.unit, STEPS[-1])
        words = tr("Page {number} of {count}").format(number=self.state.page + 1, count=self.state.pages)
        line = single(plain(words, Ink.MUTED), look.font(Letters.SMALL), look)
        line.draw(
            painter,
            area.right() - line.area.width(),
            area.bottom() - line.area.height() + FOOT_BELOW * self.state.unit,
        )

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.renew()

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._choice_at(event.position())
        if over != self._over:
            self._over = over
            if over is None:
                self.unsetCursor()
            else:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()
        event.ignore()  # the window hides the pointer when it rests

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._over is not None:
            self._over = None
            self.unsetCursor()
            self.update()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        way = self._choice_at(event.position())
        if way is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()  # the window goes on
            return
        event.accept()
        self.state.next(way)
