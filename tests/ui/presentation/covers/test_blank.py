"""Black and white screens: the next key or click only brings the presentation back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Fingers, Key, Mod, click, presenting, press, turn
from vsdesigner.ui.presentation.show import Layer
from vsdesigner.ui.presentation.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    return presenting(qtbot)


def colours(window: PresentWindow) -> set[str]:
    shown = window.grab().toImage()
    points = [QPoint(x, y) for x in range(0, 1280, 80) for y in range(0, 720, 40)]
    return {shown.pixelColor(point).name() for point in points}


@pytest.mark.parametrize(
    ("key", "colour"), [("b", "#000000"), (".", "#000000"), ("w", "#ffffff"), (",", "#ffffff")]
)
def test_the_whole_screen_has_one_colour(window: PresentWindow, key: str, colour: str) -> None:
    press(window, "n")
    press(window, key)
    assert colours(window) == {colour}


@pytest.mark.parametrize(
    "key", [Key.Key_Right, Key.Key_Space, Key.Key_B, Key.Key_Escape, Key.Key_F, Key.Key_7]
)
def test_the_next_key_brings_it_back_and_does_no_more(window: PresentWindow, key: Key) -> None:
    before = window.state.stop
    press(window, "b")
    press(window, key)
    assert window.state.layer is Layer.NONE
    assert window.state.stop == before
    assert not window.state.whole
    assert window.isVisible()
    press(window, Key.Key_Right)
    assert window.state.stop != before, "keys go to the presentation again"


def test_a_key_that_is_held_for_others_leaves_it(window: PresentWindow) -> None:
    press(window, "b")
    press(window, Key.Key_Shift, Mod.ShiftModifier)
    press(window, Key.Key_Control, Mod.ControlModifier)
    assert window.state.layer is Layer.BLACK


def test_a_click_a_tap_a_swipe_and_the_wheel_bring_it_back(window: PresentWindow) -> None:
    before, fingers = window.state.stop, Fingers(window)
    for act in (
        lambda: click(window, 600, 300),
        lambda: fingers.tap(600, 300),
        lambda: fingers.swipe((800, 300), (400, 300)),
        lambda: turn(window, -120),
    ):
        press(window, "w")
        assert window.state.layer is Layer.WHITE
        act()
        assert window.state.layer is Layer.NONE
        assert window.state.stop == before


@pytest.mark.parametrize("key", ["b", "h", "o"])
def test_keys_come_back_though_another_window_is_in_front(
    qtbot: QtBot, window: PresentWindow, key: str
) -> None:
    other = QWidget(window, Qt.WindowType.Window)  # as the presenter's is
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is other)

    def send(name: str) -> None:
        target = window.focusWidget()
        assert target is not None and target.isVisible()
        QTest.keyClicks(target, name)

    send(key)
    assert window.state.layer is not Layer.NONE
    send("b")
    assert window.state.layer is (Layer.NONE if key == "b" else Layer.BLACK)
    if key != "b":
        send("b")
    send("f")
    assert window.state.whole
