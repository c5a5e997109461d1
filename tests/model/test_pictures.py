"""Pictures are looked at before anybody decodes them: hostile ones are refused with a reason."""

from __future__ import annotations

import base64
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from vsdesigner.model.pictures import (
    PICTURE_BYTES,
    PictureError,
    PictureFacts,
    decoded,
    encoded,
    facts_of,
)
from vsdesigner.model.records import Note, NoteKind


def png(width: int = 3, height: int = 2) -> bytes:
    """A grey PNG, or the head of one that says it is larger than it is."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    rows = (b"\0" + b"\x80" * min(width, 4000)) * min(height, 100)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def jpeg_head(width: int, height: int) -> bytes:
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + b"\0" * 9
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\0" * 9
    return b"\xff\xd8" + app + b"\xff" + frame + b"\xff\xd9"


def note(picture: str) -> Note:
    return Note(id="n", stream="s", lane="plan", kind=NoteKind.PICTURE, picture=picture)


def test_png_and_jpeg_tell_their_size() -> None:
    assert facts_of(png(7, 5)) == PictureFacts("png", 7, 5)
    assert facts_of(jpeg_head(640, 480)) == PictureFacts("jpeg", 640, 480)


def test_a_picture_stands_in_a_note_as_it_is() -> None:
    data = png()
    assert decoded(note(encoded(data)).picture) == data
    assert note("").picture == ""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "neither PNG nor JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither PNG nor JPEG"),
        (b"GIF89a" + b"\0" * 50, "neither PNG nor JPEG"),
        (png()[:20], "damaged"),
        (png(0, 5), "pixels wide and high"),
        (png(2**31, 1), "pixels wide and high"),
        (png(19_000, 19_000), "million pixels"),
        (b"\xff\xd8\xff", "damaged"),
        (b"\xff\xd8\xff\xe0\x00\x00" + b"\xff" * 100, "damaged"),
        (b"\xff\xd8" + b"\xff" * 100_000, "damaged"),
        (jpeg_head(0, 0), "pixels wide and high"),
        (png() + b"\0" * PICTURE_BYTES, "4 MB"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(PictureError, match=why):
        facts_of(data)
    with pytest.raises(ValidationError):
        note(base64.b64encode(data).decode() or "=")


@pytest.mark.parametrize("text", ["=", "not base64", "AAAA\nAAAA", "é", "iVBOR"])
def test_what_is_no_base64_is_refused(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        note(text)
    assert caught.value.errors()[0]["type"] == "picture"


def test_a_text_beyond_all_bounds_is_not_even_decoded() -> None:
    with pytest.raises(ValidationError) as caught:
        note("A" * 6_000_000)
    assert caught.value.errors()[0]["type"] == "string_too_long"


@given(st.binary(max_size=300), st.sampled_from((b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")))
def test_any_bytes_are_a_picture_or_refused(data: bytes, start: bytes) -> None:
    try:
        facts = facts_of(start + data)
    except PictureError:
        return
    assert facts.width > 0
    assert facts.height > 0
