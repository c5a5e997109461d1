"""Real keys walk every model stream from the opening to the closing, along every branch, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.model_streams import model_stream, names
from tests.ui.presentation.stage_kit import presented
from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.presentation.window import PresentWindow

Key = Qt.Key
MOST_PAGES = 20  # of one card


def pages_through(window: PresentWindow, key: Qt.Key) -> None:
    """Press a key until there is another stop: a card may have several pages."""
    before = window.state.journey.trail
    for _ in range(MOST_PAGES):
        QTest.keyClick(window, key)
        if window.state.journey.trail != before:
            return
    raise AssertionError(f"{key} leads nowhere from {window.state.stop}")


def take(window: PresentWindow, way: int) -> None:
    """Go on by one of the ways: with its digit at a fork, else with the key for next."""
    if len(window.state.journey.ways) > 1:
        QTest.keyClick(window, Key(Key.Key_1.value + way))
    else:
        pages_through(window, Key.Key_Right)


def every_walk(window: PresentWindow, loops: frozenset[str] = frozenset()) -> tuple[set[str], int]:
    """Walk every way from here to the closing and back, each loop once; flows walked, closings reached."""
    state = window.state
    trail, ways = state.journey.trail, state.journey.ways
    if state.stop.kind is StopKind.CLOSING:
        return set(), 1
    walked: set[str] = set()
    closings = 0
    for index, way in enumerate(ways):
        if way.back and way.flow in loops:
            continue
        take(window, index)
        assert (state.stop.id, state.journey.flow_in) == (way.target, way.flow)
        flows, ends = every_walk(window, loops | ({way.flow} if way.back else set()))
        walked |= {way.flow, *flows}
        closings += ends
        pages_through(window, Key.Key_Left)
        assert state.journey.trail == trail
    return walked - {""}, closings


@pytest.mark.parametrize("name", names())
def test_a_model_stream_is_presented_along_every_branch_and_back(qtbot: QtBot, name: str) -> None:
    view = model_stream(name)
    window = presented(qtbot, view, (1280, 800))
    walked, closings = every_walk(window)
    assert closings >= 1
    assert walked == {flow.id for flow in view.flows(name)}
    assert window.state.stop.kind is StopKind.OPENING


@pytest.mark.parametrize("name", names())
def test_next_alone_ends_at_the_closing_and_back_alone_at_the_opening(qtbot: QtBot, name: str) -> None:
    window = presented(qtbot, model_stream(name), (1280, 800))
    while window.state.stop.kind is not StopKind.CLOSING:
        pages_through(window, Key.Key_Space)
    assert {stop.kind for stop in window.state.journey.trail} == set(StopKind)
    while window.state.stop.kind is not StopKind.OPENING:
        pages_through(window, Key.Key_Backspace)
    assert len(window.state.journey.trail) == 1
