"""Check that a stream has an owner."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import stream_words
from vsdesigner.language import say

CHECK = Check(
    "no-owner",
    Level.WARNING,
    "No owner",
    "Without an owner nobody decides when the parts of the stream pull in different directions.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield a finding when the stream says nothing of it."""
    stream = reading.stream
    if not stream.owner.strip():
        text = say("{stream} has no owner.").format(stream=stream_words(stream))
        yield CHECK.on(stream.id, "owner", text, unwritten=True)
