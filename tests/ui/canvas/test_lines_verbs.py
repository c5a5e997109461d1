"""Stubs behind open steps, and what keys and menus do with flows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QMenu

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.lines import Lines
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.ports import Side
from vsdesigner.model.dimensions import LANE_HEADER_WIDTH
from vsdesigner.model.parts import Bend, LabelPlace
from vsdesigner.model.records import Flow, FlowKind, Step
from vsdesigner.storage.json_format import decode, encode
from vsdesigner.ui.canvas.context_menu import build_menu
from vsdesigner.ui.canvas.line_marks import StubsMark, stub_center
from vsdesigner.ui.canvas.marks import GhostMark, side_point
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.verbs import VERBS
from vsdesigner.ui.painting.thumbnail import SIDE_MARGIN, TOP_MARGIN, picture
from vsdesigner.ui.theme import DARK, LIGHT, Theme

Key, Mod = Qt.Key, Qt.KeyboardModifier


# -- stubs --------------------------------------------------------------------------------------------------
def stubs(drive: Driver) -> set[str]:
    """The names of the steps behind which a plus is shown."""
    mark = drive.canvas.view.overlay.mark(Layer.STUBS)
    if mark is None:
        return set()
    assert isinstance(mark, StubsMark)
    return {drive.session.now.get(id, Step).name for id, _ in mark.stubs}


def plus(drive: Driver, name: str) -> QPoint:
    rect = drive.layout.cards[drive.id(name)].rect
    drive.show(Rect(rect.x, rect.y, rect.width + 60, rect.height))
    return drive.at(*stub_center(side_point(rect, Side.RIGHT)))


def is_near(one: QColor, other: QColor) -> bool:
    """Whether two colours are the same but for the smoothing of thin lines."""
    channels = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= 24 for a, b in channels)


def test_conv_38_a_step_that_leads_nowhere_shows_a_plus(drive: Driver) -> None:
    assert stubs(drive) == {"Review"}
    drive.connect("Review", "value")
    assert stubs(drive) == set()
    drive.session.undo()
    assert stubs(drive) == {"Review"}
    assert_drawn(drive)


def test_conv_38_a_click_on_the_plus_appends(drive: Driver) -> None:
    before = drive.session.now
    drive.click(plus(drive, "Review"))
    assert drive.canvas.naming.id
    drive.finish_name("Learn")
    assert drive.has_flow("Review", "Learn")
    assert stubs(drive) == {"Learn"}
    undone(drive, before)


def test_conv_38_a_drag_from_the_plus_connects(drive: Driver) -> None:
    drive.drag(plus(drive, "Review"), drive.at(*drive.layout.cards[drive.id("Fix")].rect.center))
    assert drive.has_flow("Review", "Fix")


def test_conv_28_on_the_plus_a_ghost_shows_what_a_click_makes(drive: Driver) -> None:
    drive.move(plus(drive, "Review"))
    overlay = drive.canvas.view.overlay
    ghost, mark = overlay.mark(Layer.GHOST), overlay.mark(Layer.STUBS)
    assert isinstance(ghost, GhostMark) and isinstance(mark, StubsMark)
    assert mark.hot == drive.id("Review")
    drive.click(plus(drive, "Review"))
    made = drive.session.selection[0]
    assert drive.layout.cards[made].rect[:2] == ghost.rect[:2]


def test_conv_38_no_plus_while_something_is_dragged_or_named(drive: Driver) -> None:
    spot = drive.middle("Review")
    drive.begin_drag(spot, spot + QPoint(40, 0))
    assert stubs(drive) == set()
    drive.key(Key.Key_Escape)
    drive.release(spot)
    assert stubs(drive) == {"Review"}
    drive.double_click(drive.middle("Review"))
    assert stubs(drive) == set()
    drive.key(Key.Key_Escape)
    assert stubs(drive) == {"Review"}
    drive.begin_palette_drag("plan", drive.at(600, 100))
    assert stubs(drive) == set()
    drive.leave_with_palette_drag()
    assert stubs(drive) == {"Review"}


def test_conv_38_no_plus_under_a_line_that_is_drawn_from_it(drive: Driver) -> None:
    start = plus(drive, "Review")
    end = drive.in_lane("Obtain/Build", 900)
    drive.begin_drag(start, end)
    assert stubs(drive) == set()
    drive.release(end)
    assert drive.canvas.stage.quick_add.shown
    assert stubs(drive) == set(), "the line of the step that is asked for leads there"
    drive.key(Key.Key_Escape)
    assert stubs(drive) == {"Review"}


@pytest.mark.parametrize(("scale", "shown"), [(0.3, False), (0.5, False), (0.6, True), (4.0, True)])
def test_conv_38_the_plus_shows_where_it_can_be_seen(drive: Driver, scale: float, shown: bool) -> None:
    drive.canvas.set_zoom(scale)
    drive.show(drive.layout.cards[drive.id("Review")].rect)
    assert bool(stubs(drive)) == shown


def test_conv_38_the_plus_gives_way_to_a_card(drive: Driver) -> None:
    review = drive.step("Review")
    with drive.session.edit("Prepare") as draft:
        draft.update(drive.id("Fix"), lane=review.lane, x=review.x + 200, y=review.y)
    assert stubs(drive) == set()


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=["light", "dark"])
def test_conv_38_the_plus_wears_the_theme_and_is_in_no_picture(drive: Driver, worn: Theme) -> None:
    drive.canvas.set_theme(worn)
    drive.move(QPoint(5, 5))
    at = plus(drive, "Review")
    seen = drive.viewport.grab().toImage()
    assert is_near(seen.pixelColor(at), worn.control)
    taken = picture(drive.session.now, drive.session.stream, 1.0, worn)
    x, y = stub_center(side_point(drive.layout.cards[drive.id("Review")].rect, Side.RIGHT))
    left = drive.layout.bounds.x - SIDE_MARGIN - LANE_HEADER_WIDTH
    top = drive.layout.bounds.y - TOP_MARGIN
    row = [taken.pixel(round(x - left) + dx, round(y - top)) for dx in range(-18, 60)]
    assert set(row) == {row[-1]}, "nothing but the band"


# -- verbs --------------------------------------------------------------------------------------------------
def run(drive: Driver, id: str) -> None:
    assert drive.canvas.can_run(id)
    drive.canvas.run(id)


def test_conv_34_insert_step_puts_one_into_the_middle_of_the_selected_flow(drive: Driver) -> None:
    before = drive.session.now
    assert not drive.canvas.can_run("flow.insert_step")
    line = Lines(drive, "Triage", "Diagnose")
    line.select()
    run(drive, "flow.insert_step")
    made = drive.canvas.naming.id
    drive.finish_name("Sort")
    assert drive.has_flow("Triage", "Sort") and drive.has_flow("Sort", "Diagnose")
    assert drive.session.selection == (made,)
    undone(drive, before)


def test_conv_34_esc_after_insert_leaves_the_line_whole(drive: Driver) -> None:
    before = drive.session.now
    Lines(drive, "Diagnose", "Fix").select()
    run(drive, "flow.insert_step")
    drive.key(Key.Key_Escape)
    assert drive.session.now == before


def bent(drive: Driver, *pairs: tuple[str, str]) -> None:
    with drive.session.edit("Prepare") as draft:
        for source, target in pairs:
            draft.update(
                drive.flow(source, target).id,
                bends=(Bend(lane="plan", x=600.0, y=50.0),),
                target_side="top",
                label_place=LabelPlace(fraction=0.2, offset=9.0),
            )
    drive.session.history.clear()


def test_conv_33_reset_route_forgets_what_was_made_by_hand(drive: Driver) -> None:
    fresh = drive.flow("Diagnose", "Fix")
    bent(drive, ("Diagnose", "Fix"), ("Triage", "Diagnose"))
    before = drive.session.now
    Lines(drive, "Diagnose", "Fix").select()
    run(drive, "flow.reset_route")
    assert drive.flow("Diagnose", "Fix") == fresh
    assert drive.flow("Triage", "Diagnose").bends
    assert drive.session.history.undoText() == "Reset route"
    undone(drive, before)


def test_conv_33_what_was_made_by_hand_is_saved_and_reopened(drive: Driver) -> None:
    bent(drive, ("Diagnose", "Fix"))
    line = Lines(drive, "Diagnose", "Fix")
    reopened = decode(encode(drive.session.now), "x").snapshot.get(line.id, Flow)
    assert reopened == line.flow
    assert reopened.bends and reopened.target_side == "top" and reopened.label_place.offset == 9.0


@pytest.mark.parametrize(("selected", "left"), [("Diagnose", 1), ("", 0), ("flows", 1)])
def test_conv_33_reset_route_of_several(drive: Driver, selected: str, left: int) -> None:
    bent(drive, ("demand", "Triage"), ("Triage", "Diagnose"), ("Diagnose", "Fix"))
    if selected == "flows":
        drive.session.select((drive.flow("Triage", "Diagnose").id, drive.flow("Diagnose", "Fix").id))
    elif selected:
        drive.session.select((drive.id(selected),))
    said: list[str] = []
    drive.session.said.connect(said.append)
    run(drive, "flow.reset_route")
    assert sum(bool(flow.bends) for flow in drive.session.now.flows(drive.session.stream)) == left
    if selected:
        assert drive.session.history.undoText() == f"Reset {3 - left} routes"
        assert said == []
    else:  # nobody pointed at them: how many it were is said, only those led by hand
        assert drive.session.history.undoText() == "Reset the routes of 3 flows"
        assert said == ["Reset the routes of 3 flows"]


def test_reset_route_says_when_there_is_nothing_to_do(drive: Driver) -> None:
    told: list[str] = []
    drive.session.told.connect(lambda text, action, do: told.append(text))
    before = drive.session.now
    run(drive, "flow.reset_route")
    assert drive.session.now is before
    assert told == ["These flows find their way by themselves already."]


def test_reverse_flow(drive: Driver) -> None:
    before = drive.session.now
    Lines(drive, "demand", "Triage").select()
    assert not drive.canvas.can_run("flow.reverse"), "nothing leads back into demand"
    Lines(drive, "Diagnose", "Fix").select()
    run(drive, "flow.reverse")
    assert drive.has_flow("Fix", "Diagnose") and not drive.has_flow("Diagnose", "Fix")
    undone(drive, before)


def test_kinds_of_flow_are_switches(drive: Driver) -> None:
    line = Lines(drive, "Diagnose", "Fix")
    assert not drive.canvas.can_run("flow.make_rework")
    line.select()
    assert drive.canvas.is_on("flow.make_main")
    run(drive, "flow.make_rework")
    assert line.flow.kind is FlowKind.REWORK
    assert drive.canvas.is_on("flow.make_rework") and not drive.canvas.is_on("flow.make_main")
    assert {id for id in VERBS if id.startswith("flow.make_")} == {f"flow.make_{kind}" for kind in FlowKind}


def test_flows_are_reached_by_keys(drive: Driver) -> None:
    run(drive, "flow.select_next")
    assert drive.session.selection == (drive.flow("demand", "Triage").id,), "without a selection from demand"
    drive.session.select((drive.id("Diagnose"),))
    run(drive, "flow.select_next")
    assert drive.session.selection == (drive.flow("Diagnose", "Fix").id,)
    run(drive, "flow.select_next")
    assert drive.session.selection == (drive.flow("Triage", "Diagnose").id,), (
        "what comes in is after what goes out"
    )
    run(drive, "flow.select_next")
    assert drive.session.selection == (drive.flow("Diagnose", "Fix").id,), "it goes round the same step"
    run(drive, "flow.select_next")
    drive.key(Key.Key_Tab)
    assert drive.session.selection == (drive.id("Diagnose"),)
    Lines(drive, "Triage", "Diagnose").select()
    drive.key(Key.Key_Backtab, Mod.ShiftModifier)
    assert drive.session.selection == (drive.id("Triage"),)


def test_a_step_without_flows_says_so(drive: Driver) -> None:
    told: list[str] = []
    drive.session.told.connect(lambda text, action, do: told.append(text))
    drive.session.select((drive.id("Review"),))
    run(drive, "flow.select_next")
    assert told == ["No flow leads from this step or to it."]
    assert drive.session.selection == (drive.id("Review"),)


# -- the menu -----------------------------------------------------------------------------------------------
def menu_over(drive: Driver, point: Point) -> dict[str, QAction]:
    menu = build_menu(drive.canvas.stage, point)
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_menu_of_a_flow(drive: Driver) -> None:
    line = Lines(drive, "Diagnose", "Fix")
    line.select()
    entries = menu_over(drive, Point(*line.route.points[0]))
    assert "Reset Route" not in entries, "nothing was made by hand"
    assert {"Edit Label", "Insert Step into Flow", "Reverse Flow", "Kind of Flow", "Delete"} <= set(entries)
    assert entries["Insert Step into Flow"].shortcut().toString() == "Ins"
    bent(drive, ("Diagnose", "Fix"))
    entries = menu_over(drive, Point(*line.route.points[0]))
    assert entries["Reset Route"].shortcut().toString() == "Alt+Shift+R"
    entries["Reset Route"].trigger()
    assert not line.flow.bends
    entries = menu_over(drive, Point(*line.route.points[0]))
    entries["Reverse Flow"].trigger()
    assert drive.session.now.get(line.id, Flow).source == drive.id("Fix")


def test_the_menu_inserts_a_step_where_it_was_opened(drive: Driver) -> None:
    with drive.session.edit("Prepare") as draft:
        draft.update(drive.id("Fix"), x=1400.0)
    line = Lines(drive, "Diagnose", "Fix")
    line.select()
    y = line.route.points[0][1]
    menu_over(drive, Point(1200.0, y + 3))["Insert Step into Flow"].trigger()
    assert abs(drive.layout.cards[drive.canvas.naming.id].rect.center.x - 1200.0) <= 5
    drive.finish_name("Here")
    onward = Lines(drive, "Diagnose", "Here")
    onward.select()
    menu_over(drive, Point(0.0, 0.0))["Insert Step into Flow"].trigger()
    (x1, _), (x2, _) = drive.layout.routes[onward.id].points
    made = drive.layout.cards[drive.canvas.naming.id].rect
    assert x1 < x2 == made.x, "opened by key it goes into the middle"


def test_the_menu_of_a_flow_to_value_does_not_offer_to_reverse_it(drive: Driver) -> None:
    line = Lines(drive, "Fix", "value")
    line.select()
    assert "Reverse Flow" not in menu_over(drive, Point(*line.route.points[0]))
