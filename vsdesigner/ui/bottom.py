"""The panels below the canvas: one at a time, each as high as it was made last."""

from __future__ import annotations

from collections.abc import Mapping

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from vsdesigner.ui.settings import Settings

LEAST, MOST = 120, 2_000  # px that are believed of a stored height


class Bottom(QObject):
    """Watches the docks in `first`: name → dock and the height (px) it opens with the first time."""

    def __init__(
        self, window: QMainWindow, settings: Settings, first: Mapping[str, tuple[QDockWidget, int]]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._first = dict(first)
        for name, (dock, _height) in first.items():
            dock.visibilityChanged.connect(lambda visible, name=name: self._on_visible(name, visible))

    def _on_visible(self, name: str, visible: bool) -> None:
        dock, first = self._first[name]
        if not shiboken6.isValid(self._window) or not self._is_here(dock):
            return  # docks hide once more while their window is taken down
        if not visible:
            if dock.height() >= LEAST and dock.isHidden():
                self._settings.set_number(f"heights/{name}", dock.height())
            return
        # Two of them would leave the canvas no room.
        for other, _height in self._first.values():
            if other is not dock and self._is_here(other):
                other.hide()
        height = self._settings.number(f"heights/{name}", first, least=LEAST, most=MOST)
        self._window.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    def _is_here(self, dock: QDockWidget) -> bool:
        below = self._window.dockWidgetArea(dock) == Qt.DockWidgetArea.BottomDockWidgetArea
        return below and not dock.isFloating()
