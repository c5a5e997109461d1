"""The presenter's notes on a single screen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Key, click, part, presenting, press, turn
from vsdesigner.ui.presentation.covers.notes_pane import NotesPane
from vsdesigner.ui.presentation.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    made = presenting(qtbot)
    first, second = made.state.view.steps(made.state.stream)[:2]
    with made.state.session.edit("Write notes") as draft:
        draft.update(first.id, presenter_notes="Say <b>hello</b> first.")
        draft.update(second.id, presenter_notes="\n".join(f"Line {n}" for n in range(80)))
        draft.update(made.state.stream, description="What it is about.")
    return made


def notes(window: PresentWindow) -> NotesPane:
    return part(window, NotesPane)


def test_n_shows_and_hides_them(window: PresentWindow) -> None:
    assert not notes(window).isVisible()
    press(window, "n")
    assert notes(window).isVisible()
    assert notes(window).toPlainText() == "What it is about."
    press(window, "n")
    assert not notes(window).isVisible()


def test_they_follow_the_stop_letter_by_letter(window: PresentWindow) -> None:
    first, _, third = window.state.view.steps(window.state.stream)[:3]
    press(window, "n")
    window.state.go_to(first.id)
    assert notes(window).toPlainText() == "Say <b>hello</b> first."
    window.state.go_to(third.id)
    assert notes(window).toPlainText() == "There are no notes for this step."
    press(window, Key.Key_End)
    assert notes(window).toPlainText() == "There are no notes here."


def test_they_cover_the_lower_part_of_the_stage_only(window: PresentWindow) -> None:
    first = window.state.view.steps(window.state.stream)[0]
    press(window, "n")
    window.state.go_to(first.id)
    for size in ((1280, 720), (1024, 768), (800, 1200)):
        window.resize(*size)
        stage, place = window.areas.stage, notes(window).geometry()
        assert abs(place.left() - stage.x) <= 1 and abs(place.width() - stage.width) <= 1
        assert abs(place.y() + place.height() - stage.bottom) <= 1
        assert stage.height * 0.3 < place.height() < stage.height * 0.6


def test_long_notes_scroll_and_never_go(window: PresentWindow) -> None:
    second = window.state.view.steps(window.state.stream)[1]
    press(window, "n")
    window.state.go_to(second.id)
    window.grab()
    bar, middle = notes(window).verticalScrollBar(), notes(window).geometry().center()
    assert bar.maximum() > 0
    before = window.state.stop
    turn(window, -120, x=middle.x(), y=middle.y())
    assert bar.value() > 0
    for _ in range(40):
        turn(window, -120, x=middle.x(), y=middle.y())
    assert bar.value() == bar.maximum()
    click(window, middle.x(), middle.y())
    assert window.state.stop == before


def test_keys_stay_with_the_presentation(window: PresentWindow) -> None:
    press(window, "n")
    middle = notes(window).geometry().center()
    click(window, middle.x(), middle.y())
    before = window.state.stop
    press(window, Key.Key_Right)
    assert window.state.stop != before


def test_an_edit_is_seen(window: PresentWindow) -> None:
    press(window, "n")
    with window.state.session.edit("Describe") as draft:
        draft.update(window.state.stream, description="Otherwise.")
    assert notes(window).toPlainText() == "Otherwise."
