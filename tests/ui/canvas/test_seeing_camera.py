"""How the view moves: eased where somebody asked for another place, at once under the hand."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canvas.drive import Driver
from vsdesigner.ui import motion
from vsdesigner.ui.canvas.outlook import Outlook

Mod, Key = Qt.KeyboardModifier, Qt.Key


@pytest.fixture
def moving(drive: Driver, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """A hand on a canvas that moves as it does for people, standing far from everything."""
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION", raising=False)
    monkeypatch.setattr(motion, "is_reduced", lambda: False)
    camera = drive.canvas.view.camera
    camera.show(Outlook(1.7, 300.0, 120.0))
    return drive


def seen(drive: Driver) -> tuple[float, float, float]:
    camera = drive.canvas.view.camera
    return camera.scale, camera.visible.x(), camera.visible.y()


def settled(qtbot: QtBot, drive: Driver) -> list[tuple[float, float, float]]:
    """Every state of the view until it stands still."""
    found = [seen(drive)]
    end = time.monotonic() + 2.0
    while drive.canvas.view.camera._flight.end is not None and time.monotonic() < end:
        qtbot.wait(5)
        if seen(drive) != found[-1]:
            found.append(seen(drive))
    return found


def jumped(drive: Driver, monkeypatch: pytest.MonkeyPatch) -> tuple[float, float, float]:
    """Where the whole stream is shown without any motion."""
    with monkeypatch.context() as still:
        still.setattr(motion, "is_reduced", lambda: True)
        camera = drive.canvas.view.camera
        before = camera.outlook
        camera.fit()
        there = seen(drive)
        camera.show(before)
    return there


def test_conv_62_the_view_moves_to_the_whole_stream(
    qtbot: QtBot, moving: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = jumped(moving, monkeypatch)
    begin = time.monotonic()
    moving.canvas.fit_all()
    ways = settled(qtbot, moving)
    assert 0.18 < time.monotonic() - begin < 1.0
    assert len(ways) > 4
    assert ways[-1] == pytest.approx(end, abs=1.0)
    scales = [scale for scale, _, _ in ways]
    assert scales == sorted(scales, reverse=True)
    moving.canvas.resize(1300, 700)  # and it goes on fitting
    QApplication.processEvents()
    assert seen(moving) == pytest.approx(jumped(moving, monkeypatch), abs=1.0)


def test_conv_62_no_motion_when_the_system_wants_none(drive: Driver) -> None:
    drive.canvas.view.camera.show(Outlook(1.7, 300.0, 120.0))
    drive.canvas.fit_all()
    assert drive.canvas.view.camera._flight.end is None
    assert drive.canvas.zoom() <= 1.0


def test_actual_size_and_the_selection_are_moved_to(qtbot: QtBot, moving: Driver) -> None:
    pixel = QPointF(moving.viewport.width() / 2, moving.viewport.height() / 2)  # scroll bars come and go
    middle = moving.canvas.view.camera.to_scene(pixel)
    moving.canvas.set_zoom(1.0)
    assert moving.canvas.zoom() > 1.0
    assert len(settled(qtbot, moving)) > 4
    assert moving.canvas.zoom() == 1.0
    after = moving.canvas.view.camera.to_scene(pixel)
    assert (middle - after).manhattanLength() < 3
    moving.session.select((moving.id("Review"),))
    moving.canvas.fit_selection()
    settled(qtbot, moving)
    rect = moving.layout.cards[moving.id("Review")].rect
    centre = moving.canvas.view.camera.visible.center()
    assert (centre.x(), centre.y()) == pytest.approx(tuple(rect.center), abs=14.0)


def test_actual_size_is_around_what_is_selected(drive: Driver) -> None:
    drive.canvas.set_zoom(0.4)
    drive.session.select((drive.id("Review"),))
    rect = drive.layout.cards[drive.id("Review")].rect
    before = drive.at(*rect.center)
    drive.canvas.set_zoom(1.0)
    assert (drive.at(*rect.center) - before).manhattanLength() <= 2


def test_the_wheel_takes_over_at_once(qtbot: QtBot, moving: Driver) -> None:
    moving.canvas.fit_all()
    qtbot.wait(40)
    moving.wheel(QPoint(400, 300), QPoint(0, -120))
    there = seen(moving)
    qtbot.wait(300)
    assert seen(moving) == there
    scale = moving.canvas.zoom()
    moving.wheel(QPoint(400, 300), QPoint(0, 120), Mod.ControlModifier)
    assert moving.canvas.zoom() == pytest.approx(scale * 1.25)  # zooming by hand has no motion of its own


def test_a_press_holds_the_view_where_it_is(qtbot: QtBot, moving: Driver) -> None:
    moving.canvas.fit_all()
    qtbot.wait(40)
    moving.press(QPoint(700, 600))
    there = seen(moving)
    qtbot.wait(300)
    assert seen(moving) == there
    moving.release(QPoint(700, 600))


def test_a_key_finds_the_view_where_it_was_going(
    qtbot: QtBot, moving: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = jumped(moving, monkeypatch)
    moving.canvas.fit_all()
    qtbot.wait(20)
    moving.key(Key.Key_Shift)
    assert seen(moving) == pytest.approx(end, abs=1.0)


def test_walking_brings_what_is_selected_into_view(qtbot: QtBot, moving: Driver) -> None:
    moving.canvas.view.camera.show(Outlook(1.7, 2_000.0, 120.0))
    moving.key(Key.Key_Home)
    assert len(settled(qtbot, moving)) > 3
    rect = moving.layout.cards[moving.id("Triage")].rect
    assert moving.canvas.view.camera.visible.contains(rect.center.x, rect.center.y)


def test_what_is_looked_at_while_moving_is_where_it_leads(moving: Driver) -> None:
    camera = moving.canvas.view.camera
    there = Outlook(0.5, 10.0, 20.0)
    camera.glide(there)
    assert camera.outlook == there
    camera.glide(Outlook(0.6, 10.0, 20.0))  # the later wish counts
    assert camera.outlook.scale == 0.6
    camera.hold()
    assert camera.outlook != there


def test_straight_edges_on_the_way() -> None:
    start, end = Outlook(2.0, 0.0, 0.0), Outlook(0.5, -100.0, 40.0)
    half = start.towards(end, 0.5)
    assert (half.x, half.y) == (-50.0, 20.0)
    assert 1 / half.scale == pytest.approx((1 / 2.0 + 1 / 0.5) / 2)
    assert start.towards(end, 0.0) == start
    assert start.towards(end, 1.0) == end
    assert start.near(Outlook(2.0, 0.1, 0.1), 0.5)
    assert not start.near(end, 0.5)


def test_conv_07_the_keys_of_the_scale_and_its_bounds(drive: Driver) -> None:
    from vsdesigner.ui.actions.spec import sequences
    from vsdesigner.ui.actions.specs import specs_by_id

    keys = {
        name: [key.toString() for key in sequences(specs_by_id()[f"view.{name}"])]
        for name in ("zoom_reset", "fit", "fit_selection")
    }
    assert keys == {"zoom_reset": ["Ctrl+0"], "fit": ["Ctrl+1"], "fit_selection": ["Ctrl+2"]}
    for _ in range(30):
        drive.canvas.zoom_out()
    assert drive.canvas.zoom() == pytest.approx(0.1)
    for _ in range(30):
        drive.canvas.zoom_in()
    assert drive.canvas.zoom() == pytest.approx(4.0)


def test_conv_06_two_fingers_scroll_by_pixels(drive: Driver) -> None:
    drive.canvas.set_zoom(2.0)
    before = drive.canvas.view.camera.visible.topLeft()
    drive.wheel(QPoint(300, 300), QPoint(0, -120), pixels=QPoint(-14, -6))
    after = drive.canvas.view.camera.visible.topLeft()
    assert ((after - before) * 2.0).toTuple() == pytest.approx((14.0, 6.0), abs=0.6)


def test_conv_05_space_and_the_middle_button_pan(drive: Driver) -> None:
    drive.canvas.set_zoom(2.0)
    for button, held in ((Qt.MouseButton.MiddleButton, False), (Qt.MouseButton.LeftButton, True)):
        before = drive.canvas.view.camera.visible.topLeft()
        if held:
            QApplication.sendEvent(drive.canvas.view, key_event(Key.Key_Space))
            assert drive.viewport.cursor().shape() == Qt.CursorShape.OpenHandCursor
        drive.drag(QPoint(600, 400), QPoint(550, 380), button=button)
        after = drive.canvas.view.camera.visible.topLeft()
        assert ((after - before) * 2.0).toTuple() == pytest.approx((50.0, 20.0), abs=1.5)


def key_event(key: Qt.Key) -> object:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, key, Mod.NoModifier, " ")
