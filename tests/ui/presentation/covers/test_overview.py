"""The overview: tiles of all steps, arrows, digits, Enter, click and tap."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.bench.streams import large_document
from tests.ui.presentation.hands import Fingers, Key, click, part, presenting, press, turn
from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.painting import text
from vsdesigner.ui.presentation.covers.overview import OverviewGrid
from vsdesigner.ui.presentation.covers.tiles import HEIGHT, LEAST, WIDTH, grid, tiles
from vsdesigner.ui.presentation.show import Layer
from vsdesigner.ui.presentation.window import PresentWindow
from vsdesigner.ui.theme import FONTS

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (1080, 1920), (2560, 1600), (3840, 2160)]


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    return presenting(qtbot)


def overview(window: PresentWindow) -> OverviewGrid:
    return part(window, OverviewGrid)


def ids(window: PresentWindow) -> list[str]:
    return [step.id for step in window.state.view.steps(window.state.stream)]


def test_it_shows_demand_all_steps_and_value(window: PresentWindow) -> None:
    shown = tiles(window.state.view, window.state.stream)
    assert [tile.id for tile in shown[1:-1]] == ids(window)
    assert [tile.number for tile in shown] == ["", "1", "2", "3", "4", ""]
    assert shown[-1].filled and not shown[0].filled
    assert all(tile.colour for tile in shown[1:-1])


def test_it_opens_where_one_stands_and_arrows_and_enter_go(window: PresentWindow) -> None:
    window.state.go_to(ids(window)[1])
    press(window, "o")
    assert window.state.layer is Layer.OVERVIEW
    assert overview(window).current == ids(window)[1]
    press(window, Key.Key_Right)
    assert overview(window).current == ids(window)[2]
    assert window.state.stop.id == ids(window)[1], "looking goes nowhere"
    press(window, Key.Key_Left)
    press(window, Key.Key_Left)
    press(window, Key.Key_Return)
    assert window.state.layer is Layer.NONE
    assert window.state.stop.id == ids(window)[0]
    press(window, Key.Key_Right)
    assert window.state.stop.id == ids(window)[1], "keys go to the presentation again"


def test_up_and_down_stay_in_the_column(qtbot: QtBot) -> None:
    window = presenting(qtbot, large_document(60))
    press(window, "o")
    columns = round(overview(window).centre_of(ids(window)[20]).x()), ids(window)
    first = overview(window).current
    press(window, Key.Key_Down)
    below = overview(window).current
    assert below != first
    assert overview(window).centre_of(below).x() == overview(window).centre_of(first).x()
    press(window, Key.Key_Up)
    assert overview(window).current == first
    press(window, Key.Key_Up)
    assert overview(window).current == first
    press(window, Key.Key_End)
    press(window, Key.Key_Return)
    assert window.state.stop.kind is StopKind.VALUE
    assert columns


def test_digits_and_enter_go_to_a_number(qtbot: QtBot) -> None:
    window = presenting(qtbot, large_document(60))
    press(window, "o")
    press(window, "42")
    assert overview(window).current == ids(window)[41]
    press(window, Key.Key_Return)
    assert window.state.stop.id == ids(window)[41]


def test_escape_and_o_leave_without_going(window: PresentWindow) -> None:
    before = window.state.stop
    for key in (Key.Key_Escape, Key.Key_O):
        press(window, "o")
        press(window, Key.Key_Right)
        press(window, key)
        assert window.state.layer is Layer.NONE
        assert window.state.stop == before
    assert window.isVisible()


def test_other_commands_end_it_and_other_keys_do_not(window: PresentWindow) -> None:
    press(window, "o")
    press(window, Key.Key_F9)
    press(window, "t")
    assert window.state.layer is Layer.OVERVIEW
    press(window, "f")
    assert window.state.layer is Layer.NONE
    assert window.state.whole
    press(window, "o")
    press(window, "w")
    assert window.state.layer is Layer.WHITE


def test_a_click_goes_there_and_one_between_goes_nowhere(window: PresentWindow) -> None:
    press(window, "o")
    click(window, 2, 2)
    assert window.state.layer is Layer.OVERVIEW
    at = overview(window).centre_of(ids(window)[2]).toPoint()
    click(window, at.x(), at.y())
    assert window.state.layer is Layer.NONE
    assert window.state.stop.id == ids(window)[2]


def test_a_tap_goes_there_and_a_swipe_does_not(window: PresentWindow) -> None:
    press(window, "o")
    at = overview(window).centre_of(ids(window)[1]).toPoint()
    before = window.state.stop
    fingers = Fingers(window)
    fingers.swipe((at.x(), at.y()), (at.x() - 300, at.y()))
    assert window.state.stop == before
    assert window.state.layer is Layer.OVERVIEW
    fingers.tap(at.x(), at.y())
    assert window.state.stop.id == ids(window)[1]


def test_what_was_walked_is_marked(window: PresentWindow) -> None:
    press(window, "o")
    plain = overview(window).grab().toImage()
    press(window, "o")
    for _ in range(3):
        press(window, Key.Key_Right)
    press(window, Key.Key_Home)
    press(window, "o")
    press(window, Key.Key_Home)
    marked = overview(window).grab().toImage()
    at = overview(window).centre_of(ids(window)[0])
    scale = (
        overview(window).viewport().width()
        and grid(
            6, overview(window).viewport().width(), overview(window).viewport().height(), window.state.unit
        ).scale
    )
    corner = QPoint(round(at.x() + (WIDTH / 2 - 25) * scale), round(at.y() - (HEIGHT / 2 - 27) * scale))
    area = [QPoint(corner.x() + x, corner.y() + y) for x in range(-12, 13) for y in range(-12, 13)]
    assert {plain.pixel(point) for point in area} != {marked.pixel(point) for point in area}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 9, 40, 1_000])
def test_tiles_fit_every_screen(size: tuple[int, int], count: int) -> None:
    width, height = size
    unit = min(width, height) / 1080 if height > width else min(width / 1920, height / 1080)
    made = grid(count, width, height, unit)
    for index in (0, count // 2, count - 1):
        rect = made.rect(index)
        assert rect.left() >= 0 and rect.right() <= width
        assert rect.top() >= 0 and rect.bottom() <= max(height, made.height)
        assert made.at(rect.center()) == index
    assert made.scale >= LEAST * unit
    if count <= 9:
        assert made.height <= height + 1, "few steps need no scrolling"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [4, 60])
def test_all_names_have_one_size_that_is_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], count: int
) -> None:
    window = presenting(qtbot, large_document(count), size)
    with window.state.session.edit("Rename") as draft:
        draft.update(ids(window)[1], name="Decide with all of those whom it concerns what is done first " * 3)
    drawn: list[tuple[str, float]] = []

    def draw(painter: QPainter, words: str, role: str, *place: float) -> None:
        drawn.append((words, FONTS[role][0] * painter.worldTransform().m11()))

    monkeypatch.setattr(text, "draw", draw)
    press(window, "o")
    drawn.clear()
    overview(window).viewport().grab()
    names = {step.name for step in window.state.view.steps(window.state.stream)}
    sizes = {round(px, 3) for words, px in drawn if words in names or words.startswith("Decide with all")}
    assert any(words.startswith("Decide with all") for words, _ in drawn)
    assert len(sizes) == 1
    assert min(sizes) >= 20 * window.state.unit - 0.01


def test_a_thousand_steps_scroll_quickly(qtbot: QtBot) -> None:
    window = presenting(qtbot, large_document(1_000), (1920, 1080))
    press(window, "o")
    shown, bar = overview(window), overview(window).verticalScrollBar()
    assert bar.maximum() > 10_000
    picture = QPixmap(shown.viewport().size())
    shown.viewport().render(picture)
    times = []
    for share in range(1, 21):
        bar.setValue(bar.maximum() * share // 20)
        start = time.perf_counter()
        shown.viewport().render(picture)
        times.append(time.perf_counter() - start)
    assert sorted(times)[10] < 0.1
    before = window.state.stop
    turn(window, -120)
    turn(window, -1200)
    assert window.state.stop == before, "the wheel scrolls the tiles even at their end"
    assert window.state.layer is Layer.OVERVIEW


def test_it_follows_an_edit(window: PresentWindow) -> None:
    press(window, "o")
    with window.state.session.edit("Rename") as draft:
        draft.update(ids(window)[0], name="Another name")
    QApplication.processEvents()
    assert tiles(window.state.view, window.state.stream)[1].name == "Another name"
    assert overview(window).grab().toImage() is not None
    press(window, Key.Key_Escape)


def test_an_empty_stream_has_an_overview_too(qtbot: QtBot) -> None:
    window = presenting(qtbot, large_document(0))
    press(window, "o")
    press(window, Key.Key_Down)
    press(window, Key.Key_PageDown)
    press(window, "3")
    window.grab()
    press(window, Key.Key_Home)
    press(window, Key.Key_Return)
    assert window.state.stop.kind is StopKind.DEMAND
