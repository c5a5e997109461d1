"""The offer to make roles of what the prose names: quiet, chosen by ticks, one undo step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.roles.conftest import LEFT, Room
from vsdesigner.commands import streams
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Stream
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.roles.prose_offer import ProseOffer, open_make_roles

Key = Qt.Key
TEXT = "The service desk logs the call. The supplier delivers the part. The auditor checks it."


@pytest.fixture
def offer(room: Room) -> ProseOffer:
    made = ProseOffer(room.session, room.window)
    layout = room.window.layout()
    assert layout is not None
    layout.addWidget(made)
    room.settle()
    return made


def write(room: Room, text: str) -> None:
    with room.session.edit("Write") as draft:
        draft.update(room.session.stream, description=text)


def duties(room: Room) -> list[str]:
    return [line.duty for line in room.session.now.get(room.session.stream, Stream).responsibilities]


def test_there_is_no_line_while_nobody_is_named(room: Room, offer: ProseOffer) -> None:
    assert offer.isHidden()


def test_the_line_comes_and_goes_with_the_prose(room: Room, offer: ProseOffer, qtbot: QtBot) -> None:
    write(room, TEXT)
    assert offer.isHidden(), "not while somebody is typing"
    qtbot.waitUntil(lambda: not offer.isHidden())
    assert offer.text() == (
        "The text names 3 who are no roles yet: Service desk, Supplier and Auditor. Make roles…"
    )
    room.session.undo()
    qtbot.waitUntil(offer.isHidden)


def test_the_keyboard_stays_near_when_the_line_goes(room: Room, offer: ProseOffer) -> None:
    write(room, TEXT)
    offer.read()
    offer.setFocus()
    write(room, "")
    offer.read()
    assert room.focus is room.elsewhere


def test_one_and_many_have_words_of_their_own(room: Room, offer: ProseOffer) -> None:
    write(room, "The supplier delivers it.")
    offer.read()
    assert offer.text() == "The text names Supplier, who is no role yet. Make a role…"
    write(room, TEXT + " The buyer orders it. The driver loads it.")
    offer.read()
    assert "5 who are no roles yet: Service desk, Supplier, Auditor and 2 more." in offer.text()


def test_another_stream_has_its_own_prose(room: Room, offer: ProseOffer) -> None:
    write(room, TEXT)
    offer.read()
    with room.session.edit("Another") as draft:
        other = streams.add(draft)
    room.session.show_stream(other)
    assert offer.isHidden()


def test_roles_by_keys(room: Room, offer: ProseOffer) -> None:
    write(room, TEXT)
    offer.read()
    before = room.session.history.index()
    offer.setFocus()
    room.press(Key.Key_Return)
    assert room.focus.objectName() == "make_roles.0"
    room.press(Key.Key_Tab)
    room.press(Key.Key_Space)
    assert room.find(QPushButton, "make_roles.make").text() == "Make 2 Roles"
    room.press(Key.Key_Tab, times=2)
    assert room.focus.objectName() == "make_roles.make"
    room.press(Key.Key_Space)
    assert room.names == ["Desk", "Lead", "Spare", "Service desk", "Auditor"]
    assert duties(room) == ["Logs the call.", "Checks it."]
    assert room.undo_text == "Make 2 roles from the text"
    assert room.session.history.index() == before + 1
    text, action, undo = room.told[-1]
    assert (text, action) == ("2 roles were made.", "Undo")
    undo()
    assert room.names == ["Desk", "Lead", "Spare"]
    assert duties(room) == []


def test_roles_by_mouse(room: Room, offer: ProseOffer) -> None:
    write(room, TEXT)
    offer.read()
    QTest.mouseClick(offer, LEFT)
    room.settle()
    room.click("make_roles.0")
    assert not room.find(QCheckBox, "make_roles.0").isChecked()
    room.click("make_roles.make")
    assert room.names[3:] == ["Supplier", "Auditor"]


def test_the_card_says_what_it_read_and_which_letters_are_given(room: Room) -> None:
    with room.session.edit("x") as draft:
        draft.update(room.session.stream, owner="Head of IT", description="The supplier delivers it.")
        tasks = (Task(id="t", text="Service desk agent logs the call"),)
        draft.update(room.step.id, tasks=tasks, raci=())
    card = open_make_roles(room.session, room.window)
    assert card is not None
    assert [label.text() for label in card.findChildren(PlainLabel)][1:] == [
        "Owned by",
        "“The supplier delivers it.”",
        "“Service desk agent logs the call” – Responsible",
    ], "a letter needs a step to stand in"


def test_nothing_ticked_makes_nothing(room: Room, offer: ProseOffer) -> None:
    write(room, TEXT)
    card = open_make_roles(room.session, room.window)
    assert card is not None
    for tick in card.ticks:
        tick.click()
    assert not card.make_button.isEnabled()
    card.make()
    assert room.names == ["Desk", "Lead", "Spare"]


@pytest.mark.parametrize("way", ["escape", "elsewhere", "document"])
def test_leaving_makes_nothing(room: Room, offer: ProseOffer, way: str) -> None:
    write(room, TEXT)
    offer.read()
    card = offer.open()
    assert card is not None
    room.settle()
    if way == "escape":
        room.press(Key.Key_Escape)
    elif way == "elsewhere":
        room.leave()
    else:
        room.session.replace(room.session.now)
    room.settle()
    assert not card.is_open()
    assert room.names == ["Desk", "Lead", "Spare"]


def test_nobody_to_make_a_role_of(room: Room) -> None:
    assert open_make_roles(room.session, room.window) is None
    assert room.told[-1][0] == "The texts of this stream name nobody who is no role yet."


def test_many_stand_in_the_window(room: Room) -> None:
    write(room, "\n".join(f"The office {word} manager checks it." for word in "bcdefghjklmnopqrstuvwxyz"))
    card = open_make_roles(room.session, room.window)
    assert card is not None
    room.settle()
    assert len(card.ticks) == 24
    assert room.window.rect().contains(card.geometry())
    assert card.make_button.isVisible()
    assert card.rect().contains(card.make_button.geometry())
