"""The levels of the checks and the profile belong to the document; it is called ready when it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import build
from tests.ui.panels.problems_kit import (
    LEFT,
    SHIFT,
    Key,
    checked,
    choose,
    panel,
    press,
    spoiled_window,
    stand_on,
    texts,
)
from tests.ui.window_kit import named
from vsdesigner.analysis.finding import Level
from vsdesigner.analysis.profiles import READY_TO_PRESENT
from vsdesigner.commands import streams
from vsdesigner.storage import documents
from vsdesigner.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with spoiled_window(qtbot) as made:
        yield made


def test_the_level_of_a_check_is_changed_switched_off_and_reset(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    stand_on(window, "no actions or tasks")
    press(window, Key.Key_F10, SHIFT)
    choose(window, "Level of", "Off")
    assert session.now.settings.check_levels == {"step-without-tasks": "off"}
    assert session.history.undoText() == "Set the check “Step without actions and tasks” to Off"
    checked(window, qtbot)
    assert not any("no actions or tasks" in text for text in texts(window))
    off = panel(window).levels
    assert off.isVisible()
    assert off.text() == "1 check is off"
    QTest.mouseClick(off, LEFT)
    choose(window, "Step without actions and tasks")
    assert session.now.settings.check_levels == {}
    checked(window, qtbot)
    assert any("no actions or tasks" in text for text in texts(window))
    assert not off.isVisible()


def test_a_check_is_switched_off_in_one_go(window: MainWindow) -> None:
    stand_on(window, "no actions or tasks")
    press(window, Key.Key_F10, SHIFT)
    choose(window, "Switch Off This Check")
    assert window.session.now.settings.check_levels == {"step-without-tasks": "off"}


def test_the_profile_is_chosen_in_one_step_and_kept_with_the_document(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    session = window.session
    bar = panel(window).bar
    assert bar.profile.currentText() == "While drawing"
    bar.profile.setFocus()
    press(window, Key.Key_Down)
    assert session.now.settings.check_profile == READY_TO_PRESENT
    assert session.history.undoText() == "Check as “Ready to present”"
    checked(window, qtbot)
    errors = [each for each in session.problems.findings if each.level is Level.ERROR]
    warnings = [each.text for each in session.problems.findings if each.level is Level.WARNING]
    assert errors
    assert any("no actions or tasks" in text for text in warnings)
    path = tmp_path / "profile.vstream"
    documents.save(path, session.now)
    assert documents.read(path).snapshot.settings.check_profile == READY_TO_PRESENT
    session.undo()
    assert bar.profile.currentText() == "While drawing"


def test_ready_to_present_is_said_only_of_what_was_looked_at(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.replace(build())
    ready = named(panel(window), "problems_ready", QWidget)
    qtbot.wait(600)
    assert not session.problems.findings
    assert not ready.isVisible(), "nobody asked for it"
    panel(window).bar.profile_chosen.emit(READY_TO_PRESENT)
    assert not ready.isVisible(), "nobody has looked yet"
    qtbot.waitUntil(ready.isVisible, timeout=5_000)
    stream = session.now.streams[0]
    with session.edit("Break") as draft:
        streams.update(draft, stream.id, value="")
    qtbot.waitUntil(lambda: not ready.isVisible(), timeout=5_000)
