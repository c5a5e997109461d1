"""Every gesture of the mouse: what it does, that Esc leaves no trace, that undo is exact."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from vsdesigner.commands import flows
from vsdesigner.model.dimensions import LANE_PADDING
from vsdesigner.model.records import Step, TerminalKind
from vsdesigner.ui.canvas.marks import BandMark, GhostMark
from vsdesigner.ui.canvas.overlay import Layer

Button, Mod, Key = Qt.MouseButton, Qt.KeyboardModifier, Qt.Key


# -- selecting ----------------------------------------------------------------------------------------------
def test_conv_01_click_selects_and_click_on_nothing_clears(drive: Driver) -> None:
    drive.click(drive.middle("Fix"))
    assert drive.session.selection == (drive.id("Fix"),)
    drive.click(drive.at(600, 200))
    assert drive.session.selection == ()


@pytest.mark.parametrize("held", [Mod.ShiftModifier, Mod.ControlModifier])
def test_conv_02_shift_and_ctrl_toggle(drive: Driver, held: Qt.KeyboardModifier) -> None:
    drive.click(drive.middle("Triage"))
    drive.click(drive.middle("Fix"), held)
    assert drive.session.selection == (drive.id("Triage"), drive.id("Fix"))
    drive.click(drive.middle("Triage"), held)
    assert drive.session.selection == (drive.id("Fix"),)
    drive.click(drive.at(600, 200), held)
    assert drive.session.selection == (drive.id("Fix"),), "a miss must not lose the selection"


def test_click_on_one_of_several_selects_it_alone(drive: Driver) -> None:
    drive.select("Triage", "Fix")
    drive.click(drive.middle("Fix"))
    assert drive.session.selection == (drive.id("Fix"),)


def test_conv_13_flow_is_hit_six_px_beside_its_line(drive: Driver) -> None:
    flow = drive.flow("Diagnose", "Fix")
    spot = drive.on_flow("Diagnose", "Fix")
    drive.click(spot + QPoint(0, 5))
    assert drive.session.selection == (flow.id,)
    drive.click(spot + QPoint(0, 12))
    assert drive.session.selection == ()


def test_selection_comes_from_the_session_too(drive: Driver) -> None:
    id = drive.id("Diagnose")
    drive.session.select((id,))
    assert drive.canvas.scene.drawing.selected == {id}
    flows = {drive.flow("Triage", "Diagnose").id, drive.flow("Diagnose", "Fix").id}
    assert drive.canvas.scene.drawing.lit == flows


# -- moving -------------------------------------------------------------------------------------------------
def test_drag_into_another_lane(drive: Driver) -> None:
    before = drive.session.now
    drive.drag_step("Review", lane="Plan")
    step = drive.step("Review")
    assert (step.lane, step.y) == ("plan", LANE_PADDING)
    assert drive.session.history.undoText() == "Move “Review”"
    undone(drive, before)


def test_conv_04_drag_below_the_threshold_moves_nothing(drive: Driver) -> None:
    before = drive.session.now
    spot = drive.middle("Review")
    drive.drag(spot, spot + QPoint(2, 2), Mod.AltModifier)
    assert drive.session.now == before
    assert drive.session.selection == (drive.id("Review"),)


def test_preview_moves_card_and_flows_but_not_the_document(drive: Driver) -> None:
    before, scene = drive.session.now, drive.canvas.scene
    id, flow = drive.id("Fix"), drive.flow("Diagnose", "Fix").id
    home, way = scene.cards[id].pos(), scene.flows[flow].rect()
    start = drive.middle("Fix")
    drive.begin_drag(start, start + QPoint(60, -150))
    assert scene.cards[id].pos() != home
    assert scene.flows[flow].rect() != way
    assert scene.drawing.lit_lane == "obtain_build"
    assert drive.session.now is before
    drive.key(Key.Key_Escape)
    assert scene.cards[id].pos() == home
    assert scene.flows[flow].rect() == way
    assert scene.drawing.lit_lane == ""
    drive.release(start + QPoint(60, -150))
    assert drive.session.now is before
    assert_drawn(drive)


def test_drag_moves_all_selected(drive: Driver) -> None:
    before = drive.session.now
    drive.select("Triage", "Review")
    spot = drive.middle("Review")
    drive.drag(spot, spot + QPoint(100, 0), Mod.AltModifier)
    assert drive.step("Triage").x == 370
    assert drive.step("Review").x == 640
    undone(drive, before)


def test_conv_11_shift_keeps_the_direction(drive: Driver) -> None:
    spot = drive.middle("Review")
    drive.drag(spot, spot + QPoint(120, 40), Mod.ShiftModifier)
    step = drive.step("Review")
    assert step.x == 660
    assert (step.lane, step.y) == ("improve", LANE_PADDING)


def test_drop_on_another_card_finds_a_free_place(drive: Driver) -> None:
    before = drive.session.now
    drive.drag_step("Review", lane="Deliver and Support", x=905)
    moved, there = drive.layout.cards[drive.id("Review")].rect, drive.layout.cards[drive.id("Fix")].rect
    assert drive.step("Review").lane == "deliver_and_support"
    assert not moved.overlaps(there)
    undone(drive, before)


def test_conv_08_drag_outside_the_view_scrolls_and_cancels(drive: Driver) -> None:
    before = drive.session.now
    start = drive.middle("Fix")
    edge = QPoint(drive.viewport.width() + 60, start.y())
    left = drive.canvas.view.camera.visible.left()
    drive.begin_drag(start, edge)
    scroll = drive.canvas.controller._scroll
    assert scroll._timer.isActive()
    for _ in range(5):
        scroll._tick()
    assert drive.canvas.view.camera.visible.left() > left
    x = drive.canvas.scene.cards[drive.id("Fix")].x()
    for _ in range(5):
        scroll._tick()
    assert drive.canvas.scene.cards[drive.id("Fix")].x() > x, "the card follows what is under the pointer"
    drive.key(Key.Key_Escape)
    assert not scroll._timer.isActive()
    assert drive.session.now is before
    drive.release(edge)
    assert_drawn(drive)


def test_dragging_lines_up_with_a_connected_step(drive: Driver) -> None:
    with drive.session.edit("Move") as draft:
        draft.update(drive.id("Diagnose"), y=LANE_PADDING + 14.0)
    drive.drag_step("Fix", by=(33, 10))
    assert drive.step("Fix").y == LANE_PADDING + 14.0, "a straight flow comes before the grid"
    assert drive.step("Fix").x == 840
    drive.drag(drive.middle("Fix"), drive.middle("Fix") + QPoint(13, 11), Mod.AltModifier)
    assert (drive.step("Fix").x, drive.step("Fix").y) == (853, LANE_PADDING + 25.0)


def test_another_button_does_not_end_a_drag(drive: Driver) -> None:
    start = drive.middle("Review")
    drive.begin_drag(start, start + QPoint(80, 0))
    drive.press(start + QPoint(80, 0), button=Button.MiddleButton)
    drive.release(start + QPoint(80, 0), button=Button.MiddleButton)
    assert drive.canvas.controller.busy
    assert drive.session.history.count() == 0
    drive.release(start + QPoint(80, 0))
    assert drive.session.history.count() == 1
    assert_drawn(drive)


def test_a_change_from_elsewhere_ends_the_drag(drive: Driver) -> None:
    start = drive.middle("Fix")
    drive.begin_drag(start, start + QPoint(60, -150))
    with drive.session.edit("Rename") as draft:
        draft.update(drive.id("Triage"), name="Sort")
    drive.release(start + QPoint(60, -150))
    assert drive.session.history.count() == 1
    assert_drawn(drive)


def test_demand_stays_where_it_was_put(drive: Driver) -> None:
    before = drive.session.now
    drive.drag_step("demand", lane="Plan")
    assert drive.terminal(TerminalKind.DEMAND).pinned
    assert drive.terminal(TerminalKind.DEMAND).lane == "plan"
    undone(drive, before)


# -- rubber band --------------------------------------------------------------------------------------------
def corners(drive: Driver) -> tuple[tuple[float, float], tuple[float, float]]:
    """Opposite corners of an area that encloses Diagnose and touches Fix."""
    one, other = (drive.layout.cards[drive.id(name)].rect for name in ("Diagnose", "Fix"))
    return (one.x - 12, one.y - 8), (other.x + 60, one.bottom + 8)


def test_conv_03_band_to_the_right_selects_what_it_encloses(drive: Driver) -> None:
    start, end = corners(drive)
    drive.rubber_band(start, end)
    assert drive.session.selection == (drive.id("Diagnose"),)
    assert drive.canvas.view.overlay.mark(Layer.BAND) is None


def test_conv_03_band_to_the_left_selects_what_it_touches(drive: Driver) -> None:
    end, start = corners(drive)
    drive.rubber_band(start, end)
    assert set(drive.session.selection) == {drive.id("Diagnose"), drive.id("Fix")}


def test_conv_03_band_shows_its_result_and_its_kind_while_it_is_drawn(drive: Driver) -> None:
    end, start = corners(drive)
    drive.session.select((drive.id("Triage"),))
    drive.begin_drag(drive.at(*start), drive.at(*end))
    mark = drive.canvas.view.overlay.mark(Layer.BAND)
    assert isinstance(mark, BandMark) and not mark.enclosing
    assert drive.canvas.scene.drawing.selected == {drive.id("Diagnose"), drive.id("Fix")}
    assert drive.session.selection == (drive.id("Triage"),)
    drive.key(Key.Key_Escape)
    assert drive.session.selection == (drive.id("Triage"),)
    assert_drawn(drive)
    drive.release(drive.at(*end))
    assert drive.session.selection == (drive.id("Triage"),)


def test_band_with_shift_adds(drive: Driver) -> None:
    drive.select("Triage")
    start, end = corners(drive)
    drive.rubber_band(start, end, Mod.ShiftModifier)
    assert drive.session.selection == (drive.id("Triage"), drive.id("Diagnose"))


# -- from the palette ---------------------------------------------------------------------------------------
def test_drop_from_the_palette(drive: Driver) -> None:
    before = drive.session.now
    id = drive.drop_from_palette("Plan", 703)
    assert drive.canvas.naming.id == id
    drive.finish_name("Plan it")
    step = drive.step("Plan it")
    assert (step.lane, step.x, step.y) == ("plan", 610, LANE_PADDING)
    assert drive.session.history.undoText() == "Add Plan step"
    undone(drive, before)


def test_palette_ghost_follows_and_goes(drive: Driver) -> None:
    drive.begin_palette_drag("Plan", drive.in_lane("Improve", 1000))
    mark = drive.canvas.view.overlay.mark(Layer.GHOST)
    assert isinstance(mark, GhostMark)
    assert drive.canvas.scene.drawing.lit_lane == "improve"
    drive.leave_with_palette_drag()
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    assert drive.canvas.scene.drawing.lit_lane == ""
    assert drive.session.history.count() == 0


def test_drop_beside_all_lanes_goes_to_the_lane_it_was_taken_from(drive: Driver) -> None:
    drive.canvas.view.camera.scroll_by(0, 400)
    QApplication.processEvents()
    bottom = drive.layout.lanes[-1].bottom
    drive.begin_palette_drag("Plan", drive.at(700, bottom + 60))
    assert drive.canvas.scene.drawing.lit_lane == "plan"
    drive.leave_with_palette_drag()


@pytest.mark.parametrize("x", [905, 770, 1010])
def test_drop_onto_a_taken_place_goes_where_the_ghost_is(drive: Driver, x: float) -> None:
    drive.begin_palette_drag("Deliver and Support", drive.in_lane("Deliver and Support", x))
    mark = drive.canvas.view.overlay.mark(Layer.GHOST)
    assert isinstance(mark, GhostMark)
    drive.leave_with_palette_drag()
    id = drive.drop_from_palette("Deliver and Support", x)
    new = drive.layout.cards[id].rect
    assert (new.x, new.y) == (mark.rect.x, mark.rect.y)
    assert not any(new.overlaps(card.rect) for other, card in drive.layout.cards.items() if other != id)


def test_a_new_flow_of_what_is_selected_is_lit(drive: Driver) -> None:
    drive.session.select((drive.id("Review"),))
    with drive.session.edit("Connect") as draft:
        flow = flows.connect(draft, drive.id("Fix"), drive.id("Review"))
    assert flow in drive.canvas.scene.drawing.lit


# -- double click, panning ----------------------------------------------------------------------------------
def test_double_click_on_a_lane_adds_a_step_there(drive: Driver) -> None:
    before = drive.session.now
    drive.double_click(drive.in_lane("Obtain/Build", 900))
    drive.finish_name("Build")
    assert drive.step("Build").lane == "obtain_build"
    assert abs(drive.layout.cards[drive.id("Build")].rect.center.x - 900) <= 5
    undone(drive, before)


def test_conv_05_middle_drag_and_space_drag_pan(drive: Driver) -> None:
    camera = drive.canvas.view.camera
    for button, space in ((Button.MiddleButton, False), (Button.LeftButton, True)):
        corner = camera.visible.topLeft()
        if space:
            QTest.keyPress(drive.canvas.view, Key.Key_Space)
            assert drive.viewport.cursor().shape() == Qt.CursorShape.OpenHandCursor
        drive.drag(QPoint(600, 300), QPoint(560, 280), button=button)
        moved = camera.visible.topLeft() - corner
        assert (round(moved.x()), round(moved.y())) == (40, 20)
        if space:
            QTest.keyRelease(drive.canvas.view, Key.Key_Space)
    assert drive.session.selection == ()
    assert drive.viewport.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_step_let_go_outside_the_canvas_stays_where_it_was(drive: Driver) -> None:
    before = drive.session.now
    start = drive.middle("Fix")
    far = QPoint(drive.viewport.width() + 300, start.y())
    drive.drag(start, far)
    assert drive.session.now is before
    assert_drawn(drive)


def test_no_ghost_beside_the_step_that_is_being_named(drive: Driver) -> None:
    """The pointer may rest where a handle of the new step comes to lie."""
    made = drive.append_by_handle("Review")
    assert drive.canvas.naming.id == made
    rect = drive.layout.cards[made].rect
    drive.move(drive.at(rect.x, rect.center.y))
    assert drive.canvas.stage.overlay.mark(Layer.GHOST) is None


def test_value_goes_along_its_row_where_the_drag_shows_it(drive: Driver) -> None:
    before = drive.session.now
    value = drive.terminal(TerminalKind.VALUE)
    start = drive.middle("Fix")
    drive.canvas.set_zoom(0.8)
    start = drive.middle("Fix")
    goal = start + QPoint(150, 200)  # into another lane
    drive.begin_drag(start, goal)
    shown = drive.canvas.scene.cards[value.id].sceneBoundingRect()
    assert shown.x() > drive.layout.cards[value.id].rect.x + 100, "value makes way while it is dragged"
    drive.release(goal)
    assert drive.step("Fix").lane != before.get(drive.id("Fix"), Step).lane
    moved = drive.terminal(TerminalKind.VALUE)
    assert (moved.lane, moved.y) == (value.lane, value.y)
    now = drive.canvas.scene.cards[value.id].sceneBoundingRect()
    assert abs(now.x() - shown.x()) < 1 and abs(now.y() - shown.y()) < 1
    assert_drawn(drive)
    undone(drive, before)
    assert_drawn(drive)


def test_esc_puts_value_back_too(drive: Driver) -> None:
    value = drive.terminal(TerminalKind.VALUE)
    start = drive.middle("Fix")
    drive.begin_drag(start, start + QPoint(150, 0))
    drive.key(Qt.Key.Key_Escape)
    drive.release(start + QPoint(150, 0))
    assert drive.terminal(TerminalKind.VALUE) == value
    assert_drawn(drive)
