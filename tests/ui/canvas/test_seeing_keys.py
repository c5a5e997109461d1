"""Everything without a pointer: connecting what exists, and seeing where the keyboard is."""

from __future__ import annotations

from math import dist

import pytest
from PySide6.QtCore import Qt

from tests.ui.canvas.checks import undone
from tests.ui.canvas.drive import Driver
from vsdesigner.model.records import FlowKind
from vsdesigner.ui import theme
from vsdesigner.ui.canvas.marks import ConnectionMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.colour import contrast
from vsdesigner.ui.theme import Theme

PORT_GAP = 24.0  # px between two flows that leave the same side
Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_conv_63_two_selected_steps_are_connected_in_the_order_of_selection(drive: Driver) -> None:
    before = drive.session.now
    drive.select("Fix", "Review")
    assert drive.canvas.can_run("insert.connect_selected")
    drive.canvas.run("insert.connect_selected")
    assert drive.has_flow("Fix", "Review")
    assert drive.session.history.undoText() == "Connect “Fix” to “Review”"
    undone(drive, before)


def test_several_selected_steps_become_a_chain_in_one_step(drive: Driver) -> None:
    before = drive.session.now
    drive.select("Triage", "Review", "Fix")
    drive.canvas.run("insert.connect_selected")
    assert drive.has_flow("Triage", "Review")
    assert drive.has_flow("Review", "Fix")
    undone(drive, before)


def test_what_is_connected_already_says_so(drive: Driver) -> None:
    told: list[str] = []
    drive.session.told.connect(lambda text, *_: told.append(text))
    before = drive.session.now
    drive.select("Triage", "Diagnose")
    drive.canvas.run("insert.connect_selected")
    assert drive.session.now is before
    assert told == ["These two are connected already."]


def test_conv_63_from_one_step_to_another_by_keys_alone(drive: Driver) -> None:
    before = drive.session.now
    drive.session.select((drive.id("Review"),))
    drive.canvas.run("insert.connect_selected")
    linking = drive.canvas.aids.linking
    assert linking.source == drive.id("Review")
    told: list[str] = []
    drive.session.told.connect(lambda text, *_: told.append(text))
    drive.key(Key.Key_Return)  # no end is chosen yet
    assert linking.source == drive.id("Review")
    assert told == []
    drive.key(Key.Key_End)  # the last step
    drive.key(Key.Key_Tab)  # value
    assert drive.session.selection == (drive.id("value"),)
    assert drive.canvas.view.overlay.mark(Layer.CONNECTION) is not None
    drive.key(Key.Key_Return)
    assert drive.has_flow("Review", "value")
    assert linking.source == ""
    assert drive.canvas.view.overlay.mark(Layer.CONNECTION) is None
    undone(drive, before)


ARROWS = (Key.Key_Up, Key.Key_Right, Key.Key_Down, Key.Key_Left)


def test_conv_63_arrows_walk_while_the_other_end_is_looked_for_and_move_nothing(drive: Driver) -> None:
    before = drive.session.now
    hints: list[str] = []
    drive.session.hinted.connect(hints.append)
    drive.session.select((drive.id("Triage"),))
    assert drive.canvas.bar.isVisible()
    drive.canvas.run("insert.connect_selected")
    assert not drive.canvas.bar.isVisible(), "it would cover why an end is refused"
    reached = set()
    for key in ARROWS * 3:
        drive.key(key)
        reached.add(drive.session.selection[0])
        assert drive.canvas.aids.linking.source == drive.id("Triage")
    assert drive.session.now is before
    assert drive.id("Review") in reached, "no flow leads to it"
    assert len(hints) == 1
    drive.session.select((drive.id("Fix"),))
    mark = drive.canvas.view.overlay.mark(Layer.CONNECTION)
    assert isinstance(mark, ConnectionMark)
    drive.key(Key.Key_Return)
    made = drive.layout.routes[drive.flow("Triage", "Fix").id].points
    assert len(mark.points) == len(made)
    for shown, point in zip(mark.points, made, strict=True):
        assert dist(shown, point) <= PORT_GAP, "but for the order in which flows leave a step"
    assert hints[1:] == [""]


def test_the_line_back_to_an_earlier_step_is_shown_as_it_will_run(drive: Driver) -> None:
    drive.session.select((drive.id("Fix"),))
    drive.canvas.run("insert.connect_selected")
    drive.key(Key.Key_Home)
    assert drive.session.selection == (drive.id("Triage"),)
    mark = drive.canvas.view.overlay.mark(Layer.CONNECTION)
    assert isinstance(mark, ConnectionMark)
    drive.key(Key.Key_Return)
    assert drive.flow("Fix", "Triage").kind is FlowKind.REWORK
    assert mark.points == drive.layout.routes[drive.flow("Fix", "Triage").id].points, "rework runs round"


def test_an_end_that_is_refused_says_why_and_one_goes_on(drive: Driver) -> None:
    drive.session.select((drive.id("Triage"),))
    drive.canvas.run("insert.connect_selected")
    drive.session.select((drive.id("demand"),))
    assert drive.canvas.view.overlay.mark(Layer.REASON) is not None
    drive.key(Key.Key_Return)
    assert drive.canvas.aids.linking.source == drive.id("Triage")
    drive.session.select((drive.id("Fix"),))
    drive.canvas.run("insert.connect_selected")
    assert drive.has_flow("Triage", "Fix")


def test_esc_leaves_everything_as_it_was(drive: Driver) -> None:
    before = drive.session.now
    drive.session.select((drive.id("Triage"),))
    drive.canvas.run("insert.connect_selected")
    drive.key(Key.Key_Tab)
    drive.key(Key.Key_Escape)
    assert drive.session.now is before
    assert drive.canvas.aids.linking.source == ""
    assert drive.session.selection == (drive.id("Triage"),)
    drive.key(Key.Key_Return)  # means nothing any more
    assert drive.session.now is before


def test_flows_and_notes_cannot_be_connected(drive: Driver) -> None:
    drive.session.select((drive.flow("Triage", "Diagnose").id,))
    assert not drive.canvas.can_run("insert.connect_selected")
    drive.session.select(())
    assert not drive.canvas.can_run("insert.connect_selected")


def test_conv_63_create_connect_move_rename_and_delete_without_a_pointer(drive: Driver) -> None:
    session = drive.session
    drive.key(Key.Key_Home)
    lane = drive.step("Triage").lane
    for _ in range(12):
        drive.key(Key.Key_Down, Mod.ShiftModifier)  # over the border into the lane below
        if drive.step("Triage").lane != lane:
            break
    assert drive.step("Triage").lane != lane
    drive.key(Key.Key_F2)
    drive.finish_name("Sort out")
    assert drive.step("Sort out")
    drive.key(Key.Key_Delete)
    assert all(step.name != "Sort out" for step in session.now.steps(session.stream))


def test_conv_63_after_delete_the_keyboard_goes_on_beside(drive: Driver) -> None:
    before = drive.session.now
    drive.session.select((drive.id("Diagnose"),))
    drive.key(Key.Key_Delete)
    assert drive.session.selection == (drive.id("Fix"),), "what followed"
    drive.key(Key.Key_Delete)
    assert drive.session.selection == (drive.id("Triage"),), "a step that came before, not value"
    drive.session.select((drive.flow("Triage", "value").id,))
    drive.key(Key.Key_Delete)
    assert drive.session.selection == (drive.id("Triage"),), "where the flow began"
    drive.session.select((drive.id("Review"),))
    drive.key(Key.Key_Delete)
    assert drive.session.selection == (), "nothing was connected with it"
    for _ in range(4):
        drive.session.undo()
    assert drive.session.now.steps(drive.session.stream) == before.steps(drive.session.stream)
    assert drive.session.selection == (drive.id("Diagnose"),)


def test_conv_63_tab_follows_the_flow_from_demand_to_value_and_back(drive: Driver) -> None:
    line = []
    for _ in range(6):
        drive.key(Key.Key_Tab)
        line.append(drive.session.selection[0])
    now = drive.session.now
    steps = [step.id for step in now.steps(drive.session.stream)]
    assert line == [drive.id("demand"), *steps, drive.id("value")]
    drive.key(Key.Key_Backtab, Mod.ShiftModifier)
    assert drive.session.selection == (line[-2],)
    assert drive.canvas.view.hasFocus()


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_conv_63_the_focus_is_seen_in_both_themes(drive: Driver, worn: Theme) -> None:
    drive.canvas.set_theme(worn)
    drive.canvas.view.clearFocus()
    drive.canvas.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    picture = drive.canvas.grab().toImage()
    ring, beside = picture.pixelColor(1, 300), picture.pixelColor(1, 300)
    assert ring == worn.accent, ring.name()
    for ground in (worn.canvas, worn.card, worn.window):
        assert contrast(worn.accent, ground) >= 3.0
    for lane in drive.session.now.lanes:
        palette = worn.lane(lane.color)
        assert contrast(worn.accent, palette.band) >= 3.0, lane.name  # the frame of what is selected
    assert beside == ring
