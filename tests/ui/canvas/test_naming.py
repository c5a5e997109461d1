"""Editing names where they are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from vsdesigner.layout.ports import Side
from vsdesigner.model.records import Flow, Step, Stream
from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui.painting.inks import SMALL_BELOW

Mod, Key = Qt.KeyboardModifier, Qt.Key

HOSTILE = [
    "<b>bold</b><img src='file:///etc/passwd'>",
    "&File && [*] %1 {name}",
    "=1+1",
    "שלום עולם — مرحبا",
    "e\u0301\u0301\u0301 👩‍👩‍👧‍👦 🏳️‍🌈",
    "日本語" * 60,
    "W" * NAME_LENGTH,
    "i" * NAME_LENGTH,
    "\u202eright to left",
    "tab\tinside",
]


def test_conv_39_enter_commits_as_one_step_back(drive: Driver) -> None:
    before = drive.session.now
    drive.rename("Fix", "Repair")
    assert drive.step("Repair")
    assert drive.session.history.undoText() == "Rename “Fix”"
    assert not drive.canvas.naming.id
    assert drive.canvas.view.hasFocus()
    undone(drive, before)


def test_conv_39_esc_forgets_what_was_typed(drive: Driver) -> None:
    before = drive.session.now
    drive.double_click(drive.middle("Fix"))
    drive.type("something")
    drive.key(Key.Key_Escape)
    assert drive.session.now is before
    assert drive.canvas.view.hasFocus()


def test_committing_the_same_name_is_no_step(drive: Driver) -> None:
    with drive.session.edit("Rename") as draft:
        draft.update(drive.id("Fix"), name="no\u00a0break")
    count = drive.session.history.count()
    drive.double_click(drive.middle("no\u00a0break"))
    drive.key(Key.Key_Return)
    assert drive.session.history.count() == count, "the field shows no-break spaces as spaces"


def test_conv_39_shift_enter_breaks_the_line(drive: Driver) -> None:
    id = drive.id("Fix")
    drive.double_click(drive.middle("Fix"))
    drive.type("one")
    drive.key(Key.Key_Return, Mod.ShiftModifier)
    drive.type("two")
    drive.key(Key.Key_Return)
    assert drive.session.now.get(id, Step).name == "one\ntwo"


def test_conv_41_loss_of_focus_commits(drive: Driver) -> None:
    other = QLineEdit(drive.canvas)
    other.show()
    drive.double_click(drive.middle("Fix"))
    drive.type("Repair")
    other.setFocus()
    assert drive.step("Repair")
    assert other.hasFocus(), "committing must not fetch the focus back"
    other.setParent(None)


def test_a_click_elsewhere_commits_first(drive: Driver) -> None:
    drive.double_click(drive.middle("Fix"))
    drive.type("Repair")
    drive.click(drive.middle("Triage"))
    assert drive.step("Repair")
    assert drive.session.selection == (drive.id("Triage"),)


def test_the_session_makes_it_commit(drive: Driver) -> None:
    drive.double_click(drive.middle("Fix"))
    drive.type("Repair")
    drive.session.committing.emit()
    assert drive.step("Repair")


def test_undo_commits_and_takes_that_back(drive: Driver) -> None:
    before = drive.session.now
    drive.double_click(drive.middle("Fix"))
    drive.type("Repair")
    drive.session.undo()
    assert drive.session.now == before
    assert_drawn(drive)


def test_conv_39_tab_appends_the_next_step(drive: Driver) -> None:
    before = drive.session.now
    drive.double_click(drive.middle("Review"))
    drive.finish_name("First", Key.Key_Tab)
    drive.finish_name("Second", Key.Key_Tab)
    drive.finish_name("Third")
    assert drive.has_flow("First", "Second")
    assert drive.has_flow("Second", "Third")
    rects = [drive.layout.cards[drive.id(name)].rect for name in ("First", "Second", "Third")]
    assert rects[0].right < rects[1].x and rects[1].right < rects[2].x
    assert len({rect.y for rect in rects}) == 1
    undone(drive, before, steps=3)


def test_a_fresh_step_may_stay_without_a_name(drive: Driver) -> None:
    before = drive.session.now
    id = drive.append_by_handle("Fix", Side.RIGHT)
    drive.key(Key.Key_Return)
    look = drive.canvas.scene.drawing.card_look(id)
    assert getattr(look, "named", None) is False
    assert getattr(look, "lines", None) == ("Unnamed step",)
    undone(drive, before)


def test_conv_40_typing_starts_renaming_with_that_letter(drive: Driver) -> None:
    drive.click(drive.middle("Fix"))
    drive.type("Re")
    assert drive.canvas.naming.editor.toPlainText() == "Re"
    drive.key(Key.Key_Return)
    assert drive.step("Re")


def test_typing_does_nothing_when_several_are_selected(drive: Driver) -> None:
    drive.select("Fix", "Triage")
    drive.type("a")
    assert not drive.canvas.naming.id


def test_an_input_method_starts_renaming(drive: Driver) -> None:
    drive.click(drive.middle("Fix"))
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(drive.canvas.view, event)
    assert drive.canvas.naming.editor.toPlainText() == "é"


def test_f2_and_the_session_ask_for_it(drive: Driver) -> None:
    drive.click(drive.middle("Fix"))
    drive.key(Key.Key_F2)
    assert drive.canvas.naming.id == drive.id("Fix")
    drive.key(Key.Key_Escape)
    drive.session.rename_requested.emit(drive.id("Triage"))
    assert drive.canvas.naming.id == drive.id("Triage")


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_come_through(drive: Driver, name: str) -> None:
    before = drive.session.now
    id = drive.id("Fix")
    drive.double_click(drive.middle("Fix"))
    editor = drive.canvas.naming.editor
    editor.selectAll()
    editor.insertPlainText(name)
    drive.key(Key.Key_Return)
    assert drive.session.now.get(id, Step).name == name
    drive.canvas.grab()
    rect = drive.layout.cards[id].rect
    assert rect.width == 190
    undone(drive, before)


def test_a_name_cannot_become_too_long(drive: Driver) -> None:
    id = drive.id("Fix")
    drive.double_click(drive.middle("Fix"))
    editor = drive.canvas.naming.editor
    pasted = QMimeData()
    pasted.setText("x" * 5_000)
    editor.insertFromMimeData(pasted)
    drive.type("yyy")
    drive.key(Key.Key_Return)
    assert len(drive.session.now.get(id, Step).name) == NAME_LENGTH


def test_pasted_line_ends_become_spaces(drive: Driver) -> None:
    drive.double_click(drive.middle("Fix"))
    pasted = QMimeData()
    pasted.setText("one\ntwo")
    drive.canvas.naming.editor.insertFromMimeData(pasted)
    drive.key(Key.Key_Return)
    assert drive.step("one two")


def test_pasted_rich_text_stays_text(drive: Driver) -> None:
    drive.double_click(drive.middle("Fix"))
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold")
    drive.canvas.naming.editor.insertFromMimeData(pasted)
    assert drive.canvas.naming.editor.toPlainText() == "bold"


def test_flow_label(drive: Driver) -> None:
    before = drive.session.now
    flow = drive.flow("Diagnose", "Fix").id
    drive.double_click(drive.on_flow("Diagnose", "Fix"))
    drive.finish_name("if known")
    assert drive.session.now.get(flow, Flow).label == "if known"
    undone(drive, before)


def test_demand_and_value_texts_belong_to_the_stream(drive: Driver) -> None:
    before = drive.session.now
    drive.rename("demand", "A service is down")
    assert drive.session.now.get(drive.session.stream, Stream).demand == "A service is down"
    undone(drive, before)


@pytest.mark.parametrize("zoom", [0.12, 0.3, 0.6, 1.0, 2.5, 4.0])
def test_the_editor_is_readable_and_in_view_at_any_zoom(drive: Driver, zoom: float) -> None:
    drive.canvas.set_zoom(zoom)
    drive.canvas.begin_rename(drive.id("Fix"))
    editor = drive.canvas.naming.editor
    assert editor.font().pixelSize() >= 13 or editor.fontInfo().pixelSize() >= 13
    assert drive.viewport.rect().contains(editor.geometry())
    assert editor.width() >= 150
    spot = drive.middle("Fix")
    if zoom >= SMALL_BELOW:
        assert editor.geometry().adjusted(-200, -200, 200, 200).contains(spot)


def test_typing_over_a_long_name_leaves_nothing_of_it_in_sight(drive: Driver) -> None:
    with drive.session.edit("Prepare") as draft:
        draft.update(drive.id("Fix"), name="Restore the service for everybody and find out why it failed")
    drive.session.select((drive.id("Restore the service for everybody and find out why it failed"),))
    drive.canvas.begin_rename(drive.session.selection[0])
    editor = drive.canvas.naming.editor
    whole = editor.height()
    assert editor.lines > 1
    drive.key(Key.Key_Escape)
    drive.type("x")
    assert editor.toPlainText() == "x"
    assert editor.height() == whole


def test_the_editor_follows_scrolling_and_zooming(drive: Driver) -> None:
    drive.canvas.begin_rename(drive.id("Diagnose"))
    editor = drive.canvas.naming.editor
    place = editor.pos()
    drive.canvas.view.camera.scroll_by(60, 0)
    assert editor.pos().x() == place.x() - 60
    drive.canvas.set_zoom(2.0)
    assert editor.width() > 200


def test_the_editor_closes_when_its_step_goes(drive: Driver) -> None:
    drive.canvas.begin_rename(drive.id("Diagnose"))
    drive.type("half")
    with drive.session.edit("Delete") as draft:
        draft.remove(drive.id("Diagnose"))
    assert not drive.canvas.naming.id
    assert not drive.canvas.naming.editor.isVisible()


def test_conv_47_undo_inside_the_editor_is_undo_of_text(drive: Driver) -> None:
    drive.canvas.begin_rename(drive.id("Diagnose"))
    drive.type("abc")
    QTest.keyClick(drive.canvas.naming.editor, Key.Key_Z, Mod.ControlModifier)
    assert drive.canvas.naming.editor.toPlainText() != "abc"
    assert drive.session.history.count() == 0
