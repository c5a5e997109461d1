"""The camera of a presentation glides, can be led elsewhere on its way, and jumps when motion is reduced."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF
from pytestqt.qtbot import QtBot

from vsdesigner.layout.geometry import Rect
from vsdesigner.ui import motion
from vsdesigner.ui.presentation.stage.camera import Camera, Outlook

HERE, THERE = Outlook(1.0, 0.0, 0.0), Outlook(2.0, 300.0, 100.0)


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let things move."""
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION")


def _camera() -> tuple[QObject, Camera, list[Outlook]]:
    owner = QObject()
    seen: list[Outlook] = []
    camera = Camera(owner, lambda: seen.append(camera.outlook))
    return owner, camera, seen


def test_a_camera_takes_as_long_as_the_eye_needs(qtbot: QtBot, moving: None) -> None:
    _owner, camera, seen = _camera()
    begin = time.perf_counter()
    camera.glide(THERE)
    assert camera.gliding and camera.zooming and camera.end == THERE
    qtbot.waitUntil(lambda: not camera.gliding, timeout=5_000)
    assert time.perf_counter() - begin >= 0.25
    assert 250 <= motion.CAMERA_MS <= 400
    assert camera.outlook == THERE and seen[-1] == THERE
    scales = [outlook.scale for outlook in seen]
    assert len(seen) > 3 and scales == sorted(scales)


def test_it_slows_down_before_it_arrives(qtbot: QtBot, moving: None) -> None:
    _owner, camera, seen = _camera()
    camera.glide(Outlook(1.0, 1_000.0, 0.0))
    assert not camera.zooming
    qtbot.waitUntil(lambda: not camera.gliding, timeout=5_000)
    halfway = sum(outlook.x > 500.0 for outlook in seen)
    assert halfway > len(seen) / 2


def test_another_move_starts_where_it_is(qtbot: QtBot, moving: None) -> None:
    _owner, camera, seen = _camera()
    camera.glide(Outlook(1.0, 1_000.0, 0.0))
    qtbot.waitUntil(lambda: camera.outlook.x > 100.0, timeout=5_000)
    between = camera.outlook.x
    camera.glide(HERE)
    seen.clear()
    qtbot.waitUntil(lambda: not camera.gliding, timeout=5_000)
    assert camera.outlook == HERE
    assert all(outlook.x <= between for outlook in seen)


def test_without_motion_it_jumps(qtbot: QtBot) -> None:
    _owner, camera, seen = _camera()
    camera.glide(THERE)
    assert not camera.gliding and seen == [THERE]


def test_a_jump_ends_a_move(qtbot: QtBot, moving: None) -> None:
    _owner, camera, _seen = _camera()
    camera.glide(THERE)
    camera.jump(HERE)
    qtbot.wait(40)
    assert camera.outlook == HERE and not camera.gliding


def test_what_both_show_stays_in_view_on_the_way() -> None:
    width, height = 1_000.0, 600.0
    common = Rect(320.0, 120.0, 100.0, 50.0)
    for share in (0.0, 0.1, 0.35, 0.5, 0.8, 1.0):
        area = HERE.towards(THERE, share).to_screen(common)
        assert QRectF(0, 0, width, height).contains(area)
    assert HERE.towards(THERE, 0.0) == HERE and HERE.towards(THERE, 1.0) == THERE


def test_screen_and_scene_are_inverse() -> None:
    area = THERE.to_screen(Rect(310.0, 130.0, 40.0, 20.0))
    assert area == QRectF(20.0, 60.0, 80.0, 40.0)
    assert THERE.scene_at(area.topLeft()) == QPointF(310.0, 130.0)
    assert THERE.to_screen(QRectF(310.0, 130.0, 40.0, 20.0)) == area
