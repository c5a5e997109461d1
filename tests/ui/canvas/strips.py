"""Drives the headers of lanes and phases by real mouse events."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui.canvas.drive import Driver
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.canvas.phase_strip import HEIGHT

PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
MOVES = 6


class Strips:
    """The hand on the two strips. Points are px of the strip that is meant."""

    def __init__(self, drive: Driver) -> None:
        self.drive = drive
        self.canvas: LaneCanvas = drive.canvas
        self.headers = drive.canvas.view.headers
        self.phases = drive.canvas.view.strip

    # -- places -----------------------------------------------------------------------------------------
    def lane(self, name: str) -> QPoint:
        """Return the middle of a lane's header."""
        area = self._header(name)
        return QPoint(40, round(area.center().y()))

    def border(self, name: str) -> QPoint:
        """Return a point on the border below a lane's header."""
        return QPoint(60, round(self._header(name).bottom()))

    def chevron(self, name: str) -> QPoint:
        """Return the middle of the mark that folds a lane, after moving onto its header."""
        self.move(self.headers, self.lane(name))
        lane = self.drive.lane(name)
        for band, area in self.headers.rows():
            if band.lane == lane:
                box = self.headers._chevron(band, area)
                assert box is not None, f"{name} shows no mark"
                return box.center().toPoint()
        raise AssertionError(name)

    def phase(self, id: str) -> QPoint:
        """Return the middle of what is seen of a phase's header."""
        area = self.phases.name_area(id)
        assert area is not None
        return area.center().toPoint()

    def edge(self, id: str, *, left: bool) -> QPoint:
        """Return a point on the left or right edge of a phase's header, inside it."""
        for look, area in self.phases.rows():
            if look.phase == id:
                return QPoint(round(area.left()) + 1 if left else round(area.right()) - 2, HEIGHT // 2)
        raise AssertionError(id)

    def over(self, x: float) -> QPoint:
        """Return the point of the phases' strip above scene `x`."""
        return QPoint(self.drive.at(x, 0).x() + round(self.phases.corner), HEIGHT // 2)

    # -- mouse ------------------------------------------------------------------------------------------
    def move(
        self,
        strip: QWidget,
        at: QPoint,
        buttons: Qt.MouseButton = Qt.MouseButton.NoButton,
        keys: Qt.KeyboardModifier = PLAIN,
    ) -> None:
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            at.toPointF(),
            strip.mapToGlobal(at).toPointF(),
            Qt.MouseButton.NoButton,
            buttons,
            keys,
        )
        QApplication.sendEvent(strip, event)
        QApplication.processEvents()

    def begin_drag(
        self, strip: QWidget, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = PLAIN
    ) -> None:
        """Press, move in several steps, and hold the button."""
        self.move(strip, start)
        QTest.mousePress(strip, LEFT, keys, start)
        for index in range(1, MOVES + 1):
            self.move(strip, start + (end - start) * index / MOVES, LEFT, keys)
        self.move(strip, end, LEFT, keys)

    def drag(self, strip: QWidget, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Press, move in several steps, release."""
        self.begin_drag(strip, start, end, keys)
        self.release(strip, end, keys)

    def release(self, strip: QWidget, at: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseRelease(strip, LEFT, keys, at)
        QApplication.processEvents()

    def click(self, strip: QWidget, at: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.move(strip, at)
        QTest.mouseClick(strip, LEFT, keys, at)
        QApplication.processEvents()

    def double_click(self, strip: QWidget, at: QPoint) -> None:
        self.click(strip, at)
        QTest.mouseDClick(strip, LEFT, PLAIN, at)
        QTest.mouseRelease(strip, LEFT, PLAIN, at)
        QApplication.processEvents()

    def menu(self, strip: QWidget, at: QPoint) -> QMenu:
        """Right-click and return the menu that opens."""
        QTest.mouseClick(strip, Qt.MouseButton.RightButton, PLAIN, at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, strip.mapToGlobal(at))
        QApplication.sendEvent(strip, event)
        QApplication.processEvents()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu opened"
        return menu

    def choose(self, strip: QWidget, at: QPoint, text: str) -> None:
        """Right-click and choose an entry."""
        menu = self.menu(strip, at)
        found = [action for action in menu.actions() if action.text() == text]
        assert found, [action.text() for action in menu.actions()]
        menu.close()
        found[0].trigger()
        QApplication.processEvents()

    # -- keys -------------------------------------------------------------------------------------------
    def write(self, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type over the name that is open in a header, and press a key."""
        editor = self.canvas.stage.header_naming.editor
        assert self.canvas.stage.header_naming.id, "no header is being named"
        assert editor.isVisible()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, key)
        QApplication.processEvents()

    # -- inside -----------------------------------------------------------------------------------------
    def _header(self, name: str) -> QRectF:
        lane = self.drive.lane(name)
        return next(area for band, area in self.headers.rows() if band.lane == lane)
