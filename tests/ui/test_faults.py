"""Unexpected failures: logged, told once, never in the way."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from vsdesigner.ui import fault_dialog, faults
from vsdesigner.ui.faults import Fault

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def told() -> list[Fault]:
    return []


@pytest.fixture
def folder(tmp_path: Path, told: list[Fault]) -> Iterator[Path]:
    """The log folder of installed hooks that collect what they would show."""
    handler = faulthandler.is_enabled()
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    faults.install(tmp_path / "logs", presenter=told.append)
    yield tmp_path / "logs"
    faults.uninstall()
    assert before == (sys.excepthook, threading.excepthook, sys.unraisablehook)
    if handler:
        faulthandler.enable()


def fail(error: BaseException) -> None:
    """Let ``error`` reach the hook as if nobody had caught it."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


@pytest.mark.logs("ValueError at")
def test_a_fault_is_logged_and_told_once(folder: Path, told: list[Fault]) -> None:
    for _ in range(5):
        fail(ValueError("broken"))
    assert told == [], "a fault may come from the middle of painting: nothing is shown there"
    QCoreApplication.processEvents()
    assert [fault.message for fault in told] == ["broken"]
    assert told[0].place.startswith("ui/test_faults.py:")
    text = (folder / faults.LOG_NAME).read_text(encoding="utf-8")
    assert text.count("ValueError: broken") == 1
    assert "Traceback" in text


@pytest.mark.logs("KeyError at")
@pytest.mark.logs("ValueError at")
def test_another_fault_is_told_as_well(folder: Path, told: list[Fault]) -> None:
    fail(ValueError("broken"))
    fail(KeyError("other"))
    QCoreApplication.processEvents()
    assert [fault.kind for fault in told] == ["ValueError", "KeyError"]


@pytest.mark.logs("ZeroDivisionError at")
def test_threads_report_in_the_gui_thread(folder: Path, told: list[Fault], qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    def present(fault: Fault) -> None:
        told.append(fault)
        threads.append(threading.current_thread())

    faults.install(folder, presenter=present)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert threads == [threading.main_thread()]


@pytest.mark.logs("RuntimeError at")
def test_unraisable_faults_are_seen(folder: Path, told: list[Fault]) -> None:
    class Bad:
        def __del__(self) -> None:
            raise RuntimeError("in the finalizer")

    bad = Bad()
    del bad
    QCoreApplication.processEvents()
    assert [fault.message for fault in told] == ["in the finalizer"]


@pytest.mark.logs("WARNING qt: something about a font")
def test_words_of_qt_go_to_the_log(folder: Path) -> None:
    qWarning("something about a font")
    assert "something about a font" in (folder / faults.LOG_NAME).read_text(encoding="utf-8")


@pytest.mark.logs("NastyError at")
def test_exceptions_that_cannot_be_printed(folder: Path, told: list[Fault]) -> None:
    class NastyError(Exception):
        def __str__(self) -> str:
            raise ValueError("no words")

    fail(NastyError())
    QCoreApplication.processEvents()
    assert "ValueError" in told[0].message


@pytest.mark.logs("ValueError at")
def test_lone_surrogates_do_not_break_the_log(folder: Path, told: list[Fault]) -> None:
    fail(ValueError("half a pair: \ud83d"))
    QCoreApplication.processEvents()
    assert len(told) == 1
    told[0].details.encode("utf-8")
    assert "ud83d" in (folder / faults.LOG_NAME).read_text(encoding="utf-8")


def test_the_crash_file_takes_the_stack(folder: Path) -> None:
    assert faulthandler.is_enabled()
    faulthandler.dump_traceback(file=faults_file())
    assert "test_the_crash_file_takes_the_stack" in (folder / faults.CRASH_NAME).read_text(encoding="utf-8")


def faults_file() -> Any:
    installed = faults._installed
    assert installed is not None
    return installed._crash_file


@pytest.mark.logs("No log is kept")
@pytest.mark.logs("ValueError at")
def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path, told: list[Fault]) -> None:
    (tmp_path / "file").write_text("in the way")
    faults.install(tmp_path / "file" / "logs", presenter=told.append)
    try:
        fail(ValueError("still told"))
        QCoreApplication.processEvents()
    finally:
        faults.uninstall()
    assert [fault.message for fault in told] == ["still told"]


@pytest.mark.logs("ValueError at")
@pytest.mark.logs("The hook for faults failed")
@pytest.mark.logs("The fault could not be shown")
def test_failing_hooks_do_no_harm(tmp_path: Path) -> None:
    def broken(*_args: object) -> None:
        raise OSError("again")

    faults.install(tmp_path, presenter=broken, on_fault=broken)
    try:
        fail(ValueError("first"))
        QCoreApplication.processEvents()
    finally:
        faults.uninstall()


@pytest.mark.logs("The program leaves")
@pytest.mark.logs("The recovery hook failed")
def test_leaving_saves_first_and_only_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def rescue() -> None:
        done.append("rescued")
        raise OSError("disk full")

    monkeypatch.setattr(QCoreApplication, "exit", lambda code: done.append(f"exit {code}"))
    faults.install(tmp_path, presenter=lambda _fault: None, on_fatal=rescue)
    try:
        faults.leave()
        faults.leave()
    finally:
        faults.uninstall()
    assert done == ["rescued", "exit 1"]


def test_ctrl_c_ends_the_program(folder: Path, told: list[Fault], monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", codes.append)
    fail(KeyboardInterrupt())
    QCoreApplication.processEvents()
    assert codes == [130]
    assert told == []


@pytest.mark.logs("times$")
@pytest.mark.logs("ValueError at")
def test_a_storm_does_not_flood_the_log(folder: Path) -> None:
    for _ in range(150):
        fail(ValueError("storm"))
    text = (folder / faults.LOG_NAME).read_text(encoding="utf-8")
    assert text.count("ERROR") == 3


def test_conv_53_the_dialog_shows_letters_and_copies_details(qtbot: QtBot) -> None:
    fault = Fault("ValueError", "scene.py:1 in paint", "<img src='file:///etc/hostname'>", "all the details")
    dialog = fault_dialog.show_fault(fault)
    assert dialog is not None
    assert not dialog.isModal()
    labels = [label for label in dialog.findChildren(QLabel) if label.text()]
    assert any("<img" in label.text() for label in labels)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == "all the details"
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "all the details"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_dialogs_do_not_pile_up(qtbot: QtBot) -> None:
    shown = [fault_dialog.show_fault(Fault("ValueError", f"place {number}", "", "")) for number in range(5)]
    dialogs = [dialog for dialog in shown if dialog is not None]
    assert len(dialogs) == fault_dialog.MOST_AT_ONCE
    for dialog in dialogs:
        dialog.close()
    again = fault_dialog.show_fault(Fault("ValueError", "later", "", ""))
    assert again is not None
    again.close()


def test_logging_is_given_back(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    faults.install(tmp_path)
    assert logging.getLogger().handlers != before
    faults.uninstall()
    assert logging.getLogger().handlers == before
    assert isinstance(QCoreApplication.instance(), QApplication)
