"""Lock files beside open documents: who has a document open, where and since when."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vsdesigner.model.errors import UserError
from vsdesigner.storage.disk import put_in_place
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.file_state import read_with_state
from vsdesigner.storage.leftovers import remove
from vsdesigner.storage.processes import ProcessMark, host_name, is_running, own_mark, user_name

FOREIGN_STALE_SECONDS = 24 * 3600.0  # a lock of another computer that nobody refreshed for a day
_GUARD_STALE_SECONDS = 2.0
_GUARD_WAIT_SECONDS = 4.0
_GUARD_PAUSE_SECONDS = 0.02
_LARGEST = 10_000  # bytes; ours have some 300


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody has the document open; `by_this_program` when it is this very process."""

    user: str
    host: str
    since: datetime
    pid: int
    by_this_program: bool = False


@dataclass(slots=True)
class Lock:
    """Our lock on a document. Without a file when the folder cannot be written: see `unavailable_reason`."""

    path: Path
    token: str = ""
    unavailable_reason: str = ""
    released: bool = field(default=False)

    def refresh(self) -> bool:
        """Show that the document is still open (call it every some minutes); False when the lock is lost."""
        if not self.token or self.released:
            return not self.released
        place = lock_path(self.path)
        found = _read(place)
        if found is None or found.token != self.token:
            return False
        try:
            os.utime(place)
        except OSError:  # taken away this moment
            return False
        return True

    def release(self) -> None:
        """Take the lock file away, if it is ours still. Doing it twice is harmless."""
        if self.token and not self.released:
            place = lock_path(self.path)
            found = _read(place)
            if found is not None and found.token == self.token:
                remove(place)
        self.released = True


def lock_path(document: Path) -> Path:
    """Return where the lock file of a document lies: beside it, hidden, whatever link led to it."""
    target = Path(os.path.realpath(document))
    name = target.name
    if len(os.fsencode(name)) > 200:
        name = name[:40] + hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    return target.with_name(f".~lock.{name}.vsd")


def acquire(document: Path, *, take_over: bool = False) -> Lock | Held:
    """Return our lock on the document, or who holds it.

    Locks of ended processes, with broken content, and of other computers untouched for a day are taken
    over; with `take_over` any lock is. A folder that cannot be written gives a lock that says so.
    """
    try:
        place = lock_path(document)
        with _guard(place):
            found = None if take_over else _holder(place)
            if found is not None:
                return found
            token = secrets.token_hex(16)
            put_in_place(place, _content(token), None)
            return Lock(document, token)
    except (OSError, ValueError) as error:
        return Lock(document, unavailable_reason=_why_not(error, document))


def _why_not(error: OSError | ValueError, document: Path) -> str:
    folder = shown(str(document.parent), 120)
    if getattr(error, "errno", None) in (errno.EACCES, errno.EPERM, errno.EROFS):
        what = f"The folder “{folder}” cannot be written to."
    else:
        what = f"No lock file could be made in the folder “{folder}”."
    return f"{what} Others who open “{shown(document.name)}” will not be told that you have it open."


# -- one at a time --------------------------------------------------------------------------------------
@contextmanager
def _guard(place: Path) -> Iterator[None]:
    """Let one process at a time look at a lock file and replace it; the guard lasts milliseconds.

    A guard that stays the same for two seconds was left by a process that ended within them.
    """
    guard = place.with_name(place.name + "-guard")
    seen: tuple[int, int] | None = None
    since = time.monotonic()
    deadline = since + _GUARD_WAIT_SECONDS
    while True:
        try:
            os.close(os.open(guard, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
            break
        except FileExistsError:
            present = _identity(guard)
            if present != seen:
                seen, since = present, time.monotonic()
            elif time.monotonic() - since > _GUARD_STALE_SECONDS:
                remove(guard)
            if time.monotonic() > deadline:
                raise
            time.sleep(_GUARD_PAUSE_SECONDS)
    try:
        yield
    finally:
        remove(guard)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns


# -- what a lock file says ------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Entry:
    user: str
    host: str
    since: datetime
    mark: ProcessMark
    token: str
    touched: float


def _content(token: str) -> bytes:
    mark = own_mark()
    entry = {
        "host": host_name(),
        "pid": mark.pid,
        "scope": mark.scope,
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "started": mark.started,
        "token": token,
        "user": user_name(),
    }
    return json.dumps(entry, indent=1, sort_keys=True).encode("ascii") + b"\n"


def _holder(place: Path) -> Held | None:
    """Who holds the lock, None when it is free or stale."""
    found = _read(place)
    if found is None:
        return None
    running = is_running(found.mark)
    if running is False or (running is None and time.time() - found.touched > FOREIGN_STALE_SECONDS):
        return None
    return Held(found.user, found.host, found.since, found.mark.pid, found.mark == own_mark())


def _read(place: Path) -> _Entry | None:
    """What the lock file says; None when there is none, or nothing that makes sense."""
    try:
        content, state = read_with_state(place, _LARGEST)
        row = json.loads(content or b"")
        mark = ProcessMark(_text(row, "scope"), int(row["pid"]), _text(row, "started"))
        since = datetime.fromisoformat(_text(row, "since")).astimezone(UTC)
        user, host, token = shown(_text(row, "user")), shown(_text(row, "host")), _text(row, "token")
    except (UserError, ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None
    return _Entry(user, host, since, mark, token, state.mtime_ns / 1e9)


def _text(row: Any, name: str) -> str:
    value = row[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value
