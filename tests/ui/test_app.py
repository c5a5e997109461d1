"""The program as a process: it opens what it is told, and ends cleanly when the last window closes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, windows_of
from vsdesigner.commands.streams import new_document
from vsdesigner.storage import documents
from vsdesigner.storage.folders import log_folder
from vsdesigner.storage.locks import lock_path
from vsdesigner.ui.app import begin, load_translations, make_application, make_program

ROOT = Path(__file__).resolve().parents[2]

DRIVER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from vsdesigner.ui import app

def look():
    for window in QApplication.topLevelWidgets():
        if window.objectName() == "main_window":
            steps = len(window.session.now.steps(window.session.stream))
            print(window.windowTitle(), steps, flush=True)

def leave():
    look()
    for window in QApplication.topLevelWidgets():
        if window.objectName() == "main_window":
            window.close()

application = app.make_application()
QTimer.singleShot(400, leave)
sys.exit(app.run(sys.argv[2:], example=sys.argv[1] == "example"))
"""


def run_program(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", DRIVER, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_the_process_opens_files_and_ends_with_the_last_window(tmp_path: Path) -> None:
    paths = [tmp_path / "one.vstream", tmp_path / "two.json"]
    for path in paths:
        documents.save(path, new_document())
    done = run_program("-", *map(str, paths))
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.splitlines()) == {
        "one.vstream – VS Designer 0",
        "two.json – VS Designer 0",
    }
    assert not any(lock_path(path).exists() for path in paths)
    assert "Traceback" not in done.stderr
    assert (log_folder() / "vsdesigner.log").is_file()


def test_the_process_opens_the_example() -> None:
    done = run_program("example")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["Provision a managed cloud service – VS Designer 7"]


def test_a_start_that_fails_says_so_where_it_was_started() -> None:
    code = (
        "import vsdesigner.ui.program as program\n"
        "def fail(self): raise ZeroDivisionError('no window')\n"
        "program.Program.new_window = fail\n"
        "from vsdesigner.__main__ import main\n"
        "main([])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "ZeroDivisionError: no window" in done.stderr
    assert "no window" in (log_folder() / "vsdesigner.log").read_text(encoding="utf-8")


def test_begin_opens_into_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "one.vstream"
    documents.save(path, new_document())
    program = make_program(dialogs=Answers())
    program.new_window()
    begin(program, [path, path])
    assert [window.files.file.path for window in windows_of(program)] == [path]
    program.quit()


def test_a_missing_file_is_told_and_the_window_stays(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers(expects_errors=True)
    program = make_program(dialogs=answers)
    program.new_window()
    begin(program, [tmp_path / "nowhere.vstream"])
    assert len(program.windows) == 1
    assert "nowhere.vstream" in answers.errors[0][1]
    program.quit()


def test_there_is_one_application_object(qapp: QApplication) -> None:
    assert make_application() is qapp


@pytest.mark.parametrize("name", ["C", "de_DE", "xx_XX"])
def test_translations_are_loaded_as_far_as_there_are_any(qapp: QApplication, name: str) -> None:
    found = load_translations(qapp, QLocale(name))
    for translator in found:
        assert not translator.isEmpty()
        qapp.removeTranslator(translator)
