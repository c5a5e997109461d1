"""The view: paints the scene, near or from far away, and hands every event of the hand to the controller."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessibleInterface,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from vsdesigner.ui.canvas.camera import Camera
from vsdesigner.ui.canvas.headers import LaneHeaders
from vsdesigner.ui.canvas.overlay import Overlay
from vsdesigner.ui.canvas.phase_strip import PhaseStrip
from vsdesigner.ui.canvas.scene import LaneScene
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.overview import OVERVIEW_BELOW

Hint = QPainter.RenderHint
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Hands(Protocol):
    """Who answers to the mouse and the keys; True means that the event was used."""

    def press(self, event: QMouseEvent) -> None: ...
    def move(self, event: QMouseEvent) -> None: ...
    def release(self, event: QMouseEvent) -> None: ...
    def double_click(self, event: QMouseEvent) -> None: ...
    def leave(self) -> None: ...
    def wheel(self, event: QWheelEvent) -> None: ...
    def pinch(self, event: QNativeGestureEvent) -> bool: ...
    def key_press(self, event: QKeyEvent) -> bool: ...
    def key_release(self, event: QKeyEvent) -> bool: ...
    def input_method(self, event: QInputMethodEvent) -> bool: ...
    def context_menu(self, event: QContextMenuEvent) -> None: ...
    def tool_tip(self, event: QHelpEvent) -> None: ...
    def drag_enter(self, event: QDragEnterEvent) -> None: ...
    def drag_move(self, event: QDragMoveEvent) -> None: ...
    def drag_leave(self, event: QDragLeaveEvent) -> None: ...
    def drop(self, event: QDropEvent) -> None: ...
    def lose_focus(self) -> None: ...


class LaneView(QGraphicsView):
    """Shows a scene with its lane headers. `moved` says that scale or position changed."""

    moved = Signal()
    scaled = Signal(float)
    focus_changed = Signal()

    def __init__(self, scene: LaneScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._scene = scene
        self.overlay = Overlay(scene)
        self.camera = Camera(self, self._on_scale)
        self.headers = LaneHeaders(scene, self.camera, self)
        self.strip = PhaseStrip(scene, self.camera, self)
        self.hands: Hands | None = None
        #: Answers to fingers on a touch screen.
        self.touch: Callable[[QTouchEvent], bool] | None = None
        #: Makes the interface of this view for assistive technology, when that asks.
        self.describe: Callable[[], QAccessibleInterface] | None = None
        #: Whether the focus came by a key, so that it has to be seen.
        self.focused_by_keyboard = False
        self.setObjectName("canvas_view")
        self.setAccessibleName(tr("Value stream"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        scene.bands_changed.connect(self._make_room)
        self._make_room()
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState, True)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing, True)
        self.setRenderHints(Hint.Antialiasing | Hint.TextAntialiasing | Hint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setDragMode(QGraphicsView.DragMode.NoDrag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        # Every pixel is painted, so scrolling may copy what is there and paint only the rest.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def lane_scene(self) -> LaneScene:
        """The scene it shows."""
        return self._scene

    @property
    def far(self) -> bool:
        """Whether it is too small for work on single lines and for what stands beside a card."""
        return self.camera.scale < OVERVIEW_BELOW

    def scene_point(self, event: QMouseEvent | QDropEvent) -> QPointF:
        """Return where in the scene an event happened."""
        return self.camera.to_scene(event.position())

    def _on_scale(self) -> None:
        self._scene.drawing.inks.set_scale(self.camera.scale)
        self.viewport().update()
        self.headers.update()
        self.strip.update()
        self.moved.emit()
        self.scaled.emit(self.camera.scale)

    def _make_room(self) -> None:
        """Give the headers of lanes and phases the room that they want now."""
        before = self.viewportMargins()
        wide, high = self.headers.width_in(self.width()), self.strip.wanted_height
        self.camera.at_top = high > 0
        if (before.left(), before.top()) != (wide, high):
            self.setViewportMargins(wide, high, 0, 0)
            if self.camera.keep is None:  # what is seen stays where it is on the screen
                self.camera.scroll_by(wide - before.left(), high - before.top())

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._scene.drawing.in_one_go:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setRenderHints(self.renderHints())
        painter.setWorldTransform(self.viewportTransform())
        area = QRectF(event.rect())
        seen = self.viewportTransform().inverted()[0].mapRect(area)
        self._scene.drawBackground(painter, seen)
        self._scene.paint_overview(painter, seen)
        self.overlay.paint(painter, seen)
        painter.end()

    @guarded
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.overlay.paint(painter, QRectF(rect))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        area, edges = self.viewport().geometry(), self.viewportMargins()
        wide, high = edges.left(), edges.top()
        self.headers.setGeometry(area.left() - wide, area.top(), wide, area.height())
        self.strip.setGeometry(area.left() - wide, area.top() - high, area.width() + wide, high)
        if self.camera.keep is not None:
            self.camera.keep()
        else:
            self.camera.settle()
        self.moved.emit()

    @guarded
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dy:
            self.headers.update()
        if dx:
            self.strip.update()
        self.moved.emit()

    # -- events -----------------------------------------------------------------------------------------
    @guarded(default=False)
    def viewportEvent(self, event: QEvent) -> bool:
        hands = self.hands
        if hands is not None:
            kind = event.type()
            if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
                hands.tool_tip(event)
                return True
            if kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
                return hands.pinch(event)
            if isinstance(event, QTouchEvent) and self.touch is not None and self.touch(event):
                return True
            if kind == QEvent.Type.Leave:
                hands.leave()
        return super().viewportEvent(event)

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        return False  # Tab walks along the flow; F6 leads to the other regions

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.camera.hold()
        if self.hands is not None:
            self.hands.press(event)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.hands is not None:
            self.hands.move(event)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.hands is not None:
            self.hands.release(event)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.hands is not None:
            self.hands.double_click(event)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hands is not None:
            self.hands.wheel(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.camera.arrive()
        if self.hands is None or not self.hands.key_press(event):
            event.ignore()

    @guarded
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.hands is None or not self.hands.key_release(event):
            event.ignore()

    @guarded
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.hands is None or not self.hands.input_method(event):
            event.ignore()

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.hands is not None:
            self.hands.context_menu(event)
            event.accept()

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.hands is not None:
            self.hands.drag_enter(event)

    @guarded
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.hands is not None:
            self.hands.drag_move(event)

    @guarded
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        if self.hands is not None:
            self.hands.drag_leave(event)

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        if self.hands is not None:
            self.hands.drop(event)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt takes it away because no item wants input; we do, to start renaming with what is typed.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        self.focused_by_keyboard = event.reason() in _BY_KEYBOARD
        self.focus_changed.emit()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.hands is not None:
            self.hands.lose_focus()
        self.focused_by_keyboard = False
        self.focus_changed.emit()
