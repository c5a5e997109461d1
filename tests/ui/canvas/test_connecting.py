"""Drawing flows by hand: from handles, to cards and to empty ground, and leading them elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from vsdesigner.layout.ports import Side
from vsdesigner.model.records import Step
from vsdesigner.ui.canvas.marks import ConnectionMark, GhostMark, ReasonMark, TargetMark, VeilMark
from vsdesigner.ui.canvas.overlay import Layer

Button, Mod, Key = Qt.MouseButton, Qt.KeyboardModifier, Qt.Key


@pytest.mark.parametrize(("source", "target"), [("Fix", "Review"), ("demand", "Review"), ("Review", "value")])
def test_conv_25_drag_from_a_handle_connects(drive: Driver, source: str, target: str) -> None:
    before = drive.session.now
    drive.connect(source, target)
    assert drive.session.selection == (drive.flow(source, target).id,)
    undone(drive, before)


def test_drag_from_value_connects_backwards(drive: Driver) -> None:
    before = drive.session.now
    said: list[str] = []
    drive.session.said.connect(said.append)
    goal = drive.at(*drive.layout.cards[drive.id("Review")].rect.center)
    drive.begin_drag(drive.handle("value", Side.LEFT), goal)
    assert said == ["Value ends the stream: this flow leads to value."]
    mark = drive.canvas.view.overlay.mark(Layer.CONNECTION)
    assert isinstance(mark, ConnectionMark)
    value = drive.layout.cards[drive.id("value")].rect.grown(1.0)
    last = mark.points[-1]
    assert value.x <= last.x <= value.right and value.y <= last.y <= value.bottom, "the head is at value"
    drive.release(goal)
    assert said[-1] == ""
    assert drive.has_flow("Review", "value")
    undone(drive, before)


def test_conv_29_illegal_targets_fade_and_say_why(drive: Driver) -> None:
    before = drive.session.now
    handle = drive.handle("Triage", Side.RIGHT)
    drive.begin_drag(handle, drive.at(*drive.layout.cards[drive.id("demand")].rect.center))
    overlay = drive.canvas.view.overlay
    veil, target, reason = (overlay.mark(layer) for layer in (Layer.VEIL, Layer.TARGET, Layer.REASON))
    assert isinstance(veil, VeilMark)
    faded = {drive.layout.cards[drive.id(name)].rect for name in ("demand", "Diagnose")}
    assert set(veil.rects) == faded
    assert isinstance(target, TargetMark) and target.refused
    assert isinstance(reason, ReasonMark) and "Demand is where a stream starts" in reason.sentence
    drive.release(drive.at(*drive.layout.cards[drive.id("demand")].rect.center))
    assert drive.session.now is before
    assert all(overlay.mark(layer) is None for layer in (Layer.VEIL, Layer.TARGET, Layer.REASON))
    assert_drawn(drive)


def test_esc_ends_a_connection(drive: Driver) -> None:
    before = drive.session.now
    handle = drive.handle("Fix", Side.RIGHT)
    goal = drive.at(*drive.layout.cards[drive.id("Review")].rect.center)
    drive.begin_drag(handle, goal)
    drive.key(Key.Key_Escape)
    drive.release(goal)
    assert drive.session.now is before
    assert drive.canvas.view.overlay.mark(Layer.CONNECTION) is None


def test_conv_30_release_beside_a_card_still_counts(drive: Driver) -> None:
    rect = drive.layout.cards[drive.id("Review")].rect
    drive.drag(drive.handle("Fix", Side.RIGHT), drive.at(rect.x - 9, rect.center.y))
    assert drive.has_flow("Fix", "Review")


def test_release_on_empty_ground_makes_a_step_there(drive: Driver) -> None:
    before = drive.session.now
    id = drive.connect_to_empty("Fix", "Improve", 900, "Learn")
    assert drive.step("Learn").lane == "improve"
    assert drive.has_flow("Fix", "Learn")
    assert drive.session.selection == (id,)
    undone(drive, before)


@pytest.mark.parametrize(
    ("side", "lane"),
    [(Side.RIGHT, "deliver_and_support"), (Side.BOTTOM, "improve"), (Side.TOP, "obtain_build")],
)
def test_conv_25_click_on_a_handle_appends_in_that_direction(drive: Driver, side: Side, lane: str) -> None:
    before = drive.session.now
    id = drive.append_by_handle("Fix", side)
    drive.finish_name("Next")
    assert drive.session.now.get(id, Step).lane == lane
    assert drive.has_flow("Fix", "Next")
    undone(drive, before)


def test_click_on_the_left_handle_puts_a_step_before(drive: Driver) -> None:
    drive.append_by_handle("Triage", Side.LEFT)
    drive.finish_name("Receive")
    assert drive.has_flow("Receive", "Triage")


def test_conv_28_hovering_a_handle_shows_the_step_it_would_make(drive: Driver) -> None:
    drive.move(drive.handle("Fix", Side.RIGHT))
    mark = drive.canvas.view.overlay.mark(Layer.GHOST)
    assert isinstance(mark, GhostMark)
    id = drive.append_by_handle("Fix")
    assert drive.layout.cards[id].rect[:2] == mark.rect[:2]
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None


@pytest.mark.parametrize("at_target", [True, False])
def test_conv_35_reconnecting_by_either_end(drive: Driver, at_target: bool) -> None:
    before = drive.session.now
    flow = drive.flow("Diagnose", "Fix")
    drive.click(drive.on_flow("Diagnose", "Fix"))
    points = drive.layout.routes[flow.id].points
    start = drive.at(*points[-1 if at_target else 0])
    drive.drag(start, drive.at(*drive.layout.cards[drive.id("Review")].rect.center))
    assert drive.has_flow("Diagnose", "Review") if at_target else drive.has_flow("Review", "Fix")
    assert drive.session.now.find(flow.id) is not None, "it is the same flow, led elsewhere"
    undone(drive, before)


def test_reconnecting_to_where_it_is_changes_nothing(drive: Driver) -> None:
    before = drive.session.now
    flow = drive.flow("Diagnose", "Fix")
    drive.click(drive.on_flow("Diagnose", "Fix"))
    end = drive.at(*drive.layout.routes[flow.id].points[-1])
    drive.begin_drag(end, end + QPoint(30, 0))
    mark = drive.canvas.view.overlay.mark(Layer.TARGET)
    assert isinstance(mark, TargetMark) and not mark.refused
    drive.release(end + QPoint(30, 0))
    assert drive.session.now is before


def test_reconnecting_to_nothing_leaves_the_flow(drive: Driver) -> None:
    before = drive.session.now
    flow = drive.flow("Diagnose", "Fix")
    drive.click(drive.on_flow("Diagnose", "Fix"))
    end = drive.at(*drive.layout.routes[flow.id].points[-1])
    drive.drag(end, drive.at(700, 200))
    assert drive.session.now is before
    assert drive.canvas.scene.flows[flow.id].opacity() == 1.0


def test_the_first_flow_to_value_shows_where_it_takes_value(drive: Driver) -> None:
    drive.click(drive.on_flow("Fix", "value"))
    drive.key(Key.Key_Delete)
    goal = drive.at(*drive.layout.cards[drive.id("value")].rect.center)
    drive.begin_drag(drive.handle("Review", Side.RIGHT), goal)
    mark = drive.canvas.view.overlay.mark(Layer.GHOST)
    assert isinstance(mark, GhostMark)
    drive.release(goal)
    assert drive.has_flow("Review", "value")
    assert drive.layout.cards[drive.id("value")].rect[:2] == mark.rect[:2]
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    there = drive.layout.cards[drive.id("value")].rect
    goal = drive.at(*there.center)
    drive.begin_drag(drive.handle("Fix", Side.RIGHT), goal)
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    drive.release(goal)
    assert drive.layout.cards[drive.id("value")].rect == there, "the next ones leave it where it is"
