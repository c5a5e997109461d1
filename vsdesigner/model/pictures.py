"""Pictures inside a document: PNG or JPEG as base64, looked at before anybody decodes them."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Strict, StringConstraints
from pydantic_core import PydanticCustomError

PICTURE_BYTES = 4 * 1024 * 1024
PICTURE_SIDE = 20_000  # px
PICTURE_AREA = 40_000_000  # px: what a picture takes when it is unpacked, however small its file is
_ENCODED = (PICTURE_BYTES + 2) // 3 * 4

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xD9)))


class PictureError(ValueError):
    """What is said to be a picture cannot be one; the text says why."""


class PictureFacts(NamedTuple):
    """What the head of a picture says of it."""

    format: str  # "png" or "jpeg"
    width: int
    height: int


def facts_of(data: bytes) -> PictureFacts:
    """Return what kind of picture these bytes are; raises `PictureError` for what we do not take."""
    if len(data) > PICTURE_BYTES:
        raise PictureError(f"a picture may have {PICTURE_BYTES // (1024 * 1024)} MB")
    if data.startswith(_PNG):
        facts = PictureFacts("png", *_png_size(data))
    elif data.startswith(_JPEG):
        facts = PictureFacts("jpeg", *_jpeg_size(data))
    else:
        raise PictureError("it is neither PNG nor JPEG")
    if not (0 < facts.width <= PICTURE_SIDE and 0 < facts.height <= PICTURE_SIDE):
        raise PictureError(f"a picture may be {PICTURE_SIDE} pixels wide and high")
    if facts.width * facts.height > PICTURE_AREA:
        raise PictureError(f"a picture may have {PICTURE_AREA // 1_000_000} million pixels")
    return facts


def encoded(data: bytes) -> str:
    """Return the bytes of a picture as they stand in a document; raises `PictureError` as `facts_of`."""
    facts_of(data)
    return base64.b64encode(data).decode("ascii")


def decoded(text: str) -> bytes:
    """Return the bytes of a picture in a document; raises `PictureError` when that is none."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise PictureError("it is not base64") from error


def _png_size(data: bytes) -> tuple[int, int]:
    if len(data) < 33 or data[12:16] != b"IHDR":
        raise PictureError("it is damaged")
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Go from marker to marker to the one that tells the size."""
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            break
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _START_OF_FRAME:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        elif marker in _WITHOUT_LENGTH:
            at += 2
        else:
            length = int.from_bytes(data[at + 2 : at + 4], "big")
            if length < 2:
                break
            at += 2 + length
    raise PictureError("it is damaged")


def _checked(text: str) -> str:
    if text:
        try:
            facts_of(decoded(text))
        except PictureError as error:
            raise PydanticCustomError("picture", "{why}", {"why": str(error)}) from error
    return text


#: A picture as base64, or nothing.
PictureData = Annotated[str, Strict(), StringConstraints(max_length=_ENCODED), AfterValidator(_checked)]
