"""A painter without Qt for tests: grey pictures of the right shape, and a note of what it was asked for."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange import pictures
from vsdesigner.exchange.pictures import Survey
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.sans import SansMeasurer
from vsdesigner.layout.stream_layout import StreamLayout

BESIDE = 150.0


def png(width: int, height: int) -> bytes:
    """Return a grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@dataclass
class Painter:
    """A `pictures.Renderer`; whole streams have the size `whole_size`."""

    whole_size: tuple[int, int] = (400, 100)
    asked: list[tuple[str, float]] = field(default_factory=list)
    frames: list[Rect] = field(default_factory=list)

    def whole(self, view: Snapshot, stream: str, scale: float) -> bytes:
        self.asked.append((stream, scale))
        return png(*self.whole_size)

    def survey(self, view: Snapshot, stream: str) -> Survey:
        layout = StreamLayout(view, stream, SansMeasurer())
        bounds = layout.bounds
        area = Rect(bounds.x - BESIDE, bounds.y, bounds.width + BESIDE, bounds.height)
        return Survey(area, BESIDE, 0.0, {id: card.rect for id, card in layout.cards.items()})

    def parts(self, view: Snapshot, stream: str, scale: float, frames: Sequence[Rect]) -> Iterator[bytes]:
        for frame in frames:
            self.frames.append(frame)
            yield png(round(frame.width), round(frame.height))


@contextmanager
def painting(painter: Painter | None) -> Iterator[Painter | None]:
    """Let a painter, or nobody, paint inside."""
    before = pictures.renderer()
    pictures.set_renderer(painter)
    try:
        yield painter
    finally:
        pictures.set_renderer(before)
