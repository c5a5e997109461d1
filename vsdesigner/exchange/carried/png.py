"""The document inside a PNG picture: an international text chunk with a keyword of its own."""

from __future__ import annotations

import struct
import zlib

from vsdesigner.exchange.carried.unpacking import FILE_MOST, unpacked
from vsdesigner.exchange.png_file import SIGNATURE, international_text

KEYWORD = "vsdesigner:document"
_HEAD = KEYWORD.encode("latin-1") + b"\0\x01\0\0\0"  # packed, without language
_HEADER_END = len(SIGNATURE) + 25  # behind the chunk IHDR, which is always the first and as long
_MOST_CHUNKS = 100_000


def with_document(content: bytes, source: str) -> bytes:
    """Return a PNG file that carries the text of a document besides; ValueError for what is no PNG."""
    if not content.startswith(SIGNATURE) or content[12:16] != b"IHDR":
        raise ValueError("no PNG")
    return content[:_HEADER_END] + international_text(KEYWORD, source) + content[_HEADER_END:]


def text_in_png(content: bytes) -> str | None:
    """Return the text of the document that a PNG carries; None when there is none or it is broken."""
    if len(content) > FILE_MOST or not content.startswith(SIGNATURE):
        return None
    place = len(SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        if place + 12 > len(content):
            return None
        (length,) = struct.unpack_from(">I", content, place)
        kind = content[place + 4 : place + 8]
        end = place + 8 + length
        if kind == b"IEND" or end + 4 > len(content):
            return None
        if kind == b"iTXt" and content.startswith(_HEAD, place + 8):
            (told,) = struct.unpack_from(">I", content, end)
            sound = zlib.crc32(content[place + 4 : end]) == told
            return unpacked(content[place + 8 + len(_HEAD) : end]) if sound else None
        place = end + 4
    return None
