"""Gives to a part of a presentation what was done on something that lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from vsdesigner.ui.presentation.show import Layer

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

BLANKS = (Layer.BLACK, Layer.WHITE)


def click_at(window: PresentWindow, at: QPoint, beneath: QWidget | None = None) -> None:
    """Click what is at a point of the window, or what is there `beneath` one of its covers."""
    if beneath is not None:
        beneath.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=True)
    target = window.childAt(at) or window
    if beneath is not None:
        beneath.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
    spot = QPointF(target.mapFrom(window, at)), QPointF(window.mapToGlobal(at))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, buttons in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        event = QMouseEvent(kind, *spot, left, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, event)


def go(window: PresentWindow, command: str) -> None:
    """Do a command that a hand asked for: a blank screen only comes back, other things make room for it."""
    layer = window.state.layer
    window.state.show_layer(Layer.NONE)
    if layer not in BLANKS:
        window.run(command)
