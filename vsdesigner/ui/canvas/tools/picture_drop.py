"""Dropping a picture file on the lanes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from vsdesigner.layout.geometry import Point
from vsdesigner.ui.canvas.noting import place_for
from vsdesigner.ui.canvas.stage import Stage

SUFFIXES = (".png", ".jpg", ".jpeg")


class PictureDrop:
    """The picture comes to where it was let go; one that carries a document is opened instead."""

    def __init__(self, stage: Stage, content: QMimeData) -> None:
        self._stage = stage
        self._path = Path(content.urls()[0].toLocalFile())

    @staticmethod
    def takes(content: QMimeData) -> bool:
        """Whether something is one picture file; several files are the window's."""
        urls = content.urls() if content.hasUrls() else []
        if len(urls) != 1 or not urls[0].isLocalFile():
            return False
        return Path(urls[0].toLocalFile()).suffix.lower() in SUFFIXES

    def move(self, _point: Point) -> None:
        """Nothing is shown: how large it becomes is not known before the file is read."""

    def drop(self, point: Point) -> None:
        """Have it read and placed."""
        stage = self._stage
        stage.session.picture_dropped.emit(self._path, lambda size: place_for(stage, size, point))

    def cancel(self) -> None:
        """Nothing was shown."""
