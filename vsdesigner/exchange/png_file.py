"""Writes PNG files row by row: pictures that no memory holds, with texts in them, the same bytes anywhere."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _RGBA = 2, 6
_LEVEL = 4  # of flat colours little is left at any level; 6 takes three times as long
_IDAT = 1 << 20  # bytes of pixels in a chunk
_INCH = 0.0254  # m


class PngFile:
    """A picture that is being written, from the top down.

    Pixels are red, green, blue, with `alpha` a fourth byte of it, not multiplied with the others. `dpi` says
    how large it is on paper. `texts` go in by their keywords (Latin letters), packed.
    """

    def __init__(
        self, width: int, height: int, *, alpha: bool = False, dpi: float = 96.0, texts: Mapping[str, str]
    ) -> None:
        self._row = width * (4 if alpha else 3)
        self._packer = zlib.compressobj(_LEVEL)
        kind = _RGBA if alpha else _RGB
        per_metre = round(dpi / _INCH)
        self._parts = [
            SIGNATURE,
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)),
            chunk(b"sRGB", b"\0"),
            chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            *(international_text(keyword, text) for keyword, text in texts.items()),
        ]
        self._packed = bytearray()

    def add(self, pixels: bytes | memoryview, stride: int) -> None:
        """Add rows that lie `stride` bytes apart."""
        rows = memoryview(pixels)
        count = len(rows) // stride
        plain = b"".join(
            part for y in range(count) for part in (b"\0", rows[y * stride : y * stride + self._row])
        )
        self._packed += self._packer.compress(plain)
        while len(self._packed) >= _IDAT:
            self._parts.append(chunk(b"IDAT", bytes(self._packed[:_IDAT])))
            del self._packed[:_IDAT]

    def finish(self) -> bytes:
        """Return the file, once all rows were added."""
        self._packed += self._packer.flush()
        return b"".join((*self._parts, chunk(b"IDAT", bytes(self._packed)), chunk(b"IEND", b"")))


def international_text(keyword: str, text: str) -> bytes:
    """Return the chunk with a text of any letters, packed."""
    packed = zlib.compress(text.encode("utf-8"), 9)
    return chunk(b"iTXt", keyword.encode("latin-1") + b"\0\x01\0\0\0" + packed)


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return a chunk of a PNG file."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
