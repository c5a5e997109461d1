"""The overview: all steps as tiles over the whole window, to go to one of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScroller

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.covers.cover import show_cover
from vsdesigner.ui.presentation.covers.tiles import Grid, Tile, TilePainter, grid, tiles
from vsdesigner.ui.presentation.key_names import key_of
from vsdesigner.ui.presentation.show import Layer

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

#: Commands that have their own way to end it, or that leave it as it is.
STAYING = ("look.overview", "look.theme", "show.end")
PATIENCE_MS = 1_500  # between the digits of a number
TAP_SLOP = 12.0  # px of the design


class OverviewGrid(QAbstractScrollArea):
    """Lies over everything while it is on. Arrows, digits and Enter, a click or a tap go to a step.

    The keys of `commands` do what they do, and end it.
    """

    def __init__(self, window: PresentWindow, commands: Collection[str]) -> None:
        super().__init__(window)
        self.setObjectName("overview")
        self.setAccessibleName(tr("Overview of all steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._window, self._state = window, window.state
        self._commands = commands
        self._tiles: tuple[Tile, ...] = ()
        self._grid = Grid(1, 1.0, 0.0, 0.0, 0)
        self._painter = TilePainter(self._state.theme)
        self._current = 0
        self._typed = ""
        self._pressed: QPointF | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._forget)
        self._state.looks_changed.connect(self._on_looks)
        self._state.unit_changed.connect(self._place)
        self._state.changed.connect(self._on_changed)
        self.hide()

    @property
    def current(self) -> str:
        """The id of the tile that Enter goes to; "" when there is none."""
        return self._tiles[self._current].id if self._tiles else ""

    def centre_of(self, id: str) -> QPointF:
        """The middle of a tile in px of the viewport."""
        index = next(at for at, tile in enumerate(self._tiles) if tile.id == id)
        return self._grid.rect(index).center() - QPointF(0, self._scrolled)

    # -- being there ------------------------------------------------------------------------------------
    def _on_looks(self) -> None:
        on = self._state.layer is Layer.OVERVIEW
        self._painter = TilePainter(self._state.theme)
        self.viewport().update()
        if show_cover(self._window, self, on=on):
            self._forget()
            if on:
                self._begin()

    def _begin(self) -> None:
        self._read()
        here = [at for at, tile in enumerate(self._tiles) if tile.id == self._state.stop.id]
        self._current = here[0] if here else 0
        self._place()

    def _read(self) -> None:
        timed = "times" not in self._state.hidden
        path = self._state.journey.path
        self._tiles = tiles(self._state.view, self._state.stream, path, timed=timed)
        self._current = min(self._current, max(0, len(self._tiles) - 1))

    def _on_changed(self, _change: object) -> None:
        if self.isVisible():
            self._read()
            self._place()

    def _place(self) -> None:
        if self.isHidden():
            return
        area = self.viewport().size()
        self._grid = grid(len(self._tiles), area.width(), area.height(), self._state.unit)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._grid.height - area.height())))
        bar.setPageStep(area.height())
        bar.setSingleStep(round(self._grid.rect(0).height() / 3))
        self._show_current()

    @property
    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()

    def _show_current(self) -> None:
        rect, bar = self._grid.rect(self._current), self.verticalScrollBar()
        high, margin = self.viewport().height(), self._grid.top
        bar.setValue(round(min(max(bar.value(), rect.bottom() + margin - high), rect.top() - margin)))
        self.viewport().update()

    # -- going ------------------------------------------------------------------------------------------
    def _go(self) -> None:
        id = self.current
        self._state.show_layer(Layer.NONE)
        if id:
            self._state.go_to(id)

    def _move(self, index: int) -> None:
        self._forget()
        self._current = max(0, min(index, len(self._tiles) - 1))
        self._show_current()

    def _type(self, digit: str) -> None:
        self._typed = (self._typed + digit)[-6:]
        self._patience.start()
        wanted = self._typed.lstrip("0")
        for at, tile in enumerate(self._tiles):
            if tile.number == wanted:
                self._current = at
                self._show_current()

    def _forget(self) -> None:
        self._patience.stop()
        self._typed = ""

    def _rows_of_page(self) -> int:
        return max(1, int(self.viewport().height() / max(1.0, self._grid.rect(0).height())) - 1)

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, columns, last = key_of(event), self._grid.columns, len(self._tiles) - 1
        at = self._current
        down = at + columns if at + columns <= last or at // columns == last // columns else last
        ways = {
            "Left": at - 1,
            "Right": at + 1,
            "Up": at - columns if at >= columns else at,
            "Down": at if at // columns == last // columns else down,
            "PgUp": at - columns * self._rows_of_page(),
            "PgDown": at + columns * self._rows_of_page(),
            "Home": 0,
            "End": last,
        }
        if key in ways:
            self._move(ways[key])
        elif len(key) == 1 and key in "0123456789":
            self._type(key)
        elif key in ("Return", "Space"):
            self._go()
        else:
            event.ignore()  # it is for the window
            if key in self._commands:
                self._state.show_layer(Layer.NONE)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._grid.at(event.position() + QPointF(0, self._scrolled)) >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if (pressed - event.position()).manhattanLength() > max(8.0, TAP_SLOP * self._state.unit):
            return
        found = self._grid.at(event.position() + QPointF(0, self._scrolled))
        if found >= 0:
            self._current = found
            self._go()

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        event.accept()  # at the end of the tiles it is no step of the presentation

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @guarded
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._state.theme.window)
        walked = {stop.id for stop in self._state.journey.trail}
        top = self._scrolled
        for at in self._grid.among(top, top + self.viewport().height()):
            tile, rect = self._tiles[at], self._grid.rect(at)
            marks = {"walked"} if tile.id in walked else set()
            marks |= {"here"} if tile.id == self._state.stop.id else set()
            marks |= {"current"} if at == self._current else set()
            painter.save()
            painter.translate(rect.x(), rect.y() - top)
            painter.scale(self._grid.scale, self._grid.scale)
            self._painter.paint(painter, tile, marks)
            painter.restore()
        painter.end()


def attach(window: PresentWindow) -> None:
    """Add the overview."""
    from vsdesigner.ui.presentation.all_commands import COMMANDS  # late: it imports this

    keys = {key for command in COMMANDS if command.id not in STAYING for key in command.keys}
    window.cover_with(OverviewGrid(window, keys))


OVERVIEW = (
    Command(
        "look.overview",
        "look",
        "Overview of all steps",
        lambda window: window.state.toggle_layer(Layer.OVERVIEW),
        ("O",),
    ),
)
