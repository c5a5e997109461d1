"""What a cell completes is what was typed, not what happens to be used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.views.tables.table_kit import ALT, CTRL, SHIFT, Desk, Key
from vsdesigner.document.wording import practices_text


def test_a_name_that_begins_so_is_chosen_before_another_spelling(desk: Desk) -> None:
    desk.go(0, 3)
    desk.type("Portfolio management")  # known as "Service portfolio management", too, and now used
    desk.press(Key.Key_Return)
    desk.go(1, 3)
    desk.type("serv")
    best = desk.editor.suggester.best()
    assert best is not None
    assert best.text.startswith("Service ")
    desk.press(Key.Key_Tab)
    assert practices_text(desk.session.now, desk.steps[1]) == f"– {best.text}"


def test_another_spelling_is_chosen_where_no_name_begins_so(desk: Desk) -> None:
    desk.go(1, 3)
    desk.type("change man")
    desk.press(Key.Key_Tab)
    assert practices_text(desk.session.now, desk.steps[1]) == "– Change enablement"


@pytest.mark.parametrize("held", [CTRL, ALT, SHIFT])
def test_a_new_line_takes_what_is_chosen(desk: Desk, held: Qt.KeyboardModifier) -> None:
    desk.go(1, 3)
    desk.type("incid")
    desk.press(Key.Key_Return, held)
    assert desk.editor.text() == "Incident management\n"
    desk.type("probl")
    desk.press(Key.Key_Tab)
    wanted = "– Incident management\n– Problem management"
    assert practices_text(desk.session.now, desk.steps[1]) == wanted
    assert desk.session.now.practices == ()  # no own practice was made


def test_a_new_line_leaves_what_nobody_chose(desk: Desk) -> None:
    desk.go(1, 3)
    desk.type("incid")
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Return, CTRL)
    assert desk.editor.text() == "incid\n"
