"""Keeps the previous versions of a saved document in the program's own folder."""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path

from vsdesigner.storage.disk import put_in_place
from vsdesigner.storage.file_state import FileState, open_regular, state_of

log = logging.getLogger(__name__)

_BLOCK = 1 << 20


def keep_backup(target: Path, folder: Path, count: int, before: os.stat_result, digest: str) -> None:
    """Copy the version about to be replaced unless it is the new one (`digest`) or is kept already.

    A failure is logged and does not keep the user from saving.
    """
    try:
        descriptor = open_regular(target)
        try:
            former = state_of(descriptor)
            os.lseek(descriptor, 0, os.SEEK_SET)
            content = b"".join(iter(lambda: os.read(descriptor, _BLOCK), b""))
        finally:
            os.close(descriptor)
        slots = backup_paths(target, folder, count)
        if not slots or former.sha256 == digest or _holds(slots[0], former):
            return
        folder.mkdir(parents=True, exist_ok=True)
        fresh = slots[0].with_name(slots[0].name + ".new")
        put_in_place(fresh, content, before)
        line = [fresh, *slots]
        for younger, older in zip(reversed(line[:-1]), reversed(line[1:]), strict=True):
            if younger.exists():
                younger.replace(older)
    except OSError as error:
        log.warning("the previous version of %s could not be kept as a backup: %s", target.name, error)


def backup_paths(target: Path, folder: Path, count: int = 3) -> list[Path]:
    """Return where the previous versions of a file lie, the youngest first, whether they exist or not."""
    place = os.path.realpath(target)
    key = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    suffix = target.suffix[:20]
    return [folder / f"{target.stem[:40]}.{key}.{number}{suffix}" for number in range(1, count + 1)]


def _holds(path: Path, state: FileState) -> bool:
    try:
        if path.stat().st_size != state.size:
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == state.sha256
    except FileNotFoundError:
        return False
