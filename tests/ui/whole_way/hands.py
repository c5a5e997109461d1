"""The hands of a user: mouse and key events sent to the real window, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QWidget

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.records import Step, Terminal, TerminalKind
from vsdesigner.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """Points, drags and types in one window; looks at the screen only to know where things are."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    # -- looking ----------------------------------------------------------------------------------------
    @property
    def canvas(self) -> Any:
        return self.window.centre.widget

    @property
    def viewport(self) -> QWidget:
        viewport: QWidget = self.canvas.view.viewport()
        return viewport

    def on_canvas(self, point: Point) -> QPoint:
        """Where a point of the scene is in the viewport now."""
        spot: QPoint = self.canvas.view.mapFromScene(QPointF(*point))
        assert self.viewport.rect().contains(spot), f"{point} is not in view"
        return spot

    def card(self, id: str) -> Rect:
        rect: Rect = self.canvas.stage.layout.cards[id].rect
        return rect

    def step(self, name: str) -> Step:
        session = self.window.session
        return next(step for step in session.now.steps(session.stream) if step.name == name)

    def end(self, kind: TerminalKind) -> Terminal:
        return self.window.session.now.terminal(self.window.session.stream, kind)

    def widget(self, name: str) -> Any:
        """The visible widget of this name (the pages of the inspector share names)."""
        found = [child for child in self.window.findChildren(QWidget, name) if child.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)} visible"
        return found[0]

    # -- typing -----------------------------------------------------------------------------------------
    def type(self, text: str) -> None:
        """Type into whatever has the focus, letter by letter."""
        QTest.keyClicks(focus(), text)
        settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(focus(), key, modifiers)
            settle()

    # -- pointing ---------------------------------------------------------------------------------------
    def click(self, target: QWidget | str, at: QPoint | None = None) -> None:
        """Click a widget in its middle, scrolled into view by the wheel of its panel where needed."""
        widget: QWidget = self.widget(target) if isinstance(target, str) else target
        self._bring_into_view(widget)
        QTest.mouseClick(widget, LEFT, PLAIN, widget.rect().center() if at is None else at)
        settle()

    def _bring_into_view(self, widget: QWidget) -> None:
        page = widget.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None:
            page.ensureWidgetVisible(widget, 0, 60)
            settle()
        assert not widget.visibleRegion().isEmpty(), f"{widget.objectName()} cannot be seen"

    def click_card(self, id: str) -> None:
        rect = self.card(id)
        QTest.mouseClick(self.viewport, LEFT, PLAIN, self.on_canvas(Point(rect.x + 90, rect.bottom - 12)))
        settle()

    def click_canvas(self, point: Point) -> None:
        QTest.mouseClick(self.viewport, LEFT, PLAIN, self.on_canvas(point))
        settle()

    def drag(self, start: Point, end: Point) -> None:
        """Drag on the canvas from one point of the scene to another, in steps as a hand does."""
        first, last = self.on_canvas(start), self.on_canvas(end)
        QTest.mouseMove(self.viewport, first)
        settle()
        QTest.mousePress(self.viewport, LEFT, PLAIN, first)
        for part in range(1, 9):
            QTest.mouseMove(self.viewport, first + (last - first) * (part / 8))
            settle()
        QTest.mouseRelease(self.viewport, LEFT, PLAIN, last)
        settle()

    def drag_from_palette(self, lane: str, centre: Point) -> None:
        """Drag the row of an activity out of the palette and drop it on the canvas.

        The platform's own loop of a drag is the edge of the machine (the offscreen platform has none): in
        its place the viewport gets the events that the loop would send it.
        """
        palette = self.window.palette_panel.findChild(QWidget, "palette_list")
        start = palette.visualRect(row_of(palette, lane)).center()
        target = self.on_canvas(centre)
        carried: list[QDrag] = []

        def platform_loop(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
            carried.append(drag)
            self._carry(drag.mimeData(), [target + QPoint(-30, -10), target + QPoint(-5, 0), target])
            return Qt.DropAction.CopyAction

        QTest.mousePress(palette.viewport(), LEFT, PLAIN, start)
        with patch.object(QDrag, "exec", platform_loop):
            for offset in (4, 9, 14):
                QTest.mouseMove(palette.viewport(), start + QPoint(offset, offset))
                settle()
        QTest.mouseRelease(palette.viewport(), LEFT, PLAIN, start)
        settle()
        assert len(carried) == 1

    def _carry(self, content: QMimeData, spots: Sequence[QPoint]) -> None:
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(spots[0], copy, content, LEFT, PLAIN)
        QApplication.sendEvent(self.viewport, enter)
        assert enter.isAccepted()
        for spot in spots:
            move = QDragMoveEvent(spot, copy, content, LEFT, PLAIN)
            QApplication.sendEvent(self.viewport, move)
            assert move.isAccepted()
            settle()
        drop = QDropEvent(QPointF(spots[-1]), copy, content, LEFT, PLAIN)
        QApplication.sendEvent(self.viewport, drop)
        assert drop.isAccepted()

    # -- choosing ---------------------------------------------------------------------------------------
    def choose(self, name: str, text: str) -> None:
        """Choose an entry of a combo box by keyboard."""
        box = self.widget(name)
        assert isinstance(box, QComboBox)
        self._bring_into_view(box)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        assert box.findText(text) >= 0, [box.itemText(row) for row in range(box.count())]
        distance = box.findText(text) - box.currentIndex()
        self.press(Qt.Key.Key_Space)  # opens the list, which takes the keys
        for _ in range(abs(distance)):
            QTest.keyClick(box.view(), Qt.Key.Key_Down if distance > 0 else Qt.Key.Key_Up)
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
        settle()
        box = self.widget(name)  # the list may have been built anew
        assert box.currentText() == text, (box.currentText(), text)

    def fill(self, name: str, text: str) -> None:
        """Click a field, replace what stands there and leave it with Tab."""
        self.click(name)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)
        self.press(Qt.Key.Key_Tab)

    def open_section(self, key: str) -> None:
        """Open a section of the inspector unless it is open."""
        body = [
            child for child in self.window.findChildren(QWidget, f"section.{key}.body") if child.isVisible()
        ]
        if not body:
            header = self.widget(f"section.{key}.header")
            assert isinstance(header, QAbstractButton | QWidget)
            self.click(header)


def focus() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def settle() -> None:
    """Let the program do what it put off."""
    QApplication.processEvents()


def row_of(palette: Any, lane: str) -> QModelIndex:
    """The palette's row of an activity."""
    model = palette.model()
    for row in range(model.rowCount()):
        if model.lane(row).name == lane:
            index: QModelIndex = model.index(row, 0)
            return index
    raise AssertionError(lane)
