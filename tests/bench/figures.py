"""What is counted, not timed: how lines run, and how many keys a stream takes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layout.generated import random_stream
from tests.layout.quality import figures
from tests.ui.canvas.ten_steps import strokes
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.ui.painting.measure import FontMeasurer

STREAMS = 300
MOST_A_STEP = 12.0
A_SECOND = 5.0  # keys of a person who types with ease
MOST_SECONDS = 60.0


def routing(count: int = STREAMS) -> Iterator[tuple[str, bool]]:
    """Yield a sentence on the lines of `count` random streams, and whether none runs through a box."""
    measurer = FontMeasurer()
    views = [random_stream(seed) for seed in range(count)]
    found = figures(StreamLayout(view, view.streams[0].id, measurer) for view in views)
    said = ", ".join(f"{number:,} {what}" for what, number in found.items())
    yield f"routing of random streams: {said}", found["through a box"] == 0


def keyboard() -> Iterator[tuple[str, bool]]:
    """Yield a sentence on drawing ten steps by keyboard, and whether that is few enough keys."""
    total, a_step = strokes()
    seconds = total / A_SECOND
    said = f"ten steps by keyboard: {total} keys, {a_step:.1f} a step besides its name, {seconds:.0f} s"
    yield said, a_step <= MOST_A_STEP and seconds < MOST_SECONDS
