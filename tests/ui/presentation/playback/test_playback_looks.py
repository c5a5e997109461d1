"""How playing looks: demand on its lines, and its clock on every screen."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.bench.streams import large_document
from tests.examples.make_cloud_service import build
from tests.model_streams import model_stream
from tests.ui.presentation.hands import click, part, presenting
from tests.ui.presentation.playing_kit import play, stops, timed, to_the_end, until
from tests.ui.presentation.stage_kit import stream
from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.presentation.playback.clock import Clock, broken
from vsdesigner.ui.presentation.playback.pace import STILL_MS
from vsdesigner.ui.presentation.playback.playback import Part
from vsdesigner.ui.presentation.window import PresentWindow

pytestmark = pytest.mark.usefixtures("by_hand")


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
def test_the_clock_stays_in_its_place_and_covers_nothing(qtbot: QtBot) -> None:
    window = presenting(qtbot, build(), (1920, 1080))
    playback, clock = play(window), part(window, Clock)
    places = set()
    while playback.playing:
        playback.tick(200)
        qtbot.waitUntil(lambda: not window.stage.camera.gliding)
        places.add(clock.geometry().getRect())
        for other in (window.header, window.stage, window.card, window.ribbon):
            assert not clock.geometry().intersects(other.geometry()), window.state.stop
    assert len(places) == 1


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080), (1080, 1920), (3840, 2160)])
def test_the_clock_fits_on_every_screen(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = presenting(qtbot, build(), size)
    playback, clock = play(window), part(window, Clock)
    until(playback, lambda: playback.hand_over is not None)
    stage, place = window.stage.geometry(), clock.geometry()
    assert (place.left(), place.width()) == (stage.left(), stage.width())
    assert window.header.geometry().bottom() < place.top() < place.bottom() < stage.top()
    assert place.height() < 0.15 * stage.height()


def test_the_room_comes_back_when_the_clock_goes(qtbot: QtBot) -> None:
    window = presenting(qtbot, build(), (1280, 800))
    window.state.go_to(window.state.view.steps(window.state.stream)[0].id)
    before = window.stage.geometry()
    playback = play(window)
    assert window.stage.geometry() != before
    playback.put_away()
    assert window.stage.geometry() == before


def test_the_button_shows_what_a_press_does_and_the_words_what_goes_on(qtbot: QtBot) -> None:
    window = presenting(qtbot, model_stream("standard_incident"))
    playback, clock = play(window), part(window, Clock)
    seen = [(clock.glyph, clock.state_words)]
    playback.pause()
    seen.append((clock.glyph, clock.state_words))
    assert seen == [("pause", "Playing"), ("present", "Paused")]


def test_hands_that_change_after_value_are_not_told(qtbot: QtBot) -> None:
    window = presenting(qtbot, stream("examples/restore-cloud-service"))
    playback, clock = play(window), part(window, Clock)
    told: dict[str, str] = {}
    for id in window.state.journey.path:
        window.state.go_to(id)
        told[id] = clock.remark
        if playback.hand_over is not None and "→" in clock.remark:
            before = playback.timeline.totals(playback.place - 1).hand_overs
            assert playback.totals.hand_overs == before + 1
    assert "→" in "".join(told.values())
    window.state.go_to("step-learn")
    assert playback.hand_over is not None
    assert clock.remark == "After value: adds nothing"


def test_a_long_remark_is_broken_into_lines() -> None:
    words = "Choose a way by its number, or play on along the main way."
    lines = broken(words, "present_text", 300.0, 3)
    assert len(lines) == 3
    assert " ".join(lines) == words
    assert broken(words, "present_text", 120.0, 2)[-1].endswith("…")
    assert broken("", "present_text", 120.0, 2) == []


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
