"""The document inside slides: packed text in a custom XML part, which PowerPoint keeps when it saves."""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
import zlib

ITEM, PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"

_NAMESPACE = "urn:vsdesigner:document:1"
_STORE = "{6E1B6C5C-3C0B-4E57-9B61-5A8E6F2D4C11}"
_MOST = 20 * 1024 * 1024  # bytes of a document; storage opens no larger one
_FILE_MOST = 100 * 1024 * 1024
_PART_MOST = 2 * _MOST
_MOST_ITEMS = 50  # programs that put parts of their own into a file leave a few
_PARTS = re.compile(r"customXml/item\d{1,9}\.xml")
# The prefix is the business of whoever saved the file last.
_FOUND = re.compile(
    rb"<(?:[\w.-]{1,100}:)?document\b[^<>]{0,1000}" + _NAMESPACE.encode() + rb"[^<>]{0,1000}>"
    rb"([A-Za-z0-9+/=\s]*)</"
)


def item(source: str) -> bytes:
    """Return the part that carries the text of a document."""
    packed = base64.b64encode(zlib.compress(source.encode("utf-8"), 9)).decode("ascii")
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<document xmlns="{_NAMESPACE}">{packed}</document>'.encode()


def properties() -> bytes:
    """Return the part that says what the other one is."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
        f'<ds:datastoreItem ds:itemID="{_STORE}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def text_in_slides(content: bytes) -> str | None:
    """Return the text of the document that slides carry; None when there is none or the file is broken."""
    if len(content) > _FILE_MOST:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if _PARTS.fullmatch(name)]
            for name in names[:_MOST_ITEMS]:
                with archive.open(name) as part:
                    text = _text_in(part.read(_PART_MOST + 1))
                if text is not None:
                    return text
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return None  # RuntimeError: the part is encrypted; NotImplementedError: packed in an unknown way
    return None


def _text_in(part: bytes) -> str | None:
    found = _FOUND.search(part) if len(part) <= _PART_MOST else None
    if found is None:
        return None
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(base64.b64decode(b"".join(found[1].split()), validate=True), _MOST)
        return text.decode("utf-8") if unpacking.eof else None
    except (binascii.Error, ValueError, zlib.error):
        return None
