"""Check that a stream has a name."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.language import say

CHECK = Check(
    "no-stream-name",
    Level.HINT,
    "Stream without a name",
    "Tables, slides and people refer to a stream by its name.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield a finding when the stream has no name."""
    if not reading.stream.name.strip():
        yield CHECK.on(reading.stream.id, "name", say("A stream has no name."), unwritten=True)
