"""Replacing what was found: one undo step, a preview, and nothing cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.search.desk import CTRL, Key, open_window, press, type_in
from tests.ui.search.find_kit import document, replace, undo_text
from tests.ui.window_kit import named
from vsdesigner.commands import roles
from vsdesigner.model.records import Role, Step
from vsdesigner.ui import theme
from vsdesigner.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(qtbot, document()) as made:
        yield made


# -- replacing ----------------------------------------------------------------------------------------------
def test_replace_all_is_one_step_with_a_name(window: MainWindow, qtbot: QtBot) -> None:
    before = window.session.now
    panel = replace(window, qtbot, "ticket", "case")
    assert panel.model.is_replacing
    named(window, "find.replace_all", QPushButton).click()
    now = window.session.now
    assert now.get("s1", Step).name == "Log the case"
    assert [task.text for task in now.get("s2", Step).tasks] == [
        "Read the case",
        "Rate the case, then the next case",
    ]
    assert now.get("o1", Step).name == "caseing reviewed"
    assert {role.name for role in now.all(Role)} == {"case owner"}
    assert now.streams[0].demand == "Somebody opens a case"
    assert undo_text(window) == "Replace “ticket” by “case” in 7 places"
    assert panel.bar.said.text() == "Replaced in 7 places."
    assert panel.bar.count.text() == "Nothing found"
    assert window.session.history.index() == 1
    press(qtbot, Key.Key_Z, CTRL)  # the field has nothing to undo but its own letters
    window.session.undo()
    assert window.session.now == before


def test_unchecked_hits_stay(window: MainWindow, qtbot: QtBot) -> None:
    panel = replace(window, qtbot, "ticket", "case")
    panel.list.setFocus()
    panel.list.go_to(1)
    press(qtbot, Key.Key_Space)
    place = panel.list.visualRect(panel.model.index(0)).topLeft() + QPoint(16, 14)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not panel.model.line(1).checked and not panel.model.line(0).checked
    assert panel.bar.replace_all.text() == "Replace &5 Checked"
    panel.bar.replace_all.click()
    assert window.session.now.get("s1", Step).name == "Log the ticket"
    assert window.session.now.get("s2", Step).tasks[0].text == "Read the case"
    assert undo_text(window) == "Replace “ticket” by “case” in 5 places"
    assert len(panel.model.hits) == 2
    assert panel.model.chosen() == []  # still unchecked
    panel.bar.check_all.click()
    assert len(panel.model.chosen()) == 2
    panel.bar.check_all.click()
    assert not panel.bar.replace_all.isEnabled()


def test_enter_in_the_field_replaces_one_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    panel = replace(window, qtbot, "ticket", "big ticket")
    window.session.select(["s2"])
    press(qtbot, Key.Key_Return)  # shows the first
    assert panel.bar.count.text() == "3 of 7"
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Return)
    now = window.session.now
    assert [task.text for task in now.get("s2", Step).tasks] == [
        "Read the big ticket",
        "Rate the big ticket, then the next ticket",
    ]
    assert undo_text(window) == "Replace “ticket” by “big ticket” in 1 place"
    assert panel.bar.count.text() == "5 of 7"  # not the one that was just put there


def test_taking_words_out_is_named_so(window: MainWindow, qtbot: QtBot) -> None:
    panel = replace(window, qtbot, "ticket, then", "")
    panel.bar.replace_all.click()
    assert window.session.now.get("s2", Step).tasks[1].text == "Rate the  the next ticket"
    assert undo_text(window) == "Remove “ticket, then” in 1 place"


def test_with_nothing_to_put_there_the_buttons_say_that_they_remove(window: MainWindow, qtbot: QtBot) -> None:
    panel = replace(window, qtbot, "ticket", "")
    assert panel.bar.replace_all.text() == "Remove &All 7"
    assert panel.bar.replace_one.text() == "&Remove"
    panel.model.check(0, False)
    assert panel.bar.replace_all.text() == "Remove &6 Checked"
    panel.model.check(0, True)
    panel.bar.new.setFocus()
    type_in(qtbot, "c")
    assert panel.bar.replace_all.text() == "Replace &All"
    assert panel.bar.replace_one.text() == "&Replace"
    press(qtbot, Key.Key_Backspace)
    panel.bar.replace_all.click()
    assert panel.bar.said.text() == "Removed in 7 places."
    assert undo_text(window) == "Remove “ticket” in 7 places"


def test_what_would_not_fit_is_shown_before_and_stays(window: MainWindow, qtbot: QtBot) -> None:
    with window.session.edit("Long") as draft:
        draft.update("s3", name="ticket" + "x" * 490)
        roles.add_role(draft, "case owner")
    panel = replace(window, qtbot, "ticket", "case")
    by_place = {panel.model.line(row).place: panel.model.line(row) for row in range(len(panel.model.hits))}
    assert by_place["Role Ticket owner · name"].reason == "This name is taken already."
    panel.bar.new.setText("a much longer case")
    qtbot.waitUntil(lambda: not panel._preview_soon.isActive())
    reasons = {
        panel.model.hits[row].record: panel.model.line(row).reason for row in range(len(panel.model.hits))
    }
    assert reasons["s3"] == "The text would become longer than it may be."
    assert reasons["s1"] == ""
    panel.bar.replace_all.click()
    assert window.session.now.get("s3", Step).name == "ticket" + "x" * 490
    assert (
        "Replaced in 7 places. 1 place stays as it is: The text would become longer" in panel.bar.said.text()
    )
    assert undo_text(window).endswith("in 7 places")


def test_the_preview_shows_what_goes_and_what_comes(window: MainWindow, qtbot: QtBot) -> None:
    from vsdesigner.ui.search.find_list import snippet

    panel = replace(window, qtbot, "ticket", "case")
    text, formats = snippet(panel.model.line(3), theme.LIGHT)
    assert text == "Rate the ticket\u2009case, then the next ticket"
    marked = [(text[start : start + length], form.fontStrikeOut()) for start, length, form in formats]
    assert marked == [("ticket", True), ("case", False)]
    text, formats = snippet(panel.model.line(4), theme.DARK)
    assert text.startswith("… ") and text.endswith("ticket\u2009case")
    panel.model.check(3, False)
    text, formats = snippet(panel.model.line(3), theme.LIGHT)
    assert text == "Rate the ticket, then the next ticket"


def test_ctrl_f_folds_the_second_line(window: MainWindow, qtbot: QtBot) -> None:
    panel = replace(window, qtbot, "ticket", "case")
    assert panel.bar.new.isVisible()
    press(qtbot, Key.Key_F, CTRL)
    assert not panel.bar.new.isVisible()
    assert not panel.model.is_replacing


def test_typing_is_committed_before_it_is_searched(window: MainWindow, qtbot: QtBot) -> None:
    window.session.reveal(("s3",))
    press(qtbot, Key.Key_F2)
    type_in(qtbot, "Ticket closed")
    press(qtbot, Key.Key_F, CTRL)
    assert window.session.now.get("s3", Step).name == "Ticket closed"
