"""Fingers and remote controls: swipe, tap, and the keys that clickers send."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Fingers, Key, Mod, part, presenting, press
from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.presentation.hand.bar import Bar
from vsdesigner.ui.presentation.show import Layer
from vsdesigner.ui.presentation.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    return presenting(qtbot)


@pytest.fixture
def fingers(window: PresentWindow) -> Fingers:
    return Fingers(window)


def place(window: PresentWindow) -> int:
    return len(window.state.journey.trail) - 1


def test_swipes_go_on_and_back(window: PresentWindow, fingers: Fingers) -> None:
    fingers.swipe((900, 300), (500, 320))
    assert place(window) == 1
    fingers.swipe((900, 300), (500, 250))
    assert place(window) == 2
    fingers.swipe((300, 300), (800, 300))
    assert place(window) == 1


def test_swipes_up_and_short_ones_go_nowhere(window: PresentWindow, fingers: Fingers) -> None:
    fingers.swipe((600, 600), (580, 200))
    fingers.swipe((600, 200), (650, 500))
    fingers.swipe((600, 300), (570, 300))
    assert place(window) == 0


def test_a_tap_is_next(window: PresentWindow, fingers: Fingers) -> None:
    fingers.tap(640, 72)  # below the bar, which comes with the first
    assert place(window) == 1
    fingers.tap(640, 72)
    assert place(window) == 2, "each tap is one step"


def test_a_tap_does_not_hit_the_bar_that_comes_with_it(window: PresentWindow, fingers: Fingers) -> None:
    bar = part(window, Bar)
    at = bar.geometry().center()
    assert bar.isHidden()
    fingers.tap(at.x(), at.y())
    assert bar.isVisible()
    assert place(window) == 1
    assert window.state.layer is Layer.NONE


def test_two_fingers_do_nothing(window: PresentWindow, fingers: Fingers) -> None:
    fingers.swipe_with_two((900, 300), (400, 300))
    assert place(window) == 0
    fingers.swipe((900, 300), (500, 300))
    assert place(window) == 1, "one finger works again"


def test_a_swipe_leaves_the_help(window: PresentWindow, fingers: Fingers) -> None:
    press(window, "h")
    fingers.swipe((900, 300), (500, 300))
    assert window.state.layer is Layer.NONE
    assert place(window) == 1


@pytest.mark.parametrize(
    ("on", "back"),
    [
        (Key.Key_PageDown, Key.Key_PageUp),
        (Key.Key_Down, Key.Key_Up),
        (Key.Key_Right, Key.Key_Left),
        (Key.Key_MediaNext, Key.Key_MediaPrevious),
        (Key.Key_VolumeDown, Key.Key_VolumeUp),
        (Key.Key_Forward, Key.Key_Back),
        (Key.Key_Space, Key.Key_Backspace),
        (Key.Key_Return, Key.Key_Backspace),
        (Key.Key_Enter, Key.Key_Left),
    ],
)
def test_the_keys_of_clickers(window: PresentWindow, on: Key, back: Key) -> None:
    press(window, on)
    assert window.state.stop.kind is StopKind.DEMAND
    press(window, on)
    assert place(window) == 2
    press(window, back)
    press(window, back)
    assert window.state.stop.kind is StopKind.OPENING


@pytest.mark.parametrize("modifiers", [Mod.NoModifier, Mod.ShiftModifier])
def test_the_button_that_starts_also_ends(window: PresentWindow, modifiers: Qt.KeyboardModifier) -> None:
    ended: list[bool] = []
    window.state.ended.connect(lambda: ended.append(True))
    press(window, "d")
    press(window, Key.Key_F5, modifiers)
    assert ended


def test_the_button_for_a_black_screen_works_by_turns(window: PresentWindow) -> None:
    press(window, ".")
    assert window.state.layer is Layer.BLACK
    press(window, ".")
    assert window.state.layer is Layer.NONE
