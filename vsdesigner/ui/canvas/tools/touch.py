"""Fingers on a touch screen: one is the hand, two pan and pinch, one that rests asks for the menu."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QTouchEvent,
)

from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.controller import Controller

STILL = 8.0  # px on screen that a finger trembles
LEAST_SPREAD = 24.0  # px between two fingers below which they only pan
RESTS = 600  # ms until a finger that does not move asks for the menu
NEAR = 24.0  # px on screen between the two taps of a double tap

Button, Kind = Qt.MouseButton, QEvent.Type


class Touch(QObject):
    """Nothing is pressed before it is clear that one finger is meant: it moved, or it was lifted."""

    def __init__(self, stage: Stage, controller: Controller) -> None:
        super().__init__(stage.view)
        self._stage = stage
        self._hands = controller
        self._start: QPointF | None = None  # of a single finger that has not moved yet
        self._pressed = False
        self._screen = QPointingDevice.primaryPointingDevice()
        self._pair: tuple[QPointF, float] | None = None  # middle and distance of two fingers
        self._last_tap = 0.0, QPointF()
        self._rest = QTimer(self, singleShot=True, interval=RESTS)
        self._rest.timeout.connect(self._on_rest)

    def on_event(self, event: QTouchEvent) -> bool:
        """Answer a touch event of the viewport; False for those of a touch pad, which are no touches."""
        if event.device().type() is QInputDevice.DeviceType.TouchPad:
            return False
        event.accept()
        self._screen = event.pointingDevice()
        if event.type() == Kind.TouchCancel:
            self._drop()
            return True
        points = [each.position() for each in event.points() if not _is_up(each.state())]
        if len(points) >= 2:
            self._two(points[0], points[1])
        elif event.type() == Kind.TouchBegin:
            self._begin(points[0])
        elif event.type() == Kind.TouchUpdate and points:
            self._one(points[0])
        elif event.type() == Kind.TouchEnd:
            self._end(event.points()[-1].position())
        return True

    # -- one finger -------------------------------------------------------------------------------------
    def _begin(self, at: QPointF) -> None:
        self._stage.camera.hold()
        self._start, self._pair, self._pressed = at, None, False
        self._rest.start()

    def _one(self, at: QPointF) -> None:
        if self._start is None:
            return  # one of two was lifted: nothing more happens until all are
        if not self._pressed:
            if (at - self._start).manhattanLength() < STILL:
                return
            self._rest.stop()
            self._press(self._start)
        self._send(Kind.MouseMove, at, Button.LeftButton)

    def _end(self, at: QPointF) -> None:
        self._rest.stop()
        start, self._start, self._pair = self._start, None, None
        if start is None:
            return
        if self._pressed:
            self._pressed = False
            self._send(Kind.MouseButtonRelease, at)
            return
        self._press(start)
        self._pressed = False
        self._send(Kind.MouseButtonRelease, start)
        self._count_tap(start)

    def _count_tap(self, at: QPointF) -> None:
        before, where = self._last_tap
        now = time.monotonic()
        soon = now - before < QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        if soon and (at - where).manhattanLength() < NEAR:
            self._last_tap = 0.0, QPointF()
            self._send(Kind.MouseButtonDblClick, at)
        else:
            self._last_tap = now, at

    def _on_rest(self) -> None:
        start, self._start = self._start, None
        if start is None or self._pressed:
            return
        viewport = self._stage.view.viewport()
        spot = start.toPoint()
        self._send(Kind.MouseButtonPress, start, Button.RightButton)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, viewport.mapToGlobal(spot))
        self._hands.context_menu(event)

    def _press(self, at: QPointF) -> None:
        self._pressed = True
        self._send(Kind.MouseButtonPress, at)

    def _send(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton = Button.LeftButton) -> None:
        """Let the hands do what they do for the mouse; the device tells them that it is a finger."""
        held = Button.NoButton if kind == Kind.MouseButtonRelease else button
        pushed = Button.NoButton if kind == Kind.MouseMove else button
        where = self._stage.view.viewport().mapToGlobal(at)
        event = QMouseEvent(kind, at, where, pushed, held, QGuiApplication.keyboardModifiers(), self._screen)
        do = {
            Kind.MouseButtonPress: self._hands.press,
            Kind.MouseMove: self._hands.move,
            Kind.MouseButtonRelease: self._hands.release,
            Kind.MouseButtonDblClick: self._hands.double_click,
        }[kind]
        do(event)

    # -- two fingers ------------------------------------------------------------------------------------
    def _two(self, first: QPointF, second: QPointF) -> None:
        """Keep what is under both fingers under them."""
        middle, gap = (first + second) / 2, second - first
        spread = float((gap.x() ** 2 + gap.y() ** 2) ** 0.5)
        before = self._pair
        self._pair = middle, spread
        if before is None:
            self._drop()
            self._pair = middle, spread
            return
        camera = self._stage.camera
        moved = before[0] - middle
        camera.scroll_by(moved.x(), moved.y())
        if before[1] >= LEAST_SPREAD and spread >= LEAST_SPREAD:
            camera.zoom_at(camera.scale * spread / before[1], middle)

    def _drop(self) -> None:
        """What one finger had begun is taken back."""
        self._rest.stop()
        if self._pressed:
            self._hands.cancel()
        self._start, self._pair, self._pressed = None, None, False


def _is_up(state: object) -> bool:
    return bool(getattr(state, "name", "") == "Released")
