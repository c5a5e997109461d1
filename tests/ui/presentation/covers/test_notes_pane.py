"""The presenter's notes on a single screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Key, Mod, click, part, presenting, press, turn
from vsdesigner.ui.presentation.covers.key_words import key_words
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


def test_they_take_their_room_from_the_stage_and_no_more_than_they_need(window: PresentWindow) -> None:
    first, second = window.state.view.steps(window.state.stream)[:2]
    press(window, "n")
    for size in ((1920, 1080), (1280, 720), (1024, 768), (800, 1200)):
        window.resize(*size)
        without = window.areas.stage.height + notes(window).height()
        for step, least, most in ((first, 0.05, 0.25), (second, 0.38, 0.401)):
            window.state.go_to(step.id)
            window.grab()
            stage, place = window.stage.geometry(), notes(window).geometry()
            assert place.left() == stage.left() and place.width() == stage.width()
            assert place.top() == stage.bottom() + 1
            assert abs(place.bottom() + 1 - window.areas.ribbon.y) <= 1 or size[0] < size[1]
            assert without * least < place.height() < without * most + 2
        window.state.go_to(first.id)
        window.grab()
        assert notes(window).verticalScrollBar().maximum() == 0


def test_they_have_a_heading_above_them(window: PresentWindow) -> None:
    press(window, "n")
    window.grab()
    heading = notes(window).heading
    assert heading.text() == "Notes"
    assert heading.geometry().bottom() < notes(window).viewport().geometry().top() + 8


@pytest.mark.parametrize("lines", [1, 3, 40])
def test_step_and_notes_are_seen_together(window: PresentWindow, lines: int) -> None:
    second = window.state.view.steps(window.state.stream)[1]
    with window.state.session.edit("Write notes") as draft:
        draft.update(second.id, presenter_notes="\n".join("Say this." for _ in range(lines)))
    window.state.go_to(second.id)
    press(window, "n")
    stage = window.stage
    card = stage.to_screen(window.state.layout.cards[second.id].rect)
    assert QRectF(*stage.edges.free).contains(card)
    assert stage.geometry().bottom() < notes(window).geometry().top()


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


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (800, 1200)])
def test_long_notes_are_read_to_the_end_with_keys(window: PresentWindow, size: tuple[int, int]) -> None:
    second = window.state.view.steps(window.state.stream)[1]
    window.resize(*size)
    press(window, Key.Key_Down, Mod.ShiftModifier)
    window.state.go_to(second.id)
    press(window, "n")
    window.grab()
    pane, before = notes(window), window.state.stop
    bar, on, back = pane.verticalScrollBar(), key_words("Shift+Down"), key_words("Shift+Up")
    assert pane.more.isVisible() and on in pane.more.text() and back not in pane.more.text()
    assert pane.heading.geometry().right() < pane.more.geometry().left()
    assert pane.more.geometry().bottom() <= pane.viewport().geometry().top() + 4
    assert pane.more.geometry().right() < pane.width()
    press(window, Key.Key_Down, Mod.ShiftModifier)
    assert 0 < bar.value() < bar.maximum() and bar.value() < bar.pageStep(), "no line is left out"
    assert back in pane.more.text()
    for _ in range(40):
        press(window, Key.Key_Down, Mod.ShiftModifier)
    assert bar.value() == bar.maximum() and on not in pane.more.text()
    press(window, Key.Key_Up, Mod.ShiftModifier)
    assert bar.value() < bar.maximum()
    assert window.state.stop == before
    press(window, Key.Key_Home)
    window.state.go_to(second.id)
    assert bar.value() == 0


def test_short_notes_say_nothing_of_more(window: PresentWindow) -> None:
    press(window, "n")
    window.grab()
    assert not notes(window).more.isVisible()
