"""What becomes of a quick-add card, what it bears, and how it looks."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.quick import chosen, no_trace, offered, quick
from tests.ui.canvas.streams import large_stream
from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui import theme
from vsdesigner.ui.canvas.hint import refresh
from vsdesigner.ui.canvas.marks import HintMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.proposal_mark import ProposalMark

Mod, Key = Qt.KeyboardModifier, Qt.Key
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


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


def test_another_activity_is_said_to_those_who_hear_the_window(
    drive: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    drive.type("Close")
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    drive.key(Key.Key_Down)
    name = quick(drive).card.activity.name
    assert heard == [name]
    assert name in quick(drive).card.name.accessibleName()


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
