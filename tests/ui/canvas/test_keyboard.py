"""The keys on the drawing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from vsdesigner.layout.ports import Side
from vsdesigner.model.dimensions import LANE_PADDING
from vsdesigner.ui.canvas import nudging

Mod, Key = Qt.KeyboardModifier, Qt.Key


def walked(drive: Driver, key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> str:
    drive.key(key, keys)
    assert len(drive.session.selection) == 1
    return drive.session.selection[0]


def test_conv_63_tab_walks_in_flow_order_and_back(drive: Driver) -> None:
    # Review has no flow, so it is numbered by its place from the left.
    line = ["demand", *(step.id for step in drive.session.now.steps(drive.session.stream)), "value"]
    ids = [drive.id(name) for name in line]
    assert [walked(drive, Key.Key_Tab) for _ in ids] == ids
    assert walked(drive, Key.Key_Tab) == ids[0]
    assert walked(drive, Key.Key_Backtab, Mod.ShiftModifier) == ids[-1]
    assert drive.canvas.view.hasFocus(), "Tab stays on the canvas"


def test_home_and_end(drive: Driver) -> None:
    steps = drive.session.now.steps(drive.session.stream)
    assert walked(drive, Key.Key_End) == steps[-1].id
    assert walked(drive, Key.Key_Home) == steps[0].id


def test_walking_brings_into_view(drive: Driver) -> None:
    drive.canvas.set_zoom(4.0)
    drive.key(Key.Key_Tab)
    rect = drive.layout.cards[drive.id("demand")].rect
    assert drive.canvas.stage.visible.overlaps(rect)


def test_conv_17_arrows_move_as_one_step_back(drive: Driver) -> None:
    before = drive.session.now
    drive.click(drive.middle("Fix"))
    for _ in range(3):
        drive.key(Key.Key_Right)
    drive.key(Key.Key_Right, Mod.ShiftModifier)
    assert drive.step("Fix").x == 810 + 3 * 10 + 100
    undone(drive, before)


def test_two_runs_of_arrows_are_two_steps_back(drive: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    before = drive.session.now
    drive.click(drive.middle("Fix"))
    drive.key(Key.Key_Right)
    monkeypatch.setattr(nudging, "PAUSE", -1.0)
    drive.key(Key.Key_Right)
    undone(drive, before, steps=2)


def test_up_and_down_lead_into_the_next_lane(drive: Driver) -> None:
    before = drive.session.now
    drive.click(drive.middle("Triage"))
    drive.key(Key.Key_Up)
    assert drive.session.history.count() == 0, "there is nothing above the first lane"
    drive.key(Key.Key_Down)
    step = drive.step("Triage")
    assert (step.lane, step.y) == ("plan", LANE_PADDING)
    drive.key(Key.Key_Up)
    assert drive.step("Triage").lane == "engage"
    drive.key(Key.Key_Down)
    undone(drive, before)


def test_down_in_the_last_lane_makes_it_grow(drive: Driver) -> None:
    drive.click(drive.middle("Review"))
    height = drive.layout.band("improve").height
    drive.key(Key.Key_Down)
    assert drive.step("Review").y == LANE_PADDING + 10
    assert drive.layout.band("improve").height == height + 10
    assert_drawn(drive)


def test_conv_17_arrows_without_a_selection_pan(drive: Driver) -> None:
    left = drive.canvas.view.camera.visible.left()
    drive.key(Key.Key_Right)
    assert round(drive.canvas.view.camera.visible.left() - left) == 50
    drive.click(drive.middle("Fix"))
    drive.key(Key.Key_Left, Mod.ControlModifier | Mod.AltModifier)
    assert round(drive.canvas.view.camera.visible.left() - left) == 0
    drive.key(Key.Key_Left, Mod.ControlModifier | Mod.AltModifier | Mod.ShiftModifier)
    assert round(drive.canvas.view.camera.visible.left() - left) == -200
    assert drive.session.history.count() == 0


def test_alt_arrows_walk_to_the_neighbour(drive: Driver) -> None:
    drive.click(drive.middle("Triage"))
    assert walked(drive, Key.Key_Right, Mod.AltModifier) == drive.id("Diagnose")
    assert walked(drive, Key.Key_Right, Mod.AltModifier) == drive.id("Fix")
    assert walked(drive, Key.Key_Right, Mod.AltModifier) == drive.id("value")
    assert walked(drive, Key.Key_Right, Mod.AltModifier) == drive.id("value"), "nothing lies further on"
    assert walked(drive, Key.Key_Left, Mod.AltModifier) == drive.id("Fix")


@pytest.mark.parametrize(
    ("key", "side"), [(Key.Key_Right, Side.RIGHT), (Key.Key_Down, Side.BOTTOM), (Key.Key_Up, Side.TOP)]
)
def test_ctrl_arrow_appends(drive: Driver, key: Qt.Key, side: Side) -> None:
    before = drive.session.now
    drive.click(drive.middle("Fix"))
    drive.key(key, Mod.ControlModifier)
    drive.finish_name("Next")
    assert drive.has_flow("Fix", "Next")
    order = [lane.id for lane in drive.session.now.lanes]
    assert order.index(drive.step("Next").lane) - order.index(drive.step("Fix").lane) == side.value[1]
    undone(drive, before)


def test_delete_heals_and_shift_delete_does_not(drive: Driver) -> None:
    before = drive.session.now
    drive.click(drive.middle("Diagnose"))
    drive.key(Key.Key_Delete)
    assert drive.has_flow("Triage", "Fix")
    assert drive.session.history.undoText() == "Delete “Diagnose”"
    undone(drive, before)
    drive.session.undo()
    drive.click(drive.middle("Diagnose"))
    drive.key(Key.Key_Delete, Mod.ShiftModifier)
    assert not drive.has_flow("Triage", "Fix")
    assert_drawn(drive)


def test_backspace_deletes_too_but_not_demand(drive: Driver) -> None:
    drive.click(drive.middle("demand"))
    drive.key(Key.Key_Backspace)
    assert drive.session.history.count() == 0
    drive.click(drive.on_flow("Diagnose", "Fix"))
    drive.key(Key.Key_Backspace)
    assert not drive.has_flow("Diagnose", "Fix")


def test_select_all_and_esc(drive: Driver) -> None:
    drive.key(Key.Key_A, Mod.ControlModifier)
    now, stream = drive.session.now, drive.session.stream
    assert set(drive.session.selection) == {r.id for r in (*now.steps(stream), *now.flows(stream))}
    drive.key(Key.Key_Escape)
    assert drive.session.selection == ()
