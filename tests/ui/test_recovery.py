"""After a crash: a real second process is killed, and the next start brings its work back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, named, told, windows_of
from vsdesigner.commands.streams import new_document
from vsdesigner.storage import documents
from vsdesigner.storage.folders import data_folder
from vsdesigner.storage.locks import lock_path
from vsdesigner.ui.app import begin, make_program
from vsdesigner.ui.dialogs.answers import Crashed, Unsaved
from vsdesigner.ui.dialogs.crash_offer import CrashOffer
from vsdesigner.ui.dialogs.recovery_dialog import RecoveryDialog
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program

VICTIM = """
import sys
from pathlib import Path
from tests.ui.window_kit import Answers, add_step, windows_of
from vsdesigner.ui.app import make_application, make_program
application = make_application()
program = make_program(dialogs=Answers())
program.new_window()
window = windows_of(program)[0]
program.open_paths([Path(path) for path in sys.argv[1:]], window.files)
add_step(window.session, "Written before the crash")
add_step(window.session, "The last one")
print("ready", flush=True)
application.exec()
"""
ROOT = Path(__file__).resolve().parents[2]


def crash(*paths: Path) -> None:
    """Run the program in a process of its own, edit there, and kill it."""
    process = subprocess.Popen(
        [sys.executable, "-c", VICTIM, *map(str, paths)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def program(qtbot: QtBot, answers: Answers) -> Iterator[Program]:
    made = make_program(dialogs=answers)
    yield made
    answers.on_unsaved = Unsaved.DISCARD
    made.quit()


def start(program: Program, *paths: Path) -> MainWindow:
    """Start as the program does; returns the first window."""
    program.new_window()
    begin(program, paths)
    return windows_of(program)[0]


def names(window: MainWindow) -> list[str]:
    return [step.name for step in window.session.now.steps(window.session.stream)]


def test_work_that_was_never_saved_comes_back(program: Program, answers: Answers) -> None:
    crash()
    answers.on_crash = Crashed.RECOVER
    window = start(program)
    offer = answers.offers[0]
    assert (offer.name, offer.changes, offer.place) == ("Untitled", 2, "Never saved to a file")
    assert offer.before is not None and offer.after is not None
    assert offer.before.toImage() != offer.after.toImage()
    assert names(window) == ["Written before the crash", "The last one"]
    assert window.isWindowModified()
    assert window.files.file.path is None
    assert window.status.saved.text() == "Kept in the journal"


def test_work_on_a_file_comes_back_to_its_file(program: Program, answers: Answers, tmp_path: Path) -> None:
    path = tmp_path / "service.vstream"
    documents.save(path, new_document())
    before = path.read_bytes()
    crash(path)
    assert path.read_bytes() == before
    answers.on_crash = Crashed.RECOVER
    window = start(program, path)  # named on the command line as well: one window, not two
    assert len(program.windows) == 1
    assert names(window) == ["Written before the crash", "The last one"]
    assert window.files.file.path == path
    window.verbs["file.save"].trigger()
    assert not window.isWindowModified()
    assert documents.read(path).snapshot == window.session.now
    assert lock_path(path).exists()


def test_a_file_changed_since_is_not_overwritten(program: Program, answers: Answers, tmp_path: Path) -> None:
    path = tmp_path / "service.vstream"
    documents.save(path, new_document())
    crash(path)
    documents.save(path, new_document())
    answers.on_crash = Crashed.RECOVER
    window = start(program)
    assert answers.offers[0].warning
    assert window.files.file.path is None
    assert window.files.file.name == "Recovered service"


def test_recovered_work_survives_the_next_crash_too(program: Program, answers: Answers) -> None:
    crash()
    answers.on_crash = Crashed.RECOVER
    start(program)
    program.leave_behind()  # as the way out after a fault does
    from vsdesigner.storage.runs import current_run

    current_run().release()
    again = make_program(dialogs=answers)
    try:
        from vsdesigner.storage import runs

        runs._current.clear()
        window = start(again)
        assert names(window) == ["Written before the crash", "The last one"]
    finally:
        answers.on_unsaved = Unsaved.DISCARD
        again.quit()


def test_discarded_work_is_not_offered_again(program: Program, answers: Answers) -> None:
    crash()
    answers.on_crash = Crashed.DISCARD
    window = start(program)
    assert names(window) == []
    assert not list(data_folder().rglob("*.journal"))
    answers.on_crash = None  # asking again would fail
    begin(program, [])


def test_later_means_the_next_start(program: Program, answers: Answers) -> None:
    crash()
    answers.on_crash = Crashed.LATER
    window = start(program)
    assert names(window) == []
    assert told(window) == []
    answers.on_crash = Crashed.RECOVER
    begin(program, [])
    assert len(answers.offers) == 1
    assert names(window) == ["Written before the crash", "The last one"]


def test_a_normal_end_leaves_nothing_to_offer(program: Program, answers: Answers) -> None:
    window = start(program)
    add_step(window.session)
    answers.on_unsaved = Unsaved.DISCARD
    window.close()
    start(program)
    assert answers.asked == ["unsaved Untitled"]


# -- the dialog ---------------------------------------------------------------------------------------------
def offers() -> list[CrashOffer]:
    return [
        CrashOffer("<b>First</b>", "14:02", 12, "/home/somebody"),
        CrashOffer("Second", "yesterday", 1, "Never saved to a file", "Its file is gone."),
    ]


def test_the_dialog_recovers_all_unless_told_otherwise(qtbot: QtBot) -> None:
    dialog = RecoveryDialog(offers())
    qtbot.addWidget(dialog)
    dialog.show()
    named(dialog, "crash_1_discard", QRadioButton).click()
    named(dialog, "recovery_continue").click()
    assert dialog.answers() == [Crashed.RECOVER, Crashed.DISCARD]


def test_leaving_the_dialog_throws_nothing_away(qtbot: QtBot) -> None:
    dialog = RecoveryDialog(offers())
    qtbot.addWidget(dialog)
    dialog.show()
    named(dialog, "crash_1_discard", QRadioButton).click()
    dialog.reject()
    assert dialog.answers() == [Crashed.LATER, Crashed.LATER]
