"""Wheel, two fingers and pinching."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from vsdesigner.ui.canvas.camera import STEP
from vsdesigner.ui.canvas.stage import Stage

NOTCH = 120.0  # eighths of a degree of one notch of an ordinary wheel
SCROLL_PER_NOTCH = 90.0  # px
PIXELS_PER_STEP = 120.0  # px of two fingers that make one zoom step


def on_wheel(stage: Stage, event: QWheelEvent) -> None:
    """Scroll vertically, with `Shift` horizontally, with `Ctrl` zoom at the pointer."""
    pixels, angle = event.pixelDelta(), event.angleDelta()
    keys = event.modifiers()
    if keys & Qt.KeyboardModifier.ControlModifier:
        turned = pixels.y() / PIXELS_PER_STEP if not pixels.isNull() else angle.y() / NOTCH
        if turned:
            stage.camera.zoom_at(stage.scale * STEP**turned, event.position())
    else:
        dx, dy = _way(pixels.x(), pixels.y()) if not pixels.isNull() else _notches(angle.x(), angle.y())
        if keys & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0.0
        stage.camera.scroll_by(-dx, -dy)
    event.accept()


def on_pinch(stage: Stage, event: QNativeGestureEvent) -> bool:
    """Zoom at the fingers; True when it was a pinch."""
    kind = event.gestureType()
    if kind == Qt.NativeGestureType.ZoomNativeGesture:
        stage.camera.zoom_at(stage.scale * max(0.1, 1.0 + event.value()), QPointF(event.position()))
    elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
        stage.camera.zoom_at(1.0, QPointF(event.position()))
    else:
        return False
    event.accept()
    return True


def _way(x: float, y: float) -> tuple[float, float]:
    return float(x), float(y)


def _notches(x: float, y: float) -> tuple[float, float]:
    return x / NOTCH * SCROLL_PER_NOTCH, y / NOTCH * SCROLL_PER_NOTCH
