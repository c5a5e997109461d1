"""The wheel: one notch is one step; what turns in small parts does not race."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Mod, click, part, plain_document, presenting, press, turn
from vsdesigner.ui.presentation.hand.wheel import FLOW_PAUSE, FORGOTTEN, NOTCH_PAUSE, Wheel
from vsdesigner.ui.presentation.show import Layer
from vsdesigner.ui.presentation.window import PresentWindow


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    return presenting(qtbot, plain_document(40))


@pytest.fixture
def clock(window: PresentWindow) -> Clock:
    made = Clock()
    part(window, Wheel).clock = made
    return made


def place(window: PresentWindow) -> int:
    return len(window.state.journey.trail) - 1


def test_one_notch_is_one_step_and_none_is_lost(window: PresentWindow, clock: Clock) -> None:
    for count in range(1, 6):
        turn(window, -120)
        clock.now += 0.08  # as fast as a finger turns
        assert place(window) == count
    turn(window, 120)
    assert place(window) == 4


def test_a_wheel_that_runs_freely_does_not_race(window: PresentWindow, clock: Clock) -> None:
    for _ in range(100):
        turn(window, -120)
        clock.now += 0.005
    assert place(window) <= 0.5 / NOTCH_PAUSE + 1


def test_a_pad_collects_and_pauses(window: PresentWindow, clock: Clock) -> None:
    update = Qt.ScrollPhase.ScrollUpdate
    for _ in range(7):
        turn(window, -15, pixels=-5, phase=update)
        clock.now += 0.016
    assert place(window) == 0
    turn(window, -15, pixels=-5, phase=update)
    assert place(window) == 1
    for _ in range(20):  # one long swipe of 0.32 s
        turn(window, -60, pixels=-20, phase=update)
        clock.now += 0.016
    assert place(window) == 1, "there is a pause after each step"
    clock.now += FLOW_PAUSE
    turn(window, -60, pixels=-20, phase=update)
    turn(window, -60, pixels=-20, phase=update)
    assert place(window) == 2


def test_what_runs_on_after_the_hand_is_nothing(window: PresentWindow, clock: Clock) -> None:
    for _ in range(50):
        turn(window, -240, pixels=-30, phase=Qt.ScrollPhase.ScrollMomentum)
        clock.now += 0.1
    assert place(window) == 0


def test_a_turn_that_was_not_finished_is_forgotten(window: PresentWindow, clock: Clock) -> None:
    turn(window, -100)
    clock.now += FORGOTTEN + 0.1
    turn(window, -100)
    assert place(window) == 0
    clock.now += 0.1
    turn(window, -20)
    assert place(window) == 1


def test_turning_back_starts_afresh(window: PresentWindow, clock: Clock) -> None:
    turn(window, -120)
    clock.now += 1
    turn(window, -100)
    turn(window, 60)
    assert place(window) == 1
    turn(window, 60)
    assert place(window) == 0


def test_with_a_key_it_is_not_for_going(window: PresentWindow, clock: Clock) -> None:
    turn(window, -120, modifiers=Mod.ControlModifier)
    assert place(window) == 0


def test_it_works_with_the_pen_in_hand_and_ends_the_help(window: PresentWindow, clock: Clock) -> None:
    press(window, "d")
    turn(window, -120)
    assert place(window) == 1
    clock.now += 1
    press(window, "h")
    turn(window, -120)
    assert window.state.layer is Layer.NONE
    assert place(window) == 2


def test_the_mouses_own_buttons_go_too(window: PresentWindow) -> None:
    click(window, 400, 40, Qt.MouseButton.ForwardButton)
    assert place(window) == 1
    click(window, 400, 40, Qt.MouseButton.BackButton)
    assert place(window) == 0
