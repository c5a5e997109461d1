"""Blocks of letters: copied to spreadsheets, pasted from them, repeated downwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from tests.examples.cloud_service import sample
from tests.examples.make_cloud_service import build
from tests.ui.views.raci.conftest import MakeDesk
from tests.ui.views.raci.matrix_kit import CTRL, SHIFT, Desk, Key
from tests.ui.views.raci.test_sample_by_keys import by_name, without_responsibility
from vsdesigner.commands import roles
from vsdesigner.document.wording import letters_of
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import DocumentSettings
from vsdesigner.ui.views.raci.blocks import letters_in

CAPTURED = Path(__file__).parents[1] / "tables" / "clipboard"
LETTERS = DocumentSettings().raci_letters


def paste(desk: Desk, text: str) -> None:
    QApplication.clipboard().setText(text)
    desk.press(Key.Key_V, CTRL)


def test_a_block_is_copied_as_text_and_as_a_table(desk: Desk) -> None:
    desk.go(0, 0)
    desk.press(Key.Key_Right, SHIFT)
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_C, CTRL)
    content = QApplication.clipboard().mimeData()
    assert content.text() == "\tA/R\n\t\n"
    assert content.html().count("<td") == 4
    desk.go(1, 1)
    desk.press(Key.Key_V, CTRL)
    assert desk.letters == [["", "A/R", ""], ["", "", "A/R"], ["", "", ""]]
    assert desk.session.history.undoText() == "Paste letters"


def test_a_block_from_a_spreadsheet_is_pasted_in_one_step(desk: Desk) -> None:
    desk.go(0, 0)
    paste(desk, "r\tC\ti\r\n\r\nA/R\t\tI\r\n")
    assert desk.letters == [["R", "C", "I"], ["", "", ""], ["A/R", "", "I"]]
    assert desk.undo_count == 1
    desk.undo()
    assert desk.letters[0] == ["", "A/R", ""]


def test_a_table_is_pasted_when_there_is_no_text(desk: Desk) -> None:
    content = QMimeData()
    content.setHtml("<table><tr><td>C</td><td>I</td></tr></table>")
    QApplication.clipboard().setMimeData(content)
    desk.go(1, 0)
    desk.press(Key.Key_V, CTRL)
    assert desk.letters[1] == ["C", "I", ""]


def test_one_cell_fills_all_that_are_selected(desk: Desk) -> None:
    desk.go(0, 2)
    desk.press(Key.Key_Down, SHIFT, 2)
    paste(desk, "I")
    assert [row[2] for row in desk.letters] == ["I", "I", "I"]


def test_a_matrix_with_heads_from_a_workbook_finds_its_places(make_desk: MakeDesk) -> None:
    """What LibreOffice puts on the clipboard for the sheet that we export."""
    desk = make_desk(without_responsibility())
    for name in reversed(sample()["roles"]):
        with desk.session.edit("Add") as draft:
            roles.add_role(draft, name)
    desk.settle()
    content = QMimeData()
    content.setText((CAPTURED / "libreoffice-raci-with-header.txt").read_text(encoding="utf-8"))
    content.setHtml((CAPTURED / "libreoffice-raci-with-header.html").read_text(encoding="utf-8"))
    QApplication.clipboard().setMimeData(content)
    desk.go(3, 1)
    desk.press(Key.Key_V, CTRL)
    assert by_name(desk.session.now) == by_name(build())
    assert desk.session.history.undoText() == "Paste letters"


def test_names_that_nobody_has_are_told(desk: Desk) -> None:
    desk.go(0, 0)
    paste(desk, "Step\tCustomer\tButler\tEngineer\nRepair\tI\tC\tR\n– Test it\t\t\tA/R\nSleep\tR\tR\tR\n")
    assert desk.letters == [["", "A/R", ""], ["", "", ""], ["I", "", "R"]]
    task = desk.steps[2].tasks[0]
    assert letters_of(task.raci, desk.session.now.roles[2].id) == "A/R"
    assert desk.told[-1][0] == "Left out, for no role, step or task here is called so: “Butler”, “Sleep”"


def test_what_is_no_letter_is_refused_as_a_whole(desk: Desk) -> None:
    desk.go(0, 0)
    paste(desk, "R\tmaybe")
    assert desk.told[-1][0] == "Nothing was pasted: “maybe” is none of the letters R, A, C, I."
    assert desk.undo_count == 0


def test_what_has_no_place_is_told(desk: Desk) -> None:
    desk.go(2, 2)
    paste(desk, "I\tC\nR")
    assert desk.letters[2] == ["", "", "I"]
    assert desk.told[-1][0] == "2 cells had no place beside the last role or below the last step."


def test_a_second_a_in_a_pasted_row_is_left_out_and_told(desk: Desk) -> None:
    desk.go(1, 0)
    paste(desk, "A\tA/R")
    assert desk.letters[1] == ["A", "R", ""]
    assert desk.told[-1][0].startswith("Only one role is accountable in a row")


def test_cut_takes_the_letters_along(desk: Desk) -> None:
    desk.go(0, 1)
    desk.press(Key.Key_X, CTRL)
    assert desk.letters[0] == ["", "", ""]
    desk.go(2, 1)
    desk.press(Key.Key_V, CTRL)
    assert desk.letters[2] == ["", "A/R", ""]


def test_fill_down(desk: Desk) -> None:
    desk.go(0, 0)
    desk.type("c")
    desk.press(Key.Key_Right, SHIFT)
    desk.press(Key.Key_Down, SHIFT, 2)
    desk.press(Key.Key_D, CTRL)
    assert desk.letters == [["C", "A/R", ""]] * 3
    assert desk.session.history.undoText() == "Fill letters down"
    assert len(desk.steps) == 3, "nothing is duplicated"
    desk.go(2, 2)
    desk.type("i")
    desk.go(2, 0)
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_D, CTRL)
    assert desk.letters[2] == ["C", "A/R", "I"], "a single cell takes what stands above"


def test_select_all(desk: Desk) -> None:
    desk.go(0, 0)
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_Delete)
    assert desk.letters == [["", "", ""]] * 3


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", ""),
        ("–", ""),
        (" a / r ", "A/R"),
        ("R, A", "A/R"),
        ("AR", "A/R"),
        ("r&i", "R/I"),
        ("Consulted", "C"),
        ("accountable, Responsible", "A/R"),
    ],
)
def test_letters_are_read_as_people_write_them(text: str, letters: str) -> None:
    assert letters_in(LETTERS, text) == letters


@pytest.mark.parametrize("text", ["x", "R/X", "see above", "1"])
def test_other_texts_are_no_letters(text: str) -> None:
    with pytest.raises(UserError):
        letters_in(LETTERS, text)
