"""Going through a presentation: pages that are remembered, numbers at forks, the end, undo, and saving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Key, Mod, click, part, plain_document, presenting, press
from vsdesigner.analysis.journey import StopKind
from vsdesigner.commands import flows
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step
from vsdesigner.ui.presentation import numbers
from vsdesigner.ui.presentation import show as show_module
from vsdesigner.ui.presentation.covers.overview import OverviewGrid
from vsdesigner.ui.presentation.hand.said_line import SaidLine
from vsdesigner.ui.presentation.where import place_words
from vsdesigner.ui.presentation.window import PresentWindow


def forked(count: int = 12) -> Snapshot:
    """Steps in a row; from the third one may also go to the sixth."""
    draft = Draft(plain_document(count))
    steps = draft.view.steps(draft.view.streams[0].id)
    flows.connect(draft, steps[2].id, steps[5].id)
    return draft.view


def number(window: PresentWindow) -> int:
    state = window.state
    return state.view.number(state.stop.id) if state.stop.kind is StopKind.STEP else 0


def step(window: PresentWindow, wanted: int) -> str:
    state = window.state
    return next(each.id for each in state.view.steps(state.stream) if state.view.number(each.id) == wanted)


def at_fork(qtbot: QtBot, count: int = 12) -> PresentWindow:
    window = presenting(qtbot, forked(count))
    window.state.begin_at(step(window, 3))
    assert len(window.state.journey.ways) == 2
    return window


def said(window: PresentWindow) -> str:
    return part(window, SaidLine).text


# -- pages ------------------------------------------------------------------------------------------------
def test_back_comes_to_the_page_one_left(qtbot: QtBot) -> None:
    window = presenting(qtbot, size=(640, 400))
    state = window.state
    state.begin_at(step(window, 3))
    assert state.pages > 1
    press(window, "1")
    press(window, Key.Key_Return)
    assert number(window) == 1
    press(window, Key.Key_Left)
    assert (number(window), state.page) == (3, 0)


def test_back_over_the_last_page_comes_to_it_again(qtbot: QtBot) -> None:
    window = presenting(qtbot, size=(640, 400))
    state = window.state
    state.begin_at(step(window, 3))
    pages = state.pages
    for _ in range(pages):
        press(window, Key.Key_Right)
    assert number(window) != 3
    press(window, Key.Key_Left)
    assert (number(window), state.page) == (3, pages - 1)


def test_an_edit_that_takes_stops_from_the_trail_keeps_the_pages_of_the_others(qtbot: QtBot) -> None:
    window = presenting(qtbot, size=(640, 400))
    state = window.state
    state.begin_at(step(window, 3))
    state.next()
    fourth, second = step(window, 4), step(window, 2)
    state.go_to(second)
    state.go_to(fourth)
    with state.session.edit("Delete") as draft:
        draft.remove(second)
    press(window, Key.Key_Left)
    assert (number(window), state.page) == (2, 1)  # it was the third, on its second page


def test_one_begins_at_a_step_as_if_one_had_walked_there(qtbot: QtBot) -> None:
    window = presenting(qtbot, plain_document(4))
    window.state.begin_at(step(window, 3))
    press(window, Key.Key_Left)
    assert number(window) == 2
    press(window, Key.Key_Home)
    assert window.state.stop.kind is StopKind.OPENING


# -- numbers ----------------------------------------------------------------------------------------------
def test_a_digit_takes_a_way_at_once(qtbot: QtBot) -> None:
    window = at_fork(qtbot)
    press(window, "2")
    assert number(window) == 6


@pytest.mark.parametrize(("typed", "there"), [("2", 2), ("12", 12), ("11", 11)])
def test_a_digit_at_a_fork_with_enter_or_more_digits_behind_is_a_number(
    qtbot: QtBot, typed: str, there: int
) -> None:
    window = at_fork(qtbot)
    press(window, typed)
    press(window, Key.Key_Return)
    assert number(window) == there
    press(window, Key.Key_Left)
    assert number(window) == 3  # the way that was not meant is not in the trail


def test_what_follows_later_is_not_of_the_digit(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbers, "SECOND_THOUGHT_MS", 40)
    window = at_fork(qtbot)
    press(window, "2")
    qtbot.wait(120)
    press(window, Key.Key_Return)
    assert number(window) == 7


def test_what_follows_another_key_is_not_of_the_digit(qtbot: QtBot) -> None:
    window = at_fork(qtbot)
    press(window, "2")
    press(window, Key.Key_Right)
    press(window, Key.Key_Return)
    assert number(window) == 8


def test_digits_that_no_number_begins_with_are_choices(qtbot: QtBot) -> None:
    window = at_fork(qtbot, 7)
    press(window, "2")
    assert number(window) == 6
    press(window, "4")
    assert window.numbers.typed == "4"
    assert number(window) == 6


def test_the_hint_of_a_number_and_other_sentences_go_as_one_moves_on(qtbot: QtBot) -> None:
    window = presenting(qtbot, plain_document(4))
    press(window, "3")
    assert said(window) == "Go to step 3  ⏎"
    press(window, Key.Key_Return)
    assert said(window) == ""
    press(window, "9")
    press(window, Key.Key_Return)
    assert said(window) == "There is no step 9."
    press(window, Key.Key_Right)
    assert said(window) == ""
    press(window, "2")
    press(window, Key.Key_Escape)
    assert said(window) == ""


# -- the end ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("by_mouse", [False, True])
def test_next_at_the_closing_says_so_and_once_more_ends(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, by_mouse: bool
) -> None:
    window = presenting(qtbot, plain_document(2))

    def go_on() -> None:
        if by_mouse:
            click(window, 1200, 20)
        else:
            press(window, Key.Key_Right)

    press(window, Key.Key_End)
    go_on()
    go_on()  # at once: a double click, a key that is held
    assert window.isVisible()
    assert said(window) == "End of the presentation. Next ends it."
    monkeypatch.setattr(show_module, "END_PAUSE", 0.0)
    press(window, Key.Key_Home)
    press(window, Key.Key_End)
    go_on()
    assert window.isVisible()  # one was elsewhere in between
    go_on()
    assert not window.isVisible()


def test_a_key_that_is_held_stops_at_the_closing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show_module, "END_PAUSE", 0.0)
    window = presenting(qtbot, plain_document(2))
    for _ in range(30):
        held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, Mod.NoModifier, "", True)
        QApplication.sendEvent(window, held)
    assert window.state.stop.kind is StopKind.CLOSING
    assert window.isVisible()


# -- the light --------------------------------------------------------------------------------------------
def test_after_a_jump_the_line_that_leads_there_is_lit(qtbot: QtBot) -> None:
    window = presenting(qtbot, plain_document(4))
    press(window, "3")
    press(window, Key.Key_Return)
    (arriving,) = window.state.view.incoming(step(window, 3))
    assert arriving.source == step(window, 2)
    assert window.stage.light.flows.get(arriving.id) == 1.0


# -- undo -------------------------------------------------------------------------------------------------
def test_undo_says_what_it_undid_and_goes_there(qtbot: QtBot) -> None:
    window = presenting(qtbot, plain_document(4))
    state = window.state
    state.begin_at(step(window, 2))
    with state.session.edit('Rename "Step 3"') as draft:
        draft.update(step(window, 3), name="Other")
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert said(window) == 'Undone: Rename "Step 3"'
    assert number(window) == 3
    press(window, Key.Key_Home)
    press(window, Key.Key_Y, Mod.ControlModifier)
    assert said(window) == 'Done again: Rename "Step 3"'
    assert number(window) == 3


def test_undo_that_only_moves_a_neighbour_does_not_go_there(qtbot: QtBot) -> None:
    window = presenting(qtbot, plain_document(4))
    state = window.state
    state.begin_at(step(window, 2))
    first, second = step(window, 1), step(window, 2)
    with state.session.edit("Make room") as draft:
        draft.update(first, x=draft.view.get(first, Step).x + 40)
        draft.update(step(window, 4), name="Other")
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert number(window) == 4
    state.go_to(second)
    with state.session.edit("Make room") as draft:
        draft.update(first, x=draft.view.get(first, Step).x + 40)
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert number(window) == 2


# -- saving -----------------------------------------------------------------------------------------------
def test_saving_where_nothing_may_be_changed_says_so(qtbot: QtBot) -> None:
    window = presenting(qtbot, read_only=True)
    press(window, Key.Key_S, Mod.ControlModifier)
    assert said(window) == "This presentation is read-only: nothing can be saved here."


# -- words and order --------------------------------------------------------------------------------------
def test_a_step_that_comes_again_is_called_so(qtbot: QtBot) -> None:
    window = presenting(qtbot)
    window.state.begin_at(step(window, 3))
    back = next(index for index, way in enumerate(window.state.journey.ways) if way.back)
    assert place_words(window.state) == "Step 3 of 4"
    window.state.next(back)
    assert place_words(window.state) == f"Step {number(window)} of 4 again"


def test_the_overview_is_in_the_order_of_the_walk(qtbot: QtBot) -> None:
    draft = Draft(plain_document(4))
    stream = draft.view.streams[0].id
    third, last = draft.view.steps(stream)[2:4]
    value = next(each.id for each in draft.view.terminals(stream) if not draft.view.outgoing(each.id))
    for flow in draft.view.outgoing(last.id):
        draft.remove(flow.id)
    flows.connect(draft, third.id, value)
    window = presenting(qtbot, draft.view)
    path = window.state.journey.path
    assert path[-2:] == (value, last.id)
    press(window, "o")
    grid = part(window, OverviewGrid)
    press(window, Key.Key_End)
    assert grid.current == last.id
    press(window, Key.Key_Left)
    assert grid.current == value
