"""Check that a stream says what its outcome is."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import stream_words
from vsdesigner.language import say

CHECK = Check(
    "no-outcome",
    Level.WARNING,
    "No outcome",
    "The outcome tells when the stream is done; without it everybody stops at a different point.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield a finding when the stream says nothing of it."""
    stream = reading.stream
    if not stream.outcomes.strip():
        text = say("{stream} does not say what its outcome is.").format(stream=stream_words(stream))
        yield CHECK.on(stream.id, "outcomes", text, unwritten=True)
