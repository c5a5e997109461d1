"""How playing looks: demand on its lines, and its clock on every screen."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.bench.streams import large_document
from tests.examples.make_cloud_service import build
from tests.model_streams import model_stream
from tests.ui.presentation.hands import click, part, presenting
from tests.ui.presentation.playing_kit import play, stops, timed, to_the_end, until
from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.presentation.playback.clock import Clock
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
