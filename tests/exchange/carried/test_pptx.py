"""Slides carry the document, also after python-pptx has opened and saved them; broken files carry nothing."""

from __future__ import annotations

import base64
import io
import zipfile
import zlib

import pytest

from tests.exchange.pptx.reading import opened, render
from tests.exchange.sample import laptop
from vsdesigner.exchange.carried import carried_text
from vsdesigner.exchange.carried.pptx import ITEM, item

SOURCE = '{"text": "ü <&> 👍\\u0001 ]]>\\r\\n"}\r\n\ttail'


def archive_with(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def test_the_document_comes_out_as_it_went_in() -> None:
    assert carried_text(render(laptop(), source=SOURCE), ".PPTX") == SOURCE


def test_it_survives_being_opened_and_saved() -> None:
    deck = opened(render(laptop(), source=SOURCE))
    target = io.BytesIO()
    deck.save(target)
    assert carried_text(target.getvalue(), ".pptx") == SOURCE


def test_slides_without_a_document_carry_none() -> None:
    assert carried_text(render(laptop()), ".pptx") is None


def test_items_of_other_programs_do_not_matter() -> None:
    content = archive_with(
        customXml__item1=b"", **{"customXml__item2.xml": b"<other xmlns='x'>document</other>"}
    )
    assert carried_text(content, ".pptx") is None
    moved = archive_with(**{"customXml__item1.xml": b"<other/>", "customXml__item7.xml": item(SOURCE)})
    assert carried_text(moved, ".pptx") == SOURCE


def test_a_prefix_given_by_another_program_does_not_matter() -> None:
    part = (
        item(SOURCE)
        .replace(b"<document xmlns=", b"<ns0:document xmlns:ns0=")
        .replace(b"</document>", b"</ns0:document>")
    )
    assert carried_text(archive_with(**{"customXml__item1.xml": part}), ".pptx") == SOURCE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 broken",
        render(laptop(), source=SOURCE)[:-200],
        archive_with(**{"customXml__item1.xml": item(SOURCE)[:-40]}),
        archive_with(**{"customXml__item1.xml": item(SOURCE).replace(b"</document", b"****</document")}),
        archive_with(
            **{
                "customXml__item1.xml": b'<document xmlns="urn:vsdesigner:document:1">'
                + base64.b64encode(b"nothing packed")
                + b"</document>"
            }
        ),
    ],
    ids=["empty", "no archive", "cut off", "open end", "strange letters", "not packed"],
)
def test_what_is_broken_carries_nothing(content: bytes) -> None:
    assert carried_text(content, ".pptx") is None


def test_a_bomb_is_not_unpacked() -> None:
    packed = base64.b64encode(zlib.compress(b"0" * 60_000_000, 9))
    part = b'<document xmlns="urn:vsdesigner:document:1">' + packed + b"</document>"
    assert carried_text(archive_with(**{"customXml__item1.xml": part}), ".pptx") is None
    large = archive_with(**{"customXml__item1.xml": b" " * 60_000_000 + item(SOURCE)})
    assert carried_text(large, ".pptx") is None
    assert ITEM == "customXml/item1.xml"
