"""What shows under a pointer that holds nothing: handles, cursors, the step that a click would make."""

from __future__ import annotations

from PySide6.QtCore import Qt

from vsdesigner.layout.geometry import Point
from vsdesigner.layout.ports import Side
from vsdesigner.model.records import Flow
from vsdesigner.ui.canvas.line_marks import BendsMark
from vsdesigner.ui.canvas.marks import EndsMark, GhostMark, HandlesMark
from vsdesigner.ui.canvas.noting import is_on_corner
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import HANDLE_REACH, Stage
from vsdesigner.ui.canvas.stubs import Stubs
from vsdesigner.ui.canvas.tools.bend import cursor_over, grips
from vsdesigner.ui.canvas.tools.gesture import Pointer
from vsdesigner.ui.canvas.tools.label import is_on_label, leader_of
from vsdesigner.ui.canvas.tools.landing import SIZE, place_beside
from vsdesigner.ui.canvas.tools.lane_border import border_at
from vsdesigner.ui.painting.looks import lane_colour


class Hover:
    """Keeps the marks of idle times in step with the pointer and the selection."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._hot: tuple[str, Side] | None = None
        self._stubs = Stubs(stage)

    def follow(self, pointer: Pointer) -> None:
        """The pointer moved with no button down."""
        stage = self._stage
        if stage.armed is not None:
            self.hide()
            stage.armed.hover(pointer)
            stage.view.viewport().setCursor(stage.armed.cursor)
            return
        self._hot = stage.handle_at(pointer.scene)
        if self._hot is None:
            reach = HANDLE_REACH if stage.scene.drawing.hovered else 0.0
            card = stage.card_at(pointer.scene)
            if not card and reach and stage.card_at(pointer.scene, reach) == stage.scene.drawing.hovered:
                card = stage.scene.drawing.hovered  # on the way to one of its handles
            stage.scene.hover(card)
        self.refresh()
        stage.view.viewport().setCursor(self._cursor(pointer))

    def leave(self) -> None:
        """The pointer left, or is busy."""
        if self._stage.armed is not None:
            self._stage.armed.away()
        self._hot = None
        self._stage.scene.hover("")
        self.refresh()

    def hide(self) -> None:
        """Show no marks, for a gesture is under way."""
        self._hot = None
        self._stage.scene.hover("")
        self._stage.overlay.hide(Layer.HANDLES, Layer.HOVERED, Layer.ENDS, Layer.GHOST)
        self._stage.overlay.hide(Layer.BENDS, Layer.STUBS, Layer.LEADER)

    def refresh(self) -> None:
        """Show the marks anew after selection, place or scale changed."""
        if self._stage.armed is not None:
            self.hide()
            return
        stage = self._stage
        naming = stage.naming.id
        single, hovered = (stage.single_card(), stage.scene.drawing.hovered) if not naming else ("", "")
        self._show_handles(Layer.HANDLES, single)
        self._show_handles(Layer.HOVERED, hovered if hovered != single else "")
        self._show_line(stage.single_flow() if not naming else "")
        if stage.quick_add.shown:  # its line leads where a plus would stand
            stage.overlay.hide(Layer.STUBS)
        else:
            self._stubs.refresh(self._hot[0] if self._hot is not None else "")
        self._show_ghost()

    def _show_line(self, id: str) -> None:
        """Show what can be dragged of the flow that alone is selected."""
        stage = self._stage
        if not id:
            stage.overlay.hide(Layer.ENDS, Layer.BENDS, Layer.LEADER)
            return
        route, flow = stage.layout.routes[id], stage.now.get(id, Flow)
        ends = Point(*route.points[0]), Point(*route.points[-1])
        stage.overlay.show(Layer.ENDS, EndsMark(ends, (bool(flow.source_side), bool(flow.target_side))))
        leader = None if stage.view.far else leader_of(stage, id)
        if leader is not None:
            stage.overlay.show(Layer.LEADER, leader)
        else:
            stage.overlay.hide(Layer.LEADER)
        found = () if stage.view.far else grips(route, stage.scale)
        if found:
            stage.overlay.show(Layer.BENDS, BendsMark(found))
        else:
            stage.overlay.hide(Layer.BENDS)

    def _show_handles(self, layer: Layer, id: str) -> None:
        stage = self._stage
        if not id or not stage.handles_fit(id):
            stage.overlay.hide(layer)
            return
        hot = self._hot[1] if self._hot is not None and self._hot[0] == id else None
        stage.overlay.show(layer, HandlesMark(stage.rect(id), stage.sides_of(id), hot))

    def _show_ghost(self) -> None:
        stage = self._stage
        if self._hot is None or stage.naming.id or self._hot[0] not in stage.layout.cards:
            stage.overlay.hide(Layer.GHOST)
            return
        place = place_beside(stage, *self._hot)
        rect = stage.layout.rect_at(place, SIZE)
        stage.overlay.show(Layer.GHOST, GhostMark(rect, lane_colour(stage.now, place.lane)))

    def _cursor(self, pointer: Pointer) -> Qt.CursorShape:
        stage = self._stage
        if is_on_corner(stage, pointer.scene):
            return Qt.CursorShape.SizeFDiagCursor
        if self._hot is not None or stage.end_at(pointer.scene) is not None:
            return Qt.CursorShape.CrossCursor
        if stage.scene.drawing.hovered:
            return Qt.CursorShape.ArrowCursor
        flow = stage.flow_at(pointer.scene)
        if flow and flow == stage.single_flow() and not stage.view.far:
            if is_on_label(stage, flow, pointer.scene):
                return Qt.CursorShape.SizeAllCursor
            return cursor_over(stage, flow, pointer.scene)
        if not flow and border_at(stage, pointer.scene.y):
            return Qt.CursorShape.SplitVCursor
        return Qt.CursorShape.PointingHandCursor if flow else Qt.CursorShape.ArrowCursor
