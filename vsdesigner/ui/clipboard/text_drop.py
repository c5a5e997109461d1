"""Dropping a list or a table from another program."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from vsdesigner.layout.geometry import Point
from vsdesigner.ui.canvas.stage import Stage


class TextDrop:
    """Text is read as a paste reads it; steps without an activity go into the lane under the pointer."""

    def __init__(self, stage: Stage, content: QMimeData) -> None:
        self._stage = stage
        self._text, self._html = content.text(), content.html()

    @staticmethod
    def takes(content: QMimeData) -> bool:
        """Whether something is text; files and links, which have a text as well, are the window's."""
        return not content.hasUrls() and (content.hasText() or content.hasHtml())

    def move(self, point: Point) -> None:
        """Show the lane that the steps would go into."""
        self._stage.scene.light_lane(self._stage.layout.lane_at(point.y).lane)

    def drop(self, point: Point) -> None:
        """Make the steps."""
        from vsdesigner.ui.clipboard.list_pasting import paste_list

        self.cancel()
        paste_list(self._stage, self._text, self._html, point)

    def cancel(self) -> None:
        """Show nothing any more."""
        self._stage.scene.light_lane("")
