"""Dragging with Ctrl copies; Alt and Shift keep their meaning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.conftest import shown
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.streams import small_stream
from vsdesigner.model.records import Step
from vsdesigner.ui.canvas.copy_mark import CopiesMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def drive(qtbot: QtBot, qapp: QApplication) -> Iterator[Driver]:
    yield from shown(qtbot, Session(small_stream()))


def named(drive: Driver, name: str) -> list[Step]:
    return [step for step in drive.session.now.steps(drive.session.stream) if step.name == name]


def test_conv_11_ctrl_drag_copies_and_a_ghost_shows_it(drive: Driver) -> None:
    before = drive.session.now
    original = drive.step("Review")
    start = drive.middle("Review")
    drive.begin_drag(start, start + QPoint(300, 0), CTRL)
    mark = drive.canvas.view.overlay.mark(Layer.GHOST)
    assert isinstance(mark, CopiesMark)
    assert mark.ghosts[0].rect.x == original.x + 300
    card = drive.canvas.scene.cards[original.id]
    assert card.x() == original.x  # the original stays
    assert drive.viewport.cursor().shape() == Qt.CursorShape.DragCopyCursor
    drive.release(start + QPoint(300, 0), CTRL)
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    first, second = sorted(named(drive, "Review"), key=lambda step: step.x)
    assert first == original.model_copy(update={"order": first.order})
    assert (second.x, second.y, second.lane) == (original.x + 300, original.y, original.lane)
    assert drive.session.selection == (second.id,)
    assert drive.session.history.undoText() == "Copy “Review”"
    undone(drive, before)


def test_conv_11_ctrl_may_come_and_go_during_the_drag(drive: Driver) -> None:
    start = drive.middle("Review")
    end = start + QPoint(300, 0)
    drive.begin_drag(start, end)
    assert drive.canvas.scene.cards[drive.id("Review")].x() == 840
    QTest.keyPress(drive.canvas.view, Qt.Key.Key_Control)
    assert isinstance(drive.canvas.view.overlay.mark(Layer.GHOST), CopiesMark)
    assert drive.canvas.scene.cards[drive.id("Review")].x() == 540
    QTest.keyRelease(drive.canvas.view, Qt.Key.Key_Control, CTRL)
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    assert drive.canvas.scene.cards[drive.id("Review")].x() == 840
    drive.release(end)
    assert [step.x for step in named(drive, "Review")] == [840]
    assert_drawn(drive)


def test_ctrl_drag_takes_all_selected_with_the_flows_between_them(drive: Driver) -> None:
    before = drive.session.now
    drive.select("Diagnose", "Fix")
    start = drive.middle("Fix")
    drive.drag(start, start + QPoint(0, 130), CTRL)
    assert len(named(drive, "Diagnose")) == len(named(drive, "Fix")) == 2
    assert len(drive.session.now.flows(drive.session.stream)) == 5
    assert drive.session.history.undoText() == "Copy 2 elements"
    undone(drive, before)


def test_ctrl_drag_of_a_card_that_is_not_selected_copies_it_alone(drive: Driver) -> None:
    drive.select("Triage")
    start = drive.middle("Review")
    drive.drag(start, start + QPoint(300, 0), CTRL)
    assert len(named(drive, "Review")) == 2
    assert len(named(drive, "Triage")) == 1


def test_ctrl_click_still_adds_to_the_selection(drive: Driver) -> None:
    drive.select("Triage", "Fix")
    assert len(drive.session.selection) == 2
    drive.click(drive.middle("Fix"), CTRL)
    assert list(drive.session.selection) == [drive.id("Triage")]
    assert drive.session.history.index() == 0


def test_demand_is_never_copied(drive: Driver) -> None:
    start = drive.middle("demand")
    drive.drag(start, start + QPoint(0, 40), CTRL)
    assert len(drive.session.now.terminals(drive.session.stream)) == 2


def test_esc_leaves_no_trace_of_copies(drive: Driver) -> None:
    before = drive.session.now
    start = drive.middle("Review")
    drive.begin_drag(start, start + QPoint(300, 0), CTRL)
    drive.key(Qt.Key.Key_Escape)
    drive.release(start + QPoint(300, 0), CTRL)
    assert drive.session.now is before
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    assert_drawn(drive)


def test_conv_11_alt_drag_moves_without_lining_up(drive: Driver) -> None:
    start = drive.middle("Review")
    drive.drag(start, start + QPoint(303, 0), ALT)
    assert [step.x for step in named(drive, "Review")] == [843]


def test_conv_11_shift_drag_keeps_to_one_direction(drive: Driver) -> None:
    before = drive.step("Review")
    start = drive.middle("Review")
    drive.drag(start, start + QPoint(300, 9), SHIFT)
    assert [(step.x, step.y) for step in named(drive, "Review")] == [(840, before.y)]
