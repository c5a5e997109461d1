"""Temporary files that crashes left: which of them go."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from vsdesigner.storage import leftovers
from vsdesigner.storage.atomic import sweep_leftovers
from vsdesigner.storage.processes import scope


def _leftover(folder: Path, where: str, pid: int, age: float = 0) -> Path:
    path = folder / f".~vsdesigner-{where}-{pid}-{'0' * 16}.tmp"
    path.write_bytes(b"half")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def _ended_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_leftovers_of_ended_processes_go(tmp_path: Path) -> None:
    foreign = "0" * 12
    gone = [
        _leftover(tmp_path, scope(), _ended_process()),
        _leftover(tmp_path, scope(), os.getpid()),  # an ended process had the number that we have now
        _leftover(tmp_path, foreign, 1, age=leftovers.STALE_SECONDS + 60),
    ]
    stays = [
        _leftover(tmp_path, scope(), os.getppid()),
        _leftover(tmp_path, foreign, 2, age=3600),
        tmp_path / "mine.tmp",
        tmp_path / ".~vsdesigner-notes.txt",
    ]
    for path in stays[2:]:
        path.write_bytes(b"somebody's")
    assert sweep_leftovers(tmp_path) == len(gone)
    assert not any(path.exists() for path in gone)
    assert all(path.exists() for path in stays)
    assert sweep_leftovers(tmp_path) == 0


def test_our_own_file_in_the_making_stays(tmp_path: Path) -> None:
    path = leftovers.new_temporary(tmp_path)
    path.write_bytes(b"half")
    assert sweep_leftovers(tmp_path) == 0
    leftovers.done_with(path)
    assert not path.exists()


def test_a_folder_that_is_not_there_has_no_leftovers(tmp_path: Path) -> None:
    assert sweep_leftovers(tmp_path / "nowhere") == 0
