"""The panels below the canvas: one at a time, high enough to read, and as high as they were made last."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget
from pytestqt.qtbot import QtBot

from tests.sample import sample
from tests.ui.search.desk import CTRL, SHIFT, Key, open_window, press
from tests.ui.window_kit import named
from vsdesigner.analysis.problems import Problems
from vsdesigner.ui import theme
from vsdesigner.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(qtbot) as made:
        yield made


def dock(window: MainWindow, name: str) -> QDockWidget:
    return named(window, f"{name}_dock", QDockWidget)


def drag_to(window: MainWindow, name: str, height: int) -> None:
    """What dragging the edge above a dock does."""
    window.resizeDocks([dock(window, name)], [height], Qt.Orientation.Vertical)


def test_the_problems_open_high_enough_for_several_entries(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    qtbot.waitUntil(lambda: dock(window, "problems").height() >= 280)
    assert window.centre.height() > dock(window, "problems").height(), "the canvas stays what it is about"


def test_each_opens_as_high_as_it_was_made(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    drag_to(window, "problems", 190)
    qtbot.waitUntil(lambda: dock(window, "problems").height() == 190)
    press(qtbot, Key.Key_F, CTRL)
    qtbot.waitUntil(lambda: dock(window, "find").height() == 230)
    drag_to(window, "find", 330)
    qtbot.waitUntil(lambda: dock(window, "find").height() == 330)
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    qtbot.waitUntil(lambda: dock(window, "problems").height() == 190)
    assert window.program.settings.number("heights/find", 0, least=1, most=999) == 330
    window.program.new_window()
    other = window.program.windows[-1]
    assert isinstance(other, MainWindow) and other is not window
    other.resize(1280, 800)
    qtbot.waitExposed(other)
    other.search.find()
    qtbot.waitUntil(lambda: dock(other, "find").height() == 330)


def find_nothing(window: MainWindow, qtbot: QtBot) -> None:
    """Let the checks be done with the document, and say that they have found nothing."""
    qtbot.waitUntil(lambda: bool(window.session.problems.findings), timeout=10_000)
    window.session.show_problems(Problems())
    assert not window.session.problems.findings


def test_without_problems_the_panel_is_only_as_high_as_its_line(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    find_nothing(window, qtbot)
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    qtbot.wait(100)
    assert dock(window, "problems").height() <= 160
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    assert window.program.settings.number("heights/problems", 0, least=1, most=999) == 0, "nobody chose it"
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    assert not session.problems.findings
    session.replace(sample())
    qtbot.waitUntil(lambda: bool(session.problems.findings), timeout=10_000)
    qtbot.waitUntil(lambda: dock(window, "problems").height() >= 280)


def test_a_height_that_was_chosen_holds_without_problems_too(window: MainWindow, qtbot: QtBot) -> None:
    find_nothing(window, qtbot)
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    drag_to(window, "problems", 220)
    qtbot.waitUntil(lambda: dock(window, "problems").height() == 220)
    for _ in range(2):
        press(qtbot, Key.Key_M, CTRL | SHIFT)
    qtbot.waitUntil(lambda: dock(window, "problems").height() == 220)


def test_they_do_not_share_the_room_of_the_canvas(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    press(qtbot, Key.Key_F, CTRL)
    assert window.regions.is_shown("find") and not window.regions.is_shown("problems")
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    assert window.regions.is_shown("problems") and not window.regions.is_shown("find")


def test_problems_at_a_side_stay(window: MainWindow, qtbot: QtBot) -> None:
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock(window, "problems"))
    press(qtbot, Key.Key_M, CTRL | SHIFT)
    press(qtbot, Key.Key_F, CTRL)
    assert window.regions.is_shown("find") and window.regions.is_shown("problems")


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK], ids=lambda worn: worn.name)
def test_the_words_of_the_counter_are_not_cut(
    window: MainWindow, qtbot: QtBot, worn: theme.Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_current", worn)
    theme.dress(worn)
    counter = window.status.problems
    qtbot.waitUntil(counter.isVisible, timeout=10_000)
    assert "warnings" in counter.text()
    for button in (counter, window.status.zoom.percent):
        # borders of 2 px above and below, and nothing but them
        assert button.height() - 4 >= button.fontMetrics().height()
        assert button.sizeHint().height() - 8 <= button.height()


@pytest.mark.parametrize(("name", "key"), [("problems", Key.Key_M), ("guide", Key.Key_G)])
def test_the_keys_of_an_open_panel_lead_into_it_and_close_it_from_inside(
    window: MainWindow, qtbot: QtBot, name: str, key: Qt.Key
) -> None:
    press(qtbot, key, CTRL | SHIFT)
    assert window.regions.is_shown(name) and window.regions.has_focus(name)
    window.regions.focus("canvas")
    press(qtbot, key, CTRL | SHIFT)
    assert window.regions.is_shown(name), "the keyboard was elsewhere: it comes here"
    assert window.regions.has_focus(name)
    action = window.verbs[f"view.{name}"]
    assert action.isChecked() or not action.isCheckable()
    press(qtbot, key, CTRL | SHIFT)
    assert not window.regions.is_shown(name)
    assert window.regions.has_focus("canvas")


def test_the_status_bar_tells_the_zoom_of_the_view_that_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.centre.show_view("lanes")
    lanes = window.centre.view
    window.centre.show_view("tables")
    said: list[float] = []
    window.centre.zoom_changed.connect(said.append)
    lanes.set_zoom(0.3)
    qtbot.wait(300)
    assert said == [], "the drawing is not shown"
    window.centre.view.set_zoom(1.25)
    assert said[-1] == pytest.approx(1.25)
