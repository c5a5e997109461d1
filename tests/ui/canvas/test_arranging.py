"""Aligning, distributing, sizes and tidying on the canvas, by real events where there are any."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.layout.messy import messy_stream
from tests.ui.canvas.checks import assert_drawn, assert_painted, undone
from tests.ui.canvas.conftest import shown
from tests.ui.canvas.drive import Driver
from vsdesigner.commands import steps
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.place import Place
from vsdesigner.ui.canvas.context_menu import build_menu
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.session import Session

Button, Key, Mod = Qt.MouseButton, Qt.Key, Qt.KeyboardModifier


def put(drive: Driver, **places: tuple[str, float, float]) -> None:
    """Put steps somewhere without a step back."""
    with drive.session.edit("Set the stage") as draft:
        steps.place(draft, {drive.id(name): Place(*place) for name, place in places.items()})
    drive.session.history.clear()


def rect(drive: Driver, name: str) -> Rect:
    return drive.layout.cards[drive.id(name)].rect


def below_lane(drive: Driver, name: str) -> float:
    return rect(drive, name).y - drive.layout.band(drive.step(name).lane).top


@pytest.fixture
def messy(qtbot: QtBot) -> Iterator[Driver]:
    yield from shown(qtbot, Session(messy_stream(14, 3)))


# -- align, distribute, sizes -------------------------------------------------------------------------------
def test_conv_24_the_last_clicked_is_the_reference(drive: Driver) -> None:
    put(drive, Triage=("engage", 270, 26), Diagnose=("plan", 500, 40), Fix=("plan", 900, 60))
    before = drive.session.now
    drive.select("Fix", "Triage", "Diagnose")
    drive.canvas.run("arrange.align_left")
    assert [rect(drive, name).x for name in ("Triage", "Diagnose", "Fix")] == [500, 500, 500]
    assert drive.session.history.undoText() == "Align left edges"
    undone(drive, before)
    drive.session.undo()
    drive.select("Diagnose", "Triage", "Fix")
    drive.canvas.run("arrange.align_right")
    assert {rect(drive, name).right for name in ("Triage", "Diagnose", "Fix")} == {1090}


def test_conv_24_the_reference_has_a_bolder_frame(drive: Driver) -> None:
    drive.select("Fix", "Triage")
    assert drive.canvas.scene.drawing.primary == drive.id("Triage")
    assert_painted(drive)
    two = drive.viewport.grab().toImage()
    drive.click(drive.middle("Fix"), Mod.ControlModifier)
    drive.click(drive.middle("Fix"), Mod.ControlModifier)
    assert drive.canvas.scene.drawing.primary == drive.id("Fix")
    drive.move(QPoint(5, drive.viewport.height() - 5))
    assert_painted(drive)
    assert drive.viewport.grab().toImage() != two
    drive.select("Fix")
    assert drive.canvas.scene.drawing.primary == ""  # one alone needs no mark


def test_aligning_over_lanes_means_the_same_height_below_the_lanes_top(drive: Driver) -> None:
    put(drive, Triage=("engage", 270, 26), Diagnose=("plan", 500, 90), Fix=("improve", 900, 300))
    drive.select("Triage", "Fix", "Diagnose")
    drive.canvas.run("arrange.align_top")
    assert [below_lane(drive, name) for name in ("Triage", "Diagnose", "Fix")] == [90, 90, 90]
    assert [drive.step(name).lane for name in ("Triage", "Diagnose", "Fix")] == ["engage", "plan", "improve"]


def test_what_would_be_covered_goes_to_the_nearest_free_place(drive: Driver) -> None:
    put(drive, Triage=("engage", 270, 26), Diagnose=("engage", 600, 26), Fix=("engage", 900, 26))
    drive.select("Diagnose", "Fix", "Triage")
    drive.canvas.run("arrange.align_left")
    found = [rect(drive, name) for name in ("Triage", "Diagnose", "Fix")]
    assert [one.x for one in found] == [270, 270, 270]
    assert [one.y - found[0].y for one in found] == [0, 120, 240]
    assert_drawn(drive)


def test_distributing_makes_equal_gaps(drive: Driver) -> None:
    put(drive, Triage=("engage", 270, 26), Diagnose=("plan", 500, 26), Fix=("engage", 1110, 26))
    drive.select("Triage", "Fix")
    assert not drive.canvas.can_run("arrange.distribute_horizontally")
    drive.select("Triage", "Fix", "Diagnose")
    before = drive.session.now
    drive.canvas.run("arrange.distribute_horizontally")
    one, two, three = (rect(drive, name) for name in ("Triage", "Diagnose", "Fix"))
    assert two.x - one.right == three.x - two.right == 230
    undone(drive, before)


def test_distributing_vertically_goes_lane_by_lane(drive: Driver) -> None:
    put(drive, Triage=("plan", 270, 26), Diagnose=("plan", 500, 130), Fix=("plan", 800, 426))
    drive.select("Triage", "Fix", "Diagnose")
    drive.canvas.run("arrange.distribute_vertically")
    one, two, three = (rect(drive, name) for name in ("Triage", "Diagnose", "Fix"))
    assert two.y - one.bottom == three.y - two.bottom == 116
    put(drive, Diagnose=("engage", 500, 130))
    assert not drive.canvas.can_run("arrange.distribute_vertically")


def test_matching_sizes_and_natural_size(drive: Driver) -> None:
    with drive.session.edit("Fix a size") as draft:
        steps.update(draft, [drive.id("Fix")], width=260.0, height=120.0)
    drive.session.history.clear()
    before = drive.session.now
    drive.select("Triage", "Review", "Fix")
    drive.canvas.run("arrange.match_width")
    drive.canvas.run("arrange.match_height")
    for name in ("Triage", "Review", "Fix"):
        assert (rect(drive, name).width, rect(drive, name).height) == (260, 120)
    undone(drive, before, steps=2)
    drive.select("Triage", "Review", "Fix")
    drive.canvas.run("arrange.natural_size")
    for name in ("Triage", "Review", "Fix"):
        assert (rect(drive, name).width, rect(drive, name).height) == (190, 84)
    assert not drive.canvas.can_run("arrange.natural_size")


def test_the_context_menu_offers_what_the_menu_offers(drive: Driver) -> None:
    drive.select("Fix", "Triage")
    menu = build_menu(drive.canvas.stage, rect(drive, "Fix").center)
    texts = [action.text() for action in menu.actions()]
    assert "Align" in texts and "Tidy…" in texts
    align = next(found for found in menu.findChildren(QMenu) if found.title() == "Align")
    assert [action.text() for action in align.actions()][:2] == ["Align Left", "Align Centres"]
    assert "Distribute" not in texts, "two have one gap"
    align.actions()[0].trigger()
    assert rect(drive, "Fix").x == rect(drive, "Triage").x
    drive.select("Fix", "Triage", "Review")
    menu = build_menu(drive.canvas.stage, rect(drive, "Fix").center)
    distribute = next(found for found in menu.findChildren(QMenu) if found.title() == "Distribute")
    assert "Distribute Horizontally" in [action.text() for action in distribute.actions()]
    drive.session.select(())
    empty = build_menu(drive.canvas.stage, Point(0, 0))
    tidy = next(action for action in empty.actions() if action.text() == "Tidy…")
    assert tidy.shortcut().toString() == "Ctrl+Shift+L"


# -- tidying ------------------------------------------------------------------------------------------------
def test_tidying_shows_ghosts_first_and_enter_applies(messy: Driver) -> None:
    before = messy.session.now
    messy.canvas.run("arrange.tidy")
    assert messy.canvas.stage.overlay.mark(Layer.ARRANGING) is not None
    assert messy.canvas.view.viewport().findChild(QPushButton, "tidy_apply").isVisible()
    assert messy.session.now is before
    assert_painted(messy)
    messy.key(Key.Key_Return)
    assert messy.session.history.undoText() == "Tidy stream"
    assert messy.canvas.stage.overlay.mark(Layer.ARRANGING) is None
    undone(messy, before)


def test_escape_leaves_the_drawing_as_it_was(messy: Driver) -> None:
    before = messy.session.now
    for leave in (
        lambda: messy.key(Key.Key_Escape),
        lambda: QTest.mouseClick(
            messy.canvas.view.viewport().findChild(QPushButton, "tidy_leave"), Button.LeftButton
        ),
        lambda: messy.canvas.stage.session.select((before.steps(messy.session.stream)[0].id,)),
    ):
        messy.canvas.run("arrange.tidy")
        assert messy.canvas.stage.armed is not None
        leave()
        assert messy.canvas.stage.armed is None
        assert messy.canvas.stage.overlay.mark(Layer.ARRANGING) is None
        assert messy.session.now is before
        assert_painted(messy)


def test_the_button_applies_and_letters_do_not_rename_meanwhile(messy: Driver) -> None:
    before = messy.session.now
    messy.canvas.run("arrange.tidy")
    messy.type("x")
    assert not messy.canvas.naming.id
    QTest.mouseClick(messy.canvas.view.viewport().findChild(QPushButton, "tidy_apply"), Button.LeftButton)
    assert messy.session.now != before
    undone(messy, before)


def test_a_drawing_in_order_says_so(messy: Driver, qtbot: QtBot) -> None:
    messy.canvas.run("arrange.tidy")
    messy.key(Key.Key_Return)
    after = messy.session.now
    with qtbot.waitSignal(messy.session.told) as told:
        messy.canvas.run("arrange.tidy")
    assert told.args[0] == "Everything stands in order already."
    assert messy.canvas.stage.armed is None
    assert messy.session.now is after


def test_of_a_selection_only_that_is_tidied(messy: Driver) -> None:
    before = messy.session.now
    ids = [step.id for step in before.steps(messy.session.stream)]
    messy.session.select(ids[2:6])
    messy.canvas.run("arrange.tidy")
    messy.key(Key.Key_Return)
    assert messy.session.history.undoText() == "Tidy 4 steps"
    moved = set()
    for step in before.steps(messy.session.stream):
        after = messy.step(step.id)
        if (after.lane, after.x, after.y) != (step.lane, step.x, step.y):
            moved.add(step.id)
    assert moved and moved <= set(ids[2:6])
    undone(messy, before)


def test_the_view_can_be_dragged_while_ghosts_are_shown(messy: Driver) -> None:
    messy.canvas.run("arrange.tidy")
    at = messy.canvas.stage.visible
    messy.drag(QPoint(700, 400), QPoint(600, 380))
    assert messy.canvas.stage.visible.x > at.x
    assert messy.canvas.stage.armed is not None


def test_there_is_nothing_to_tidy_in_an_empty_stream(empty: Driver) -> None:
    assert not empty.canvas.can_run("arrange.tidy")
