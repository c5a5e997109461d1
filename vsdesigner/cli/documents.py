"""Reads the document that a command is about."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.home import FILE_MOST, bring_home, can_carry
from vsdesigner.model.errors import UserError
from vsdesigner.storage import documents
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.file_state import read_with_state
from vsdesigner.storage.json_format import Loaded, decode

MOST_NOTES = 20


def open_document(path: Path) -> Snapshot:
    """Return the document; what had to be repaired is noted on standard error, the file stays as it is."""
    loaded = read_document(path)
    _note([problem.text for problem in loaded.problems])
    return loaded.snapshot


def read_document(path: Path) -> Loaded:
    """Return what the file at `path` says; of a file that may only carry a document it names the way."""
    try:
        return documents.read(path)
    except UserError as error:
        if not can_carry(path.name) or not path.is_file():
            raise
        way = f"If it carries one: vsdesigner import {shown(path.name)} -o {shown(path.stem)}.vstream"
        raise UserError(f"{error} {way}", error.details) from error


def open_carried(path: Path) -> Snapshot:
    """Return the document in a file that is one, or in a picture, page, deck or workbook that carries one."""
    if not can_carry(path.name):
        return open_document(path)
    content, _ = read_with_state(path, FILE_MOST)
    if content is None:
        most = FILE_MOST // (1024 * 1024)
        raise UserError(f"“{shown(path.name)}” is larger than {most} MB and was not looked through.")
    notes: list[str] = []

    def read(text: str) -> Snapshot:
        found = decode(text.encode("utf-8", "surrogatepass"), path.name)
        notes.extend(problem.text for problem in found.problems)
        return found.snapshot

    brought = bring_home(content, path.name, read)
    _note([*notes, *brought.notes])
    return brought.snapshot


def _note(notes: Sequence[str]) -> None:
    if sys.stderr is None:  # started without a console
        return
    for text in notes[:MOST_NOTES]:
        print(f"note: {text}", file=sys.stderr)
    if len(notes) > MOST_NOTES:
        print(f"note: and {len(notes) - MOST_NOTES} more.", file=sys.stderr)
