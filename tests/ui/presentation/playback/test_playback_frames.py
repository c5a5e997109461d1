"""Playing in the time of the clock on the wall."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.model_streams import model_stream
from tests.ui.presentation.hands import presenting, press
from vsdesigner.ui.presentation.playback.playback import Part, playback_of


@pytest.mark.usefixtures("moving")
def test_time_passes_by_itself_while_it_plays(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback = playback_of(window)
    press(window, "p")
    press(window, "+")
    press(window, "+")
    qtbot.waitUntil(lambda: playback.part is Part.WAY, timeout=5_000)
    qtbot.waitUntil(lambda: window.state.stop.id == "1", timeout=5_000)
    press(window, "p")
    before = playback.share
    qtbot.wait(60)
    assert playback.share == before


def test_without_motion_too(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    press(window, "p")
    press(window, "+")
    press(window, "+")
    qtbot.waitUntil(lambda: window.state.stop.id == "2", timeout=5_000)
    press(window, "p")
