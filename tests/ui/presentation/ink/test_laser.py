"""The laser: a dot where the mouse is, a trail that fades, clicks that go through it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Fingers, Key, click, move, part, presenting, press
from vsdesigner import palette
from vsdesigner.ui.presentation.ink.laser import FADE_MS, Laser
from vsdesigner.ui.presentation.show import Tool
from vsdesigner.ui.presentation.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    return presenting(qtbot)


def laser(window: PresentWindow) -> Laser:
    return part(window, Laser)


def test_the_dot_is_red_and_where_the_mouse_is(window: PresentWindow) -> None:
    press(window, "l")
    move(window, 400, 300)
    move(window, 600, 320)
    assert laser(window).dot == QPointF(600, 320)
    colour = window.grab().toImage().pixelColor(600, 320)
    assert (colour.red(), colour.green(), colour.blue()) == palette.LASER
    assert laser(window).cursor().shape() == Qt.CursorShape.BlankCursor
    press(window, "l")
    assert window.state.tool is Tool.NONE
    assert laser(window).dot is None
    colour = window.grab().toImage().pixelColor(600, 320)
    assert (colour.red(), colour.green(), colour.blue()) != palette.LASER


def test_the_trail_fades(qtbot: QtBot, window: PresentWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION")
    press(window, "l")
    for x in range(400, 500, 10):
        move(window, x, 300)
    assert laser(window).trail >= 5
    window.grab()
    qtbot.waitUntil(lambda: laser(window).trail == 0, timeout=FADE_MS * 4)
    assert laser(window).dot == QPointF(490, 300)


def test_reduced_motion_has_no_trail(window: PresentWindow) -> None:
    press(window, "l")
    for x in range(400, 500, 10):
        move(window, x, 300)
    assert laser(window).trail == 0


def test_a_click_goes_to_what_is_beneath(window: PresentWindow) -> None:
    press(window, "l")
    before = window.state.stop
    click(window, 1200, 40)
    assert window.state.stop != before
    step = window.state.view.steps(window.state.stream)[2]
    window.state.go_to(step.id)
    press(window, Key.Key_Home)
    assert window.state.tool is Tool.LASER


def test_a_finger_points_without_going_and_taps_through(window: PresentWindow) -> None:
    press(window, "l")
    before = window.state.stop
    fingers = Fingers(window)
    fingers.press(800, 300)
    fingers.move(500, 300)
    assert laser(window).dot == QPointF(500, 300)
    fingers.release(500, 300)
    assert laser(window).dot is None
    assert window.state.stop == before
    fingers.tap(1200, 40)
    assert window.state.stop != before
