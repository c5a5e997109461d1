"""A file that somebody else changes or removes."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, opened, somebody_saves, told, trigger
from vsdesigner.storage import documents
from vsdesigner.ui.dialogs.answers import OnDisk
from vsdesigner.ui.main_window import MainWindow


def test_a_clean_document_is_read_again_quietly(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    opened(window, saved)
    somebody_saves(saved)
    qtbot.waitUntil(lambda: window.session.now.streams[0].name == "Theirs", timeout=3_000)
    assert "read again" in told(window)[0]
    assert not window.isWindowModified()
    somebody_saves(saved, "Theirs again")  # the watcher has to follow the replaced file
    qtbot.waitUntil(lambda: window.session.now.streams[0].name == "Theirs again", timeout=3_000)


def test_our_own_save_raises_no_alarm(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    opened(window, saved)
    for name in ("One", "Two"):
        add_step(window.session, name)
        trigger(window, "file.save")
    qtbot.wait(500)
    assert told(window) == []


def test_a_replaced_file_is_still_watched_itself(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    opened(window, saved)
    content = saved.read_bytes()
    documents.save(saved, documents.read(saved).snapshot)  # another file of the same content
    qtbot.wait(400)
    with saved.open("r+b") as file:  # in its place: the folder does not stir
        file.write(content.replace(b'"order": 4', b'"order": 9', 1))
    qtbot.waitUntil(lambda: bool(told(window)), timeout=3_000)


def test_a_touched_file_is_the_same_file(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    opened(window, saved)
    os.utime(saved, (time.time() + 5, time.time() + 5))
    window.files.on_activated()
    assert told(window) == []


def test_edited_and_changed_take_theirs(window: MainWindow, answers: Answers, saved: Path) -> None:
    opened(window, saved)
    add_step(window.session)
    somebody_saves(saved)
    answers.on_disk = OnDisk.TAKE_THEIRS
    trigger(window, "file.save")
    assert window.session.now.streams[0].name == "Theirs"
    assert not window.isWindowModified()
    assert documents.read(saved).snapshot.streams[0].name == "Theirs"


def test_edited_and_changed_keep_mine(window: MainWindow, answers: Answers, saved: Path) -> None:
    opened(window, saved)
    step = add_step(window.session)
    somebody_saves(saved)
    answers.on_disk = OnDisk.KEEP_MINE
    trigger(window, "file.save")
    assert step.id in documents.read(saved).snapshot
    assert not window.isWindowModified()


def test_edited_and_changed_save_a_copy(
    window: MainWindow, answers: Answers, saved: Path, tmp_path: Path
) -> None:
    opened(window, saved)
    step = add_step(window.session)
    somebody_saves(saved)
    answers.on_disk = OnDisk.SAVE_COPY
    answers.save_path = tmp_path / "mine.vstream"
    trigger(window, "file.save")
    assert step.id in documents.read(answers.save_path).snapshot
    assert documents.read(saved).snapshot.streams[0].name == "Theirs"


def test_the_question_comes_when_the_user_comes_back(
    window: MainWindow, answers: Answers, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, saved)
    add_step(window.session)
    somebody_saves(saved)
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    window.files.on_activated()
    assert answers.asked == []
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    answers.on_disk = OnDisk.KEEP_MINE
    window.files.on_activated()
    window.files.on_activated()
    assert answers.asked == ["changed service.vstream"]  # and not a second time
    assert window.isWindowModified()


def test_a_deleted_file_is_told_once_and_saved_again(window: MainWindow, saved: Path) -> None:
    opened(window, saved)
    saved.unlink()
    window.files.on_activated()
    window.files.on_activated()
    assert told(window) == ["“service.vstream” was moved or deleted. Save to write it again."]
    assert window.isWindowModified()
    trigger(window, "file.save")
    assert documents.read(saved).snapshot == window.session.now
    assert not window.isWindowModified()
