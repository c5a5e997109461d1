"""The document inside a workbook: found again, also after other programs saved it; never trusted."""

from __future__ import annotations

import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.excel.office import OFFICE, converted
from tests.exchange.excel.reading import opened, render
from tests.exchange.sample import laptop
from vsdesigner.exchange.carried import carried_text
from vsdesigner.exchange.carried.xlsx import MOST_PIECE, SHEET
from vsdesigner.storage.json_format import decode, encode

NASTY = "=1+1 _x0041_ \r\n\t\x7f“שלום” 🚀 \ufffe <&>]]>" * 3


VIEW = laptop()
SOURCE = encode(VIEW).decode()


def carried(content: bytes) -> str | None:
    return carried_text(content, ".xlsx")


@pytest.mark.parametrize("text", [SOURCE, NASTY, "x", "".join(map(chr, range(32, 50_000)))])
def test_what_was_put_in_comes_out(text: str) -> None:
    assert carried(render(laptop(), source=text)) == text


def test_the_sheet_is_in_no_menu_and_its_cells_are_short() -> None:
    chance = random.Random(1)  # nothing that packs well
    text = "".join(chr(chance.randrange(33, 9_000)) for _ in range(100_000))
    content = render(laptop(), source=text)
    sheet = opened(content)[SHEET]
    assert sheet.sheet_state == "veryHidden"
    lengths = [len(str(cell.value)) for row in sheet.iter_rows() for cell in row]
    assert max(lengths) == MOST_PIECE and lengths.count(MOST_PIECE) > 4
    assert [row[0].value for row in sheet.iter_rows(max_row=4)] == [
        "Format",
        "Checksum (SHA-256)",
        "Pieces",
        "Piece 1",
    ]
    assert carried(content) == text


def test_nothing_is_carried_without_a_source() -> None:
    content = render(laptop())
    assert SHEET not in opened(content).sheetnames
    assert carried(content) is None


def test_openpyxl_may_save_it() -> None:
    book = opened(render(laptop(), source=SOURCE))
    book["Steps"]["A4"] = "Changed"
    out = io.BytesIO()
    book.save(out)
    assert carried(out.getvalue()) == SOURCE


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
def test_libreoffice_may_save_it(tmp_path: Path) -> None:
    text = SOURCE + NASTY
    [saved] = converted(render(laptop(), source=text), tmp_path, "xlsx")
    assert carried(saved.read_bytes()) == text


def _changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts changed."""
    out = io.BytesIO()
    content = render(laptop(), source=SOURCE)
    with (
        zipfile.ZipFile(io.BytesIO(content)) as book,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for part in book.namelist():
            data = book.read(part)
            copy.writestr(part, change(data) if part == name else data)
    return out.getvalue()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
SHEET_PART = "xl/worksheets/sheet7.xml"
BROKEN: dict[str, Callable[[], bytes]] = {
    "no zip": lambda: b"PK\x03\x04 no archive",
    "nothing": lambda: b"",
    "other checksum": lambda: _changed(SHEET_PART, lambda data: data.replace(b">Format<", b">Fermat<")),
    "piece changed": lambda: _changed(SHEET_PART, lambda data: data.replace(b"Piece 1", b"Piece 9")),
    "piece cut": lambda: _changed(SHEET_PART, lambda data: data.replace(b">eNq", b">eN")),
    "no XML": lambda: _changed(SHEET_PART, lambda _data: b"<worksheet"),
    "declarations": lambda: _changed(SHEET_PART, lambda data: BOMB + data),
    "declarations in UTF-16": lambda: _changed(
        SHEET_PART, lambda data: (BOMB.decode() + data.decode()).encode("utf-16")
    ),
    "many pieces": lambda: _changed(
        SHEET_PART, lambda data: data.replace(b">Pieces<", b">Pieces<").replace(b">1</t>", b">99999999</t>")
    ),
    "no relations": lambda: _changed("xl/_rels/workbook.xml.rels", lambda _data: b"<Relationships/>"),
    "large part": lambda: _changed(SHEET_PART, lambda _data: b"<a>" + b" " * 200_000_000),
    "many rows": lambda: _changed(
        SHEET_PART,
        lambda _data: (
            b'<a xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + b"<row/>" * 6_000_000
        ),
    ),
}


def test_the_part_that_is_broken_is_the_sheet() -> None:
    content = render(laptop(), source=SOURCE)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert b"Checksum" in book.read(SHEET_PART)
        assert b">eNq" in book.read(SHEET_PART)


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_or_hostile_counts_as_nothing(name: str) -> None:
    content = BROKEN[name]()
    tracemalloc.start()
    start = time.monotonic()
    assert carried(content) is None
    assert time.monotonic() - start < 5
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


def test_the_document_is_the_one_that_was_open() -> None:
    text = carried(render(VIEW, source=SOURCE))
    assert text is not None
    assert decode(text.encode(), "x").snapshot == VIEW
