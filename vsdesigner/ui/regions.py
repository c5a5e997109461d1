"""The regions of a window that the keyboard goes round: canvas, palette, outline, inspector."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from vsdesigner.ui.late import LateContent


class Regions(QObject):
    """Shows, hides and focuses the regions by name. The canvas is always there, the docks need not be."""

    changed = Signal()  # a region was shown or hidden

    def __init__(self, canvas: Callable[[], QWidget], docks: dict[str, QDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._docks = docks
        for dock in docks.values():
            dock.visibilityChanged.connect(lambda _visible: self.changed.emit())

    def is_shown(self, name: str) -> bool:
        """Say whether a region is open, also while it is behind another tab or the window is hidden."""
        return not self._docks[name].isHidden()

    def show(self, name: str) -> None:
        """Open a region and bring it to the front."""
        self._docks[name].show()
        self._docks[name].raise_()

    def toggle(self, name: str) -> None:
        """Open or close a region; the keyboard goes to the canvas when its region closes."""
        if not self.is_shown(name):
            self.show(name)
            return
        had_focus = self._current() == name
        self._docks[name].hide()
        if had_focus:
            self.focus("canvas")

    def focus(self, name: str) -> None:
        """Give the keyboard to a region."""
        region = self._region(name)
        target: QWidget = region.focusProxy() or region
        if target.focusPolicy() == Qt.FocusPolicy.NoFocus:
            target = _first_focusable(region) or target
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next(self, by: int) -> None:
        """Give the keyboard to the next open region (`by` 1) or the one before (-1)."""
        listed = ["canvas", *(name for name in self._docks if self.is_shown(name))]
        at = self._current()
        start = listed.index(at) if at in listed else (-1 if by > 0 else 0)
        self.focus(listed[(start + by) % len(listed)])

    def _current(self) -> str:
        focus = QApplication.focusWidget()
        if focus is not None:
            for name in ("canvas", *self._docks):
                region = self._canvas() if name == "canvas" else self._docks[name].widget()
                if focus is region or region.isAncestorOf(focus):
                    return name
        return ""

    def _region(self, name: str) -> QWidget:
        if name == "canvas":
            return self._canvas()
        widget = self._docks[name].widget()
        return widget.content if isinstance(widget, LateContent) else widget


def _first_focusable(region: QWidget) -> QWidget | None:
    """The first widget inside that takes the keyboard, in the order of Tab."""
    seen = region.nextInFocusChain()
    while seen is not None and seen is not region:
        takes = seen.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and seen.isEnabled() and seen.isVisibleTo(region) and region.isAncestorOf(seen):
            return seen
        seen = seen.nextInFocusChain()
    return None
