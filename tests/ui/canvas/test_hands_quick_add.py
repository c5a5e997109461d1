"""Opening quick-add and choosing the activity: where the step will stand, what is offered first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.quick import chosen, no_trace, offered, quick
from vsdesigner.layout.ports import Side
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.proposal_mark import ProposalMark

Mod, Key = Qt.KeyboardModifier, Qt.Key
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


# -- opening ------------------------------------------------------------------------------------------------
def test_conv_40_typing_with_nothing_selected_opens_quick_add_with_that_letter(drive: Driver) -> None:
    before = drive.session.now
    drive.type("C")
    assert quick(drive).card.name.text() == "C"
    drive.type("lose it")
    assert drive.session.now is before, "nothing is made before it is answered"
    drive.key(Key.Key_Return)
    assert drive.step("Close it")
    assert drive.session.selection == (drive.id("Close it"),)
    no_trace(drive)
    undone(drive, before)


def test_conv_40_an_input_method_opens_quick_add(drive: Driver) -> None:
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(drive.canvas.view, event)
    assert quick(drive).card.name.text() == "é"


@pytest.mark.parametrize(("name", "ends"), [("demand", ("demand", "New")), ("value", ("New", "value"))])
def test_typing_on_demand_or_value_asks_for_the_step_beside_it(
    drive: Driver, name: str, ends: tuple[str, str]
) -> None:
    texts = drive.session.now.streams[0]
    drive.click(drive.middle(name))
    drive.type("New")
    drive.key(Key.Key_Return)
    assert drive.has_flow(*ends)
    assert drive.session.now.streams[0].demand == texts.demand
    assert drive.session.now.streams[0].value == texts.value


def test_typing_goes_on_at_the_end_of_the_main_path(drive: Driver) -> None:
    before = drive.session.now
    drive.type("Close")
    drive.key(Key.Key_Return)
    assert drive.has_flow("Fix", "Close") and drive.has_flow("Close", "value")
    assert not drive.has_flow("Fix", "value"), "the way to value leads through the new step"
    undone(drive, before)


def test_typing_goes_on_behind_a_last_step_that_leads_nowhere(drive: Driver) -> None:
    drive.click(drive.on_flow("Fix", "value"))
    drive.key(Key.Key_Delete)
    drive.key(Key.Key_Escape)
    drive.type("Close")
    drive.key(Key.Key_Return)
    assert drive.has_flow("Fix", "Close")
    assert not drive.session.now.outgoing(drive.id("Close"))


def test_conv_09_a_double_click_on_an_empty_lane_asks_for_a_step_at_that_point(drive: Driver) -> None:
    before = drive.session.now
    drive.double_click(drive.in_lane("Obtain/Build", 900))
    assert drive.session.now is before
    assert chosen(drive) == offered(drive)[0] == "obtain_build"
    drive.finish_name("Build")
    step, rect = drive.step("Build"), drive.layout.cards[drive.id("Build")].rect
    assert step.lane == "obtain_build" and abs(rect.center.x - 900) <= 5
    assert not drive.session.now.incoming(step.id) and not drive.session.now.outgoing(step.id)
    undone(drive, before)


def test_conv_25_release_on_nothing_asks_there_and_connects(drive: Driver) -> None:
    before = drive.session.now
    band = drive.layout.band(drive.lane("Improve"))
    drive.drag(drive.handle("Fix", Side.RIGHT), drive.at(1100, band.top + band.height / 2))
    assert drive.session.now is before
    assert chosen(drive) == "improve", "the lane under the pointer comes first"
    drive.finish_name("Learn")
    assert drive.step("Learn").lane == "improve"
    assert drive.has_flow("Fix", "Learn")
    undone(drive, before)


def test_conv_25_from_value_the_flow_leads_to_value(drive: Driver) -> None:
    before = drive.session.now
    handle = drive.handle("value", Side.LEFT)
    band = drive.layout.band(drive.lane("Improve"))
    drive.drag(handle, drive.at(1000, band.top + band.height / 2))
    drive.finish_name("Check")
    assert drive.has_flow("Check", "value")
    undone(drive, before)


@pytest.mark.parametrize("name", ["demand", "Triage"])
def test_the_action_asks_for_the_step_behind_the_selected_one(drive: Driver, name: str) -> None:
    before = drive.session.now
    drive.click(drive.middle(name))
    drive.canvas.run("insert.quick_add")
    drive.finish_name("Other")
    assert drive.has_flow(name, "Other")
    undone(drive, before)


def test_the_action_on_value_asks_for_the_step_before_it(drive: Driver) -> None:
    drive.click(drive.middle("value"))
    drive.canvas.run("insert.quick_add")
    drive.finish_name("Other")
    assert drive.has_flow("Other", "value")


def test_the_action_on_a_flow_puts_the_step_into_it(drive: Driver) -> None:
    before = drive.session.now
    drive.click(drive.on_flow("Diagnose", "Fix"))
    drive.canvas.run("insert.quick_add")
    drive.finish_name("Decide")
    assert drive.has_flow("Diagnose", "Decide") and drive.has_flow("Decide", "Fix")
    assert not drive.has_flow("Diagnose", "Fix")
    undone(drive, before)


def test_other_parts_can_open_it_at_a_place(drive: Driver) -> None:
    place = drive.layout.place_at(drive.layout.cards[drive.id("Review")].rect.center, (190, 84), ())
    quick(drive).open(place, connect_from=drive.id("Fix"), connect_to=drive.id("Review"), typed="Ch")
    drive.type("eck")
    drive.key(Key.Key_Return)
    assert drive.has_flow("Fix", "Check") and drive.has_flow("Check", "Review")


# -- choosing the activity ----------------------------------------------------------------------------------
def test_the_likely_activity_comes_first(drive: Driver) -> None:
    drive.click(drive.middle("Triage"))
    drive.canvas.run("insert.quick_add")
    assert sorted(offered(drive)) == sorted(lane.id for lane in drive.session.now.lanes)
    assert offered(drive)[0] == chosen(drive) == "deliver_and_support", "as this stream does after Engage"


def test_a_chosen_lane_comes_first(drive: Driver) -> None:
    drive.canvas.run("lane.choose_next")
    drive.canvas.run("lane.choose_next")
    drive.type("Think")
    assert chosen(drive) == "plan"
    drive.key(Key.Key_Return)
    assert drive.step("Think").lane == "plan"


def test_arrows_choose_while_the_name_keeps_the_focus(drive: Driver) -> None:
    drive.type("Na")
    order = offered(drive)
    drive.key(Key.Key_Down)
    assert chosen(drive) == order[1]
    drive.key(Key.Key_Up)
    drive.key(Key.Key_Up)
    assert chosen(drive) == order[-1], "round the end"
    drive.type("me")
    drive.key(Key.Key_Return)
    assert drive.step("Name").lane == order[-1]


@pytest.mark.parametrize(
    ("letters", "lane"),
    [
        ("p", "plan"),
        ("PLAN", "plan"),
        ("o", "obtain_build"),
        ("b", "obtain_build"),
        ("dt", "design_and_transition"),
        ("ds", "deliver_and_support"),
        ("des", "design_and_transition"),
        ("supp", "deliver_and_support"),
        ("6", "improve"),
    ],
)
def test_first_letters_and_a_colon_choose(drive: Driver, letters: str, lane: str) -> None:
    drive.type(f"{letters}: Go on")
    assert quick(drive).card.name.text().strip() == "Go on"
    assert chosen(drive) == lane
    drive.key(Key.Key_Return)
    assert drive.step("Go on").lane == lane


def test_of_two_that_begin_alike_the_likelier_is_meant(drive: Driver) -> None:
    drive.click(drive.middle("Triage"))
    drive.canvas.run("insert.quick_add")
    drive.type("d:")
    assert chosen(drive) == "deliver_and_support"


def test_a_colon_that_belongs_to_the_name_stays(drive: Driver) -> None:
    drive.type("Ticket 4711: close")
    drive.key(Key.Key_Return)
    assert drive.step("Ticket 4711: close")
    drive.key(Key.Key_Escape)
    drive.type("x")
    QApplication.clipboard().setText("Plan: the party")
    quick(drive).card.name.selectAll()
    drive.key(Key.Key_V, CTRL)
    drive.key(Key.Key_Return)
    assert drive.step("Plan: the party"), "what is pasted is a name"


@pytest.mark.parametrize("held", [CTRL, Mod.AltModifier])
def test_ctrl_with_the_number_chooses(drive: Driver, held: Qt.KeyboardModifier) -> None:
    drive.type("Go")
    drive.key(Key.Key_4, held)
    assert chosen(drive) == "obtain_build"
    drive.key(Key.Key_9, held)
    assert chosen(drive) == "obtain_build", "there is no ninth"
    assert quick(drive).card.name.text() == "Go"


def test_a_click_chooses_and_the_name_keeps_the_focus(drive: Driver) -> None:
    drive.type("Go")
    rows = quick(drive).card.rows
    spot = rows.row_area(3).center().toPoint()
    drive.click(rows.mapTo(drive.viewport, spot))
    assert chosen(drive) == offered(drive)[3]
    assert quick(drive).card.name.hasFocus()


@pytest.mark.parametrize("downs", range(6))
def test_the_proposal_is_where_the_step_comes_to_stand(drive: Driver, downs: int) -> None:
    drive.click(drive.middle("Diagnose"))
    drive.canvas.run("insert.quick_add")
    drive.type("Go")
    for _ in range(downs):
        drive.key(Key.Key_Down)
    mark = drive.canvas.view.overlay.mark(Layer.PROPOSAL)
    assert isinstance(mark, ProposalMark) and mark.lines
    lane = chosen(drive)
    assert drive.canvas.scene.drawing.lit_lane == lane
    drive.key(Key.Key_Return)
    assert drive.step("Go").lane == lane
    assert drive.layout.cards[drive.id("Go")].rect[:2] == mark.cards[0][0][:2]
    assert_drawn(drive)
