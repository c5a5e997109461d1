"""The presenter's window: what it shows, its keys and buttons, its time, and which screen is whose."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.sample import sample
from vsdesigner.analysis.journey import StopKind
from vsdesigner.commands import steps
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.present_alone import open_alone
from vsdesigner.ui.presentation.presenter.notes import SIZE_KEY, SIZES, USUAL
from vsdesigner.ui.presentation.presenter.onward import heading_words, way_lines
from vsdesigner.ui.presentation.presenter.presenter import presenter_of
from vsdesigner.ui.presentation.presenter.screens import places
from vsdesigner.ui.presentation.presenter.stopwatch import Stopwatch, time_text
from vsdesigner.ui.presentation.presenter.window import PresenterWindow
from vsdesigner.ui.presentation.show import Layer, Tool
from vsdesigner.ui.presentation.window import PresentWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NOTES = "Ask the room\nwho has seen this."


def noted() -> Snapshot:
    """The sample with notes at its first step, and a way that leaves it early."""
    draft = Draft(sample())
    first = first_step(sample())
    draft.update(first, presenter_notes=NOTES)
    steps.append(draft, first, "improve", "Another way")
    return draft.view


def first_step(view: Snapshot) -> str:
    return next(step.id for step in view.steps(view.streams[0].id) if view.number(step.id) == 1)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[PresentWindow]:
    view = noted()
    made = open_alone(view, view.streams[0].id, "")
    made.resize(1280, 720)
    yield made
    if shiboken6.isValid(made):
        made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def view(window: PresentWindow) -> PresenterWindow:
    QTest.keyClick(window, Key.Key_N, Modifier.ShiftModifier)
    found = presenter_of(window).view
    assert found is not None
    return found


def click(widget: Any) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


# -- opening and closing ---------------------------------------------------------------------------------
def test_a_single_screen_has_it_on_demand(window: PresentWindow) -> None:
    assert presenter_of(window).view is None
    QTest.keyClick(window, Key.Key_N, Modifier.ShiftModifier)
    found = presenter_of(window).view
    assert found is not None
    assert found.isVisible()
    assert not found.isFullScreen()
    QTest.keyClick(found, Key.Key_N, Modifier.ShiftModifier)
    assert presenter_of(window).view is None
    assert window.isVisible()


def test_it_closes_with_the_presentation(window: PresentWindow, view: PresenterWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.state.ended):
        QTest.keyClick(window, Key.Key_Escape)
    assert not shiboken6.isValid(view) or not view.isVisible()
    assert not shiboken6.isValid(window) or not window.isVisible()


def test_escape_in_it_ends_what_is_open_then_closes_it_and_the_presentation_stays(
    window: PresentWindow, view: PresenterWindow
) -> None:
    QTest.keyClick(view, Key.Key_H)
    assert window.state.layer is Layer.HELP
    QTest.keyClick(view, Key.Key_Escape)
    assert window.state.layer is Layer.NONE
    assert presenter_of(window).view is view
    QTest.keyClick(view, Key.Key_Escape)
    assert presenter_of(window).view is None
    assert window.isVisible()
    QTest.keyClick(window, Key.Key_N, Modifier.ShiftModifier)
    assert presenter_of(window).view is not None


def test_closed_by_its_frame_it_can_be_opened_again(window: PresentWindow, view: PresenterWindow) -> None:
    view.close()
    assert window.isVisible()
    assert presenter_of(window).view is None
    QTest.keyClick(window, Key.Key_N, Modifier.ShiftModifier)
    assert presenter_of(window).view is not None


# -- keys and buttons ------------------------------------------------------------------------------------
def test_its_keys_are_those_of_the_presentation(window: PresentWindow, view: PresenterWindow) -> None:
    state = window.state
    for key in (Key.Key_Right, Key.Key_Space):
        QTest.keyClick(view, key)
    assert state.stop.kind is StopKind.STEP
    QTest.keyClick(view, Key.Key_PageUp)
    assert state.stop.kind is StopKind.DEMAND
    QTest.keyClick(view, Key.Key_D)
    assert state.tool is Tool.PEN
    QTest.keyClick(view, Key.Key_Escape)
    assert state.tool is Tool.NONE
    QTest.keyClicks(view, "3")
    QTest.keyClick(view, Key.Key_Return)
    assert state.view.number(state.stop.id) == 3
    QTest.keyClick(view, Key.Key_Tab)
    assert window.isVisible()


def test_a_black_screen_ends_with_the_next_key_here_as_there(
    window: PresentWindow, view: PresenterWindow
) -> None:
    QTest.keyClick(view, Key.Key_B)
    assert window.state.layer is Layer.BLACK
    before = window.state.stop
    QTest.keyClick(view, Key.Key_Right)
    assert window.state.layer is Layer.NONE
    assert window.state.stop == before


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("draw.pen", ("tool", Tool.PEN)),
        ("draw.laser", ("tool", Tool.LASER)),
        ("show.black", ("layer", Layer.BLACK)),
        ("look.overview", ("layer", Layer.OVERVIEW)),
    ],
)
def test_a_button_does_its_command(
    command: str, expected: tuple[str, object], window: PresentWindow, view: PresenterWindow
) -> None:
    button = view.tools.buttons[command]
    click(button)
    assert getattr(window.state, expected[0]) is expected[1]
    click(button)
    assert not getattr(window.state, expected[0])


def test_with_one_screen_there_is_nothing_to_swap(view: PresenterWindow) -> None:
    assert not view.tools.buttons["show.swap"].isEnabled()


# -- what it shows ---------------------------------------------------------------------------------------
def test_place_notes_and_what_comes_next(window: PresentWindow, view: PresenterWindow) -> None:
    assert view.place.text() == "Opening"
    assert [button.text() for button in view.next.buttons] == ["Demand"]
    window.state.go_to(first_step(window.state.view))
    assert view.place.text() == "Step 1 of 5"
    assert view.notes.text.toPlainText() == NOTES
    window.state.go_to_end()
    assert view.place.text() == "Closing"
    assert view.next.buttons == []
    assert view.next.heading.text() == "This is the end"
    assert view.notes.text.toPlainText() == "There are no notes here."


def test_a_fork_shows_its_ways_with_their_numbers(window: PresentWindow, view: PresenterWindow) -> None:
    state = window.state
    state.go_to(first_step(state.view))
    assert len(state.journey.ways) > 1
    lines = [button.text() for button in view.next.buttons]
    assert lines == way_lines(state)
    assert lines[0].startswith("1 · ")
    assert heading_words(state) == view.next.heading.text()
    wanted = state.journey.ways[1].target
    click(view.next.buttons[1])
    assert state.stop.id == wanted


def test_what_is_edited_shows_at_once(window: PresentWindow, view: PresenterWindow) -> None:
    state = window.state
    state.go_to(first_step(state.view))
    with state.session.edit("Write notes") as draft:
        draft.update(state.stop.id, presenter_notes="Other words", name="Renamed")
    assert view.notes.text.toPlainText() == "Other words"


def test_notes_grow_and_shrink(window: PresentWindow, view: PresenterWindow) -> None:
    assert view.notes.size_px == USUAL
    click(view.notes.larger)
    assert view.notes.size_px > USUAL
    assert window.state.session.flags.text(SIZE_KEY) == str(view.notes.size_px)
    for _ in SIZES:
        click(view.notes.smaller)
    assert view.notes.size_px == SIZES[0]
    assert not view.notes.smaller.isEnabled()


@pytest.mark.parametrize("kept", ["", "nonsense", "9999999999", "23"])
def test_a_damaged_size_is_the_usual_one(kept: str, window: PresentWindow, view: PresenterWindow) -> None:
    window.state.session.flags.set_text(SIZE_KEY, kept)
    assert view.notes.size_px == USUAL


def test_the_small_picture_follows(window: PresentWindow, view: PresenterWindow, qtbot: QtBot) -> None:
    view.mirror.renew()
    opening = view.mirror.picture.toImage()
    assert opening.width() > 200
    QTest.keyClick(view, Key.Key_End)
    qtbot.waitUntil(lambda: view.mirror.picture.toImage() != opening, timeout=3_000)
    closing = view.mirror.picture.toImage()
    QTest.keyClick(view, Key.Key_B)
    qtbot.waitUntil(lambda: view.mirror.picture.toImage() != closing, timeout=3_000)
    middle = view.mirror.picture.toImage().pixelColor(opening.width() // 2, opening.height() // 2)
    assert middle.lightness() < 10


def test_it_wears_the_theme_of_the_presentation(window: PresentWindow, view: PresenterWindow) -> None:
    light = view.grab().toImage().pixelColor(4, 4)
    QTest.keyClick(view, Key.Key_T)
    dark = view.grab().toImage().pixelColor(4, 4)
    assert light.lightness() > 200 > 80 > dark.lightness()


# -- time ------------------------------------------------------------------------------------------------
def test_the_stopwatch() -> None:
    now = [100.0]
    watch = Stopwatch(lambda: now[0])
    now[0] += 65
    assert time_text(watch.seconds) == "1:05"
    watch.toggle()
    now[0] += 1_000
    assert (watch.runs, watch.seconds) == (False, 65)
    watch.toggle()
    now[0] += 3_600
    assert time_text(watch.seconds) == "1:01:05"
    watch.reset()
    now[0] += 2
    assert watch.seconds == 2


def test_pause_and_reset(view: PresenterWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    watch = view.time._stopwatch
    monkeypatch.setattr(watch, "_clock", lambda: now[0])
    watch.reset()
    now[0] = 61.0
    view.time.renew()
    assert view.time.elapsed.text() == "1:01"
    click(view.time.pause)
    assert view.time.pause.text() == "Go on"
    now[0] = 500.0
    view.time.renew()
    assert view.time.elapsed.text() == "1:01"
    click(view.time.reset)
    assert view.time.elapsed.text() == "0:00"
    assert view.time.clock.text()


# -- screens ---------------------------------------------------------------------------------------------
class FakeScreen:
    """As much of a screen as is looked at."""

    def __init__(self, width: int, height: int, ratio: float = 1.0) -> None:
        self._size, self._ratio = QRect(0, 0, width, height), ratio

    def geometry(self) -> QRect:
        return self._size

    def devicePixelRatio(self) -> float:
        return self._ratio


LAPTOP, WALL, SMALL = (
    cast(QScreen, FakeScreen(*size)) for size in ((1440, 900, 1.0), (1920, 1080, 2.0), (1024, 768, 1.0))
)


@pytest.mark.parametrize(
    ("screens", "here", "wanted", "expected"),
    [
        ([LAPTOP], LAPTOP, None, (LAPTOP, None)),
        ([LAPTOP, WALL], LAPTOP, None, (WALL, LAPTOP)),
        ([LAPTOP, WALL], WALL, None, (LAPTOP, WALL)),
        ([LAPTOP, SMALL, WALL], LAPTOP, None, (WALL, LAPTOP)),
        ([LAPTOP, WALL], LAPTOP, LAPTOP, (LAPTOP, WALL)),
        ([LAPTOP, WALL], None, None, (WALL, LAPTOP)),
        ([LAPTOP], None, LAPTOP, (LAPTOP, None)),
    ],
)
def test_who_has_which_screen(
    screens: list[QScreen],
    here: QScreen | None,
    wanted: QScreen | None,
    expected: tuple[QScreen, QScreen | None],
) -> None:
    assert places(screens, here, wanted) == expected


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from vsdesigner.storage import documents
from vsdesigner.ui.app import make_application
from vsdesigner.ui.present_alone import open_alone
from vsdesigner.ui.presentation.presenter.presenter import presenter_of

application = make_application()
snapshot = documents.read(Path(sys.argv[1])).snapshot
wanted = int(sys.argv[2]) if len(sys.argv) > 2 else None
window = open_alone(snapshot, snapshot.streams[0].id, "", screen=wanted)

def told():
    side = presenter_of(window).view
    print(window.screen().name(), side.screen().name() if side is not None else "-")

told()
QTest.keyClick(presenter_of(window).view, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
told()
QTest.keyClick(presenter_of(window).view, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
told()
QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
told()
QTest.keyClick(presenter_of(window).view, Qt.Key.Key_Escape)
told()
from vsdesigner.ui.presentation.presenter.presenter import WANTED_KEY
print(window.state.session.flags.flag(WANTED_KEY, default=True))
QTest.keyClick(window, Qt.Key.Key_Escape)
print(window.isVisible())
"""


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([], ["wall laptop", "laptop wall", "laptop -", "laptop wall", "laptop -", "True", "False"]),
        (["1"], ["laptop wall", "wall laptop", "wall -", "wall laptop", "wall -", "True", "False"]),
    ],
)
def test_two_screens(wanted: list[str], expected: list[str], tmp_path: Path) -> None:
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
        {"name": "wall", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    example = Path(__file__).parents[4] / "resources" / "examples" / "cloud-service.vstream"
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(example), *wanted],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,  # the platform's option cannot hold every path
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen:configfile=screens.json",
            "PYTHONPATH": str(Path(__file__).parents[4]),
        },
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == expected
