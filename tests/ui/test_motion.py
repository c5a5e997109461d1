"""Things move, unless somebody wants them to jump."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPropertyAnimation
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vsdesigner.ui import motion


@pytest.fixture(autouse=True)
def asked_afresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION", raising=False)
    motion.system_wants_less.cache_clear()
    yield
    motion.still(on=False)
    motion.system_wants_less.cache_clear()


def test_things_move_by_default(qapp: object) -> None:
    assert motion.duration(180) == 180


def test_the_environment_and_the_user_can_still_it(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    motion.still(on=True)
    assert motion.duration(180) == 0
    motion.still(on=False)
    monkeypatch.setenv("VSDESIGNER_REDUCED_MOTION", "1")
    assert motion.duration(180) == 0


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A Linux desktop whose settings the test writes."""
    monkeypatch.setattr(motion.QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(motion.sys, "platform", "linux")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "kdeglobals"


@pytest.mark.parametrize(
    ("content", "still"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", True),
        ("[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("[General]\nx=1\n", False),
        ("no section\n", False),
        ("[KDE]\nAnimationDurationFactor=fast\n", False),
    ],
)
def test_the_desktop_is_asked(qapp: object, desktop: Path, content: str, still: bool) -> None:
    desktop.write_text(content, encoding="utf-8")
    assert motion.is_reduced() is still


def test_no_desktop_no_answer(qapp: object, desktop: Path) -> None:
    assert motion.is_reduced() is False


def animation_of(widget: QWidget) -> QPropertyAnimation:
    animation = QPropertyAnimation(widget, b"pos", widget)
    animation.setEndValue(QPoint(50, 0))
    return animation


def test_conv_62_an_animation_runs_and_ends(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    animation = animation_of(widget)
    with qtbot.waitSignal(animation.finished, timeout=2_000):
        motion.run(animation, 60)
        assert widget.pos() != QPoint(50, 0)
    assert widget.pos() == QPoint(50, 0)


def test_conv_62_reduced_motion_jumps_and_still_says_so(qtbot: QtBot) -> None:
    motion.still(on=True)
    widget = QWidget()
    qtbot.addWidget(widget)
    ended: list[bool] = []
    animation = animation_of(widget)
    animation.finished.connect(lambda: ended.append(True))
    motion.run(animation, 60)
    assert widget.pos() == QPoint(50, 0)
    assert ended == [True]
