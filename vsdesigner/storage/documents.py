"""Opens and saves documents."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path

from pydantic import ValidationError

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage.atomic import replace_file
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.file_state import (
    DiskChange,
    FileState,
    changed_on_disk,
    file_state,
    read_with_state,
)
from vsdesigner.storage.json_format import Loaded, decode, encode, opens_again
from vsdesigner.storage.json_text import SIZE_LIMIT, too_large

__all__ = ["DiskChange", "FileState", "Loaded", "changed_on_disk", "check", "file_state", "read", "save"]

log = logging.getLogger(__name__)


def read(path: Path) -> Loaded:
    """Return the document in the file at `path`, repaired where it had to be, with the state of the file.

    Raises `UserError` for everything that is not a readable document. Writes nothing.
    """
    content, state = read_with_state(path, SIZE_LIMIT)
    if content is None:
        raise too_large(path.name)
    return dataclasses.replace(decode(content, path.name), state=state)


def save(path: Path, snapshot: Snapshot, backup_folder: Path | None = None) -> FileState:
    """Write the document and return the state of the file, read back.

    What is written is read and compared before the file is touched. The version that is replaced goes to
    `backup_folder`. Raises `UserError` as `atomic.write_bytes` does.
    """
    content = encode(snapshot)
    check(content, snapshot, path.name)
    return replace_file(path, content, backup_folder=backup_folder)


def check(content: bytes, snapshot: Snapshot, name: str) -> None:
    """Raise `UserError` unless `content` opens again as exactly this document."""
    if len(content) > SIZE_LIMIT:
        raise UserError(
            f"“{shown(name)}” was not saved: the document has grown beyond {SIZE_LIMIT // (1024 * 1024)} MB, "
            "the most that VS Designer opens. Move some of its streams to a document of their own."
        )
    details: tuple[str, ...] = ()
    try:
        same = opens_again(content, snapshot, name)
    except UserError as error:
        same, details = False, (str(error),)
    except (ValidationError, ValueError) as error:
        log.error("the text of %s does not read: %s", name, error)
        same = False
    if not same:
        raise UserError(
            f"“{shown(name)}” was not saved: a check found that it would not open again as it is now. "
            "The file on disk is as it was before.",
            details,
        )
