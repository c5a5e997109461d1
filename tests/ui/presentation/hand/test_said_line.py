"""The quiet line in which a presentation says something for a moment."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Key, part, presenting, press
from vsdesigner.ui.presentation.hand import said_line
from vsdesigner.ui.presentation.hand.said_line import SaidLine
from vsdesigner.ui.presentation.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PresentWindow:
    monkeypatch.setattr(said_line, "SHOWN_MS", 150)
    monkeypatch.setattr(said_line, "FADE_MS", 60)
    return presenting(qtbot)


def test_digits_are_said_and_the_line_goes_by_itself(qtbot: QtBot, window: PresentWindow) -> None:
    line = part(window, SaidLine)
    press(window, "1")
    assert line.text == "Go to step 1  ⏎"
    press(window, "2")
    assert line.text == "Go to step 12  ⏎"
    qtbot.waitUntil(lambda: line.text == "", timeout=2_000)
    assert line.isHidden()
    press(window, Key.Key_Return)
    assert line.text == "There is no step 12."


def test_it_fades_where_things_move(
    qtbot: QtBot, window: PresentWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION")
    line = part(window, SaidLine)
    window.state.said.emit("First")
    qtbot.wait(170)
    window.state.said.emit("Second")
    assert line.text == "Second", "a new sentence stops the fading of the one before"
    line.grab()
    qtbot.waitUntil(lambda: line.isHidden(), timeout=2_000)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (800, 1200)])
def test_it_stands_above_the_ribbon_and_takes_no_clicks(window: PresentWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.state.said.emit("Quite a long sentence, to see whether it stays within its bounds. " * 5)
    line = part(window, SaidLine)
    assert line.geometry().bottom() <= window.areas.ribbon.y
    assert line.geometry().left() >= 0 and line.geometry().right() <= window.width()
    assert window.childAt(line.geometry().center()) is not line


def test_an_empty_sentence_ends_it(window: PresentWindow) -> None:
    window.state.said.emit("Something")
    window.state.said.emit("")
    assert part(window, SaidLine).isHidden()
