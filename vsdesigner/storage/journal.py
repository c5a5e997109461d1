"""Writes every change of an open document to a file of the program's own, so that a crash loses nothing."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage.change_codec import body_of, encode_change, to_line
from vsdesigner.storage.disk import sync_folder, write_all, write_new
from vsdesigner.storage.file_state import FileState, file_state
from vsdesigner.storage.json_format import VERSION, encode, version_text
from vsdesigner.storage.leftovers import remove
from vsdesigner.storage.runs import JOURNAL_SUFFIX, Run, current_run, end_if_empty

JOURNAL_FORMAT = "vsdesigner-journal"
BASE_SUFFIX = ".base"


class Journal:
    """The journal of one open document: a base, then one line per change, each on the disk when written.

    Begins with `start`; `rebase` after every save; `close` when the document is closed.
    """

    def __init__(self, run: Run, id: str) -> None:
        self._run = run
        self._id = id
        self._generation = 0
        self._descriptor = -1
        self._checksum = ""
        self._offsets: list[int] = []  # where the line of each change begins
        self._end = 0
        self._torn = False
        self._unwritten: list[dict[str, Any]] = []
        self._path: Path | None = None

    @classmethod
    def start(
        cls,
        base: Snapshot,
        path: Path | None,
        *,
        state: FileState | None = None,
        unsaved: bool = False,
    ) -> Journal:
        """Begin the journal of a document that was opened or made just now.

        `path` is None for one that was never saved, `state` the state of its file. `unsaved` says that
        `base` itself is not in any file yet (recovered, imported, repaired). Raises `UserError` when
        nothing can be written.
        """
        try:
            run = current_run()
            journal = cls(run, secrets.token_hex(6))
            journal._path = path
            if state is None and path is not None and path.exists():
                state = file_state(path)
            journal._begin(encode(base), state, unsaved, [])
        except OSError as error:
            raise UserError(_unsafe(error)) from error
        return journal

    @property
    def position(self) -> int:
        """Number of changes so far; hand it to `rebase` when a save takes its time."""
        return len(self._offsets) + len(self._unwritten)

    def append(self, change: Change) -> None:
        """Write one change down to the disk.

        Raises `UserError` when that fails; the change is kept and goes along with the next one.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._unwritten.append({"at": at, "n": self.position + 1, **encode_change(change)})
        try:
            while self._unwritten:
                self._write(self._unwritten[0])
                del self._unwritten[0]
        except OSError as error:
            raise UserError(_unsafe(error)) from error

    def rebase(
        self, snapshot: Snapshot, state: FileState, *, path: Path | None = None, since: int | None = None
    ) -> None:
        """Start over from what was saved; `path` when it was saved under another name.

        `since` is the `position` at the moment when `snapshot` was taken: later changes are kept. Raises
        `UserError` when that fails; the journal goes on from the former base then, and is still right.
        """
        former = self._journal_path(), self._base_path()
        try:
            kept = self._rows_from(self.position if since is None else since)
            previous = self._path
            self._path = path or self._path
            try:
                self._begin(encode(snapshot), state, False, kept)
            except OSError:
                self._path = previous
                raise
        except OSError as error:
            raise UserError(_unsafe(error)) from error
        for file in former:
            remove(file)

    def close(self, *, discard: bool = True) -> None:
        """End the journal. With `discard` it goes: the document is saved, or its changes are not wanted.

        Else it stays, and the next start of the program offers to recover it.
        """
        self._close_file()
        if discard:
            remove(self._journal_path())
            remove(self._base_path())
            end_if_empty(self._run)

    # -- files --------------------------------------------------------------------------------------------
    def _journal_path(self) -> Path:
        return self._run.folder / f"{self._id}.{self._generation}{JOURNAL_SUFFIX}"

    def _base_path(self) -> Path:
        return self._run.folder / f"{self._id}.{self._generation}{BASE_SUFFIX}"

    def _begin(self, base: bytes, state: FileState | None, unsaved: bool, rows: list[dict[str, Any]]) -> None:
        """Write base and journal of the next generation beside the present one, then go over to it.

        Whenever the program ends in between, one of the two is whole.
        """
        self._generation += 1
        try:
            write_new(self._base_path(), base)
            head = self._header(base, state, unsaved)
            descriptor, offsets, end, checksum = _write_lines(self._journal_path(), [head, *rows])
        except OSError:
            remove(self._journal_path())
            remove(self._base_path())
            self._generation -= 1
            raise
        self._close_file()
        self._descriptor, self._offsets, self._end, self._checksum = descriptor, offsets[1:], end, checksum
        self._torn = False
        self._unwritten = []

    def _header(self, base: bytes, state: FileState | None, unsaved: bool) -> dict[str, Any]:
        saved = "" if state is None else datetime.fromtimestamp(state.mtime_ns / 1e9, UTC).isoformat()
        return {
            "base_sha256": hashlib.sha256(base).hexdigest(),
            "file_sha256": "" if state is None else state.sha256,
            "format": JOURNAL_FORMAT,
            "generation": self._generation,
            "id": self._id,
            "path": "" if self._path is None else str(self._path),
            "saved_at": saved,
            "started": datetime.now(UTC).isoformat(timespec="seconds"),
            "unsaved": unsaved,
            "version": version_text(VERSION),
        }

    def _write(self, row: dict[str, Any]) -> None:
        line, checksum = to_line(row, self._checksum)
        if self._torn:  # a piece of a line would hide all that come after it
            os.ftruncate(self._descriptor, self._end)
        self._torn = True
        write_all(self._descriptor, line)
        os.fsync(self._descriptor)
        self._torn = False
        self._offsets.append(self._end)
        self._end += len(line)
        self._checksum = checksum

    def _rows_from(self, position: int) -> list[dict[str, Any]]:
        """The changes from `position` on, numbered anew, those not written yet among them."""
        rows: list[dict[str, Any]] = []
        if position < len(self._offsets):
            content = self._journal_path().read_bytes()[self._offsets[position] : self._end]
            rows = [body_of(line) for line in content.splitlines(keepends=True)]
        rows += self._unwritten[max(0, position - len(self._offsets)) :]
        return [{**row, "n": number} for number, row in enumerate(rows, start=1)]

    def _close_file(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _write_lines(path: Path, rows: list[dict[str, Any]]) -> tuple[int, list[int], int, str]:
    """Write a new journal; return an open descriptor, the offset of each line, the end, the checksum."""
    content, offsets, checksum = b"", [], ""
    for row in rows:
        offsets.append(len(content))
        line, checksum = to_line(row, checksum)
        content += line
    write_new(path, content)
    sync_folder(path.parent)
    flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
    return os.open(path, flags), offsets, len(content), checksum


def _unsafe(error: OSError) -> str:
    reason = (
        "the disk is full" if error.errno == errno.ENOSPC else "the program's own folder cannot be written to"
    )
    return (
        f"Your changes are not kept safe against a crash at the moment: {reason}. "
        "Save often until this is put right."
    )
