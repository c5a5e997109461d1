"""The laser: a red dot where the mouse points, with a trail that fades."""

from __future__ import annotations

import math
import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QTouchEvent
from PySide6.QtWidgets import QWidget

from vsdesigner import palette
from vsdesigner.ui import motion
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.presentation.hand.hand_on import click_at
from vsdesigner.ui.presentation.show import Tool

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

RADIUS = 9.0  # px of the design
GLOW = 2.4  # the dot's ring, in radii
FADE_MS = 420
FRAME_MS = 16
TRAIL_SHARE = 0.55
TAP_SLOP = 24.0  # px of the design


class Laser(QWidget):
    """Lies over the parts while the laser is taken; clicks go to what is beneath."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self.setObjectName("laser")
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._window, self._state = window, window.state
        self._dot: QPointF | None = None
        self._trail: deque[tuple[float, QPointF]] = deque()
        self._touched_at = QPointF()
        self._fading = QTimer(self, interval=FRAME_MS)
        self._fading.timeout.connect(self._fade)
        self._state.looks_changed.connect(self._on_looks)
        self._on_looks()

    @property
    def dot(self) -> QPointF | None:
        """Where it points, in px of the window; None while it points nowhere."""
        return self._dot

    @property
    def trail(self) -> int:
        """How many points are behind the dot."""
        return len(self._trail)

    def _on_looks(self) -> None:
        on = self._state.tool is Tool.LASER
        if on != self.isVisibleTo(self._window):
            self._dot = None
            self._trail.clear()
            self._fading.stop()
            self.setVisible(on)
            if on and self.underMouse():
                self._point(QPointF(self.mapFromGlobal(self.cursor().pos())))

    def _point(self, at: QPointF | None) -> None:
        self._dirty()
        if self._dot is not None and at is not None and not motion.is_reduced():
            self._trail.append((time.monotonic(), self._dot))
            self._fading.start()
        self._dot = at
        self._dirty()

    def _fade(self) -> None:
        self._dirty()
        oldest = time.monotonic() - FADE_MS / 1000
        while self._trail and self._trail[0][0] < oldest:
            self._trail.popleft()
        if not self._trail:
            self._fading.stop()

    def _dirty(self) -> None:
        """Paint again where dot and trail are."""
        points = [point for _, point in self._trail]
        if self._dot is not None:
            points.append(self._dot)
        if points:
            left, right = min(p.x() for p in points), max(p.x() for p in points)
            top, bottom = min(p.y() for p in points), max(p.y() for p in points)
            wide = RADIUS * self._state.unit * GLOW + 4
            area = QRectF(left, top, right - left, bottom - top).adjusted(-wide, -wide, wide, wide)
            self.update(area.toAlignedRect())

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = max(4.0, RADIUS * self._state.unit)
        self._paint_trail(painter, radius)
        if self._dot is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_red(0.25))
            painter.drawEllipse(self._dot, radius * GLOW, radius * GLOW)
            painter.setBrush(_red(1.0))
            painter.drawEllipse(self._dot, radius, radius)
        painter.end()

    def _paint_trail(self, painter: QPainter, radius: float) -> None:
        """The trail is thinner the older it is: one shape, so that nothing overlaps."""
        now = time.monotonic()
        points = [*self._trail, (now, self._dot)] if self._dot is not None else list(self._trail)
        left, right = [], []
        for at, (born, point) in enumerate(points):
            way = points[min(at + 1, len(points) - 1)][1] - points[max(at - 1, 0)][1]
            length = math.hypot(way.x(), way.y())
            if not length:
                continue
            half = radius * max(0.0, 1 - (now - born) * 1000 / FADE_MS)
            aside = QPointF(-way.y(), way.x()) * (half / length)
            left.append(point + aside)
            right.append(point - aside)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_red(TRAIL_SHARE))
        painter.drawPolygon(QPolygonF([*left, *reversed(right)]), Qt.FillRule.WindingFill)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position())

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            click_at(self._window, self.mapTo(self._window, event.position().toPoint()), beneath=self)
        else:
            event.ignore()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            event.accept()
            self._touched(event)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        """A finger that moves points; one that only taps clicks."""
        at = event.points()[0].position() if event.points() else self._touched_at
        if event.type() == QEvent.Type.TouchBegin:
            self._touched_at = at
            self._point(at)
        elif event.type() == QEvent.Type.TouchUpdate:
            self._point(at)
        else:
            self._point(None)
            near = (at - self._touched_at).manhattanLength() <= TAP_SLOP * self._state.unit
            if near and event.type() == QEvent.Type.TouchEnd:
                click_at(self._window, self.mapTo(self._window, at.toPoint()), beneath=self)


def _red(share: float) -> QColor:
    colour = QColor(*palette.LASER)
    colour.setAlphaF(share)
    return colour
