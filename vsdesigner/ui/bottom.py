"""The panels below the canvas: one at a time, each as high as it was made last."""

from __future__ import annotations

from collections.abc import Mapping

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from vsdesigner.ui.session import Session
from vsdesigner.ui.settings import Settings

LEAST, MOST = 120, 2_000  # px that are believed of a stored height
CLOSE = 4  # px that nobody chose
LOW = 130  # px that a panel with nothing to list opens with


class Bottom(QObject):
    """Watches the docks in `first`: name → dock and the height (px) it opens with the first time.

    The problems open low while there are none, until something is found or somebody chooses a height.
    """

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        first: Mapping[str, tuple[QDockWidget, int]],
        session: Session,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._first = dict(first)
        self._session = session
        self._low: set[str] = set()  # those that nobody has chosen this low
        session.problems_changed.connect(self._on_problems)
        for name, (dock, _height) in first.items():
            dock.visibilityChanged.connect(lambda visible, name=name: self._on_visible(name, visible))

    def _on_visible(self, name: str, visible: bool) -> None:
        dock, first = self._first[name]
        if not shiboken6.isValid(self._window) or not self._is_here(dock):
            return  # docks hide once more while their window is taken down
        if not visible:
            if dock.height() >= LEAST and dock.isHidden() and not self._stands_low(name):
                self._settings.set_number(f"heights/{name}", dock.height())
            return
        # Two of them would leave the canvas no room.
        for other, _height in self._first.values():
            if other is not dock and self._is_here(other):
                other.hide()
        chosen = self._settings.number(f"heights/{name}", 0, least=LEAST, most=MOST)
        self._low.discard(name)
        if not chosen and self._is_empty(name):
            self._low.add(name)
        self._set_height(dock, chosen or (self._low_height(dock) if name in self._low else first))

    def _is_empty(self, name: str) -> bool:
        return name == "problems" and not self._session.problems.findings

    def _on_problems(self, _records: object) -> None:
        """What opened low and has something to list now becomes high."""
        for name in [name for name in self._low if not self._is_empty(name)]:
            dock, first = self._first[name]
            if self._is_here(dock) and dock.isVisible() and self._stands_low(name):
                self._set_height(dock, first)
            self._low.discard(name)

    def _stands_low(self, name: str) -> bool:
        """Whether a dock is as low as it was opened."""
        dock, _first = self._first[name]
        return name in self._low and abs(dock.height() - self._low_height(dock)) <= CLOSE

    def _low_height(self, dock: QDockWidget) -> int:
        return max(LOW, dock.minimumSizeHint().height())

    def _set_height(self, dock: QDockWidget, height: int) -> None:
        self._window.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    def _is_here(self, dock: QDockWidget) -> bool:
        below = self._window.dockWidgetArea(dock) == Qt.DockWidgetArea.BottomDockWidgetArea
        return below and not dock.isFloating()
