"""Presenting from the editor's window: where it begins, what it saves, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.lens.build import followed_stream, role
from tests.ui.presentation.hands import part
from tests.ui.window_kit import Answers, trigger, windows_of
from vsdesigner.analysis.journey import StopKind
from vsdesigner.model.records import Step
from vsdesigner.storage import documents
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.dialogs.page_dialog import PageBrowser, PageDialog
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.present_alone import open_alone
from vsdesigner.ui.presentation.hand.said_line import SaidLine
from vsdesigner.ui.presentation.window import PresentWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(on_unsaved=Unsaved.DISCARD, save_path=tmp_path / "mine.vstream")


@pytest.fixture
def window(qtbot: QtBot, answers: Answers) -> Iterator[MainWindow]:
    program = make_program(dialogs=answers)
    program.new_window()
    made = windows_of(program)[0]
    qtbot.waitExposed(made)
    made.session.replace(followed_stream())
    yield made
    program.quit()


def named(window: MainWindow, name: str) -> Step:
    session = window.session
    return next(step for step in session.now.steps(session.stream) if step.name == name)


def presentation(window: MainWindow, action: str) -> PresentWindow:
    trigger(window, action)
    found = [each for each in window.findChildren(PresentWindow) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def press(window: PresentWindow, key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(window, key, held)
    QApplication.processEvents()


def test_from_the_selection_back_goes_to_the_step_before(window: MainWindow) -> None:
    window.session.select([named(window, "Fix").id])
    presenting = presentation(window, "present.from_selection")
    assert presenting.state.stop.id == named(window, "Fix").id
    press(presenting, Key.Key_Left)
    assert presenting.state.stop.id == named(window, "Diagnose").id
    press(presenting, Key.Key_Home)
    assert presenting.state.stop.kind is StopKind.OPENING
    press(presenting, Key.Key_Escape)


@pytest.mark.usefixtures("qapp")
def test_from_a_step_on_the_command_line_too() -> None:
    view = followed_stream()
    ids = {step.name: step.id for step in view.steps(view.streams[0].id)}
    presenting = open_alone(view, view.streams[0].id, ids["Fix"])
    try:
        press(presenting, Key.Key_Left)
        assert presenting.state.stop.id == ids["Diagnose"]
    finally:
        presenting.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_ctrl_s_saves_the_document_and_says_so(window: MainWindow, answers: Answers) -> None:
    presenting = presentation(window, "present.start")
    with presenting.state.session.edit("Rename") as draft:
        draft.update(named(window, "Fix").id, name="Mend")
    press(presenting, Key.Key_S, Mod.ControlModifier)
    assert answers.asked == ["save as"]
    assert answers.save_path is not None
    assert documents.read(answers.save_path).snapshot == window.session.now
    assert part(presenting, SaidLine).text == "Saved."
    answers.save_path, answers.asked = None, []
    press(presenting, Key.Key_Right)
    with presenting.state.session.edit("Rename") as draft:
        draft.update(named(window, "Mend").id, name="Fix")
    press(presenting, Key.Key_S, Mod.ControlModifier)
    assert answers.asked == []  # it has its file by now
    assert part(presenting, SaidLine).text == "Saved."
    press(presenting, Key.Key_Escape)


def test_ctrl_s_saves_what_is_being_typed(window: MainWindow, answers: Answers) -> None:
    window.session.select([named(window, "Fix").id])
    presenting = presentation(window, "present.from_selection")
    press(presenting, Key.Key_E)
    name = QApplication.focusWidget()
    QTest.keyClick(name, Key.Key_A, Mod.ControlModifier)
    QTest.keyClicks(name, "Mend")
    QTest.keyClick(name, Key.Key_S, Mod.ControlModifier)
    assert answers.save_path is not None
    kept = documents.read(answers.save_path).snapshot
    assert "Mend" in [step.name for step in kept.steps(window.session.stream)]
    presenting.close()


def test_a_save_that_did_not_happen_is_not_called_one(window: MainWindow, answers: Answers) -> None:
    answers.save_path = None
    presenting = presentation(window, "present.start")
    press(presenting, Key.Key_S, Mod.ControlModifier)
    assert part(presenting, SaidLine).text == "The document was not saved."
    press(presenting, Key.Key_Escape)


def test_what_was_followed_before_is_followed_again(window: MainWindow) -> None:
    lens = role(window.session.now)
    window.session.look_through(lens)
    presenting = presentation(window, "present.start")
    press(presenting, Key.Key_Escape)
    assert presenting.isVisible()
    assert window.session.lens is None
    press(presenting, Key.Key_Escape)
    assert window.session.lens == lens


def test_what_was_followed_while_presenting_ends_with_it(window: MainWindow) -> None:
    presenting = presentation(window, "present.start")
    window.session.look_through(role(window.session.now))
    presenting.close()
    assert window.session.lens is None


def test_the_keys_can_be_read_before(window: MainWindow) -> None:
    trigger(window, "present.keys")

    page = part(window, PageDialog)
    assert "Black screen" in part(page, PageBrowser).toPlainText()
    page.close()
