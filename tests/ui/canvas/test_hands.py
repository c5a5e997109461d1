"""Appending and naming by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.holding import CTRL, SHIFT, hold, let_go
from vsdesigner.commands import steps
from vsdesigner.layout.ports import Side
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind, TerminalKind
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.proposal_mark import ProposalMark
from vsdesigner.ui.inserting import append_step

Mod, Key = Qt.KeyboardModifier, Qt.Key


def proposed(drive: Driver) -> int:
    mark = drive.canvas.view.overlay.mark(Layer.PROPOSAL)
    return len(mark.cards) if isinstance(mark, ProposalMark) else 0


def names_behind(drive: Driver, name: str) -> list[str]:
    now = drive.session.now
    ids = {flow.target for flow in now.outgoing(drive.id(name))}
    return sorted(step.name for step in now.steps(drive.session.stream) if step.id in ids)


# -- siblings -----------------------------------------------------------------------------------------------
def test_conv_26_ctrl_held_and_pressed_three_times_makes_three_siblings(drive: Driver) -> None:
    before = drive.session.now
    drive.click(drive.middle("Review"))
    for count in (1, 2, 3):
        hold(drive, CTRL, Key.Key_Right, release=False)
        assert proposed(drive) == count
        assert drive.session.now is before, "nothing is made while Ctrl is held"
        assert not drive.canvas.bar.isVisible(), "it would cover what is proposed"
    mark = drive.canvas.view.overlay.mark(Layer.PROPOSAL)
    assert isinstance(mark, ProposalMark) and len(mark.lines) == 3
    let_go(drive, CTRL)
    for name in ("One", "Two", "Three"):
        drive.finish_name(name)
    assert not drive.canvas.naming.id and proposed(drive) == 0
    assert names_behind(drive, "Review") == ["One", "Three", "Two"]
    rects = [drive.layout.cards[drive.id(name)].rect for name in ("One", "Two", "Three")]
    assert rects[0].y < rects[1].y < rects[2].y and len({rect.x for rect in rects}) == 1
    assert [tuple(rect[:2]) for rect in rects] == [tuple(rect[:2]) for rect, _ in mark.cards]
    assert {drive.step(name).lane for name in ("One", "Two", "Three")} == {"improve"}
    assert drive.session.history.undoText() == "Append 3 steps"
    undone(drive, before)


@pytest.mark.parametrize(
    ("key", "side"), [(Key.Key_Up, Side.TOP), (Key.Key_Down, Side.BOTTOM), (Key.Key_Left, Side.LEFT)]
)
def test_conv_26_siblings_in_every_direction(drive: Driver, key: Qt.Key, side: Side) -> None:
    before = drive.session.now
    drive.click(drive.middle("Diagnose"))
    hold(drive, CTRL, key, key)
    drive.finish_name("One")
    drive.finish_name("Two")
    here = drive.layout.cards[drive.id("Diagnose")].rect.center
    for name in ("One", "Two"):
        there = drive.layout.cards[drive.id(name)].rect.center
        dx, dy = side.value
        assert (there.x - here.x) * dx + (there.y - here.y) * dy > 0
        ends = (name, "Diagnose") if side is Side.LEFT else ("Diagnose", name)
        assert drive.has_flow(*ends)
    undone(drive, before)


def test_another_arrow_begins_anew_on_that_side(drive: Driver) -> None:
    drive.click(drive.middle("Diagnose"))
    hold(drive, CTRL, Key.Key_Right, Key.Key_Right, Key.Key_Down, release=False)
    assert proposed(drive) == 1
    let_go(drive, CTRL)
    drive.finish_name("Below")
    assert drive.step("Below").lane == "improve"
    assert drive.session.history.undoText() == "Add Improve step"


def test_a_key_held_down_makes_one_step(drive: Driver) -> None:
    drive.click(drive.middle("Review"))
    hold(drive, CTRL, Key.Key_Right, release=False)
    for _ in range(20):
        hold(drive, CTRL, Key.Key_Right, release=False, again=True)
    assert proposed(drive) == 1


def test_esc_with_ctrl_held_proposes_nothing_any_more(drive: Driver) -> None:
    before = drive.session.now
    drive.click(drive.middle("Review"))
    hold(drive, CTRL, Key.Key_Right, Key.Key_Right, Key.Key_Escape, release=False)
    assert proposed(drive) == 0
    let_go(drive, CTRL)
    assert drive.session.now is before
    assert drive.session.selection == (drive.id("Review"),)


def test_losing_the_focus_with_ctrl_held_leaves_nothing(drive: Driver) -> None:
    before = drive.session.now
    other = QLineEdit(drive.canvas)
    other.show()
    drive.click(drive.middle("Review"))
    hold(drive, CTRL, Key.Key_Right, release=False)
    other.setFocus()
    assert proposed(drive) == 0
    other.setParent(None)
    drive.canvas.view.setFocus()
    let_go(drive, CTRL)
    assert drive.session.now is before


@pytest.mark.parametrize("what", ["key", "click"])
def test_ctrl_let_go_elsewhere_leaves_nothing(drive: Driver, what: str) -> None:
    """Some window managers keep the release for themselves."""
    before = drive.session.now
    drive.click(drive.middle("Review"))
    hold(drive, CTRL, Key.Key_Right, release=False)
    if what == "key":
        drive.key(Key.Key_Home)
    else:
        drive.click(drive.middle("Fix"))
    assert proposed(drive) == 0 and not drive.canvas.controller.busy
    let_go(drive, CTRL)
    assert drive.session.now is before


def test_esc_at_the_second_sibling_keeps_the_first(drive: Driver) -> None:
    before = drive.session.now
    drive.click(drive.middle("Review"))
    hold(drive, CTRL, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    drive.finish_name("One")
    drive.type("no")
    drive.key(Key.Key_Escape)
    assert names_behind(drive, "Review") == ["One"]
    assert len(drive.session.now.steps(drive.session.stream)) == 5
    assert not drive.canvas.naming.id
    undone(drive, before)


def test_a_click_elsewhere_keeps_siblings_without_a_name(drive: Driver) -> None:
    drive.click(drive.middle("Review"))
    hold(drive, CTRL, Key.Key_Right, Key.Key_Right)
    drive.type("One")
    drive.click(drive.middle("Triage"))
    assert names_behind(drive, "Review") == ["", "One"]
    drive.key(Key.Key_F2)
    drive.key(Key.Key_Return)
    assert drive.canvas.naming.id == "", "what waited to be named waits no more"


def test_demand_and_value_append_where_they_may(drive: Driver) -> None:
    before = drive.session.now
    drive.click(drive.middle("value"))
    hold(drive, CTRL, Key.Key_Right)
    assert drive.session.now is before, "nothing comes behind value this way"
    hold(drive, CTRL, Key.Key_Left)
    drive.finish_name("Before")
    assert drive.has_flow("Before", "value")


@pytest.mark.parametrize(("gap", "kept"), [(80.0, 80.0), (120.0, 120.0), (250.0, 250.0), (260.0, 80.0)])
def test_conv_18_a_new_step_keeps_the_rhythm_of_near_neighbours(
    drive: Driver, gap: float, kept: float
) -> None:
    triage = drive.layout.cards[drive.id("Triage")].rect
    with drive.session.edit("Move") as draft:
        place = Place("deliver_and_support", triage.right + gap, 26.0)
        steps.place(draft, {drive.id("Diagnose"): place, drive.id("Fix"): place._replace(x=3_000.0)})
        flow = drive.flow("Diagnose", "Fix")
        draft.remove(flow.id)
    drive.append_by_handle("Diagnose")
    drive.finish_name("Next")
    rects = drive.layout.cards
    assert rects[drive.id("Next")].rect.x - rects[drive.id("Diagnose")].rect.right == kept


def test_conv_18_where_the_place_is_taken_it_goes_down_and_the_lane_grows(drive: Driver) -> None:
    height = drive.layout.band("deliver_and_support").height
    drive.append_by_handle("Diagnose")
    drive.finish_name("Beside")
    taken, made = (drive.layout.cards[drive.id(name)].rect for name in ("Fix", "Beside"))
    assert made.x == taken.x and made.y >= taken.bottom
    band = drive.layout.band("deliver_and_support")
    assert band.height > height and made.bottom <= band.bottom
    assert_drawn(drive)


def test_value_gives_way_to_an_appended_step_unless_somebody_put_it_there(drive: Driver) -> None:
    before = drive.session.now
    drive.append_by_handle("Fix")
    drive.finish_name("Level")
    rects = drive.layout.cards
    level, fix, value = (rects[drive.id(name)].rect for name in ("Level", "Fix", "value"))
    assert level.y == fix.y and value.x > level.right
    drive.session.undo()
    assert drive.session.now == before
    drive.drag_step("value", by=(-30, 0))
    assert drive.terminal(TerminalKind.VALUE).pinned
    drive.append_by_handle("Fix")
    drive.finish_name("Below")
    level, value = (drive.layout.cards[drive.id(name)].rect for name in ("Below", "value"))
    assert level.y >= value.bottom


# -- naming -------------------------------------------------------------------------------------------------
def test_conv_39_esc_in_the_name_of_a_new_step_takes_it_back_with_its_step_in_undo(drive: Driver) -> None:
    drive.rename("Fix", "Repair")
    before, count = drive.session.now, drive.session.history.count()
    drive.append_by_handle("Repair", Side.RIGHT)
    drive.type("x")
    drive.key(Key.Key_Escape)
    assert drive.session.now == before
    assert drive.session.history.count() == drive.session.history.index() == count
    assert not drive.session.history.canRedo()
    assert drive.session.selection == (drive.id("Repair"),)
    assert drive.canvas.view.hasFocus()
    assert_drawn(drive)
    drive.session.undo()
    assert drive.step("Fix")


@pytest.mark.parametrize("way", ["palette", "menu", "key", "tab"])
def test_esc_takes_back_whatever_made_the_step(drive: Driver, way: str) -> None:
    before = drive.session.now
    if way == "palette":
        drive.drop_from_palette("Plan", 900)
    elif way == "menu":
        append_step(drive.session, "plan")
    elif way == "key":
        drive.click(drive.middle("Fix"))
        drive.key(Key.Key_Right, CTRL)
    else:
        drive.double_click(drive.middle("Fix"))
        drive.key(Key.Key_Tab)
    assert drive.session.now is not before
    drive.key(Key.Key_Escape)
    assert drive.session.now == before
    assert drive.session.history.count() == 0


def test_esc_in_the_name_of_a_step_that_has_one_already_keeps_the_step(drive: Driver) -> None:
    drive.append_by_handle("Fix")
    drive.finish_name("Kept")
    drive.key(Key.Key_F2)
    drive.type("other")
    drive.key(Key.Key_Escape)
    assert drive.step("Kept")


def test_esc_takes_back_a_new_step_after_another_change(drive: Driver) -> None:
    id = drive.append_by_handle("Fix")
    with drive.session.edit("Rename") as draft:
        draft.update(drive.id("Triage"), name="Sort")
    drive.key(Key.Key_Escape)
    assert id not in drive.session.now
    assert drive.step("Sort")
    assert_drawn(drive)


def test_adding_from_the_menu_and_naming_is_one_step_back(drive: Driver) -> None:
    before = drive.session.now
    drive.session.select((drive.id("Review"),))
    append_step(drive.session, "plan")
    drive.finish_name("Think")
    assert drive.has_flow("Review", "Think")
    undone(drive, before)


def test_ctrl_enter_in_a_name_goes_on_with_quick_add(drive: Driver) -> None:
    drive.click(drive.middle("Review"))
    drive.type("Look back")
    drive.key(Key.Key_Return, CTRL)
    assert drive.step("Look back")
    assert drive.canvas.stage.quick_add.shown
    drive.finish_name("Learn")
    assert drive.has_flow("Look back", "Learn")


def test_ctrl_shift_enter_in_a_name_connects_to_value(drive: Driver) -> None:
    drive.click(drive.middle("Review"))
    drive.type("Look back")
    drive.key(Key.Key_Return, CTRL | SHIFT)
    assert drive.has_flow("Look back", "value")
    drive.double_click(drive.middle("Fix"))
    drive.key(Key.Key_Return, CTRL | SHIFT)
    assert not drive.canvas.naming.id, "what leads to value already stays as it is"


# -- going back ---------------------------------------------------------------------------------------------
def test_a_flow_drawn_back_to_an_earlier_step_is_rework(drive: Driver) -> None:
    before = drive.session.now
    drive.connect("Fix", "Triage", Side.BOTTOM)
    assert drive.flow("Fix", "Triage").kind is FlowKind.REWORK
    assert drive.session.history.undoText() == "Lead “Fix” back to “Triage”"
    undone(drive, before)
    drive.connect("Fix", "Review")
    assert drive.flow("Fix", "Review").kind is FlowKind.MAIN
