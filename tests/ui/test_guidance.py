"""Grid and snapping are switches of the program: all windows follow, and they are remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.layout.messy import messy_stream
from tests.ui.window_kit import Answers, named, windows_of
from vsdesigner.ui import guidance
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.guidance import Guidance
from vsdesigner.ui.settings import Settings

Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_the_switches_are_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    first = Guidance(settings)
    assert (first.grid_shown, first.snaps_to_guides, first.snaps_to_grid) == (False, True, True)
    for key in (guidance.GRID, guidance.TO_GUIDES, guidance.TO_GRID):
        first.toggle(key)
    settings.save()
    again = Guidance(Settings(tmp_path / "settings.ini"))
    assert (again.grid_shown, again.snaps_to_guides, again.snaps_to_grid) == (True, False, False)


def test_nonsense_in_the_settings_counts_as_nothing(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set_text(guidance.TO_GUIDES, "perhaps")
    assert Guidance(settings).snaps_to_guides


def test_all_windows_follow_and_their_menus_say_so(qtbot: QtBot) -> None:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    program.new_window()
    one, two = windows_of(program)
    qtbot.waitExposed(two)
    assert not two.verbs["arrange.show_grid"].isChecked()
    one.verbs["arrange.show_grid"].trigger()
    assert two.verbs["arrange.show_grid"].isChecked()
    assert one.verbs["arrange.show_grid"].isChecked()
    assert program.settings.flag(guidance.GRID, default=False)
    program.quit()


@pytest.mark.parametrize("applies", [True, False])
def test_tidy_and_make_room_by_their_keys(qtbot: QtBot, applies: bool) -> None:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    window = windows_of(program)[0]
    qtbot.waitExposed(window)
    window.activateWindow()
    window.session.replace(messy_stream(9, 2))
    window.regions.focus("canvas")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    before = window.session.now
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_L, Mod.ControlModifier | Mod.ShiftModifier)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return if applies else Key.Key_Escape)
    assert (window.session.now != before) is applies
    button = named(window, "tool.arrange.space", QToolButton)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Space, Mod.ControlModifier | Mod.ShiftModifier)
    assert button.isChecked()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert not button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.view.is_on("arrange.space")
    program.quit()
