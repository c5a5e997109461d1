"""A PDF file of our own making as objects, which can be changed, added to and written again.

Reads only what a painter of ours wrote a moment ago: plain objects with one table of places. Writing numbers
the objects by how the catalogue reaches them, so that equal pages give equal bytes: the painter numbers
fonts by chance.
"""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY = 20  # bytes
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_OBJECT = re.compile(rb"\d+ 0 obj\s*(.*?)\s*endobj\s*\Z", re.DOTALL)
_STREAM = re.compile(rb"(.*?>>\s*)stream\r?\n", re.DOTALL)
_TAG = re.compile(rb"/Q[A-Z]{5}\+")  # stands before the names of fonts of which only a part is in the file
_SIGN = re.compile(rb"<(?:E[0-9A-Fa-f]{3}|F[0-8][0-9A-Fa-f]{2})>")  # a letter that is no letter: an icon
_NOTHING = b"<200B>"  # a space without width
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class PdfFile:
    """Objects by number: the text of each, a stream with all that belongs to it."""

    def __init__(self, content: bytes) -> None:
        """Take a file apart; ValueError when it is not as expected."""
        start = _START.search(content[-64:])
        table = start and _TABLE.match(content, int(start[1]))
        if start is None or not table:
            raise ValueError("the file has no table of its objects")
        trailer = content[table.end() + int(table[1]) * _ENTRY :]
        places = {
            number: int(content[table.end() + number * _ENTRY :][:10]) for number in range(1, int(table[1]))
        }
        ends = sorted((*places.values(), int(start[1])))
        following = dict(pairwise(ends))
        self.objects: dict[int, bytes] = {}
        for number, place in places.items():
            if (found := _OBJECT.match(content, place, following[place])) is not None:
                self.objects[number] = found[1]
        self.root = _number(trailer, b"/Root")

    @property
    def pages(self) -> list[int]:
        """The numbers of the pages' objects, in their order."""
        tree = self.objects[_number(self.objects[self.root], b"/Pages")]
        kids = tree[tree.index(b"[") + 1 : tree.index(b"]", tree.index(b"["))]
        return [int(found) for found in _REFERENCE.findall(kids)]

    def add(self, content: bytes = b"") -> int:
        """Add an object and return its number; what it says may be told later."""
        number = max(self.objects, default=0) + 1
        self.objects[number] = content
        return number

    def add_stream(self, head: bytes, content: bytes) -> int:
        """Add an object with content of any kind, described by `head`."""
        described = b"<< %b /Length %d >>\nstream\n%b\nendstream" % (head, len(content), content)
        return self.add(described)

    def written(self, info: int) -> bytes:
        """Return the file; `info` is the object that says what it is."""
        numbers = self._order(info)
        body = [_HEADER]
        place, places = len(_HEADER), []
        for number, now in numbers.items():
            text = _told(self.objects[number], numbers)
            text = b"%d 0 obj\n%b\nendobj\n" % (now, text)
            places.append(place)
            place += len(text)
            body.append(text)
        digest = hashlib.md5(b"".join(body), usedforsecurity=False).hexdigest().upper().encode()
        table = b"".join(b"%010d 00000 n \n" % at for at in places)
        head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        trailer = (
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b> <%b>] >>\nstartxref\n%d\n%%%%EOF\n"
        )
        root = numbers[self.root]
        end = trailer % (len(places) + 1, root, numbers[info], digest, digest, place)
        return b"".join((*body, head, table, end))

    def _order(self, info: int) -> dict[int, int]:
        """The numbers as they are → as they will be; what nothing leads to is left out."""
        numbers: dict[int, int] = {}
        waiting = [info, self.root]
        while waiting:
            number = waiting.pop()
            if number in numbers or number not in self.objects:
                continue
            numbers[number] = len(numbers) + 1
            described, _ = _parted(self.objects[number])
            waiting.extend(int(found) for found in reversed(_REFERENCE.findall(described)))
        return numbers


def _number(text: bytes, key: bytes) -> int:
    found = re.search(key + rb"\s+(\d+) 0 R", text)
    if found is None:
        raise ValueError(f"the file has no {key.decode()}")
    return int(found[1])


def _parted(content: bytes) -> tuple[bytes, bytes]:
    """What describes an object, and its stream if it has one."""
    found = _STREAM.match(content)
    return (content[: found.end()], content[found.end() :]) if found else (content, b"")


def _told(content: bytes, numbers: dict[int, int]) -> bytes:
    """An object with the numbers of others as they will be."""
    described, stream = _parted(content)
    described = _REFERENCE.sub(
        lambda found: b"%d 0 R" % numbers[int(found[1])] if int(found[1]) in numbers else b"null", described
    )
    if stream.startswith(b"/CIDInit"):  # says which letters a font shows, to who searches or copies
        stream = _SIGN.sub(_NOTHING, stream)
    return _TAG.sub(b"/VSDSGN+", described) + stream
