"""Finishes a PDF file that a painter wrote: bookmarks, what the file is, and the document that it carries."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from vsdesigner.exchange.pdf.objects import PdfFile

CARRIED = b"/application#2Fvnd.vsdesigner+json"
FILE_NAME = "document.vstream"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the list beside the pages. `level` 0 is the outermost; `page` counts from 0."""

    title: str
    page: int
    level: int = 0


def finished(
    content: bytes,
    *,
    facts: Mapping[str, str],
    created: datetime,
    bookmarks: Sequence[Bookmark] = (),
    source: str = "",
) -> bytes:
    """Return a painter's file with all that belongs to it; equal pages and facts give equal bytes.

    `facts` are entries such as ``Title``. With `source`, the text of a document, the file carries it.
    ValueError when the painter did not write a whole file.
    """
    file = PdfFile(content)
    moment = created.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode()
    told = b" ".join(b"/%b %b" % (key.encode(), text_string(text)) for key, text in facts.items() if text)
    info = file.add(b"<< %b /CreationDate %b /ModDate %b >>" % (told, moment, moment))
    pages = int(_key(file.objects[file.root], b"/Pages"))
    catalogue = [
        b"/Type /Catalog",
        b"/Pages %d 0 R" % pages,
        b"/ViewerPreferences << /DisplayDocTitle true >>",
    ]
    if bookmarks:
        catalogue.append(b"/Outlines %d 0 R /PageMode /UseOutlines" % _add_outline(file, bookmarks))
    if source:
        catalogue.append(
            b"/Names << /EmbeddedFiles << /Names [%b] >> >>" % _add_document(file, source, moment)
        )
    file.objects[file.root] = b"<< %b >>" % b"\n".join(catalogue)
    return file.written(info)


def text_string(text: str) -> bytes:
    """Return a text of any letters as a string of the format; hexadecimal, for nothing needs escaping so."""
    return b"<FEFF%b>" % text.encode("utf-16-be", "replace").hex().upper().encode()


def _key(text: bytes, key: bytes) -> bytes:
    return text.split(key, 1)[1].split()[0]


@dataclass(slots=True)
class _Entry:
    """A bookmark among its neighbours."""

    number: int
    bookmark: Bookmark
    children: list[_Entry]


def _add_outline(file: PdfFile, bookmarks: Sequence[Bookmark]) -> int:
    pages = file.pages
    top = _Entry(file.add(), Bookmark("", 0, -1), [])
    line = [top]
    for bookmark in bookmarks:
        while line[-1].bookmark.level >= bookmark.level:
            line.pop()
        entry = _Entry(file.add(), bookmark, [])
        line[-1].children.append(entry)
        line.append(entry)
    _tell(file, top, pages)
    return top.number


def _tell(file: PdfFile, parent: _Entry, pages: Sequence[int]) -> None:
    """Write a parent's entry, and those below it, into their objects."""
    children = parent.children
    for index, child in enumerate(children):
        parts = [
            b"/Title " + text_string(child.bookmark.title),
            b"/Parent %d 0 R" % parent.number,
            b"/Dest [%d 0 R /Fit]" % pages[child.bookmark.page],
        ]
        if index:
            parts.append(b"/Prev %d 0 R" % children[index - 1].number)
        if index + 1 < len(children):
            parts.append(b"/Next %d 0 R" % children[index + 1].number)
        file.objects[child.number] = b"<< %b%b >>" % (b" ".join(parts), _family(child))
        _tell(file, child, pages)
    if parent.bookmark.level < 0:
        file.objects[parent.number] = b"<< /Type /Outlines%b >>" % _family(parent)


def _family(entry: _Entry) -> bytes:
    """The first and last entry below one; the topmost stands open, others are folded."""
    if not entry.children:
        return b""
    first, last = entry.children[0].number, entry.children[-1].number
    count = len(entry.children) if entry.bookmark.level < 0 else -len(entry.children)
    return b" /First %d 0 R /Last %d 0 R /Count %d" % (first, last, count)


def _add_document(file: PdfFile, source: str, moment: bytes) -> bytes:
    """Add a document as a file in the file; returns its entry in the list of names."""
    content = source.encode("utf-8")
    head = b"/Type /EmbeddedFile /Subtype %b /Filter /FlateDecode /Params << /Size %d /ModDate %b >>"
    stream = file.add_stream(head % (CARRIED, len(content), moment), zlib.compress(content, 9))
    name = text_string(FILE_NAME)
    entry = file.add(
        b"<< /Type /Filespec /F (%b) /UF %b /EF << /F %d 0 R /UF %d 0 R >> >>"
        % (FILE_NAME.encode(), name, stream, stream)
    )
    return b"%b %d 0 R" % (name, entry)
