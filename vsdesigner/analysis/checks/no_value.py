"""Check that a stream says which value it creates."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import stream_words
from vsdesigner.language import say

CHECK = Check(
    "no-value",
    Level.WARNING,
    "No value",
    "Value is what the stream is measured by; steps that do not serve it can go.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield a finding when the stream says nothing of it."""
    stream = reading.stream
    if not stream.value.strip():
        text = say("{stream} does not say which value it creates.").format(stream=stream_words(stream))
        yield CHECK.on(stream.id, "value", text, unwritten=True)
