"""A card dragged onto a taken place: where it falls is shown before it is let go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.canvas.drive import Driver
from vsdesigner.model.records import TerminalKind
from vsdesigner.ui.canvas.copy_mark import CopiesMark, LandingMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.painting.looks import StepLook, lane_colour


def landing(drive: Driver) -> LandingMark:
    mark = drive.canvas.view.overlay.mark(Layer.GHOST)
    assert isinstance(mark, LandingMark)
    return mark


def test_over_another_card_the_row_below_is_shown_where_it_falls(drive: Driver) -> None:
    start, end = drive.middle("Review"), drive.middle("Fix") + QPoint(13, 20)
    drive.begin_drag(start, end, Qt.KeyboardModifier.AltModifier)
    (ghost,) = landing(drive).ghosts
    assert isinstance(ghost.look, StepLook)
    assert ghost.look.colour == ghost.colour == lane_colour(drive.session.now, "deliver_and_support")
    drive.release(end, Qt.KeyboardModifier.AltModifier)
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    rect = drive.layout.cards[drive.id("Review")].rect
    assert (rect.x, rect.y) == pytest.approx((ghost.rect.x, ghost.rect.y), abs=1)
    assert rect.y > drive.layout.cards[drive.id("Fix")].rect.bottom


def test_on_free_ground_nothing_is_shown(drive: Driver) -> None:
    drive.begin_drag(drive.middle("Review"), drive.in_lane("Plan", 700), Qt.KeyboardModifier.AltModifier)
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    drive.key(Qt.Key.Key_Escape)


def test_it_goes_with_the_taken_place_and_with_esc(drive: Driver) -> None:
    start, over = drive.middle("Review"), drive.middle("Fix") + QPoint(13, 20)
    drive.begin_drag(start, over, Qt.KeyboardModifier.AltModifier)
    landing(drive)
    drive.move(over + QPoint(330, 0), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier)
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    drive.move(over, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier)
    landing(drive)
    drive.key(Qt.Key.Key_Escape)
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    drive.release(over)
    assert not drive.session.history.canUndo()


def test_value_makes_room_so_a_step_dropped_on_it_stays_in_its_row(drive: Driver) -> None:
    value = drive.terminal(TerminalKind.VALUE)
    start, end = drive.middle("Fix"), drive.middle(value.id) + QPoint(13, 6)
    drive.begin_drag(start, end, Qt.KeyboardModifier.AltModifier)
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    drive.release(end, Qt.KeyboardModifier.AltModifier)
    step, moved = (drive.layout.cards[id].rect for id in (drive.id("Fix"), value.id))
    assert moved.x > step.right
    assert drive.step("Fix").lane == value.lane


def test_each_of_several_cards_shows_its_own(drive: Driver) -> None:
    drive.session.select((drive.id("Review"), drive.id("Triage")))
    start, over = drive.middle("Review"), drive.middle("Diagnose") + QPoint(13, 20)
    drive.begin_drag(start, over, Qt.KeyboardModifier.AltModifier)
    assert len(landing(drive).ghosts) == 1, "the other finds free ground"
    drive.key(Qt.Key.Key_Escape)


def test_copies_are_shown_as_copies(drive: Driver) -> None:
    start, over = drive.middle("Review"), drive.middle("Fix") + QPoint(13, 20)
    drive.begin_drag(start, over, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(drive.canvas.view.overlay.mark(Layer.GHOST), CopiesMark)
    drive.key(Qt.Key.Key_Escape)
