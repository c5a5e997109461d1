"""Finds the documents that a crashed run had open with changes that are in no file, and brings them back."""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.file_state import file_state
from vsdesigner.storage.folders import data_folder
from vsdesigner.storage.journal import BASE_SUFFIX
from vsdesigner.storage.journal_reading import ReadJournal, read_journal
from vsdesigner.storage.json_format import encode
from vsdesigner.storage.leftovers import remove
from vsdesigner.storage.runs import JOURNAL_SUFFIX, Run, dead_runs

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recoverable:
    """A document with changes that no file has.

    `path` is None when it was never saved; `saved_at` is when its file was written. `base` is the state of
    the last save or opening, `recovered` that of the last change. `base_matches` is False when the file
    is gone or has been changed by somebody since; `cut` when the very last change was only half written.
    """

    name: str
    path: Path | None
    saved_at: datetime | None
    last_change_at: datetime
    base: Snapshot
    recovered: Snapshot
    change_count: int
    base_matches: bool
    cut: bool
    run: Run
    files: tuple[Path, ...]


def find_crashed(report: Callable[[str], None] | None = None) -> list[Recoverable]:
    """Return what can be recovered from runs that ended without closing their documents, the latest first.

    These runs are held until `discard` or `keep`: no other start of the program offers them meanwhile.
    Journals that cannot be read go to the folder ``set-aside``; `report` is told each time in a sentence
    (the log, when there is none). Raises OSError when the program's own folder cannot be read.
    """
    found: list[Recoverable] = []
    for run in dead_runs():
        offered = _of_run(run, report or log.warning)
        found += offered
        if not offered:
            run.remove()
    return sorted(found, key=lambda entry: entry.last_change_at, reverse=True)


def discard(recoverable: Recoverable) -> None:
    """Remove a journal for good: it was opened and has a journal of its own by now, or is not wanted."""
    _remove(recoverable.files)
    if not recoverable.run.has_journals():
        recoverable.run.remove()


def keep(recoverables: Iterable[Recoverable]) -> None:
    """Let go of what was not decided on; the next start offers it again."""
    for recoverable in recoverables:
        recoverable.run.release()


def set_aside_folder() -> Path:
    """Return the folder that unreadable journals are moved to, made when it is not there."""
    folder = data_folder() / "set-aside"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _of_run(run: Run, report: Callable[[str], None]) -> list[Recoverable]:
    found: list[Recoverable] = []
    for id, places in _generations(run).items():
        journal = _first_readable(places)
        files = _files_of(run, id)
        if journal is None:
            _set_aside(run, files, report)
        elif _is_in_a_file(journal):
            _remove(files)
        else:
            found.append(_recoverable(journal, run, files))
    return found


def _generations(run: Run) -> dict[str, list[Path]]:
    """Journal id → its journals, the newest generation first: a crash within `rebase` leaves two."""
    found: dict[str, list[tuple[int, Path]]] = {}
    for place in run.folder.glob(f"*{JOURNAL_SUFFIX}"):
        id, _, rest = place.name.partition(".")
        number = rest.removesuffix(JOURNAL_SUFFIX)
        found.setdefault(id, []).append((int(number) if number.isdecimal() else -1, place))
    return {
        id: [place for _, place in sorted(entries, reverse=True)] for id, entries in sorted(found.items())
    }


def _first_readable(places: Iterable[Path]) -> ReadJournal | None:
    for place in places:
        try:
            return read_journal(place)
        except (ValueError, UserError, OSError) as error:
            log.info("journal %s cannot be read: %s", place.name, error)
    return None


def _files_of(run: Run, id: str) -> tuple[Path, ...]:
    return tuple(
        path for path in sorted(run.folder.glob(f"{id}.*")) if path.suffix in (JOURNAL_SUFFIX, BASE_SUFFIX)
    )


def _is_in_a_file(journal: ReadJournal) -> bool:
    """Whether nothing would be lost: no change has been made, or the file holds the changes already."""
    if journal.recovered == journal.base and not journal.header.unsaved:
        return True
    return _has_hash(journal.header.path, hashlib.sha256(encode(journal.recovered)).hexdigest())


def _recoverable(journal: ReadJournal, run: Run, files: tuple[Path, ...]) -> Recoverable:
    header = journal.header
    return Recoverable(
        name=_name(journal),
        path=header.path,
        saved_at=header.saved_at,
        last_change_at=journal.last_change_at,
        base=journal.base,
        recovered=journal.recovered,
        change_count=journal.change_count,
        base_matches=_has_hash(header.path, header.file_sha256),
        cut=journal.cut,
        run=run,
        files=files,
    )


def _name(journal: ReadJournal) -> str:
    """The file's name; of a document never saved that of its first stream, which may be empty."""
    if journal.header.path is not None:
        return journal.header.path.name
    return next((stream.name for stream in journal.recovered.streams if stream.name), "")


def _has_hash(path: Path | None, digest: str) -> bool:
    if path is None:
        return False
    try:
        return file_state(path).sha256 == digest
    except UserError:
        return False


def _set_aside(run: Run, files: Iterable[Path], report: Callable[[str], None]) -> None:
    folder = set_aside_folder() / run.folder.name
    folder.mkdir(mode=0o700, exist_ok=True)
    for path in files:
        shutil.move(path, folder / path.name)
    report(
        "The record of changes of a document that was open when the program ended cannot be read. "
        f"It is kept in “{shown(str(folder), 200)}”; the document's own file is not touched."
    )


def _remove(files: Iterable[Path]) -> None:
    for path in files:
        remove(path)
