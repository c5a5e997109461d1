"""Empty lanes are folded to their headers and open for what is dragged over them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.checks import assert_drawn, assert_painted, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.strips import Strips
from vsdesigner.commands import lanes
from vsdesigner.model.dimensions import LANE_COLLAPSED_HEIGHT, LANE_HEIGHT
from vsdesigner.ui.theme import DARK

Key = Qt.Key


@pytest.fixture
def strips(drive: Driver) -> Strips:
    """The hand on the headers, with the whole stream in view from its top."""
    drive.canvas.resize(1500, 1000)
    QApplication.processEvents()
    drive.show(drive.layout.bounds)
    return Strips(drive)


def height(drive: Driver, lane: str) -> float:
    return drive.layout.band(lane).height


def collapse(drive: Driver, *ids: str) -> None:
    with drive.session.edit("Collapse") as draft:
        for id in ids:
            lanes.collapse(draft, drive.session.stream, id, True)
    drive.session.history.clear()


def test_a_click_on_the_mark_folds_an_empty_lane_and_opens_it(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    strips.click(strips.headers, strips.chevron("Plan"))
    assert height(drive, "plan") == LANE_COLLAPSED_HEIGHT
    assert drive.session.history.undoText() == "Collapse lane Plan"
    undone(drive, before)
    strips.click(strips.headers, strips.chevron("Plan"))
    assert height(drive, "plan") == LANE_HEIGHT
    assert drive.session.history.undoText() == "Expand lane Plan"


def test_a_lane_with_steps_has_no_mark(drive: Driver, strips: Strips) -> None:
    strips.move(strips.headers, strips.lane("Engage"))
    with pytest.raises(AssertionError, match="shows no mark"):
        strips.chevron("Engage")
    drive.select("Triage")
    assert not drive.canvas.can_run("lane.collapse")


def test_double_click_opens_a_folded_lane(drive: Driver, strips: Strips) -> None:
    collapse(drive, "plan")
    strips.double_click(strips.headers, strips.lane("Plan"))
    assert height(drive, "plan") == LANE_HEIGHT
    assert not drive.canvas.stage.header_naming.id


def test_folding_by_action(drive: Driver, strips: Strips) -> None:
    strips.click(strips.headers, strips.lane("Plan"))
    assert not drive.canvas.can_run("lane.expand")
    drive.canvas.run("lane.collapse")
    assert height(drive, "plan") == LANE_COLLAPSED_HEIGHT
    drive.canvas.run("lane.expand")
    assert height(drive, "plan") == LANE_HEIGHT


def test_all_empty_lanes_at_once(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    drive.canvas.run("lane.collapse_empty")
    folded = {band.lane for band in drive.layout.lanes if band.collapsed}
    assert folded == {"plan", "design_and_transition", "obtain_build"}
    undone(drive, before)
    assert not drive.canvas.can_run("lane.collapse_empty")
    drive.canvas.run("lane.expand_all")
    assert not any(band.collapsed for band in drive.layout.lanes)


def test_a_folded_lane_opens_for_what_is_dragged_over_it(drive: Driver, strips: Strips) -> None:
    collapse(drive, "plan")
    before = drive.session.now
    folded = drive.layout.band("plan")
    middle = drive.middle("Triage")
    over = drive.at(drive.layout.cards[drive.id("Triage")].rect.center.x, folded.top + 10)
    drive.begin_drag(middle, over)
    assert height(drive, "plan") == LANE_HEIGHT, "open as long as something hangs over it"
    assert drive.session.now is before
    drive.key(Key.Key_Escape)
    assert height(drive, "plan") == LANE_COLLAPSED_HEIGHT
    drive.release(over)
    assert_drawn(drive)


def test_a_step_dropped_into_a_folded_lane_opens_it_for_good(drive: Driver, strips: Strips) -> None:
    collapse(drive, "plan")
    before = drive.session.now
    x = drive.layout.cards[drive.id("Review")].rect.center.x
    start = drive.middle("Review")
    drive.drag(start, drive.at(x, drive.layout.band("plan").top + 12))
    assert drive.step("Review").lane == "plan"
    assert height(drive, "plan") == LANE_HEIGHT
    after = drive.session.now
    drive.drag(drive.middle("Review"), drive.at(x, drive.layout.band("improve").top + 60))
    assert drive.step("Review").lane == "improve"
    assert height(drive, "plan") == LANE_HEIGHT
    drive.session.undo()
    assert drive.session.now == after
    undone(drive, before)


def test_a_step_from_the_palette_opens_a_folded_lane(drive: Driver, strips: Strips) -> None:
    collapse(drive, "plan")
    before = drive.session.now
    at = drive.at(900, drive.layout.band("plan").top + 14)
    drive.begin_palette_drag("Plan", at)
    assert height(drive, "plan") == LANE_HEIGHT
    drive.leave_with_palette_drag()
    assert height(drive, "plan") == LANE_COLLAPSED_HEIGHT
    assert drive.session.now is before
    id = drive.drop_from_palette("Plan", 900)
    assert drive.step(id).lane == "plan"
    assert height(drive, "plan") == LANE_HEIGHT


def test_dark_headers_are_painted(drive: Driver, strips: Strips) -> None:
    collapse(drive, "plan")
    drive.canvas.set_theme(DARK)
    strips.click(strips.headers, strips.lane("Engage"))
    assert_painted(drive)


def test_a_folded_lane_opens_while_a_step_is_proposed_in_it(drive: Driver, strips: Strips) -> None:
    collapse(drive, "plan")
    quick_add = drive.canvas.stage.quick_add
    drive.canvas.setFocus()
    drive.type("Think")
    number = str(1 + [lane.id for lane in drive.session.now.lanes].index("plan"))
    QTest.keyClick(quick_add.card.name, Key(ord(number)), Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert quick_add.card.activity.lane == "plan"
    assert drive.layout.band("plan").height == LANE_HEIGHT
    assert_painted(drive)
    QTest.keyClick(quick_add.card.name, Key.Key_Escape)
    QApplication.processEvents()
    assert drive.layout.band("plan").height == LANE_COLLAPSED_HEIGHT
    assert_drawn(drive)
