"""Screen saver and sleep are held off while a presentation is shown; fakes where the machine begins."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import presenting
from vsdesigner.ui.presentation import awake
from vsdesigner.ui.presentation.awake import Awake, DesktopHold, MacHold, WindowsHold, hold_for
from vsdesigner.ui.presentation.window import PresentWindow


class FakeHold:
    def __init__(self, error: Exception | None = None) -> None:
        self.calls: list[str] = []
        self.error = error

    def take(self) -> None:
        self.calls.append("take")
        if self.error:
            raise self.error

    def release(self) -> None:
        self.calls.append("release")
        if self.error:
            raise self.error


def held(qtbot: QtBot, hold: FakeHold) -> PresentWindow:
    window = presenting(qtbot)
    window.hide()
    Awake(window, hold)
    window.show()
    return window


def test_it_is_held_while_shown_and_released_at_the_end(qtbot: QtBot) -> None:
    hold = FakeHold()
    window = held(qtbot, hold)
    assert hold.calls == ["take"]
    window.hide()
    window.show()
    assert hold.calls == ["take"], "once only"
    window.state.end()
    assert hold.calls == ["take", "release"]


def test_closing_the_window_releases_it(qtbot: QtBot) -> None:
    hold = FakeHold()
    held(qtbot, hold).close()
    assert hold.calls == ["take", "release"]


def test_another_document_releases_it(qtbot: QtBot) -> None:
    hold = FakeHold()
    window = held(qtbot, hold)
    window.state.session.replace(window.state.view)
    assert hold.calls == ["take", "release"]


@pytest.mark.parametrize("error", [OSError("no"), RuntimeError("no"), AttributeError("windll")])
def test_nothing_fails_loudly(qtbot: QtBot, caplog: pytest.LogCaptureFixture, error: Exception) -> None:
    hold = FakeHold(error)
    window = held(qtbot, hold)
    window.close()
    assert hold.calls == ["take", "release"]
    assert not [record for record in caplog.records if record.levelno > logging.INFO]


class FakeKernel:
    def __init__(self) -> None:
        self.flags: list[int] = []

    def SetThreadExecutionState(self, flags: Any) -> int:
        self.flags.append(flags.value)
        return 1


def test_windows_is_told_and_told_again() -> None:
    kernel = FakeKernel()
    hold = WindowsHold(kernel)
    hold.take()
    hold.release()
    continuous, system, display = 0x80000000, 1, 2
    assert kernel.flags == [continuous | system | display, continuous]


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for the system's program")
def test_on_a_mac_its_program_runs_until_the_end(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "caffeinate"
    program.write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/told"\nexec sleep 60\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(MacHold, "PROGRAM", str(program))
    process = QProcess()
    hold = MacHold(process)
    hold.take()
    qtbot.waitUntil(lambda: (tmp_path / "told").exists() and (tmp_path / "told").stat().st_size > 0)
    assert (tmp_path / "told").read_text(encoding="utf-8").split() == ["-d", "-i", "-w", str(os.getpid())]
    assert process.waitForStarted()
    assert process.state() == QProcess.ProcessState.Running
    hold.release()
    assert process.state() == QProcess.ProcessState.NotRunning


def test_a_mac_without_the_program_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(MacHold, "PROGRAM", str(tmp_path / "is not there"))
    hold = MacHold()
    hold.take()
    hold.release()


LISTENER = """
import subprocess, sys, time
watch = subprocess.Popen(["dbus-monitor", "--session"], stdout=subprocess.PIPE, text=True)
time.sleep(0.5)
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["test", "-platform", "offscreen"])
from vsdesigner.ui.presentation.awake import DesktopHold
hold = DesktopHold()
hold.take()
end = time.monotonic() + 1
while time.monotonic() < end:
    app.processEvents()
print("RELEASE")
hold.release()
time.sleep(0.5)
watch.terminate()
print(watch.stdout.read())
"""


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("dbus-monitor")), reason="there is no bus here"
)
def test_a_desktop_is_asked_on_a_real_bus_and_let_go() -> None:
    bus = shutil.which("dbus-run-session") or ""
    done = subprocess.run(
        [bus, "--", sys.executable, "-c", LISTENER],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    asked = done.stdout.split("member=Inhibit")
    assert len(asked) == 3, done.stdout + done.stderr
    assert "interface=org.freedesktop.ScreenSaver" in asked[0].splitlines()[-1]
    assert all('string "VS Designer"' in each for each in asked[1:])
    sender = asked[0].rpartition("sender=")[2].split()[0]
    assert f'string "{sender}"\n   string "{sender}"\n   string ""' in done.stdout, "its name leaves the bus"


def test_without_a_bus_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(awake.QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert hold_for("linux") is None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    hold = hold_for("linux")
    assert isinstance(hold, DesktopHold)
    hold.take()
    hold.release()
    assert isinstance(hold_for("darwin"), MacHold)


def test_tests_hold_nothing() -> None:
    assert hold_for(sys.platform) is None
