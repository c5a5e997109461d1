"""A file that somebody else has open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.window_kit import Answers, add_step, opened, trigger
from vsdesigner.storage import documents
from vsdesigner.storage.locks import acquire
from vsdesigner.ui.dialogs.answers import Locked
from vsdesigner.ui.main_window import MainWindow


@pytest.fixture
def held(saved: Path) -> Iterator[Path]:
    """A document that somebody else has open."""
    lock = acquire(saved)
    yield saved
    lock.release()  # type: ignore[union-attr]  # nobody else had it


def test_read_only_shows_it_and_saves_under_another_name(
    window: MainWindow, answers: Answers, held: Path, tmp_path: Path
) -> None:
    answers.on_locked = Locked.READ_ONLY
    opened(window, held)
    assert window.windowTitle() == "service.vstream (read-only) – VS Designer"
    before = held.read_bytes()
    add_step(window.session)
    answers.save_path = tmp_path / "mine.vstream"
    trigger(window, "file.save")
    assert answers.suggested is not None
    assert answers.suggested.name == "Copy of service.vstream"
    assert held.read_bytes() == before
    assert window.files.file.path == answers.save_path
    assert not window.files.file.is_read_only


def test_a_copy_has_no_file(window: MainWindow, answers: Answers, held: Path) -> None:
    answers.on_locked = Locked.COPY
    opened(window, held)
    assert window.files.file.path is None
    assert window.files.file.name == "Copy of service"
    assert window.isWindowModified()


def test_open_anyway_takes_the_lock_over(window: MainWindow, answers: Answers, held: Path) -> None:
    answers.on_locked = Locked.ANYWAY
    opened(window, held)
    assert window.files.file.path == held
    add_step(window.session)
    trigger(window, "file.save")
    assert documents.read(held).snapshot == window.session.now


def test_cancel_opens_nothing(window: MainWindow, answers: Answers, held: Path) -> None:
    answers.on_locked = Locked.CANCEL
    opened(window, held)
    assert window.files.file.is_pristine
    assert answers.asked[0].startswith("locked service.vstream: ")


def test_saving_onto_a_file_somebody_has_open_is_refused(
    window: MainWindow, answers: Answers, held: Path
) -> None:
    before = held.read_bytes()
    add_step(window.session)
    answers.save_path = held
    answers.expects_errors = True
    trigger(window, "file.save")
    assert held.read_bytes() == before
    assert window.isWindowModified()
