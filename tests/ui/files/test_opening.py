"""New, open, recent, dropped, the example."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.window_kit import Answers, add_step, named, opened, told, trigger, windows_of
from vsdesigner.commands.streams import new_document
from vsdesigner.storage import documents
from vsdesigner.storage.locks import lock_path
from vsdesigner.storage.processes import scope
from vsdesigner.ui.main_window import MainWindow


def test_open_replaces_the_empty_document(window: MainWindow, answers: Answers, saved: Path) -> None:
    answers.open_paths = [saved]
    trigger(window, "file.open")
    assert len(window.program.windows) == 1
    assert window.files.file.path == saved
    assert not window.isWindowModified()
    assert lock_path(saved).exists()


def test_open_leaves_work_alone_and_takes_another_window(window: MainWindow, saved: Path) -> None:
    step = add_step(window.session)
    opened(window, saved)
    first, second = windows_of(window.program)
    assert step.id in first.session.now
    assert second.files.file.path == saved
    opened(first, saved)  # it is open already: no third window
    assert len(window.program.windows) == 2


def test_new_takes_another_window_unless_this_one_is_empty(window: MainWindow) -> None:
    trigger(window, "file.new")
    assert len(window.program.windows) == 1
    add_step(window.session)
    trigger(window, "file.new")
    assert len(window.program.windows) == 2
    assert not windows_of(window.program)[1].session.now.steps(windows_of(window.program)[1].session.stream)


def test_a_broken_file_is_told_and_nothing_is_opened(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "broken.vstream"
    path.write_text("{", encoding="utf-8")
    answers.expects_errors = True
    opened(window, path)
    assert answers.errors[0][0] == "“broken.vstream” could not be opened."
    assert window.files.file.path is None
    assert window.program.settings.recent_files == []
    assert sorted(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("consent", [True, False])
def test_repairable_faults_are_shown_before_it_opens(
    window: MainWindow, answers: Answers, tmp_path: Path, consent: bool
) -> None:
    path = tmp_path / "torn.vstream"
    snapshot = new_document()
    value = snapshot.terminals(snapshot.streams[0].id)[1]
    documents.save(path, snapshot.evolve({}))
    text = path.read_text(encoding="utf-8").replace(f'"id": "{value.id}"', '"id": "demand-x"', 1)
    text = text.replace('"kind": "value"', '"kind": "demand"', 1)
    path.write_text(text, encoding="utf-8")
    answers.on_problems = consent
    opened(window, path)
    assert answers.problems
    assert (window.files.file.path == path) is consent
    assert window.isWindowModified() is consent  # what is shown is not what the file says


def test_recent_files_are_listed_and_missing_ones_told(window: MainWindow, saved: Path) -> None:
    opened(window, saved)
    window.close()
    window.program.new_window()
    window = windows_of(window.program)[0]
    menu = named(window, "menu.recent")
    menu.aboutToShow.emit()
    entry = menu.actions()[0]
    assert "service.vstream" in entry.text()
    saved.unlink()
    entry.trigger()
    assert told(window) == [f"“{saved}” is not there any more. It was taken from the list."]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Nothing opened yet"]


def drop(window: MainWindow, path: Path) -> bool:
    """Let a file fall on the window; True when it was taken."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), copy, content, left, none)
    enter.setAccepted(False)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    fall = QDropEvent(QPointF(400, 300), copy, content, left, none)
    QApplication.sendEvent(window, fall)
    return fall.isAccepted()


def test_conv_56_a_file_dropped_on_the_window_is_opened(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    assert drop(window, saved)
    assert window.files.file.path == saved
    as_json = tmp_path / "another.json"
    as_json.write_bytes(saved.read_bytes())
    assert drop(window, as_json)
    assert windows_of(window.program)[1].files.file.path == as_json
    assert not drop(window, tmp_path / "notes.txt")


def test_the_example_opens_as_a_document_without_a_file(window: MainWindow) -> None:
    trigger(window, "help.example")
    assert window.files.file.path is None
    assert not window.isWindowModified()
    assert len(window.session.now.steps(window.session.stream)) == 7
    trigger(window, "help.example")  # it is nobody's empty document: the next one gets its own window
    assert len(window.program.windows) == 2


def test_what_a_killed_run_left_in_the_folder_is_swept(window: MainWindow, saved: Path) -> None:
    orphan = saved.with_name(f".~vsdesigner-{scope()}-4194999-0123456789abcdef.tmp")
    orphan.write_bytes(b"half a file")
    opened(window, saved)
    assert not orphan.exists()
