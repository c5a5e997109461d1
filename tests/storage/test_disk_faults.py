"""Every call to the operating system fails once: the file stays whole, nothing is left, it is said."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.sample import sample
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Note
from vsdesigner.storage import documents
from vsdesigner.storage.atomic import write_bytes
from vsdesigner.storage.json_format import decode, encode

CALLS = ("open", "write", "fsync", "replace", "read", "close", "fstat")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
FIRST = 40  # more than any call is made in one save


class Faults:
    """Lets the n-th call of one function of `os` fail; counts the calls."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: int, short: bool
    ) -> None:
        self.count = 0
        self._real: Any = getattr(os, call)
        self._call, self._number, self._code, self._short = call, number, code, short
        monkeypatch.setattr(os, call, self)

    @property
    def struck(self) -> bool:
        return self.count >= self._number

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        self.count += 1
        if self._short and self.count == self._number:  # half of it arrives, the rest does not
            descriptor, content = arguments
            return self._real(descriptor, content[: max(1, len(content) // 2)])
        if self.count != self._number + self._short:
            return self._real(*arguments, **options)
        if self._call == "close":  # the descriptor is gone even when closing fails
            self._real(*arguments)
        raise OSError(self._code, os.strerror(self._code))


@contextmanager
def faults(call: str, number: int, code: int, *, short: bool = False) -> Iterator[Faults]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield Faults(monkeypatch, call, number, code, short)


def edited(snapshot: Snapshot, text: str) -> Snapshot:
    return snapshot.evolve({"note-1": snapshot.get("note-1", Note).model_copy(update={"text": text})})


OLD, NEW = sample(), edited(sample(), "changed")


def prepared(folder: Path) -> tuple[Path, Path]:
    """A saved file with one backup already."""
    path, backups = folder / "documents" / "a.vstream", folder / "backups"
    path.parent.mkdir(parents=True)
    documents.save(path, edited(OLD, "before"), backups)
    documents.save(path, OLD, backups)
    return path, backups


def check(path: Path, backups: Path, error: UserError | None) -> str:
    """The file is one of the two versions, whole; the error says which; nothing else lies about."""
    content = path.read_bytes()
    if error is None or "has been written" in str(error):
        assert content == encode(NEW)
    else:
        assert "was not saved" in str(error)
        assert content == encode(OLD)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    for backup in backups.iterdir():
        assert not backup.name.endswith(".tmp")
        decode(backup.read_bytes(), backup.name)
    return "saved" if error is None else "written" if "has been written" in str(error) else "refused"


def save_with(path: Path, backups: Path) -> UserError | None:
    try:
        documents.save(path, NEW, backups)
    except UserError as error:
        return error
    return None


@pytest.mark.logs("could not be kept as a backup")
@pytest.mark.parametrize("code", ERRORS, ids=[errno.errorcode[code] for code in ERRORS])
def test_any_call_fails_once(tmp_path: Path, code: int) -> None:
    outcomes: dict[str, set[str]] = {}
    for call in CALLS:
        for number in range(1, FIRST):
            path, backups = prepared(tmp_path / f"{call}-{number}")
            with faults(call, number, code) as fault:
                error = save_with(path, backups)
            if not fault.struck:
                assert error is None
                break
            outcomes.setdefault(call, set()).add(check(path, backups, error))
        else:
            pytest.fail(f"{call} is called more often than expected")
    assert set(outcomes) == set(CALLS)
    for call in ("open", "write", "fsync", "replace"):
        assert "refused" in outcomes[call], call


@pytest.mark.logs("could not be kept as a backup")
def test_the_disk_is_full_in_the_middle_of_a_write(tmp_path: Path) -> None:
    outcomes = []
    for number in range(1, FIRST):
        path, backups = prepared(tmp_path / str(number))
        with faults("write", number, errno.ENOSPC, short=True) as fault:
            error = save_with(path, backups)
        if not fault.struck:
            break
        outcomes.append(check(path, backups, error))
        if error is not None:
            assert "the disk is full. Make room, or choose another place." in str(error)
    assert "refused" in outcomes


def test_short_writes_are_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, backups = prepared(tmp_path)
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: real(descriptor, content[:1_000]))
    assert save_with(path, backups) is None
    assert path.read_bytes() == encode(NEW)


def test_a_write_that_takes_nothing_is_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = prepared(tmp_path)
    monkeypatch.setattr(os, "write", lambda descriptor, content: 0)
    with pytest.raises(UserError, match="the disk is full"):
        documents.save(path, NEW)
    assert path.read_bytes() == encode(OLD)


def test_a_disk_that_stores_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written is read again before it takes the place of the original."""
    path, _ = prepared(tmp_path)
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: real(descriptor, b"\0" * len(content)))
    with pytest.raises(UserError, match="the disk reports a fault"):
        documents.save(path, NEW)
    assert path.read_bytes() == encode(OLD)


# -- a real disk that is full ---------------------------------------------------------------------------
@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None:
        pytest.skip("nothing here that mounts a disk")
    command = [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not permitted here")
    yield folder
    subprocess.run([umount, str(folder)], check=True)


def test_a_small_disk(small_disk: Path) -> None:
    path = small_disk / "a.vstream"
    documents.save(path, OLD)
    filler = b"x" * 4096
    with (small_disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(filler)
        except OSError as error:
            assert error.errno == errno.ENOSPC
    for _ in range(3):
        with pytest.raises(UserError, match=r"“a\.vstream” was not saved: the disk is full"):
            documents.save(path, NEW)
        assert path.read_bytes() == encode(OLD)
        assert sorted(entry.name for entry in small_disk.iterdir()) == ["a.vstream", "filler"]
    with pytest.raises(UserError, match="the disk is full"):
        write_bytes(small_disk / "export.xlsx", b"z" * 2_000_000)
    assert not (small_disk / "export.xlsx").exists()
    (small_disk / "filler").unlink()
    documents.save(path, NEW)
    assert path.read_bytes() == encode(NEW)


def test_more_than_a_small_disk_holds(small_disk: Path) -> None:
    """The write comes back short half-way: what arrived is taken away again."""
    write_bytes(small_disk / "a", b"old" * 100_000)
    with pytest.raises(UserError, match="the disk is full"):
        write_bytes(small_disk / "a", b"new" * 300_000)
    assert (small_disk / "a").read_bytes() == b"old" * 100_000
    assert [entry.name for entry in small_disk.iterdir()] == ["a"]
