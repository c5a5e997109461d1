"""The mouse hides while it rests, and a bar comes while a hand moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Fingers, click, handle, move, part, presenting, press
from vsdesigner.ui.presentation.editing.step_editor import StepEditor
from vsdesigner.ui.presentation.hand import pointer as pointing
from vsdesigner.ui.presentation.hand.bar import ENTRIES, Bar, ColourButton, CommandButton
from vsdesigner.ui.presentation.hand.pointer import Pointer
from vsdesigner.ui.presentation.ink.ink import Ink
from vsdesigner.ui.presentation.show import Layer, Tool
from vsdesigner.ui.presentation.window import PresentWindow

BLANK = Qt.CursorShape.BlankCursor
SIZES = [(1024, 768), (1280, 800), (1920, 1080), (1080, 1920), (768, 1024), (3840, 2160)]


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PresentWindow:
    monkeypatch.setattr(pointing, "REST_MS", 60)
    return presenting(qtbot)


def rest(qtbot: QtBot, window: PresentWindow) -> None:
    with qtbot.waitSignal(part(window, Pointer).rested, timeout=2_000):
        pass


def bar(window: PresentWindow) -> Bar:
    return part(window, Bar)


def button(window: PresentWindow, command: str) -> CommandButton:
    found = bar(window).findChild(CommandButton, f"bar.{command}")
    assert isinstance(found, CommandButton)
    return found


def push(window: PresentWindow, command: str) -> None:
    at = button(window, command).mapTo(window, button(window, command).rect().center())
    click(window, at.x(), at.y())


def test_the_rest_is_three_seconds() -> None:
    assert pointing.REST_MS == 3_000


def test_the_mouse_hides_when_it_rests_and_comes_when_it_moves(qtbot: QtBot, window: PresentWindow) -> None:
    move(window, 300, 300)
    assert not part(window, Pointer).hidden
    rest(qtbot, window)
    assert part(window, Pointer).hidden
    assert handle(window).cursor().shape() == BLANK
    move(window, 330, 310)
    assert not part(window, Pointer).hidden
    assert handle(window).cursor().shape() != BLANK


def test_keys_do_not_bring_it_back(qtbot: QtBot, window: PresentWindow) -> None:
    move(window, 300, 300)
    rest(qtbot, window)
    press(window, Qt.Key.Key_Right)
    assert part(window, Pointer).hidden
    assert bar(window).isHidden()


def test_a_knock_at_the_table_does_not_bring_it_back(qtbot: QtBot, window: PresentWindow) -> None:
    move(window, 300, 300)
    rest(qtbot, window)
    QTest.mouseMove(handle(window), QPoint(301, 300))
    QTest.qWait(1)
    assert part(window, Pointer).hidden


@pytest.mark.parametrize("tool", ["l", "d", "x"])
def test_it_stays_with_a_tool_in_hand(qtbot: QtBot, window: PresentWindow, tool: str) -> None:
    press(window, tool)
    move(window, 300, 300)
    rest(qtbot, window)
    assert not part(window, Pointer).hidden
    press(window, tool)
    rest(qtbot, window)
    assert part(window, Pointer).hidden


def test_taking_a_tool_shows_it(qtbot: QtBot, window: PresentWindow) -> None:
    move(window, 300, 300)
    rest(qtbot, window)
    press(window, "d")
    assert not part(window, Pointer).hidden


def test_the_bar_comes_with_the_mouse_and_goes(qtbot: QtBot, window: PresentWindow) -> None:
    assert bar(window).isHidden()
    move(window, 600, 300)
    assert bar(window).isVisible()
    rest(qtbot, window)
    assert bar(window).isHidden()


def test_the_bar_comes_with_a_finger(window: PresentWindow) -> None:
    Fingers(window).tap(600, 300)
    assert bar(window).isVisible()


def test_everything_works_by_the_bar_alone(window: PresentWindow) -> None:
    move(window, 600, 300)
    start = window.state.stop
    push(window, "go.next")
    assert window.state.stop != start
    push(window, "go.back")
    assert window.state.stop == start
    push(window, "look.notes")
    assert window.state.notes
    push(window, "look.whole")
    assert window.state.whole
    push(window, "draw.laser")
    assert window.state.tool is Tool.LASER
    push(window, "draw.pen")
    assert window.state.tool is Tool.PEN
    push(window, "draw.eraser")
    assert window.state.tool is Tool.ERASER
    push(window, "draw.eraser")
    push(window, "look.overview")
    assert window.state.layer is Layer.OVERVIEW
    window.state.show_layer(Layer.NONE)
    move(window, 620, 320)
    push(window, "show.help")
    assert window.state.layer is Layer.HELP
    window.state.show_layer(Layer.NONE)
    ended: list[bool] = []
    window.state.ended.connect(lambda: ended.append(True))
    push(window, "show.end")
    assert ended


def test_a_finger_on_the_bar_is_a_push(window: PresentWindow) -> None:
    fingers = Fingers(window)
    fingers.tap(1200, 60)
    before = window.state.stop
    at = button(window, "look.whole").mapTo(window, button(window, "look.whole").rect().center())
    fingers.tap(at.x(), at.y())
    assert window.state.whole
    assert window.state.stop == before


def test_the_pen_brings_its_colours(window: PresentWindow) -> None:
    move(window, 600, 300)
    colours = bar(window).findChildren(ColourButton)
    assert not any(each.isVisible() for each in colours)
    push(window, "draw.pen")
    assert all(each.isVisible() for each in colours)
    at = colours[2].mapTo(window, colours[2].rect().center())
    click(window, at.x(), at.y())
    assert part(window, Ink).colour == "green"
    assert part(window, Ink).strokes == ()


def test_tooltips_tell_the_keys(window: PresentWindow) -> None:
    assert "(→)" in button(window, "go.next").toolTip()
    assert "(O)" in button(window, "look.overview").toolTip()
    for entry in ENTRIES:
        found = bar(window).findChild(CommandButton, f"bar.{entry.command}")
        if found is not None:
            assert found.accessibleName()


def test_a_push_between_two_buttons_goes_nowhere(window: PresentWindow) -> None:
    move(window, 600, 300)
    before = window.state.stop
    at = bar(window).mapTo(window, QPoint(1, bar(window).height() // 2))
    click(window, at.x(), at.y())
    assert window.state.stop == before


@pytest.mark.parametrize("size", SIZES)
def test_the_bar_fits_every_screen(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = presenting(qtbot, size=size)
    press(window, "d")
    move(window, 100, 100)
    place = bar(window).geometry()
    assert window.rect().contains(place)
    assert window.header.geometry().contains(place)  # so it covers neither lanes nor cards
    least = 36 if min(size) > 1000 else 34
    assert button(window, "go.next").width() >= least
    if size[0] >= 1920:
        assert button(window, "go.next").width() >= 56 * window.state.unit


@pytest.mark.parametrize("size", SIZES)
def test_tooltips_are_read_from_the_last_row(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = presenting(qtbot, size=size)
    move(window, 100, 100)
    found = button(window, "look.overview")
    QToolTip.showText(found.mapToGlobal(QPoint(5, 5)), found.toolTip(), found)
    tip = next(each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel"))
    assert tip.font().pixelSize() == max(13, round(20.4 * window.state.unit))
    QToolTip.hideText()


def test_editing_a_black_screen_and_the_presenters_window_are_on_the_bar(window: PresentWindow) -> None:
    move(window, 600, 300)
    push(window, "show.black")
    assert window.state.layer is Layer.BLACK
    window.state.show_layer(Layer.NONE)
    window.state.go_to(window.state.view.steps(window.state.stream)[0].id)
    move(window, 620, 320)
    push(window, "edit.step")
    assert part(window, StepEditor).is_open
    part(window, StepEditor).close_editor()
    move(window, 600, 330)
    assert button(window, "show.presenter").isVisible()


def test_the_bar_wears_the_theme_of_the_presentation(window: PresentWindow) -> None:
    move(window, 600, 300)

    def ground() -> int:
        picture = QPixmap(bar(window).size())
        bar(window).render(picture)
        return picture.toImage().pixelColor(2, bar(window).height() // 2).lightness()

    light = ground()
    press(window, "t")
    QTest.qWait(1)
    assert light > 200 > 100 > ground()
