"""Pen, eraser and what becomes of the ink, with a real mouse, fingers and a tablet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Button, Fingers, Key, Mod, click, drag, part, presenting, press
from tests.ui.window_kit import add_step
from vsdesigner import palette
from vsdesigner.analysis.journey import StopKind
from vsdesigner.storage import json_format
from vsdesigner.ui.presentation.ink.ink import COLOURS, Ink
from vsdesigner.ui.presentation.ink.pane import InkPane
from vsdesigner.ui.presentation.show import Layer, Tool
from vsdesigner.ui.presentation.window import PresentWindow

LINE = ((300, 300), (340, 320), (380, 300), (420, 320))


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    made = presenting(qtbot)
    made.state.go_to(made.state.view.steps(made.state.stream)[0].id)
    return made


def ink(window: PresentWindow) -> Ink:
    return part(window, Ink)


def inked(window: PresentWindow, x: int, y: int) -> bool:
    """Whether there is red ink around this point of the window."""
    shown = window.grab().toImage()
    red = palette.PENS["red"][0]
    return any(
        abs(colour.red() - red.red) + abs(colour.green() - red.green) + abs(colour.blue() - red.blue) < 30
        for dx in (-2, 0, 2)
        for dy in (-2, 0, 2)
        for colour in [shown.pixelColor(x + dx, y + dy)]
    )


def test_without_a_pen_the_mouse_draws_nothing(window: PresentWindow) -> None:
    before = window.state.stop
    click(window, 640, 60)
    assert ink(window).strokes == ()
    assert window.state.stop != before


def test_the_pen_draws_a_smooth_line_and_goes_nowhere(window: PresentWindow) -> None:
    press(window, "d")
    before = window.state.stop
    drag(window, *LINE)
    assert len(ink(window).strokes) == 1
    assert window.state.stop == before
    assert inked(window, 340, 314) or inked(window, 345, 314)
    assert not inked(window, 700, 500)


def test_a_click_of_the_pen_is_a_dot(window: PresentWindow) -> None:
    press(window, "d")
    click(window, 500, 500)
    assert inked(window, 500, 500)


def test_each_stop_keeps_its_ink(window: PresentWindow) -> None:
    press(window, "d")
    drag(window, *LINE)
    first = ink(window).strokes
    press(window, Key.Key_Right)
    assert ink(window).strokes == ()
    assert not inked(window, 345, 314)
    drag(window, (500, 400), (600, 400))
    press(window, Key.Key_Left)
    assert ink(window).strokes == first
    press(window, Key.Key_Escape)
    assert window.state.tool is Tool.NONE
    assert inked(window, 345, 314), "it stays without the pen"
    press(window, "f")
    assert ink(window).strokes == (), "the whole stream is another picture"


def test_the_eraser_removes_what_it_touches(window: PresentWindow) -> None:
    press(window, "d")
    drag(window, *LINE)
    drag(window, (300, 500), (420, 500))
    press(window, "x")
    drag(window, (360, 480), (360, 520))
    assert len(ink(window).strokes) == 1
    assert inked(window, 345, 314)
    drag(window, (100, 600), (120, 600))
    assert len(ink(window).strokes) == 1, "between the lines it removes nothing"


def test_undo_takes_ink_back_before_anything_else(window: PresentWindow) -> None:
    session = window.state.session
    add_step(session, "Made before")
    steps = len(session.now.steps(session.stream))
    press(window, "d")
    drag(window, *LINE)
    drag(window, (300, 500), (420, 500))
    press(window, "x")
    drag(window, (360, 280), (360, 520))
    assert ink(window).strokes == ()
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert len(ink(window).strokes) == 2, "one pull of the eraser comes back at one go"
    press(window, Key.Key_Z, Mod.ControlModifier)
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert ink(window).strokes == ()
    assert len(session.now.steps(session.stream)) == steps
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert len(session.now.steps(session.stream)) == steps - 1, "without ink it is the document's undo"


def test_undo_without_the_pen_is_the_documents(window: PresentWindow) -> None:
    session = window.state.session
    add_step(session, "Made before")
    press(window, "d")
    drag(window, *LINE)
    press(window, "d")
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert len(ink(window).strokes) == 1
    assert not session.history.canUndo()


def test_wiping_removes_all_ink_and_comes_back(window: PresentWindow) -> None:
    press(window, "d")
    drag(window, *LINE)
    press(window, Key.Key_Right)
    drag(window, *LINE)
    press(window, Key.Key_X, Mod.ShiftModifier)
    assert not ink(window).there
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert len(ink(window).strokes) == 1
    press(window, Key.Key_Left)
    assert len(ink(window).strokes) == 1


def test_shift_d_changes_the_colour(window: PresentWindow) -> None:
    press(window, Key.Key_D, Mod.ShiftModifier)
    assert window.state.tool is Tool.PEN
    assert ink(window).colour == COLOURS[0]
    press(window, Key.Key_D, Mod.ShiftModifier)
    assert ink(window).colour == COLOURS[1]
    drag(window, *LINE)
    assert ink(window).strokes[0].colour == COLOURS[1]
    for _ in COLOURS[1:]:
        press(window, Key.Key_D, Mod.ShiftModifier)
    assert ink(window).colour == COLOURS[0]


@pytest.mark.parametrize("dark", [False, True])
def test_ink_stands_out_on_every_ground(dark: bool) -> None:
    scheme = palette.DARK if dark else palette.LIGHT
    for colours in palette.PENS.values():
        for ground in (scheme.canvas, scheme.card, scheme.panel):
            assert palette.contrast(colours[dark], ground) >= palette.LINE_CONTRAST


def test_ink_follows_the_window(window: PresentWindow) -> None:
    press(window, "d")
    drag(window, (640, 360), (660, 360))
    window.resize(640, 360)
    QApplication.processEvents()
    assert inked(window, 325, 180)


def test_a_finger_draws_and_a_second_one_does_not(window: PresentWindow) -> None:
    press(window, "d")
    before = window.state.stop
    fingers = Fingers(window)
    fingers.swipe((600, 400), (300, 420))
    assert window.state.stop == before
    assert len(ink(window).strokes) == 1
    fingers.swipe_with_two((600, 500), (300, 500))
    assert len(ink(window).strokes) == 2
    assert all(spot.y < 520 / 720 for spot in ink(window).strokes[1].spots)


def tablet(
    window: PresentWindow, kind: QEvent.Type, x: float, pressure: float, *, turned: bool = False
) -> None:
    pen = QPointingDevice.PointerType.Eraser if turned else QPointingDevice.PointerType.Pen
    device = QPointingDevice(
        *("pen", 7, QInputDevice.DeviceType.Stylus, pen),
        *(QInputDevice.Capability.Position | QInputDevice.Capability.Pressure, 1, 1),
    )
    at = QPointF(x, 400)
    event = QTabletEvent(
        *(kind, device, at, at, pressure, 0.0, 0.0, 0.0, 0.0, 0.0),
        *(Mod.NoModifier, Button.LeftButton, Button.LeftButton),
    )
    QApplication.sendEvent(part(window, InkPane), event)


def test_a_tablets_pen_draws_as_thick_as_it_presses(window: PresentWindow) -> None:
    press(window, "d")
    tablet(window, QEvent.Type.TabletPress, 300, 0.1)
    for step in range(1, 9):
        tablet(window, QEvent.Type.TabletMove, 300 + 20 * step, 0.1 + step / 10)
    tablet(window, QEvent.Type.TabletRelease, 460, 0.0)
    (stroke,) = ink(window).strokes
    assert [round(spot.pressure, 1) for spot in stroke.spots] == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    shown = window.grab().toImage()
    ground = shown.pixelColor(310, 380)

    def thickness(x: int) -> int:
        return sum(shown.pixelColor(x, y) != ground for y in range(385, 415))

    assert thickness(440) > thickness(310) > 0


def test_the_other_end_of_the_pen_erases(window: PresentWindow) -> None:
    press(window, "d")
    drag(window, (300, 300), (300, 500))
    tablet(window, QEvent.Type.TabletPress, 300, 0.5, turned=True)
    tablet(window, QEvent.Type.TabletRelease, 300, 0.0, turned=True)
    assert ink(window).strokes == ()


def test_going_on_ends_the_stroke_where_it_belongs(window: PresentWindow) -> None:
    from PySide6.QtTest import QTest

    press(window, "d")
    pane = part(window, InkPane)
    QTest.mousePress(pane, Button.LeftButton, Mod.NoModifier, pane.rect().center())
    press(window, Key.Key_Right)
    assert ink(window).strokes == ()
    press(window, Key.Key_Left)
    assert len(ink(window).strokes) == 1
    QTest.mouseRelease(pane, Button.LeftButton, Mod.NoModifier, pane.rect().center())


def test_ink_is_never_part_of_the_document(window: PresentWindow) -> None:
    session = window.state.session
    before = json_format.encode(session.now)
    press(window, "d")
    drag(window, *LINE)
    press(window, Key.Key_X, Mod.ShiftModifier)
    drag(window, *LINE)
    assert json_format.encode(session.now) == before
    assert session.history.count() == 0


def test_the_back_button_of_the_mouse_goes_back_with_the_pen_in_hand(window: PresentWindow) -> None:
    press(window, "d")
    click(window, 640, 400, Qt.MouseButton.BackButton)
    assert window.state.stop.kind is not StopKind.STEP
    assert ink(window).strokes == ()


def test_escape_lays_the_tool_down_before_it_ends(window: PresentWindow) -> None:
    ended: list[bool] = []
    window.state.ended.connect(lambda: ended.append(True))
    press(window, "d")
    press(window, "b")
    press(window, Key.Key_Escape)
    assert window.state.layer is Layer.NONE and window.state.tool is Tool.PEN
    press(window, Key.Key_Escape)
    assert window.state.tool is Tool.NONE and not ended
    press(window, Key.Key_Escape)
    assert ended
