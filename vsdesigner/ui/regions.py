"""The regions of a window that the keyboard goes round: canvas, docks, tabs, tools, the newest message."""

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
        self._stops: dict[str, Callable[[], QWidget | None]] = {}
        for dock in docks.values():
            dock.visibilityChanged.connect(lambda _visible: self.changed.emit())

    def add_stops(self, message: Callable[[], QWidget | None], *others: Callable[[], QWidget | None]) -> None:
        """Let the keyboard stop at more than canvas and docks; None says that there is nothing now.

        A message is met first on the way from the canvas, for it does not stay.
        """
        self._stops = {"message": message, **{f"other {at}": stop for at, stop in enumerate(others)}}

    def is_shown(self, name: str) -> bool:
        """Say whether a region is open, also while it is behind another tab or the window is hidden."""
        return not self._docks[name].isHidden()

    def show(self, name: str) -> None:
        """Open a region and bring it to the front."""
        self._docks[name].show()
        self._docks[name].raise_()

    def has_focus(self, name: str) -> bool:
        """Say whether the keyboard is in a region."""
        return self._current() == name

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
        stops = {name: stop() for name, stop in self._stops.items()}
        present = [name for name, stop in stops.items() if stop is not None and not stop.isHidden()]
        first = [name for name in present if name == "message"]
        docks = (name for name in self._docks if self.is_shown(name))
        listed = ["canvas", *first, *docks, *(name for name in present if name not in first)]
        at = self._current()
        start = listed.index(at) if at in listed else (-1 if by > 0 else 0)
        self.focus(listed[(start + by) % len(listed)])

    def _current(self) -> str:
        focus = QApplication.focusWidget()
        if focus is not None:
            # A message lies over the canvas; it is asked first.
            places = {name: stop() for name, stop in self._stops.items()}
            places["canvas"] = self._canvas()
            places |= {name: dock.widget() for name, dock in self._docks.items()}
            for name, region in places.items():
                if region is not None and (focus is region or region.isAncestorOf(focus)):
                    return name
        return ""

    def _region(self, name: str) -> QWidget:
        if name == "canvas" or name in self._stops:
            stop = self._stops[name]() if name in self._stops else None
            return stop or self._canvas()
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
