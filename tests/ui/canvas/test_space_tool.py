"""The space tool pushes what lies behind a line and pulls it back; the keys do the same by a slot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.checks import assert_painted, undone
from tests.ui.canvas.drive import Driver
from vsdesigner.commands import flows, phases, steps
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.parts import Bend
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, Phase, TerminalKind
from vsdesigner.ui.canvas.arrange_marks import RoomMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.tools.space import SLOT

Button, Key, Mod = Qt.MouseButton, Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def row(drive: Driver) -> Driver:
    """Triage and Diagnose in one lane, Fix below them in the same, Review further right in another one."""
    places = {
        "Triage": Place("engage", 270, 26),
        "Diagnose": Place("engage", 540, 26),
        "Fix": Place("engage", 540, 146),
        "Review": Place("plan", 600, 26),
    }
    with drive.session.edit("Set the stage") as draft:
        steps.place(draft, {drive.id(name): place for name, place in places.items()})
    drive.session.history.clear()
    drive.session.select(())
    return drive


def xs(drive: Driver) -> dict[str, float]:
    return {name: drive.step(name).x for name in ("Triage", "Diagnose", "Fix", "Review")}


def ys(drive: Driver) -> dict[str, float]:
    return {name: drive.step(name).y for name in ("Triage", "Diagnose", "Fix", "Review")}


def line(drive: Driver) -> RoomMark | None:
    mark = drive.canvas.stage.overlay.mark(Layer.ARRANGING)
    assert mark is None or isinstance(mark, RoomMark)
    return mark


def in_engage(drive: Driver, x: float, y: float = 68) -> QPoint:
    drive.show(Rect(200, 0, 900, 300))
    return drive.at(x, drive.layout.band("engage").top + y)


def test_conv_19_plain_pushes_this_lane_only(row: Driver) -> None:
    before = row.session.now
    row.canvas.run("arrange.space")
    assert row.canvas.is_on("arrange.space")
    start = in_engage(row, 500)
    row.move(start)
    mark, band = line(row), row.layout.band("engage")
    assert mark is not None
    assert [point.y for point in mark.line] == [band.top, band.bottom]
    assert row.viewport.cursor().shape() is Qt.CursorShape.SplitHCursor
    assert_painted(row)
    row.drag(start, start + QPoint(123, 4))
    assert xs(row) == {"Triage": 270, "Diagnose": 660, "Fix": 660, "Review": 600}
    assert row.session.history.undoText() == "Make room"
    assert not row.canvas.is_on("arrange.space")
    assert line(row) is None
    undone(row, before)


def test_conv_19_ctrl_pushes_all_lanes_with_phases_and_value(row: Driver) -> None:
    stream = row.session.stream
    with row.session.edit("Add phases") as draft:
        one = phases.add(draft, stream, 230, 300, "One")
        two = phases.add(draft, stream, 530, 500, "Two")
        flow = row.flow("Diagnose", "Fix").id
        flows.bend(draft, flow, (Bend(lane="engage", x=760, y=60), Bend(lane="engage", x=300, y=190)))
    row.session.history.clear()
    before, value = row.session.now, row.terminal(TerminalKind.VALUE).x
    row.canvas.run("arrange.space")
    start = in_engage(row, 500)
    row.drag(start, start + QPoint(100, 0), Mod.ControlModifier)
    assert xs(row) == {"Triage": 270, "Diagnose": 640, "Fix": 640, "Review": 700}
    assert row.terminal(TerminalKind.VALUE).x == value + 100
    spans = [(row.session.now.get(id, Phase).x, row.session.now.get(id, Phase).width) for id in (one, two)]
    assert spans == [(230, 400), (630, 500)]
    assert [bend.x for bend in row.session.now.get(flow, Flow).bends] == [860, 300]
    undone(row, before)


def test_conv_19_pulling_never_covers_what_stays(row: Driver) -> None:
    before = row.session.now
    row.canvas.run("arrange.space")
    start = in_engage(row, 520)
    row.begin_drag(start, start - QPoint(300, 0))
    shown = row.canvas.scene.cards[row.id("Diagnose")]
    assert shown.x() == 500  # 40 px stay between it and Triage
    assert_painted(row)
    row.release(start - QPoint(300, 0))
    assert xs(row) == {"Triage": 270, "Diagnose": 500, "Fix": 500, "Review": 600}
    assert row.session.history.undoText() == "Close gap"
    undone(row, before)


def test_dragging_down_pushes_the_rows_below_and_up_pulls_them(row: Driver) -> None:
    before = row.session.now
    row.canvas.run("arrange.space")
    start = in_engage(row, 420, 128)
    row.drag(start, start + QPoint(3, 80))
    assert ys(row) == {"Triage": 26, "Diagnose": 26, "Fix": 226, "Review": 26}
    undone(row, before)
    row.canvas.run("arrange.space")
    start = in_engage(row, 420, 180)
    row.drag(start, start - QPoint(3, 150))
    assert ys(row)["Fix"] == 146  # 36 px stay between it and Diagnose


def test_escape_and_a_right_click_put_the_tool_away(row: Driver) -> None:
    before = row.session.now
    row.canvas.run("arrange.space")
    start = in_engage(row, 500)
    row.begin_drag(start, start + QPoint(90, 0))
    row.key(Key.Key_Escape)
    assert not row.canvas.is_on("arrange.space")
    row.release(start + QPoint(90, 0))
    assert row.session.now is before
    assert_painted(row)
    row.canvas.run("arrange.space")
    row.move(start)
    row.key(Key.Key_Escape)
    assert not row.canvas.is_on("arrange.space") and line(row) is None
    row.canvas.run("arrange.space")
    row.click(start, button=Button.RightButton)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, start, row.viewport.mapToGlobal(start))
    QApplication.sendEvent(row.viewport, event)
    assert not row.canvas.is_on("arrange.space")
    assert QApplication.activePopupWidget() is None
    assert row.session.now is before


def test_a_click_without_a_drag_changes_nothing(row: Driver) -> None:
    before = row.session.now
    row.canvas.run("arrange.space")
    row.click(in_engage(row, 300))
    assert row.session.now is before
    assert row.session.selection == ()
    assert not row.canvas.is_on("arrange.space")


def test_push_and_pull_by_key_move_what_is_right_of_the_selection_by_a_slot(row: Driver) -> None:
    before = row.session.now
    row.select("Triage")
    row.canvas.run("arrange.push_right")
    assert xs(row) == {"Triage": 270, "Diagnose": 810, "Fix": 810, "Review": 600}
    undone(row, before)
    row.select("Triage")
    row.canvas.run("arrange.pull_left")
    row.select("Triage")
    row.canvas.run("arrange.pull_left")
    assert xs(row)["Diagnose"] == 500
    row.session.select(())
    assert row.canvas.can_run("arrange.push_right"), "it says that something has to be selected"


def test_pulling_where_there_is_no_room_says_so(row: Driver) -> None:
    with row.session.edit("Close up") as draft:
        steps.place(
            draft, {row.id("Diagnose"): Place("engage", 500, 26), row.id("Fix"): Place("engage", 500, 146)}
        )
    told: list[str] = []
    row.session.told.connect(lambda text, *_: told.append(text))
    row.select("Triage")
    index = row.session.history.index()
    row.canvas.run("arrange.pull_left")
    assert told == ["There is no room left to pull into."]
    assert row.session.history.index() == index


def test_conv_63_arrows_push_while_the_tool_is_in_the_hand(row: Driver) -> None:
    hints: list[str] = []
    row.session.hinted.connect(hints.append)
    row.session.select((row.id("Triage"),))
    row.canvas.run("arrange.space")
    assert hints == ["Drag what is to move. Right and Left push and pull what stands behind the selection."]
    before = row.session.now
    row.key(Key.Key_Down)
    assert row.session.now is before, "nothing is nudged"
    row.key(Key.Key_Right)
    assert xs(row) == {"Triage": 270, "Diagnose": 540 + SLOT, "Fix": 540 + SLOT, "Review": 600}
    assert row.session.selection == (row.id("Triage"),)
    row.key(Key.Key_Left)
    assert xs(row)["Diagnose"] <= 540
    row.key(Key.Key_Escape)
    assert hints[1:] == [""]
    assert not row.canvas.is_on("arrange.space")
    assert row.session.selection == (row.id("Triage"),)


def test_pushing_without_a_selection_says_what_is_missing(row: Driver) -> None:
    told: list[str] = []
    row.session.told.connect(lambda text, *_: told.append(text))
    before = row.session.now
    assert row.canvas.can_run("arrange.push_right")
    row.canvas.run("arrange.push_right")
    assert told == ["Select the step behind which room is to be made or taken away."]
    assert row.session.now is before
