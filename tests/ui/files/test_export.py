"""Exporting in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, told, trigger
from vsdesigner.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_export_writes_a_workbook_and_offers_to_open_it(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    trigger(window, "help.example")
    answers.export_path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        trigger(window, "file.export_as")
        assert not window.verbs["file.export_as"].isEnabled()
    assert answers.export_path.read_bytes()[:2] == b"PK"
    assert window.verbs["file.export_as"].isEnabled()
    assert told(window) == ["Exported to “out.xlsx”."]
    assert answers.suggested is not None and answers.suggested.suffix == ".xlsx"


def test_a_failed_export_is_told(window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    answers.expects_errors = True
    answers.export_path = tmp_path / "missing" / "out.xlsx"
    trigger(window, "file.export_as")
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=30_000)
    assert answers.errors[0][0] == "The export did not work."
    assert window.verbs["file.export_as"].isEnabled()


def test_conv_55_ctrl_e_exports_again_to_the_same_file(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    trigger(window, "help.example")
    answers.export_path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        press(window, Qt.Key.Key_E, CTRL)
    answers.export_path.unlink()
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        press(window, Qt.Key.Key_E, CTRL)
    assert answers.asked == ["export"]
    assert answers.export_path.read_bytes()[:2] == b"PK"
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        press(window, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert answers.asked == ["export", "export"]
    assert answers.suggested == answers.export_path


def test_another_document_is_not_exported_over_the_workbook_of_this_one(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.export_path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        trigger(window, "file.export")
    trigger(window, "help.example")
    answers.export_path = None
    trigger(window, "file.export")
    assert answers.asked == ["export", "export"]
    assert answers.suggested is not None and answers.suggested.name != "out.xlsx"


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    window.activateWindow()
    QTest.keyClick(window.centre.widget, key, keys)
