"""A black or white screen: everybody looks at the speaker until the next key or click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from vsdesigner import palette
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.covers.cover import show_cover
from vsdesigner.ui.presentation.show import Layer

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

COLOURS = {Layer.BLACK: palette.BLACK, Layer.WHITE: palette.WHITE}
#: Keys that are held for others, or that belong to the machine: they do not end it.
SILENT_KEYS = frozenset(
    (
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_Print,
        Qt.Key.Key_unknown,
    )
)


class Blank(QWidget):
    """Lies over everything while it is on; the next key, click or turn of the wheel only ends it."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self.setObjectName("blank")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._state, self._window = window.state, window
        self._state.looks_changed.connect(self._on_looks)
        self.hide()

    def _on_looks(self) -> None:
        show_cover(self._window, self, on=self._state.layer in COLOURS)
        self.update()

    def _end(self) -> None:
        self._state.show_layer(Layer.NONE)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state.layer in COLOURS:
            painter = QPainter(self)
            painter.fillRect(event.rect(), QColor(*COLOURS[self._state.layer]))
            painter.end()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) not in SILENT_KEYS and not event.isAutoRepeat():
            self._end()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._end()

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._end()


def attach(window: PresentWindow) -> None:
    """Add the two blank screens."""
    window.cover_with(Blank(window))


BLANKS = (
    Command(
        "show.black",
        "show",
        "Black screen",
        lambda window: window.state.toggle_layer(Layer.BLACK),
        ("B", "."),
    ),
    Command(
        "show.white",
        "show",
        "White screen",
        lambda window: window.state.toggle_layer(Layer.WHITE),
        ("W", ","),
    ),
)
