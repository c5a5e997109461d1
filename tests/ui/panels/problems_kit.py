"""What the tests of the problems panel share: a spoiled example in a window, and hands for the list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import build
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.analysis.finding import Finding
from vsdesigner.commands import raci, roles, steps
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.panels.problems import ProblemsPanel
from vsdesigner.ui.panels.problems_list import ProblemsList
from vsdesigner.ui.panels.problems_model import Heading

Key, Mod = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier
SMOOTH_MS = 50  # three frames: nobody sees a list stop for less


@contextmanager
def spoiled_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The example, with a role too many, a step without tasks and practices, one that nobody answers for."""
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    made.activateWindow()
    made.session.replace(build())
    spoil(made)
    made.verbs["view.problems"].trigger()
    qtbot.waitUntil(lambda: bool(made.session.problems.findings), timeout=5_000)
    made.regions.focus("problems")
    try:
        yield made
    finally:
        program.quit()


def spoil(window: MainWindow) -> None:
    session = window.session
    ids = [step.id for step in session.now.steps(session.stream)]
    with session.edit("Spoil") as draft:
        roles.add_role(draft, "Nobody's role")
        steps.update(draft, (ids[0],), tasks=(), practices=())
        for role in draft.view.roles:
            raci.set_letters(draft, ids[3], role.id, "")
        raci.set_letters(draft, ids[3], draft.view.roles[0].id, "R")


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, keys)
    QApplication.processEvents()


def panel(window: MainWindow) -> ProblemsPanel:
    content = window.late.problems.content
    assert isinstance(content, ProblemsPanel)
    return content


def rows(window: MainWindow) -> ProblemsList:
    return panel(window).list


def texts(window: MainWindow) -> list[str]:
    model = rows(window).problems
    return [model.row(number).text for number in range(model.rowCount())]


def headings(window: MainWindow) -> list[str]:
    model = rows(window).problems
    return [row.text for at in model.headings() if isinstance(row := model.row(at), Heading)]


def stand_on(window: MainWindow, words: str) -> Finding:
    (number,) = [at for at, text in enumerate(texts(window)) if words in text]
    rows(window).stand_on(number)
    QApplication.processEvents()
    found = rows(window).current
    assert found is not None
    return found


def checked(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.session.problems_changed, timeout=10_000):
        pass


def choose(window: MainWindow, *words: str) -> None:
    """Choose an entry of the open menu, and of the menus in it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for word in words:
        assert isinstance(menu, QMenu)
        (action,) = [each for each in menu.actions() if word in each.text().replace("&", "")]
        inner = action.menu()
        if isinstance(inner, QMenu):
            menu = inner
        else:
            action.trigger()
    for popup in window.findChildren(QMenu):
        if popup.isVisible():
            popup.close()
    QApplication.processEvents()
