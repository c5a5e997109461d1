"""The card of a presentation: what it says, its pages, its ways, and what a screen reader hears."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.examples.make import RESOURCES
from tests.examples.test_starting_points import shipped
from tests.ui.presentation.sheets import Desk, check
from vsdesigner.analysis.journey import StopKind
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step, TerminalKind
from vsdesigner.ui.presentation.card.content import Choice, Named, texts
from vsdesigner.ui.presentation.card.words import phase_line
from vsdesigner.ui.presentation.colours import presenting_theme

FORKED = "restore-cloud-service"
PHASED = "three-phases"
EMPTIED = [
    *("name", "facet", "qualifier", "tasks", "practices", "tools", "raci", "process_time", "wait_time"),
    *("complete_and_accurate", "automation", "supplier", "customer_visible", "optional"),
]


def example(name: str) -> Snapshot:
    return shipped(RESOURCES / "examples" / f"{name}.vstream")


def at_fork(qtbot: QtBot) -> Desk:
    desk = Desk(qtbot, example(FORKED))
    while len(desk.show.journey.ways) < 2:
        assert desk.show.next()
    return desk


def said(desk: Desk) -> str:
    return " ".join("\n".join(texts(desk.card.content.blocks)).split())


# -- what it says -------------------------------------------------------------------------------------------
def test_a_step_says_what_it_records(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    desk.show.go_to("step-build")
    words = said(desk)
    for text in (
        "4 Obtain/Build",
        "Build — our own team builds it, no supplier takes part",
        "Build and set up the components",
        "Tasks Create the resources in the cloud.",
        "Practices Infrastructure and platform management",
        "AWS Management Console, Terraform",
        "R Responsible Cloud Enablement Engineer, L2 Engineers",
        "A Accountable Cloud Enablement Engineer",
        "1 day process 1 day wait 95 % complete and accurate",
        "Partly automated",
    ):
        assert text in words, text
    assert "Inputs" not in words, "nothing empty"


def test_what_is_empty_has_no_section(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    bare = Step(id="step-build", stream=desk.show.stream, lane="plan")
    with desk.session.edit("Empty step") as draft:
        draft.update("step-build", **{name: getattr(bare, name) for name in EMPTIED})
    desk.show.go_to("step-build")
    assert said(desk) == "4 Obtain/Build Unnamed step"


@pytest.mark.parametrize(
    ("part", "gone"),
    [
        ("tools", "Terraform"),
        ("times", "1 day"),
        ("raci", "Responsible"),
        ("practices", "Project management"),
    ],
)
def test_parts_are_hidden_from_an_audience(qtbot: QtBot, part: str, gone: str) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    desk.show.go_to("step-build")
    assert gone in said(desk)
    desk.show.hide(part, on=True)
    assert gone not in said(desk)
    assert gone not in desk.words()
    assert gone not in desk.card.accessibleDescription()


def test_demand_and_value(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    stream = desk.show.record
    desk.show.next()
    assert desk.show.stop.kind is StopKind.DEMAND
    for text in ("Demand", stream.demand, "Who asks Client", "Simple service: 1-3 days"):
        assert text in said(desk)
    desk.show.go_to(value_of(desk))
    for text in ("Value", stream.value, stream.outcomes):
        assert text in said(desk)


def value_of(desk: Desk) -> str:
    return next(
        each.id for each in desk.show.view.terminals(desk.show.stream) if each.kind is TerminalKind.VALUE
    )


def test_a_phase_announces_itself_once_where_it_begins(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example(PHASED))
    found = []
    while desk.show.next():
        if desk.show.page == 0 and desk.show.stop.kind is StopKind.STEP and " of 3)" in said(desk):
            line = phase_line(desk.show.view, desk.show.journey.phase)
            assert said(desk).startswith(line)
            assert desk.show.journey.phase_begins
            found.append(line)
    assert found[0] == "Phase 1: understand and design (1 of 3)"
    assert len(found) == len(set(found)) == 3, "not again after value"
    assert desk.show.go_to("step-deploy")
    desk.show.go_to("step-design")
    assert " of 3)" in said(desk), "another phase than before"


def test_phases_are_counted_from_left_to_right() -> None:
    view = example(PHASED)
    phases = sorted(view.phases(view.streams[0].id), key=lambda phase: phase.x)
    assert [phase_line(view, phase.id).rpartition("(")[2] for phase in phases] == [
        "1 of 3)",
        "2 of 3)",
        "3 of 3)",
    ]


# -- forks --------------------------------------------------------------------------------------------------
def test_a_fork_lists_its_ways(qtbot: QtBot) -> None:
    desk = at_fork(qtbot)
    choices = [block for block in desk.card.content.blocks if isinstance(block, Choice)]
    assert [choice.text for choice in choices] == [
        "Not fixed → step 3: Prepare a fix with specialists",
        "Fixed at the first attempt → step 6: Confirm with the client",
    ]
    assert [choice.main for choice in choices] == [True, False]
    assert choices[0].remarks == ("in 35 % of the cases", "main way")
    assert choices[1].remarks == ("in 65 % of the cases",)


def hover(desk: Desk, spot: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, spot, desk.card.mapToGlobal(spot), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(desk.card, moved)


@pytest.mark.parametrize("way", [0, 1])
def test_a_way_is_taken_by_a_press(qtbot: QtBot, way: int) -> None:
    desk = at_fork(qtbot)
    wanted = desk.show.journey.ways[way].target
    column = desk.laid[0]
    area = next(area for area, index in column.page(desk.show.page).choices if index == way)
    spot = (area.center() + column.column.area.topLeft()).toPoint()
    hover(desk, QPointF(spot))
    assert desk.card.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(desk.card, Qt.MouseButton.LeftButton, pos=spot)
    assert desk.show.stop.id == wanted


def test_a_press_elsewhere_is_the_windows(qtbot: QtBot) -> None:
    desk = at_fork(qtbot)
    before = desk.show.stop
    QTest.mouseClick(desk.card, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert desk.show.stop == before
    assert desk.card.page_of(0).choice_at(QPointF(-5, -5)) is None


# -- pages --------------------------------------------------------------------------------------------------
def test_pages_are_turned_on_and_back(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example(FORKED))
    desk.show.next()
    desk.show.next()
    first = desk.show.stop
    pages = desk.show.pages
    assert pages > 1
    for page in range(1, pages):
        desk.show.next()
        assert (desk.show.stop, desk.show.page) == (first, page)
    desk.show.next()
    assert desk.show.stop != first
    desk.show.back()
    assert (desk.show.stop, desk.show.page) == (first, pages - 1)


def test_a_page_says_again_whose_it_is(qtbot: QtBot) -> None:
    desk = at_fork(qtbot)
    head = "".join(piece.line.text for piece in desk.laid[0].page(1).repeated if hasattr(piece, "line"))
    assert "Deliver and Support" in head
    assert "Diagnose and" in head
    assert desk.laid[0].page(0).repeated == []


def test_seeing_the_whole_has_one_page(qtbot: QtBot) -> None:
    desk = at_fork(qtbot)
    assert desk.show.pages > 1
    desk.show.show_whole(on=True)
    assert desk.show.pages == 1
    assert desk.card.isHidden()
    desk.show.show_whole(on=False)
    assert desk.show.pages > 1


def test_letters_are_as_large_as_there_is_room(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    desk.show.next()
    large = desk.laid[0].laid.look.sizes
    desk.show.go_to("step-build")
    assert large.text > desk.laid[0].laid.look.sizes.text >= 24


# -- changes ------------------------------------------------------------------------------------------------
def test_the_card_follows_edits_and_undo(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    desk.show.go_to("step-build")
    with desk.session.edit("Rename step") as draft:
        draft.update("step-build", name="Another name " + "x" * 400)
    assert "Another name" in desk.words()
    check(desk.laid[0], desk.show.unit)
    desk.session.undo()
    assert "Build and set up" in desk.words()


def test_the_card_follows_light_and_dark(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    desk.show.go_to("step-build")
    light = desk.card.grab().toImage().pixelColor(300, 5)
    desk.show.wear(presenting_theme(dark=True))
    dark = desk.card.grab().toImage().pixelColor(300, 5)
    assert light == presenting_theme(dark=False).card
    assert dark == presenting_theme(dark=True).card


def test_who_sets_the_followed_role_off(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    desk.show.go_to("step-build")
    role = next(role.id for role in desk.show.view.roles if role.name == "L2 Engineers")

    def lit() -> list[str]:
        rows = [block for block in desk.card.content.blocks if isinstance(block, Named)]
        return [run.text for row in rows for run in row.runs if run.strong]

    before = desk.card.grab().toImage()
    assert lit() == []
    desk.session.look_through(Lens(LensKind.ROLE, role))
    assert lit() == ["L2 Engineers"]
    check(desk.laid[0], desk.show.unit)
    while not any("L2 Engineers" in line.line.text for line in desk.laid[0].page(desk.show.page).words):
        desk.show.next()
    assert desk.card.grab().toImage() != before


def test_a_screen_reader_hears_everything(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    desk.show.go_to("step-build")
    assert desk.card.accessibleName() == "Build and set up the components"
    heard = desk.card.accessibleDescription()
    for text in texts(desk.card.content.blocks):
        assert text in heard or len(text) <= 3, text
    assert "Responsible: Cloud Enablement Engineer" in heard


def test_repainting_is_fast(qtbot: QtBot) -> None:
    desk = at_fork(qtbot)
    desk.card.grab()
    took = []
    for _ in range(9):
        begin = time.perf_counter()
        desk.card.grab()
        took.append(time.perf_counter() - begin)
    assert sorted(took)[4] < 0.010
