"""Writes whole files so that at every moment the old or the new one is there, never a piece of one."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from vsdesigner.model.errors import UserError
from vsdesigner.storage.backups import keep_backup
from vsdesigner.storage.disk import put_in_place, sync_folder
from vsdesigner.storage.disk_errors import sentence, shown
from vsdesigner.storage.file_state import FileState, NotAFileError, open_regular, state_of
from vsdesigner.storage.leftovers import sweep_leftovers

__all__ = ["replace_file", "sweep_leftovers", "write_bytes"]


def write_bytes(
    path: Path,
    content: bytes,
    *,
    backup_folder: Path | None = None,
    backups: int = 3,
    verify: Callable[[bytes], None] | None = None,
) -> str:
    """Put `content` in the place of the file at `path`; return the SHA-256 of what was read back.

    `verify` may refuse the content by raising before anything is touched. With `backup_folder` the
    version that is replaced stays there, the last `backups` of them. Raises `UserError`: the file is then
    what it was before, unless the sentence says that it has been written.
    """
    return replace_file(path, content, backup_folder=backup_folder, backups=backups, verify=verify).sha256


def replace_file(
    path: Path,
    content: bytes,
    *,
    backup_folder: Path | None = None,
    backups: int = 3,
    verify: Callable[[bytes], None] | None = None,
) -> FileState:
    """Do what `write_bytes` does and return the state of the new file."""
    if verify is not None:
        verify(content)
    digest = hashlib.sha256(content).hexdigest()
    try:
        target = Path(os.path.realpath(path))
        before = _present(target)
        if backup_folder is not None and before is not None:
            keep_backup(target, backup_folder, backups, before, digest)
        put_in_place(target, content, before)
    except OSError as error:
        raise UserError(sentence(error, path, "save")) from error
    except ValueError as error:  # a NUL in the name
        raise UserError(sentence(OSError(errno.EINVAL, ""), path, "save")) from error
    return _confirm(target, digest)


def _present(target: Path) -> os.stat_result | None:
    """State of the file to be replaced, None when there is none; raises what forbids replacing it."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder", str(target))
    if not stat.S_ISREG(found.st_mode):
        raise NotAFileError(str(target))
    if not os.access(target, os.W_OK):
        # A rename would get round the protection: whoever set it does not want that.
        raise PermissionError(errno.EACCES, "write-protected", str(target))
    return found


def _confirm(target: Path, digest: str) -> FileState:
    """Bring the new name to the disk and read the file back; from here on the old version is gone."""
    try:
        sync_folder(target.parent)
        descriptor = open_regular(target)
        try:
            state = state_of(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise UserError(
            f"“{shown(target.name)}” has been written, but the disk did not confirm it. "
            "Save a copy in another place to be safe."
        ) from error
    if state.sha256 != digest:
        raise UserError(
            f"“{shown(target.name)}” has been written, but what is there now is something else: the disk "
            "or another program changed it. Save a copy in another place."
        )
    return state
