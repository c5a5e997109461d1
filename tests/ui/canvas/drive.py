"""Drives a canvas by real mouse, key, wheel and drag events: names of steps become pixels of the viewport."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.ports import Side
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.records import Flow, Lane, Step, Terminal, TerminalKind
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.canvas.marks import side_point
from vsdesigner.ui.mime import NEW_STEP
from vsdesigner.ui.session import Session

Button, Mod, Key = Qt.MouseButton, Qt.KeyboardModifier, Qt.Key
PLAIN = Mod.NoModifier
MOVES = 6


class Driver:
    """The hand on one canvas. Elements are named by step name, id, ``"demand"`` or ``"value"``.

    Points are viewport pixels. What is asked for is scrolled into view first, as a person would do.
    """

    def __init__(self, session: Session, canvas: LaneCanvas) -> None:
        self.session = session
        self.canvas = canvas
        self.viewport = canvas.view.viewport()
        self._pressed: QWidget = self.viewport

    # -- finding ----------------------------------------------------------------------------------------
    @property
    def layout(self) -> StreamLayout:
        return self.canvas.stage.layout

    def id(self, name: str) -> str:
        """Return the id of a step by name or id, or of demand or value; fails unless there is exactly one."""
        now, stream = self.session.now, self.session.stream
        if name in now:
            return name
        for terminal in now.terminals(stream):
            if name.casefold() == terminal.kind.value:
                return terminal.id
        found = [step.id for step in now.steps(stream) if step.name == name]
        assert len(found) == 1, f"{len(found)} steps are called {name!r}"
        return found[0]

    def step(self, name: str) -> Step:
        return self.session.now.get(self.id(name), Step)

    def terminal(self, kind: TerminalKind) -> Terminal:
        return self.session.now.terminal(self.session.stream, kind)

    def lane(self, name: str) -> str:
        """Return the id of a lane by name or id."""
        for lane in self.session.now.lanes:
            if name in (lane.id, lane.name):
                return lane.id
        raise AssertionError(f"no lane is called {name!r}")

    def flow(self, source: str, target: str) -> Flow:
        """Return the flow between two elements."""
        ends = self.id(source), self.id(target)
        for flow in self.session.now.flows(self.session.stream):
            if (flow.source, flow.target) == ends:
                return flow
        raise AssertionError(f"no flow leads from {source!r} to {target!r}")

    def has_flow(self, source: str, target: str) -> bool:
        ends = self.id(source), self.id(target)
        flows = self.session.now.flows(self.session.stream)
        return any((flow.source, flow.target) == ends for flow in flows)

    # -- places -----------------------------------------------------------------------------------------
    def show(self, rect: Rect) -> None:
        """Scroll so that an area of the scene is in view."""
        self.canvas.view.camera.reveal(rect)
        QApplication.processEvents()

    def at(self, x: float, y: float) -> QPoint:
        """Return the pixel over a scene point."""
        return self.canvas.stage.to_view(Point(x, y)).toPoint()

    def middle(self, name: str) -> QPoint:
        """Return the pixel in the middle of a card."""
        rect = self.layout.cards[self.id(name)].rect
        self.show(rect)
        return self.at(*rect.center)

    def handle(self, name: str, side: Side) -> QPoint:
        """Return the pixel of a side handle, after moving onto the card so that the handle is there."""
        rect = self.layout.cards[self.id(name)].rect
        self.show(rect)
        self.move(self.at(*rect.center))
        return self.at(*side_point(rect, side))

    def in_lane(self, lane: str, x: float) -> QPoint:
        """Return the pixel half way down a lane at scene `x`."""
        band = self.layout.band(self.lane(lane))
        y = band.top + band.height / 2
        self.show(Rect(x - 100, y - 45, 200, 90))
        return self.at(x, y)

    def on_flow(self, source: str, target: str, fraction: float = 0.5) -> QPoint:
        """Return a pixel on the first straight piece of a flow's way that is long enough to hit."""
        points = self.layout.routes[self.flow(source, target).id].points
        pieces = sorted(
            itertools.pairwise(points),
            key=lambda piece: -abs(piece[0][0] - piece[1][0]) - abs(piece[0][1] - piece[1][1]),
        )
        (x1, y1), (x2, y2) = pieces[0]
        x, y = x1 + (x2 - x1) * fraction, y1 + (y2 - y1) * fraction
        self.show(Rect(x - 30, y - 30, 60, 60))
        return self.at(x, y)

    # -- mouse ------------------------------------------------------------------------------------------
    def target(self, at: QPoint) -> tuple[QWidget, QPoint]:
        """Return the widget under a pixel of the viewport, and that pixel on it."""
        child = self.viewport.childAt(at)
        if child is None:
            return self.viewport, at
        return child, child.mapFrom(self.viewport, at)

    def press(
        self, at: QPoint, keys: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = Button.LeftButton
    ) -> None:
        widget, spot = self.target(at)
        self._pressed = widget
        QTest.mousePress(widget, button, keys, spot)

    def release(
        self, at: QPoint, keys: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = Button.LeftButton
    ) -> None:
        widget = self._pressed  # who got the press holds the mouse
        QTest.mouseRelease(widget, button, keys, widget.mapFromGlobal(self.viewport.mapToGlobal(at)))
        QApplication.processEvents()

    def move(
        self, at: QPoint, buttons: Qt.MouseButton = Button.NoButton, keys: Qt.KeyboardModifier = PLAIN
    ) -> None:
        """Move the pointer to a pixel, outside the viewport as well."""
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(self.viewport.mapToGlobal(at)),
            Button.NoButton,
            buttons,
            keys,
        )
        QApplication.sendEvent(self.viewport, event)
        QApplication.processEvents()  # what was shown on the way is painted, as it is for a person

    def begin_drag(
        self,
        start: QPoint,
        end: QPoint,
        keys: Qt.KeyboardModifier = PLAIN,
        button: Qt.MouseButton = Button.LeftButton,
    ) -> None:
        """Press, move in several steps, and hold the button."""
        self.move(start)
        self.press(start, keys, button)
        for index in range(1, MOVES + 1):
            self.move(start + (end - start) * index / MOVES, button, keys)
        self.move(end, button, keys)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        keys: Qt.KeyboardModifier = PLAIN,
        button: Qt.MouseButton = Button.LeftButton,
    ) -> None:
        """Press, move in several steps, release."""
        self.begin_drag(start, end, keys, button)
        self.release(end, keys, button)

    def click(
        self, at: QPoint, keys: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = Button.LeftButton
    ) -> None:
        self.move(at)
        self.press(at, keys, button)
        self.release(at, keys, button)

    def double_click(self, at: QPoint) -> None:
        self.click(at)
        widget, spot = self.target(at)
        QTest.mouseDClick(widget, Button.LeftButton, PLAIN, spot)
        QApplication.processEvents()

    def wheel(
        self,
        at: QPoint,
        turn: QPoint,
        keys: Qt.KeyboardModifier = PLAIN,
        pixels: QPoint | None = None,
    ) -> None:
        """Turn the wheel by `turn` (eighths of a degree, 120 a notch); `pixels` as a touchpad says them."""
        event = QWheelEvent(
            QPointF(at),
            QPointF(self.viewport.mapToGlobal(at)),
            pixels or QPoint(),
            turn,
            Button.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.viewport, event)
        QApplication.processEvents()

    # -- keys -------------------------------------------------------------------------------------------
    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and release a key where the keyboard is: in the open editor, else on the canvas."""
        QTest.keyClick(self.focus(), key, keys)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type text, any letters."""
        for letter in text:
            widget = self.focus()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, PLAIN, letter))
        QApplication.processEvents()

    def focus(self) -> QWidget:
        if self.canvas.stage.quick_add.shown:
            return self.canvas.stage.quick_add.card.name
        return self.canvas.naming.editor if self.canvas.naming.id else self.canvas.view

    # -- what people do ---------------------------------------------------------------------------------
    def select(self, *names: str) -> None:
        """Click the first, Ctrl+click the others."""
        for index, name in enumerate(names):
            self.click(self.middle(name), PLAIN if index == 0 else Mod.ControlModifier)

    def drag_step(
        self, name: str, *, lane: str = "", x: float | None = None, by: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        """Drag a card so that its middle comes to lane and scene `x`, or by a distance in scene px."""
        rect = self.layout.cards[self.id(name)].rect
        start = self.middle(name)
        if lane or x is not None:
            band = self.layout.band(self.lane(lane)) if lane else self.layout.lane_at(rect.center.y)
            end = self.at(rect.center.x if x is None else x, band.top + band.height / 2)
        else:
            end = self.at(rect.center.x + by[0], rect.center.y + by[1])
        self.drag(start, end)

    def connect(self, source: str, target: str, side: Side | None = None) -> None:
        """Drag from a handle of one card into the middle of another."""
        start, end = self.layout.cards[self.id(source)].rect, self.layout.cards[self.id(target)].rect
        left = min(start.x, end.x)
        top = min(start.y, end.y)
        self.show(Rect(left, top, max(start.right, end.right) - left, max(start.bottom, end.bottom) - top))
        if side is None:
            side = Side.LEFT if self.id(source) == self.terminal(TerminalKind.VALUE).id else Side.RIGHT
        self.move(self.at(*start.center))
        self.drag(self.at(*side_point(start, side)), self.at(*end.center))

    def connect_to_empty(self, source: str, lane: str, x: float, name: str = "") -> str:
        """Drag from the right handle onto empty ground, name the step; returns its id."""
        before = self._ids()
        handle = self.handle(source, Side.RIGHT)
        band = self.layout.band(self.lane(lane))
        self.drag(handle, self.at(x, band.top + band.height / 2))
        self.finish_name(name)
        return self._new(before)

    def append_by_handle(self, source: str, side: Side = Side.RIGHT) -> str:
        """Click a handle; returns the id of the step that is made."""
        before = self._ids()
        self.click(self.handle(source, side))
        return self._new(before)

    def rename(self, name: str, text: str) -> None:
        """Double-click a card, type over its name and press Enter."""
        self.double_click(self.middle(name))
        self.finish_name(text)

    def finish_name(self, text: str, key: Qt.Key = Key.Key_Return) -> None:
        """Type over what is selected in the open editor and press a key."""
        assert self.focus() is not self.canvas.view, "no name is being edited"
        self.type(text)
        self.key(key)

    def rubber_band(
        self, start: tuple[float, float], end: tuple[float, float], keys: Qt.KeyboardModifier = PLAIN
    ) -> None:
        """Drag over empty ground from scene point to scene point."""
        self.drag(self.at(*start), self.at(*end), keys)

    # -- from the palette -------------------------------------------------------------------------------
    def begin_palette_drag(self, lane: str, at: QPoint, over: Iterable[QPoint] = ()) -> QMimeData:
        """Bring a step from the palette over the viewport; the card hangs at its middle."""
        content = QMimeData()
        content.setData(NEW_STEP, QByteArray(self.lane(lane).encode()))
        enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, content, Button.LeftButton, PLAIN)
        QApplication.sendEvent(self.viewport, enter)
        assert enter.isAccepted(), "the canvas does not take a step from the palette"
        for point in (*over, at):
            move = QDragMoveEvent(point, Qt.DropAction.CopyAction, content, Button.LeftButton, PLAIN)
            QApplication.sendEvent(self.viewport, move)
        return content

    def drop_from_palette(self, lane: str, x: float, onto: str = "") -> str:
        """Drop a step of a lane at scene `x`, into the same lane or `onto` another; returns its id.

        The editor of its name is open afterwards.
        """
        before = self._ids()
        at = self.in_lane(onto or lane, x)
        content = self.begin_palette_drag(lane, at, (at - QPoint(40, 10), at - QPoint(10, 0)))
        drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, content, Button.LeftButton, PLAIN)
        QApplication.sendEvent(self.viewport, drop)
        QApplication.processEvents()
        return self._new(before)

    def leave_with_palette_drag(self) -> None:
        """Take the dragged step away again."""
        QApplication.sendEvent(self.viewport, QDragLeaveEvent())

    # -- inside -----------------------------------------------------------------------------------------
    def _ids(self) -> set[str]:
        return {step.id for step in self.session.now.steps(self.session.stream)}

    def _new(self, before: set[str]) -> str:
        fresh = self._ids() - before
        assert len(fresh) == 1, f"{len(fresh)} steps were made"
        return fresh.pop()


def lane_names(session: Session) -> list[str]:
    """Return the names of all lanes from top to bottom."""
    return [lane.name for lane in session.now.all(Lane)]
