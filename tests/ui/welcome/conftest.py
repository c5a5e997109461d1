"""A program that has started without a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, windows_of
from vsdesigner.ui import theme
from vsdesigner.ui.app import begin, make_program
from vsdesigner.ui.dialogs.answers import Crashed, Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program
from vsdesigner.ui.welcome.page import WelcomePage
from vsdesigner.ui.welcome.welcome import Welcome

Start = Callable[..., MainWindow]


def page_of(window: MainWindow) -> WelcomePage | None:
    """The page that a window shows; None when it shows the document."""
    welcome = window.findChild(Welcome)
    assert welcome is None or (welcome.page is None) == (window.centre.shown != "")
    return welcome.page if welcome is not None else None


def shown_page(window: MainWindow) -> WelcomePage:
    page = page_of(window)
    assert page is not None and page.isVisible()
    return page


@pytest.fixture
def answers() -> Answers:
    # A window that a test before left alive may keep its journal here a moment later: that is not our matter.
    return Answers(on_unsaved=Unsaved.DISCARD, on_crash=Crashed.DISCARD)


@pytest.fixture
def program(qtbot: QtBot, answers: Answers) -> Iterator[Program]:
    made = make_program(dialogs=answers)
    made.choose_theme("light")
    yield made
    made.quit()
    theme.dress(theme.LIGHT)


@pytest.fixture
def start(program: Program, qtbot: QtBot) -> Start:
    """Start as the program does; the first window, on the screen."""

    def run(*paths: Path, example: bool = False) -> MainWindow:
        program.new_window()
        begin(program, paths, example=example)
        window = windows_of(program)[0]
        window.resize(1280, 800)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return run
