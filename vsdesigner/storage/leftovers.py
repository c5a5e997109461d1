"""Names temporary files so that orphaned ones are known again, and removes those."""

from __future__ import annotations

import logging
import os
import re
import secrets
import time
from pathlib import Path

from vsdesigner.storage.processes import ProcessMark, is_running, scope

log = logging.getLogger(__name__)

STALE_SECONDS = 24 * 3600.0  # after this, a temporary file is an orphan whoever made it
_PREFIX = ".~vsdesigner-"
_TEMPORARY = re.compile(
    r"\.~vsdesigner-(?P<scope>[0-9a-f]{12})-(?P<pid>\d{1,10})-(?P<token>[0-9a-f]{16})\.tmp"
)
_active: set[str] = set()


def new_temporary(folder: Path) -> Path:
    """Return a fresh name in `folder` for a file of this process; nothing is made yet.

    It counts as in use until `done_with`.
    """
    name = f"{_PREFIX}{scope()}-{os.getpid()}-{secrets.token_hex(8)}.tmp"
    _active.add(name)
    return folder / name


def done_with(path: Path) -> None:
    """Say that the temporary file is renamed or to be removed; it is removed if it is still there."""
    try:
        remove(path)
    finally:
        _active.discard(path.name)


def sweep_leftovers(folder: Path) -> int:
    """Remove temporary files that ended processes left in `folder`; return how many went.

    Those of running processes stay, and those of other computers until they are a day old.
    """
    try:
        names = [path.name for path in folder.iterdir() if path.name.startswith(_PREFIX)]
    except OSError:
        return 0  # a folder that cannot be listed holds nothing that we could sweep
    removed = 0
    for name in names:
        found = _TEMPORARY.fullmatch(name)
        if found and name not in _active and _is_orphan(folder / name, found["scope"], int(found["pid"])):
            removed += remove(folder / name)
    return removed


def _is_orphan(path: Path, where: str, pid: int) -> bool:
    try:
        age = time.time() - path.stat().st_mtime
    except OSError:
        return False
    if where == scope() and pid == os.getpid():
        return True  # not among the active ones: left by an ended process that had our number
    return is_running(ProcessMark(where, pid, "")) is False or age > STALE_SECONDS


def remove(path: Path) -> bool:
    """Remove a file if it is there; what cannot be removed now is swept at a later start."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.info("a temporary file stays until the next start: %s", error)
        return False
    return True
