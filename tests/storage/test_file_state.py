"""What a file was like: every way in which others change it, and no false alarms."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from vsdesigner.model.errors import UserError
from vsdesigner.storage import file_state as module
from vsdesigner.storage.atomic import replace_file, write_bytes
from vsdesigner.storage.documents import DiskChange, changed_on_disk, file_state

SAME, CHANGED, DELETED = DiskChange.SAME, DiskChange.CHANGED, DiskChange.DELETED


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.vstream"
    path.write_bytes(b"content")
    return path


def test_untouched(path: Path) -> None:
    assert changed_on_disk(path, file_state(path)) is SAME


def test_our_own_save(path: Path) -> None:
    assert changed_on_disk(path, replace_file(path, b"ours")) is SAME


def test_replaced(path: Path) -> None:
    state = file_state(path)
    write_bytes(path, b"theirs")
    assert changed_on_disk(path, state) is CHANGED


def test_written_in_place(path: Path) -> None:
    state = file_state(path)
    with path.open("r+b") as file:
        file.write(b"CONTENT")  # as long as before
    assert changed_on_disk(path, state) is CHANGED


def test_written_in_place_within_one_tick_of_the_clock(path: Path) -> None:
    """Same size, same time: only the content tells."""
    state = file_state(path)
    path.write_bytes(b"CONTENT")
    os.utime(path, ns=(state.mtime_ns, state.mtime_ns))
    assert changed_on_disk(path, state) is CHANGED


def test_deleted(path: Path) -> None:
    state = file_state(path)
    path.unlink()
    assert changed_on_disk(path, state) is DELETED


def test_folder_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a").write_bytes(b"x")
    state = file_state(folder / "a")
    shutil.rmtree(folder)
    assert changed_on_disk(folder / "a", state) is DELETED
    folder.write_bytes(b"a file now")
    assert changed_on_disk(folder / "a", state) is DELETED


def test_touched(path: Path) -> None:
    state = file_state(path)
    os.utime(path, (1, 1))
    assert changed_on_disk(path, state) is SAME


def test_replaced_by_the_same_content(path: Path) -> None:
    state = file_state(path)
    write_bytes(path, b"content")
    assert changed_on_disk(path, state) is SAME


def test_became_a_folder(path: Path) -> None:
    state = file_state(path)
    path.unlink()
    path.mkdir()
    assert changed_on_disk(path, state) is CHANGED


def test_an_old_file_is_not_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.utime(path, (time.time() - 60, time.time() - 60))
    state = file_state(path)
    monkeypatch.setattr(module, "state_of", lambda _: pytest.fail("read"))
    assert changed_on_disk(path, state) is SAME


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_what_is_not_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place, says in (
        (tmp_path, "there is a folder of that name"),
        (tmp_path / "pipe", "it is not an ordinary file"),
        (Path("/dev/null"), "it is not an ordinary file"),
        (tmp_path / "nowhere", "there is no such file"),
    ):
        with pytest.raises(UserError, match=f"cannot be read: {says}"):
            file_state(place)
