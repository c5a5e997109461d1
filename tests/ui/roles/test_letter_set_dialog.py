"""The dialog of the letter set: choose, edit, see what becomes of letters in use, one undo step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.ui.roles.conftest import Room
from vsdesigner.commands import letter_sets, raci
from vsdesigner.document.wording import letters_of
from vsdesigner.storage.json_format import decode, encode
from vsdesigner.ui.roles.letter_set_dialog import LetterSetDialog, open_letter_set

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(room: Room) -> LetterSetDialog:
    return opened(room)


def opened(room: Room) -> LetterSetDialog:
    made = open_letter_set(room.session, room.window)
    room.settle()
    return made


def is_open() -> bool:
    return any(isinstance(each, LetterSetDialog) and each.isVisible() for each in QApplication.allWidgets())


def shown(room: Room) -> str:
    return " ".join(entry.letter for entry in room.session.now.settings.raci_letters)


def held(room: Room, name: str) -> str:
    return letters_of(room.step.raci, room.role(name).id)


def rows(dialog: LetterSetDialog) -> str:
    return " ".join(line.letter for line in dialog.rows.lines)


def test_it_opens_on_the_set_of_the_document(room: Room, dialog: LetterSetDialog) -> None:
    assert dialog.sets.checkedButton().objectName() == "letter_set.raci"
    assert rows(dialog) == "R A C I"
    assert dialog.consequence.isHidden()
    assert dialog.refusal.isHidden()


def test_another_set_by_keys(room: Room, dialog: LetterSetDialog) -> None:
    assert room.focus.objectName() == "letter_set.raci"
    room.press(Key.Key_Down)
    room.press(Key.Key_Space)
    assert rows(dialog) == "R A S C I"
    room.press(Key.Key_Return)
    assert not is_open()
    assert shown(room) == "R A S C I"
    assert room.undo_text == "Change the responsibility letters"
    assert decode(encode(room.session.now), "x").snapshot == room.session.now
    room.session.undo()
    assert shown(room) == "R A C I"


def test_tab_goes_in_reading_order_though_lines_come_and_go(room: Room, dialog: LetterSetDialog) -> None:
    room.click("letters.add")
    room.click("letters.4.remove")
    dialog.sets.checkedButton().setFocus()
    met = []
    for _ in range(8):
        met.append(room.focus.objectName())
        room.press(Key.Key_Tab)
    assert met == [
        "letter_set.own",
        *(f"letters.0.{part}" for part in ("letter", "name", "meaning", "down", "remove")),
        "letters.1.letter",
        "letters.1.name",
    ]
    for _ in range(30):
        room.press(Key.Key_Tab)
        assert room.focus.objectName() or isinstance(room.focus, QPushButton), "nothing without a face"
    dialog.sets.checkedButton().setFocus()
    room.press(Key.Key_Backtab, times=3)
    assert room.focus.objectName() == "letter_set.implied"


def test_escape_changes_nothing(room: Room, dialog: LetterSetDialog) -> None:
    room.click("letter_set.rasci")
    room.press(Key.Key_Escape)
    assert not is_open()
    assert room.session.history.index() == 0


def test_nothing_chosen_is_no_step(room: Room, dialog: LetterSetDialog) -> None:
    room.click("letter_set.use")
    assert room.session.history.index() == 0


def lettered(room: Room) -> None:
    """The document uses RACI-VS; the lead verifies, the spare signs off and verifies."""
    with room.session.edit("x") as draft:
        letter_sets.use_set(draft, "raci-vs")
        raci.set_letters(draft, room.step.id, room.role("Lead").id, "R/V")
        raci.set_letters(draft, room.step.id, room.role("Spare").id, "S/V", task=room.step.tasks[0].id)


def test_letters_in_use_are_told_and_kept(room: Room) -> None:
    lettered(room)
    dialog = opened(room)
    assert dialog.consequence.isHidden()
    room.click("letter_set.raci")
    assert dialog.consequence.text() == "2 cells hold V and S, which this set does not have:"
    assert dialog.keep.isChecked()
    assert dialog.keep.text() == "Keep V and S as well"
    room.click("letter_set.use")
    assert shown(room) == "R A C I V S"
    assert held(room, "Lead") == "R/V"


def test_letters_in_use_are_taken_out_on_request_and_undone(room: Room) -> None:
    lettered(room)
    before = room.session.now
    opened(room)
    room.click("letter_set.raci")
    room.click("letter_set.drop")
    room.click("letter_set.use")
    assert shown(room) == "R A C I"
    assert held(room, "Lead") == "R"
    assert letters_of(room.step.tasks[0].raci, room.role("Spare").id) == ""
    room.session.undo()
    assert room.session.now == before


def test_one_cell_is_told_as_one(room: Room, dialog: LetterSetDialog) -> None:
    room.click("letters.2.remove")
    assert dialog.consequence.text() == "1 cell holds C, which this set does not have:"
    assert dialog.sets.checkedButton().objectName() == "letter_set.own"


def test_a_letter_that_means_something_else(room: Room) -> None:
    with room.session.edit("x") as draft:
        letter_sets.use_set(draft, "rasci")
        raci.set_letters(draft, room.step.id, room.role("Spare").id, "S")
    dialog = opened(room)
    assert dialog.meanings.isHidden()
    room.click("letter_set.raci-vs")
    assert dialog.meanings.text() == "S means “Signs off” then; 1 × it stands for “Support” now."
    room.click("letter_set.rasci")
    assert dialog.meanings.isHidden()


def test_an_own_set_by_keys(room: Room, dialog: LetterSetDialog) -> None:
    room.find(QLineEdit, "letters.0.letter").setFocus()
    room.replace("d")
    room.press(Key.Key_Tab)
    room.replace("Does it")
    room.press(Key.Key_Tab)
    room.replace("Has the hands on it.")
    assert dialog.sets.checkedButton().objectName() == "letter_set.own"
    room.click("letters.add")
    assert room.focus.objectName() == "letters.4.letter"
    room.type("qa")
    assert dialog.refusal.text() == "Say what QA stands for."
    assert not dialog.use_button.isEnabled()
    room.press(Key.Key_Tab)
    room.type("Checks")
    assert dialog.refusal.isHidden()
    room.press(Key.Key_Up, ALT)
    assert room.focus.objectName() == "letters.3.letter", "the keyboard goes with the line"
    room.press(Key.Key_Return)
    assert shown(room) == "D A C QA I"
    first = room.session.now.settings.raci_letters[0]
    assert (first.name, first.meaning) == ("Does it", "Has the hands on it.")
    assert held(room, "Lead") == "D/C", "a letter that was changed changes in all cells"
    assert room.session.history.index() == 1


def test_letters_change_places(room: Room, dialog: LetterSetDialog) -> None:
    """R becomes C and C becomes R at once: every cell follows."""
    room.find(QLineEdit, "letters.0.letter").setFocus()
    room.replace("C")
    assert dialog.refusal.text() == "The letter C is there twice."
    room.find(QLineEdit, "letters.2.letter").setFocus()
    room.replace("R")
    room.click("letter_set.use")
    assert shown(room) == "C A R I"
    assert held(room, "Lead") == "C/R"
    assert letters_of(room.step.tasks[0].raci, room.role("Lead").id) == "C"


def test_removing_all_is_refused(room: Room, dialog: LetterSetDialog) -> None:
    for _ in range(4):
        room.click("letters.0.remove")
    assert dialog.refusal.text() == "A document needs at least one letter."
    assert room.focus.objectName() == "letters.add"
    room.press(Key.Key_Return)
    assert dialog.isVisible()
    assert shown(room) == "R A C I"


def test_moving_by_button(room: Room, dialog: LetterSetDialog) -> None:
    room.click("letters.3.up")
    assert rows(dialog) == "R A I C"
    assert not room.find(QPushButton, "letter_set.use").isHidden()
    room.click("letters.0.down")
    assert rows(dialog) == "A R I C"


def test_a_new_line_is_seen_however_many_there_are(room: Room, dialog: LetterSetDialog) -> None:
    for _ in range(16):
        room.find(QPushButton, "letters.add").click()
        room.settle()
    assert room.focus.objectName() == "letters.19.letter"
    assert not room.focus.visibleRegion().isEmpty()
    assert not room.find(QPushButton, "letters.add").isEnabled(), "a set has 20 letters at most"
    room.press(Key.Key_Tab)
    for _ in range(3):
        room.press(Key.Key_Backtab)
        assert not room.focus.visibleRegion().isEmpty()


def test_the_switch_that_a_implies_r(room: Room, dialog: LetterSetDialog) -> None:
    room.click("letter_set.implied")
    room.click("letter_set.use")
    assert room.session.now.settings.accountable_implies_responsible
    assert opened(room).implied.isChecked()


def test_a_set_without_a_has_no_such_switch(room: Room, dialog: LetterSetDialog) -> None:
    room.click("letters.1.remove")
    assert not dialog.implied.isEnabled()


def test_another_document_closes_it(room: Room, dialog: LetterSetDialog) -> None:
    room.session.replace(room.session.now)
    assert not dialog.isVisible()


@pytest.mark.parametrize("entry", letter_sets.SETS, ids=lambda entry: entry.id)
def test_every_meaning_of_the_known_sets_is_seen_whole(
    room: Room, dialog: LetterSetDialog, entry: letter_sets.LetterSet
) -> None:
    dialog.rows.show_letters(entry.letters, ())
    room.settle()
    for number in range(len(entry.letters)):
        field = dialog.findChild(QLineEdit, f"letters.{number}.meaning")
        assert isinstance(field, QLineEdit)
        needed = field.fontMetrics().horizontalAdvance(field.text())
        assert needed + 2 * 9 + 4 <= field.width(), field.text()
