"""Brings bytes down to the disk and a finished file into its place, checking every step."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import stat
import sys
import time
from pathlib import Path

from vsdesigner.storage.disk_errors import in_use
from vsdesigner.storage.file_state import state_of
from vsdesigner.storage.leftovers import done_with, new_temporary

log = logging.getLogger(__name__)

RETRY_SECONDS = 1.0  # how long to wait for another program (a virus scanner, mostly) to let go
_PAUSE = 0.05
_BLOCK = 1 << 20
#: Some file systems (network, FUSE) cannot flush a folder; then the rename is as safe as they make it.
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM, errno.ENOSYS}


def put_in_place(target: Path, content: bytes, before: os.stat_result | None) -> None:
    """Write `content` beside `target`, check it, and rename it to `target`; mode and owner as in `before`.

    Raises OSError; `target` is untouched then and nothing is left behind.
    """
    temporary = new_temporary(target.parent)
    try:
        write_new(temporary, content, before)
        _swap(temporary, target)
    finally:
        done_with(temporary)


def write_new(path: Path, content: bytes, before: os.stat_result | None = None) -> None:
    """Write a file that did not exist, down to the disk, and read it again. Raises OSError."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, 0o666)
    try:
        if before is not None:
            _keep_mode(descriptor, before)
        write_all(descriptor, content)
        sync(descriptor)
        if state_of(descriptor).sha256 != hashlib.sha256(content).hexdigest():
            raise OSError(errno.EIO, "read back something else")
    finally:
        os.close(descriptor)


def write_all(descriptor: int, content: bytes) -> None:
    """Write every byte; a disk that takes none is full, whatever it says."""
    rest = memoryview(content)
    while rest:
        written = os.write(descriptor, rest[:_BLOCK])
        if written <= 0:
            raise OSError(errno.ENOSPC, "nothing was written")
        rest = rest[written:]


def sync(descriptor: int) -> None:
    """Bring a file's content to the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
        except OSError as error:
            if error.errno not in _CANNOT_SYNC:
                raise
    os.fsync(descriptor)


def _keep_mode(descriptor: int, before: os.stat_result) -> None:
    if sys.platform != "win32":
        mine = os.fstat(descriptor)
        if (mine.st_uid, mine.st_gid) != (before.st_uid, before.st_gid):
            try:
                os.fchown(descriptor, before.st_uid, before.st_gid)
            except PermissionError:
                log.info("the new file belongs to us: its former owner cannot be given back")
        os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _swap(temporary: Path, target: Path) -> None:
    deadline = time.monotonic() + RETRY_SECONDS
    while True:
        try:
            temporary.replace(target)
            return
        except OSError as error:
            held = in_use(error) or (sys.platform == "win32" and isinstance(error, PermissionError))
            if not held or time.monotonic() >= deadline:
                raise
            time.sleep(_PAUSE)


def sync_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk; where that is not possible it is left to the system."""
    if sys.platform != "win32":
        try:
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            if error.errno not in _CANNOT_SYNC:
                raise
