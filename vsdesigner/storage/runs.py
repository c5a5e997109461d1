"""The folder of one run of the program, under a lock that ends with it: a dead run is known exactly."""

from __future__ import annotations

import json
import logging
import os
import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from vsdesigner.storage.disk import write_all
from vsdesigner.storage.folders import data_folder
from vsdesigner.storage.os_lock import OsLock, try_lock
from vsdesigner.storage.processes import ProcessMark, is_running, own_mark

log = logging.getLogger(__name__)

JOURNAL_SUFFIX = ".journal"
_LOCK_NAME = "run.lock"
_ATTEMPTS = 20
_current: dict[Path, Run] = {}


class Run:
    """A run's folder, held by this process: our own, or a dead one that we look after."""

    def __init__(self, folder: Path, lock: OsLock | None) -> None:
        self.folder = folder
        self._lock = lock

    def release(self) -> None:
        """Let go of the folder; it stays as it is."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def has_journals(self) -> bool:
        """Say whether any journal is left in the folder."""
        return any(self.folder.glob(f"*{JOURNAL_SUFFIX}"))

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        self.release()
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.folder.exists():
            log.info("%s stays until the next start", self.folder.name)


def runs_folder() -> Path:
    """Return the folder that holds the folders of all runs, readable by the user only."""
    folder = data_folder() / "journals"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def current_run() -> Run:
    """Return the run of this process, begun by the first call. Raises OSError."""
    root = runs_folder()
    if root not in _current:
        _current[root] = _begin(root)
    return _current[root]


def end_if_empty(run: Run) -> None:
    """Remove the run's folder when no journal is left; the next journal begins a new one."""
    if not run.has_journals():
        for root in [root for root, other in _current.items() if other is run]:
            del _current[root]
        run.remove()


def dead_runs() -> Iterator[Run]:
    """Yield the runs whose process is gone, each held by us from then on. Raises OSError."""
    for folder in sorted(runs_folder().iterdir()):
        if folder.is_dir() and not any(run.folder == folder for run in _current.values()):
            run = _claim(folder)
            if run is not None:
                yield run


def _begin(root: Path) -> Run:
    for _ in range(_ATTEMPTS):
        started = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        folder = root / f"{started}-{os.getpid()}-{secrets.token_hex(4)}"
        folder.mkdir(mode=0o700)
        try:
            run = _held(folder)
        except FileNotFoundError:  # another start took the folder, empty as it was, for a dead run's
            continue
        if run is not None:
            return run
    raise OSError("no run could be begun")


def _held(folder: Path) -> Run | None:
    """Hold a folder and write whose it is; None when somebody else does. Raises OSError."""
    try:
        lock = try_lock(folder / _LOCK_NAME)
        if lock is None:
            return None
    except FileNotFoundError:
        raise
    except OSError as error:
        log.info("no locks in the data folder, processes are told by their numbers: %s", error)
        lock = None
    run = Run(folder, lock)
    try:
        _write_mark(folder)
    except OSError:
        run.release()
        raise
    return run


def _write_mark(folder: Path) -> None:
    mark = own_mark()
    row = {"pid": mark.pid, "scope": mark.scope, "started": mark.started}
    descriptor = os.open(folder / "process.json", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        write_all(descriptor, json.dumps(row).encode("ascii"))
    finally:
        os.close(descriptor)


def _claim(folder: Path) -> Run | None:
    """Hold the folder of a dead run; None when its process lives."""
    try:
        lock = try_lock(folder / _LOCK_NAME)
    except OSError:
        return None if _process_lives(folder) else Run(folder, None)
    return None if lock is None else Run(folder, lock)


def _process_lives(folder: Path) -> bool:
    try:
        row = json.loads((folder / "process.json").read_bytes())
        mark = ProcessMark(str(row["scope"]), int(row["pid"]), str(row["started"]))
    except (OSError, ValueError, LookupError, TypeError):
        return False
    return is_running(mark) is not False
