"""The guide in further windows, and its offer to who draws for the first time."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.panels.test_guide import Key, Mod, add_behind, press, shown_guide, window
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.ui.app import begin, make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.guide_offer import OFFERED
from vsdesigner.ui.main_window import MainWindow

__all__ = ["window"]  # the fixture


def started(*, welcome: bool) -> MainWindow:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.settings.set_flag("welcome/at_start", on=welcome)
    program.new_window()
    begin(program, [])
    return windows_of(program)[0]


def test_the_guide_is_offered_once_to_who_draws_for_the_first_time(qtbot: QtBot) -> None:
    first = started(welcome=False)
    assert first.regions.is_shown("guide")
    first.regions.toggle("guide")
    first.program.quit()
    second = started(welcome=False)
    assert not second.regions.is_shown("guide"), "who has closed it knows where it is"
    second.program.quit()


def test_the_guide_waits_behind_the_welcome_page(qtbot: QtBot) -> None:
    window = started(welcome=True)
    assert not window.regions.is_shown("guide")
    window.centre.uncover()
    assert window.regions.is_shown("guide")
    assert window.regions.is_shown("outline")
    window.program.quit()


def new_window_of(window: MainWindow) -> MainWindow:
    """Ctrl+N in a window with something in it."""
    if window.files.file.is_pristine:
        add_behind(window, "One")
    before = windows_of(window.program)
    window.activateWindow()
    window.regions.focus("canvas")
    QApplication.processEvents()
    press(Key.Key_N, Mod.ControlModifier)
    (made,) = [each for each in windows_of(window.program) if each not in before]
    return made


def test_a_new_window_has_the_panels_of_the_one_that_is_worked_in(window: MainWindow, qtbot: QtBot) -> None:
    window.session.flags.set_flag(OFFERED, on=True)
    shown_guide(window, qtbot)
    window.regions.toggle("outline")
    second = new_window_of(window)
    assert second.regions.is_shown("guide")
    assert not second.regions.is_shown("outline")
    second.regions.toggle("guide")
    assert not new_window_of(second).regions.is_shown("guide"), "who has closed it knows where it is"
    assert window.regions.is_shown("guide")


def test_the_guide_is_offered_in_the_first_empty_document_wherever_that_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    add_behind(window, "One")
    assert not window.regions.is_shown("guide")
    second = new_window_of(window)
    assert second.regions.is_shown("guide")
    assert not window.regions.is_shown("guide")
