"""Saving and closing: the mark, the question, what is on disk afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, named, opened, trigger, windows_of
from vsdesigner.model.errors import UserError
from vsdesigner.storage import documents
from vsdesigner.storage.locks import lock_path
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program


def test_conv_50_the_first_save_asks_where_and_later_ones_do_not(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.save_path = tmp_path / "mine.vstream"
    add_step(window.session)
    assert window.isWindowModified()
    assert window.windowTitle() == "• Untitled – VS Designer"
    trigger(window, "file.save")
    assert answers.asked == ["save as"]
    assert not window.isWindowModified()
    assert window.windowTitle() == "mine.vstream – VS Designer"
    assert documents.read(answers.save_path).snapshot == window.session.now
    add_step(window.session, "Second")
    trigger(window, "file.save")
    assert answers.asked == ["save as"]
    assert documents.read(answers.save_path).snapshot == window.session.now


def test_conv_50_the_status_bar_says_where_the_document_stands(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.save_path = tmp_path / "mine.vstream"
    label = window.status.saved
    assert label.text() == "New document"
    add_step(window.session)
    assert label.text() == "Kept in the journal"
    trigger(window, "file.save")
    assert label.text().startswith("Saved ")
    window.session.undo()
    assert label.text() == "Kept in the journal"
    window.session.redo()
    assert label.text().startswith("Saved ")


def test_a_failed_save_keeps_the_mark_and_says_why(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.expects_errors = True
    answers.save_path = tmp_path / "missing" / "mine.vstream"
    add_step(window.session)
    trigger(window, "file.save")
    assert window.isWindowModified()
    assert window.files.file.path is None
    headline, text = answers.errors[0]
    assert headline == "The document was not saved."
    assert "mine.vstream" in text


def test_closing_stays_when_saving_fails(
    window: MainWindow, answers: Answers, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_keywords: object) -> None:
        raise UserError("“service.vstream” was not saved: the disk is full.")

    opened(window, saved)
    monkeypatch.setattr("vsdesigner.storage.documents.save", fail)
    add_step(window.session)
    answers.expects_errors = True
    answers.on_unsaved = Unsaved.SAVE
    assert not window.close()
    assert window.isVisible()
    assert window.isWindowModified()
    assert lock_path(saved).exists()


def test_saving_unchanged_content_gives_the_same_bytes(window: MainWindow, saved: Path) -> None:
    before = saved.read_bytes()
    opened(window, saved)
    trigger(window, "file.save")
    assert saved.read_bytes() == before


def test_conv_41_what_is_being_typed_is_saved(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    opened(window, saved)
    trigger(window, "stream.rename")
    editor = named(window, "stream_name_editor")
    qtbot.keyClicks(editor, "Restore a service")
    trigger(window, "file.save")
    assert documents.read(saved).snapshot.streams[0].name == "Restore a service"


def test_save_as_goes_on_with_the_new_file(
    window: MainWindow, answers: Answers, saved: Path, tmp_path: Path
) -> None:
    opened(window, saved)
    before = saved.read_bytes()
    add_step(window.session)
    answers.save_path = tmp_path / "other.json"
    trigger(window, "file.save_as")
    assert saved.read_bytes() == before
    assert window.files.file.path == answers.save_path
    assert not lock_path(saved).exists()
    assert lock_path(answers.save_path).exists()
    assert window.program.settings.recent_files[0] == answers.save_path


def test_save_as_onto_a_file_that_is_open_elsewhere_is_refused(
    window: MainWindow, answers: Answers, saved: Path
) -> None:
    add_step(window.session)
    opened(window, saved)
    before = saved.read_bytes()
    answers.save_path = saved
    answers.expects_errors = True
    trigger(window, "file.save_as")
    assert saved.read_bytes() == before
    assert "another window" in answers.errors[0][1]


def test_the_previous_version_is_kept_as_a_backup(window: MainWindow, saved: Path, own_folders: Path) -> None:
    before = saved.read_bytes()
    opened(window, saved)
    add_step(window.session)
    trigger(window, "file.save")
    backups = [path for path in own_folders.rglob("*.vstream") if path.is_file()]
    assert [path.read_bytes() for path in backups] == [before]


def test_an_unchanged_window_closes_without_a_question(
    window: MainWindow, answers: Answers, saved: Path
) -> None:
    opened(window, saved)
    assert window.close()
    assert answers.asked == []
    assert not lock_path(saved).exists()
    assert window.program.windows == []


@pytest.mark.parametrize(
    ("answer", "closes", "written"),
    [(Unsaved.SAVE, True, True), (Unsaved.DISCARD, True, False), (Unsaved.CANCEL, False, False)],
)
def test_the_unsaved_question_in_all_three_ways(
    window: MainWindow, answers: Answers, saved: Path, answer: Unsaved, closes: bool, written: bool
) -> None:
    before = saved.read_bytes()
    opened(window, saved)
    add_step(window.session)
    answers.on_unsaved = answer
    assert window.close() is closes
    assert answers.asked == ["unsaved service.vstream"]
    assert (saved.read_bytes() != before) is written


def test_quit_stops_at_the_first_cancel(program: Program, answers: Answers, qtbot: QtBot) -> None:
    for _ in range(2):
        program.new_window()
    first, second = windows_of(program)
    add_step(first.session)
    answers.on_unsaved = Unsaved.CANCEL
    trigger(second, "file.quit")
    assert windows_of(program) == [first]
