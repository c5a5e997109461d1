"""A new step behind the present one, when nothing is typed into it, and when something is."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Key, Mod, presenting, press
from vsdesigner.model.records import Step
from vsdesigner.storage.json_format import encode
from vsdesigner.ui.presentation.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    made = presenting(qtbot)
    made.state.go_to(made.state.view.steps(made.state.stream)[2].id)
    return made


def here(window: PresentWindow) -> Step:
    return window.state.view.get(window.state.stop.id, Step)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_a_new_step_without_a_name_is_taken_back_when_one_leaves_it(window: PresentWindow) -> None:
    stood, before = window.state.stop, encode(window.state.view)
    press(window, Key.Key_A, Mod.ShiftModifier)
    assert window.state.stop != stood
    press(window, Key.Key_Escape)
    assert encode(window.state.view) == before
    assert window.state.stop == stood
    assert not window.state.session.history.canUndo()
    assert focused() is window
    press(window, Key.Key_A, Mod.ShiftModifier)
    QTest.keyClicks(focused(), "Named")
    press(window, Key.Key_Escape)
    assert here(window).name == "Named"


def test_a_new_step_that_says_something_stays_without_a_name(window: PresentWindow) -> None:
    press(window, Key.Key_A, Mod.ShiftModifier)
    while focused().objectName() != "editor.tasks":
        press(window, Key.Key_Tab)
    QTest.keyClicks(focused(), "Ask")
    press(window, Key.Key_Escape)
    assert [task.text for task in here(window).tasks] == ["Ask"]
