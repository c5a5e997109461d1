"""A part of the window that is built after the first frame, which does not wait for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vsdesigner.ui.guard import guarded

W = TypeVar("W", bound=QWidget)


class LateContent(QWidget, Generic[W]):
    """Keeps the room of a widget that `make` builds, once: when this was painted, or when it is asked for."""

    def __init__(self, make: Callable[[], W], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._content: W | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @property
    def content(self) -> W:
        """The widget; built now if it is not there yet."""
        if self._content is None:
            self._content = self._make()
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self._content)
                self._content.show()  # a widget that comes into a visible one stays hidden by itself
                layout.activate()
        return self._content

    @property
    def is_built(self) -> bool:
        """Whether the widget is there already."""
        return self._content is not None

    def _build(self) -> W:
        return self.content

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._content is None:
            # After this frame, not in it. The object's own timer: it dies with the window.
            QTimer.singleShot(0, self, self._build)
