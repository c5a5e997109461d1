"""What the document says and the matrix follows: roles in prose, the letter set, several streams, undo."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from tests.ui.views.raci.conftest import MakeDesk
from tests.ui.views.raci.matrix_kit import CTRL, Desk, Key, small_document
from tests.ui.window_kit import named
from vsdesigner.commands import letter_sets, raci, steps, streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.roles.prose_offer import MakeRolesCard


def with_prose() -> Snapshot:
    draft = Draft(small_document(()))
    stream = draft.view.streams[0].id
    streams.update(draft, stream, description="The service desk logs the call. Engineers repair the server.")
    return draft.view


def test_roles_that_the_prose_names_are_offered(make_desk: MakeDesk) -> None:
    desk = make_desk(with_prose())
    offer = desk.view.prose
    offer.read()
    assert offer.isVisible()
    assert "service desk" in offer.text().casefold()
    card = offer.open()
    assert isinstance(card, MakeRolesCard)
    card.make()
    desk.settle()
    assert [name.casefold() for name in desk.roles] == ["service desk", "engineers"]
    assert not desk.view.no_roles.isVisible()
    offer.read()
    assert not offer.isVisible(), "nobody is left to be made a role"
    assert desk.grid.matrix.columnCount() == 6


def test_without_such_prose_nothing_is_offered(desk: Desk) -> None:
    desk.view.prose.read()
    assert not desk.view.prose.isVisible()


def test_the_letters_follow_the_set(desk: Desk) -> None:
    with desk.session.edit("Use") as draft:
        letter_sets.use_set(draft, "rasci")
    desk.settle()
    desk.go(1, 0)
    desk.type("s")
    assert desk.letters[1][0] == "S"
    assert len(desk.view.bar._signs) == 5
    assert desk.view.footer.height() > 5 * 20
    desk.view.bar.letters.click()
    dialog = named(desk.window, "letter_set", QDialog)
    assert dialog.isVisible()
    dialog.reject()
    desk.settle()


def test_a_letter_that_the_set_lacks_is_still_seen_and_counted(make_desk: MakeDesk) -> None:
    draft = Draft(small_document())
    step, role = draft.view.steps(draft.view.streams[0].id)[1].id, draft.view.roles[0].id
    letter_sets.use_set(draft, "rasci")
    raci.set_letters(draft, step, role, "S")
    raci_only = [entry for entry in draft.view.settings.raci_letters if entry.letter != "S"]
    draft.update("document", raci_letters=tuple(raci_only))
    desk = make_desk(draft.view)
    assert desk.grid.matrix.rows[1].letters[role] == "S"
    assert desk.view.footer._letters() == ["R", "A", "C", "I", "S"]


def test_undo_and_redo_are_seen_at_once(desk: Desk) -> None:
    desk.go(1, 2)
    desk.type("r")
    desk.press(Key.Key_Z, CTRL)
    assert desk.letters[1] == ["", "", ""]
    role = desk.session.now.roles[2].id
    assert role not in desk.grid.matrix.rows[1].letters
    desk.press(Key.Key_Y, CTRL)
    assert desk.grid.matrix.rows[1].letters[role] == "R"
    assert desk.place == (1, 2)


def test_streams_have_rows_of_their_own_and_the_same_roles(desk: Desk) -> None:
    desk.go(2, 1)
    with desk.session.edit("Add") as draft:
        other = streams.add(draft, "Other")
        steps.add(draft, other, steps.next_place(draft.view, other, "plan"), "Think")
    desk.session.show_stream(other)
    desk.settle()
    assert desk.rows == ["Think"]
    assert desk.grid.matrix.counts[desk.session.now.roles[1].id] == {}, "counts are of the shown stream"
    desk.grid.setFocus()
    desk.go(0, 0)
    desk.type("a")
    assert desk.letters == [["A", "", ""]]


def test_a_removed_step_takes_its_row_along(desk: Desk) -> None:
    desk.go(1, 1)
    with desk.session.edit("Delete") as draft:
        draft.remove(desk.steps[1].id)
    desk.settle()
    assert desk.rows == ["Triage", "Repair"]
    desk.grid.setFocus()
    desk.settle()
    assert desk.grid.currentIndex().isValid()
