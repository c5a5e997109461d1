"""The document inside an SVG picture: packed text in an element of its own within the metadata."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

_NAMESPACE = "urn:vsdesigner:document:1"
_FOUND = re.compile(rb"<vsdesigner:document\b[^<>]{0,1000}>([A-Za-z0-9+/=\s]*)</vsdesigner:document\s*>")
_MOST = 20 * 1024 * 1024  # bytes of a document; storage opens no larger one
_FILE_MOST = 3 * _MOST


def metadata(source: str) -> str:
    """Return the element that carries the text of a document."""
    packed = base64.b64encode(zlib.compress(source.encode("utf-8"), 9)).decode("ascii")
    return (
        f'<metadata><vsdesigner:document xmlns:vsdesigner="{_NAMESPACE}">{packed}'
        "</vsdesigner:document></metadata>"
    )


def text_in_svg(content: bytes) -> str | None:
    """Return the text of the document that an SVG carries; None when there is none or it is broken."""
    if len(content) > _FILE_MOST:
        return None
    found = _FOUND.search(content)
    if found is None:
        return None
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(base64.b64decode(b"".join(found[1].split()), validate=True), _MOST)
        return text.decode("utf-8") if unpacking.eof else None
    except (binascii.Error, ValueError, zlib.error):
        return None
