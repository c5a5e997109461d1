"""Where the ends of lines go: anywhere in a card, beside it, pinned to a side; what is refused and why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.lines import Lines
from vsdesigner.layout.ports import Side
from vsdesigner.model.parts import Bend
from vsdesigner.model.records import Flow
from vsdesigner.ui.canvas.line_marks import SidesMark
from vsdesigner.ui.canvas.marks import EndsMark, ReasonMark, TargetMark, VeilMark, side_point
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.theme import DARK, LIGHT, Theme

Button, Key, Mod = Qt.MouseButton, Qt.Key, Qt.KeyboardModifier


def dot(drive: Driver, name: str, side: Side) -> QPoint:
    return drive.at(*side_point(drive.layout.cards[drive.id(name)].rect, side))


@pytest.mark.parametrize("side", [Side.TOP, Side.BOTTOM, Side.RIGHT, Side.LEFT])
def test_conv_31_a_new_flow_dropped_on_a_dot_is_pinned_there(drive: Driver, side: Side) -> None:
    before = drive.session.now
    drive.drag(drive.handle("Fix", Side.RIGHT), dot(drive, "Review", side) + QPoint(2, -2))
    flow = drive.flow("Fix", "Review")
    assert (flow.source_side, flow.target_side) == ("", side.name.lower())
    undone(drive, before)


def test_conv_31_elsewhere_in_the_card_the_end_floats(drive: Driver) -> None:
    drive.drag(drive.handle("Fix", Side.RIGHT), dot(drive, "Review", Side.TOP) + QPoint(30, 20))
    assert drive.flow("Fix", "Review").target_side == ""


def test_conv_31_the_dots_of_the_aimed_card_show(drive: Driver) -> None:
    overlay = drive.canvas.view.overlay
    rect = drive.layout.cards[drive.id("Review")].rect
    drive.begin_drag(drive.handle("Fix", Side.RIGHT), drive.at(*rect.center))
    mark = overlay.mark(Layer.SIDES)
    assert isinstance(mark, SidesMark) and mark.rect == rect and mark.hot is None
    assert set(mark.sides) == set(Side)
    drive.move(dot(drive, "Review", Side.TOP), Qt.MouseButton.LeftButton)
    mark = overlay.mark(Layer.SIDES)
    assert isinstance(mark, SidesMark) and mark.hot is Side.TOP
    line = overlay.mark(Layer.CONNECTION)
    assert line is not None and line.points[-1] == side_point(rect, Side.TOP)  # type: ignore[attr-defined]  # its mark
    drive.key(Key.Key_Escape)
    assert overlay.mark(Layer.SIDES) is None
    assert_drawn(drive)


def test_conv_30_ctrl_switches_the_dots_off(drive: Driver) -> None:
    overlay = drive.canvas.view.overlay
    goal = dot(drive, "Review", Side.TOP)
    drive.begin_drag(drive.handle("Fix", Side.RIGHT), goal)
    assert overlay.mark(Layer.SIDES) is not None
    QTest.keyPress(drive.canvas.view, Key.Key_Control)
    assert overlay.mark(Layer.SIDES) is None
    drive.release(goal, Mod.ControlModifier)
    assert drive.flow("Fix", "Review").target_side == ""


def test_conv_31_from_value_the_start_is_pinned(drive: Driver) -> None:
    drive.drag(drive.handle("value", Side.LEFT), dot(drive, "Review", Side.TOP))
    flow = drive.flow("Review", "value")
    assert (flow.source_side, flow.target_side) == ("top", "")


@pytest.mark.parametrize("at_target", [True, False])
def test_conv_31_an_end_is_pinned_and_let_go_by_dragging_it(drive: Driver, at_target: bool) -> None:
    before = drive.session.now
    line = Lines(drive, "Diagnose", "Fix")
    name = "Fix" if at_target else "Diagnose"
    line.select()
    drive.drag(line.end(at_target=at_target), dot(drive, name, Side.BOTTOM))
    pinned = line.flow.target_side if at_target else line.flow.source_side
    assert pinned == "bottom"
    assert drive.session.history.undoText() == "Pin end of flow"
    mark = drive.canvas.view.overlay.mark(Layer.ENDS)
    assert isinstance(mark, EndsMark) and mark.pinned == (not at_target, at_target)
    drive.drag(line.end(at_target=at_target), drive.middle(name))
    assert (line.flow.source_side, line.flow.target_side) == ("", "")
    assert drive.session.now == before
    assert drive.session.history.undoText() == "Let end of flow float"
    drive.session.undo()
    drive.session.undo()
    assert drive.session.now == before


def test_conv_31_a_pinned_end_shows_a_square(drive: Driver) -> None:
    line = Lines(drive, "Diagnose", "Fix")
    line.select()
    floating = drive.canvas.view.overlay.mark(Layer.ENDS)
    with drive.session.edit("Pin") as draft:
        draft.update(line.id, target_side="left")
    mark = drive.canvas.view.overlay.mark(Layer.ENDS)
    assert isinstance(mark, EndsMark) and isinstance(floating, EndsMark)
    assert (floating.pinned, mark.pinned) == ((False, False), (False, True))


def test_conv_35_reconnecting_onto_a_dot_pins_the_end_there(drive: Driver) -> None:
    before = drive.session.now
    line = Lines(drive, "Diagnose", "Fix")
    line.select()
    drive.drag(line.end(at_target=True), dot(drive, "Review", Side.TOP))
    assert (line.flow.target, line.flow.target_side) == (drive.id("Review"), "top")
    undone(drive, before)


def test_conv_35_bends_stay_and_a_pin_goes_when_an_end_is_led_elsewhere(drive: Driver) -> None:
    line = Lines(drive, "Diagnose", "Fix")
    bends = (Bend(lane="deliver_and_support", x=770.0, y=68.0), Bend(lane="improve", x=770.0, y=20.0))
    with drive.session.edit("Prepare") as draft:
        draft.update(line.id, bends=bends, target_side="bottom")
    line.select()
    drive.drag(line.end(at_target=True), drive.middle("Review"))
    assert (line.flow.target, line.flow.target_side, line.flow.bends) == (drive.id("Review"), "", bends)


@pytest.mark.parametrize(("beside", "hit"), [(18, True), (24, False)])
def test_conv_30_twenty_px_beside_a_card_still_count(drive: Driver, beside: int, hit: bool) -> None:
    rect = drive.layout.cards[drive.id("Review")].rect
    drive.begin_drag(drive.handle("Fix", Side.RIGHT), drive.at(rect.x + 30, rect.bottom + beside))
    assert (drive.canvas.view.overlay.mark(Layer.TARGET) is not None) == hit
    drive.key(Key.Key_Escape)


@pytest.mark.parametrize("scale", [0.5, 2.0, 4.0])
def test_conv_30_the_distance_is_that_on_screen(drive: Driver, scale: float) -> None:
    drive.canvas.set_zoom(scale)
    line = Lines(drive, "Diagnose", "Fix")
    line.select()
    rect = drive.layout.cards[drive.id("Fix")].rect
    start = line.end(at_target=True)
    drive.begin_drag(start, drive.at(rect.x, rect.center.y) - QPoint(17, 12))
    mark = drive.canvas.view.overlay.mark(Layer.TARGET)
    assert isinstance(mark, TargetMark) and mark.rect == rect
    drive.key(Key.Key_Escape)


def test_conv_29_reconnecting_fades_what_is_refused_and_says_why(drive: Driver) -> None:
    before = drive.session.now
    overlay = drive.canvas.view.overlay
    line = Lines(drive, "Triage", "Diagnose")
    line.select()
    goal = drive.middle("demand")
    drive.begin_drag(line.end(at_target=True), goal)
    veil, target, reason = (overlay.mark(layer) for layer in (Layer.VEIL, Layer.TARGET, Layer.REASON))
    assert isinstance(veil, VeilMark)
    rects = {name: drive.layout.cards[drive.id(name)].rect for name in ("demand", "Diagnose", "Review")}
    assert rects["demand"] in veil.rects
    assert rects["Review"] not in veil.rects and rects["Diagnose"] not in veil.rects
    assert isinstance(target, TargetMark) and target.refused
    assert isinstance(reason, ReasonMark) and reason.sentence.endswith(".")
    assert overlay.mark(Layer.SIDES) is None, "nothing is pinned where nothing may go"
    drive.release(goal)
    assert drive.session.now is before
    assert_drawn(drive)


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=["light", "dark"])
def test_conv_29_what_is_refused_keeps_thirty_per_cent_of_its_ink(drive: Driver, worn: Theme) -> None:
    drive.canvas.set_theme(worn)
    rect = drive.layout.cards[drive.id("demand")].rect
    edge, beside = drive.at(rect.x, rect.center.y), drive.at(rect.x - 2.0, rect.center.y)
    band = drive.viewport.grab().toImage().pixelColor(drive.at(rect.x - 8, rect.center.y))

    def ink() -> int:
        drawn = drive.viewport.grab().toImage()
        seen = max(
            (drawn.pixelColor(edge), drawn.pixelColor(beside)), key=lambda c: abs(c.red() - band.red())
        )
        return abs(seen.red() - band.red())

    full = ink()
    drive.begin_drag(drive.handle("Triage", Side.RIGHT), drive.middle("Review"))
    assert abs(ink() / full - 0.3) < 0.05
    faded = drive.viewport.grab().toImage()
    spot = drive.at(rect.x - 2.5, rect.y + 4)
    assert faded.pixelColor(spot) == band, "beside the card nothing of the veil is seen"
    drive.key(Key.Key_Escape)
    assert ink() == full


def test_conv_29_a_legal_target_is_framed_in_the_accent_and_keeps_its_ink(drive: Driver) -> None:
    drive.begin_drag(drive.handle("Fix", Side.RIGHT), drive.middle("Review"))
    mark = drive.canvas.view.overlay.mark(Layer.TARGET)
    assert isinstance(mark, TargetMark) and not mark.refused
    theme = drive.canvas.scene.drawing.inks.theme
    picture = drive.canvas.view.viewport().grab().toImage()
    rect = mark.rect
    pixel = drive.at(rect.x - 2, rect.y + rect.height / 3)
    assert picture.pixelColor(pixel) == theme.accent
    drive.key(Key.Key_Escape)


def test_flows_keep_their_other_pin_in_the_preview(drive: Driver) -> None:
    line = Lines(drive, "Diagnose", "Fix")
    with drive.session.edit("Prepare") as draft:
        draft.update(line.id, source_side="bottom")
    line.select()
    drive.begin_drag(line.end(at_target=True), drive.middle("Review"))
    mark = drive.canvas.view.overlay.mark(Layer.CONNECTION)
    source = drive.layout.cards[drive.id("Diagnose")].rect
    assert mark is not None and mark.points[0] == side_point(source, Side.BOTTOM)  # type: ignore[attr-defined]  # its mark
    drive.key(Key.Key_Escape)
    assert drive.session.now.get(line.id, Flow).source_side == "bottom"


@pytest.mark.parametrize(("finger", "beside", "hit"), [(False, 5, True), (False, 9, False), (True, 9, True)])
def test_conv_13_a_finger_hits_a_line_twelve_px_beside_it(
    drive: Driver, finger: bool, beside: int, hit: bool
) -> None:
    device = QPointingDevice(
        "screen",
        7,
        QInputDevice.DeviceType.TouchScreen,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        10,
        1,
    )
    line = Lines(drive, "Diagnose", "Fix")
    spot = QPointF(line.piece(0) + QPoint(0, beside))
    where = QPointF(drive.viewport.mapToGlobal(spot.toPoint()))
    left = Qt.MouseButton.LeftButton
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Button.NoButton),
    ):
        event = (
            QMouseEvent(kind, spot, spot, where, left, held, Mod.NoModifier, device)
            if finger
            else QMouseEvent(kind, spot, where, left, held, Mod.NoModifier)
        )
        QApplication.sendEvent(drive.viewport, event)
    assert (drive.session.selection == (line.id,)) == hit
