"""Whole files: what replaces what, what stays, what is said when it cannot be done."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.users import nobody
from vsdesigner.model.errors import UserError
from vsdesigner.storage import disk
from vsdesigner.storage.atomic import replace_file, write_bytes
from vsdesigner.storage.disk_errors import sentence
from vsdesigner.storage.file_state import file_state

OLD, NEW = b"old content\n", b"new content\n" * 100_000
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# -- writing --------------------------------------------------------------------------------------------
def test_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "a.vstream"
    assert write_bytes(path, NEW) == hashlib.sha256(NEW).hexdigest()
    assert path.read_bytes() == NEW
    assert names(tmp_path) == ["a.vstream"]


def test_a_file_is_replaced_and_its_state_told(tmp_path: Path) -> None:
    path = tmp_path / "a.vstream"
    path.write_bytes(OLD)
    state = replace_file(path, NEW)
    assert path.read_bytes() == NEW
    assert state == file_state(path)


def test_an_empty_file(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"")
    assert (tmp_path / "a").read_bytes() == b""


def test_the_content_is_checked_before_anything_is_touched(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    seen: list[bytes] = []

    def refuse(content: bytes) -> None:
        seen.append(content)
        raise UserError("No.")

    with pytest.raises(UserError, match=r"No\."):
        write_bytes(path, NEW, verify=refuse)
    assert seen == [NEW]
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["a"]


@posix
def test_file_and_folder_are_brought_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, synced = os.fsync, []

    def fsync(descriptor: int) -> None:
        synced.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), names(tmp_path)))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    write_bytes(tmp_path / "a", NEW)
    (file_is_folder, before), (folder_is_folder, after) = synced
    assert not file_is_folder
    assert folder_is_folder
    assert before != ["a"], "the content comes before the name"
    assert after == ["a"]


def test_names_of_any_kind(tmp_path: Path) -> None:
    for name in ("with blank.json", "ümläut.vstream", "🚀", "a" * 200, ".hidden", "100%", "-rf"):
        write_bytes(tmp_path / name, NEW)
        assert (tmp_path / name).read_bytes() == NEW


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o640, 0o755])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    path.chmod(mode)
    write_bytes(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_bytes(tmp_path / "a", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    os.chown(path, 12345, 23456)
    write_bytes(path, NEW)
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target, link = folder / "target", tmp_path / "link"
    target.write_bytes(OLD)
    link.symlink_to(target)
    write_bytes(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert names(tmp_path) == ["elsewhere", "link"]


# -- refusals -------------------------------------------------------------------------------------------
def _folder(folder: Path) -> Path:
    (folder / "a").mkdir()
    return folder / "a"


def _no_folder(folder: Path) -> Path:
    return folder / "nowhere" / "a"


def _file_as_folder(folder: Path) -> Path:
    (folder / "file").write_bytes(OLD)
    return folder / "file" / "a"


def _long_name(folder: Path) -> Path:
    return folder / ("a" * 300)


def _nul(folder: Path) -> Path:
    return folder / "a\0b"


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def _loop(folder: Path) -> Path:
    (folder / "one").symlink_to(folder / "two")
    (folder / "two").symlink_to(folder / "one")
    return folder / "one"


@posix
@pytest.mark.parametrize(
    ("place", "says"),
    [
        (_folder, "“a” was not saved: there is a folder of that name."),
        (_no_folder, "“a” was not saved: the folder “.*nowhere” is not there."),
        (_file_as_folder, "“a” was not saved: “.*file” is not a folder."),
        (_long_name, "“aaa.*…” was not saved: its name is too long."),
        (_nul, "“a b” was not saved: its name has characters that this disk does not allow."),
        (_pipe, "“pipe” was not saved: it is not an ordinary file."),
        (_loop, "“one” was not saved: it is a link that leads back to itself."),
    ],
)
def test_refusal(tmp_path: Path, place: Callable[[Path], Path], says: str) -> None:
    path = place(tmp_path)
    before = names(tmp_path)
    with pytest.raises(UserError, match=says):
        write_bytes(path, NEW)
    assert names(tmp_path) == before


def test_protected_places() -> None:
    with nobody() as folder:
        path = folder / "a"
        path.write_bytes(OLD)
        path.chmod(0o444)
        with pytest.raises(UserError, match=r"the file or the folder .* does not allow it"):
            write_bytes(path, NEW)
        path.chmod(0o644)
        folder.chmod(0o555)
        with pytest.raises(UserError, match=r"the file or the folder .* does not allow it"):
            write_bytes(path, NEW)
        folder.chmod(0o755)
        assert path.read_bytes() == OLD
        assert names(folder) == ["a"]


def test_a_write_protected_file_is_not_got_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UserError, match=r"the file or the folder .* does not allow it"):
        write_bytes(path, NEW)
    assert path.read_bytes() == OLD


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EFBIG, "the disk is full"),
        (errno.EROFS, "the disk cannot be written to"),
        (errno.EACCES, "does not allow it"),
        (errno.EPERM, "does not allow it"),
        (errno.EBUSY, "another program is using it"),
        (errno.ENAMETOOLONG, "its name is too long"),
        (errno.EIO, "the disk reports a fault"),
        (errno.EMFILE, "too many files are open"),
        (errno.ESTALE, "the network drive does not answer"),
        (errno.EDOM, "the disk reports a fault"),
    ],
)
def test_a_sentence_for_each_error(code: int, words: str) -> None:
    for doing in ("read", "save"):
        text = sentence(OSError(code, "library's words"), Path("folder") / "a.vstream", doing)
        assert words in text
        assert "library" not in text
        assert text.endswith(".")


# -- other programs hold the file -----------------------------------------------------------------------
def _held(times: int, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """`os.replace` as on Windows when another program has the file open, `times` times."""
    real, tries = os.replace, []

    def replace(source: str, target: str) -> None:
        tries.append(1)
        if len(tries) <= times:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = 32  # type: ignore[attr-defined]  # only there on Windows
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    return tries


def test_a_file_in_use_for_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = _held(3, monkeypatch)
    write_bytes(tmp_path / "a", NEW)
    assert len(tries) == 4


def test_a_file_in_use_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    monkeypatch.setattr(disk, "RETRY_SECONDS", 0.2)
    _held(1_000, monkeypatch)
    start = time.monotonic()
    with pytest.raises(UserError, match=r"another program is using it\. Close it there, or save a copy"):
        write_bytes(path, NEW)
    assert 0.2 <= time.monotonic() - start < 2
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["a"]


def test_somebody_else_writes_right_after_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace

    def replace(source: str, target: str) -> None:
        real(source, target)
        Path(target).write_bytes(b"theirs")

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(UserError, match="has been written, but what is there now is something else"):
        write_bytes(tmp_path / "a", NEW)
