"""Reads a journal that another run left: its base and every change up to the first damaged line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage.change_codec import DamagedError, decode_change, from_line
from vsdesigner.storage.journal import BASE_SUFFIX, JOURNAL_FORMAT
from vsdesigner.storage.json_format import VERSION, decode_exactly


@dataclass(frozen=True, slots=True)
class Header:
    """What the first line of a journal says; `path` is None for a document that was never saved."""

    id: str
    generation: int
    path: Path | None
    saved_at: datetime | None
    started: datetime
    base_sha256: str
    file_sha256: str
    unsaved: bool


@dataclass(frozen=True, slots=True)
class ReadJournal:
    """A journal with the document before and after its changes; `cut`: a damaged end was left out."""

    header: Header
    base: Snapshot
    recovered: Snapshot
    change_count: int
    last_change_at: datetime
    cut: bool


def read_journal(place: Path) -> ReadJournal:
    """Return the journal in the file at `place`.

    Raises `DamagedError`, `UserError` or OSError when its first line or its base cannot be read.
    """
    lines = place.read_bytes().splitlines(keepends=True)
    if not lines:
        raise DamagedError("empty")
    row, checksum = from_line(lines[0], "")
    header = _header(row)
    base = _base(place, header)
    view, last, count = base, header.started, 0
    for line in lines[1:]:
        try:
            row, checksum = from_line(line, checksum)
            view = view.evolve(decode_change(row, view).result)
            last = datetime.fromisoformat(str(row.get("at")))
        except ValueError:  # DamagedError is one: from here on nothing can be trusted
            break
        count += 1
    return ReadJournal(header, base, view, count, last, count < len(lines) - 1)


def _header(row: dict[str, Any]) -> Header:
    try:
        if row["format"] != JOURNAL_FORMAT or int(str(row["version"]).split(".")[0]) != VERSION[0]:
            raise DamagedError("made by another version")
        saved = str(row["saved_at"])
        return Header(
            id=str(row["id"]),
            generation=int(row["generation"]),
            path=Path(row["path"]) if row["path"] else None,
            saved_at=datetime.fromisoformat(saved) if saved else None,
            started=datetime.fromisoformat(str(row["started"])),
            base_sha256=str(row["base_sha256"]),
            file_sha256=str(row["file_sha256"]),
            unsaved=bool(row["unsaved"]),
        )
    except (LookupError, TypeError) as error:
        raise DamagedError(str(error)) from error


def _base(place: Path, header: Header) -> Snapshot:
    """The state that the changes start from: our own copy of it, else the file that it was read from."""
    sources: list[tuple[Path, str]] = [(place.with_suffix(BASE_SUFFIX), header.base_sha256)]
    if header.path is not None and header.file_sha256 and not header.unsaved:
        sources.append((header.path, header.file_sha256))
    for source, digest in sources:
        try:
            content = source.read_bytes()
        except OSError:
            continue  # the other source, or the error below
        if hashlib.sha256(content).hexdigest() == digest:
            return decode_exactly(content, source.name).snapshot
    raise UserError("The state that the changes were made to is missing or damaged.")
