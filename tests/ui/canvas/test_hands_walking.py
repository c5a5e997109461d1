"""Walking over a stream by key: along the flow, to neighbours, from lane to lane."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.canvas.drive import Driver
from tests.ui.canvas.holding import ALT, CTRL, SHIFT, hold
from vsdesigner.commands import flows, steps
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind

Mod, Key = Qt.KeyboardModifier, Qt.Key


# -- walking ------------------------------------------------------------------------------------------------
def branched(drive: Driver) -> list[str]:
    """Give Review three followers at its right; returns their names from the nearest."""
    names = ["Near", "Middle", "Far"]
    with drive.session.edit("Branch") as draft:
        for index, name in enumerate(names):
            place = Place("improve", 810.0, 20.0 + 130.0 * index)
            flows.connect(draft, drive.id("Review"), steps.add(draft, drive.session.stream, place, name))
    return names


def selected(drive: Driver) -> str:
    (id,) = drive.session.selection
    return next(step.name for step in drive.session.now.steps(drive.session.stream) if step.id == id)


def test_conv_26_alt_arrow_goes_to_the_nearest_and_round_its_siblings(drive: Driver) -> None:
    names = branched(drive)
    drive.click(drive.middle("Review"))
    hold(drive, ALT, Key.Key_Right, release=False)
    seen = [selected(drive)]
    for _ in range(3):
        hold(drive, ALT, Key.Key_Right, release=False)
        seen.append(selected(drive))
    assert seen == [*names, names[0]]
    hold(drive, ALT, Key.Key_Left)
    assert selected(drive) == "Review", "another direction walks on"


def test_only_branches_are_siblings(drive: Driver) -> None:
    with drive.session.edit("Inform") as draft:
        flows.connect(draft, drive.id("Fix"), drive.id("Triage"), kind=FlowKind.INFORMATION)
    drive.click(drive.middle("Triage"))
    hold(drive, ALT, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert drive.session.selection == (drive.id("value"),), "not round what informs Triage"


def test_alt_let_go_and_pressed_again_walks_on(drive: Driver) -> None:
    branched(drive)
    with drive.session.edit("Go on") as draft:
        place = Place("improve", 1080.0, 20.0)
        flows.connect(draft, drive.id("Near"), steps.add(draft, drive.session.stream, place, "Further"))
    drive.click(drive.middle("Review"))
    hold(drive, ALT, Key.Key_Right)
    hold(drive, ALT, Key.Key_Right)
    assert selected(drive) == "Further"


def test_conv_63_tab_goes_by_flow_order_demand_first(drive: Driver) -> None:
    ends = [drive.id("demand"), drive.id("Triage"), drive.id("Diagnose")]
    for id in ends:
        drive.key(Key.Key_Tab)
        assert drive.session.selection == (id,)
    for id in reversed(ends[:-1]):
        drive.key(Key.Key_Backtab, SHIFT)
        assert drive.session.selection == (id,)
    assert drive.canvas.view.hasFocus()


def test_conv_64_ctrl_shift_arrow_goes_over_into_the_next_lane_and_says_so(drive: Driver) -> None:
    before = drive.session.now
    said: list[str] = []
    drive.session.said.connect(said.append)
    drive.click(drive.middle("Triage"))
    drive.key(Key.Key_Down, CTRL | SHIFT)
    assert drive.session.selection == (drive.id("Diagnose"),), "lanes without a step are passed over"
    drive.key(Key.Key_Down, CTRL | SHIFT)
    assert drive.session.selection == (drive.id("Review"),)
    drive.key(Key.Key_Down, CTRL | SHIFT)
    assert drive.session.selection == (drive.id("Review"),), "there is none below"
    drive.key(Key.Key_Up, CTRL | SHIFT)
    assert said == ["Lane Deliver and Support", "Lane Improve", "Lane Deliver and Support"]
    assert drive.session.now is before
