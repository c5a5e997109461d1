"""Undo brings back what was selected and where one looked, and moves nothing that need not move."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.drive import Driver
from tests.ui.canvas.lines import Lines
from tests.ui.canvas.streams import small_stream
from tests.ui.canvas.test_lines_insert import drop_new
from vsdesigner.commands import steps, streams
from vsdesigner.model.place import Place
from vsdesigner.model.records import Step
from vsdesigner.ui.canvas import accessibility, edits
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.canvas.outlook import Outlook
from vsdesigner.ui.session import Session


def seen(drive: Driver) -> Outlook:
    return drive.canvas.view.camera.outlook


def look(drive: Driver, outlook: Outlook) -> None:
    drive.canvas.view.camera.show(outlook)


def test_undo_looks_where_the_change_was_made(drive: Driver) -> None:
    look(drive, Outlook(1.0, 200.0, 500.0))
    there = seen(drive)
    drive.drag_step("Diagnose", by=(60.0, 0.0))
    assert seen(drive) == there
    look(drive, Outlook(1.0, 4_000.0, 0.0))
    drive.session.undo()
    assert seen(drive).near(there, 1.0)
    assert drive.session.selection == (drive.id("Diagnose"),)
    look(drive, Outlook(1.0, 4_000.0, 0.0))
    drive.session.redo()
    assert seen(drive).near(there, 1.0)
    assert drive.session.selection == (drive.id("Diagnose"),)


def test_the_scale_stays_where_what_changed_fits(drive: Driver) -> None:
    look(drive, Outlook(1.0, 200.0, 500.0))
    drive.drag_step("Diagnose", by=(60.0, 0.0))
    for act in (drive.session.undo, drive.session.redo):
        look(drive, Outlook(1.5, 4_000.0, 0.0))
        act()
        assert seen(drive).scale == 1.5
        assert drive.canvas.stage.visible.overlaps(drive.layout.cards[drive.id("Diagnose")].rect)
    look(drive, Outlook(4.0, 4_000.0, 0.0))  # where a card and its margin do not fit on the screen's height
    drive.canvas.resize(600, 400)
    drive.session.undo()
    assert seen(drive).scale < 4.0


def test_redo_selects_what_was_selected_after_the_command(drive: Driver) -> None:
    drop_new(drive, Lines(drive, "Diagnose", "Fix").piece(0))
    drive.finish_name("Decide")
    made = drive.id("Decide")
    assert drive.session.selection == (made,)
    drive.session.select((drive.id("Review"),))
    drive.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    if drive.session.now.find(made) is not None:
        drive.session.undo()
    drive.session.select((drive.id("Review"),))
    drive.session.redo()
    assert drive.session.selection == (made,)
    places = {step.id: step.x for step in drive.session.now.steps(drive.session.stream)}
    drive.drag_step("Decide", by=(0.0, 90.0))
    assert {step.id: step.x for step in drive.session.now.steps(drive.session.stream)} == places


def test_redo_of_merged_edits_selects_what_the_last_of_them_left(drive: Driver) -> None:
    drive.session.select(())
    ids = drive.id("Fix"), drive.id("Diagnose")
    key = object()
    for id in ids:
        with drive.session.edit("Name", merge_key=key) as draft:
            draft.update(id, name=f"Named {id}")
        drive.session.select((id,))
    assert drive.session.history.count() == 1
    drive.session.undo()
    assert drive.session.selection == ()
    drive.session.redo()
    assert drive.session.selection == ids[1:]


def test_what_is_seen_already_does_not_move(drive: Driver) -> None:
    look(drive, Outlook(1.0, 200.0, 500.0))
    drive.drag_step("Diagnose", by=(60.0, 0.0))
    drive.canvas.view.camera.scroll_by(40, 30)
    there = seen(drive)
    drive.session.undo()
    assert seen(drive) == there


def test_what_is_seen_small_is_not_made_larger(drive: Driver) -> None:
    """Whoever sees all of the stream sees what undo does to it; another scale would be a leap."""
    look(drive, Outlook(1.0, 200.0, 500.0))
    drive.drag_step("Diagnose", by=(60.0, 0.0))
    drive.drag_step("Fix", by=(60.0, 0.0))
    drop_new(drive, Lines(drive, "Diagnose", "Fix").piece(0))
    drive.finish_name("Decide")
    drive.canvas.set_zoom(0.4)
    drive.canvas.view.camera.reveal(drive.layout.cards[drive.id("Fix")].rect)
    there = seen(drive)
    while drive.session.history.canUndo():
        drive.session.undo()
        assert seen(drive) == there
    while drive.session.history.canRedo():
        drive.session.redo()
        assert seen(drive) == there


def test_undoing_what_was_added_looks_at_the_gap_it_leaves(drive: Driver) -> None:
    look(drive, Outlook(1.0, 200.0, 500.0))
    drive.session.select(())
    there = seen(drive)
    edits.add_step(drive.session, Place("deliver_and_support", 1_100.0, 20.0), object())
    look(drive, Outlook(1.0, 6_000.0, 0.0))
    drive.session.undo()
    assert seen(drive) == there


def test_the_selection_comes_back_in_its_order(drive: Driver) -> None:
    for names in (("Fix", "Diagnose"), ("Diagnose", "Fix")):
        drive.session.select(())
        drive.select(*names)
        drive.key(Qt.Key.Key_Right)
        drive.session.select(())
        drive.session.undo()
        assert drive.session.selection == tuple(drive.id(name) for name in names)


def test_undo_goes_back_to_the_stream_of_the_change(drive: Driver) -> None:
    session: Session = drive.session
    first = session.stream
    look(drive, Outlook(1.0, 200.0, 500.0))
    there = seen(drive)
    with session.edit("Add stream") as draft:
        second = streams.add(draft, "Second")
    drive.drag_step("Diagnose", by=(60.0, 0.0))
    session.show_stream(second)
    assert session.stream == second
    session.undo()
    assert session.stream == first
    assert session.selection == (drive.id("Diagnose"),)
    assert seen(drive) == there


def test_undo_of_several_steps_keeps_each_one_in_view(drive: Driver) -> None:
    look(drive, Outlook(1.0, 200.0, 500.0))
    drive.drag_step("Diagnose", by=(40.0, 0.0))
    drive.drag_step("Fix", by=(40.0, 0.0))
    look(drive, Outlook(1.0, -4_000.0, 0.0))
    for name in ("Fix", "Diagnose"):
        drive.session.undo()
        rect = drive.layout.cards[drive.id(name)].rect
        assert drive.canvas.stage.visible.overlaps(rect)
        assert drive.viewport.rect().contains(drive.at(*rect.center) + QPoint(0, 0))


def test_a_session_outlives_its_canvas(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accessibility.QAccessible, "isActive", lambda: True)
    session = Session(small_stream())
    canvas = LaneCanvas(session)
    canvas.show()
    canvas.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    step = session.now.steps(session.stream)[0]
    with session.edit("Rename") as draft:
        steps.update(draft, (step.id,), name="Renamed")
    session.undo()
    assert session.now.get(step.id, Step).name == step.name
