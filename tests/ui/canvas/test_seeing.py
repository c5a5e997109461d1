"""Finding one's way: the minimap, the way back, the magnified name."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.canvas.conftest import shown
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.streams import large_stream
from vsdesigner.commands import streams
from vsdesigner.model.place import Place
from vsdesigner.ui import theme
from vsdesigner.ui.canvas import edits
from vsdesigner.ui.canvas.magnifier import MagnifiedMark
from vsdesigner.ui.canvas.minimap import FLAG, Minimap
from vsdesigner.ui.canvas.outlook import Outlook
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.session import Session

Button, Mod = Qt.MouseButton, Qt.KeyboardModifier


def minimap(drive: Driver) -> Minimap:
    return drive.canvas.aids.minimap


def look(drive: Driver, scale: float, x: float, y: float) -> None:
    drive.canvas.view.camera.show(Outlook(scale, x, y))
    QApplication.processEvents()


def middle_of_view(drive: Driver) -> QPointF:
    return drive.canvas.view.camera.visible.center()


def drag(widget: QWidget, start: QPointF, end: QPointF) -> None:
    QTest.mousePress(widget, Button.LeftButton, Mod.NoModifier, start.toPoint())
    for index in range(1, 6):
        at = start + (end - start) * index / 5
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            widget.mapToGlobal(at),
            Button.NoButton,
            Button.LeftButton,
            Mod.NoModifier,
        )
        QApplication.sendEvent(widget, event)
    QTest.mouseRelease(widget, Button.LeftButton, Mod.NoModifier, end.toPoint())


# -- the minimap --------------------------------------------------------------------------------------------
def test_the_minimap_is_there_when_not_everything_is_in_view(drive: Driver) -> None:
    drive.canvas.fit_all()
    assert not minimap(drive).isVisible()
    look(drive, 1.5, 200.0, 100.0)
    shown_map = minimap(drive)
    assert shown_map.isVisible()
    room = drive.viewport.rect()
    assert room.contains(shown_map.geometry())
    assert room.right() - shown_map.geometry().right() < 20
    assert room.bottom() - shown_map.geometry().bottom() < 20
    drive.canvas.resize(420, 260)
    QApplication.processEvents()
    assert not shown_map.isVisible()  # there it would only be in the way


def test_the_frame_says_what_is_seen(drive: Driver) -> None:
    look(drive, 2.0, 200.0, 100.0)
    before = minimap(drive).frame()
    drive.canvas.view.camera.scroll_by(200, 0)
    moved = minimap(drive).frame()
    assert moved.left() > before.left()
    assert moved.width() == pytest.approx(before.width(), abs=0.5)
    drive.canvas.view.camera.zoom_at(4.0)
    assert minimap(drive).frame().width() == pytest.approx(before.width() / 2, rel=0.2)


def test_a_click_on_the_minimap_jumps_there(drive: Driver) -> None:
    look(drive, 2.5, 200.0, 60.0)
    overview = minimap(drive)
    bounds = drive.canvas.scene.drawing.bounds
    spot = QPoint(overview.width() * 3 // 4, overview.height() // 2)
    QTest.mouseClick(overview, Button.LeftButton, Mod.NoModifier, spot)
    wanted = bounds.x + bounds.width * 0.75
    assert middle_of_view(drive).x() == pytest.approx(wanted, abs=bounds.width / 40)
    assert drive.canvas.zoom() == 2.5
    assert drive.session.selection == ()


def test_the_pointer_on_the_minimap_is_a_hand_that_closes(drive: Driver) -> None:
    look(drive, 2.5, 100.0, 60.0)
    overview = minimap(drive)
    spot = overview.frame().center().toPoint()
    assert overview.cursor().shape() == Qt.CursorShape.OpenHandCursor
    QTest.mousePress(overview, Button.LeftButton, Mod.NoModifier, spot)
    assert overview.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(overview, Button.LeftButton, Mod.NoModifier, spot)
    assert overview.cursor().shape() == Qt.CursorShape.OpenHandCursor


def test_dragging_the_frame_moves_the_view(drive: Driver) -> None:
    look(drive, 2.5, 100.0, 60.0)
    overview = minimap(drive)
    centre = overview.frame().center()
    start = centre + QPointF(9, 6)  # the frame does not jump to the hand
    before = middle_of_view(drive)
    scale = drive.canvas.scene.drawing.bounds.width / overview._inner().width()
    drag(overview, start, start + QPointF(30, 0))
    assert middle_of_view(drive).x() - before.x() == pytest.approx(30 * scale, abs=scale * 1.5)
    assert overview.frame().center().x() == pytest.approx(centre.x() + 30, abs=1.5)


def test_the_frame_does_not_leave_the_stream(drive: Driver) -> None:
    look(drive, 4.0, 100.0, 60.0)
    overview, bounds = minimap(drive), drive.canvas.scene.drawing.bounds
    start = overview.frame().center()
    for far in (900.0, 3e8):  # the pointer may go where it likes, even further than Qt can count
        drag(overview, start, start + QPointF(far, far))
        assert middle_of_view(drive).x() == pytest.approx(bounds.right, abs=2)
        assert middle_of_view(drive).y() == pytest.approx(bounds.bottom, abs=2)
        start = overview.frame().center()


def test_the_wheel_on_the_minimap_zooms(drive: Driver) -> None:
    look(drive, 2.0, 100.0, 60.0)
    overview, middle = minimap(drive), middle_of_view(drive)
    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        overview.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Button.NoButton,
        Mod.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(overview, event)
    assert drive.canvas.zoom() == pytest.approx(2.5)
    assert (middle_of_view(drive) - middle).manhattanLength() < 2


def test_the_minimap_shows_what_was_changed(qtbot: QtBot, drive: Driver) -> None:
    look(drive, 2.0, 200.0, 60.0)
    qtbot.wait(250)
    before = minimap(drive)._picture.toImage()
    edits.place(drive.session, {drive.id("Review"): Place("improve", 60.0, 20.0)})
    assert minimap(drive)._picture.toImage() == before  # not in the way of the hand
    qtbot.waitUntil(lambda: minimap(drive)._picture.toImage() != before, timeout=2_000)
    light = minimap(drive)._picture.toImage()
    drive.canvas.set_theme(theme.DARK)
    qtbot.waitUntil(lambda: minimap(drive)._picture.toImage() != light, timeout=2_000)


def test_the_switch_of_the_minimap_is_kept(drive: Driver) -> None:
    look(drive, 2.0, 200.0, 60.0)
    assert drive.canvas.is_on("view.minimap")
    drive.canvas.run("view.minimap")
    assert not minimap(drive).isVisible()
    assert not drive.canvas.is_on("view.minimap")
    assert drive.session.flags.flag(FLAG, default=True) is False
    drive.canvas.run("view.minimap")
    assert minimap(drive).isVisible()


def test_panning_with_the_minimap_is_cheap(qtbot: QtBot) -> None:
    hand = shown(qtbot, Session(large_stream(2_000)))
    drive = next(hand)
    look(drive, 1.0, 3_000.0, 0.0)
    overview = minimap(drive)
    assert overview.isVisible()
    picture = QPixmap(overview.size())
    taken = []
    for _ in range(20):
        begin = time.perf_counter()
        overview.settle()
        overview.render(picture)
        taken.append(time.perf_counter() - begin)
    assert sorted(taken)[10] < 0.004  # 0.4 ms on a slow machine; never a new picture of everything


def test_the_minimap_leaves_the_mouse_to_the_selected_card(qtbot: QtBot, drive: Driver) -> None:
    rect = drive.layout.cards[drive.id("Fix")].rect
    wide, high = drive.viewport.width() / 1.5, drive.viewport.height() / 1.5
    look(drive, 1.5, rect.right + 30 - wide, rect.bottom + 30 - high)  # Fix in the lower right corner
    overview = minimap(drive)
    corner = overview.geometry()
    card = QRect(drive.at(rect.x, rect.y), drive.at(rect.right, rect.bottom))
    below = corner.intersected(card).center()
    assert corner.contains(below) and card.contains(below)
    assert drive.target(below)[0] is overview
    drive.session.select((drive.id("Fix"),))
    assert overview.isVisible() and overview.faint
    assert overview.geometry() == corner, "it does not hop about"
    assert drive.target(below)[0] is drive.viewport
    before = drive.step("Fix").x
    drive.drag(below, below - QPoint(60, 0))
    assert drive.step("Fix").x < before
    drive.session.select(())
    QApplication.processEvents()
    assert overview.geometry().bottomRight() == corner.bottomRight() and not overview.faint


def test_the_minimap_gives_way_to_what_is_typed(drive: Driver) -> None:
    rect = drive.layout.cards[drive.id("Fix")].rect
    wide, high = drive.viewport.width() / 1.5, drive.viewport.height() / 1.5
    look(drive, 1.5, rect.right + 30 - wide, rect.bottom + 30 - high)
    assert minimap(drive).isVisible()
    drive.canvas.begin_rename(drive.id("Fix"))
    assert not minimap(drive).isVisible()
    drive.canvas.naming.cancel()
    assert minimap(drive).isVisible()


def test_the_minimap_is_small_and_away_in_a_small_view(drive: Driver) -> None:
    look(drive, 1.5, 200.0, 100.0)
    overview = minimap(drive)
    assert overview.isVisible()
    assert overview.width() <= 170 and overview.height() <= 120
    for wide, high in ((1500, 340), (600, 900)):
        drive.canvas.resize(wide, high)
        look(drive, 1.5, 200.0, 100.0)
        assert not overview.isVisible(), (wide, high, drive.viewport.size())


def test_the_minimap_fades_while_something_is_dragged(qtbot: QtBot, drive: Driver) -> None:
    look(drive, 1.5, 200.0, 500.0)
    overview = minimap(drive)
    at = drive.middle("Diagnose")
    drive.click(at)
    assert not overview.faint
    drive.begin_drag(at, at + QPoint(40, 0))
    assert overview.isVisible() and not overview.faint  # a click must not make it flicker
    border = QPoint(0, overview.height() // 2)
    solid = overview.grab().toImage().pixelColor(border)
    qtbot.waitUntil(lambda: overview.faint, timeout=1_000)
    assert overview.isVisible()
    assert overview.grab().toImage().pixelColor(border) != solid
    drive.release(at + QPoint(40, 0))
    assert not overview.faint
    drive.begin_drag(QPoint(300, 300), QPoint(340, 300), button=Button.MiddleButton)
    qtbot.wait(350)
    assert overview.isVisible() and not overview.faint  # panning is what it is for
    drive.release(QPoint(340, 300), button=Button.MiddleButton)


# -- the way back -------------------------------------------------------------------------------------------
def test_an_arrow_leads_back_when_nothing_is_in_view(qtbot: QtBot, drive: Driver) -> None:
    arrow = drive.canvas.aids.way_back
    look(drive, 1.0, 0.0, 0.0)
    qtbot.wait(200)
    assert not arrow.isVisible()
    look(drive, 1.0, 300.0, 5_000.0)
    qtbot.waitUntil(arrow.isVisible, timeout=2_000)
    assert -180 < arrow.angle < 0  # upwards
    assert arrow.geometry().top() < drive.viewport.height() / 4
    QTest.mouseClick(arrow, Button.LeftButton)
    qtbot.waitUntil(lambda: not arrow.isVisible(), timeout=2_000)
    visible = drive.canvas.stage.visible
    assert any(card.rect.overlaps(visible) for card in drive.layout.cards.values())


@pytest.mark.parametrize(("x", "angle"), [(-9_000.0, 0.0), (9_000.0, 180.0)])
def test_the_arrow_points_to_the_stream(drive: Driver, x: float, angle: float) -> None:
    look(drive, 1.0, x, 100.0)
    arrow = drive.canvas.aids.way_back
    arrow.look()
    assert abs(arrow.angle) == pytest.approx(angle, abs=10.0)
    assert drive.viewport.rect().contains(arrow.geometry())
    on_the_right = arrow.geometry().center().x() > drive.viewport.width() / 2
    assert on_the_right is (angle == 0.0)


def test_a_key_leads_back_as_well(drive: Driver) -> None:
    look(drive, 1.0, 0.0, 9_000.0)
    assert drive.canvas.can_run("view.back_to_stream")
    drive.canvas.run("view.back_to_stream")
    visible = drive.canvas.stage.visible
    assert any(visible.encloses(card.rect) for card in drive.layout.cards.values())


@pytest.mark.parametrize(("x", "y"), [(0.0, 9_000.0), (400.0, 20.0), (60.0, 20.0)])
def test_a_key_goes_to_the_start_also_with_a_card_in_view(drive: Driver, x: float, y: float) -> None:
    look(drive, 1.2, x, y)
    drive.canvas.run("view.back_to_stream")
    drive.canvas.stage.camera.arrive()
    demand = drive.layout.cards[drive.id("demand")].rect
    visible = drive.canvas.stage.visible
    assert drive.canvas.stage.scale == pytest.approx(1.2)
    assert visible.encloses(demand)
    assert 0 < demand.x - visible.x < 60, "at the left edge"


# -- the magnified name -------------------------------------------------------------------------------------
def magnified(drive: Driver) -> MagnifiedMark | None:
    mark = drive.canvas.view.overlay.mark(Layer.MAGNIFIED)
    return mark if isinstance(mark, MagnifiedMark) else None


def test_a_name_too_small_to_read_is_magnified_on_hover(qtbot: QtBot, drive: Driver) -> None:
    drive.canvas.set_zoom(0.35)
    begin = time.monotonic()
    drive.move(drive.middle("Diagnose"))
    assert magnified(drive) is None  # not for a pointer that only passes
    qtbot.waitUntil(lambda: magnified(drive) is not None, timeout=1_000)
    assert 0.1 < time.monotonic() - begin < 0.6
    mark = magnified(drive)
    assert mark is not None
    assert mark.look.lines == ("Diagnose",)
    area = mark.area(drive.canvas.scene.drawing.inks)
    assert area.height() * 0.35 > mark.look.height  # as large as at 100 %, and its shadow
    assert area.bottom() <= drive.layout.cards[drive.id("Diagnose")].rect.y
    visible = drive.canvas.view.camera.visible
    assert visible.contains(area)


def test_from_card_to_card_it_does_not_flicker(qtbot: QtBot, drive: Driver) -> None:
    drive.canvas.set_zoom(0.35)
    drive.move(drive.middle("Diagnose"))
    qtbot.waitUntil(lambda: magnified(drive) is not None, timeout=1_000)
    drive.move(drive.at(700, 700))  # over the ground between them
    assert magnified(drive) is not None
    drive.move(drive.middle("Fix"))
    mark = magnified(drive)
    assert mark is not None and mark.look.lines == ("Fix",)
    drive.move(drive.at(1_400, 1_500))
    qtbot.waitUntil(lambda: magnified(drive) is None, timeout=1_000)


def test_what_can_be_read_is_not_magnified(qtbot: QtBot, drive: Driver) -> None:
    drive.canvas.set_zoom(0.7)
    drive.move(drive.middle("Diagnose"))
    qtbot.wait(250)
    assert magnified(drive) is None
    drive.wheel(drive.middle("Diagnose"), QPoint(0, -360), Mod.ControlModifier)
    assert drive.canvas.zoom() < 0.6
    drive.move(drive.middle("Diagnose"))
    qtbot.waitUntil(lambda: magnified(drive) is not None, timeout=1_000)
    drive.canvas.set_zoom(1.0)
    assert magnified(drive) is None


def test_it_stays_inside_the_view(qtbot: QtBot, drive: Driver) -> None:
    rect = drive.layout.cards[drive.id("Triage")].rect
    look(drive, 0.5, rect.x, rect.y - 10)  # at the upper left corner: below and moved in
    drive.move(drive.at(*rect.center))
    qtbot.waitUntil(lambda: magnified(drive) is not None, timeout=1_000)
    mark = magnified(drive)
    assert mark is not None
    area = mark.area(drive.canvas.scene.drawing.inks)
    assert area.left() >= drive.canvas.view.camera.visible.left()
    assert area.top() >= rect.bottom - 1


def test_dragging_takes_it_away(qtbot: QtBot, drive: Driver) -> None:
    drive.canvas.set_zoom(0.35)
    at = drive.middle("Diagnose")
    drive.move(at)
    qtbot.waitUntil(lambda: magnified(drive) is not None, timeout=1_000)
    drive.begin_drag(at, at + QPoint(30, 0))
    qtbot.waitUntil(lambda: magnified(drive) is None, timeout=1_000)
    drive.release(at + QPoint(30, 0))


def test_a_menu_takes_it_away(qtbot: QtBot, drive: Driver) -> None:
    drive.canvas.set_zoom(0.35)
    at = drive.middle("Diagnose")
    drive.move(at)
    qtbot.waitUntil(lambda: magnified(drive) is not None, timeout=1_000)
    drive.press(at, button=Button.RightButton)
    drive.release(at, button=Button.RightButton)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, drive.viewport.mapToGlobal(at))
    QApplication.sendEvent(drive.viewport, event)
    assert magnified(drive) is None
    qtbot.wait(300)
    assert magnified(drive) is None, "nor does it come back below the menu"
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_value_without_words_is_not_magnified(qtbot: QtBot, drive: Driver) -> None:
    drive.canvas.set_zoom(0.35)
    drive.move(drive.middle("value"))
    qtbot.waitUntil(lambda: magnified(drive) is not None, timeout=1_000)
    drive.move(drive.at(1_400, 1_500))
    qtbot.waitUntil(lambda: magnified(drive) is None, timeout=1_000)
    with drive.session.edit("Clear value") as draft:
        streams.update(draft, drive.session.stream, value="")
    drive.move(drive.middle("value"))
    qtbot.wait(300)
    assert magnified(drive) is None
