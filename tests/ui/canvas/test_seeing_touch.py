"""A touch screen: two fingers pan and pinch, one is the hand; and a touch pad's pinch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.canvas.drive import Driver

_devices: list[QPointingDevice] = []


@pytest.fixture
def screen(qapp: QApplication) -> QPointingDevice:
    if not _devices:
        _devices.append(QTest.createTouchDevice())
    return _devices[0]


class Fingers:
    """Up to two fingers on the viewport."""

    def __init__(self, drive: Driver, screen: QPointingDevice) -> None:
        self._drive, self._screen = drive, screen

    def press(self, at: QPoint) -> None:
        self._send("press", (at,))

    def press_second(self, first: QPoint, second: QPoint) -> None:
        sequence = QTest.touchEvent(self._drive.viewport, self._screen, False)
        sequence.move(0, first, self._drive.viewport)
        sequence.press(1, second, self._drive.viewport)
        sequence.commit()
        QApplication.processEvents()

    def move(self, *points: QPoint) -> None:
        self._send("move", points)

    def release(self, *points: QPoint) -> None:
        self._send("release", points)

    def _send(self, what: str, points: tuple[QPoint, ...]) -> None:
        sequence = QTest.touchEvent(self._drive.viewport, self._screen, False)
        for number, point in enumerate(points):
            getattr(sequence, what)(number, point, self._drive.viewport)
        sequence.commit()
        QApplication.processEvents()

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.press(start)
        for index in range(1, 6):
            self.move(start + (end - start) * index / 5)
        self.release(end)

    def tap(self, at: QPoint) -> None:
        self.press(at)
        self.release(at)


@pytest.fixture
def fingers(drive: Driver, screen: QPointingDevice) -> Fingers:
    return Fingers(drive, screen)


def over(drive: Driver, at: QPoint) -> QPointF:
    return drive.canvas.view.camera.to_scene(QPointF(at))


def test_two_fingers_pan(drive: Driver, fingers: Fingers) -> None:
    drive.canvas.set_zoom(1.5)
    first, second, by = QPoint(500, 300), QPoint(700, 300), QPoint(-60, -40)
    before = over(drive, first)
    fingers.press(first)
    fingers.press_second(first, second)
    fingers.move(first, second)
    fingers.move(first + by / 2, second + by / 2)
    fingers.move(first + by, second + by)
    fingers.release(first + by, second + by)
    assert drive.canvas.zoom() == pytest.approx(1.5)
    assert (over(drive, first + by) - before).manhattanLength() < 2.5
    assert drive.session.selection == ()


def test_two_fingers_pinch_around_their_middle(drive: Driver, fingers: Fingers) -> None:
    middle = QPoint(600, 400)
    before = over(drive, middle)
    fingers.press(middle - QPoint(50, 0))
    fingers.press_second(middle - QPoint(50, 0), middle + QPoint(50, 0))
    fingers.move(middle - QPoint(50, 0), middle + QPoint(50, 0))
    for wide in (60, 80, 100):
        fingers.move(middle - QPoint(wide, 0), middle + QPoint(wide, 0))
    assert drive.canvas.zoom() == pytest.approx(2.0, rel=0.01)
    assert (over(drive, middle) - before).manhattanLength() < 2.5
    fingers.release(middle - QPoint(100, 0), middle + QPoint(100, 0))
    assert not drive.canvas.controller.busy


def test_one_finger_taps_and_drags(drive: Driver, fingers: Fingers) -> None:
    fingers.tap(drive.middle("Diagnose"))
    assert drive.session.selection == (drive.id("Diagnose"),)
    before = drive.step("Diagnose").x
    at = drive.middle("Diagnose")
    fingers.drag(at, at + QPoint(80, 0))
    assert drive.step("Diagnose").x > before
    assert drive.session.history.index() == 1


def test_a_second_finger_takes_the_drag_back(drive: Driver, fingers: Fingers) -> None:
    before = drive.session.now
    at = drive.middle("Diagnose")
    fingers.press(at)
    fingers.move(at + QPoint(40, 0))
    assert drive.canvas.controller.busy
    fingers.press_second(at + QPoint(40, 0), at + QPoint(200, 100))
    assert not drive.canvas.controller.busy
    fingers.release(at + QPoint(40, 0), at + QPoint(200, 100))
    assert drive.session.now is before


def test_a_double_tap_edits(drive: Driver, fingers: Fingers) -> None:
    at = drive.middle("Diagnose")
    fingers.tap(at)
    fingers.tap(at + QPoint(3, 2))
    assert drive.canvas.naming.id == drive.id("Diagnose")


def test_a_finger_that_rests_opens_the_menu(qtbot: QtBot, drive: Driver, fingers: Fingers) -> None:
    at = drive.middle("Diagnose")
    fingers.press(at)

    def menus() -> list[QMenu]:
        return [menu for menu in drive.canvas.view.findChildren(QMenu) if menu.isVisible()]

    qtbot.waitUntil(lambda: bool(menus()), timeout=2_000)
    assert drive.session.selection == (drive.id("Diagnose"),)
    menus()[0].close()
    fingers.release(at)
    assert drive.session.selection == (drive.id("Diagnose"),)


def test_conv_13_a_finger_hits_a_line_from_twelve_pixels(drive: Driver, fingers: Fingers) -> None:
    flow = drive.flow("Diagnose", "Fix")
    drive.canvas.view.camera.scroll_by(400, 0)  # Qt drops touches beyond the 800 px of the screen
    on_line = drive.on_flow("Diagnose", "Fix")
    away = on_line - QPoint(0, 10)  # below is the border of the lane
    drive.click(away)
    assert drive.session.selection == ()  # ten px are too far for the mouse
    fingers.tap(away)
    assert drive.session.selection == (flow.id,)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_conv_06_a_pinch_on_the_touch_pad_zooms_at_the_pointer(drive: Driver, zoom: float) -> None:
    drive.canvas.set_zoom(zoom)
    at = QPoint(640, 420)
    before = over(drive, at)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(at),
        QPointF(at),
        QPointF(drive.viewport.mapToGlobal(at)),
        0.2,
        QPointF(),
    )
    QApplication.sendEvent(drive.viewport, event)
    assert drive.canvas.zoom() == pytest.approx(zoom * 1.2)
    assert (over(drive, at) - before).manhattanLength() < 2.0
    assert QInputDevice.DeviceType.TouchPad is not QInputDevice.DeviceType.TouchScreen
