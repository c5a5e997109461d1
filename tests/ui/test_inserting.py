"""Adding a step from the Insert menu: behind what is selected, and connected with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, windows_of
from vsdesigner.commands import flows, steps
from vsdesigner.model.place import Place
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    made.activateWindow()
    made.regions.focus("canvas")
    yield made
    program.quit()


def chain(window: MainWindow) -> tuple[str, str, str]:
    """Sort → Solve with their flow."""
    session = window.session
    with session.edit("Build") as draft:
        first = steps.add(draft, session.stream, Place("engage", 300.0, 26.0), "Sort")
        second = steps.add(draft, session.stream, Place("plan", 600.0, 26.0), "Solve")
        flow = flows.connect(draft, first, second)
    return first, second, flow


def entry(window: MainWindow, lane: str) -> QAction:
    action = window.findChild(QAction, f"action.insert.{lane}")
    assert isinstance(action, QAction)
    return action


def choose(window: MainWindow, lane: str, name: str) -> str:
    """Choose an entry of the Insert menu and type the name; returns the step's id."""
    known = {step.id for step in window.session.now.steps(window.session.stream)}
    entry(window, lane).trigger()
    (id,) = {step.id for step in window.session.now.steps(window.session.stream)} - known
    QTest.keyClicks(QApplication.focusWidget(), name)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.session.now.get(id, type(window.session.now.find(id))).name == name  # type: ignore[arg-type, union-attr]  # a step
    return id


def sources(window: MainWindow, id: str) -> list[str]:
    return [flow.source for flow in window.session.now.incoming(id)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_several_the_step_goes_behind_the_one_selected_last(
    window: MainWindow, order: tuple[int, int]
) -> None:
    ids = chain(window)
    before = window.session.now
    window.session.select(ids[index] for index in order)
    made = choose(window, "improve", "Learn")
    assert sources(window, made) == [ids[order[-1]]]
    step, last = window.session.now.find(made), window.session.now.find(ids[order[-1]])
    assert step.x > last.x and step.lane == "improve"  # type: ignore[union-attr]  # both are steps
    window.session.undo()
    assert window.session.now == before


def test_a_flow_that_is_selected_with_a_step_does_not_count(window: MainWindow) -> None:
    first, _, flow = chain(window)
    window.session.select((first, flow))
    assert sources(window, choose(window, "improve", "Learn")) == [first]


def test_one_that_is_selected_leads_on(window: MainWindow) -> None:
    _, second, _ = chain(window)
    window.session.select((second,))
    assert sources(window, choose(window, "plan", "Check")) == [second]


def test_with_none_it_goes_behind_all_without_a_flow(window: MainWindow) -> None:
    chain(window)
    window.session.select(())
    made = choose(window, "improve", "Learn")
    assert sources(window, made) == []


def test_the_entries_follow_the_name_that_a_lane_was_given(window: MainWindow) -> None:
    with window.session.edit("Rename lane") as draft:
        draft.update("plan", alias="Think ahead")
    menu = entry(window, "plan").parent()
    assert isinstance(menu, QMenu)
    menu.popup(QPoint(0, 0))
    texts = [action.text() for action in menu.actions()]
    menu.close()
    assert "Think ahead step" in texts and "Plan step" not in texts
