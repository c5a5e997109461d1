"""A part of a stream as bytes for the clipboard: the same text as a file, and as little trusted."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Record
from vsdesigner.storage.json_format import decode_exactly, encode

NAME = "clipboard"


def encode_clipping(records: Iterable[Record]) -> bytes:
    """Return an excerpt (`commands.clipboard.excerpt`) as text."""
    return encode(Snapshot(records))


def decode_clipping(content: bytes) -> tuple[Record, ...]:
    """Return the records that `content` holds; each is valid, what they refer to may be missing.

    Raises `UserError` for everything else, with the faults in its details.
    """
    try:
        loaded = decode_exactly(content, NAME)
    except UserError as error:
        raise UserError(
            "Nothing was pasted: what lies on the clipboard is not a sound part of a value stream. "
            "Copy it again where it comes from.",
            (str(error), *error.details),
        ) from error
    return tuple(loaded.snapshot.records.values())
