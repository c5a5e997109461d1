"""Exporting in the background."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, told, trigger
from vsdesigner.ui.main_window import MainWindow


def test_export_writes_a_workbook_and_offers_to_open_it(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    trigger(window, "help.example")
    answers.export_path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        trigger(window, "file.export_excel")
        assert not window.verbs["file.export_excel"].isEnabled()
    assert answers.export_path.read_bytes()[:2] == b"PK"
    assert window.verbs["file.export_excel"].isEnabled()
    assert told(window) == ["Exported to “out.xlsx”."]
    assert answers.suggested is not None and answers.suggested.suffix == ".xlsx"


def test_a_failed_export_is_told(window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    answers.expects_errors = True
    answers.export_path = tmp_path / "missing" / "out.xlsx"
    trigger(window, "file.export_excel")
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=30_000)
    assert answers.errors[0][0] == "The export did not work."
    assert window.verbs["file.export_excel"].isEnabled()
