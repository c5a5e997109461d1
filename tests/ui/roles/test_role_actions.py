"""The actions on letters and roles in a whole window, from its command palette and its menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.search.desk import CTRL, Key, open_window, press, summon
from vsdesigner.commands.streams import new_document
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.roles.letter_set_dialog import LetterSetDialog
from vsdesigner.ui.roles.prose_offer import MakeRolesCard


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(qtbot) as made:
        yield made


def test_letters_by_the_palette(window: MainWindow, qtbot: QtBot) -> None:
    summon(window, qtbot, ">responsibility letters")
    press(qtbot, Key.Key_Return)
    dialog = window.findChild(LetterSetDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert [entry.letter for entry in window.session.now.settings.raci_letters] == ["R", "A", "S", "C", "I"]
    window.verbs["edit.undo"].trigger()
    assert [entry.letter for entry in window.session.now.settings.raci_letters] == ["R", "A", "C", "I"]


def test_roles_from_the_text_by_the_palette(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.replace(new_document())
    with session.edit("Prepare") as draft:
        draft.update(session.stream, description="The night wind closes the doors.")
    summon(window, qtbot, ">make roles")
    press(qtbot, Key.Key_Return)
    assert window.findChild(MakeRolesCard) is None, "the wind is nobody"
    with session.edit("Prepare") as draft:
        draft.update(session.stream, description="The night nurse checks the doors.")
    summon(window, qtbot, ">make roles")
    press(qtbot, Key.Key_Return)
    card = window.findChild(MakeRolesCard)
    assert card is not None
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Return)
    assert [role.name for role in session.now.roles][-1] == "Night nurse"
    press(qtbot, Key.Key_Z, CTRL)
    assert "Night nurse" not in [role.name for role in session.now.roles]


def test_both_stand_in_the_menu_of_the_stream(window: MainWindow) -> None:
    for id in ("raci.letters", "raci.make_roles"):
        action = window.verbs[id]
        assert action.isEnabled()
        assert action.statusTip()
