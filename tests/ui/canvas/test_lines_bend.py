"""Lines bent by hand and labels moved along them: by mouse and by key, until they are reset."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.lines import Lines
from vsdesigner.layout.bends import absolute
from vsdesigner.layout.geometry import Point
from vsdesigner.model.parts import LabelPlace
from vsdesigner.ui.canvas.line_marks import BendsMark, LeaderMark
from vsdesigner.ui.canvas.overlay import Layer

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def line(drive: Driver) -> Lines:
    """The flow from Triage down to Diagnose: level, upright, level."""
    found = Lines(drive, "Triage", "Diagnose")
    assert len(found.route.points) == 4
    return found


def upright_x(line: Lines) -> float:
    return line.route.points[1][0]


# -- bends --------------------------------------------------------------------------------------------------
def test_conv_33_dragging_a_segment_moves_it_across(drive: Driver, line: Lines) -> None:
    before, x = drive.session.now, upright_x(line)
    spot = line.piece(1)
    drive.drag(spot, spot + QPoint(-20, 5))
    assert upright_x(line) == x - 20
    assert absolute(line.flow.bends, drive.layout.lanes) == line.corners
    assert drive.session.history.undoText() == "Bend flow"
    assert drive.session.selection == (line.id,)
    undone(drive, before)


def test_conv_33_the_segment_follows_the_pointer(drive: Driver, line: Lines) -> None:
    before = drive.session.now
    spot = line.piece(1)
    drive.begin_drag(spot, spot + QPoint(-15, 0))
    assert drive.canvas.scene.flows[line.id]._look.points[1][0] == upright_x(line) - 15
    assert drive.session.now is before
    drive.key(Key.Key_Escape)
    drive.release(spot + QPoint(-15, 0))
    assert drive.session.now is before
    assert drive.canvas.scene.flows[line.id]._look.points == line.route.points
    assert_drawn(drive)


def test_conv_33_dragging_until_it_is_straight_removes_the_bend(drive: Driver) -> None:
    line = Lines(drive, "Diagnose", "Fix")
    assert len(line.route.points) == 2
    spot = line.piece(0)
    drive.drag(spot, spot + QPoint(0, 45))
    assert len(line.flow.bends) == 4
    way = line.route.points
    middle = next(i for i in range(1, len(way) - 2) if way[i][1] == way[i + 1][1] != way[0][1])
    spot = line.piece(middle)
    drive.drag(spot, spot - QPoint(0, 42))
    assert not Lines(drive, "Diagnose", "Fix").flow.bends
    assert len(line.route.points) == 2


def test_conv_33_bends_stay_when_a_step_moves(drive: Driver, line: Lines) -> None:
    spot = line.piece(1)
    drive.drag(spot, spot + QPoint(-20, 0))
    bends, x = line.flow.bends, upright_x(line)
    drive.drag_step("Review", by=(150, 0))
    drive.drag_step("Diagnose", by=(60, 0))
    assert line.flow.bends == bends
    assert upright_x(line) == x


def test_conv_33_a_segment_dragged_over_a_card_reaches_it_from_above(drive: Driver, line: Lines) -> None:
    target = drive.layout.cards[drive.id("Diagnose")].rect
    spot = line.piece(1)
    drive.drag(spot, spot + QPoint(round(target.x + 40 - upright_x(line)), 0))
    corner, end = line.route.points[1:]
    assert len(line.flow.bends) == 1
    assert corner[0] == end[0] and end[1] == target.y
    assert target.x < end[0] < target.right


def test_conv_33_a_corner_is_dragged_both_ways(drive: Driver) -> None:
    line = Lines(drive, "Diagnose", "Fix")
    spot = line.piece(0)
    drive.drag(spot, spot + QPoint(0, -60))
    way = line.route.points
    assert len(way) == 6
    x, y = way[2]
    corner = line.pixel((x, y))
    drive.drag(corner, corner + QPoint(10, -25))
    assert line.route.points[2] == (x + 10, y - 25)
    assert (way[0], way[-1]) == (line.route.points[0], line.route.points[-1])


def test_a_corner_next_to_an_end_moves_the_inner_segment_only(drive: Driver, line: Lines) -> None:
    x = upright_x(line)
    corner = line.pixel((line.route.points[1][0] - 4, line.route.points[1][1]))
    drive.drag(corner, corner + QPoint(-10, -30))
    assert upright_x(line) == x - 10
    assert len(line.route.points) == 4


def test_a_click_on_a_line_bends_nothing(drive: Driver, line: Lines) -> None:
    before = drive.session.now
    spot = line.piece(1)
    drive.drag(spot, spot + QPoint(2, 1))
    assert drive.session.now is before
    assert drive.session.selection == (line.id,)


def test_with_ctrl_a_line_is_added_and_not_bent(drive: Driver, line: Lines) -> None:
    before = drive.session.now
    spot = line.piece(1)
    drive.drag(spot, spot + QPoint(-30, 0), Mod.ControlModifier)
    assert drive.session.now is before


@pytest.mark.parametrize("scale", [0.4, 1.5, 4.0])
def test_a_segment_is_dragged_at_every_scale(drive: Driver, line: Lines, scale: float) -> None:
    x = upright_x(line)
    drive.canvas.set_zoom(scale)
    spot, by = line.piece(1), round(-18 * scale)
    drive.drag(spot, spot + QPoint(by, 0))
    assert abs(upright_x(line) - (x + by / scale)) <= 1


def test_lines_are_not_bent_from_far_away(drive: Driver, line: Lines) -> None:
    before = drive.session.now
    line.select()
    drive.canvas.set_zoom(0.3)
    assert drive.canvas.view.overlay.mark(Layer.BENDS) is None
    spot = line.piece(1)
    drive.drag(spot, spot + QPoint(-30, 0))
    assert drive.session.now is before


def test_conv_33_a_selected_line_shows_handles_on_its_segments(drive: Driver, line: Lines) -> None:
    overlay = drive.canvas.view.overlay
    drive.click(line.piece(1))
    mark = overlay.mark(Layer.BENDS)
    assert isinstance(mark, BendsMark)
    (x1, y1), (_, y2) = line.route.points[1:3]
    assert (Point(x1, (y1 + y2) / 2), False) in mark.grips
    assert drive.viewport.cursor().shape() == Qt.CursorShape.SizeHorCursor
    drive.begin_drag(line.piece(1), line.piece(1) + QPoint(-30, 0))
    assert overlay.mark(Layer.BENDS) is None
    drive.key(Key.Key_Escape)
    drive.session.select((line.id, drive.id("Fix")))
    assert overlay.mark(Layer.BENDS) is None


def test_arrows_move_the_main_segment_in_one_step_back(drive: Driver, line: Lines) -> None:
    before, x = drive.session.now, upright_x(line)
    line.select()
    drive.key(Key.Key_Left)
    drive.key(Key.Key_Left)
    drive.key(Key.Key_Right)
    assert upright_x(line) == x - 10
    left = drive.canvas.view.camera.visible.left()
    drive.key(Key.Key_Up)
    assert upright_x(line) == x - 10, "the level pieces lead to the cards; there is nothing to move"
    assert drive.canvas.view.camera.visible.left() == left
    undone(drive, before)


def test_a_piece_that_arrows_move_comes_into_view(drive: Driver, line: Lines) -> None:
    line.select()
    view = drive.canvas.view
    drive.canvas.set_zoom(4.0)
    view.camera.arrive()
    view.camera.reveal(drive.layout.cards[drive.id("value")].rect)
    drive.key(Key.Key_Right)
    view.camera.arrive()
    (x, top), (_, bottom) = line.route.points[1:3]
    assert drive.canvas.stage.visible.contains(Point(x, (top + bottom) / 2))
    seen = view.camera.visible
    drive.key(Key.Key_Left)
    view.camera.arrive()
    assert view.camera.visible == seen, "it is seen already"


def test_an_arrow_that_moves_nothing_says_what_does(drive: Driver, line: Lines) -> None:
    said: list[str] = []
    drive.session.said.connect(said.append)
    line.select()
    drive.key(Key.Key_Up)
    assert said == ["This flow has no level piece to move: Left and Right move its upright one."]
    Lines(drive, "Diagnose", "Fix").select()
    drive.key(Key.Key_Left)
    assert said[1:] == ["This flow has no upright piece to move: Up and Down move its level one."]


def test_arrows_lift_a_straight_line(drive: Driver) -> None:
    line = Lines(drive, "Diagnose", "Fix")
    line.select()
    drive.key(Key.Key_Up, Mod.ShiftModifier)
    assert min(y for _, y in line.corners) == line.route.points[0][1] - 100


# -- labels -------------------------------------------------------------------------------------------------
@pytest.fixture
def labelled(drive: Driver, line: Lines) -> Lines:
    with drive.session.edit("Prepare") as draft:
        draft.update(line.id, label="urgent")
    drive.session.history.clear()
    return line


def test_conv_37_dragging_a_label_moves_it_along_and_beside_the_line(drive: Driver, labelled: Lines) -> None:
    before = drive.session.now
    label = labelled.route.label
    assert label is not None
    spot = labelled.label()
    drive.drag(spot, spot + QPoint(40, 60))
    moved = labelled.route.label
    assert moved is not None
    assert (round(moved.center.x - label.center.x), round(moved.center.y - label.center.y)) == (40, 60)
    assert labelled.flow.label_place != LabelPlace()
    assert labelled.flow.bends == ()
    assert drive.session.history.undoText() == "Move label"
    undone(drive, before)


def test_conv_37_a_leader_holds_the_dragged_label_to_its_line(drive: Driver, labelled: Lines) -> None:
    before = drive.session.now
    overlay = drive.canvas.view.overlay
    spot = labelled.label()
    drive.begin_drag(spot, spot + QPoint(50, 30))
    mark = overlay.mark(Layer.LEADER)
    assert isinstance(mark, LeaderMark)
    assert drive.canvas.stage.lines_near(mark.anchor, 1)[0] == labelled.id
    shown = drive.canvas.scene.flows[labelled.id]._look.label
    assert shown == mark.label != labelled.route.label
    drive.key(Key.Key_Escape)
    assert overlay.mark(Layer.LEADER) is None
    drive.release(spot + QPoint(50, 30))
    assert drive.session.now is before
    assert_drawn(drive)


def test_conv_37_a_label_away_from_its_selected_line_keeps_the_leader(drive: Driver, labelled: Lines) -> None:
    overlay = drive.canvas.view.overlay
    labelled.select()
    assert overlay.mark(Layer.LEADER) is None
    spot = labelled.label()
    drive.drag(spot, spot + QPoint(60, 10))
    mark = overlay.mark(Layer.LEADER)
    assert isinstance(mark, LeaderMark) and mark.label == labelled.route.label
    drive.session.select(())
    assert overlay.mark(Layer.LEADER) is None


def test_conv_37_a_label_goes_back_home(drive: Driver, labelled: Lines) -> None:
    spot = labelled.label()
    drive.drag(spot, spot + QPoint(60, 40))
    away = labelled.label()
    drive.drag(away, away - QPoint(57, 42))
    assert labelled.flow.label_place == LabelPlace()


def test_conv_37_double_click_edits_a_label(drive: Driver, labelled: Lines) -> None:
    drive.double_click(labelled.label())
    assert drive.canvas.naming.id == labelled.id
    drive.finish_name("very urgent")
    assert labelled.flow.label == "very urgent"
    assert labelled.flow.label_place == LabelPlace()


# -- all of them --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("what", ["segment", "label"])
def test_conv_08_near_the_edge_the_view_scrolls_and_the_line_follows(
    drive: Driver, labelled: Lines, what: str
) -> None:
    before = drive.session.now
    points = labelled.route.points
    spot = labelled.label() if what == "label" else labelled.pixel((points[1][0], points[1][1] + 20))
    drive.begin_drag(spot, QPoint(drive.viewport.width() - 5, spot.y()))
    scroll = drive.canvas.controller._scroll
    assert scroll._timer.isActive()
    left = drive.canvas.view.camera.visible.left()
    shown = drive.canvas.scene.flows[labelled.id]._look
    for _ in range(5):
        scroll._tick()
    assert drive.canvas.view.camera.visible.left() > left
    assert drive.canvas.scene.flows[labelled.id]._look != shown
    drive.key(Key.Key_Escape)
    assert not scroll._timer.isActive()
    assert drive.session.now is before
    assert_drawn(drive)
