"""Following one thing while presenting: by keys, mouse and finger; what fades, and what is said of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.lens.build import DESK, followed_stream, role
from tests.ui.presentation.hands import Fingers, Key, Mod, click, move, part, presenting, press
from tests.ui.presentation.stage_kit import SIZES, close_to, large, on, picture
from vsdesigner.analysis.journey import StopKind
from vsdesigner.analysis.lens import Lens, LensKind, lenses
from vsdesigner.model.records import Step
from vsdesigner.ui.colour import mix
from vsdesigner.ui.lens.bar import LensBar
from vsdesigner.ui.lens.chooser import LensChooser
from vsdesigner.ui.presentation.colours import presenting_theme
from vsdesigner.ui.presentation.stage.light import DIM_LENS
from vsdesigner.ui.presentation.window import PresentWindow

FULL_HD = (1920, 1080)
SHARES = "3 of 4 steps (75 %) · 50 % of the time on the main path · works in or answers for 1"


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    return presenting(qtbot, followed_stream(), FULL_HD)


def bar(window: PresentWindow) -> LensBar:
    return part(window, LensBar)


def name(window: PresentWindow) -> str:
    return window.state.view.get(window.state.stop.id, Step).name


def id_of(window: PresentWindow, name: str) -> str:
    return next(step.id for step in window.state.view.steps(window.state.stream) if step.name == name)


def middle(window: PresentWindow, widget: QWidget, spot: QPoint | None = None) -> tuple[int, int]:
    at = widget.mapTo(window, spot or widget.rect().center())
    return at.x(), at.y()


def follow(window: PresentWindow) -> Lens:
    lens = role(window.state.view)
    window.state.session.look_through(lens)
    QApplication.processEvents()
    return lens


# -- choosing -----------------------------------------------------------------------------------------------
def test_chosen_by_keys_alone(window: PresentWindow) -> None:
    press(window, Key.Key_V)
    press(window, "roles desk")
    press(window, Key.Key_Return)
    assert window.state.session.lens == role(window.state.view)
    assert bar(window).isVisible()
    assert bar(window).chip.text().strip() == DESK
    assert QApplication.focusWidget() is window
    press(window, Key.Key_V, Mod.ShiftModifier)
    assert window.state.session.lens is None
    assert not bar(window).isVisible()


def test_what_is_typed_does_nothing_else(window: PresentWindow) -> None:
    press(window, Key.Key_V)
    for key in (Key.Key_B, Key.Key_PageDown, Key.Key_F5, Key.Key_Right, Key.Key_N):
        press(window, key)
    assert window.state.stop.kind is StopKind.OPENING
    assert not window.state.layer and not window.state.notes
    press(window, Key.Key_Escape)
    assert window.findChild(LensChooser, "lens_chooser") is None
    assert window.isVisible()


@pytest.mark.parametrize("finger", [False, True], ids=["mouse", "finger"])
def test_chosen_with_mouse_or_finger_from_the_bar(window: PresentWindow, finger: bool) -> None:
    def hit(widget: QWidget, spot: QPoint | None = None) -> None:
        at = middle(window, widget, spot)
        Fingers(window).tap(*at) if finger else click(window, *at)

    follow(window)
    hit(bar(window).chip)
    chooser = part(window, LensChooser)
    row = next(at for at, row in enumerate(chooser.list.rows) if row.lens == Lens(LensKind.TOOL, "chat"))
    area = chooser.list.visualRect(chooser.list.model().index(row, 0))
    assert area.height() >= 44  # a finger hits it
    hit(chooser.list.viewport(), area.center())
    assert window.state.session.lens == Lens(LensKind.TOOL, "chat")
    assert window.state.stop.kind is StopKind.OPENING
    hit(bar(window).stop)
    assert window.state.session.lens is None
    assert window.state.stop.kind is StopKind.OPENING


def test_esc_leaves_the_lens_before_the_presentation(window: PresentWindow) -> None:
    follow(window)
    press(window, Key.Key_B)
    press(window, Key.Key_Escape)
    assert window.state.session.lens is not None
    press(window, Key.Key_Escape)
    assert window.state.session.lens is None
    assert window.isVisible()
    press(window, Key.Key_Escape)
    assert not window.isVisible()


# -- walking ------------------------------------------------------------------------------------------------
def test_keys_and_buttons_go_from_occurrence_to_occurrence(window: PresentWindow) -> None:
    press(window, Key.Key_Right, Mod.ShiftModifier)  # nothing is followed yet
    assert window.state.stop.kind is StopKind.OPENING
    follow(window)
    for wanted in ("Triage", "Review", "Fix", "Fix"):
        press(window, Key.Key_Right, Mod.ShiftModifier)
        assert name(window) == wanted
    assert bar(window).place.text() == "C  ·  3 of 3"
    assert not bar(window).next.isEnabled()
    press(window, Key.Key_Left, Mod.ShiftModifier)
    assert name(window) == "Review"
    click(window, *middle(window, bar(window).previous))
    assert name(window) == "Triage"
    click(window, *middle(window, bar(window).place))  # beside the buttons
    assert name(window) == "Triage"
    press(window, Key.Key_Right)  # the walk goes on as ever
    assert name(window) == "Diagnose"


# -- what it looks like -------------------------------------------------------------------------------------
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_occurrences_stay_and_the_rest_fades(window: PresentWindow, dark: bool) -> None:
    state = window.state
    state.wear(presenting_theme(dark=dark))
    state.go_to_end()
    QApplication.processEvents()
    before, spots = picture(window.stage), {}
    for step in ("Triage", "Diagnose", "Review", "Fix"):
        area = on(window, id_of(window, step))
        spots[step] = area.topLeft() + QPointF(area.width() * 0.012, area.height() * 0.5)
    follow(window)
    shift = bar(window).height()
    for step in spots:
        area = on(window, id_of(window, step))
        spot = (area.topLeft() + QPointF(area.width() * 0.012, area.height() * 0.5)).toPoint()
        then, now = before.pixelColor(spots[step].toPoint()), picture(window.stage).pixelColor(spot)
        faded = mix(then, state.theme.canvas, DIM_LENS)
        assert close_to(now, faded if step == "Diagnose" else then, 14), (step, now.name(), then.name())
    assert shift > 0


def test_occurrences_are_numbered_large(window: PresentWindow) -> None:
    follow(window)
    window.state.go_to_end()
    QApplication.processEvents()
    image, ground = picture(window.stage), window.state.theme.text
    for step, numbered in (("Triage", True), ("Diagnose", False), ("Fix", True)):
        corner = on(window, id_of(window, step)).bottomRight()
        around = QRectF(corner.x() - 60, corner.y() - 20, 84, 60).toRect().intersected(image.rect())
        rows = [
            y
            for y in range(around.top(), around.bottom())
            if any(image.pixelColor(x, y) == ground for x in range(around.left(), around.right()))
        ]
        assert (len(rows) >= 30) is numbered, (step, len(rows))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_share_is_said_large_and_whole(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = presenting(qtbot, followed_stream(), size)
    follow(window)
    for going in (window.state.go_to_start, lambda: window.state.go_to(id_of(window, "Triage"))):
        going()
        QApplication.processEvents()
        shown = bar(window)
        said = [label.text() for label in (shown.share, shown.more) if label.isVisible()]
        assert " · ".join(said) == SHARES
        letters = QFontInfo(shown.share.font()).pixelSize()
        assert letters >= round(24 * window.state.unit) or letters == 13
        for label in (shown.share, shown.more):
            wide = label.fontMetrics().horizontalAdvance(label.text())
            assert not label.isVisible() or wide <= label.width() - 8
        assert shown.geometry().bottom() < window.stage.geometry().top() + 1
        assert shown.geometry().top() >= window.header.geometry().bottom()
        for button in (shown.chip, shown.previous, shown.next, shown.stop):
            assert shown.rect().contains(button.geometry())


def test_the_strip_gives_its_room_back(window: PresentWindow) -> None:
    before = window.stage.geometry()
    follow(window)
    assert window.stage.geometry().top() == before.top() + bar(window).height()
    window.state.session.look_through(None)
    QApplication.processEvents()
    assert window.stage.geometry() == before


def test_an_edit_is_followed(window: PresentWindow) -> None:
    follow(window)
    with window.state.session.edit("Take letters") as draft:
        draft.update(id_of(window, "Fix"), raci=())
    assert bar(window).share.text().startswith("2 of 4 steps (50 %)")
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert bar(window).share.text().startswith("3 of 4 steps (75 %)")


def test_it_goes_on_in_the_editor(window: PresentWindow) -> None:
    press(window, Key.Key_V)
    press(window, Key.Key_Return)
    assert window.state.session.lens == lenses(window.state.view, window.state.stream)[0].lens
    window.leave()
    assert window.state.session.lens is None  # the lens is what is left first
    follow(window)
    window.state.end()
    assert window.state.session.lens == role(window.state.view)


def test_of_a_thousand_steps_each_scale_has_its_own_picture(qtbot: QtBot) -> None:
    window = presenting(qtbot, large(1_000), FULL_HD)
    state = window.state
    state.go_to(state.view.steps(state.stream)[7].id)
    lens = next(
        offer.lens for offer in lenses(state.view, state.stream) if offer.lens.kind is LensKind.ACTIVITY
    )
    for whole in (False, True):
        state.session.look_through(None)
        state.show_whole(on=whole)
        QApplication.processEvents()
        before = picture(window.stage)
        state.session.look_through(lens)
        QApplication.processEvents()
        assert picture(window.stage) != before


def test_the_bar_that_the_hand_calls_leads_there(window: PresentWindow) -> None:
    move(window, 300, 300)
    button = window.findChild(QWidget, "bar.lens.choose")
    assert isinstance(button, QWidget)
    click(window, *middle(window, button))
    assert part(window, LensChooser).field.hasFocus()
    press(window, Key.Key_Return)
    assert window.state.session.lens is not None
