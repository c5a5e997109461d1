"""Playing a stream: demand goes from stop to stop, the clock runs, hands change, anybody can take over."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from tests.analysis.build import marks
from tests.examples.make_cloud_service import build
from tests.model_streams import model_stream, names
from tests.ui.presentation.hands import Key, part, presenting, press
from tests.ui.presentation.playing_kit import play, stops, timed, to_the_end, until
from vsdesigner.analysis.journey import StopKind
from vsdesigner.analysis.times import stream_times
from vsdesigner.commands import streams
from vsdesigner.model.records import Role
from vsdesigner.ui.presentation.playback.clock import Clock
from vsdesigner.ui.presentation.playback.pace import LONGEST_STOP_MS, STILL_MS, STOP_MS
from vsdesigner.ui.presentation.playback.playback import Part, playback_of

pytestmark = pytest.mark.usefixtures("by_hand")


# -- along the main way -----------------------------------------------------------------------------------
@pytest.mark.usefixtures("moving")
@pytest.mark.parametrize("name", names())
def test_every_model_stream_is_played_to_value(qtbot: QtBot, name: str) -> None:
    window = presenting(qtbot, model_stream(name))
    path = window.state.journey.path
    playback = play(window)
    assert playback.playing
    to_the_end(playback)
    assert window.state.stop.kind is StopKind.VALUE
    assert stops(window)[1:] == list(path[: path.index("value") + 1])
    assert playback.finished
    assert part(window, Clock).remark == "Demand has become value."


@pytest.mark.usefixtures("moving")
def test_the_clock_ends_at_the_times_of_the_stream(qtbot: QtBot) -> None:
    view = build()
    window = presenting(qtbot, view)
    playback = play(window)
    seen = [playback.totals]
    while playback.playing:
        playback.tick(40)
        seen.append(playback.totals)
    times = stream_times(view, view.streams[0].id)
    assert seen[-1].process == pytest.approx(times.process.likely)
    assert seen[-1].wait == pytest.approx(times.wait.likely)
    assert seen[-1].lead > 0
    for before, after in pairwise(seen):
        assert after.process >= before.process
        assert after.wait >= before.wait
        assert after.hand_overs >= before.hand_overs
    # It runs: it does not only jump from stop to stop.
    assert len({totals.lead for totals in seen}) > 50


@pytest.mark.usefixtures("moving")
def test_wait_time_comes_before_process_time(qtbot: QtBot) -> None:
    window = presenting(qtbot, timed(model_stream("standard_incident"), **{"1": (1, 3)}))
    window.state.go_to("1")
    playback = play(window)
    until(playback, lambda: playback.share >= 0.5)
    assert (playback.totals.process, playback.waiting) == (0, True)
    assert playback.totals.wait == pytest.approx(4 * playback.share)
    until(playback, lambda: playback.share >= 0.9)
    assert (playback.totals.wait, playback.waiting) == (3, False)
    assert playback.totals.process == pytest.approx(4 * playback.share - 3)


@pytest.mark.usefixtures("moving")
def test_a_step_takes_the_longer_the_longer_it_takes(qtbot: QtBot) -> None:
    view = timed(model_stream("standard_incident"), **{"1": (1, 0), "2": (4, 0), "3": (0, 0)})
    window = presenting(qtbot, view)
    lasted: dict[str, int] = {}
    playback = play(window)
    while playback.playing:
        if playback.part is Part.STOP and playback.leg:
            lasted[playback.leg.id] = lasted.get(playback.leg.id, 0) + 10
        playback.tick(10)
    assert lasted["2"] == pytest.approx(LONGEST_STOP_MS, abs=20)
    assert lasted["1"] == pytest.approx(STOP_MS + (LONGEST_STOP_MS - STOP_MS) / 4, abs=20)
    assert lasted["3"] == lasted["4"] == pytest.approx(STOP_MS, abs=20)


@pytest.mark.usefixtures("moving")
def test_demand_moves_along_the_real_lines(qtbot: QtBot) -> None:
    window = presenting(qtbot, build())
    playback = play(window)
    flows = set()
    while playback.playing:
        playback.tick(60)
        course, leg, following = playback.course, playback.leg, playback.next_leg
        if playback.part is Part.WAY and course and leg and following:
            points = window.state.layout.routes[following.flow].points
            assert (course.at(0).x(), course.at(0).y()) == tuple(points[0])
            assert (course.at(1).x(), course.at(1).y()) == pytest.approx(tuple(points[-1]))
            flows.add(following.flow)
    assert flows == {leg.flow for leg in playback.timeline.legs[1 : playback.timeline.values[0] + 1]}


def test_hands_are_counted_and_named(qtbot: QtBot) -> None:
    view = model_stream("standard_incident")
    roles = {id: Role(id=id, name=name) for id, name in (("a", "Ada"), ("b", "Bob"))}
    raci = {"1": marks(a="R"), "2": marks(b="R"), "3": marks(b="R"), "4": marks(a="A")}
    done = {id: view.records[id].model_copy(update={"raci": held}) for id, held in raci.items()}
    window = presenting(qtbot, view.evolve({**roles, **done}))
    clock = part(window, Clock)
    playback = play(window)
    told = []
    while playback.playing:
        if not told or told[-1] != (window.state.stop.id, clock.remark):
            told.append((window.state.stop.id, clock.remark))
        playback.tick(100)
    assert told == [
        ("demand", ""),
        ("1", ""),
        ("2", "Ada → Bob"),
        ("3", ""),
        ("4", "Bob → Ada"),
        ("value", ""),
    ]
    assert clock.remark == "Demand has become value."
    assert [figure.value for figure in clock.figures][-1] == "2"


# -- pausing, speed, again --------------------------------------------------------------------------------
@pytest.mark.usefixtures("moving")
def test_p_pauses_in_the_middle_and_goes_on_from_there(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback = play(window)
    until(playback, lambda: playback.part is Part.WAY and playback.share > 0.3)
    press(window, "p")
    assert not playback.playing
    before = (playback.part, playback.share, window.state.stop)
    playback.tick(5_000)
    press(window, "p")
    assert (playback.part, window.state.stop) == (before[0], before[2])


@pytest.mark.usefixtures("moving")
def test_no_time_passes_while_it_pauses(qtbot: QtBot) -> None:
    window = presenting(qtbot, timed(model_stream("standard_incident"), **{"1": (1, 3)}))
    playback = play(window)
    until(playback, lambda: window.state.stop.id == "1" and playback.share > 0.2)
    press(window, "p")
    before = playback.totals
    playback._timer.timeout.emit()
    assert playback.totals == before
    assert not playback._timer.isActive()


def test_plus_and_minus_change_the_speed(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback, clock = playback_of(window), part(window, Clock)
    speeds = [clock.speed]
    for key in "+++++------":
        press(window, key)
        speeds.append(clock.speed)
    assert speeds == [
        *("1×", "2×", "4×", "8×", "16×", "16×"),
        *("8×", "4×", "2×", "1×", "0.5×", "0.5×"),
    ]
    press(window, "=")
    press(window, "=")
    assert playback.speed == 2.0
    window.state.go_to("1")
    play(window)
    playback.tick(STILL_MS / 2 - 1)
    assert window.state.stop.id == "1"
    playback.tick(1)
    assert window.state.stop.id == "2"


def test_it_plays_from_any_step(qtbot: QtBot) -> None:
    window = presenting(qtbot, timed(model_stream("standard_incident"), **{"1": (1, 0), "3": (5, 0)}))
    window.state.go_to("3")
    playback = play(window)
    assert window.state.stop.id == "3"
    assert playback.totals.process == 1
    to_the_end(playback)
    assert stops(window) == ["", "3", "4", "value"]
    assert playback.totals.process == 6


def test_after_the_end_it_starts_again(qtbot: QtBot) -> None:
    window = presenting(qtbot, timed(model_stream("standard_incident"), **{"1": (1, 0)}))
    playback = play(window)
    to_the_end(playback)
    press(window, "p")
    assert playback.playing
    assert (window.state.stop.id, playback.totals.process) == ("demand", 0)
    to_the_end(playback)
    assert window.state.stop.id == "value"


def test_after_value_it_starts_again_even_where_something_follows(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("cds_restore_service"))
    playback = play(window)
    to_the_end(playback)
    assert window.state.stop.id == "value"
    press(window, "p")
    assert window.state.stop.id == "demand"


def test_time_that_is_too_much_for_a_stop_is_for_the_next(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback = play(window)
    playback.tick(2.5 * STILL_MS)
    assert (window.state.stop.id, playback.share) == ("2", 0.5)


def test_where_only_the_closing_follows_it_starts_again(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    for there in ("value", ""):
        if there:
            window.state.go_to(there)
        else:
            press(window, Key.Key_End)
        play(window)
        assert window.state.stop.id == "demand"
        press(window, "p")


def test_from_value_on_it_plays_what_follows(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("cds_restore_service"))
    window.state.go_to("value")
    playback = play(window)
    to_the_end(playback)
    assert stops(window) == ["", "value", "6", "7", "value"]


def test_a_stream_that_never_reaches_value_ends_at_the_closing(qtbot: QtBot) -> None:
    view = model_stream("standard_incident")
    view = view.evolve({"value": None, "4.value": None})
    window = presenting(qtbot, view)
    playback = play(window)
    to_the_end(playback)
    assert window.state.stop.kind is StopKind.CLOSING
    press(window, "p")
    assert window.state.stop.id == "demand"


def test_a_stream_of_nothing_is_played_too(qtbot: QtBot) -> None:
    window = presenting(qtbot, streams.new_document())
    playback = play(window)
    to_the_end(playback)
    assert window.state.stop.kind is StopKind.VALUE


def test_nothing_at_all_is_said(qtbot: QtBot) -> None:
    view = streams.new_document()
    window = presenting(qtbot, view.evolve({end.id: None for end in view.terminals(view.streams[0].id)}))
    said: list[str] = []
    window.state.said.connect(said.append)
    playback = play(window)
    assert not playback.playing
    assert said == ["There is nothing to play in this stream yet."]
