"""Quick-add: a step by name and activity, where it will stand, connected in the same move."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.streams import large_stream
from vsdesigner.layout.ports import Side
from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui import theme
from vsdesigner.ui.canvas.hint import refresh
from vsdesigner.ui.canvas.marks import HintMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.proposal_mark import ProposalMark
from vsdesigner.ui.canvas.quick_add import QuickAdd

Mod, Key = Qt.KeyboardModifier, Qt.Key
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


def quick(drive: Driver) -> QuickAdd:
    return drive.canvas.stage.quick_add


def offered(drive: Driver) -> list[str]:
    return [activity.lane for activity in quick(drive).card.activities]


def chosen(drive: Driver) -> str:
    return quick(drive).card.activity.lane


def no_trace(drive: Driver) -> None:
    assert not quick(drive).shown
    assert not quick(drive).card.isVisible()
    assert drive.canvas.view.overlay.mark(Layer.PROPOSAL) is None
    assert drive.canvas.scene.drawing.lit_lane == ""
    assert drive.canvas.view.hasFocus()


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


# -- answering ----------------------------------------------------------------------------------------------
def test_esc_leaves_nothing(drive: Driver) -> None:
    before = drive.session.now
    drive.double_click(drive.in_lane("Plan", 900))
    drive.type("Never")
    drive.key(Key.Key_Escape)
    assert drive.session.now is before
    assert drive.session.history.count() == 0
    no_trace(drive)
    assert_drawn(drive)


def test_enter_without_a_name_makes_a_step_to_be_named_later(drive: Driver) -> None:
    before = drive.session.now
    drive.double_click(drive.in_lane("Plan", 900))
    drive.key(Key.Key_Return)
    assert [step.name for step in drive.session.now.steps(drive.session.stream)].count("") == 1
    undone(drive, before)


def test_tab_without_a_name_makes_nothing(drive: Driver) -> None:
    before = drive.session.now
    drive.double_click(drive.in_lane("Plan", 900))
    drive.key(Key.Key_Tab)
    drive.key(Key.Key_Backtab, SHIFT)
    assert drive.session.now is before
    assert quick(drive).card.name.hasFocus()


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Tab, Mod.NoModifier), (Key.Key_Return, CTRL)])
def test_tab_and_ctrl_enter_go_on_behind_the_step(
    drive: Driver, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    before = drive.session.now
    drive.double_click(drive.in_lane("Plan", 900))
    for name in ("First", "Second"):
        drive.type(name)
        drive.key(key, held)
        assert quick(drive).shown and not quick(drive).card.name.text()
    drive.key(Key.Key_Escape)
    assert drive.has_flow("First", "Second")
    assert len(drive.session.now.steps(drive.session.stream)) == 6
    undone(drive, before, steps=2)


def test_going_on_at_the_end_keeps_the_way_to_value(drive: Driver) -> None:
    before = drive.session.now
    drive.type("Close")
    drive.key(Key.Key_Tab)
    drive.type("Thank")
    drive.key(Key.Key_Return)
    for source, target in (("Fix", "Close"), ("Close", "Thank"), ("Thank", "value")):
        assert drive.has_flow(source, target)
    assert len(drive.session.now.incoming(drive.id("value"))) == 1
    undone(drive, before, steps=2)


def test_ctrl_shift_enter_connects_to_value(drive: Driver) -> None:
    before = drive.session.now
    drive.click(drive.middle("Review"))
    drive.canvas.run("insert.quick_add")
    drive.type("Report")
    drive.key(Key.Key_Return, CTRL | SHIFT)
    assert drive.has_flow("Review", "Report") and drive.has_flow("Report", "value")
    assert drive.session.history.undoText() == "Add “Report”"
    undone(drive, before)


def test_connect_to_value_is_an_action_of_the_canvas(drive: Driver) -> None:
    before = drive.session.now
    assert not drive.canvas.can_run("insert.connect_to_value")
    drive.click(drive.middle("Fix"))
    assert not drive.canvas.can_run("insert.connect_to_value"), "it is connected already"
    drive.click(drive.middle("Review"))
    drive.canvas.run("insert.connect_to_value")
    assert drive.has_flow("Review", "value")
    assert drive.session.history.undoText() == "Connect “Review” to value"
    undone(drive, before)


def test_conv_41_a_click_elsewhere_adds_what_has_a_name(drive: Driver) -> None:
    drive.double_click(drive.in_lane("Plan", 900))
    drive.type("Kept")
    drive.click(drive.middle("Triage"))
    assert drive.step("Kept").lane == "plan"
    assert drive.session.selection == (drive.id("Triage"),)
    assert not quick(drive).shown


def test_a_click_elsewhere_leaves_nothing_without_a_name(drive: Driver) -> None:
    before = drive.session.now
    drive.double_click(drive.in_lane("Plan", 900))
    drive.click(drive.middle("Triage"))
    assert drive.session.now is before
    assert not quick(drive).shown


def test_conv_41_loss_of_focus_and_saving_add(drive: Driver) -> None:
    other = QLineEdit(drive.canvas)
    other.show()
    drive.type("One")
    other.setFocus()
    assert drive.step("One") and other.hasFocus(), "adding must not fetch the focus back"
    other.setParent(None)
    drive.canvas.view.setFocus()
    drive.session.select(())
    drive.type("Two")
    drive.session.committing.emit()
    assert drive.step("Two")


def test_looking_something_up_in_another_window_keeps_an_empty_card(drive: Driver) -> None:
    drive.double_click(drive.in_lane("Plan", 900))
    name = quick(drive).card.name
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(name, away)
    assert quick(drive).shown


def test_undo_adds_first_and_takes_that_back(drive: Driver) -> None:
    before = drive.session.now
    drive.type("Half")
    drive.session.undo()
    assert drive.session.now == before
    assert not quick(drive).shown
    assert_drawn(drive)


# -- bad input ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["<b>x</b>", "&File [*] %1 {name}", "שלום", "👩‍👩‍👧‍👦", "W" * NAME_LENGTH])
def test_hostile_names_come_through(drive: Driver, name: str) -> None:
    before = drive.session.now
    drive.double_click(drive.in_lane("Plan", 900))
    quick(drive).card.name.insert(name)
    drive.key(Key.Key_Return)
    assert drive.step(name)
    undone(drive, before)


def test_a_name_cannot_become_too_long(drive: Driver) -> None:
    drive.double_click(drive.in_lane("Plan", 900))
    quick(drive).card.name.insert("x" * 5_000)
    drive.key(Key.Key_Return)
    assert drive.step("x" * NAME_LENGTH)


def test_what_it_was_to_be_connected_with_may_go_meanwhile(drive: Driver) -> None:
    drive.click(drive.middle("Review"))
    drive.canvas.run("insert.quick_add")
    quick(drive).card.name.insert("Orphan")
    with drive.session.edit("Delete") as draft:
        draft.remove(drive.id("Review"))
    drive.key(Key.Key_Return)
    assert not drive.session.now.incoming(drive.id("Orphan"))
    assert_drawn(drive)


def test_another_stream_closes_it(drive: Driver) -> None:
    drive.double_click(drive.in_lane("Plan", 900))
    drive.canvas._on_replaced()
    assert not quick(drive).shown


# -- how it looks -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("zoom", [0.1, 0.3, 1.0, 4.0])
def test_it_is_readable_and_in_view_at_any_zoom(drive: Driver, zoom: float) -> None:
    drive.canvas.view.camera.zoom_at(zoom)
    drive.type("Close")
    card = quick(drive).card
    assert drive.viewport.rect().contains(card.geometry())
    assert card.name.font().pixelSize() >= 13 or card.name.fontInfo().pixelSize() >= 13
    drive.key(Key.Key_Return)
    rect = drive.layout.cards[drive.id("Close")].rect
    assert drive.canvas.stage.visible.overlaps(rect)


@pytest.mark.parametrize("at", [QPoint(1340, 60), QPoint(1340, 820), QPoint(4, 700)])
def test_it_stays_in_view_at_the_edge_and_the_drawing_stays_where_it_is(drive: Driver, at: QPoint) -> None:
    corner = drive.canvas.view.camera.visible.topLeft()
    drive.double_click(at)
    assert quick(drive).shown
    assert drive.viewport.rect().contains(quick(drive).card.geometry())
    assert drive.canvas.view.camera.visible.topLeft() == corner


def test_it_stands_where_the_step_will_stand_in_the_first_activity(drive: Driver) -> None:
    drive.click(drive.middle("demand"))
    drive.canvas.run("insert.quick_add")
    mark = drive.canvas.view.overlay.mark(Layer.PROPOSAL)
    assert isinstance(mark, ProposalMark)
    corner = drive.at(mark.cards[0][0].x, mark.cards[0][0].y)
    assert quick(drive).card.pos() == corner
    drive.key(Key.Key_Down)
    assert quick(drive).card.pos() == corner, "it does not jump about while one chooses"


def test_it_follows_scrolling(drive: Driver) -> None:
    drive.double_click(drive.in_lane("Plan", 600))
    before = quick(drive).card.pos()
    drive.canvas.view.camera.scroll_by(60, 0)
    assert quick(drive).card.x() == before.x() - 60


def test_it_wears_the_theme(drive: Driver) -> None:
    drive.type("x")
    light = quick(drive).card.grab().toImage()
    drive.canvas.set_theme(theme.DARK)
    dark = quick(drive).card.grab().toImage()
    assert dark.pixelColor(5, 40).lightness() < 80 < light.pixelColor(5, 40).lightness()


def test_the_keys_that_it_names_do_what_it_says(drive: Driver) -> None:
    drive.click(drive.middle("Triage"))
    drive.canvas.run("insert.quick_add")
    words = quick(drive).card.keys.text()
    letters = words.split("“")[1].split(":")[0]
    drive.type(f"{letters}:")
    assert chosen(drive) == offered(drive)[1]


def test_conv_54_an_empty_stream_says_that_one_can_type(empty: Driver) -> None:
    mark = empty.canvas.view.overlay.mark(Layer.HINT)
    assert isinstance(mark, HintMark)
    assert " ".join(mark.lines).startswith("Type a name to add the first step")
    empty.type("L")
    assert empty.canvas.view.overlay.mark(Layer.HINT) is None
    empty.key(Key.Key_Escape)
    assert empty.canvas.view.overlay.mark(Layer.HINT) is not None
    empty.type("Log")
    empty.key(Key.Key_Return)
    assert empty.has_flow("demand", "Log") and empty.step("Log").lane == "engage"
    refresh(empty.canvas.stage)
    assert empty.canvas.view.overlay.mark(Layer.HINT) is None


def test_it_opens_at_once_in_a_thousand_steps(drive: Driver) -> None:
    drive.session.replace(large_stream(1_000))
    start = time.perf_counter()
    drive.type("x")
    took = time.perf_counter() - start
    assert quick(drive).shown
    assert took < 0.5, f"{took:.2f} s"
    drive.key(Key.Key_Return)
    assert drive.step("x")
