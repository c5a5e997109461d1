"""Bookmarks, facts and documents in PDF files, and what is read out of broken ones."""

from __future__ import annotations

import random
import zlib
from datetime import UTC, datetime

import pytest

from vsdesigner.exchange.carried import carried_text
from vsdesigner.exchange.carried.pdf import text_in_pdf
from vsdesigner.exchange.carried.unpacking import MOST
from vsdesigner.exchange.pdf.finishing import CARRIED, Bookmark, finished
from vsdesigner.exchange.pdf.objects import PdfFile

MOMENT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SOURCE = '{"name": "Ünïcode 😀 (x) \\\\ endstream"}' * 30


def painted(order: tuple[int, ...] = (1, 2, 3, 4, 5, 6)) -> bytes:
    """A file of two pages as a painter writes it; `order` numbers its objects."""
    info, root, tree, first, second, unused = order
    texts = {
        info: b"<< /CreationDate (D:20200101) >>",
        root: b"<<\n/Type /Catalog\n/Pages %d 0 R\n/Metadata %d 0 R\n>>" % (tree, unused),
        tree: b"<<\n/Type /Pages\n/Kids \n[\n%d 0 R\n%d 0 R\n]\n/Count 2\n>>" % (first, second),
        first: b"<< /Type /Page /Parent %d 0 R >>" % tree,
        second: b"<< /Type /Page /Parent %d 0 R >>" % tree,
        unused: b"<< /Length 7 >>\nstream\n5 0 R 1\nendstream",
    }
    body, places = b"%PDF-1.4\n", {}
    for number in order:
        places[number] = len(body)
        body += b"%d 0 obj\n%b\nendobj\n" % (number, texts[number])
    table = b"xref\n0 7\n0000000000 65535 f \n"
    table += b"".join(b"%010d 00000 n \n" % places[number] for number in range(1, 7))
    trailer = b"trailer\n<<\n/Size 7 \n/Info %d 0 R\n/Root %d 0 R\n>>\n" % (info, root)
    return body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


def made(source: str = "", content: bytes = b"", bookmarks: tuple[Bookmark, ...] = ()) -> bytes:
    facts = {"Title": "Äpfel (und) 😀", "Author": ""}
    return finished(content or painted(), facts=facts, created=MOMENT, source=source, bookmarks=bookmarks)


def test_what_goes_in_comes_out() -> None:
    content = made(SOURCE)
    assert text_in_pdf(content) == SOURCE
    assert carried_text(content, ".pdf") == SOURCE
    assert text_in_pdf(made()) is None


def test_every_object_stands_where_the_table_says() -> None:
    file = PdfFile(made(SOURCE, bookmarks=(Bookmark("One", 0), Bookmark("Two", 1, 1))))
    assert len(file.pages) == 2
    for page in file.pages:
        assert b"/Type /Page" in file.objects[page]
    assert b"/Metadata" not in file.objects[file.root]


def test_how_the_painter_numbers_its_objects_does_not_matter() -> None:
    assert made(SOURCE, painted()) == made(SOURCE, painted((6, 5, 4, 3, 2, 1)))
    assert made(SOURCE, painted()) == made(SOURCE, painted((3, 1, 6, 2, 5, 4)))


def test_bookmarks_form_a_tree() -> None:
    marks = (Bookmark("A", 0), Bookmark("A1", 0, 1), Bookmark("A2", 1, 1), Bookmark("B", 1))
    file = PdfFile(made(bookmarks=marks))
    entries = [text for text in file.objects.values() if b"/Dest" in text]
    assert len(entries) == 4
    assert sum(b"/Prev" in text for text in entries) == 2
    assert sum(b"/Next" in text for text in entries) == 2
    top = next(text for text in file.objects.values() if b"/Outlines" in text and b"/First" in text)
    assert b"/Count 2" in top
    title = next(text for text in entries if "A2".encode("utf-16-be").hex().upper().encode() in text)
    assert b"/Dest [%d 0 R" % file.pages[1] in title


def test_a_level_may_be_skipped() -> None:
    assert PdfFile(made(bookmarks=(Bookmark("A", 0), Bookmark("deep", 1, 5), Bookmark("B", 0)))).pages


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4\n", painted()[:-20], painted().replace(b"/Root", b"/Boot")]
)
def test_half_a_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="the file has no"):
        finished(content, facts={}, created=MOMENT)


def test_broken_files_carry_nothing_or_what_went_in() -> None:
    chance = random.Random(3)
    content = made(SOURCE)
    for end in range(0, len(content), 11):
        assert text_in_pdf(content[:end]) in (None, SOURCE)
    for _ in range(500):
        spoilt = bytearray(content)
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        assert text_in_pdf(bytes(spoilt)) in (None, SOURCE)


def test_bombs_and_lures_are_left_alone() -> None:
    bomb = b"%PDF-1.4\n" + CARRIED + b" stream\n" + zlib.compress(b" " * (MOST + 1), 9)
    assert text_in_pdf(bomb) is None
    assert text_in_pdf(b"%PDF-1.4\n" + (CARRIED + b" stream\n") * 10_000) is None
    assert text_in_pdf(b"MZ" + made(SOURCE)[2_000:]) is None, "no PDF at all"
