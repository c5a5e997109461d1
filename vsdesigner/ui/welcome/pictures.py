"""Draws the pictures of documents one after the other, so that the window answers in between."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.ui import theme
from vsdesigner.ui.welcome.tile import Tile

log = logging.getLogger(__name__)

RESIZE_MS = 120  # after the last change of the size, pictures are drawn for the new one


class Pictures(QObject):
    """Keeps the documents it has read: another theme or size only draws them again."""

    failed = Signal(object)  # the tile whose document cannot be read

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sources: dict[Tile, Callable[[], Snapshot]] = {}
        self._read: dict[Tile, Snapshot] = {}
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_one)
        self._later = QTimer(self, singleShot=True, interval=RESIZE_MS)
        self._later.timeout.connect(self.begin)

    def add(self, tile: Tile, read: Callable[[], Snapshot]) -> None:
        """Draw what `read` returns for this tile, when it is its turn; `read` may raise `UserError`."""
        self._sources[tile] = read

    def drop(self, tile: Tile) -> None:
        """Draw nothing more for this tile."""
        self._sources.pop(tile, None)
        self._read.pop(tile, None)

    def begin(self) -> None:
        """Draw all that is missing, or has another size or theme than it should have."""
        self._next.start()

    def begin_soon(self) -> None:
        """The same when the size has stayed for a moment."""
        self._later.start()

    def stop(self) -> None:
        """Draw nothing more."""
        self._next.stop()
        self._later.stop()
        self._sources.clear()
        self._read.clear()

    def _draw_one(self) -> None:
        tile = next((tile for tile in self._sources if not tile.has_right_picture()), None)
        if tile is None:
            return
        try:
            self._draw(tile)
        except UserError as error:
            log.warning("“%s” is left out of the welcome page: %s", tile.accessibleName(), error)
            self.drop(tile)
            self.failed.emit(tile)
        self._next.start()

    def _draw(self, tile: Tile) -> None:
        from vsdesigner.ui.painting.thumbnail import thumbnail  # late: the page stands before it draws

        if tile not in self._read:
            self._read[tile] = self._sources[tile]()
        view = self._read[tile]
        made = thumbnail(view, view.streams[0].id, tile.picture_size(), theme.current())
        made.setDevicePixelRatio(tile.devicePixelRatioF())
        tile.show_picture(made)
