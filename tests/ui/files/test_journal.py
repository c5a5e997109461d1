"""The journal of a window: begun with the first edit, gone after a clean end, missed only with a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.window_kit import Answers, add_step, opened, told, trigger, windows_of
from vsdesigner.storage.folders import data_folder
from vsdesigner.storage.locks import Lock, acquire
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.files.locking import LockKeeper
from vsdesigner.ui.main_window import MainWindow


def journals() -> list[Path]:
    return sorted(data_folder().rglob("*.journal"))


def test_it_begins_with_the_first_edit_and_goes_with_a_clean_end(window: MainWindow, saved: Path) -> None:
    opened(window, saved)
    assert journals() == []
    add_step(window.session)
    (journal,) = journals()
    first = journal.stat().st_size
    add_step(window.session, "Second")
    assert journal.stat().st_size > first
    trigger(window, "file.save")
    assert len(journals()) == 1
    window.close()
    assert journals() == []


def test_undo_is_kept_too(window: MainWindow) -> None:
    add_step(window.session)
    before = journals()[0].stat().st_size
    window.session.undo()
    assert journals()[0].stat().st_size > before


def test_a_discarded_document_leaves_no_journal(window: MainWindow, answers: Answers) -> None:
    add_step(window.session)
    answers.on_unsaved = Unsaved.DISCARD
    window.close()
    assert journals() == []


def test_a_file_that_went_away_is_kept_without_an_edit(window: MainWindow, saved: Path) -> None:
    opened(window, saved)
    saved.unlink()
    window.files.on_activated()
    assert len(journals()) == 1


def test_without_a_place_for_it_the_user_is_told_once(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("VSDESIGNER_DATA", str(blocked / "data"))
    add_step(window.session)
    add_step(window.session, "Second")
    assert len(told(window)) == 1
    assert window.status.saved.text() == "Not saved yet"
    monkeypatch.setenv("VSDESIGNER_DATA", str(tmp_path / "data"))
    step = add_step(window.session, "Third")
    assert told(window)[-1] == "Your changes are kept in the journal again."
    assert window.status.saved.text() == "Kept in the journal"
    bases = list((tmp_path / "data").rglob("*.base"))
    assert any(step.id in path.read_text(encoding="utf-8") for path in bases)


def test_a_lock_that_somebody_takes_is_told(window: MainWindow, saved: Path) -> None:
    opened(window, saved)
    other = acquire(saved, take_over=True)
    window.findChildren(LockKeeper)[0].refresh()
    assert told(window)[0].startswith("Somebody else has opened “service.vstream” to change it.")
    other.release()  # type: ignore[union-attr]  # it was taken over


def test_a_folder_without_locks_is_said_once(
    window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(path: Path, **_keywords: object) -> Lock:
        return Lock(path, unavailable_reason="The folder cannot be written to.")

    monkeypatch.setattr("vsdesigner.ui.files.opening.acquire", nowhere)
    copy = saved.with_name("second.vstream")
    copy.write_bytes(saved.read_bytes())
    opened(window, saved)
    window.program.open_paths([copy], window.files)
    said = [text for each in windows_of(window.program) for text in told(each)]
    assert said == ["The folder cannot be written to."]
