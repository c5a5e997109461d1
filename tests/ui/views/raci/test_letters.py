"""Letters by key: set and taken away, in blocks, cycled, cleared, and the one accountable."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from tests.ui.views.raci.conftest import MakeDesk
from tests.ui.views.raci.matrix_kit import CTRL, LEFT, PLAIN, SHIFT, Desk, Key, small_document
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import RaciLetter
from vsdesigner.model.records import SETTINGS_ID


def test_keys_set_letters_and_take_them_away(desk: Desk) -> None:
    desk.go(1, 0)
    desk.type("c")
    desk.press(Key.Key_Right)
    desk.type("ra")
    desk.press(Key.Key_Right)
    desk.type("i")
    assert desk.letters[1] == ["C", "A/R", "I"]
    assert desk.session.history.undoText() == "Change the responsibility of “Engineer”"
    desk.type("I")
    assert desk.letters[1] == ["C", "A/R", ""]
    assert desk.undo_count == 5


def test_a_second_accountable_moves_the_first_and_offers_undo(desk: Desk) -> None:
    desk.go(0, 2)
    desk.type("a")
    assert desk.letters[0] == ["", "R", "A"]
    text, action, undo = desk.told[-1]
    assert text == "“Engineer” is accountable now; it was “Service desk” before."
    assert action == "Undo"
    undo()
    assert desk.letters[0] == ["", "A/R", ""]


def test_several_cells_at_once_are_one_step(desk: Desk) -> None:
    desk.go(1, 0)
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_Right, SHIFT)
    desk.type("i")
    assert desk.letters[1:] == [["I", "I", ""], ["I", "I", ""]]
    assert desk.undo_count == 1
    assert desk.grid.selected_block().width() == 2
    assert desk.grid.selected_block().height() == 2, "what was selected stays selected"
    desk.type("i")
    assert desk.letters[1:] == [["", "", ""], ["", "", ""]]


def test_of_several_cells_in_a_row_the_first_gets_the_a(desk: Desk) -> None:
    desk.go(1, 0)
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_Right, SHIFT)
    desk.type("a")
    assert desk.letters[1:] == [["A", "", ""], ["A", "", ""]]
    assert desk.told[-1][0] == "Only one role is accountable in a row: “Customer” was first."
    desk.type("a")
    assert desk.letters[1:] == [["", "", ""], ["", "", ""]]


def test_space_cycles_and_takes_no_a_from_others(desk: Desk) -> None:
    desk.go(0, 0)
    seen = []
    for _ in range(4):
        desk.press(Key.Key_Space)
        seen.append(desk.letters[0][0])
    assert seen == ["R", "C", "I", ""]
    desk.press(Key.Key_Down)
    seen = []
    for _ in range(6):
        desk.press(Key.Key_Space)
        seen.append(desk.letters[1][0])
    assert seen == ["R", "A", "A/R", "C", "I", ""]
    assert desk.undo_count == 0, "who goes all the way round has changed nothing"
    desk.press(Key.Key_Space, PLAIN, 2)
    assert desk.undo_count == 1, "one step, however often it was pressed"


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_clears_the_block_and_deletes_no_step(desk: Desk, key: Key) -> None:
    desk.go(0, 2)
    desk.type("c")
    desk.press(Key.Key_Left, SHIFT)
    desk.press(key)
    assert desk.letters[0] == ["", "", ""]
    assert len(desk.steps) == 3
    desk.undo()
    assert desk.letters[0] == ["", "A/R", "C"]


def test_other_letters_say_which_there_are(desk: Desk) -> None:
    desk.go(0, 0)
    desk.type("x")
    assert desk.letters[0] == ["", "A/R", ""]
    assert desk.said[-1] == "This document's letters are R, A, C, I."
    desk.go(0, -2)
    desk.type("r")
    assert desk.said[-1] == "Letters go into the columns of the roles."
    assert desk.undo_count == 0


def test_an_own_letter_set_has_its_own_keys(make_desk: MakeDesk) -> None:
    draft = Draft(small_document())
    own = (
        RaciLetter(letter="D", name="Drives", meaning=""),
        RaciLetter(letter="SO", name="Signs off", meaning=""),
    )
    draft.update(SETTINGS_ID, raci_letters=own)
    desk = make_desk(draft.view)
    desk.go(1, 0)
    desk.type("ds")
    assert desk.letters[1][0] == "D/SO"
    assert [sign.accessibleName() for sign in desk.view.bar._signs] == ["D: Drives", "SO: Signs off"]


def test_a_double_click_cycles_and_a_click_selects(desk: Desk) -> None:
    desk.click(1, 2)
    assert desk.place == (1, 2)
    assert desk.letters[1] == ["", "", ""]
    QTest.mouseDClick(desk.grid.viewport(), LEFT, PLAIN, desk.cell(1, 2))
    desk.settle()
    assert desk.letters[1] == ["", "", "R"]
    desk.click(2, 0)
    desk.click(0, 0, SHIFT)
    desk.type("c")
    assert [row[0] for row in desk.letters] == ["C", "C", "C"]


def test_whole_rows_and_columns_by_key(desk: Desk) -> None:
    desk.go(1, 1)
    desk.press(Key.Key_Space, SHIFT)
    desk.type("i")
    assert desk.letters[1] == ["I", "I", "I"]
    desk.press(Key.Key_Space, CTRL)
    desk.press(Key.Key_Delete)
    assert desk.letters == [["", "", ""]] * 3


def test_cells_say_what_they_are(desk: Desk) -> None:
    from PySide6.QtCore import Qt

    matrix = desk.grid.matrix

    def spoken(row: int, column: int) -> str:
        return str(matrix.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(0, 3) == "Triage, Service desk: accountable, responsible"
    assert spoken(0, 2) == "Triage, Customer: not involved"
    assert spoken(0, 0) == "Step 1: Triage, Engage; 2 tasks, closed"


def test_letters_typed_in_the_check_column_are_answered_with_a_hint(desk: Desk) -> None:
    desk.go(1, 0)
    desk.press(Key.Key_End)
    assert desk.grid.currentIndex().column() == desk.grid.matrix.check_column
    desk.said.clear()
    desk.type("r")
    assert desk.said == ["Letters go into the columns of the roles."]
    assert desk.undo_count == 0


def test_many_cells_at_once_are_told_with_a_way_back(desk: Desk) -> None:
    desk.go(0, 0)
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_Right, SHIFT)
    desk.type("i")
    assert desk.told == [], "four cells are seen at a glance"
    desk.undo()
    desk.press(Key.Key_A, CTRL)
    desk.type("c")
    assert desk.letters == [["C", "A/R/C", "C"], ["C"] * 3, ["C"] * 3]
    text, action, undo = desk.told[-1]
    assert (text, action) == ("The letters of 9 cells were changed.", "Undo")
    undo()
    assert desk.letters == [["", "A/R", ""], ["", "", ""], ["", "", ""]]
