"""Playing a stream: demand goes from stop to stop, the clock runs, hands change, anybody can take over."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.analysis.build import marks
from tests.bench.streams import large_document
from tests.examples.make_cloud_service import build
from tests.model_streams import model_stream, names
from tests.ui.presentation.hands import Key, Mod, click, part, presenting, press
from vsdesigner.analysis.journey import StopKind
from vsdesigner.analysis.times import stream_times
from vsdesigner.commands import streams
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Duration
from vsdesigner.model.records import Role
from vsdesigner.ui.presentation import playback as module
from vsdesigner.ui.presentation.playback import STILL_MS, Part, Playback, playback_of
from vsdesigner.ui.presentation.playback_clock import Clock
from vsdesigner.ui.presentation.show import Layer
from vsdesigner.ui.presentation.window import PresentWindow

MOST_TICKS = 5_000


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Things move."""
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION")


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time passes when a test says so."""
    monkeypatch.setattr(Playback, "_on_frame", lambda _playback: None)


def play(window: PresentWindow) -> Playback:
    press(window, "p")
    return playback_of(window)


def until(playback: Playback, there: Callable[[], bool], step: float = 100.0) -> None:
    for _ in range(MOST_TICKS):
        if there():
            return
        playback.tick(step)
    raise AssertionError("it never came there")


def to_the_end(playback: Playback, step: float = 100.0) -> None:
    until(playback, lambda: not playback.playing, step)


def stops(window: PresentWindow) -> list[str]:
    return [stop.id for stop in window.state.journey.trail]


def timed(view: Snapshot, **hours: tuple[float, float]) -> Snapshot:
    """The document with process and wait hours at its steps."""
    return view.evolve(
        {
            id: view.records[id].model_copy(
                update={"process_time": Duration(likely=process), "wait_time": Duration(likely=wait)}
            )
            for id, (process, wait) in hours.items()
        }
    )


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
    assert lasted["2"] == pytest.approx(module.LONGEST_STOP_MS, abs=20)
    assert lasted["1"] == pytest.approx(
        module.STOP_MS + (module.LONGEST_STOP_MS - module.STOP_MS) / 4, abs=20
    )
    assert lasted["3"] == lasted["4"] == pytest.approx(module.STOP_MS, abs=20)


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
    for key in "+++---- ".strip():
        press(window, key)
        speeds.append(clock.speed)
    assert speeds == ["1×", "2×", "4×", "4×", "2×", "1×", "0.5×", "0.5×"]
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
    assert said[-1] == "Choose a way by its number, or play on along the main way."
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


# -- how it looks -----------------------------------------------------------------------------------------
def test_without_motion_it_steps_from_stop_to_stop(qtbot: QtBot) -> None:
    window = presenting(qtbot, timed(model_stream("standard_incident"), **{"1": (1, 3)}))
    playback = play(window)
    playback.tick(STILL_MS)
    assert window.state.stop.id == "1"
    playback.tick(1)
    assert playback.totals.lead == 4
    assert playback.part is Part.STOP
    to_the_end(playback, STILL_MS)
    assert window.state.stop.kind is StopKind.VALUE


def shown(window: PresentWindow) -> QImage:
    screen = window.screen()
    assert screen is not None
    return screen.grabWindow(window.winId()).toImage()


def difference(one: QImage, other: QImage) -> int:
    """The largest difference of any colour of any pixel, from 0 to 255."""
    mixed = one.convertToFormat(QImage.Format.Format_RGB888)
    painter = QPainter(mixed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    return max(bytes(mixed.constBits()))


@pytest.mark.usefixtures("moving")
def test_only_what_changes_is_painted_and_nothing_stays_behind(qtbot: QtBot) -> None:
    window = presenting(qtbot, timed(model_stream("standard_incident"), **{"1": (1, 3)}), (960, 540))
    playback = play(window)
    for _ in range(40):
        playback.tick(170)
        qtbot.waitUntil(lambda: not window.stage.camera.gliding)
        qtbot.wait(1)
        # At the edge of what is painted anew the softness of a line may differ a little.
        assert difference(shown(window), window.grab().toImage()) < 40, (playback.place, playback.share)


@pytest.mark.usefixtures("moving")
def test_the_presentation_follows_what_leaves_the_view(qtbot: QtBot) -> None:
    view = model_stream("standard_incident")
    far = view.records["2"].model_copy(update={"x": 9_000.0})
    window = presenting(qtbot, view.evolve({"2": far}))
    window.state.go_to("1")
    playback = play(window)
    until(playback, lambda: playback.part is Part.WAY)
    until(playback, lambda: window.state.stop.id == "2", 20)
    assert playback.part is Part.WAY
    assert playback.share < 1
    until(playback, lambda: playback.part is Part.STOP)
    assert window.state.stop.id == "2"
    assert stops(window) == ["", "1", "2"]


@pytest.mark.usefixtures("moving")
def test_the_clock_keeps_off_the_present_card(qtbot: QtBot) -> None:
    window = presenting(qtbot, build(), (1920, 1080))
    playback, clock = play(window), part(window, Clock)
    places = set()
    while playback.playing:
        playback.tick(200)
        qtbot.waitUntil(lambda: not window.stage.camera.gliding)
        card = window.state.layout.cards.get(window.state.stop.id)
        assert card is not None
        on_stage = window.stage.to_screen(card.rect).translated(window.stage.x(), window.stage.y())
        assert not on_stage.intersects(QRectF(clock.geometry())), window.state.stop
        assert window.rect().contains(clock.geometry())
        places.add(clock.geometry().top() < window.height() / 2)
    assert places == {True, False}


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1080, 1920), (3840, 2160)])
def test_the_clock_fits_on_every_screen(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = presenting(qtbot, build(), size)
    playback, clock = play(window), part(window, Clock)
    until(playback, lambda: playback.hand_over is not None)
    assert window.stage.geometry().contains(clock.geometry())


def test_a_click_on_the_clock_plays_and_pauses(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback, clock = play(window), part(window, Clock)
    before = window.state.stop
    middle = clock.geometry().center()
    click(window, middle.x(), middle.y())
    assert not playback.playing
    click(window, middle.x(), middle.y())
    assert playback.playing
    assert window.state.stop == before


def test_a_thousand_steps_are_played_without_waiting(qtbot: QtBot) -> None:
    window = presenting(qtbot, large_document(1000))
    playback = play(window)
    took = []
    for _ in range(100):
        started = time.perf_counter()
        playback.tick(100)
        took.append(time.perf_counter() - started)
    assert sorted(took)[50] < 0.02
