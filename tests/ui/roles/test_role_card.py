"""The card of a role: every field by key, every way of leaving, merging and removing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from tests.ui.roles.conftest import LEFT, Room
from vsdesigner.document.wording import letters_of
from vsdesigner.model.records import Organisation, Role
from vsdesigner.storage.json_format import decode, encode
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.roles.role_card import RoleCard, open_role_card

Key = Qt.Key


@pytest.fixture
def card(room: Room) -> RoleCard:
    made = open_role_card(room.session, room.window, room.role("Lead").id)
    assert made is not None
    room.settle()
    return made


def test_the_card_shows_the_role(room: Room, card: RoleCard) -> None:
    assert room.focus.objectName() == "role_card.name"
    assert room.find(TextField, "role_card.name").text() == "Lead"
    counts = room.find(PlainLabel, "role_card.counts").text()
    assert counts == "Letters in all streams: R 2 · C 1"
    assert card.accessibleName() == "Role “Lead”"


def test_a_role_without_letters_says_so(room: Room) -> None:
    open_role_card(room.session, room.window, room.role("Spare").id)
    room.settle()
    assert room.find(PlainLabel, "role_card.counts").text() == "Holds no letter in any step."


def test_everything_by_keys(room: Room, card: RoleCard) -> None:
    room.replace("Team lead")
    room.press(Key.Key_Tab)
    assert room.undo_text == "Rename “Lead”"
    room.type("Keeps an eye on the queue")
    room.press(Key.Key_Tab)
    assert room.undo_text == "Change “Duty” of “Team lead”"
    room.press(Key.Key_Down)
    popup = room.find(QComboBox, "role_card.organisation").view()
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    room.settle()
    assert card.is_open(), "the list of choices belongs to the card"
    room.find(QComboBox, "role_card.organisation").setFocus()
    room.press(Key.Key_Tab)
    assert room.focus.objectName() == "role_card.organisation_name"
    room.type("Acme")
    room.press(Key.Key_Return)
    lead = room.role("Team lead")
    assert (lead.duty, lead.organisation, lead.organisation_name) == (
        "Keeps an eye on the queue",
        Organisation.PARTNER,
        "Acme",
    )
    assert not card.is_open()
    assert room.session.history.index() == 4, "one step for each field"
    assert decode(encode(room.session.now), "x").snapshot == room.session.now


def test_the_name_of_the_organization_is_for_others_only(room: Room, card: RoleCard) -> None:
    assert card.organisation_name.isHidden()
    with room.session.edit("x") as draft:
        draft.update(card.role, organisation=Organisation.CUSTOMER)
    room.settle()
    assert not card.organisation_name.isHidden()
    room.session.undo()
    assert card.organisation_name.isHidden()


@pytest.mark.parametrize("way", ["click", "close", "elsewhere", "committing", "escape twice", "another card"])
def test_every_way_of_leaving_hands_in_what_was_typed(room: Room, card: RoleCard, way: str) -> None:
    room.replace("Chief")
    if way == "click":
        room.leave()
    elif way == "close":
        room.click("card.close")
    elif way == "elsewhere":
        room.elsewhere.setFocus()
    elif way == "committing":
        room.session.committing.emit()
    elif way == "another card":
        open_role_card(room.session, room.window, room.role("Desk").id)
    else:
        room.press(Key.Key_Escape)
        assert card.name.text() == "Lead", "the first Esc takes back the typing"
        assert card.is_open()
        room.press(Key.Key_Escape)
    room.settle()
    assert ("Chief" in room.names) == (way != "escape twice")
    assert card.is_open() == (way == "committing")


def test_escape_gives_the_keyboard_back(room: Room, card: RoleCard) -> None:
    room.press(Key.Key_Escape)
    assert not card.is_open()
    assert room.focus is room.elsewhere
    assert room.session.history.index() == 0


def test_a_click_beside_the_fields_keeps_the_card(room: Room, card: RoleCard) -> None:
    QTest.mouseClick(card, LEFT, pos=QPoint(4, card.height() // 2))
    room.settle()
    assert card.is_open()


def test_tab_goes_round_on_the_card(room: Room, card: RoleCard) -> None:
    met = []
    for _ in range(6):
        met.append(room.focus.objectName().removeprefix("role_card."))
        room.press(Key.Key_Tab)
    assert met == ["name", "duty", "organisation", "merge", "remove", "card.close"]
    assert room.focus.objectName() == "role_card.name"
    room.press(Key.Key_Backtab)
    assert room.focus.objectName() == "card.close"
    assert card.is_open()


def test_a_name_that_is_taken(room: Room, card: RoleCard) -> None:
    room.replace("desk")
    room.press(Key.Key_Tab)
    text, action, merge = room.told[-1]
    assert (text, action) == ("There is a role “desk” already.", "Merge the two")
    assert card.name.text() == "Lead"
    merge()
    assert room.names == ["Desk", "Spare"]


def test_an_empty_name_is_put_back(room: Room, card: RoleCard) -> None:
    room.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.press(Key.Key_Delete)
    room.press(Key.Key_Tab)
    assert card.name.text() == "Lead"
    assert room.session.history.index() == 0


def test_merging(room: Room, card: RoleCard) -> None:
    button = room.find(QPushButton, "role_card.merge")
    button.setFocus()
    menu = card.merge_menu
    card.merge_menu.popup(QPoint(5, 5))
    room.settle()
    assert [action.text() for action in menu.actions()] == ["Desk", "Spare"]
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    room.settle()
    assert not card.is_open()
    assert room.names == ["Desk", "Spare"]
    desk = room.role("Desk").id
    assert letters_of(room.step.raci, desk) == "A/R/C"
    assert letters_of(room.step.tasks[0].raci, desk) == "R"
    assert room.undo_text == "Merge “Lead” into “Desk”"
    text, action, undo = room.told[-1]
    assert (text, action) == ("“Desk” has the letters and duties of “Lead” now.", "Undo")
    undo()
    assert room.names == ["Desk", "Lead", "Spare"]


def test_what_is_typed_is_merged_too(room: Room, card: RoleCard) -> None:
    card.duty.setFocus()
    room.type("Leads")
    card.merge_menu.aboutToShow.emit()
    card.merge_menu.actions()[0].trigger()
    assert room.role("Desk").duty == "Leads"


def test_duties_that_are_too_long_to_merge(room: Room, card: RoleCard) -> None:
    with room.session.edit("x") as draft:
        draft.update(card.role, duty="x" * 9_000)
        draft.update(room.role("Desk").id, duty="y" * 9_000)
    card.merge_menu.aboutToShow.emit()
    card.merge_menu.actions()[0].trigger()
    assert "too long to stand together" in room.told[-1][0]
    assert card.is_open()
    assert room.names == ["Desk", "Lead", "Spare"]


def test_removing(room: Room, card: RoleCard) -> None:
    room.click("role_card.remove")
    assert room.names == ["Desk", "Spare"]
    assert not card.is_open()
    assert room.undo_text == "Remove the role “Lead”"
    assert room.told[-1][1] == "Undo"


def test_the_card_goes_with_its_role(room: Room, card: RoleCard) -> None:
    room.replace("Chief")
    with room.session.edit("x") as draft:
        draft.remove(card.role)
    room.settle()
    assert not card.is_open()
    assert room.names == ["Desk", "Spare"]
    assert open_role_card(room.session, room.window, card.role) is None


def test_the_card_follows_the_document(room: Room, card: RoleCard) -> None:
    card.duty.setFocus()
    with room.session.edit("x") as draft:
        draft.update(card.role, name="Chief", duty="Leads")
    assert (card.name.text(), card.duty.text()) == ("Chief", "Leads")
    room.session.undo()
    assert (card.name.text(), card.duty.text()) == ("Lead", "")


def test_another_document_takes_the_card_away(room: Room, card: RoleCard) -> None:
    room.session.replace(room.session.now)
    room.settle()
    assert not card.is_open()


@pytest.mark.parametrize("near", [None, (5, 5), (880, 690), (880, 5), (5, 690), (-300, 4000)])
@pytest.mark.parametrize("size", [(900, 700), (1280, 720), (300, 260)])
def test_the_card_stands_inside_the_window(
    make_room: Callable[..., Room], near: tuple[int, int] | None, size: tuple[int, int]
) -> None:
    room = make_room()
    room.window.resize(*size)
    room.settle()
    place = QRect(room.window.mapToGlobal(QPoint(*near)), QRect(0, 0, 10, 20).size()) if near else None
    card = open_role_card(room.session, room.window, room.role("Desk").id, place)
    assert card is not None
    room.settle()
    assert room.window.rect().contains(card.geometry())


def test_long_texts_grow_the_card_within_the_window(room: Room, card: RoleCard) -> None:
    before = card.height()
    with room.session.edit("x") as draft:
        draft.update(card.role, duty="One line\n" * 8)
    room.settle()
    assert card.height() > before
    assert room.window.rect().contains(card.geometry())


def test_markup_is_text(room: Room) -> None:
    with room.session.edit("x") as draft:
        role = draft.add(Role(id="r", name="<b>&Boss</b>", order=9)).id
    card = open_role_card(room.session, room.window, room.role("Desk").id)
    assert card is not None
    card.merge_menu.aboutToShow.emit()
    assert card.merge_menu.actions()[-1].text() == "<b>&&Boss</b>"
    assert role in room.session.now
    assert all(isinstance(child, QWidget) for child in card.findChildren(QWidget))
