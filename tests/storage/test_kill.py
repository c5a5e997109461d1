"""kill -9 of a real process that edits and saves: no torn file, no lost change, nothing left behind."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sample import sample
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Note
from vsdesigner.storage import documents, recovery, runs
from vsdesigner.storage.atomic import sweep_leftovers
from vsdesigner.storage.folders import backup_folder, data_folder

ROOT = Path(__file__).parents[2]


def number_of(view: Snapshot) -> int:
    """The number of the change that this state has."""
    return int(view.get("note-1", Note).text.partition(" ")[0])


def killed(path: Path, after: float) -> tuple[int, int]:
    """Let the loop run, kill it; return the last change and the last save that it had confirmed."""
    command = [sys.executable, "-m", "tests.storage.kill_loop", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.readline()  # it is up
        time.sleep(after)
        process.kill()
        rest = process.stdout.read()
    last = {"changed": 1, "saved": 0}
    for line in rest.splitlines():
        what, _, number = line.partition(" ")
        if number.isdecimal():
            last[what] = int(number)
    return last["changed"], last["saved"]


def rounds(folder: Path, count: int, seed: int) -> Iterator[tuple[int, int]]:
    chance = random.Random(seed)
    for _ in range(count):
        yield campaign_round(folder, chance.uniform(0.0, 0.12))


def campaign_round(folder: Path, after: float) -> tuple[int, int]:
    """One kill; returns changes and saves made."""
    path = folder / "a.vstream"
    path.unlink(missing_ok=True)
    documents.save(path, sample())
    changed, saved = killed(path, after)
    loaded = documents.read(path)  # torn or missing: an error
    assert loaded.problems == ()
    in_file = 0 if loaded.snapshot == sample() else number_of(loaded.snapshot)
    assert in_file >= saved, "a confirmed save is in the file"
    found = recovery.find_crashed()
    in_journal = max((number_of(entry.recovered) for entry in found), default=in_file)
    assert max(in_file, in_journal) >= changed, "a confirmed change is in the journal"
    for entry in found:
        recovery.discard(entry)
    sweep_leftovers(folder)
    sweep_leftovers(backup_folder())
    assert [entry.name for entry in folder.iterdir()] == [path.name]
    for backup in backup_folder().iterdir():
        documents.read(backup)
    assert list(runs.runs_folder().iterdir()) == []
    assert not (data_folder() / "set-aside").exists()
    return changed, saved


def campaign(folder: Path, count: int, seed: int) -> None:
    folder.mkdir()
    made = list(rounds(folder, count, seed))
    changes, saves = sum(changed for changed, _ in made), sum(saved for _, saved in made)
    print(f"{count} kills from seed {seed} during {changes} changes and {saves} saves: nothing torn or lost")
    assert changes > count
    assert saves > count


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("part", range(2))
def test_kill(tmp_path: Path, part: int) -> None:
    campaign(tmp_path / "documents", 10, part)


@pytest.mark.long
@pytest.mark.timeout(8 * 3600)
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_kill_long(tmp_path: Path) -> None:
    campaign(tmp_path / "documents", 5_000, os.getpid())
