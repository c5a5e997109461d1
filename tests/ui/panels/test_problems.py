"""The problems panel: grouped, filtered, mended right there, at the levels that the document asks for."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.panels.problems_kit import (
    CTRL,
    LEFT,
    SHIFT,
    SMOOTH_MS,
    Key,
    Mod,
    checked,
    choose,
    headings,
    panel,
    press,
    rows,
    spoiled_window,
    stand_on,
    texts,
)
from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.analysis.problems import Problems
from vsdesigner.analysis.profiles import READY_TO_PRESENT
from vsdesigner.layout.geometry import Point
from vsdesigner.model.ids import new_id
from vsdesigner.model.records import Role
from vsdesigner.ui.canvas.context_menu import build_menu
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.panels.problems import ProblemsPanel
from vsdesigner.ui.panels.problems_groups import Grouping
from vsdesigner.ui.views.raci.matrix_grid import MatrixGrid


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with spoiled_window(qtbot) as made:
        yield made


# -- grouping and filtering ---------------------------------------------------------------------------------
def test_headings_stand_for_levels_checks_or_steps_and_the_choice_is_kept(window: MainWindow) -> None:
    assert headings(window)[0].endswith(("error", "errors"))
    actions = {action.data(): action for action in panel(window).bar.grouping.menu().actions()}
    actions["check"].trigger()
    assert "Nobody accountable" in headings(window)
    actions["place"].trigger()
    assert headings(window)[0].startswith("Step 1 ")
    assert headings(window)[-1] == "Roles, tools and words"
    again = ProblemsPanel(window.session)
    assert again.bar.grouping.text() == "By step"
    again.deleteLater()


def test_the_row_one_stands_on_stays_in_view_whatever_is_above_it(window: MainWindow, qtbot: QtBot) -> None:
    found = rows(window)
    panel(window).bar.profile_chosen.emit(READY_TO_PRESENT)
    checked(window, qtbot)
    found.setCurrentIndex(found.problems.index(0))
    panel(window).bar.profile.setFocus()
    stand_on(window, "Nobody's role")
    qtbot.wait(30)
    panel(window).bar.grouping_chosen.emit(Grouping.PLACE)
    qtbot.wait(30)
    rect = found.visualRect(found.currentIndex())
    assert found.viewport().rect().contains(rect), f"{rect} in {found.viewport().rect()}"
    assert found.open_row is not None


def test_headings_fold_by_mouse_and_by_key(window: MainWindow) -> None:
    found = rows(window)
    before = texts(window)
    top = found.visualRect(found.problems.index(0)).center()
    QTest.mouseClick(found.viewport(), LEFT, Mod.NoModifier, top)
    assert len(texts(window)) < len(before)
    assert texts(window)[0] == before[0], "the heading stays, with its count"
    assert found.currentIndex().row() == 0
    press(window, Key.Key_Right)
    assert texts(window) == before
    press(window, Key.Key_Down)
    press(window, Key.Key_Left)
    assert found.currentIndex().row() == 0, "Left goes from a finding to its heading"
    press(window, Key.Key_Left)
    assert len(texts(window)) < len(before)


def test_levels_are_taken_out_by_their_chips(window: MainWindow) -> None:
    chips = panel(window).bar.chips
    counts = window.session.problems.counts
    assert chips[Level.HINT].text() == str(counts[Level.HINT])
    QTest.mouseClick(chips[Level.HINT], LEFT)
    assert not any("hint" in text for text in headings(window))
    assert chips[Level.HINT].text() == str(counts[Level.HINT]), "what is not listed is still counted"
    QTest.mouseClick(chips[Level.HINT], LEFT)
    assert any("hint" in text for text in headings(window))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nobody's", "Nobody's role"),
        ("handed out", "no actions or tasks"),
        ("without practices", "names no practice"),
    ],
)
def test_words_are_looked_for_in_findings_reasons_and_titles(
    window: MainWindow, words: str, expected: str
) -> None:
    QTest.keyClicks(panel(window).filter, words)
    found = [text for text in texts(window) if text not in headings(window)]
    assert any(expected in text for text in found)
    assert len(found) < len(window.session.problems.findings)


def test_down_leads_from_the_filter_into_the_list(window: MainWindow) -> None:
    panel(window).filter.setFocus()
    QTest.keyClicks(panel(window).filter, "nothing is like this")
    press(window, Key.Key_Down)
    assert panel(window).filter.hasFocus(), "there is nowhere to go"
    panel(window).filter.clear()
    press(window, Key.Key_Down)
    assert rows(window).hasFocus()
    assert rows(window).current is not None


# -- mending ------------------------------------------------------------------------------------------------
def test_the_row_one_stands_on_says_why_and_offers_mends(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    finding = stand_on(window, "nobody who is accountable")
    row = rows(window).open_row
    assert row is not None
    assert row.why.text() == finding.why
    assert row.height() > 40
    assert rows(window).visualRect(rows(window).currentIndex()).height() == row.height()
    button = row.buttons[0]
    label = button.text()
    assert label.startswith("Make ")
    before = rows(window).currentIndex().row()
    QTest.mouseClick(button, LEFT)
    assert session.history.undoText() == label, "one undo step that is called like its button"
    assert not any("nobody who is accountable" in text for text in texts(window)), "the row goes at once"
    assert rows(window).hasFocus()
    current = rows(window).current
    assert current is not None
    assert abs(rows(window).currentIndex().row() - before) <= 1, "one stands on the next"
    checked(window, qtbot)
    assert not any("nobody who is accountable" in text for text in texts(window))
    session.undo()
    checked(window, qtbot)
    assert any("nobody who is accountable" in text for text in texts(window))


def test_ctrl_enter_mends_and_does_not_open_quick_add(window: MainWindow) -> None:
    session = window.session
    stand_on(window, "Nobody's role")
    press(window, Key.Key_Return, CTRL)
    assert not any(role.name == "Nobody's role" for role in session.now.roles)
    assert rows(window).hasFocus()
    session.undo()
    assert any(role.name == "Nobody's role" for role in session.now.roles)


def test_where_only_a_person_can_know_ctrl_enter_says_so(window: MainWindow) -> None:
    said: list[str] = []
    window.session.said.connect(said.append)
    stand_on(window, "no actions or tasks")
    count = window.session.history.index()
    press(window, Key.Key_Return, CTRL)
    assert window.session.history.index() == count
    assert said == ["There is no single way to mend this: press Enter to go there."]


def test_where_several_roles_could_do_it_ctrl_enter_leads_to_the_choice(window: MainWindow) -> None:
    session = window.session
    stand_on(window, "nobody who is accountable")
    row = rows(window).open_row
    assert row is not None and len(row.buttons) > 1
    count = session.history.index()
    press(window, Key.Key_Return, CTRL)
    assert session.history.index() == count, "nobody has chosen yet"
    assert row.buttons[0].hasFocus()
    press(window, Key.Key_Down)
    assert row.buttons[1].hasFocus()
    label = row.buttons[1].text()
    press(window, Key.Key_Space)
    assert session.history.undoText() == label
    assert rows(window).hasFocus()


def test_the_arrows_walk_along_the_buttons_and_on_to_the_rows(window: MainWindow) -> None:
    stand_on(window, "nobody who is accountable")
    found = rows(window)
    at, row = found.currentIndex().row(), found.open_row
    assert row is not None and len(row.buttons) > 1
    press(window, Key.Key_Tab)
    assert row.buttons[0].hasFocus()
    press(window, Key.Key_Right)
    assert row.buttons[1].hasFocus()
    press(window, Key.Key_Left)
    press(window, Key.Key_Left)
    assert row.buttons[0].hasFocus(), "there is nothing before it"
    press(window, Key.Key_Up)
    assert found.hasFocus() and found.currentIndex().row() == at
    press(window, Key.Key_Tab)
    press(window, Key.Key_Escape)
    assert found.hasFocus() and found.currentIndex().row() == at
    press(window, Key.Key_Tab)
    for _ in row.buttons:
        press(window, Key.Key_Down)
    assert found.hasFocus() and found.currentIndex().row() == at + 1


def test_the_menu_of_a_finding_by_key(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    stand_on(window, "nobody who is accountable")
    row = rows(window).open_row
    assert row is not None
    second = row.buttons[1].text()
    press(window, Key.Key_F10, SHIFT)
    choose(window, second)
    assert session.history.undoText() == second


def test_all_of_a_kind_are_mended_at_once_where_none_needs_a_look(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    with session.edit("Spoil more") as draft:
        for role in draft.view.roles[:2]:
            draft.add(Role(id=new_id("role"), name=role.name.upper()))
    checked(window, qtbot)
    count = len(session.now.roles)
    twins = [each for each in session.problems.findings if each.check == "role-twice"]
    assert len(twins) == 2
    rows(window).stand_on(rows(window).problems.row_of(twins[0]))
    press(window, Key.Key_F10, SHIFT)
    choose(window, "Mend all 2")
    assert len(session.now.roles) == count - 2
    session.undo()
    assert len(session.now.roles) == count, "one step"


def test_the_menu_of_a_marked_card_offers_the_mend_and_the_problems(window: MainWindow, qtbot: QtBot) -> None:
    session, canvas = window.session, window.centre.widget
    assert isinstance(canvas, LaneCanvas)
    step = session.now.steps(session.stream)[3]
    assert session.problems.level(step.id) is Level.ERROR
    press(window, Key.Key_M, CTRL | SHIFT)
    assert not window.regions.is_shown("problems")
    session.select((step.id,))
    entries = menu_entries(canvas)
    assert any(text.startswith("Make “") for text in entries)
    entries["Show Problems"].trigger()
    QApplication.processEvents()
    assert window.regions.is_shown("problems")
    current = rows(window).current
    assert current is not None
    assert current.record == step.id
    session.select((session.now.steps(session.stream)[5].id,))
    assert "Show Problems" not in menu_entries(canvas)


def menu_entries(canvas: LaneCanvas) -> dict[str, QAction]:
    menu = build_menu(canvas.stage, Point(0, 0))
    return {action.text(): action for action in menu.actions()}


# -- going there --------------------------------------------------------------------------------------------
def test_enter_goes_to_the_field(window: MainWindow, qtbot: QtBot) -> None:
    finding = stand_on(window, "no actions or tasks")
    press(window, Key.Key_Return)
    qtbot.wait(30)
    focus = QApplication.focusWidget()
    assert window.session.selection == (finding.record,)
    assert isinstance(focus, QWidget)
    assert focus.objectName() == "tasks.add"


def test_a_click_below_the_open_row_goes_to_what_was_clicked(window: MainWindow, qtbot: QtBot) -> None:
    """The open row folds when another is pressed: what is under the pointer must not move away before."""
    found = rows(window)
    stand_on(window, "nobody who is accountable")
    (number,) = [at for at, text in enumerate(texts(window)) if "no actions or tasks" in text]
    wanted = found.problems.row(number)
    assert isinstance(wanted, Finding)
    found.scrollTo(found.problems.index(number))
    QTest.mouseClick(
        found.viewport(), LEFT, Mod.NoModifier, found.visualRect(found.problems.index(number)).center()
    )
    qtbot.wait(30)
    assert window.session.selection == (wanted.record,)
    assert found.open_row is not None
    assert found.open_row.words.text() == wanted.text


def test_a_role_in_the_letters_is_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    step, role = session.now.steps(session.stream)[1], session.now.roles[2]
    session.show_problems(
        Problems((Finding("x", Level.ERROR, step.id, "raci", "Look", "Because", part=role.id),))
    )
    rows(window).stand_on(1)
    press(window, Key.Key_Return)
    qtbot.wait(30)
    grid = QApplication.focusWidget()
    assert grid is not None
    assert grid.objectName() == "raci.grid"
    assert grid.current_role() == role.id  # type: ignore[attr-defined]  # of the grid, which that is


def test_a_role_without_letters_is_gone_to_where_it_gets_them(window: MainWindow, qtbot: QtBot) -> None:
    role = next(role for role in window.session.now.roles if role.name == "Nobody's role")
    stand_on(window, "Nobody's role")
    press(window, Key.Key_Return)
    qtbot.wait(30)
    assert window.centre.shown == "raci"
    grid = QApplication.focusWidget()
    assert isinstance(grid, MatrixGrid)
    assert grid.role_here() == role.id
    press(window, Key.Key_R)
    assert any(
        mark.role == role.id for step in window.session.now.steps(window.session.stream) for mark in step.raci
    )


# -- thousands ----------------------------------------------------------------------------------------------
def test_five_thousand_findings_are_walked_without_a_stutter(window: MainWindow) -> None:
    session = window.session
    step = session.now.steps(session.stream)[0]
    many = [
        Finding("no-owner", list(Level)[at % 3], step.id, "name", f"Finding number {at} of many", "Because.")
        for at in range(5_000)
    ]
    started = time.perf_counter()
    session.show_problems(Problems(tuple(many)))
    QApplication.processEvents()
    listed = time.perf_counter() - started
    rows(window).stand_on(2_000)
    QApplication.processEvents()
    slowest = 0.0
    for _ in range(20):
        started = time.perf_counter()
        press(window, Key.Key_Down)
        slowest = max(slowest, time.perf_counter() - started)
    assert rows(window).currentIndex().row() == 2_020
    print(f"listed {listed * 1000:.0f} ms, slowest step {slowest * 1000:.1f} ms")
    assert slowest * 1000 < SMOOTH_MS
    assert listed < 1.0
