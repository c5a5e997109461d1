"""What comes to the canvas by drag and drop from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent

from vsdesigner.layout.geometry import Point
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.palette_drop import PaletteDrop
from vsdesigner.ui.canvas.tools.picture_drop import PictureDrop
from vsdesigner.ui.clipboard.text_drop import TextDrop

#: What can be dropped, asked in this order.
KINDS: tuple[type[PaletteDrop] | type[PictureDrop] | type[TextDrop], ...] = (
    PaletteDrop,
    PictureDrop,
    TextDrop,
)


class Drops:
    """At most one drag is over the canvas at a time."""

    def __init__(self, stage: Stage, on_busy: Callable[[], None]) -> None:
        """`on_busy` is called whenever a drag came or went."""
        self._stage = stage
        self._on_busy = on_busy
        self._drop: PaletteDrop | PictureDrop | TextDrop | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being dragged over the canvas."""
        return self._drop is not None

    def takes(self, event: QDropEvent) -> bool:
        """Whether what is dragged can be dropped here."""
        return any(kind.takes(event.mimeData()) for kind in KINDS)

    def enter(self, event: QDropEvent, at: QPointF | None = None) -> None:
        """A drag came; what cannot be dropped here is left to others.

        `at` says where it is in px of the viewport, when the event happened elsewhere.
        """
        content = event.mimeData()
        kind = next((kind for kind in KINDS if kind.takes(content)), None)
        if kind is None:
            event.ignore()
            return
        self._drop = kind(self._stage, content)
        self._on_busy()
        self.move(event, at)

    def move(self, event: QDropEvent, at: QPointF | None = None) -> None:
        """Show where it would go."""
        if self._drop is None:
            event.ignore()
            return
        self._drop.move(self._point(event.position() if at is None else at))
        self._accept(event)

    def drop(self, event: QDropEvent, at: QPointF | None = None) -> None:
        """It was let go here."""
        drop = self._drop
        if drop is None:
            event.ignore()
            return
        self._drop = None
        self._accept(event)
        drop.drop(
            self._point(event.position() if at is None else at)
        )  # before lanes fold again: one drops into what one sees
        self._on_busy()

    def end(self) -> bool:
        """Show nothing any more; False when nothing was dragged."""
        drop, self._drop = self._drop, None
        if drop is not None:
            drop.cancel()
            self._on_busy()
        return drop is not None

    def _accept(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _point(self, at: QPointF) -> Point:
        found = self._stage.camera.to_scene(at)
        return Point(found.x(), found.y())
