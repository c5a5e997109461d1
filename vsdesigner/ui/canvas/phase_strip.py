"""The headers of the phases: a strip at the top edge of the view that follows its width and zoom."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea

from vsdesigner.model.dimensions import PHASE_HEADER_HEIGHT
from vsdesigner.ui.canvas.camera import Camera
from vsdesigner.ui.canvas.edge_strip import EdgeStrip
from vsdesigner.ui.canvas.scene import LaneScene
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.looks import PhaseLook
from vsdesigner.ui.painting.phases import paint_phase_header, paint_strip

HEIGHT = round(PHASE_HEADER_HEIGHT)
EDGE_REACH = 5.0  # px on screen beside an edge that still take hold of it
LEAST_EDGED = 24.0  # px on screen; the edges of a narrower phase cannot be aimed at
TITLE_X = 16.0


class Part(Enum):
    """What of a phase's header is under the pointer."""

    BODY = "body"
    LEFT = "left"
    RIGHT = "right"


class PhaseStrip(EdgeStrip):
    """There is one as soon as the stream has a phase. It reaches over the corner above the lane headers."""

    def __init__(self, scene: LaneScene, camera: Camera, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._scene = scene
        self._camera = camera
        self._drawn: tuple[float, float] | None = None
        self.setObjectName("phase_strip")
        self.setAccessibleName(tr("Phases"))
        scene.bands_changed.connect(self.update)

    @property
    def wanted_height(self) -> int:
        """How high the strip has to be: nothing while the stream has no phase."""
        return HEIGHT if self._scene.drawing.phases or self._drawn is not None else 0

    @property
    def corner(self) -> float:
        """The width of the part above the lane headers."""
        return -self.to_viewport(QPointF(0, 0)).x()

    def rows(self) -> list[tuple[PhaseLook, QRectF]]:
        """Return the phases with the rectangle of each header on this widget."""
        return [(phase, self._area(phase.x, phase.width)) for phase in self._scene.drawing.phases]

    def name_area(self, phase: str) -> QRectF | None:
        """Return the part of a header that is seen, on this widget; None without such a phase."""
        for look, area in self.rows():
            if look.phase == phase:
                return self._seen(area)
        return None

    def part_at(self, at: QPointF) -> tuple[str, Part] | None:
        """Return the phase and what of its header lies at a point of this widget."""
        if at.x() < self.corner:
            return None
        rows = self.rows()
        for look, area in rows:  # inside first: where two phases meet, each has its own edge
            if area.left() <= at.x() < area.right():
                return look.phase, self._part(area, at.x())
        for look, area in rows:
            if area.width() >= LEAST_EDGED and area.left() - EDGE_REACH <= at.x() < area.right() + EDGE_REACH:
                return look.phase, Part.LEFT if at.x() < area.left() else Part.RIGHT
        return None

    def show_new(self, span: tuple[float, float] | None) -> None:
        """Show left edge and width of a phase that is being drawn; None for none."""
        if span != self._drawn:
            self._drawn = span
            self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._scene.drawing
        inks = drawing.inks
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_strip(painter, inks, QRectF(self.rect()))
        painter.setClipRect(QRectF(self.corner, 0, self.width() - self.corner, self.height()))
        for look, area in self.rows():
            if area.intersects(QRectF(event.rect())):
                chosen = look.phase in drawing.selected
                paint_phase_header(painter, look, inks, area, selected=chosen, named_in=self._seen(area))
        if self._drawn is not None:
            new = PhaseLook("", *self._drawn, name="", shaded=False)
            area = self._area(*self._drawn)
            paint_phase_header(painter, new, inks, area, selected=True, named_in=self._seen(area))
        painter.setClipping(False)
        self._paint_corner(painter)
        painter.end()

    # -- inside -----------------------------------------------------------------------------------------
    def words_at(self, at: QPointF) -> str:
        found = self.part_at(at)
        if found is None:
            return tr("Drag to draw a phase") if at.x() >= self.corner else ""
        look = next(look for look in self._scene.drawing.phases if look.phase == found[0])
        if found[1] is not Part.BODY:
            return tr("Drag to change where the phase ends")
        return look.name.strip() or tr("Unnamed phase")

    def _area(self, x: float, width: float) -> QRectF:
        scale, left = self._camera.scale, self._camera.visible.left()
        first, last = round((x - left) * scale), round((x + width - left) * scale)
        return QRectF(self.corner + first, 0, last - first, self.height())

    def _seen(self, area: QRectF) -> QRectF:
        left, right = max(area.left(), self.corner), min(area.right(), float(self.width()))
        return QRectF(left, area.top(), max(0.0, right - left), area.height())

    def _part(self, area: QRectF, x: float) -> Part:
        if area.width() >= LEAST_EDGED:
            if x - area.left() <= EDGE_REACH:
                return Part.LEFT
            if area.right() - x <= EDGE_REACH:
                return Part.RIGHT
        return Part.BODY

    def _paint_corner(self, painter: QPainter) -> None:
        inks = self._scene.drawing.inks
        words = tr("Phases")
        if self.corner >= text.width(words, "small") + TITLE_X + 4:
            painter.setPen(inks.muted)
            text.draw(painter, words, "small", TITLE_X, (self.height() - text.height("small")) / 2)
