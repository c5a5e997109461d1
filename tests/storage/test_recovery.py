"""Recovery: what crashed runs left is offered, never dropped, never offered twice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.sample import sample
from tests.storage.test_journal import renamed, text_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.storage import documents, recovery, runs
from vsdesigner.storage.folders import data_folder
from vsdesigner.storage.journal import Journal

ROOT = Path(__file__).parents[2]
CRASH = """
import os, sys
from pathlib import Path
from tests.sample import sample
from tests.storage.test_journal import renamed
from vsdesigner.storage.journal import Journal
path = Path(sys.argv[1]) if sys.argv[1] else None
view = sample()
journal = Journal.start(view, path)
for text in sys.argv[2:]:
    change = renamed(view, text)
    journal.append(change)
    view = view.evolve(change.result)
print("up", flush=True)
sys.stdin.readline()
os._exit(9)
"""


def crash(path: Path | None, *texts: str) -> None:
    """A run that edits the sample and ends without closing it."""
    subprocess.run(
        [sys.executable, "-c", CRASH, str(path or ""), *texts], input=b"\n", check=False, cwd=ROOT, timeout=60
    )


def crash_here(base: Snapshot, path: Path | None, *texts: str, unsaved: bool = False) -> Path:
    """The same within this process, which is faster: its run is let go as the system does it."""
    journal = Journal.start(base, path, unsaved=unsaved)
    for text in texts:
        change = renamed(base, text)
        journal.append(change)
        base = base.evolve(change.result)
    folder = runs.current_run().folder
    journal.close(discard=False)
    let_go()
    return folder


def let_go() -> None:
    for run in runs._current.values():
        run.release()
    runs._current.clear()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.vstream"
    documents.save(path, sample())
    return path


def test_a_crash_is_found(path: Path) -> None:
    crash(path, "one", "two")
    (found,) = recovery.find_crashed()
    assert found.name == "a.vstream"
    assert found.path == path
    assert found.base == sample()
    assert text_of(found.recovered) == "two"
    assert found.change_count == 2
    assert found.base_matches
    assert not found.cut
    assert found.saved_at is not None
    now = datetime.now(UTC)
    assert now - timedelta(minutes=2) < found.saved_at <= found.last_change_at <= now
    recovery.discard(found)
    assert recovery.find_crashed() == []
    assert list(runs.runs_folder().iterdir()) == []


def test_a_document_never_saved_is_found() -> None:
    crash(None, "one")
    (found,) = recovery.find_crashed()
    assert found.path is None
    assert found.saved_at is None
    assert found.name == "Give people a picture"
    assert not found.base_matches
    recovery.discard(found)


def test_a_run_that_lives_is_left_alone(path: Path) -> None:
    code = [sys.executable, "-c", CRASH, str(path), "one"]
    with subprocess.Popen(code, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"up\n"
        assert recovery.find_crashed() == []
        process.communicate(b"\n")
    assert len(recovery.find_crashed()) == 1


def test_our_own_run_is_left_alone(path: Path) -> None:
    Journal.start(sample(), path).append(renamed(sample(), "x"))
    assert recovery.find_crashed() == []


def test_nothing_is_offered_twice_at_a_time(path: Path) -> None:
    crash_here(sample(), path, "one")
    first = recovery.find_crashed()
    assert len(first) == 1
    assert recovery.find_crashed() == []
    recovery.keep(first)
    second = recovery.find_crashed()
    assert [entry.recovered for entry in second] == [entry.recovered for entry in first]


def test_several_documents_of_one_run(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.vstream"
    documents.save(other, sample())
    Journal.start(sample(), other).append(renamed(sample(), "b"))
    crash_here(sample(), path, "a")
    first, second = recovery.find_crashed()
    assert (first.name, second.name) == ("a.vstream", "b.vstream")
    recovery.discard(first)
    assert second.run.folder.exists()
    recovery.keep([second])
    (again,) = recovery.find_crashed()
    assert again.name == "b.vstream"
    recovery.discard(again)
    assert not second.run.folder.exists()


def test_a_file_changed_by_somebody_else_is_said_and_offered(path: Path) -> None:
    crash_here(sample(), path, "mine")
    documents.save(path, sample().evolve(renamed(sample(), "theirs").result))
    (found,) = recovery.find_crashed()
    assert not found.base_matches
    assert text_of(found.recovered) == "mine"
    recovery.discard(found)


def test_a_deleted_file_is_said_and_offered(path: Path) -> None:
    crash_here(sample(), path, "mine")
    path.unlink()
    (found,) = recovery.find_crashed()
    assert not found.base_matches
    assert text_of(found.recovered) == "mine"


def test_nothing_is_offered_when_nothing_was_done(path: Path) -> None:
    crash_here(sample(), path)
    assert recovery.find_crashed() == []
    assert list(runs.runs_folder().iterdir()) == []


def test_nothing_is_offered_when_all_was_undone(path: Path) -> None:
    crash_here(sample(), path, "x", "Mind the gap")
    assert recovery.find_crashed() == []


def test_nothing_is_offered_when_the_file_has_it_all(path: Path) -> None:
    """The program ended after the save, before the journal was told."""
    crash_here(sample(), path, "x")
    documents.save(path, sample().evolve(renamed(sample(), "x").result))
    assert recovery.find_crashed() == []


def test_a_recovered_document_survives_a_second_crash(path: Path) -> None:
    recovered = sample().evolve(renamed(sample(), "recovered").result)
    crash_here(recovered, path, unsaved=True)
    (found,) = recovery.find_crashed()
    assert found.recovered == recovered
    assert found.change_count == 0
    recovery.discard(found)


def test_a_crash_while_starting_over_leaves_one_of_the_two(path: Path) -> None:
    journal = Journal.start(sample(), path)
    journal.append(renamed(sample(), "one"))
    folder = runs.current_run().folder
    before = {entry.name: entry.read_bytes() for entry in folder.iterdir()}
    view = sample().evolve(renamed(sample(), "one").result)
    journal.rebase(view, documents.save(path, view))
    journal.append(renamed(view, "two"))
    for name, content in before.items():
        (folder / name).write_bytes(content)
    let_go()
    (found,) = recovery.find_crashed()
    assert text_of(found.recovered) == "two", "the newer one counts"
    recovery.keep([found])
    newer = max(folder.glob("*.journal"))
    newer.write_bytes(newer.read_bytes()[:50])
    documents.save(path, sample())
    (found,) = recovery.find_crashed()
    assert text_of(found.recovered) == "one", "the older one while the newer is not whole"
    recovery.discard(found)
    assert not folder.exists()


def test_what_cannot_be_read_is_moved_aside_and_said(path: Path) -> None:
    folder = crash_here(sample(), path, "one")
    (journal,) = folder.glob("*.journal")
    journal.write_bytes(b"garbage")
    said: list[str] = []
    assert recovery.find_crashed(said.append) == []
    (sentence,) = said
    assert "cannot be read. It is kept in “" in sentence
    assert sentence.endswith(".")
    aside = data_folder() / "set-aside" / folder.name
    assert {entry.suffix for entry in aside.iterdir()} == {".journal", ".base"}
    assert (aside / journal.name).read_bytes() == b"garbage"
    assert not folder.exists()
    assert recovery.find_crashed(said.append) == []
    assert len(said) == 1


@pytest.mark.logs("The record of changes of a document")
def test_without_a_listener_it_is_logged(path: Path) -> None:
    folder = crash_here(sample(), path, "one")
    for base in folder.glob("*.base"):
        base.unlink()
    path.unlink()
    assert recovery.find_crashed() == []


def test_one_unreadable_journal_does_not_hide_the_others(path: Path) -> None:
    damaged = Journal.start(sample(), path)
    damaged.append(renamed(sample(), "lost"))
    (journal,) = runs.current_run().folder.glob("*.journal")
    journal.write_bytes(b"")
    crash_here(sample(), path, "found")
    said: list[str] = []
    (found,) = recovery.find_crashed(said.append)
    assert text_of(found.recovered) == "found"
    assert len(said) == 1


@pytest.mark.parametrize("name", ["stray.txt", "x.journal", ".5.journal", "a.b.c.journal", "é.1.base"])
def test_foreign_files_do_no_harm(path: Path, name: str) -> None:
    folder = crash_here(sample(), path, "one")
    (folder / name).write_bytes(b"?")
    (runs.runs_folder() / name).write_bytes(b"?")
    said: list[str] = []
    (found,) = recovery.find_crashed(said.append)
    assert text_of(found.recovered) == "one"
    recovery.discard(found)


def test_a_folder_that_a_start_left_empty_goes() -> None:
    (runs.runs_folder() / "20260101-000000-1-abcd").mkdir()
    assert recovery.find_crashed() == []
    assert list(runs.runs_folder().iterdir()) == []


def test_without_locks_processes_are_told_by_their_numbers(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(place: Path) -> None:
        raise OSError(95, "no locks here")

    monkeypatch.setattr(runs, "try_lock", unsupported)
    journal = Journal.start(sample(), path)
    journal.append(renamed(sample(), "one"))
    folder = runs.current_run().folder
    runs._current.clear()
    assert recovery.find_crashed() == [], "this process lives"
    row = (folder / "process.json").read_text()
    (folder / "process.json").write_text(row.replace('"started": "', '"started": "earlier '))
    (found,) = recovery.find_crashed()
    assert text_of(found.recovered) == "one"


def test_a_data_folder_copied_from_elsewhere(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash_here(sample(), path, "one")
    shutil.copytree(data_folder(), tmp_path / "copy")
    monkeypatch.setenv("VSDESIGNER_DATA", str(tmp_path / "copy"))
    (found,) = recovery.find_crashed()
    assert text_of(found.recovered) == "one"
