"""The lane headers: a strip at the left edge of the view that follows its height and zoom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from vsdesigner.model.dimensions import LANE_HEADER_WIDTH
from vsdesigner.ui.canvas.camera import Camera
from vsdesigner.ui.canvas.looks import BandLook
from vsdesigner.ui.canvas.painters.lanes import paint_header, steps_text
from vsdesigner.ui.canvas.scene import LaneScene
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import escape_tooltip

WIDTH = round(LANE_HEADER_WIDTH)


class LaneHeaders(QWidget):
    """Name, colour and number of steps of every lane, at the height where the lane is seen."""

    def __init__(self, scene: LaneScene, camera: Camera, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._camera = camera
        self.setObjectName("lane_headers")
        self.setAccessibleName(tr("Activities"))
        scene.bands_changed.connect(self.update)

    def rows(self) -> list[tuple[BandLook, QRectF]]:
        """Return the bands with the rectangle of each header on this widget."""
        scale, top = self._camera.scale, self._camera.visible.top()
        found = []
        for band in self._scene.drawing.bands:
            first = round((band.top - top) * scale)
            last = round((band.top + band.height - top) * scale)
            found.append((band, QRectF(0, first, self.width(), last - first)))
        return found

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._scene.drawing
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), drawing.inks.theme.canvas)
        for band, area in self.rows():
            if area.intersects(QRectF(event.rect())):
                seen = _kept_in_view(area, self.height())
                paint_header(
                    painter, band, drawing.inks, area, text_area=seen, lit=band.lane == drawing.lit_lane
                )
        painter.end()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for band, area in self.rows():
                if area.contains(event.pos()):
                    words = f"{band.name} ({steps_text(band.steps)})\n{band.purpose}".strip()
                    QToolTip.showText(event.globalPos(), escape_tooltip(words), self, area.toRect())
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)


def _kept_in_view(area: QRectF, height: float) -> QRectF:
    """The part of a header that is seen, so that the name of a tall lane stays in sight."""
    top, bottom = max(area.top(), 0.0), min(area.bottom(), height)
    least = min(area.height(), 44.0)
    if bottom - top < least:
        return QRectF(
            area.left(), area.top() if area.top() >= 0 else area.bottom() - least, area.width(), least
        )
    return QRectF(area.left(), top, area.width(), bottom - top)
