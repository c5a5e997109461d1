"""Dropping a new step from the palette."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.dimensions import CARD_HEIGHT, CARD_WIDTH, LANE_PADDING
from vsdesigner.model.place import Place
from vsdesigner.model.records import Lane
from vsdesigner.ui.canvas.arrange_marks import show_guides
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.step_ghost import step_ghost
from vsdesigner.ui.canvas.tools.insert import Insertion, around_point, insert_new, landing_on
from vsdesigner.ui.canvas.tools.landing import SIZE, add_step, first_in_lane, place_around, veil_ends
from vsdesigner.ui.canvas.tools.snapping import Snapper
from vsdesigner.ui.mime import NEW_STEP


class PaletteDrop:
    """A ghost shows where the step would stand; over a line it is put into that line.

    The lane under the pointer counts; beside all lanes, the one that was taken from the palette. It lines
    up with what stands there, as a card does that is dragged. On a lane's header it goes to the lane's start.
    """

    def __init__(self, stage: Stage, content: QMimeData) -> None:
        self._stage = stage
        self._insertion = Insertion(stage)
        self._snapper = Snapper(stage.now, stage.layout, "", (), stage.guidance)
        lane = bytes(content.data(NEW_STEP).data()).decode("utf-8", "replace")
        self._lane = lane if isinstance(stage.now.find(lane), Lane) else ""

    @staticmethod
    def takes(content: QMimeData) -> bool:
        """Whether something is a step from the palette."""
        return content.hasFormat(NEW_STEP)

    def move(self, point: Point) -> None:
        """Show where the step would stand, and the line that it would be put into."""
        stage = self._stage
        flow = self._line_at(point)
        show_guides(stage.overlay)
        place = landing_on(stage, flow, around_point(point)).place if flow else self._place(point)
        stage.scene.light_lane(place.lane)
        rect = stage.layout.rect_at(place, SIZE)
        veil_ends(stage, rect)
        stage.overlay.show(Layer.GHOST, step_ghost(stage, rect, place.lane))

    def drop(self, point: Point) -> None:
        """Make the step and edit its name."""
        flow = self._line_at(point)
        place = self._place(point)
        self.cancel()
        if flow:
            insert_new(self._stage, flow, around_point(point))
        else:
            add_step(self._stage, place)

    def cancel(self) -> None:
        """Show nothing any more."""
        self._insertion.end()
        self._stage.overlay.hide(Layer.GHOST, Layer.VEIL)
        show_guides(self._stage.overlay)
        self._stage.scene.light_lane("")

    def _on_header(self, point: Point) -> bool:
        return point.x < self._stage.visible.x

    def _line_at(self, point: Point) -> str:
        """The line that the step would be put into; none passes over the headers."""
        return self._insertion.follow(() if self._on_header(point) else (point,))

    def _lined_up(self, point: Point) -> Place | None:
        """Where the step lines up with what stands there, if it is free; the guides show it."""
        stage = self._stage
        rect = Rect(point.x - CARD_WIDTH / 2, point.y - CARD_HEIGHT / 2, *SIZE)
        found = self._snapper.snap(rect, stage.scale, stage.visible)
        rect = rect.moved(found.dx, found.dy)
        place = stage.layout.place_at(Point(rect.x, rect.y), SIZE, ())
        stays = abs(stage.layout.rect_at(place, SIZE).y - rect.y) < 1
        held = stays and bool(found.lines or found.gaps)
        if held:
            show_guides(stage.overlay, found.lines, found.gaps)
        return place if held else None

    def _place(self, point: Point) -> Place:
        layout = self._stage.layout
        inside = 0 <= point.y < layout.lanes[-1].bottom
        if self._on_header(point):
            return first_in_lane(self._stage, layout.lane_at(point.y).lane)
        if inside or not self._lane:
            return self._lined_up(point) or place_around(self._stage, point)
        band = layout.band(self._lane)
        return place_around(self._stage, Point(point.x, band.top + LANE_PADDING + CARD_HEIGHT / 2))
