"""Hands every event to the gesture, key or mark that it is meant for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip

from vsdesigner.layout.geometry import Point
from vsdesigner.ui.canvas.context_menu import build_menu
from vsdesigner.ui.canvas.keys import Keys
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools import wheel
from vsdesigner.ui.canvas.tools.auto_scroll import AutoScroll
from vsdesigner.ui.canvas.tools.double_click import on_double_click
from vsdesigner.ui.canvas.tools.drops import Drops
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.hover import Hover
from vsdesigner.ui.canvas.tools.pan import PanGesture
from vsdesigner.ui.canvas.tools.select import begin
from vsdesigner.ui.canvas.words import tooltip_of
from vsdesigner.ui.plain import escape_tooltip

Button = Qt.MouseButton
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Control)


class Controller:
    """The hands of one view: at most one gesture at a time."""

    def __init__(self, stage: Stage, on_busy: Callable[[], None]) -> None:
        """`on_busy` is called whenever a gesture began or ended."""
        self._stage = stage
        self._on_busy = on_busy
        self._gesture: Gesture | None = None
        self._button = Button.NoButton
        self._space = False
        self._pointer = Pointer(QPointF(), Point(0, 0), Qt.KeyboardModifier.NoModifier)
        self._pressed = self._pointer
        self._drops = Drops(stage, on_busy)
        self.keys = Keys(stage, on_busy)
        self.hover = Hover(stage)
        self._scroll = AutoScroll(stage, self._follow_scroll)

    @property
    def busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None or self._drops.busy or self.keys.proposing

    @property
    def holds(self) -> bool:
        """Whether a gesture holds something on the drawing, and not the drawing itself."""
        return self.busy and not isinstance(self._gesture, PanGesture)

    def cancel(self) -> bool:
        """End the gesture under way without a trace; False when there is none."""
        self.keys.cancel()
        gesture, self._gesture = self._gesture, None
        self._scroll.stop()
        if gesture is not None:
            gesture.cancel()
            self._ended()
        return gesture is not None

    # -- mouse ------------------------------------------------------------------------------------------
    def press(self, event: QMouseEvent) -> None:
        event.accept()
        if self._gesture is not None:
            return
        self.settle_down()
        self._stage.view.headers.choose("")
        pointer = self._see(event)
        button = event.button()
        if button == Button.MiddleButton or (button == Button.LeftButton and self._space):
            self._begin(PanGesture(self._stage, pointer), button)
        elif button == Button.LeftButton:
            self._begin(begin(self._stage, pointer), button)
        elif button == Button.RightButton and self._stage.armed is None:
            self._point_at(pointer)

    def move(self, event: QMouseEvent) -> None:
        event.accept()
        pointer = self._see(event)
        if self._gesture is None:
            if not event.buttons() and not self._space:
                self.hover.follow(pointer)
            return
        self._follow(pointer)
        if self._gesture.scrolls and pointer.far_from(self._pressed):
            area = self._stage.view.viewport().rect()
            self._scroll.follow(self._gesture.scroll_point(pointer.at, area))

    def release(self, event: QMouseEvent) -> None:
        event.accept()
        if self._gesture is None or event.button() != self._button:
            return
        pointer = self._see(event)
        self._scroll.stop()
        gesture, self._gesture = self._gesture, None
        gesture.release(pointer)
        self._ended()
        if self._stage.view.viewport().rect().contains(pointer.at.toPoint()):
            self.hover.follow(pointer)

    def hold(self, event: QMouseEvent, grip: Callable[[Pointer], Gesture]) -> None:
        """Begin what a header offers; it hands on `move` and `release` in px of the viewport."""
        if self._gesture is None:
            self.settle_down()
            self._begin(grip(self._see(event)), event.button())

    def settle_down(self) -> None:
        """Take over what is being typed, for something else begins."""
        self.keys.cancel()
        self._stage.naming.commit()
        self._stage.header_naming.commit()
        self._stage.quick_add.commit()
        QToolTip.hideText()

    def double_click(self, event: QMouseEvent) -> None:
        event.accept()
        pointer = self._see(event)
        idle = not self._space and self._gesture is None and self._stage.armed is None
        if event.button() == Button.LeftButton and idle:
            on_double_click(self._stage, pointer)

    def leave(self) -> None:
        if not self.busy:
            self.hover.leave()

    def wheel(self, event: QWheelEvent) -> None:
        wheel.on_wheel(self._stage, event)
        if self._gesture is not None:
            self._follow_scroll()

    def pinch(self, event: QNativeGestureEvent) -> bool:
        return wheel.on_pinch(self._stage, event)

    def context_menu(self, event: QContextMenuEvent) -> None:
        if self.cancel() or self._stage.disarm():
            return
        self._stage.naming.commit()
        self._stage.aids.magnifier.go()
        scene, spot = self._point(QPointF(event.pos())), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            scene, spot = self._keyboard_spot()
        build_menu(self._stage, scene).popup(spot)

    def tool_tip(self, event: QHelpEvent) -> None:
        stage = self._stage
        point = self._point(QPointF(event.pos()))
        hit = stage.card_at(point) or stage.flow_at(point)
        words = tooltip_of(stage, hit) if hit and not self.busy else ""
        if words:
            near = QRect(event.pos() - QPoint(8, 8), event.pos() + QPoint(8, 8))
            QToolTip.showText(event.globalPos(), escape_tooltip(words), stage.view.viewport(), near)
        else:
            QToolTip.hideText()

    # -- keys -------------------------------------------------------------------------------------------
    def key_press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape and (self.keys.cancel() or self.cancel() or self._drops.end()):
            return True
        armed = self._stage.armed
        if self._gesture is None and armed is not None:
            if key == Qt.Key.Key_Escape:
                return self._stage.disarm()
            if armed.key(event):
                return True
        if key == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat() and self._gesture is None:
                self._space = True
                self.hover.leave()
                self._stage.view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            return True
        if self._gesture is not None:
            self._follow_keys(event)
            return True
        return self.keys.press(event)

    def key_release(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            if self._gesture is None:
                self._stage.view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            return True
        if self._gesture is not None:
            self._follow_keys(event)
            return True
        return self.keys.release(event)

    def input_method(self, event: QInputMethodEvent) -> bool:
        return self._gesture is None and self.keys.input_method(event)

    def lose_focus(self) -> None:
        self._space = False
        self.cancel()

    # -- from the palette -------------------------------------------------------------------------------
    def drag_enter(self, event: QDragEnterEvent, at: QPointF | None = None) -> None:
        if self._drops.takes(event):
            self.cancel()
            self._stage.naming.commit()
            self.hover.hide()
        self._drops.enter(event, at)

    def drag_move(self, event: QDragMoveEvent, at: QPointF | None = None) -> None:
        self._drops.move(event, at)

    def drag_leave(self, event: QDragLeaveEvent) -> None:
        self._drops.end()
        event.accept()

    def drop(self, event: QDropEvent, at: QPointF | None = None) -> None:
        self._drops.drop(event, at)

    # -- inside -----------------------------------------------------------------------------------------
    def _begin(self, gesture: Gesture, button: Qt.MouseButton) -> None:
        self._gesture, self._button, self._pressed = gesture, button, self._pointer
        self.hover.hide()
        self._show_cursor()
        self._on_busy()

    def _ended(self) -> None:
        self._button = Button.NoButton
        shape = Qt.CursorShape.OpenHandCursor if self._space else Qt.CursorShape.ArrowCursor
        self._stage.view.viewport().setCursor(shape)
        self.hover.refresh()
        self._on_busy()

    def _follow(self, pointer: Pointer) -> None:
        if self._gesture is not None:
            successor = self._gesture.move(pointer)
            if successor is not None:
                self._gesture = successor
                self._show_cursor()

    def _follow_scroll(self) -> None:
        """The drawing moved under a pointer that stands still."""
        self._pointer = Pointer(self._pointer.at, self._point(self._pointer.at), self._pointer.keys)
        self._follow(self._pointer)

    def _follow_keys(self, event: QKeyEvent) -> None:
        """A modifier went down or up in the middle of a gesture."""
        held = event.modifiers()
        self._pointer = Pointer(self._pointer.at, self._pointer.scene, held)
        if event.key() in MODIFIERS and self._pointer.far_from(self._pressed):
            self._follow(self._pointer)

    def _show_cursor(self) -> None:
        if self._gesture is not None and self._gesture.cursor is not None:
            self._stage.view.viewport().setCursor(QCursor(self._gesture.cursor))

    def _point_at(self, pointer: Pointer) -> None:
        """Select what a menu is asked for, unless it is selected already."""
        stage = self._stage
        hit = stage.card_at(pointer.scene) or stage.flow_at(pointer.scene)
        if hit not in stage.session.selection:
            stage.session.select((hit,) if hit else ())

    def _keyboard_spot(self) -> tuple[Point, QPoint]:
        stage = self._stage
        cards = stage.selected_cards()
        scene = stage.rect(cards[0]).center if cards else stage.visible.center
        return scene, stage.view.viewport().mapToGlobal(stage.to_view(scene).toPoint())

    def _see(self, event: QMouseEvent) -> Pointer:
        at = event.position()
        self._stage.by_finger = event.pointerType() == QPointingDevice.PointerType.Finger
        self._pointer = Pointer(at, self._point(at), event.modifiers())
        return self._pointer

    def _point(self, at: QPointF) -> Point:
        found = self._stage.camera.to_scene(at)
        return Point(found.x(), found.y())
