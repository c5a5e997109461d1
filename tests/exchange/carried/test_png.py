"""PNG files that carry a document: written, read, and broken in every way."""

from __future__ import annotations

import random
import struct
import zlib

import pytest

from vsdesigner.exchange.carried import carried_text
from vsdesigner.exchange.carried.png import KEYWORD, text_in_png, with_document
from vsdesigner.exchange.carried.unpacking import MOST
from vsdesigner.exchange.png_file import PngFile, chunk

SOURCE = '{"name": "Ünïcode 😀 “x”"}' * 50


def plain() -> bytes:
    file = PngFile(2, 2, texts={"Title": "A"})
    file.add(b"\xff\0\0\0\xff\0--" * 2, 8)
    return file.finish()


def carrying(packed: bytes) -> bytes:
    bomb = chunk(b"iTXt", KEYWORD.encode() + b"\0\x01\0\0\0" + packed)
    whole = plain()
    return whole[:33] + bomb + whole[33:]


def test_what_goes_in_comes_out() -> None:
    content = with_document(plain(), SOURCE)
    assert text_in_png(content) == SOURCE
    assert carried_text(content, ".PNG") == SOURCE
    assert text_in_png(plain()) is None


def test_it_is_still_the_same_picture() -> None:
    from PySide6.QtGui import QImage

    image = QImage.fromData(with_document(plain(), SOURCE))
    assert (image.width(), image.height()) == (2, 2)
    assert image.pixelColor(0, 0).name() == "#ff0000"
    assert image.pixelColor(1, 1).name() == "#00ff00"


def test_broken_files_carry_nothing_or_what_went_in() -> None:
    chance = random.Random(5)
    content = with_document(plain(), SOURCE)
    for end in range(0, len(content), 7):
        assert text_in_png(content[:end]) in (None, SOURCE)
    for _ in range(500):
        spoilt = bytearray(content)
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        assert text_in_png(bytes(spoilt)) in (None, SOURCE)


def test_a_bomb_is_not_unpacked() -> None:
    assert text_in_png(carrying(zlib.compress(b" " * (MOST + 1), 9))) is None
    assert text_in_png(carrying(zlib.compress(b"\xff\xfe"))) is None, "no text"


def test_many_empty_chunks_end() -> None:
    assert text_in_png(plain()[:33] + chunk(b"teSt", b"") * 200_000) is None
    assert text_in_png(plain()[:33] + struct.pack(">I", 2**31) + b"iTXt") is None


def test_nothing_is_put_into_what_is_no_picture() -> None:
    with pytest.raises(ValueError, match="PNG"):
        with_document(b"GIF89a", SOURCE)
