"""What the tools work on: session, layout and view in one place, and what lies under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.gaps import nearest
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.ports import Side
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.records import Placed, Step, Terminal, TerminalKind
from vsdesigner.ui.canvas.camera import Camera
from vsdesigner.ui.canvas.header_naming import HeaderNaming
from vsdesigner.ui.canvas.items import CardItem, FlowItem
from vsdesigner.ui.canvas.line_marks import StubsMark
from vsdesigner.ui.canvas.marks import side_point
from vsdesigner.ui.canvas.naming import Naming
from vsdesigner.ui.canvas.overlay import Layer, Overlay
from vsdesigner.ui.canvas.scene import LaneScene
from vsdesigner.ui.canvas.tools.armed import Armed
from vsdesigner.ui.canvas.view import LaneView
from vsdesigner.ui.guidance import Guidance
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.ui.canvas.aids import Aids
    from vsdesigner.ui.canvas.quick_add import QuickAdd

LINE_REACH, TOUCH_REACH = 6.0, 12.0  # px on screen beside a line that still hit it, by mouse and by finger
HANDLE_REACH = 9.0
END_REACH = 9.0
STUB_REACH = 3.0
LEAST_CARD = 30.0  # px on screen; a smaller card has no handles

ALL_SIDES = (Side.RIGHT, Side.BOTTOM, Side.LEFT, Side.TOP)


class Stage:
    """Tools read the document through `now` and change it through `edits`."""

    quick_add: QuickAdd  # given by the canvas: it needs the stage
    aids: Aids  # the same

    def __init__(self, session: Session, scene: LaneScene, view: LaneView, naming: Naming) -> None:
        self.session = session
        self.naming = naming
        self.header_naming = HeaderNaming(session, view)
        self.scene = scene
        self.view = view
        self.guidance = Guidance(parent=view)
        self.armed: Armed | None = None
        #: Whether the last press or move came from a finger on the screen.
        self.by_finger = False
        #: The flow that was selected last by going round a card, and that card.
        self.gone_round: tuple[str, str] = ("", "")
        #: Called whenever another tool was chosen, or none any more.
        self.on_armed: Callable[[], object] = bool

    def arm(self, tool: Armed) -> None:
        """Let a tool answer to the next press."""
        self.disarm()
        self.armed = tool
        self.view.viewport().setCursor(tool.cursor)
        self.view.setFocus()
        self.on_armed()

    def disarm(self) -> bool:
        """Let go of the tool that was chosen; False when there is none."""
        tool, self.armed = self.armed, None
        if tool is not None:
            tool.leave()
            self.view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            self.on_armed()
        return tool is not None

    @property
    def now(self) -> Snapshot:
        return self.session.now

    @property
    def layout(self) -> StreamLayout:
        return self.scene.drawing.layout

    @property
    def camera(self) -> Camera:
        return self.view.camera

    @property
    def overlay(self) -> Overlay:
        return self.view.overlay

    @property
    def scale(self) -> float:
        return self.view.camera.scale

    @property
    def visible(self) -> Rect:
        """The part of the scene that is in view."""
        area = self.camera.visible
        return Rect(area.x(), area.y(), area.width(), area.height())

    def rect(self, id: str) -> Rect:
        """Return where a card stands."""
        return self.layout.cards[id].rect

    def selected_cards(self) -> list[str]:
        """Return the selected steps, terminals and notes."""
        return [id for id in self.session.selection if id in self.layout.cards]

    def single_card(self) -> str:
        """Return the card that alone is selected, else nothing."""
        selection = self.session.selection
        return selection[0] if len(selection) == 1 and selection[0] in self.layout.cards else ""

    def single_flow(self) -> str:
        """Return the flow that alone is selected, else nothing."""
        selection = self.session.selection
        if len(selection) != 1 or selection[0] not in self.layout.routes:
            return ""
        # While a change is being followed the layout may still hold what is gone already.
        return selection[0] if selection[0] in self.now else ""

    # -- what lies where --------------------------------------------------------------------------------
    def card_at(self, point: Point, reach: float = 0.0, *, without: str = "") -> str:
        """Return the card at a scene point, or the nearest within `reach` px on screen, or nothing."""
        margin = reach / self.scale
        best, least = "", margin
        for item in self._items_near(point, margin):
            if isinstance(item, CardItem) and item.id in self.layout.cards and item.id != without:
                far = _distance(self.rect(item.id), point)
                if far == 0.0:
                    return item.id
                if far < least:
                    best, least = item.id, far
        return best

    def flow_at(self, point: Point) -> str:
        """Return the flow near a scene point: its line or its label; the selected one first."""
        margin = (TOUCH_REACH if self.by_finger else LINE_REACH) / self.scale
        best, least = "", margin
        for item in self._items_near(point, margin):
            if not isinstance(item, FlowItem) or item.id not in self.layout.routes:
                continue
            route = self.layout.routes[item.id]
            if route.label is not None and route.label.contains(point):
                return item.id
            far, _ = nearest(route.points, point)
            if item.id in self.session.selection:
                far /= 2
            if far < least:
                best, least = item.id, far
        return best

    def cards_in_view(self) -> list[str]:
        """Return the cards that the view shows, in no order."""
        found = self.scene.items(QRectF(*self.visible), Qt.ItemSelectionMode.IntersectsItemBoundingRect)
        return [item.id for item in found if isinstance(item, CardItem) and item.id in self.layout.cards]

    def lines_near(self, point: Point, reach: float) -> list[str]:
        """Return the flows whose line passes within `reach` px on screen of a scene point, nearest first."""
        margin = reach / self.scale
        found = [
            (nearest(self.layout.routes[item.id].points, point)[0], item.id)
            for item in self._items_near(point, margin)
            if isinstance(item, FlowItem) and item.id in self.layout.routes
        ]
        return [id for far, id in sorted(found) if far < margin]

    def sides_of(self, id: str) -> tuple[Side, ...]:
        """Return the sides of a card that have a handle."""
        record = self.now.find(id)
        if isinstance(record, Step):
            return ALL_SIDES
        if isinstance(record, Terminal):
            if record.kind is TerminalKind.VALUE:
                return (Side.LEFT, Side.TOP, Side.BOTTOM)
            return (Side.RIGHT, Side.BOTTOM, Side.TOP)
        return ()

    def handles_fit(self, id: str) -> bool:
        """Whether a card is seen large enough to have handles."""
        return id in self.layout.cards and self.rect(id).height * self.scale >= LEAST_CARD

    def handle_at(self, point: Point) -> tuple[str, Side] | None:
        """Return (card, side) of the handle at a scene point, of the hovered or the selected card.

        The plus behind a step that leads nowhere yet counts as its right handle.
        """
        stubs = self.overlay.mark(Layer.STUBS)
        open_step = stubs.at(point, STUB_REACH / self.scale) if isinstance(stubs, StubsMark) else ""
        if open_step:
            return open_step, Side.RIGHT
        for id in dict.fromkeys((self.scene.drawing.hovered, self.single_card())):
            if not id or not self.handles_fit(id):
                continue
            rect = self.rect(id)
            reach = min(HANDLE_REACH, rect.height * self.scale / 5) / self.scale
            for side in self.sides_of(id):
                x, y = side_point(rect, side)
                if (point.x - x) ** 2 + (point.y - y) ** 2 <= reach**2:
                    return id, side
        return None

    def end_at(self, point: Point) -> tuple[str, bool] | None:
        """Return (flow, whether it is the target's end) at a scene point, of the flow that is selected."""
        flow = self.single_flow()
        if not flow:
            return None
        points = self.layout.routes[flow].points
        reach = (END_REACH / self.scale) ** 2
        for end, at_target in ((points[-1], True), (points[0], False)):
            if (point.x - end[0]) ** 2 + (point.y - end[1]) ** 2 <= reach:
                return flow, at_target
        return None

    def is_placed(self, id: str) -> bool:
        """Whether a record stands in a lane."""
        return isinstance(self.now.find(id), Placed)

    def _items_near(self, point: Point, margin: float) -> list[object]:
        area = QRectF(point.x - margin, point.y - margin, 2 * margin, 2 * margin)
        if margin == 0.0:
            area = QRectF(point.x - 0.5, point.y - 0.5, 1.0, 1.0)
        return list(
            self.scene.items(
                area, Qt.ItemSelectionMode.IntersectsItemBoundingRect, Qt.SortOrder.DescendingOrder
            )
        )

    def to_view(self, point: Point) -> QPointF:
        """Return the viewport point over a scene point."""
        return self.camera.to_view(QPointF(*point))


def _distance(rect: Rect, point: Point) -> float:
    """How far a point is from a rectangle; 0 inside."""
    dx = max(rect.x - point.x, 0.0, point.x - rect.right)
    dy = max(rect.y - point.y, 0.0, point.y - rect.bottom)
    return float((dx * dx + dy * dy) ** 0.5)
