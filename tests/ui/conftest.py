"""What every test of the window gets: no surprise dialogs, nothing left behind, the light theme."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths, QThreadPool, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QWidget,
)

from vsdesigner.ui import theme

BLOCKING = {
    QDialog: ("exec",),
    QMenu: ("exec",),
    QMessageBox: ("exec", "about", "aboutQt", "critical", "information", "question", "warning"),
    QFileDialog: (
        "exec",
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
    QInputDialog: ("exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    QColorDialog: ("exec", "getColor"),
}
# Qt keeps these for itself.
QT_OWN_WINDOWS = {"QTipLabel", "QWhatsThat", "QShapedPixmapWidget"}


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen platform says this of every window with a smallest size.
    config.addinivalue_line("qt_log_ignore", r"does not support (propagateSizeHints|raise|grabbing)")


@pytest.fixture(autouse=True)
def own_settings(qapp: QApplication, own_folders: Path) -> Iterator[None]:
    """Settings in the test's own folder."""
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(own_folders / "settings"))
    yield
    QStandardPaths.setTestModeEnabled(False)


@pytest.fixture(autouse=True)
def no_surprise_dialogs(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[str]]:
    """Fail a test in which something waits for the user, instead of hanging.

    A test that answers a dialog patches the call itself, or carries ``@pytest.mark.modal`` and closes it.
    """
    surprises: list[str] = []
    if request.node.get_closest_marker("modal") is None:
        for kind, names in BLOCKING.items():
            for name in names:
                monkeypatch.setattr(kind, name, _refusal(f"{kind.__name__}.{name}", surprises))
    yield surprises
    if surprises:
        pytest.fail("waited for the user: " + ", ".join(surprises), pytrace=False)


def _refusal(name: str, surprises: list[str]) -> Any:
    def refuse(*_args: object, **_kwargs: object) -> None:
        surprises.append(name)
        raise AssertionError(f"{name} waits for a user who is not there")

    return refuse


@pytest.fixture(autouse=True)
def no_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    """Things jump: a test that looks at motion removes the variable."""
    monkeypatch.setenv("VSDESIGNER_REDUCED_MOTION", "1")


@pytest.fixture(autouse=True)
def light_theme(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test starts in the light theme and without a style sheet."""
    monkeypatch.setattr(theme, "_current", theme.LIGHT)
    yield
    if qapp.styleSheet():
        qapp.setStyleSheet("")


@pytest.fixture(autouse=True)
def nothing_left_behind(
    qapp: QApplication, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fail a test that leaves windows, running timers or threads behind."""
    timers: list[weakref.ref[QTimer]] = []
    start = QTimer.start

    def watched_start(timer: QTimer, *args: Any) -> None:
        timers.append(weakref.ref(timer))
        start(timer, *args)

    monkeypatch.setattr(QTimer, "start", watched_start)
    windows = {id(window) for window in QApplication.topLevelWidgets()}
    threads = set(threading.enumerate())
    yield
    found = _leftovers(windows, timers, threads)
    if found:
        gc.collect()
        found = _leftovers(windows, timers, threads)
    report = getattr(request.node, "call_report", None)
    if found and report is not None and report.passed:  # a failed test keeps its frames alive
        pytest.fail("left behind: " + "; ".join(found), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    if report.when == "call":
        item.call_report = report  # type: ignore[attr-defined]  # for nothing_left_behind
    return report


def _leftovers(
    windows: set[int], timers: list[weakref.ref[QTimer]], threads: set[threading.Thread]
) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return (
        [f"window {_name(window)}" for window in _new_windows(windows)]
        + [f"timer of {_name(timer.parent())}" for timer in _running(timers)]
        + [f"thread {thread.name}" for thread in _new_threads(threads)]
        + (["work in the thread pool"] if not QThreadPool.globalInstance().waitForDone(2_000) else [])
    )


def _new_windows(before: set[int]) -> list[QWidget]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if id(window) not in before
        and window.parent() is None
        and window.metaObject().className() not in QT_OWN_WINDOWS
    ]


def _running(timers: list[weakref.ref[QTimer]]) -> list[QTimer]:
    alive = {id(timer): timer for ref in timers if (timer := ref()) is not None and shiboken6.isValid(timer)}
    return [timer for timer in alive.values() if timer.isActive()]


def _new_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    deadline = time.monotonic() + 1.0
    while True:
        found = [
            thread
            for thread in set(threading.enumerate()) - before
            # Python knows the threads of Qt as dummies, and never learns that they ended.
            if not isinstance(thread, threading._DummyThread)
        ]
        if not found or time.monotonic() > deadline:
            return found
        time.sleep(0.01)


def _name(thing: object) -> str:
    if thing is None:
        return "nobody"
    name = getattr(thing, "objectName", lambda: "")()
    return f"{type(thing).__name__} {name}".strip()
