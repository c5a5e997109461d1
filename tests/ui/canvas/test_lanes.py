"""Lanes under the hand: order, heights, folding, names; undo is exact and a lane never hides a step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.checks import assert_drawn, assert_painted, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.strips import Strips
from vsdesigner.model.dimensions import CARD_HEIGHT, LANE_HEIGHT, LANE_PADDING
from vsdesigner.model.records import Lane, Stream
from vsdesigner.storage import documents
from vsdesigner.ui.canvas.headers import NARROW_WIDTH, WIDTH
from vsdesigner.ui.canvas.lane_marks import LevelMark
from vsdesigner.ui.canvas.overlay import Layer

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def strips(drive: Driver) -> Strips:
    """The hand on the headers, with the whole stream in view from its top."""
    drive.canvas.resize(1500, 1000)
    QApplication.processEvents()
    drive.show(drive.layout.bounds)
    return Strips(drive)


def order(drive: Driver) -> list[str]:
    return [lane.id for lane in drive.session.now.lanes]


def height(drive: Driver, lane: str) -> float:
    return drive.layout.band(lane).height


# -- the order ----------------------------------------------------------------------------------------------
def test_conv_22_dragging_a_header_reorders_with_an_insertion_bar(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    start, end = strips.lane("Improve"), strips.lane("Plan") - QPoint(0, 20)
    strips.begin_drag(strips.headers, start, end)
    bar = drive.canvas.view.overlay.mark(Layer.BAND)
    assert isinstance(bar, LevelMark)
    assert bar.y == drive.layout.band("plan").top
    assert_painted(drive)
    assert drive.session.now == before
    strips.release(strips.headers, end)
    assert order(drive)[:3] == ["engage", "improve", "plan"]
    assert drive.canvas.view.overlay.mark(Layer.BAND) is None
    assert drive.session.history.undoText() == "Move lane Improve"
    assert drive.layout.band("improve").top == drive.layout.band("engage").bottom
    undone(drive, before)


def test_a_header_dragged_to_the_end(drive: Driver, strips: Strips) -> None:
    end = QPoint(40, strips.headers.height() - 1)
    strips.drag(strips.headers, strips.lane("Engage"), end)
    assert order(drive)[-1] == "engage"


def test_a_header_dragged_down_past_one_lane(drive: Driver, strips: Strips) -> None:
    strips.drag(strips.headers, strips.lane("Plan"), strips.lane("Design and Transition") + QPoint(0, 30))
    assert order(drive)[:3] == ["engage", "design_and_transition", "plan"]


def test_a_header_dropped_where_it_was_changes_nothing(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    strips.drag(strips.headers, strips.lane("Plan"), strips.lane("Engage") + QPoint(0, 30))
    assert drive.session.now is before
    strips.drag(strips.headers, strips.lane("Plan"), strips.lane("Plan") + QPoint(0, 3))
    assert drive.session.now is before


def test_esc_while_a_header_is_dragged(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    strips.begin_drag(strips.headers, strips.lane("Improve"), strips.lane("Engage"))
    drive.key(Key.Key_Escape)
    assert drive.canvas.view.overlay.mark(Layer.BAND) is None
    strips.release(strips.headers, strips.lane("Engage"))
    assert drive.session.now is before
    assert_drawn(drive)


@pytest.mark.parametrize("held", ["selection", "header"])
def test_conv_22_the_same_by_action(drive: Driver, strips: Strips, held: str) -> None:
    if held == "selection":
        drive.select("Fix")
    else:
        strips.click(strips.headers, strips.lane("Deliver and Support"))
    before = drive.session.now
    drive.canvas.run("lane.move_up")
    assert order(drive).index("deliver_and_support") == 3
    undone(drive, before)
    drive.select("Fix")
    drive.canvas.run("lane.move_down")
    assert order(drive).index("deliver_and_support") == 4


def test_moving_beyond_the_ends_is_not_offered(drive: Driver, strips: Strips) -> None:
    assert not drive.canvas.can_run("lane.move_up"), "no lane is meant"
    drive.select("Triage")
    assert not drive.canvas.can_run("lane.move_up")
    assert drive.canvas.can_run("lane.move_down")


def test_the_order_survives_saving(drive: Driver, strips: Strips, tmp_path: Path) -> None:
    strips.drag(strips.headers, strips.lane("Improve"), strips.lane("Engage") - QPoint(0, 40))
    assert order(drive)[0] == "improve"
    documents.save(tmp_path / "a.vstream", drive.session.now, tmp_path / "backups")
    drive.session.replace(documents.read(tmp_path / "a.vstream").snapshot)
    assert order(drive)[0] == "improve"
    assert drive.layout.lanes[0].lane == "improve"
    assert_drawn(drive)


# -- heights ------------------------------------------------------------------------------------------------
def test_conv_20_a_border_pushes_the_lanes_below(drive: Driver, strips: Strips) -> None:
    before, top = drive.session.now, drive.layout.cards[drive.id("Fix")].rect.y
    start = strips.border("Plan")
    strips.begin_drag(strips.headers, start, start + QPoint(0, 50))
    assert drive.canvas.scene.cards[drive.id("Fix")].y() == top + 50, "cards below follow at once"
    assert drive.canvas.scene.cards[drive.id("Triage")].y() == drive.layout.cards[drive.id("Triage")].rect.y
    assert_painted(drive)
    assert drive.session.now is before
    strips.release(strips.headers, start + QPoint(0, 50))
    assert height(drive, "plan") == LANE_HEIGHT + 50
    assert drive.layout.cards[drive.id("Fix")].rect.y == top + 50
    assert drive.session.history.undoText() == "Change height of lane Plan"
    undone(drive, before)


def test_conv_20_with_ctrl_the_neighbour_gives(drive: Driver, strips: Strips) -> None:
    before, bottom = drive.session.now, drive.layout.lanes[-1].bottom
    start = strips.border("Plan")
    strips.drag(strips.headers, start, start + QPoint(0, 40), Mod.ControlModifier)
    assert height(drive, "plan") == LANE_HEIGHT + 40
    assert height(drive, "design_and_transition") == LANE_HEIGHT - 40
    assert drive.layout.lanes[-1].bottom == bottom
    undone(drive, before)


def test_ctrl_in_the_middle_of_a_drag(drive: Driver, strips: Strips) -> None:
    start = strips.border("Plan")
    end = start + QPoint(0, 40)
    strips.begin_drag(strips.headers, start, end)
    assert drive.canvas.scene.drawing.bands[3].top == drive.layout.lanes[3].top + 40
    strips.move(strips.headers, end, Qt.MouseButton.LeftButton, Mod.ControlModifier)
    assert drive.canvas.scene.drawing.bands[3].top == drive.layout.lanes[3].top
    strips.release(strips.headers, end, Mod.ControlModifier)
    assert height(drive, "design_and_transition") == LANE_HEIGHT - 40


def test_conv_21_a_border_stops_at_content_and_at_60(drive: Driver, strips: Strips) -> None:
    start = strips.border("Plan")
    strips.begin_drag(strips.headers, start, start - QPoint(0, 130))
    assert drive.canvas.scene.drawing.bands[1].height == 60, "it stops under the hand"
    strips.release(strips.headers, start - QPoint(0, 130))
    assert height(drive, "plan") == 60
    start = strips.border("Deliver and Support")
    strips.drag(strips.headers, start, start - QPoint(0, 130))
    content = max(drive.layout.cards[drive.id(name)].rect.bottom for name in ("Fix", "Diagnose", "value"))
    band = drive.layout.band("deliver_and_support")
    assert band.bottom == content + LANE_PADDING
    assert LANE_PADDING >= 20


def test_conv_21_a_balanced_neighbour_keeps_its_content(drive: Driver, strips: Strips) -> None:
    start = strips.border("Obtain/Build")
    strips.drag(strips.headers, start, start + QPoint(0, 120), Mod.ControlModifier)
    least = drive.layout.band("deliver_and_support").height
    assert least >= LANE_PADDING + CARD_HEIGHT + LANE_PADDING
    assert_drawn(drive)


def test_a_border_is_taken_on_the_drawing_too(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    spot = drive.at(60, drive.layout.band("plan").bottom)
    drive.move(spot)
    assert drive.viewport.cursor().shape() == Qt.CursorShape.SplitVCursor
    drive.drag(spot, spot + QPoint(0, 30))
    assert height(drive, "plan") == LANE_HEIGHT + 30
    undone(drive, before)


def test_a_click_on_a_border_changes_nothing(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    strips.click(strips.headers, strips.border("Plan"))
    spot = drive.at(60, drive.layout.band("plan").bottom)
    drive.click(spot)
    assert drive.session.now is before


def test_double_click_on_a_border_fits_the_lane(drive: Driver, strips: Strips) -> None:
    start = strips.border("Plan")
    strips.drag(strips.headers, start, start + QPoint(0, 50))
    before = drive.session.now
    strips.double_click(strips.headers, strips.border("Plan"))
    assert height(drive, "plan") == LANE_HEIGHT
    assert drive.session.history.undoText() == "Change height of lane Plan"
    drive.session.undo()
    assert drive.session.now == before


def test_double_click_on_a_border_of_the_drawing_fits_the_lane(drive: Driver, strips: Strips) -> None:
    spot = drive.at(60, drive.layout.band("plan").bottom)
    drive.drag(spot, spot + QPoint(0, 40))
    drive.double_click(drive.at(60, drive.layout.band("plan").bottom))
    assert height(drive, "plan") == LANE_HEIGHT
    assert not drive.canvas.stage.quick_add.shown, "a border is no place for a step"


def test_automatic_height_by_action(drive: Driver, strips: Strips) -> None:
    drive.select("Triage")
    assert not drive.canvas.can_run("lane.automatic_height")
    start = strips.border("Engage")
    strips.drag(strips.headers, start, start + QPoint(0, 50))
    drive.select("Triage")
    drive.canvas.run("lane.automatic_height")
    assert height(drive, "engage") == LANE_HEIGHT
    assert drive.session.now.get(drive.session.stream, Stream).lane_views == ()


def test_esc_while_a_border_is_dragged(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    start = strips.border("Engage")
    strips.begin_drag(strips.headers, start, start + QPoint(0, 80))
    drive.key(Key.Key_Escape)
    strips.release(strips.headers, start + QPoint(0, 80))
    assert drive.session.now is before
    assert_drawn(drive)


def test_a_border_dragged_from_far_away(drive: Driver, strips: Strips) -> None:
    drive.canvas.view.camera.zoom_at(0.25)
    QApplication.processEvents()
    before = drive.session.now
    start = strips.border("Plan")
    strips.drag(strips.headers, start, start + QPoint(0, 20))
    assert height(drive, "plan") == LANE_HEIGHT + 80
    undone(drive, before)


# -- names --------------------------------------------------------------------------------------------------
def test_conv_09_double_click_on_a_header_renames_the_lane(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    strips.double_click(strips.headers, strips.lane("Engage"))
    strips.write("Front office")
    lane = drive.session.now.get("engage", Lane)
    assert (lane.name, lane.alias) == ("Engage", "Front office")
    band = drive.canvas.scene.drawing.bands[0]
    assert (band.name, band.activity) == ("Front office", "Engage"), "the activity stays recognisable"
    assert drive.session.history.undoText() == "Rename lane Engage"
    undone(drive, before)


def test_an_empty_name_gives_the_activitys_own_back(drive: Driver, strips: Strips) -> None:
    strips.double_click(strips.headers, strips.lane("Engage"))
    strips.write("Front office")
    strips.double_click(strips.headers, strips.lane("Engage"))
    strips.write("Engage")
    assert drive.session.now.get("engage", Lane).alias == ""


def test_esc_leaves_the_name(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    strips.double_click(strips.headers, strips.lane("Engage"))
    strips.write("Front office", Key.Key_Escape)
    assert drive.session.now is before
    assert not drive.canvas.stage.header_naming.editor.isVisible()


def test_conv_41_a_press_elsewhere_takes_the_name_over(drive: Driver, strips: Strips) -> None:
    strips.double_click(strips.headers, strips.lane("Engage"))
    QTest.keyClicks(drive.canvas.stage.header_naming.editor, "Front office")
    drive.click(drive.at(900, 100))
    assert drive.session.now.get("engage", Lane).alias == "Front office"


# -- menu, keys, sight --------------------------------------------------------------------------------------
def test_the_menu_of_a_header(drive: Driver, strips: Strips) -> None:
    menu = strips.menu(strips.headers, strips.lane("Plan"))
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert texts == ["Rename Lane", "Add Plan Step", "Move Lane Up", "Move Lane Down", "Collapse Lane"]
    strips.choose(strips.headers, strips.lane("Deliver and Support"), "Select Steps of Lane")
    chosen = {drive.id("Diagnose"), drive.id("Fix"), drive.id("value")}
    assert set(drive.session.selection) == chosen
    strips.choose(strips.headers, strips.lane("Plan"), "Move Lane Up")
    assert order(drive)[0] == "plan"
    before = len(drive.session.now.steps(drive.session.stream))
    strips.choose(strips.headers, strips.lane("Plan"), "Add Plan Step")
    drive.finish_name("Think")
    assert drive.step("Think").lane == "plan"
    assert len(drive.session.now.steps(drive.session.stream)) == before + 1


def test_headers_are_chosen_by_keys(drive: Driver, strips: Strips) -> None:
    headers = strips.headers
    said: list[str] = []
    drive.session.said.connect(said.append)
    drive.canvas.run("lane.choose_next")
    assert headers.chosen == "engage"
    assert said == ["Lane 1 of 6, Engage, 1 step"]
    drive.canvas.run("lane.choose_next")
    assert headers.chosen == "plan"
    drive.canvas.run("lane.choose_previous")
    drive.canvas.run("lane.choose_previous")
    assert headers.chosen == "engage", "there is none above"
    drive.select("Fix")
    assert headers.chosen == ""
    drive.canvas.run("lane.leave")
    assert headers.chosen == "deliver_and_support", "out of the step into its lane"
    assert drive.session.selection == ()
    drive.key(Key.Key_Up)
    assert headers.chosen == "obtain_build"
    assert not drive.canvas.can_run("lane.enter"), "nothing stands there"
    drive.key(Key.Key_Down)
    drive.canvas.run("lane.enter")
    assert drive.session.selection == (drive.id("Diagnose"),)
    assert headers.chosen == ""
    drive.canvas.run("lane.leave")
    drive.click(drive.at(900, 100))
    assert headers.chosen == ""


def test_narrow_views_have_narrow_headers(drive: Driver, strips: Strips) -> None:
    assert strips.headers.width() == WIDTH
    drive.canvas.resize(697, 800)  # what is left of a window of 1280 px with all its panels
    QApplication.processEvents()
    assert strips.headers.width() == WIDTH
    drive.canvas.resize(520, 800)
    QApplication.processEvents()
    assert strips.headers.width() == NARROW_WIDTH
    assert drive.viewport.geometry().left() == NARROW_WIDTH
    assert strips.headers.geometry().right() < drive.viewport.geometry().left()
    assert_painted(drive)
    drive.canvas.resize(1500, 900)
    QApplication.processEvents()
    assert strips.headers.width() == WIDTH
    assert_painted(drive)


def test_conv_23_the_lane_of_the_centre_is_tinted_and_taken(drive: Driver, strips: Strips) -> None:
    rect = drive.layout.cards[drive.id("Review")].rect
    border = drive.layout.band("improve").top
    start = drive.middle("Review")
    for offset, lane in ((4, "improve"), (-4, "deliver_and_support")):
        end = drive.at(rect.center.x, border + offset)
        drive.begin_drag(start, end, Mod.AltModifier)
        assert drive.canvas.scene.drawing.lit_lane == lane
        assert_painted(drive)
        drive.release(end, Mod.AltModifier)
        assert drive.canvas.scene.drawing.lit_lane == ""
        assert drive.step("Review").lane == lane
        start = drive.middle("Review")


def test_hovering_a_border_shows_the_cursor(drive: Driver, strips: Strips) -> None:
    strips.move(strips.headers, strips.border("Plan"))
    assert strips.headers.cursor().shape() == Qt.CursorShape.SplitVCursor
    strips.move(strips.headers, strips.lane("Plan"))
    assert strips.headers.cursor().shape() == Qt.CursorShape.OpenHandCursor, "a header can be dragged"
    strips.move(strips.headers, strips.chevron("Plan"))
    assert strips.headers.cursor().shape() == Qt.CursorShape.ArrowCursor
