"""The document inside a workbook: packed text in the cells of a sheet that no menu shows."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import re
import zlib
from posixpath import join, normpath
from typing import Protocol
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

SHEET = "VS Designer document"
FORMAT = "1"
MOST_PIECE = 32_000  # characters in one cell; Excel takes 32,767

_MOST_DOCUMENT = 20 * 1024 * 1024  # bytes; storage opens no larger one
_MOST_PART = 48 * 1024 * 1024  # bytes of one part of the workbook, unpacked
_MOST_ROWS = 5_000
_MOST_FILE = 64 * 1024 * 1024
_MOST_PARTS = 20_000
_MOST_READ = 64 * 1024
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def cells(source: str) -> list[tuple[str, str]]:
    """Return the rows of the sheet that carries a document's text: a label and what stands beside it.

    The text is packed and written in letters and digits, so that no program that opens and saves the
    workbook can change it by the way; the checksum is that of the text in UTF-8.
    """
    content = source.encode("utf-8", "surrogatepass")
    packed = base64.b64encode(zlib.compress(content, 9)).decode("ascii")
    pieces = [packed[at : at + MOST_PIECE] for at in range(0, len(packed), MOST_PIECE)]
    return [
        ("Format", FORMAT),
        ("Checksum (SHA-256)", hashlib.sha256(content).hexdigest()),
        ("Pieces", str(len(pieces))),
        *((f"Piece {number}", piece) for number, piece in enumerate(pieces, start=1)),
    ]


def text_in_workbook(content: bytes) -> str | None:
    """Return the text of the document that a workbook carries; None when there is none or it is broken."""
    if len(content) > _MOST_FILE:
        return None
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if len(archive.namelist()) > _MOST_PARTS:
                return None
            return _document(_rows(archive))
    except (
        BadZipFile,
        ElementTree.ParseError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        LookupError,
        EOFError,
        OSError,
        zlib.error,
    ):
        return None  # whatever is broken: it is not ours any more


def _document(found: dict[str, str]) -> str | None:
    """The text that label and value of the rows spell, if it is what was written."""
    if found.get("Format") != FORMAT:
        return None
    count = int(found["Pieces"])
    packed = "".join(found[f"Piece {number}"] for number in range(1, min(count, len(found)) + 1))
    try:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(base64.b64decode(packed, validate=True), _MOST_DOCUMENT)
    except binascii.Error:
        return None
    whole = unpacking.eof and hashlib.sha256(content).hexdigest() == found.get("Checksum (SHA-256)")
    return content.decode("utf-8", "surrogatepass") if whole else None


def _rows(archive: ZipFile) -> dict[str, str]:
    """The first two cells of each row of our sheet; nothing when the workbook has no such sheet."""
    parts = _Names("name", _RELATION)
    _read(archive, "xl/workbook.xml", parts)
    relation = parts.found.get(SHEET)
    if relation is None:
        return {}
    targets = _Names("Id", "Target")
    _read(archive, "xl/_rels/workbook.xml.rels", targets)
    target = targets.found[relation]
    sheet = _Rows()
    _read(archive, target[1:] if target.startswith("/") else normpath(join("xl", target)), sheet)
    shared = _Strings()
    if any(kind == "s" for row in sheet.found for kind, _ in row):
        _read(archive, "xl/sharedStrings.xml", shared)
    pairs = (
        [shared.found[int(text)] if kind == "s" else text for kind, text in row]
        for row in sheet.found
        if len(row) == 2
    )
    return {label: _unescaped(value) for label, value in pairs}


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


class _Target(Protocol):
    """What is kept of a part while it is parsed; the tree is never built."""

    def start(self, tag: str, attributes: dict[str, str]) -> None: ...
    def end(self, tag: str) -> None: ...
    def data(self, data: str) -> None: ...
    def doctype(self, name: str, public: str | None, system: str | None) -> None: ...
    def close(self) -> None: ...


class _Quiet:
    """Keeps nothing; refuses declarations, with which small files become large ones."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear of the start of an element."""

    def end(self, tag: str) -> None:
        """Hear of the end of an element."""

    def data(self, data: str) -> None:
        """Hear text."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Refuse."""
        raise ValueError(name)

    def close(self) -> None:
        """Hear that the part is over."""


class _Names(_Quiet):
    """One attribute of elements by another of theirs."""

    def __init__(self, key: str, value: str) -> None:
        self._key, self._value = key, value
        self.found: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._key in attributes and self._value in attributes:
            self.found[attributes[self._key]] = attributes[self._value]


class _Strings(_Quiet):
    """The texts that the cells of a workbook share, in their order."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._text: list[str] = []
        self._inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._inside = tag == f"{_MAIN}t"
        if tag == f"{_MAIN}si":
            self._text = []

    def data(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def end(self, tag: str) -> None:
        self._inside = False
        if tag == f"{_MAIN}si":
            self.found.append("".join(self._text))


class _Rows(_Quiet):
    """The first two cells of each row: the type of each and its text."""

    def __init__(self) -> None:
        self.found: list[list[tuple[str, str]]] = []
        self._kind = ""
        self._text: list[str] = []
        self._inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._inside = tag in (f"{_MAIN}t", f"{_MAIN}v")
        if tag == f"{_MAIN}row":
            self.found.append([])
            if len(self.found) > _MOST_ROWS:
                raise ValueError(tag)
        elif tag == f"{_MAIN}c":
            self._kind, self._text = attributes.get("t", ""), []

    def data(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def end(self, tag: str) -> None:
        self._inside = False
        if tag == f"{_MAIN}c" and self.found and len(self.found[-1]) < 2:
            self.found[-1].append((self._kind, "".join(self._text)))


def _read(archive: ZipFile, name: str, target: _Target) -> None:
    """Let `target` hear a part of the workbook; ValueError for one that is too large."""
    parser = ElementTree.XMLParser(target=target)  # noqa: S314  # declarations are refused, no tree is built
    size = 0
    with archive.open(name) as part:
        while piece := part.read(_MOST_READ):
            size += len(piece)
            if size > _MOST_PART:
                raise ValueError(name)
            parser.feed(piece)
    parser.close()
