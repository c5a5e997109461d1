"""Notes, free text and pictures by hand: made, edited in place, moved, resized, taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.model.test_pictures import png
from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from vsdesigner.commands import notes
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.pictures import encoded
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, NoteKind
from vsdesigner.ui import theme
from vsdesigner.ui.canvas.noting import CornerMark, place_for
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.painting.picture import image_of

Key, Mod = Qt.Key, Qt.KeyboardModifier


def the_note(drive: Driver) -> Note:
    (note,) = drive.session.now.notes(drive.session.stream)
    return note


def put(drive: Driver, kind: NoteKind = NoteKind.NOTE, text: str = "Mind the gap", **more: object) -> str:
    with drive.session.edit("Add note") as draft:
        return notes.add(draft, drive.session.stream, Place("plan", 400.0, 40.0), kind, text=text, **more)  # type: ignore[arg-type]  # picture and size


def corner(drive: Driver, id: str) -> QPoint:
    rect = drive.layout.cards[id].rect
    drive.show(Rect(rect.x, rect.y, rect.width + 60, rect.height + 60))
    return drive.at(rect.right, rect.bottom)


# -- making -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("action", "kind"), [("insert.note", NoteKind.NOTE), ("insert.text", NoteKind.TEXT)])
def test_a_note_is_made_and_written_in_one_step(drive: Driver, action: str, kind: NoteKind) -> None:
    before = drive.session.now
    drive.canvas.run(action)
    assert drive.canvas.naming.id
    drive.finish_name("Mind the gap")
    note = the_note(drive)
    assert (note.kind, note.text) == (kind, "Mind the gap")
    assert drive.canvas.stage.visible.overlaps(drive.layout.cards[note.id].rect)
    undone(drive, before)


def test_esc_takes_a_new_note_back(drive: Driver) -> None:
    before = drive.session.now
    drive.canvas.run("insert.note")
    drive.key(Key.Key_Escape)
    assert drive.session.now == before
    assert not drive.session.history.canUndo()


def test_esc_in_a_new_note_keeps_what_was_typed(drive: Driver) -> None:
    before = drive.session.now
    drive.canvas.run("insert.note")
    drive.type("Ask the client")
    drive.key(Key.Key_Escape)
    assert not drive.canvas.naming.id
    assert the_note(drive).text == "Ask the client"
    undone(drive, before)


def test_esc_in_a_note_that_was_there_leaves_it_as_it_was(drive: Driver) -> None:
    id = put(drive)
    drive.double_click(drive.middle(id))
    drive.type("Other words")
    drive.key(Key.Key_Escape)
    assert the_note(drive).text == "Mind the gap"


def test_tab_behind_a_note_adds_nothing(drive: Driver) -> None:
    drive.canvas.run("insert.note")
    steps = len(drive.session.now.steps(drive.session.stream))
    drive.finish_name("Mind the gap", Key.Key_Tab)
    assert the_note(drive).text == "Mind the gap"
    assert len(drive.session.now.steps(drive.session.stream)) == steps
    assert not drive.canvas.naming.id


def test_two_notes_do_not_lie_exactly_over_each_other(drive: Driver) -> None:
    for _ in range(2):
        drive.canvas.run("insert.note")
        drive.finish_name("Same")
    first, second = drive.session.now.notes(drive.session.stream)
    assert (first.x, first.y) != (second.x, second.y)


def test_the_menu_of_empty_ground_offers_all_three(drive: Driver) -> None:
    at = drive.in_lane("plan", 700.0)
    drive.session.select(())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, drive.viewport.mapToGlobal(at))
    QApplication.sendEvent(drive.canvas.view.viewport(), event)
    menu = next(menu for menu in drive.canvas.view.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert {"Add Note Here", "Add Free Text Here", "Add Picture Here…"} <= set(texts)
    action = menu.actions()[texts.index("Add Note Here")]
    menu.close()
    action.trigger()
    drive.finish_name("Here")
    note = the_note(drive)
    assert note.lane == "plan"
    assert note.x == pytest.approx(700.0, abs=1.0)


def test_a_picture_is_asked_for_with_its_place(drive: Driver) -> None:
    wanted: list[Callable[[tuple[float, float]], Place]] = []
    drive.session.picture_wanted.connect(wanted.append)
    drive.canvas.run("insert.picture")
    (found,) = wanted
    assert found((240.0, 160.0)) == place_for(drive.canvas.stage, (240.0, 160.0))
    assert not drive.session.history.canUndo()


# -- editing ------------------------------------------------------------------------------------------------
def test_a_double_click_edits_in_place_and_the_note_grows(drive: Driver) -> None:
    id = put(drive)
    low = drive.layout.cards[id].rect.height
    drive.double_click(drive.middle(id))
    drive.type("One")
    for _ in range(8):
        drive.key(Key.Key_Return, Mod.ShiftModifier)
    drive.type("Nine")
    drive.key(Key.Key_Return)
    assert the_note(drive).text.split() == ["One", "Nine"]
    assert drive.layout.cards[id].rect.height > low
    assert drive.session.history.undoText() == "Edit note"
    assert_drawn(drive)


def test_a_note_moves_into_another_lane_and_is_deleted(drive: Driver) -> None:
    id = put(drive)
    drive.drag_step(id, lane="improve", x=900.0)
    assert the_note(drive).lane == "improve"
    drive.key(Key.Key_Delete)
    assert drive.session.now.notes(drive.session.stream) == ()
    drive.session.undo()
    assert the_note(drive).lane == "improve"


def test_the_corner_makes_it_larger(drive: Driver) -> None:
    id = put(drive)
    drive.click(drive.middle(id))
    at = corner(drive, id)
    assert isinstance(drive.canvas.view.overlay.mark(Layer.CORNER), CornerMark)
    drive.move(at)
    assert drive.viewport.cursor().shape() == Qt.CursorShape.SizeFDiagCursor
    before = drive.session.now
    index = drive.session.history.index()
    width, height = the_note(drive).width, the_note(drive).height
    drive.drag(at, at + QPoint(60, 40))
    assert (the_note(drive).width, the_note(drive).height) == (width + 60, height + 40)
    assert drive.session.history.index() == index + 1
    drive.session.undo()
    assert drive.session.now == before
    assert_drawn(drive)


def test_esc_leaves_the_size_as_it_was(drive: Driver) -> None:
    id = put(drive)
    drive.click(drive.middle(id))
    before = drive.session.now
    at = corner(drive, id)
    drive.begin_drag(at, at + QPoint(60, 40))
    drive.key(Key.Key_Escape)
    drive.release(at + QPoint(60, 40))
    assert drive.session.now is before
    assert drive.canvas.view.overlay.mark(Layer.TARGET) is None
    assert isinstance(drive.canvas.view.overlay.mark(Layer.CORNER), CornerMark)


def test_a_picture_keeps_its_proportions_unless_shift_is_held(drive: Driver) -> None:
    id = put(drive, NoteKind.PICTURE, picture=encoded(png(200, 100)), size=(200.0, 100.0))
    drive.click(drive.middle(id))
    at = corner(drive, id)
    drive.drag(at, at + QPoint(100, 0))
    assert (the_note(drive).width, the_note(drive).height) == (300.0, 150.0)
    at = corner(drive, id)
    drive.drag(at, at + QPoint(0, 60), Mod.ShiftModifier)
    assert (the_note(drive).width, the_note(drive).height) == (300.0, 210.0)


def test_the_corner_is_only_there_for_one_note(drive: Driver) -> None:
    id = put(drive)
    drive.select("Triage")
    assert drive.canvas.view.overlay.mark(Layer.CORNER) is None
    drive.session.select((id,))
    assert drive.canvas.view.overlay.mark(Layer.CORNER) is not None
    drive.session.select((id, drive.id("Triage")))
    assert drive.canvas.view.overlay.mark(Layer.CORNER) is None


# -- seen ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_a_picture_is_painted_and_a_broken_one_says_so(drive: Driver, worn: theme.Theme) -> None:
    drive.canvas.set_theme(worn)
    id = put(drive, NoteKind.PICTURE, picture=encoded(png(40, 40)), size=(120.0, 120.0))
    spot = drive.middle(id)
    picture = drive.viewport.grab().toImage()
    grey = picture.pixelColor(spot)
    assert abs(grey.red() - 128) < 4
    assert grey.red() == grey.green() == grey.blue()
    head = png(40, 40)
    assert image_of(head[:60]).isNull()
    with drive.session.edit("Break") as draft:
        notes.update(draft, (id,), picture=encoded(head[:60]))
    assert drive.viewport.grab().toImage().pixelColor(spot + QPoint(0, 40)) == QColor(worn.card)
    drive.canvas.set_zoom(0.15)
    assert_drawn(drive)


def test_a_large_picture_is_kept_smaller() -> None:
    image = image_of(png(4_000, 100))
    assert max(image.width(), image.height()) <= 2_400


def test_f2_on_a_picture_leads_to_what_it_shows(drive: Driver) -> None:
    id = put(drive, NoteKind.PICTURE, picture=encoded(png()))
    asked: list[tuple[str, str]] = []
    drive.session.field_requested.connect(lambda record, field: asked.append((record, field)))
    drive.session.select((id,))
    drive.key(Key.Key_F2)
    assert asked == [(id, "text")]
    assert not drive.canvas.naming.id


def test_a_note_is_spoken_and_is_no_step(drive: Driver) -> None:
    put(drive, NoteKind.TEXT, "As of\nMay")
    speech = drive.canvas.exposure.speech
    assert speech.words(the_note(drive).id) == "Text, As of May."
    assert speech.words(drive.id("Triage")).startswith("Step 1 of 4")
