"""Cells are worked by the keys of a spreadsheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from tests.ui.views.tables.conftest import MakeDesk
from tests.ui.views.tables.table_kit import ALT, CTRL, SHIFT, Desk, Key, small_document
from vsdesigner.document.wording import lane_name, practices_text, tasks_text
from vsdesigner.model.records import Step


def test_typing_replaces_and_enter_goes_down(desk: Desk) -> None:
    desk.go(1, 0)
    desk.type("Draw it")
    assert desk.editor.text() == "Draw it"
    assert desk.names[1] == "Plan the work"  # nothing is written before it is handed in
    desk.press(Key.Key_Return)
    assert desk.names[1] == "Draw it"
    assert desk.undo_text == "Rename “Plan the work”"
    assert (desk.at, desk.is_editing) == ((2, 0), False)
    desk.press(Key.Key_Z, CTRL)
    assert desk.names[1] == "Plan the work"


def test_f2_edits_what_is_there(desk: Desk) -> None:
    desk.go(1, 0)
    desk.press(Key.Key_F2)
    assert desk.editor.text() == "Plan the work"
    desk.type(" well")
    desk.press(Key.Key_Tab)
    assert desk.names[1] == "Plan the work well"
    assert (desk.at, desk.is_editing) == ((1, 1), False)


def test_a_double_click_edits(desk: Desk) -> None:
    desk.double_click(2, 0)
    assert desk.editor.text() == "Build it"
    desk.double_click(0, 2)
    assert desk.editor.text() == "Ask back\nWrite it down"


def test_esc_takes_back_what_is_typed(desk: Desk) -> None:
    desk.go(1, 0)
    desk.type("Rubbish")
    desk.press(Key.Key_Escape)
    assert (desk.names[1], desk.is_editing, desk.at) == ("Plan the work", False, (1, 0))
    assert not desk.session.history.canUndo()


def test_leaving_by_mouse_hands_in(desk: Desk) -> None:
    desk.go(1, 0)
    desk.type("Draw it")
    desk.click(3, 1)
    assert desk.names[1] == "Draw it"
    assert desk.at == (3, 1)


def test_selecting_elsewhere_hands_in_and_stays_there(desk: Desk) -> None:
    for column in (0, 2):
        desk.go(1, column)
        desk.type("Draw it")
        desk.session.select([desk.steps[3].id])
        desk.settle()
        assert (desk.at, desk.is_editing) == ((3, column), False)
    assert desk.names[1] == "Draw it"
    assert tasks_text(desk.steps[1]) == "– Draw it"


def test_saving_hands_in(desk: Desk) -> None:
    desk.go(1, 0)
    desk.type("Draw it")
    desk.session.committing.emit()
    assert desk.names[1] == "Draw it"


@pytest.mark.parametrize("held", [CTRL, ALT, SHIFT])
def test_enter_with_a_key_held_makes_a_new_line(desk: Desk, held: Qt.KeyboardModifier) -> None:
    desk.go(1, 2)
    desk.type("Look")
    desk.press(Key.Key_Return, held)
    desk.type("Listen")
    assert len(desk.steps) == 4  # the same keys add rows where nobody types
    desk.press(Key.Key_Return)
    assert tasks_text(desk.steps[1]) == "– Look\n– Listen"
    assert desk.at == (2, 2)


def test_arrows_and_tab_and_enter_move(desk: Desk) -> None:
    desk.go(0, 0)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Down)
    assert desk.at == (1, 1)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Tab)
    assert desk.at == (1, 3)
    desk.press(Key.Key_Backtab, SHIFT)
    assert desk.at == (1, 2)
    desk.press(Key.Key_Return)
    assert desk.at == (2, 1)  # below where the run of Tabs began
    desk.press(Key.Key_Return, SHIFT)
    assert desk.at == (1, 1)


def test_tab_goes_on_in_the_next_row(desk: Desk) -> None:
    desk.go(0, 4)
    desk.press(Key.Key_Tab)
    assert desk.at == (1, 0)
    desk.press(Key.Key_Backtab, SHIFT)
    assert desk.at == (0, 4)


def test_ctrl_and_arrows_go_to_the_edges(desk: Desk) -> None:
    desk.go(1, 1)
    desk.press(Key.Key_Down, CTRL)
    assert desk.at == (4, 1)  # the last row is the one that adds
    desk.press(Key.Key_Right, CTRL)
    assert desk.at == (4, 4)
    desk.press(Key.Key_Up, CTRL)
    desk.press(Key.Key_Left, CTRL)
    assert desk.at == (0, 0)
    desk.press(Key.Key_Down, CTRL | SHIFT)
    assert desk.selected == (0, 0, 1, 5)


def test_shift_space_and_ctrl_space_select_rows_and_columns(desk: Desk) -> None:
    desk.go(1, 1)
    desk.press(Key.Key_Space, SHIFT)
    assert desk.selected == (0, 1, 5, 1)
    desk.go(1, 1)
    desk.press(Key.Key_Space, CTRL)
    assert desk.selected == (1, 0, 1, 5)
    desk.press(Key.Key_A, CTRL)
    assert desk.selected == (0, 0, 5, 4)


def test_delete_clears_cells_and_leaves_the_steps(desk: Desk) -> None:
    desk.go(0, 2)
    desk.press(Key.Key_Delete)
    assert desk.steps[0].tasks == ()
    assert desk.undo_text == "Clear 1 cell"
    assert len(desk.steps) == 4


# -- choosing and completing ----------------------------------------------------------------------------
def test_an_activity_is_chosen_from_its_list(desk: Desk) -> None:
    desk.go(0, 1)
    desk.press(Key.Key_F2)
    desk.settle(20)
    assert desk.editor.suggester.is_open
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert lane_name(desk.session.now, desk.steps[0].lane) == "Plan"
    assert desk.at == (1, 1)


def test_an_activity_is_completed_from_its_first_letters(desk: Desk) -> None:
    desk.go(0, 1)
    desk.type("deli")
    desk.press(Key.Key_Tab)
    assert lane_name(desk.session.now, desk.steps[0].lane) == "Deliver and Support"
    assert desk.at == (0, 2)


def test_practices_are_completed_line_by_line(desk: Desk) -> None:
    desk.go(1, 3)
    desk.type("relat")
    assert desk.editor.suggester.is_open
    desk.press(Key.Key_Return)
    assert desk.editor.text() == "Relationship management"
    desk.press(Key.Key_Return, CTRL)
    desk.type("incident man")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    step = desk.steps[1]
    assert practices_text(desk.session.now, step) == "– Relationship management\n– Incident management"
    assert [use.practice for use in step.practices] == ["relationship_management", "incident_management"]


def test_what_is_typed_in_full_needs_one_enter(desk: Desk) -> None:
    desk.go(1, 3)
    desk.type("Service desk")
    desk.press(Key.Key_Return)
    assert practices_text(desk.session.now, desk.steps[1]) == "– Service desk"
    assert desk.at == (2, 3)


def test_own_practices_are_never_overruled(desk: Desk) -> None:
    desk.go(1, 3)
    desk.type("management of cats")
    desk.press(Key.Key_Return)
    assert practices_text(desk.session.now, desk.steps[1]) == "– management of cats"


def test_esc_closes_the_suggestions_first(desk: Desk) -> None:
    desk.go(1, 3)
    desk.type("serv")
    desk.press(Key.Key_Escape)
    assert desk.is_editing
    assert not desk.editor.suggester.is_open
    desk.press(Key.Key_Return)
    assert practices_text(desk.session.now, desk.steps[1]) == "– serv"


def test_no_list_of_suggestions_is_left_behind(desk: Desk) -> None:
    for _ in range(3):
        desk.go(1, 3)
        desk.type("serv")
        desk.press(Key.Key_Escape)
        desk.press(Key.Key_Escape)
    desk.settle(20)
    assert desk.window.findChildren(QListView, "suggestions") == []


def test_tools_complete_from_the_document(desk: Desk) -> None:
    desk.go(0, 4)
    desk.type("Monitoring tools (e.g., Zabbix)")
    desk.press(Key.Key_Return)
    desk.type("moni")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    assert [use.tool for use in desk.steps[1].tools] == [use.tool for use in desk.steps[0].tools]


# -- refusals -------------------------------------------------------------------------------------------
def test_what_a_cell_does_not_take_stays_in_the_editor(desk: Desk) -> None:
    desk.go(0, 1)
    desk.type("nonsense")
    desk.press(Key.Key_Return)
    assert desk.editor.text() == "nonsense"
    assert desk.editor.property("invalid")
    assert len(desk.told) == 1 and "nonsense" in desk.told[0]
    assert not desk.session.history.canUndo()
    desk.press(Key.Key_Escape)
    assert desk.model.text(0, 1).startswith("Engage")


def _messages(desk: Desk) -> list[str]:
    desk.settle(20)
    return [toast.accessibleName() for toast in desk.window.notifier.toasts]


def test_one_message_about_a_refused_text_goes_with_it(desk: Desk) -> None:
    desk.go(0, 1)
    desk.type("nonsense")
    desk.press(Key.Key_Return)
    desk.settle(20)
    desk.type("rubbish")  # what was refused is selected: typing replaces it
    assert desk.editor.text() == "rubbish"
    desk.press(Key.Key_Tab)
    messages = _messages(desk)
    assert len(messages) == 1 and "rubbish" in messages[0]
    desk.press(Key.Key_Escape)
    if desk.is_editing:  # the first Esc closed the list
        desk.press(Key.Key_Escape)
    assert not desk.is_editing
    assert _messages(desk) == []


def test_the_message_goes_when_the_text_is_mended(desk: Desk) -> None:
    desk.show_columns("process_time")
    at = desk.model.column_of("process_time")
    desk.go(0, at)
    desk.type("soon")
    desk.press(Key.Key_Return)
    assert len(_messages(desk)) == 1
    desk.type("1h 30")
    desk.press(Key.Key_Return)
    assert (desk.is_editing, _messages(desk)) == (False, [])
    assert desk.model.text(0, at) == "90 minutes"


def test_fixed_columns_are_not_edited(desk: Desk) -> None:
    desk.show_columns("number")
    desk.go(0, desk.model.column_of("number"))
    desk.type("7")
    desk.press(Key.Key_F2)
    assert not desk.is_editing


# -- adding ---------------------------------------------------------------------------------------------
def test_typing_into_the_last_row_adds_a_step(desk: Desk) -> None:
    desk.go(4, 0)
    desk.type("Look back")
    desk.press(Key.Key_Tab)
    assert desk.names[-1] == "Look back"
    assert desk.undo_text == "Add “Look back”"
    assert desk.at == (4, 1)
    assert desk.model.rowCount() == 6
    desk.press(Key.Key_Z, CTRL)
    assert len(desk.steps) == 4


def test_an_empty_stream_says_how_to_begin(make_desk: MakeDesk) -> None:
    desk = make_desk(small_document(()))
    assert desk.model.hint(0, 0) == "Type a name to add the first step"
    assert desk.at == (0, 0)
    for name in ("One", "Two"):
        desk.type(name)
        desk.press(Key.Key_Return)
    assert desk.names == ["One", "Two"]
    now = desk.session.now
    assert [now.find(flow.target) for flow in now.outgoing(desk.steps[0].id)] == [desk.steps[1]]
    assert all(isinstance(step, Step) for step in desk.steps)


def test_nothing_typed_adds_nothing(desk: Desk) -> None:
    desk.go(4, 0)
    desk.press(Key.Key_F2)
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    assert len(desk.steps) == 4
