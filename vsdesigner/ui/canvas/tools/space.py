"""The space tool: a line that pushes what lies behind it, and pulls it back."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from vsdesigner.commands import arrange
from vsdesigner.layout.aligning import Box
from vsdesigner.layout.geometry import Point
from vsdesigner.layout.space import Cut, behind, farthest_back
from vsdesigner.model.dimensions import CARD_WIDTH, GRID, STEP_GAP
from vsdesigner.model.records import Note, Placed, Terminal
from vsdesigner.ui.canvas.arrange_marks import RoomMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.armed import Armed
from vsdesigner.ui.canvas.tools.carried import Carried
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.i18n import tr

SLOT = CARD_WIDTH + STEP_GAP  # what the keys push by
ARROWS = {Qt.Key.Key_Right: SLOT, Qt.Key.Key_Left: -SLOT, Qt.Key.Key_Up: 0.0, Qt.Key.Key_Down: 0.0}
Line = tuple[Point, Point]


def toggle_space(stage: Stage) -> None:
    """Take the space tool into the hand, or put it away."""
    if is_space(stage):
        stage.disarm()
    else:
        stage.arm(SpaceTool(stage))


def is_space(stage: Stage) -> bool:
    """Whether the space tool is in the hand."""
    return isinstance(stage.armed, SpaceTool)


class SpaceTool(Armed):
    """A line follows the pointer through its lane, with `Ctrl` through all lanes. One drag and it is away."""

    action = "arrange.space"
    cursor = Qt.CursorShape.SplitHCursor

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        stage.session.hinted.emit(
            tr("Drag what is to move. Right and Left push and pull what stands behind the selection.")
        )

    def hover(self, pointer: Pointer) -> None:
        line = upright_line(self._stage, pointer.scene, everywhere=pointer.ctrl)
        self._stage.overlay.show(Layer.ARRANGING, RoomMark(line))

    def away(self) -> None:
        self._stage.overlay.hide(Layer.ARRANGING)

    def begin(self, pointer: Pointer) -> Gesture:
        return SpaceGesture(self._stage, pointer)

    def key(self, event: QKeyEvent) -> bool:
        """Right and Left do by a slot, behind what is selected, what a drag does; nothing is nudged."""
        if event.key() not in ARROWS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        by = ARROWS[Qt.Key(event.key())]
        if by:
            push(self._stage, by)
        return True

    def leave(self) -> None:
        self._stage.session.hinted.emit("")
        self._stage.overlay.hide(Layer.ARRANGING)


class SpaceGesture(Gesture):
    """Dragged sideways it moves what is right of the line; down or up, the rows below it in its lane.

    Pulled back, nothing comes to lie over what stays.
    """

    cursor = Qt.CursorShape.SplitHCursor

    def __init__(self, stage: Stage, pointer: Pointer) -> None:
        self._stage = stage
        self._start = pointer
        self._downwards: bool | None = None
        self._cut: Cut | None = None
        self._carried: Carried | None = None
        self._room = 0.0
        self._by = 0.0

    def move(self, pointer: Pointer) -> None:
        if self._downwards is None:
            if not pointer.far_from(self._start):
                return
            far = pointer.at - self._start.at
            self._downwards = abs(far.y()) > abs(far.x())
            shape = Qt.CursorShape.SplitVCursor if self._downwards else self.cursor
            self._stage.view.viewport().setCursor(shape)
        cut = self._cut_for(pointer)
        if cut != self._cut:
            self._take(cut)
        dx, dy = pointer.scene.x - self._start.scene.x, pointer.scene.y - self._start.scene.y
        self._by = on_grid(dy if self._downwards else dx, self._room)
        self._show(cut)

    def release(self, pointer: Pointer) -> None:
        self._put_back()
        stage, cut, by = self._stage, self._cut, self._by
        stage.disarm()
        if cut is not None and by:
            make_room(stage, cut, by)

    def cancel(self) -> None:
        self._put_back()
        self._stage.disarm()

    # -- inside -----------------------------------------------------------------------------------------
    def _cut_for(self, pointer: Pointer) -> Cut:
        start, layout = self._start.scene, self._stage.layout
        band = layout.lane_at(start.y)
        if self._downwards:
            return Cut(start.y - band.top, band.lane, downwards=True)
        return Cut(start.x, "" if pointer.ctrl else band.lane)

    def _take(self, cut: Cut) -> None:
        self._put_back()
        self._cut = cut
        self._carried = Carried(self._stage, behind(movable(self._stage), cut))
        self._room = room_behind(self._stage, cut)

    def _put_back(self) -> None:
        if self._carried is not None:
            self._carried.end()
            self._carried = None

    def _show(self, cut: Cut) -> None:
        if self._carried is None:
            return
        stage, start = self._stage, self._start.scene
        dx, dy = (0.0, self._by) if cut.downwards else (self._by, 0.0)
        self._carried.show(dx, dy)
        if cut.downwards:
            area = stage.visible
            line = (Point(area.x, start.y), Point(area.right, start.y))
        else:
            line = upright_line(stage, start, everywhere=not cut.lane)
        moved = (Point(line[0].x + dx, line[0].y + dy), Point(line[1].x + dx, line[1].y + dy))
        stage.overlay.show(Layer.ARRANGING, RoomMark(moved, line))


# -- what both hands and keys do ----------------------------------------------------------------------------
def upright_line(stage: Stage, point: Point, *, everywhere: bool) -> Line:
    """Return the line through a point: as high as its lane, or as all of them."""
    lanes = stage.layout.lanes
    band = stage.layout.lane_at(point.y)
    top, bottom = (lanes[0].top, lanes[-1].bottom) if everywhere else (band.top, band.bottom)
    return Point(point.x, top), Point(point.x, bottom)


def movable(stage: Stage, *, notes: bool = True) -> dict[str, Box]:
    """Return what can be pushed, lane by lane; demand and value only where they were put by hand."""
    tops = {band.lane: band.top for band in stage.layout.lanes}
    found: dict[str, Box] = {}
    for id, card in stage.layout.cards.items():
        record = stage.now.get(id, Placed)
        free = isinstance(record, Terminal) and not record.pinned
        if not free and (notes or not isinstance(record, Note)):
            found[id] = Box(record.lane, card.rect.moved(0, -tops[record.lane]))
    return found


def room_behind(stage: Stage, cut: Cut) -> float:
    """Return how far everything behind a line may come back."""
    boxes = movable(stage, notes=False)
    return farthest_back(boxes, behind(boxes, cut), cut)


def on_grid(by: float, room: float) -> float:
    """Return the distance in steps of the grid; back by no more than there is room."""
    wanted = round(by / GRID) * GRID
    return wanted if wanted >= 0 else -floor(min(room, -wanted) / GRID) * GRID


def make_room(stage: Stage, cut: Cut, by: float) -> None:
    """Move what lies behind a line, as one step back."""
    label = tr("Make room") if by > 0 else tr("Close gap")
    ids = sorted(behind(movable(stage), cut))
    with stage.session.edit(label) as draft:
        arrange.make_room(draft, stage.session.stream, cut, by, ids)


def push(stage: Stage, by: float) -> None:
    """Move what stands right of the selected cards by a slot: in their lane, in all when they share none."""
    if not stage.selected_cards():
        stage.session.tell(tr("Select the step behind which room is to be made or taken away."))
        return
    cut = _cut_behind_selection(stage)
    reach = on_grid(by, room_behind(stage, cut))
    if reach:
        make_room(stage, cut, reach)
    elif by < 0:
        stage.session.tell(tr("There is no room left to pull into."))


def can_push(stage: Stage) -> bool:
    """Whether there is something to push; without a selection one is told to select."""
    return bool(stage.now.steps(stage.session.stream))


def _cut_behind_selection(stage: Stage) -> Cut:
    chosen = stage.selected_cards()
    lanes = {stage.now.get(id, Placed).lane for id in chosen}
    right = max(stage.rect(id).right for id in chosen)
    return Cut(right, lanes.pop() if len(lanes) == 1 else "")
