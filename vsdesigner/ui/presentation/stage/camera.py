"""The camera over the lanes of a presentation: what it shows, and how it glides from one place to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, QVariantAnimation

from vsdesigner.layout.geometry import Rect
from vsdesigner.ui import motion

EXACT = 1e-4  # of a scale; smaller differences are none
SAME = 0.25  # px on screen


class Outlook(NamedTuple):
    """Device independent px per px of the scene, and the scene point at the top left corner of the stage."""

    scale: float
    x: float
    y: float

    def towards(self, other: Outlook, share: float) -> Outlook:
        """Return the outlook on the way to another one, at a share of it from 0 to 1.

        The edges of what is seen go in straight lines, so that what both show never swings out between.
        """
        if share >= 1.0:
            return other
        rest = 1.0 - share
        same = abs(self.scale / other.scale - 1.0) < EXACT
        scale = other.scale if same else 1.0 / (rest / self.scale + share / other.scale)
        return Outlook(scale, rest * self.x + share * other.x, rest * self.y + share * other.y)

    def near(self, other: Outlook) -> bool:
        """Whether nobody could tell the two apart on a screen."""
        if abs(self.scale / other.scale - 1.0) >= EXACT:
            return False
        return max(abs(self.x - other.x), abs(self.y - other.y)) * self.scale <= SAME

    def to_screen(self, rect: Rect | QRectF) -> QRectF:
        """Return where a rectangle of the scene is on the stage."""
        area, scale = QRectF(*rect) if isinstance(rect, Rect) else rect, self.scale
        return QRectF(
            (area.x() - self.x) * scale,
            (area.y() - self.y) * scale,
            area.width() * scale,
            area.height() * scale,
        )

    def scene_at(self, point: QPointF) -> QPointF:
        """Return the scene point under a point of the stage."""
        return QPointF(self.x + point.x() / self.scale, self.y + point.y() / self.scale)


class Camera(QObject):
    """At most one move is under way; another one starts where it stands. Without motion it jumps.

    `moved` is called after every change. `share` is how far the present move has come, from 0 to 1.
    """

    def __init__(self, parent: QObject, moved: Callable[[], None]) -> None:
        super().__init__(parent)
        self._moved = moved
        self._moving: QVariantAnimation | None = None
        self._start = self._end = Outlook(1.0, 0.0, 0.0)
        self.outlook = self._end
        self.share = 1.0

    @property
    def end(self) -> Outlook:
        """Where the move leads, or where the camera stands."""
        return self._end

    @property
    def gliding(self) -> bool:
        """Whether a move is under way."""
        return self._moving is not None

    @property
    def zooming(self) -> bool:
        """Whether the move that is under way changes the scale."""
        return self.gliding and abs(self._start.scale / self._end.scale - 1.0) >= EXACT

    def jump(self, end: Outlook) -> None:
        """Be there at once."""
        self._halt()
        self._end = end
        self._stand(1.0)

    def glide(self, end: Outlook) -> None:
        """Move there so that the eye can follow."""
        self._halt()
        if motion.is_reduced():
            self.jump(end)
            return
        self._start, self._end, self.share = self.outlook, end, 0.0
        moving = self._moving = QVariantAnimation(self)
        moving.setStartValue(0.0)
        moving.setEndValue(1.0)
        moving.valueChanged.connect(self._follow)
        moving.finished.connect(self._arrive)
        motion.run(moving, motion.CAMERA_MS)

    def _follow(self, share: float) -> None:
        if self._moving is not None:
            self._stand(float(share))

    def _arrive(self) -> None:
        self._moving = None
        self._stand(1.0)

    def _halt(self) -> None:
        moving, self._moving = self._moving, None
        if moving is not None:
            moving.finished.disconnect(self._arrive)
            moving.stop()

    def _stand(self, share: float) -> None:
        self.share = share
        self.outlook = self._end if share >= 1.0 else self._start.towards(self._end, share)
        self._moved()
