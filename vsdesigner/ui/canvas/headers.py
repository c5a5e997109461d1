"""The lane headers: a strip at the left edge of the view that follows its height and zoom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from vsdesigner.model.dimensions import LANE_HEADER_WIDTH
from vsdesigner.ui.canvas.camera import Camera
from vsdesigner.ui.canvas.edge_strip import EdgeStrip
from vsdesigner.ui.canvas.scene import LaneScene
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.lanes import (
    counts_fit,
    paint_chevron,
    paint_chosen,
    paint_header,
    steps_text,
)
from vsdesigner.ui.painting.looks import BandLook

WIDTH = round(LANE_HEADER_WIDTH)
NARROW_WIDTH = 44  # px of a header that shows only the activity's drawing
WIDE_FROM = 560  # px of the view from which there is room for names
BORDER_REACH = 4.0  # px on screen beside a border that still take hold of it
LEAST_BORDERED = 18.0  # px on screen; the borders of a lower lane cannot be aimed at
CHEVRON_BOX = 20.0
CHEVRON_INSET = 4.0
BAR = 3.0  # px of the line where a dragged lane would go


class Part(Enum):
    """What of a header is under the pointer."""

    BODY = "body"
    BORDER = "border"  # the lower one of the lane
    CHEVRON = "chevron"


@dataclass(frozen=True, slots=True)
class Lift:
    """A header that is dragged: where it hangs and where it would go, as heights on the strip."""

    lane: str
    top: float
    bar: float | None


class HeaderDrops(Protocol):
    """Who takes what is dragged over the headers."""

    def drag_enter(self, event: QDragEnterEvent, at: QPointF | None = None) -> None: ...
    def drag_move(self, event: QDragMoveEvent, at: QPointF | None = None) -> None: ...
    def drag_leave(self, event: QDragLeaveEvent) -> None: ...
    def drop(self, event: QDropEvent, at: QPointF | None = None) -> None: ...


class LaneHeaders(EdgeStrip):
    """Name, colour and number of steps of every lane, at the height where the lane is seen."""

    chosen_changed = Signal()

    def __init__(self, scene: LaneScene, camera: Camera, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._scene = scene
        self._camera = camera
        #: The lane that the commands on lanes work on although none of its steps is selected.
        self.chosen = ""
        self._hovered = ""
        self._hot_chevron = False
        self._lift: Lift | None = None
        #: Who answers when something is dragged over the headers, told where in px of the viewport.
        self.drops: HeaderDrops | None = None
        self.setAcceptDrops(True)
        self.setObjectName("lane_headers")
        self.setAccessibleName(tr("Activities"))
        scene.bands_changed.connect(self.update)

    @staticmethod
    def width_in(view: int) -> int:
        """Return how wide the headers are in a view of this width."""
        return WIDTH if view >= WIDE_FROM else NARROW_WIDTH

    def rows(self) -> list[tuple[BandLook, QRectF]]:
        """Return the bands with the rectangle of each header on this widget."""
        scale, top = self._camera.scale, self._camera.visible.top()
        found = []
        for band in self._scene.drawing.bands:
            first = round((band.top - top) * scale)
            last = round((band.top + band.height - top) * scale)
            found.append((band, QRectF(0, first, self.width(), last - first)))
        return found

    def name_area(self, lane: str) -> QRectF | None:
        """Return the part of a header that is seen, on this widget; None without such a lane."""
        for band, area in self.rows():
            if band.lane == lane:
                return _kept_in_view(area, self.height())
        return None

    def part_at(self, at: QPointF) -> tuple[str, Part] | None:
        """Return the lane and what of its header lies at a point of this widget."""
        for band, area in self.rows():
            bordered = area.height() >= LEAST_BORDERED and not band.collapsed
            if bordered and abs(at.y() - area.bottom()) <= BORDER_REACH:
                return band.lane, Part.BORDER
            if area.top() <= at.y() < area.bottom():
                box = self._chevron(band, area)
                hit = box is not None and box.contains(at)
                return band.lane, Part.CHEVRON if hit else Part.BODY
        return None

    # -- showing ----------------------------------------------------------------------------------------
    def choose(self, lane: str) -> bool:
        """Let the commands on lanes work on this one, empty for none; says whether it was another."""
        before, self.chosen = self.chosen, lane
        if before != lane:
            self.update()
            self.chosen_changed.emit()
        return before != lane

    def point_at(self, lane: str, *, chevron: bool = False) -> None:
        """Show what the pointer is on."""
        if (lane, chevron) != (self._hovered, self._hot_chevron):
            self._hovered, self._hot_chevron = lane, chevron
            self.update()

    def lift(self, lift: Lift | None) -> None:
        """Show a header that is being dragged; None for none."""
        if lift != self._lift:
            self._lift = lift
            self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._scene.drawing
        compact = self.width() < WIDTH
        counted = counts_fit(self.rows(), compact=compact)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), drawing.inks.theme.canvas)
        for band, area in self.rows():
            if area.intersects(QRectF(event.rect())):
                seen = _kept_in_view(area, self.height())
                lit = band.lane == drawing.lit_lane
                paint_header(
                    painter,
                    band,
                    drawing.inks,
                    area,
                    text_area=seen,
                    lit=lit,
                    compact=compact,
                    counted=counted,
                )
                box = self._chevron(band, area)
                if box is not None:
                    hot = self._hot_chevron and band.lane == self._hovered
                    paint_chevron(painter, band, drawing.inks, box, hot=hot)
                if band.lane == self.chosen:
                    paint_chosen(painter, drawing.inks, area)
        self._paint_lift(painter)
        painter.end()

    # -- dropping ---------------------------------------------------------------------------------------
    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.drops is not None:
            self.drops.drag_enter(event, self.to_viewport(QPointF(event.position())))

    @guarded
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.drops is not None:
            self.drops.drag_move(event, self.to_viewport(QPointF(event.position())))

    @guarded
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        if self.drops is not None:
            self.drops.drag_leave(event)

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        if self.drops is not None:
            self.drops.drop(event, self.to_viewport(event.position()))

    # -- inside -----------------------------------------------------------------------------------------
    def words_at(self, at: QPointF) -> str:
        found = self.part_at(at)
        if found is None:
            return ""
        band = next(band for band in self._scene.drawing.bands if band.lane == found[0])
        if found[1] is Part.BORDER:
            return tr("Drag to change the height, double-click to fit it to the steps")
        if found[1] is Part.CHEVRON:
            return tr("Expand this lane") if band.collapsed else tr("Collapse this empty lane")
        name = tr("{alias}: {activity}").format(alias=band.name, activity=band.activity)
        name = name if band.activity else band.name
        return f"{name} ({steps_text(band.steps)})\n{band.purpose}".strip()

    def _chevron(self, band: BandLook, area: QRectF) -> QRectF | None:
        """Where the mark is that expands a lane, or collapses an empty one that is pointed at."""
        if not band.empty or self.width() < WIDTH or area.height() < CHEVRON_BOX:
            return None
        if not band.collapsed and band.lane != self._hovered:
            return None
        top = max(area.top(), 0.0) + CHEVRON_INSET
        if area.height() < CHEVRON_BOX + 2 * CHEVRON_INSET + 1:
            top = area.center().y() - CHEVRON_BOX / 2
        return QRectF(area.right() - CHEVRON_BOX - CHEVRON_INSET, top, CHEVRON_BOX, CHEVRON_BOX)

    def _paint_lift(self, painter: QPainter) -> None:
        lift, inks = self._lift, self._scene.drawing.inks
        if lift is None:
            return
        for band, area in self.rows():
            if band.lane == lift.lane:
                painter.fillRect(area, inks.theme.dim)
                hanging = QRectF(0, lift.top, area.width(), area.height())
                compact = self.width() < WIDTH
                counted = counts_fit(self.rows(), compact=compact)
                paint_header(painter, band, inks, hanging, compact=compact, counted=counted)
                painter.setPen(inks.theme.accent)
                painter.setBrush(inks.no_brush)
                painter.drawRect(hanging.adjusted(0.5, 0.5, -0.5, -0.5))
        if lift.bar is not None:
            painter.fillRect(QRectF(0, lift.bar - BAR / 2, self.width(), BAR), inks.theme.accent)


def _kept_in_view(area: QRectF, height: float) -> QRectF:
    """The part of a header that is seen, so that the name of a tall lane stays in sight."""
    top, bottom = max(area.top(), 0.0), min(area.bottom(), height)
    least = min(area.height(), 44.0)
    if bottom - top < least:
        return QRectF(
            area.left(), area.top() if area.top() >= 0 else area.bottom() - least, area.width(), least
        )
    return QRectF(area.left(), top, area.width(), bottom - top)
