"""A program whose questions are answered, its window, and a saved document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, windows_of
from vsdesigner.commands.streams import new_document
from vsdesigner.storage import documents
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def program(qtbot: QtBot, answers: Answers) -> Iterator[Program]:
    made = make_program(dialogs=answers)
    yield made
    answers.on_unsaved = Unsaved.DISCARD
    made.quit()


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> MainWindow:
    program.new_window()
    made = windows_of(program)[0]
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "service.vstream"
    documents.save(path, new_document())
    return path
