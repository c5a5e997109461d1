"""Remembers what a file on disk was like, so that a change made by somebody else is noticed."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vsdesigner.model.errors import UserError
from vsdesigner.storage.disk_errors import sentence

#: Clocks of file systems tick coarsely: younger than this, equal times do not yet prove equal content.
FRESH_NS = 3_000_000_000
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class FileState:
    """Time of change, size in bytes and SHA-256 (hex) of a file at one moment."""

    mtime_ns: int
    size: int
    sha256: str


class DiskChange(StrEnum):
    """What became of a file since its state was taken."""

    SAME = "same"
    CHANGED = "changed"
    DELETED = "deleted"


def file_state(path: Path) -> FileState:
    """Return the present state of the file; raises `UserError` when it cannot be read."""
    try:
        descriptor = open_regular(path)
        try:
            return state_of(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise UserError(sentence(error, path, "read")) from error


def read_with_state(path: Path, limit: int) -> tuple[bytes | None, FileState]:
    """Return content and state of a file, without the content when it has more than `limit` bytes.

    Raises `UserError` when it cannot be read.
    """
    try:
        descriptor = open_regular(path)
        try:
            found = os.fstat(descriptor)
            content = _up_to(descriptor, limit + 1) if found.st_size <= limit else b""
        finally:
            os.close(descriptor)
    except OSError as error:
        raise UserError(sentence(error, path, "read")) from error
    except ValueError as error:  # a NUL in the name
        raise UserError(sentence(OSError(errno.EINVAL, ""), path, "read")) from error
    too_much = found.st_size > limit or len(content) > limit
    state = FileState(found.st_mtime_ns, found.st_size, hashlib.sha256(content).hexdigest())
    return None if too_much else content, state


def _up_to(descriptor: int, count: int) -> bytes:
    blocks: list[bytes] = []
    while count > 0 and (block := os.read(descriptor, min(count, _BLOCK))):
        blocks.append(block)
        count -= len(block)
    return b"".join(blocks)


def changed_on_disk(path: Path, state: FileState) -> DiskChange:
    """Say whether the file still is what `state` says: by time and size, by content when these differ.

    A file that was only touched, or replaced by the same content, counts as the same. Raises `UserError`
    when the file is there and cannot be read.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return DiskChange.DELETED
    except OSError as error:
        raise UserError(sentence(error, path, "read")) from error
    if not stat.S_ISREG(found.st_mode) or found.st_size != state.size:
        return DiskChange.CHANGED
    settled = time.time_ns() - found.st_mtime_ns > FRESH_NS
    if found.st_mtime_ns == state.mtime_ns and settled:
        return DiskChange.SAME
    return DiskChange.SAME if file_state(path).sha256 == state.sha256 else DiskChange.CHANGED


def open_regular(path: Path) -> int:
    """Return a descriptor for reading; raises OSError, also for folders, pipes and devices.

    Never waits: opening a pipe that nobody writes to would hang the program.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    _refuse_special(path.stat(), path)
    descriptor = os.open(path, flags)
    try:
        _refuse_special(os.fstat(descriptor), path)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


class NotAFileError(OSError):
    """There is something under this path, but it is a pipe, a device or a socket."""


def _refuse_special(found: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(f"{path} is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise NotAFileError(f"{path} is not an ordinary file")


def state_of(descriptor: int) -> FileState:
    """Return the state of an open file, read from its beginning."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    digest = hashlib.sha256()
    while block := os.read(descriptor, _BLOCK):
        digest.update(block)
    found = os.fstat(descriptor)
    return FileState(found.st_mtime_ns, found.st_size, digest.hexdigest())
