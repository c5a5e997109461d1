"""Backups: the last versions of a saved document."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from vsdesigner.model.errors import UserError
from vsdesigner.storage import backups
from vsdesigner.storage.atomic import write_bytes

OLD, NEW = b"old content\n", b"new content\n" * 1_000
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_last_three_versions_stay(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.vstream", tmp_path / "backups"
    for number in range(6):
        write_bytes(path, b"%d" % number, backup_folder=folder)
    slots = backups.backup_paths(path, folder)
    assert [slot.read_bytes() for slot in slots] == [b"4", b"3", b"2"]
    assert len(names(folder)) == 3
    assert all(slot.suffix == ".vstream" for slot in slots)


def test_saving_the_same_again_pushes_no_version_out(tmp_path: Path) -> None:
    path, folder = tmp_path / "a", tmp_path / "backups"
    for content in (b"1", b"2", b"2", b"2", b"1", b"2", b"2"):
        write_bytes(path, content, backup_folder=folder)
    assert [slot.read_bytes() for slot in backups.backup_paths(path, folder) if slot.exists()] == [
        b"1",
        b"2",
        b"1",
    ]


def test_saves_that_fail_push_no_version_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, folder = tmp_path / "a", tmp_path / "backups"
    for content in (b"1", b"2", b"3"):
        write_bytes(path, content, backup_folder=folder)
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target) == path:
            raise OSError(errno.EIO, "broken")
        real(source, target)

    for _ in range(3):
        with monkeypatch.context() as broken, pytest.raises(UserError, match="the disk reports a fault"):
            broken.setattr(os, "replace", replace)
            write_bytes(path, b"4", backup_folder=folder)
    write_bytes(path, b"4", backup_folder=folder)
    assert [slot.read_bytes() for slot in backups.backup_paths(path, folder)] == [b"3", b"2", b"1"]


def test_files_of_one_name_in_two_folders_have_their_own_backups(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for part in ("one", "two"):
        (tmp_path / part).mkdir()
        for content in (b"1", b"2"):
            write_bytes(tmp_path / part / "a", part.encode() + content, backup_folder=folder)
    kept = [backups.backup_paths(tmp_path / part / "a", folder)[0].read_bytes() for part in ("one", "two")]
    assert kept == [b"one1", b"two1"]


@pytest.mark.logs("the previous version of a could not be kept")
def test_no_backup_is_no_reason_not_to_save(tmp_path: Path) -> None:
    path, folder = tmp_path / "a", tmp_path / "backups"
    path.write_bytes(OLD)
    folder.write_bytes(b"a file, not a folder")
    write_bytes(path, NEW, backup_folder=folder)
    assert path.read_bytes() == NEW


@posix
def test_a_backup_is_as_private_as_the_file(tmp_path: Path) -> None:
    path, folder = tmp_path / "a", tmp_path / "backups"
    path.write_bytes(OLD)
    path.chmod(0o600)
    write_bytes(path, NEW, backup_folder=folder)
    assert stat.S_IMODE(backups.backup_paths(path, folder)[0].stat().st_mode) == 0o600
