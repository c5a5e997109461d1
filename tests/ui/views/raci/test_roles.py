"""Roles in the header: added, named, moved, merged and removed where they stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tests.ui.views.raci.conftest import MakeDesk
from tests.ui.views.raci.matrix_kit import ALT, LEFT, PLAIN, SHIFT, Desk, Key, small_document
from tests.ui.window_kit import named
from vsdesigner.commands import roles as role_verbs
from vsdesigner.document.draft import Draft
from vsdesigner.model.records import Organisation, Role


def field(desk: Desk) -> QLineEdit:
    found = desk.grid.head.field
    assert found is not None and found.isVisible(), "no role is being named"
    return found


def menu_of(desk: Desk, name: str) -> QMenu:
    found = [menu for menu in desk.view.findChildren(QMenu, name) if menu.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(menu: QMenu, text: str) -> None:
    """Trigger the entry that begins with a text."""
    found = [entry for entry in menu.actions() if entry.text().startswith(text)]
    assert len(found) == 1, [entry.text() for entry in menu.actions()]
    found[0].trigger()
    menu.close()


def test_roles_are_added_one_after_the_other(desk: Desk) -> None:
    desk.go(1, 3)
    desk.press(Key.Key_Return)
    desk.type("Buyer")
    desk.press(Key.Key_Return)
    desk.type("Owner")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    assert desk.roles == ["Customer", "Service desk", "Engineer", "Buyer", "Owner"]
    assert desk.grid.hasFocus()
    assert desk.place == (1, 4), "on the newest, in the row where one was"
    desk.type("r")
    assert desk.letters[1][4] == "R"


def test_a_letter_behind_the_roles_begins_a_name(desk: Desk) -> None:
    desk.go(0, 3)
    desk.type("Buyer")
    desk.press(Key.Key_Tab)
    assert desk.roles[-1] == "Buyer"
    assert desk.grid.hasFocus()


def test_esc_adds_nothing_and_a_known_name_is_told(desk: Desk) -> None:
    desk.go(0, 3)
    desk.press(Key.Key_Return)
    desk.type("Buyer")
    desk.press(Key.Key_Escape)
    assert len(desk.roles) == 3
    desk.press(Key.Key_Return)
    desk.type("service  DESK")
    desk.press(Key.Key_Return)
    assert desk.told[-1][0] == "There is a role “service DESK” already."
    assert len(desk.roles) == 3


def test_a_click_on_the_last_header_adds_a_role(desk: Desk) -> None:
    QTest.mouseClick(desk.grid.head.viewport(), LEFT, PLAIN, desk.section(3))
    desk.settle()
    desk.type("Buyer")
    desk.click(1, 0)
    assert desk.roles[-1] == "Buyer", "who goes elsewhere hands the name in"
    assert desk.place == (1, 0)


@pytest.mark.parametrize("way", ["F2", "Enter", "double-click"])
def test_a_role_is_renamed_in_its_header(desk: Desk, way: str) -> None:
    desk.go(0, 1)
    if way == "F2":
        desk.press(Key.Key_F2)
    elif way == "Enter":
        desk.press(Key.Key_Up)
        assert desk.grid.head.hasFocus()
        desk.press(Key.Key_Return)
    else:
        QTest.mouseDClick(desk.grid.head.viewport(), LEFT, PLAIN, desk.section(1))
        desk.settle()
    assert field(desk).text() == "Service desk"
    desk.type("Help desk")
    desk.press(Key.Key_Return)
    assert desk.roles == ["Customer", "Help desk", "Engineer"]
    assert desk.session.history.undoText() == "Rename “Service desk”"
    assert desk.grid.hasFocus()


def test_a_taken_name_offers_to_merge(desk: Desk) -> None:
    desk.go(0, 2)
    desk.press(Key.Key_F2)
    desk.type("Service desk")
    desk.press(Key.Key_Return)
    text, action, merge = desk.told[-1]
    assert (text, action) == ("There is a role “Service desk” already.", "Merge the two")
    merge()
    assert desk.roles == ["Customer", "Service desk"]


def test_alt_shift_arrows_move_the_role_and_its_letters(desk: Desk) -> None:
    desk.go(0, 1)
    desk.press(Key.Key_Right, ALT | SHIFT)
    assert desk.roles == ["Customer", "Engineer", "Service desk"]
    assert desk.place == (0, 2), "the keyboard goes along"
    desk.press(Key.Key_Left, ALT | SHIFT, 2)
    assert desk.roles == ["Service desk", "Customer", "Engineer"]
    assert desk.letters[0] == ["A/R", "", ""]
    desk.press(Key.Key_Left, ALT | SHIFT)
    assert desk.undo_count == 3, "at the edge nothing happens"


def test_alt_shift_arrows_move_the_role_in_the_header_too(desk: Desk) -> None:
    desk.go(0, 1)
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Left, ALT | SHIFT)
    assert desk.roles == ["Service desk", "Customer", "Engineer"]
    assert desk.grid.head.hasFocus()
    desk.press(Key.Key_Right, ALT | SHIFT, 2)
    assert desk.roles == ["Customer", "Engineer", "Service desk"]


def test_dragging_a_header_moves_the_role(desk: Desk) -> None:
    port = desk.grid.head.viewport()
    start, end = desk.section(0), desk.section(2) + QPoint(30, 0)
    QTest.mousePress(port, LEFT, PLAIN, start)
    QTest.mouseMove(port, start + QPoint(30, 0))
    QTest.mouseMove(port, end)
    assert desk.grid.head._bar.isVisible()
    QTest.mouseRelease(port, LEFT, PLAIN, end)
    desk.settle()
    assert desk.roles == ["Service desk", "Engineer", "Customer"]
    assert not desk.grid.head._bar.isVisible()
    assert desk.undo_count == 1


def test_a_click_on_a_header_selects_the_column(desk: Desk) -> None:
    QTest.mouseClick(desk.grid.head.viewport(), LEFT, PLAIN, desk.section(2))
    desk.settle()
    assert desk.grid.hasFocus()
    desk.type("i")
    assert [row[2] for row in desk.letters] == ["I", "I", "I"]
    assert desk.undo_count == 1


def test_the_menu_of_a_header(desk: Desk) -> None:
    desk.go(0, 1)
    desk.press(Key.Key_Up)
    desk.press(Key.Key_F10, SHIFT)
    menu = menu_of(desk, "raci_view.role_menu")
    merging = named(menu, "raci_view.merge_menu", QMenu)
    assert [entry.text() for entry in merging.actions()] == ["Customer", "Engineer"]
    choose(merging, "Engineer")
    menu.close()
    desk.settle()
    assert desk.roles == ["Customer", "Engineer"]
    assert desk.letters[0] == ["", "A/R"]
    assert desk.told[-1][0] == "“Engineer” has the letters and duties of “Service desk” now."
    desk.undo()
    desk.go(0, 1)
    desk.press(Key.Key_Up)
    desk.press(Key.Key_F10, SHIFT)
    choose(menu_of(desk, "raci_view.role_menu"), "Remove Role")
    assert desk.roles == ["Customer", "Engineer"]


def test_delete_in_the_header_removes_the_role_and_offers_undo(desk: Desk) -> None:
    desk.go(0, 1)
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Delete)
    assert desk.roles == ["Customer", "Service desk"]
    assert desk.told[-1][:2] == ("The role “Engineer” is gone, with its letters in all steps.", "Undo")
    desk.press(Key.Key_Escape)
    assert desk.grid.hasFocus()


def test_the_card_of_a_role_opens_at_its_header(desk: Desk) -> None:
    desk.go(0, 1)
    desk.window.verbs["raci.edit_role"].trigger()
    card = named(desk.window, "role_card")
    assert card.isVisible()
    desk.press(Key.Key_Escape)
    assert desk.grid.hasFocus()


def test_a_header_says_organisation_duty_and_counts(make_desk: MakeDesk) -> None:
    draft = Draft(small_document())
    role = draft.view.roles[1].id
    role_verbs.set_role(
        draft, role, duty="Answers first.", organisation=Organisation.PARTNER, organisation_name="Help Ltd"
    )
    desk = make_desk(draft.view)
    said = desk.grid.matrix.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Service desk\nPartner: Help Ltd\nAnswers first.\nR 1 · A 1"


def test_names_stand_upright_when_they_do_not_fit_and_are_never_cut(make_desk: MakeDesk) -> None:
    desk = make_desk(small_document(("Customer", "Desk")))
    assert not desk.grid.head.upright
    lying = desk.grid.head.height()
    with desk.session.edit("Rename") as draft:
        role = draft.view.get(draft.view.roles[0].id, Role)
        role_verbs.rename_role(draft, role.id, "Responsible for everything that has to do with procurement")
    desk.settle()
    assert desk.grid.head.upright
    assert desk.grid.head.height() > lying
    assert desk.grid.columnWidth(2) > desk.grid.columnWidth(3), "a long name takes several lines"


def test_without_roles_the_view_teaches(make_desk: MakeDesk) -> None:
    desk = make_desk(small_document(()))
    assert desk.view.no_roles.isVisible()
    button = named(desk.view, "raci_view.first_role")
    QTest.mouseClick(button, LEFT)
    desk.settle()
    desk.type("Buyer")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Escape)
    assert desk.roles == ["Buyer"]
    assert not desk.view.no_roles.isVisible()


def test_the_menu_of_a_header_is_of_the_column_that_it_selects(desk: Desk) -> None:
    desk.go(0, 0)
    at = desk.section(2)
    port = desk.grid.head.viewport()
    QApplication.sendEvent(
        port, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, port.mapToGlobal(at), PLAIN)
    )
    desk.settle()
    menu = menu_of(desk, "raci_view.role_menu")
    menu.close()
    assert {cell.role for cell in desk.grid.chosen_cells()} == {desk.session.now.roles[2].id}
    assert desk.place[1] == 2


def test_the_name_of_a_role_is_typed_at_full_height_over_its_own_column(make_desk: MakeDesk) -> None:
    desk = make_desk(small_document([f"Role {number}" for number in range(9)]))
    desk.go(0, 9)
    desk.press(Key.Key_Return)
    for name in ("Buyer", "Owner", "Payer"):
        head, line = desk.grid.head, field(desk)
        assert line.height() >= line.fontMetrics().height() + 8, "no descender is cut"
        assert line.x() == head.sectionViewportPosition(desk.grid.matrix.add_column), "not over a neighbour"
        assert line.geometry().right() < head.viewport().width()
        desk.type(name)
        desk.press(Key.Key_Return)
    desk.press(Key.Key_Escape)
    assert desk.roles[-3:] == ["Buyer", "Owner", "Payer"]
