"""A strip of headers at an edge of the view: what the hand does there is told in px of the viewport."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.plain import escape_tooltip


class StripHand(Protocol):
    """Who answers to the mouse on a strip."""

    def press(self, event: QMouseEvent) -> None: ...
    def move(self, event: QMouseEvent) -> None: ...
    def release(self, event: QMouseEvent) -> None: ...
    def double_click(self, event: QMouseEvent) -> None: ...
    def context_menu(self, at: QPointF, event: QContextMenuEvent) -> None: ...
    def leave(self) -> None: ...


class EdgeStrip(QWidget):
    """Base of the lanes' and the phases' headers. It never takes the keyboard: that stays with the view."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self.hand: StripHand | None = None
        self.setMouseTracking(True)

    def words_at(self, at: QPointF) -> str:
        """Return the tooltip at a point of the strip."""
        return ""

    def to_viewport(self, at: QPointF) -> QPointF:
        """Return a point of the strip in px of the viewport."""
        return at + QPointF(self.pos() - self._view.viewport().pos())

    # -- events -----------------------------------------------------------------------------------------
    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.hand is not None:
            self.hand.press(self._told(event))
        event.accept()

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.hand is not None:
            self.hand.move(self._told(event))
        event.accept()

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.hand is not None:
            self.hand.release(self._told(event))
        event.accept()

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.hand is not None:
            self.hand.double_click(self._told(event))
        event.accept()

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.hand is not None:
            self.hand.context_menu(self.to_viewport(QPointF(event.pos())), event)
        event.accept()

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        if self.hand is not None:
            self.hand.leave()
        super().leaveEvent(event)

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), escape_tooltip(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _told(self, event: QMouseEvent) -> QMouseEvent:
        """The same event as if it had happened on the viewport."""
        return QMouseEvent(
            event.type(),
            self.to_viewport(event.position()),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
