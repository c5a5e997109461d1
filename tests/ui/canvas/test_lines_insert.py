"""Steps put into lines: from the palette, by dragging, by key; what makes room, what heals."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.lines import Lines
from vsdesigner.model.dimensions import CARD_WIDTH, STEP_GAP
from vsdesigner.model.records import Flow, FlowKind, Step
from vsdesigner.ui.canvas.line_marks import InsertionMark
from vsdesigner.ui.canvas.overlay import Layer

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


def drop_new(drive: Driver, at: QPoint) -> str:
    """Drop a step from the palette at a pixel; returns its id."""
    before = {step.id for step in drive.session.now.steps(drive.session.stream)}
    content = drive.begin_palette_drag("plan", at, (at - QPoint(30, 60),))
    drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, content, Button.LeftButton, Mod.NoModifier)
    QApplication.sendEvent(drive.viewport, drop)
    QApplication.processEvents()
    (made,) = {step.id for step in drive.session.now.steps(drive.session.stream)} - before
    return made


def test_conv_34_a_step_from_the_palette_is_put_into_the_line_it_is_dropped_on(drive: Driver) -> None:
    before = drive.session.now
    line = Lines(drive, "Diagnose", "Fix")
    id = drop_new(drive, line.piece(0))
    assert drive.canvas.naming.id == id, "its name is asked for"
    drive.finish_name("Decide")
    assert drive.has_flow("Diagnose", "Decide") and drive.has_flow("Decide", "Fix")
    assert not drive.has_flow("Diagnose", "Fix")
    assert drive.session.now.find(line.id) is not None, "the first half is the flow that was there"
    assert drive.session.history.undoText() == "Insert a step between “Diagnose” and “Fix”"
    undone(drive, before)


def test_conv_34_what_is_behind_makes_room(drive: Driver) -> None:
    diagnose, fix, value = (drive.layout.cards[drive.id(n)].rect for n in ("Diagnose", "Fix", "value"))
    review = drive.step("Review").x
    id = drop_new(drive, Lines(drive, "Diagnose", "Fix").piece(0))
    made, pushed = drive.layout.cards[id].rect, drive.layout.cards[drive.id("Fix")].rect
    assert made.x == diagnose.right + STEP_GAP
    assert made.center.y == diagnose.center.y, "it joins the row"
    assert pushed.x == made.right + STEP_GAP
    assert pushed.y == fix.y
    assert drive.layout.cards[drive.id("value")].rect.x == value.x + pushed.x - fix.x
    assert drive.step("Review").x == review, "what stands before stays"
    assert drive.step("Diagnose").x == diagnose.x


def test_conv_34_between_lanes_it_gets_a_column_of_its_own(drive: Driver) -> None:
    """Otherwise it stands half above the one and half below the other, and the flows zig-zag."""
    with drive.session.edit("Prepare") as draft:
        draft.update(drive.id("Fix"), lane="improve")
    diagnose, fix, value = (drive.layout.cards[drive.id(n)].rect for n in ("Diagnose", "Fix", "value"))
    line = Lines(drive, "Diagnose", "Fix")
    id = drop_new(drive, line.piece(1))
    made, pushed = drive.layout.cards[id].rect, drive.layout.cards[drive.id("Fix")].rect
    assert made.x >= diagnose.right + STEP_GAP
    assert pushed.x >= made.right + STEP_GAP
    assert drive.layout.cards[drive.id("value")].rect.x - value.x == pushed.x - fix.x
    assert all(
        here[0] <= there[0]
        for flow in (*drive.session.now.incoming(id), *drive.session.now.outgoing(id))
        for here, there in itertools.pairwise(drive.layout.routes[flow.id].points)
    ), "the line goes on from left to right"


def test_conv_34_where_there_is_room_nothing_moves(drive: Driver) -> None:
    with drive.session.edit("Prepare") as draft:
        draft.update(drive.id("Fix"), x=1200.0)
    before = {step.id: step.x for step in drive.session.now.steps(drive.session.stream)}
    line = Lines(drive, "Diagnose", "Fix")
    spot = line.piece(0)
    id = drop_new(drive, spot)
    assert (
        abs(drive.layout.cards[id].rect.center.x - drive.canvas.view.camera.to_scene(QPointF(spot)).x()) <= 5
    )
    assert all(drive.session.now.get(other, Step).x == x for other, x in before.items())


def test_conv_34_the_line_lights_up_first(drive: Driver) -> None:
    overlay = drive.canvas.view.overlay
    line = Lines(drive, "Diagnose", "Fix")
    spot = line.piece(0)
    drive.begin_palette_drag("plan", spot)
    mark = overlay.mark(Layer.INSERTION)
    assert isinstance(mark, InsertionMark) and mark.points == line.route.points
    drive.begin_palette_drag("plan", spot + QPoint(0, 200))
    assert overlay.mark(Layer.INSERTION) is None
    drive.begin_palette_drag("plan", spot)
    drive.leave_with_palette_drag()
    assert overlay.mark(Layer.INSERTION) is None and overlay.mark(Layer.GHOST) is None
    assert_drawn(drive)


def test_conv_34_a_step_dragged_onto_a_line_is_put_into_it(drive: Driver) -> None:
    before = drive.session.now
    line = Lines(drive, "Diagnose", "Fix")
    goal = line.piece(0)
    drive.begin_drag(drive.middle("Review"), goal)
    assert drive.canvas.view.overlay.mark(Layer.INSERTION) is not None
    assert drive.session.now is before
    drive.release(goal)
    assert drive.has_flow("Diagnose", "Review") and drive.has_flow("Review", "Fix")
    rects = [drive.layout.cards[drive.id(name)].rect for name in ("Diagnose", "Review", "Fix")]
    assert [b.x - a.right for a, b in itertools.pairwise(rects)] == [STEP_GAP, STEP_GAP]
    assert drive.session.history.undoText() == "Insert “Review” between “Diagnose” and “Fix”"
    assert drive.canvas.view.overlay.mark(Layer.INSERTION) is None
    undone(drive, before)


def test_conv_34_its_old_place_heals(drive: Driver) -> None:
    before = drive.session.now
    goal = Lines(drive, "Fix", "value").piece(0)
    drive.drag(drive.middle("Diagnose"), goal)
    assert drive.has_flow("Triage", "Fix")
    assert drive.has_flow("Fix", "Diagnose") and drive.has_flow("Diagnose", "value")
    assert len(drive.session.now.flows(drive.session.stream)) == 4
    undone(drive, before)


def test_conv_34_a_step_is_not_put_into_its_own_lines(drive: Driver) -> None:
    before = {flow.id for flow in drive.session.now.flows(drive.session.stream)}
    spot = drive.middle("Fix")
    drive.drag(spot, spot - QPoint(40, 0))
    assert {flow.id for flow in drive.session.now.flows(drive.session.stream)} == before


@pytest.mark.parametrize("how", ["alt", "esc"])
def test_conv_34_alt_and_esc_leave_the_line_alone(drive: Driver, how: str) -> None:
    before = drive.session.now
    goal = Lines(drive, "Diagnose", "Fix").piece(0)
    keys = Mod.AltModifier if how == "alt" else Mod.NoModifier
    drive.begin_drag(drive.middle("Review"), goal, keys)
    if how == "esc":
        drive.key(Key.Key_Escape)
    assert drive.canvas.view.overlay.mark(Layer.INSERTION) is None
    drive.release(goal, keys)
    assert drive.has_flow("Diagnose", "Fix")
    assert (drive.session.now is before) == (how == "esc")
    assert_drawn(drive)


def test_several_steps_are_not_put_into_a_line(drive: Driver) -> None:
    drive.select("Triage", "Review")
    drive.drag(drive.middle("Review"), Lines(drive, "Diagnose", "Fix").piece(0))
    assert drive.has_flow("Diagnose", "Fix")


def test_nothing_is_put_into_lines_from_far_away(drive: Driver) -> None:
    drive.canvas.set_zoom(0.3)
    drive.begin_drag(drive.middle("Review"), Lines(drive, "Diagnose", "Fix").piece(0))
    assert drive.canvas.view.overlay.mark(Layer.INSERTION) is None
    drive.key(Key.Key_Escape)


@pytest.mark.parametrize("scale", [0.4, 1.0, 4.0])
def test_a_line_is_hit_at_every_scale(drive: Driver, scale: float) -> None:
    drive.canvas.set_zoom(scale)
    line = Lines(drive, "Diagnose", "Fix")
    id = drop_new(drive, line.piece(0) + QPoint(0, 8))
    assert drive.session.now.get(line.id, Flow).target == id


def test_label_kind_and_share_stay_on_the_sensible_half(drive: Driver) -> None:
    line = Lines(drive, "Diagnose", "Fix")
    with drive.session.edit("Prepare") as draft:
        draft.update(line.id, label="urgent", share=30.0, kind=FlowKind.ALTERNATIVE)
    id = drop_new(drive, line.piece(0) + QPoint(0, 4))
    (onward,) = drive.session.now.outgoing(id)
    assert (line.flow.label, line.flow.share, line.flow.kind) == ("urgent", 30.0, FlowKind.ALTERNATIVE)
    assert (onward.label, onward.share, onward.kind) == ("", None, FlowKind.ALTERNATIVE)


def test_a_line_between_lanes_takes_a_step_in_the_lane_it_is_dropped_in(drive: Driver) -> None:
    line = Lines(drive, "Triage", "Diagnose")
    points = line.route.points
    upright = next(i for i, (a, b) in enumerate(itertools.pairwise(points)) if a[0] == b[0])
    spot = line.piece(upright)
    lane = drive.layout.lane_at(drive.canvas.view.camera.to_scene(QPointF(spot)).y()).lane
    triage, x = drive.step("Triage"), drive.step("Diagnose").x
    id = drop_new(drive, spot)
    made = drive.session.now.get(id, Step)
    assert made.lane == lane
    assert drive.step("Triage") == triage
    assert drive.step("Diagnose").x > x, "two columns have no room between them for a third"
    assert drive.step("Diagnose").x >= made.x + CARD_WIDTH + STEP_GAP
    assert drive.layout.cards[id].rect.width == CARD_WIDTH
