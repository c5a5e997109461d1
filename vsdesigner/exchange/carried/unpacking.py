"""Unpacks what a file carries, within bounds: a few bytes can be made to stand for gigabytes."""

from __future__ import annotations

import zlib

MOST = 20 * 1024 * 1024  # bytes of a document; storage opens no larger one
FILE_MOST = 200 * 1024 * 1024  # bytes of a file that is looked through at all


def unpacked(content: bytes) -> str | None:
    """Return the text in packed bytes; None when it is too large, broken or no text."""
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(content, MOST)
        return text.decode("utf-8") if unpacking.eof else None
    except (ValueError, zlib.error):
        return None
