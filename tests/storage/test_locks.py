"""Lock files: who has a document open, and every way in which a lock is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.users import nobody
from vsdesigner.storage import locks
from vsdesigner.storage.locks import Held, Lock, acquire, lock_path
from vsdesigner.storage.processes import own_mark, scope

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from vsdesigner.storage.locks import acquire
lock = acquire(Path(sys.argv[1]))
print(type(lock).__name__, flush=True)
sys.stdin.readline()
if sys.argv[2] == "release":
    lock.release()
"""
RACE = """
import sys, time
from pathlib import Path
from vsdesigner.storage.locks import acquire
print("ready", flush=True)
sys.stdin.readline()
print(type(acquire(Path(sys.argv[1]))).__name__, flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.vstream"


def started(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go_on(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def ended(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=30)


def write_lock(path: Path, **changes: object) -> Path:
    """A lock file as we write it, with changes."""
    mark = own_mark()
    row = {
        "host": "elsewhere",
        "pid": mark.pid,
        "scope": mark.scope,
        "since": datetime.now(UTC).isoformat(),
        "started": mark.started,
        "token": "0" * 32,
        "user": "Maria",
        **changes,
    }
    place = lock_path(path)
    place.write_text(json.dumps(row), encoding="utf-8")
    return place


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


# -- one program ----------------------------------------------------------------------------------------
def test_a_lock_comes_and_goes(path: Path) -> None:
    lock = acquire(path)
    assert isinstance(lock, Lock)
    assert lock.unavailable_reason == ""
    assert names(path.parent) == [".~lock.a.vstream.vsd"]
    assert lock.refresh()
    lock.release()
    lock.release()
    assert names(path.parent) == []
    assert not lock.refresh()


def test_two_windows_of_one_program(path: Path) -> None:
    lock = acquire(path)
    held = acquire(path)
    assert isinstance(held, Held)
    assert held.by_this_program
    assert held.pid == os.getpid()
    assert held.user
    assert held.host
    assert timedelta(0) <= datetime.now(UTC) - held.since < timedelta(minutes=1)
    assert isinstance(lock, Lock)
    lock.release()
    assert isinstance(acquire(path), Lock)


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_link_is_the_same_document(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"x")
    link = tmp_path / "link"
    link.symlink_to(path)
    acquire(path)
    assert isinstance(acquire(link), Held)


def test_opened_anyway(path: Path) -> None:
    first = acquire(path)
    second = acquire(path, take_over=True)
    assert isinstance(first, Lock)
    assert isinstance(second, Lock)
    assert not first.refresh(), "it learns that it lost the lock"
    first.release()
    assert second.refresh(), "and leaves the other's alone"


def test_names_of_any_length(tmp_path: Path) -> None:
    for name in ("a" * 255, "🚀" * 60, "ä"):
        lock = acquire(tmp_path / name)
        assert isinstance(lock, Lock)
        assert lock.token
    assert len(set(names(tmp_path))) == 3


# -- two programs ---------------------------------------------------------------------------------------
def test_another_program_has_it_open(path: Path) -> None:
    other = started(HOLD, str(path), "release")
    assert line(other) == "Lock"
    held = acquire(path)
    assert isinstance(held, Held)
    assert held.pid == other.pid
    assert not held.by_this_program
    ended(other)
    assert isinstance(acquire(path), Lock)


def test_a_program_that_crashed_holds_nothing(path: Path) -> None:
    other = started(HOLD, str(path), "crash")
    assert line(other) == "Lock"
    other.kill()
    other.communicate()
    assert lock_path(path).exists()
    lock = acquire(path)
    assert isinstance(lock, Lock)
    assert lock.token


def test_of_many_that_find_a_stale_lock_one_gets_it(path: Path) -> None:
    write_lock(path, pid=2**22 + 1, started="long ago")
    others = [started(RACE, str(path)) for _ in range(4)]
    assert {line(other) for other in others} == {"ready"}
    for other in others:
        go_on(other)
    assert sorted(line(other) for other in others) == ["Held"] * 3 + ["Lock"]
    for other in others:
        ended(other)
    assert names(path.parent) == [lock_path(path).name]


# -- stale, foreign and garbage locks -------------------------------------------------------------------
def test_a_later_process_with_the_same_number_is_another(path: Path) -> None:
    write_lock(path, started="some other time")
    if not own_mark().started:
        pytest.skip("this system does not tell when a process started")
    assert isinstance(acquire(path), Lock)


@pytest.mark.parametrize("hours", [0, 23])
def test_another_computer_has_it_open(path: Path, hours: int) -> None:
    place = write_lock(path, scope="f" * 12, host="desk-7")
    os.utime(place, (time.time() - hours * 3600,) * 2)
    held = acquire(path)
    assert isinstance(held, Held)
    assert (held.user, held.host) == ("Maria", "desk-7")


def test_another_computer_left_it_a_day_ago(path: Path) -> None:
    place = write_lock(path, scope="f" * 12)
    os.utime(place, (time.time() - 25 * 3600,) * 2)
    assert isinstance(acquire(path), Lock)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        b"not json",
        b"[]",
        b"{}",
        b"null",
        b'{"pid": "x"}',
        b"[" * 5_000,
        b"x" * 100_000,
        b",maria,desk-7,21.11.2026;",
        json.dumps({"pid": 1e400}).encode(),
        json.dumps(
            {"pid": 1, "scope": scope(), "started": "", "since": "soon", "user": "", "host": ""}
        ).encode(),
        json.dumps({"pid": 1, "scope": [], "started": "", "since": "", "user": {}, "host": ""}).encode(),
    ],
)
def test_garbage_is_no_lock(path: Path, content: bytes) -> None:
    lock_path(path).write_bytes(content)
    lock = acquire(path)
    assert isinstance(lock, Lock)
    assert lock.refresh()


@pytest.mark.parametrize("pid", [0, -1, -(10**30), 10**30, 2**31])
def test_absurd_process_numbers_are_stale(path: Path, pid: int) -> None:
    write_lock(path, pid=pid)
    assert isinstance(acquire(path), Lock)


def test_what_is_said_about_the_holder_is_one_printable_line(path: Path) -> None:
    write_lock(path, user="Ma\nria\x1b[31m" + "x" * 1_000, host="<b>\u202edesk")
    held = acquire(path)
    assert isinstance(held, Held)
    assert held.user.isprintable()
    assert held.host.isprintable()
    assert len(held.user) <= 80


def test_a_lock_that_somebody_deleted_is_lost(path: Path) -> None:
    lock = acquire(path)
    assert isinstance(lock, Lock)
    lock_path(path).unlink()
    assert not lock.refresh()
    lock.release()


def test_refreshing_keeps_the_lock_young(path: Path) -> None:
    lock = acquire(path)
    assert isinstance(lock, Lock)
    os.utime(lock_path(path), (1, 1))
    lock.refresh()
    assert time.time() - lock_path(path).stat().st_mtime < 60


def test_a_guard_that_a_crash_left_is_removed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_GUARD_STALE_SECONDS", 0.2)
    guard = lock_path(path).with_name(lock_path(path).name + "-guard")
    guard.write_bytes(b"")
    lock = acquire(path)
    assert isinstance(lock, Lock)
    assert lock.token
    assert names(path.parent) == [lock_path(path).name]


# -- places without locks -------------------------------------------------------------------------------
def test_a_folder_that_cannot_be_written() -> None:
    with nobody() as folder:
        folder.chmod(0o555)
        lock = acquire(folder / "a.vstream")
        folder.chmod(0o755)
        assert isinstance(lock, Lock)
        assert "cannot be written to. Others who open “a.vstream” will not be told" in lock.unavailable_reason
        assert lock.refresh()
        lock.release()
        assert names(folder) == []


@pytest.mark.parametrize("name", ["nowhere/a.vstream", "a\0b"])
def test_a_place_that_is_none(tmp_path: Path, name: str) -> None:
    lock = acquire(tmp_path / name)
    assert isinstance(lock, Lock)
    assert "No lock file could be made" in lock.unavailable_reason
    assert "\0" not in lock.unavailable_reason
    lock.release()
