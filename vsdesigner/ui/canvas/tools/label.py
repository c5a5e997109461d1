"""Moving the label of a line along it and beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from vsdesigner.layout.geometry import Point
from vsdesigner.layout.labels import along, place_for
from vsdesigner.layout.stream_layout import Route
from vsdesigner.model.parts import LabelPlace
from vsdesigner.model.records import Flow
from vsdesigner.ui.canvas import line_edits
from vsdesigner.ui.canvas.line_marks import LeaderMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer

ONTO_LINE = 7.0  # px on screen beside the line within which a label comes to stand on it
AWAY = 6.0  # px between a label and its line from which a leader shows that they belong together
HOME = 8.0  # px on screen from where it stands by itself within which it goes back there


def is_on_label(stage: Stage, flow: str, point: Point) -> bool:
    """Whether a scene point lies on the label of a flow."""
    label = stage.layout.routes[flow].label
    return label is not None and label.contains(point)


def leader_of(stage: Stage, flow: str) -> LeaderMark | None:
    """Return the line that holds a label to its flow when the label stands away from it."""
    route, place = stage.layout.routes[flow], stage.now.get(flow, Flow).label_place
    if route.label is None or place == LabelPlace():
        return None
    anchor = along(route.points, place.fraction)
    return None if route.label.grown(AWAY).contains(anchor) else LeaderMark(route.label, anchor)


class LabelGesture(Gesture):
    """The label follows the pointer, held to its line by a thin leader; nothing changes until the release.

    Near the line it comes to stand on it; where it stands by itself it is let go of. `Alt` switches both
    off.
    """

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, stage: Stage, pointer: Pointer, flow: str) -> None:
        self._stage = stage
        self._flow = stage.now.get(flow, Flow)
        self._way = stage.layout.routes[flow].points
        self._place = self._flow.label_place
        middle = _middle(stage.layout.routes[flow]) or pointer.scene
        self._grabbed = Point(middle.x - pointer.scene.x, middle.y - pointer.scene.y)
        self._home = _middle(self._labelled(LabelPlace())) or middle

    def move(self, pointer: Pointer) -> None:
        wanted = Point(pointer.scene.x + self._grabbed.x, pointer.scene.y + self._grabbed.y)
        self._place = self._place_at(wanted, snapping=not pointer.alt)
        shown = self._labelled(self._place)
        self._stage.scene.preview({}, {self._flow.id: shown})
        if shown.label is not None:
            on_line = self._place if self._place != LabelPlace() else place_for(self._home, self._way)
            anchor = along(self._way, on_line.fraction)
            self._stage.overlay.show(Layer.LEADER, LeaderMark(shown.label, anchor))

    def release(self, pointer: Pointer) -> None:
        self.cancel()
        if self._place != self._flow.label_place:
            line_edits.place_label(self._stage.session, self._flow.id, self._place)

    def cancel(self) -> None:
        self._stage.overlay.hide(Layer.LEADER)
        self._stage.scene.end_preview((), (self._flow.id,))

    def _labelled(self, place: LabelPlace) -> Route:
        return self._stage.layout.preview_flow(self._flow.model_copy(update={"label_place": place}))

    def _place_at(self, wanted: Point, *, snapping: bool) -> LabelPlace:
        scale = self._stage.scale
        far = max(abs(wanted.x - self._home.x), abs(wanted.y - self._home.y))
        if snapping and far <= HOME / scale:
            return LabelPlace()
        place = place_for(wanted, self._way)
        if snapping and abs(place.offset) <= ONTO_LINE / scale:
            return place.model_copy(update={"offset": 0.0})
        return place


def _middle(route: Route) -> Point | None:
    return route.label.center if route.label is not None else None
