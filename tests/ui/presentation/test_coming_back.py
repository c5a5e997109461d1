"""What the window shows when a presentation has ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.presentation.stage_kit import stream
from tests.ui.window_kit import Answers, trigger, windows_of
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.presentation.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    answers = Answers(on_unsaved=Unsaved.DISCARD, save_path=tmp_path / "mine.vstream")
    program = make_program(dialogs=answers)
    program.new_window()
    made = windows_of(program)[0]
    qtbot.waitExposed(made)
    made.session.replace(stream("examples/restore-cloud-service"))
    yield made
    program.quit()


def test_the_step_where_it_stood_is_wanted_well_inside_the_view(window: MainWindow) -> None:
    wanted: list[tuple[str, ...]] = []
    window.session.amid_requested.connect(wanted.append)
    window.session.select(["step-check"])
    trigger(window, "present.from_selection")
    presenting = next(each for each in window.findChildren(PresentWindow) if each.isVisible())
    QTest.keyClick(presenting, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert set(wanted) == {("step-check",)}
    assert window.session.selection == ("step-check",)
