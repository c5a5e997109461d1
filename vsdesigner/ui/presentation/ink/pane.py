"""Shows the ink over a presentation, and takes pen and eraser of mouse, finger and tablet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSizeF, Qt
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.presentation.ink.cursors import eraser_cursor, pen_cursor
from vsdesigner.ui.presentation.ink.ink import Ink, Page, Spot
from vsdesigner.ui.presentation.ink.painting import ink_colour, paint_line, paint_strokes, pen_width
from vsdesigner.ui.presentation.show import Tool

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

ERASER_RADIUS = 16.0  # px of the design
LEAST_WAY = 1.5  # px between two points of a line
TOOLS = (Tool.PEN, Tool.ERASER)


class InkPane(QWidget):
    """Lies over the parts. Without pen or eraser the mouse goes through it; without ink it is not there."""

    def __init__(self, window: PresentWindow, ink: Ink) -> None:
        super().__init__(window)
        self.setObjectName("ink")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._state, self._ink = window.state, ink
        self._line: list[Spot] = []  # of the stroke that is being drawn
        self._page: Page | None = None
        self._erased = False  # something, since the eraser came down
        self._rubbed: QPointF | None = None  # where the eraser was last
        self._finger = -1
        self._kept: QPixmap | None = None  # the strokes that are done
        ink.changed.connect(self._renew)
        state = window.state
        for signal in (state.moved, state.page_changed, state.looks_changed):
            signal.connect(self._on_elsewhere)
        state.unit_changed.connect(self._renew)
        self._on_elsewhere()

    # -- looks ------------------------------------------------------------------------------------------
    def _on_elsewhere(self) -> None:
        self._finish()
        taken = self._state.tool in TOOLS
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=not taken)
        self._renew()

    def _renew(self) -> None:
        self._kept = None
        if self._state.tool is Tool.PEN:
            self.setCursor(pen_cursor(ink_colour(self._state.theme, self._ink.colour), self._width()))
        elif self._state.tool is Tool.ERASER:
            self.setCursor(eraser_cursor(self._state.theme, ERASER_RADIUS * self._state.unit))
        else:
            self.unsetCursor()
        self.setVisible(self._state.tool in TOOLS or bool(self._ink.strokes))
        self.update()

    def _width(self, pressure: float = 1.0) -> float:
        return pen_width(self._state.unit, pressure)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._done())
        if self._line:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = ink_colour(self._state.theme, self._ink.colour)
            paint_line(painter, self._line, colour, QSizeF(self.size()), self._state.unit)
        painter.end()

    def _done(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        wanted = self.size() * ratio
        if self._kept is None or self._kept.size() != wanted:
            self._kept = QPixmap(wanted)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._kept)
            size = QSizeF(self.size())
            paint_strokes(painter, self._ink.strokes, size, self._state.unit, self._state.theme)
            painter.end()
        return self._kept

    # -- drawing ----------------------------------------------------------------------------------------
    def _begin(self, at: QPointF, pressure: float, tool: Tool) -> None:
        self._finish()
        self._page = self._ink.page
        self._erased, self._rubbed = False, None
        if tool is Tool.PEN:
            self._line = [self._spot(at, pressure)]
            self._show_line()
        else:
            self._erase(at)

    def _go_on(self, at: QPointF, pressure: float) -> None:
        if self._page is None:
            return
        if not self._line:
            self._erase(at)
            return
        last = self._line[-1]
        way = QPointF(last.x * self.width(), last.y * self.height()) - at
        if way.manhattanLength() >= LEAST_WAY:
            self._line.append(self._spot(at, pressure))
            self._show_line()

    def _finish(self) -> None:
        line, page = self._line, self._page
        self._line, self._page, self._finger = [], None, -1
        if line and page is not None:
            self._ink.add(page, line)

    def _erase(self, at: QPointF) -> None:
        """Erase along the way from where the eraser was: a quick hand comes in leaps."""
        pixels = ERASER_RADIUS * self._state.unit
        start, self._rubbed = self._rubbed or at, at
        leaps = max(1, int((at - start).manhattanLength() / pixels) + 1)
        ratio = self.width() / max(1, self.height())
        for leap in range(1, leaps + 1):
            spot = self._spot(start + (at - start) * (leap / leaps), 1.0)
            erased = self._ink.erase(
                spot.x, spot.y, pixels / max(1, self.height()), ratio, going_on=self._erased
            )
            self._erased = self._erased or erased

    def _spot(self, at: QPointF, pressure: float) -> Spot:
        return Spot(at.x() / max(1, self.width()), at.y() / max(1, self.height()), pressure)

    def _show_line(self) -> None:
        """Paint where the last pieces of the line are."""
        last = self._line[-3:]
        wide = int(self._width()) + 4
        xs = [round(spot.x * self.width()) for spot in last]
        ys = [round(spot.y * self.height()) for spot in last]
        area = QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
        self.update(area.adjusted(-wide, -wide, wide, wide))

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), 1.0, self._state.tool)
        else:
            event.ignore()

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position(), 1.0)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._finish()

    @guarded
    def tabletEvent(self, event: QTabletEvent) -> None:
        if self._state.tool not in TOOLS:
            event.ignore()
            return
        event.accept()
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            turned = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._begin(event.position(), event.pressure(), Tool.ERASER if turned else self._state.tool)
        elif kind == QEvent.Type.TabletMove:
            self._go_on(event.position(), event.pressure())
        else:
            self._finish()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and self._state.tool in TOOLS:
            event.accept()
            self._touched(event)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        """The first finger draws; palms and other fingers do not."""
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._finish()
            return
        points = event.points()
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(points[0].position(), _pressure(event, points[0]), self._state.tool)
            self._finger = points[0].id()
            return
        for point in points:
            if point.id() == self._finger:
                if point.state() == QEventPoint.State.Released:
                    self._finish()
                elif point.state() == QEventPoint.State.Updated:
                    self._go_on(point.position(), _pressure(event, point))


def _pressure(event: QTouchEvent, point: QEventPoint) -> float:
    device = event.device()
    feels = device is not None and bool(device.capabilities() & QInputDevice.Capability.Pressure)
    return point.pressure() if feels else 1.0
