"""What happens when an export fails: it is told, and nothing that was chosen is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.export.conftest import Fake
from tests.ui.export.test_dialog import click, go, option, type_target
from tests.ui.window_kit import Answers
from vsdesigner.model.errors import UserError
from vsdesigner.ui.export.dialog import ExportDialog
from vsdesigner.ui.main_window import MainWindow

Ask = Callable[[], ExportDialog]


def test_an_error_of_the_export_is_told(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, answers: Answers, qtbot: QtBot
) -> None:
    answers.expects_errors = True
    fake.error = UserError("Nothing is selected.")
    dialog = ask()
    dialog.choose_format("fake")
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=10_000)
    assert answers.errors == [("The export did not work.", "Nothing is selected.")]


def test_after_a_failure_the_dialog_is_back_with_all_choices(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.expects_errors = True
    fake.error = UserError("The disk is full.")
    dialog = ask()
    dialog.choose_format("fake")
    quick = option(dialog, "quick")
    assert isinstance(quick, QCheckBox)
    click(quick)
    click(dialog.carry)
    type_target(dialog, tmp_path / "full.fake")
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answers.asked == ["export", "export"], timeout=10_000)
    back = window.findChildren(ExportDialog)[-1]
    assert back is not dialog
    assert back.isVisible()
    assert back.exporter.id == "fake"
    assert back.target.path() == tmp_path / "full.fake"
    assert not back.carry.isChecked()
    assert back.fields is not None
    assert back.fields.values()["quick"] is False
    fake.error = None
    go(back, window, qtbot)
    assert (tmp_path / "full.fake").exists()


def test_the_export_button_looks_as_it_is(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, tmp_path: Path
) -> None:
    dialog = ask()
    enabled = _ground(dialog.export_button)
    type_target(dialog, tmp_path / "none" / "x.fake")
    assert not dialog.export_button.isEnabled()
    assert _ground(dialog.export_button) != enabled


def _ground(button: QPushButton) -> str:
    return button.grab().toImage().pixelColor(button.width() // 2, 4).name()
