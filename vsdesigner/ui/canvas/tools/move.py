"""Moving cards by hand, and copying them with Ctrl."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, Placed, Step
from vsdesigner.ui.canvas import edits, line_edits
from vsdesigner.ui.canvas.arrange_marks import show_guides
from vsdesigner.ui.canvas.copy_mark import CopiesMark, Ghost, LandingMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.carried import Carried
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.insert import Insertion, landing_on
from vsdesigner.ui.canvas.tools.landing import yielding_ends
from vsdesigner.ui.canvas.tools.snapping import Snapper
from vsdesigner.ui.clipboard.copying import copy_to
from vsdesigner.ui.painting.looks import StepLook, lane_colour

MOST_LOOKS = 24  # copies beyond which their ghosts are bare frames
OUTSIDE = 40  # px beyond the view's edge within which a card is still dropped


class MoveGesture(Gesture):
    """All selected cards follow the pointer with their flows; nothing changes until the release.
    A ghost shows where a card falls that finds its place taken.

    A single step that is dropped on a line is put into it. `Shift` keeps to one direction, `Alt` switches
    lining up and lines off. While `Ctrl` is held the cards stay, and copies of them follow the pointer.
    """

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, stage: Stage, pointer: Pointer, grabbed: str) -> None:
        self._stage = stage
        self._start = pointer.scene
        self._grabbed = grabbed
        self._carried = Carried(stage, dict.fromkeys((grabbed, *stage.selected_cards())))
        self._rects = self._carried.rects
        self._ignored = {*self._rects, *yielding_ends(stage)}
        self._delta = (0.0, 0.0)
        self._snapper = Snapper(stage.now, stage.layout, grabbed, self._rects, stage.guidance)
        self._insertion = Insertion(stage, grabbed) if len(self._rects) == 1 else None
        self._copied = [id for id in self._rects if isinstance(stage.now.find(id), Step | Note)]
        self._copying = False

    def move(self, pointer: Pointer) -> None:
        self._set_copying(pointer.ctrl and bool(self._copied))
        self._delta = self._wanted(pointer)
        dx, dy = self._delta
        rects = {id: rect.moved(dx, dy) for id, rect in self._rects.items()}
        lane = self._stage.layout.lane_at(rects[self._grabbed].center.y)
        if self._stage.scene.light_lane(lane.lane):  # a folded lane opened, so others stand elsewhere now
            self._snapper = self._fresh_snapper()
        if self._copying:
            self._show_copies(rects)
            return
        self._carried.show(dx, dy)
        flow = ""
        if self._insertion is not None:
            flow = self._insertion.follow((pointer.scene, rects[self._grabbed].center), off=pointer.alt)
        self._show_landings({} if flow else rects)

    def release(self, pointer: Pointer) -> None:
        self._end()
        if self._is_far_outside(pointer):
            return  # let go over another part of the window, as when a drag out of the palette fails
        if self._copying:
            copy_to(self._stage, self._copied, self._places_of_copies())
            return
        if self._insertion is not None and self._insertion.flow:
            wanted = self._rects[self._grabbed].moved(*self._delta)
            landing = landing_on(self._stage, self._insertion.flow, wanted, self._grabbed)
            line_edits.insert_step(self._stage.session, self._grabbed, landing)
            return
        places = self._places()
        if places:
            edits.place(self._stage.session, places)

    def cancel(self) -> None:
        self._end()

    # -- inside -----------------------------------------------------------------------------------------
    def _is_far_outside(self, pointer: Pointer) -> bool:
        view = self._stage.view  # with the lane headers, over which one may let go
        spot = view.viewport().mapToParent(pointer.at.toPoint())
        return not view.rect().adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE).contains(spot)

    def _wanted(self, pointer: Pointer) -> tuple[float, float]:
        dx, dy = pointer.scene.x - self._start.x, pointer.scene.y - self._start.y
        held = ""
        if pointer.shift:
            held = "y" if abs(dx) >= abs(dy) else "x"
            dx, dy = (dx, 0.0) if held == "y" else (0.0, dy)
        stage = self._stage
        if pointer.alt:
            show_guides(stage.overlay)
            return dx, dy
        found = self._snapper.snap(self._rects[self._grabbed].moved(dx, dy), stage.scale, stage.visible, held)
        show_guides(stage.overlay, found.lines, found.gaps)
        return dx + found.dx, dy + found.dy

    # -- copies -----------------------------------------------------------------------------------------
    def _set_copying(self, on: bool) -> None:
        if on == self._copying:
            return
        self._copying = on
        stage = self._stage
        stage.overlay.hide(Layer.GHOST)
        if on:
            if self._insertion is not None:
                self._insertion.end()
            self._carried.end()
        self._snapper = self._fresh_snapper()
        self.cursor = Qt.CursorShape.DragCopyCursor if on else Qt.CursorShape.SizeAllCursor
        stage.view.viewport().setCursor(self.cursor)

    def _fresh_snapper(self) -> Snapper:
        stage = self._stage
        moving = () if self._copying else self._rects
        return Snapper(stage.now, stage.layout, self._grabbed, moving, stage.guidance)

    def _show_copies(self, rects: dict[str, Rect]) -> None:
        stage = self._stage
        seen = stage.visible
        ghosts = tuple(self._ghost(id, rects[id]) for id in self._copied if rects[id].overlaps(seen))
        first = rects[self._grabbed if self._grabbed in self._copied else self._copied[0]]
        stage.overlay.show(Layer.GHOST, CopiesMark(ghosts, Point(first.right, first.y)))

    def _ghost(self, id: str, rect: Rect) -> Ghost:
        stage = self._stage
        colour = lane_colour(stage.now, stage.layout.lane_at(rect.center.y).lane)
        look = stage.scene.drawing.card_look(id) if len(self._copied) <= MOST_LOOKS else None
        if isinstance(look, StepLook):
            look = replace(look, colour=colour, number="")
        return Ghost(rect, colour, look)

    def _places_of_copies(self) -> dict[str, Place]:
        layout, (dx, dy) = self._stage.layout, self._delta
        rects = {id: self._rects[id].moved(dx, dy) for id in self._copied}
        return {
            id: layout.place_at(Point(rect.x, rect.y), (rect.width, rect.height), ())
            for id, rect in rects.items()
        }

    # -- moving -----------------------------------------------------------------------------------------
    def _places(self) -> dict[str, Place]:
        stage, (dx, dy) = self._stage, self._delta
        found: dict[str, Place] = {}
        for id, rect in self._rects.items():
            record = stage.now.find(id)
            if not isinstance(record, Placed):
                continue
            corner = Point(rect.x + dx, rect.y + dy)
            place = stage.layout.place_at(corner, (rect.width, rect.height), self._ignored)
            if (record.lane, record.x, record.y) != (place.lane, round(place.x), round(place.y)):
                found[id] = place
        return found

    def _show_landings(self, rects: dict[str, Rect]) -> None:
        """Show where cards fall that would cover others: they go to a row below them."""
        stage = self._stage
        wanted = rects if len(rects) <= MOST_LOOKS else {self._grabbed: rects[self._grabbed]}
        ghosts = []
        for id, rect in wanted.items():
            corner, size = Point(rect.x, rect.y), (rect.width, rect.height)
            place = stage.layout.place_at(corner, size, self._ignored)
            if place != stage.layout.place_at(corner, size):
                landing = stage.layout.rect_at(place, size)
                colour = lane_colour(stage.now, place.lane)
                look = stage.scene.drawing.card_look(id)
                if isinstance(look, StepLook):
                    look = replace(look, colour=colour)
                ghosts.append(Ghost(landing, colour, look))
        if ghosts:
            stage.overlay.show(Layer.GHOST, LandingMark(tuple(ghosts)))
        else:
            stage.overlay.hide(Layer.GHOST)

    def _end(self) -> None:
        stage = self._stage
        show_guides(stage.overlay)
        stage.overlay.hide(Layer.GHOST)
        if self._insertion is not None:
            self._insertion.end()
        stage.scene.light_lane("")
        self._carried.end()
