"""Zooming, scrolling, fitting, streams, themes, headers, hints."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.canvas.checks import assert_drawn, assert_painted
from tests.ui.canvas.drive import Driver
from vsdesigner.commands import steps, streams
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind
from vsdesigner.ui import theme
from vsdesigner.ui.canvas.camera import LARGEST, LEAST, READABLE, READABLE_LEAST
from vsdesigner.ui.canvas.overlay import Layer

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")  # pop-up menus offscreen

Mod, Button = Qt.KeyboardModifier, Qt.MouseButton
NOTCH = QPoint(0, 120)


def scene_point(drive: Driver, at: QPoint) -> tuple[float, float]:
    found = drive.canvas.view.camera.to_scene(QPointF(at))
    return found.x(), found.y()


@pytest.mark.parametrize("at", [QPoint(3, 3), QPoint(640, 300), QPoint(1200, 850)])
@pytest.mark.parametrize("turn", [1, -1])
def test_conv_06_ctrl_wheel_keeps_the_point_under_the_pointer(drive: Driver, at: QPoint, turn: int) -> None:
    for _ in range(12):
        x, y = scene_point(drive, at)
        drive.wheel(at, NOTCH * turn, Mod.ControlModifier)
        zoom = drive.canvas.zoom()
        found = scene_point(drive, at)
        assert found == pytest.approx((x, y), abs=1.01 / zoom)
    assert LEAST <= drive.canvas.zoom() <= LARGEST
    assert drive.canvas.zoom() == (LARGEST if turn > 0 else LEAST)


def test_zoom_is_announced(drive: Driver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(drive.canvas.zoom_changed) as caught:
        drive.canvas.zoom_in()
    assert caught.args == [drive.canvas.zoom()]
    scale = drive.canvas.zoom()
    drive.canvas.zoom_out()
    assert drive.canvas.zoom() == pytest.approx(scale / 1.25)


def test_conv_06_wheel_scrolls_and_shift_turns_it(drive: Driver) -> None:
    camera, middle = drive.canvas.view.camera, drive.viewport.rect().center()
    top = camera.visible.topLeft()
    drive.wheel(middle, -NOTCH)
    assert camera.visible.top() > top.y() and camera.visible.left() == top.x()
    top = camera.visible.topLeft()
    drive.wheel(middle, -NOTCH, Mod.ShiftModifier)
    assert camera.visible.left() > top.x() and camera.visible.top() == top.y()


def test_conv_06_two_fingers_scroll_by_pixels(drive: Driver) -> None:
    camera = drive.canvas.view.camera
    top = camera.visible.topLeft()
    drive.wheel(QPoint(500, 300), QPoint(8, 8), pixels=QPoint(-13, -7))
    moved = camera.visible.topLeft() - top
    assert (round(moved.x()), round(moved.y())) == (13, 7)


def test_conv_06_pinch_zooms_at_the_fingers(drive: Driver) -> None:
    at = QPoint(400, 300)
    before = scene_point(drive, at)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(at),
        QPointF(at),
        QPointF(drive.viewport.mapToGlobal(at)),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(drive.viewport, event)
    assert drive.canvas.zoom() == pytest.approx(1.5)
    assert scene_point(drive, at) == pytest.approx(before, abs=1)


def test_opening_shows_everything_at_100_or_from_its_start_in_readable_size(drive: Driver) -> None:
    assert drive.canvas.zoom() == 1.0
    assert drive.canvas.stage.visible.encloses(drive.layout.bounds)
    drive.canvas.resize(700, 500)
    QApplication.processEvents()
    assert READABLE_LEAST <= drive.canvas.zoom() <= READABLE, "nobody moved yet, so it is opened anew"
    assert drive.canvas.stage.visible.encloses(drive.layout.cards[drive.id("demand")].rect)


def test_a_new_size_fits_again_until_somebody_moves(drive: Driver) -> None:
    drive.canvas.fit_all()
    drive.canvas.resize(700, 500)
    QApplication.processEvents()
    assert drive.canvas.stage.visible.encloses(drive.layout.bounds)
    zoom = drive.canvas.zoom()
    drive.canvas.view.camera.scroll_by(10, 0)
    drive.canvas.resize(900, 600)
    QApplication.processEvents()
    assert drive.canvas.zoom() == zoom


def test_fit_shows_everything_and_resizing_after_zooming_does_not_fit(drive: Driver) -> None:
    drive.canvas.set_zoom(3.0)
    drive.canvas.fit_all()
    assert drive.canvas.stage.visible.encloses(drive.layout.bounds)
    drive.canvas.set_zoom(3.0)
    drive.canvas.resize(900, 600)
    QApplication.processEvents()
    assert drive.canvas.zoom() == 3.0


def test_fit_right_after_opening_shows_everything(drive: Driver) -> None:
    """Opening shows the start at a readable scale; scroll bars that go must not bring that back."""
    with drive.session.edit("Put a step far away") as draft:
        steps.place(draft, {drive.id("Review"): Place("improve", 4000, 26)})
    drive.session.replace(drive.session.now)
    QApplication.processEvents()
    assert not drive.canvas.stage.visible.encloses(drive.layout.bounds)
    drive.canvas.fit_all()
    QApplication.processEvents()
    assert drive.canvas.stage.visible.encloses(drive.layout.bounds)


def test_fit_selection(drive: Driver) -> None:
    drive.session.select((drive.id("Fix"), drive.id("Review")))
    drive.canvas.fit_selection()
    for name in ("Fix", "Review"):
        assert drive.canvas.stage.visible.encloses(drive.layout.cards[drive.id(name)].rect)
    drive.session.select(())
    drive.canvas.fit_selection()
    assert drive.canvas.stage.visible.encloses(drive.layout.bounds)


def test_reveal_scrolls_only_what_is_off_screen(drive: Driver) -> None:
    camera = drive.canvas.view.camera
    before = camera.outlook
    drive.session.reveal((drive.id("Fix"),))
    assert camera.outlook == before
    drive.canvas.set_zoom(4.0)
    camera.scroll_by(-5000, 0)
    drive.session.reveal((drive.id("value"),))
    assert camera.shows(drive.layout.cards[drive.id("value")].rect)
    assert camera.scale == 4.0


def test_renaming_what_stands_at_the_edge_does_not_scroll(drive: Driver) -> None:
    rect = drive.layout.cards[drive.id("Fix")].rect
    camera = drive.canvas.view.camera
    camera.scroll_by((rect.x - 5 - camera.visible.left()) * camera.scale, 0)
    before = camera.outlook
    drive.canvas.begin_rename(drive.id("Fix"))
    assert camera.outlook == before


def test_undo_off_screen_comes_into_view(drive: Driver) -> None:
    drive.drag_step("Review", by=(60, 0))
    drive.canvas.set_zoom(4.0)
    drive.canvas.view.camera.scroll_by(9000, -9000)
    drive.session.undo()
    assert drive.canvas.view.camera.shows(drive.layout.cards[drive.id("Review")].rect)


def test_each_stream_keeps_its_outlook(drive: Driver) -> None:
    first = drive.session.stream
    with drive.session.edit("Add stream") as draft:
        second = streams.add(draft, "Second")
    drive.canvas.set_zoom(2.0)
    drive.canvas.view.camera.scroll_by(33, 44)
    before = drive.canvas.view.camera.visible
    drive.session.show_stream(second)
    assert drive.canvas.zoom() == 1.0
    assert_drawn(drive)
    drive.session.show_stream(first)
    now = drive.canvas.view.camera.visible
    assert (drive.canvas.zoom(), now.x(), now.y()) == pytest.approx((2.0, before.x(), before.y()), abs=0.6)
    assert_drawn(drive)


def test_deleting_the_shown_stream_shows_another(drive: Driver) -> None:
    with drive.session.edit("Delete stream") as draft:
        streams.delete(draft, drive.session.stream)
    assert_drawn(drive)
    drive.session.undo()
    assert_drawn(drive)


def test_another_document_replaces_everything(drive: Driver) -> None:
    start = drive.middle("Fix")
    drive.begin_drag(start, start + QPoint(60, -100))
    drive.session.replace(streams.new_document())
    assert_drawn(drive)
    drive.release(start)
    assert drive.session.history.count() == 0


# -- headers, hints, tooltips -------------------------------------------------------------------------------
def test_headers_stay_at_the_left_and_follow_height_and_zoom(drive: Driver) -> None:
    headers, camera = drive.canvas.view.headers, drive.canvas.view.camera
    assert headers.geometry().right() < drive.viewport.geometry().left()
    camera.scroll_by(300, 0)
    assert headers.width() == 150 and headers.x() == drive.viewport.x() - 150
    for zoom in (0.2, 1.0, 2.0):
        drive.canvas.set_zoom(zoom)
        for (band, area), lane in zip(headers.rows(), drive.layout.lanes, strict=True):
            assert band.lane == lane.lane
            assert area.top() == pytest.approx(camera.to_view(QPointF(0, lane.top)).y(), abs=1)
            assert area.height() == pytest.approx(lane.height * zoom, abs=1)


def test_header_tells_the_purpose_of_its_activity(drive: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda *args: said.append(args[1]))
    headers = drive.canvas.view.headers
    band, area = headers.rows()[1]
    spot = area.center().toPoint()
    QApplication.sendEvent(headers, QHelpEvent(QEvent.Type.ToolTip, spot, headers.mapToGlobal(spot)))
    assert said and "Plan (0 steps)" in said[0] and band.purpose[:20] in said[0]


def test_tooltips_are_escaped(drive: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda *args: said.append(args[1]))
    drive.rename("Fix", "<b>Fix</b>")
    drive.canvas.set_zoom(0.3)
    spot = drive.middle("<b>Fix</b>")
    QApplication.sendEvent(
        drive.viewport, QHelpEvent(QEvent.Type.ToolTip, spot, drive.viewport.mapToGlobal(spot))
    )
    assert said and "&lt;b&gt;Fix&lt;/b&gt;" in said[0]


def test_conv_54_an_empty_stream_says_what_to_do(empty: Driver) -> None:
    overlay = empty.canvas.view.overlay
    assert overlay.mark(Layer.HINT) is not None
    assert len(empty.canvas.scene.cards) == 2, "demand and value are there"
    empty.drop_from_palette("Engage", 420)
    assert overlay.mark(Layer.HINT) is None
    empty.canvas.naming.cancel()
    empty.session.undo()
    assert overlay.mark(Layer.HINT) is not None


# -- bar and menu -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("zoom", [0.45, 1.0, 1.6, 2.5])
def test_the_bar_keeps_off_the_card_and_inside_the_view(drive: Driver, zoom: float) -> None:
    bar = drive.canvas.bar
    drive.canvas.set_zoom(zoom)
    seen = 0
    for name in ("Triage", "Diagnose", "Fix", "Review", "demand", "value"):
        drive.session.select((drive.id(name),))
        drive.middle(name)
        if not bar.isVisible():
            continue
        seen += 1
        rect = drive.layout.cards[drive.id(name)].rect
        card = drive.canvas.view.viewportTransform().mapRect(
            drive.canvas.scene.cards[drive.id(name)].sceneBoundingRect()
        )
        assert drive.viewport.rect().contains(bar.geometry())
        top, bottom = drive.at(rect.x, rect.y).y(), drive.at(rect.x, rect.bottom).y()
        assert bar.geometry().top() > bottom or bar.geometry().bottom() < top, (name, card)
    assert seen >= 4


def test_the_bar_is_not_shown_from_far_away(drive: Driver) -> None:
    drive.click(drive.middle("Fix"))
    assert drive.canvas.bar.isVisible()
    drive.canvas.set_zoom(0.3)
    assert not drive.canvas.bar.isVisible()


def test_the_bar_appends_renames_connects_and_deletes(drive: Driver) -> None:
    bar = drive.canvas.bar
    drive.click(drive.middle("Review"))
    drive.click(bar.geometry().topLeft() + bar.finish.geometry().center())
    assert drive.has_flow("Review", "value")
    drive.click(drive.middle("Review"))
    assert not bar.finish.isVisible(), "they are connected already"
    drive.click(bar.geometry().topLeft() + bar.append.geometry().center())
    drive.finish_name("Learn")
    assert drive.has_flow("Review", "Learn")
    drive.click(drive.middle("Review"))
    drive.click(bar.geometry().topLeft() + bar.rename.geometry().center())
    drive.finish_name("Look back")
    drive.click(drive.middle("Look back"))
    drive.click(bar.geometry().topLeft() + bar.remove.geometry().center())
    assert drive.has_flow  # the step is gone
    assert [s.name for s in drive.session.now.steps(drive.session.stream)].count("Look back") == 0


def opened_menu(drive: Driver, at: QPoint) -> QMenu:
    from PySide6.QtGui import QContextMenuEvent

    drive.press(at, button=Button.RightButton)
    drive.release(at, button=Button.RightButton)  # Qt remembers pressed buttons beyond this test
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, drive.viewport.mapToGlobal(at))
    QApplication.sendEvent(drive.viewport, event)
    menus = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
    assert len(menus) == 1
    return menus[0]


def chosen(menu: QMenu, *path: str) -> None:
    """Trigger an entry by its text, through submenus."""
    for text in path[:-1]:
        action = next(action for action in menu.actions() if action.text() == text)
        found = action.menu()
        assert isinstance(found, QMenu)
        menu = found
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu):
            widget.close()


def test_conv_10_right_click_selects_and_opens_the_menu(drive: Driver) -> None:
    menu = opened_menu(drive, drive.middle("Review"))
    assert drive.session.selection == (drive.id("Review"),)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "Rename"
    assert "Delete and Leave a Gap" not in texts, "there is no gap without neighbours"
    chosen(menu, "Change Activity", "Plan")
    assert drive.step("Review").lane == "plan"


def test_right_click_keeps_several_selected(drive: Driver) -> None:
    drive.select("Triage", "Fix")
    menu = opened_menu(drive, drive.middle("Fix"))
    assert len(drive.session.selection) == 2
    chosen(menu, "Delete")
    assert len(drive.session.now.steps(drive.session.stream)) == 2


def test_menu_of_a_flow_and_of_empty_ground(drive: Driver) -> None:
    menu = opened_menu(drive, drive.on_flow("Diagnose", "Fix"))
    chosen(menu, "Kind of Flow", "Make Rework")
    assert drive.flow("Diagnose", "Fix").kind is FlowKind.REWORK
    menu = opened_menu(drive, drive.in_lane("Plan", 900))
    assert drive.session.selection == ()
    chosen(menu, "Add Plan Step Here")
    drive.finish_name("Plan")
    assert drive.step("Plan").lane == "plan"


# -- themes, far and near -----------------------------------------------------------------------------------
def test_theme_switches_at_once(drive: Driver) -> None:
    light = drive.canvas.grab().toImage()
    drive.canvas.set_theme(theme.DARK)
    dark = drive.canvas.grab().toImage()
    spot = drive.canvas.view.viewport().mapTo(drive.canvas, drive.in_lane("Plan", 900))
    assert light.pixelColor(spot).lightness() > 200
    assert dark.pixelColor(spot).lightness() < 60


@pytest.mark.parametrize("lane", ["plan", "deliver_and_support"])
@pytest.mark.parametrize("zoom", [0.15, 0.3, 0.45, 1.0])
def test_what_moves_is_painted_at_its_new_place_only(drive: Driver, zoom: float, lane: str) -> None:
    """The picture after partial updates equals one that is painted afresh."""
    drive.canvas.set_zoom(zoom)
    drive.session.select((drive.id("Fix"),))
    QApplication.processEvents()
    with drive.session.edit("Move") as draft:
        draft.update(drive.id("Fix"), x=1300.0, lane=lane)
    drive.session.select((drive.id("Triage"),))
    QApplication.processEvents()
    with drive.session.edit("Delete") as draft:
        draft.remove(drive.id("Diagnose"))
    QApplication.processEvents()
    assert_painted(drive)
