"""What pauses playing: hands, edits, other things to look at, and where one asked for it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import build
from tests.model_streams import model_stream
from tests.ui.presentation.hands import Key, Mod, part, presenting, press
from tests.ui.presentation.playing_kit import play, stops, timed, to_the_end, until
from vsdesigner.analysis.journey import StopKind
from vsdesigner.model.parts import Duration
from vsdesigner.ui.presentation.playback.clock import Clock
from vsdesigner.ui.presentation.playback.pace import STILL_MS
from vsdesigner.ui.presentation.playback.playback import Part, playback_of
from vsdesigner.ui.presentation.show import Layer

pytestmark = pytest.mark.usefixtures("by_hand")


# -- others take over -------------------------------------------------------------------------------------
@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Left, Key.Key_Home, Key.Key_End, Key.Key_PageDown])
def test_who_goes_by_hand_pauses_it(qtbot: QtBot, key: Key) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback = play(window)
    until(playback, lambda: window.state.stop.id == "2")
    playback.tick(300)
    press(window, key)
    assert not playback.playing
    assert window.state.stop.id != "2"
    assert (playback.part, playback.share) == (Part.STOP, 0.0)


def test_who_turns_a_page_pauses_it_and_it_goes_on_from_there(qtbot: QtBot) -> None:
    window = presenting(qtbot, build())
    window.state.go_to("step-build")
    assert window.state.pages > 1
    playback = play(window)
    playback.tick(300)
    before = playback.share
    press(window, Key.Key_Right)
    assert not playback.playing
    assert (window.state.stop.id, window.state.page) == ("step-build", 1)
    assert playback.share == before
    press(window, "p")
    to_the_end(playback)
    assert window.state.stop.kind is StopKind.VALUE


def test_who_looks_at_something_else_pauses_it(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback = play(window)
    press(window, "b")
    assert window.state.layer is Layer.BLACK
    assert not playback.playing


def test_an_edit_pauses_it_where_it_is(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback = play(window)
    until(playback, lambda: window.state.stop.id == "2")
    with window.state.session.edit("Set the times") as draft:
        draft.update("1", process_time=Duration(likely=7.0))
    assert not playback.playing
    assert window.state.stop.id == "2"
    assert playback.totals.process == 7.0


@pytest.mark.usefixtures("moving")
def test_an_edit_while_demand_is_on_its_way(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback = play(window)
    until(playback, lambda: playback.part is Part.WAY and playback.place == 2)
    with window.state.session.edit("Delete the flow") as draft:
        draft.remove("2.3")
    assert (playback.part, window.state.stop.id) == (Part.STOP, "2")
    play(window)
    to_the_end(playback)
    assert window.state.stop.kind in (StopKind.VALUE, StopKind.CLOSING)


def test_escape_puts_it_away_before_it_ends_the_presentation(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    ended: list[bool] = []
    window.state.ended.connect(lambda: ended.append(True))
    playback, clock = play(window), part(window, Clock)
    assert clock.isVisible()
    press(window, Key.Key_Escape)
    assert not clock.isVisible()
    assert not playback.playing
    assert not ended
    press(window, Key.Key_Escape)
    assert ended


def test_playing_ends_with_the_presentation(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback = play(window)
    window.state.end()
    assert not playback._timer.isActive()


# -- pause points -----------------------------------------------------------------------------------------
def test_it_pauses_at_choices_when_it_is_asked_to(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("cds_restore_service"))
    said: list[str] = []
    window.state.said.connect(said.append)
    press(window, Key.Key_P, Mod.ShiftModifier)
    assert said == ["Playing pauses where there is a choice."]
    playback = play(window)
    to_the_end(playback)
    assert window.state.stop.id == "2"
    assert part(window, Clock).remark == "Choose a way by its number, or play on along the main way."
    assert len(said) == 1  # the clock says it
    press(window, "2")  # fixed at first attempt
    assert window.state.stop.id == "value"
    window.state.back()
    press(window, "p")
    playback.tick(STILL_MS)
    press(window, "p")  # along the main way
    to_the_end(playback)
    assert stops(window)[-3:] == ["4", "5", "value"]
    press(window, Key.Key_P, Mod.ShiftModifier)
    assert not playback.pauses_at_choices


def test_what_is_all_needed_is_no_choice(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("user_incident"))
    playback = playback_of(window)
    playback.pause_at_choices(on=True)
    press(window, "p")
    to_the_end(playback)
    assert window.state.stop.kind is StopKind.VALUE


@pytest.mark.usefixtures("moving")
def test_it_pauses_at_marked_steps_behind_what_they_take(qtbot: QtBot) -> None:
    window = presenting(qtbot, timed(model_stream("standard_incident"), **{"2": (2, 1)}))
    window.state.go_to("2")
    press(window, "m")
    press(window, Key.Key_Home)
    playback = play(window)
    to_the_end(playback)
    assert window.state.stop.id == "2"
    assert playback.totals.lead == 3
    press(window, "p")
    to_the_end(playback)
    assert window.state.stop.kind is StopKind.VALUE
    window.state.go_to("2")
    press(window, "m")
    assert not playback.marks


def test_only_stops_are_marked(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    press(window, "m")
    assert not playback_of(window).marks


@pytest.mark.usefixtures("moving")
@pytest.mark.parametrize("key", ["1", "2"])
def test_choosing_where_it_pauses_for_it_lets_it_go_on_along_that_way(qtbot: QtBot, key: str) -> None:
    window = presenting(qtbot, model_stream("cds_restore_service"))
    press(window, Key.Key_P, Mod.ShiftModifier)
    playback = play(window)
    until(playback, lambda: not playback.playing)
    ways, fork = window.state.journey.ways, playback.leg
    assert len(ways) > 1
    press(window, key)
    assert window.state.stop.id == ways[int(key) - 1].target
    assert playback.playing
    assert (playback.part, playback.leg) == (Part.WAY, fork)  # demand walks there
    until(playback, lambda: playback.part is Part.STOP)
    assert playback.leg is not None
    assert playback.leg.id == window.state.stop.id
    playback.pause()
    press(window, Key.Key_Left)
    press(window, key)  # nothing waits for it now
    assert not playback.playing
