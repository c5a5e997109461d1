"""Check that a stream says what sets it off."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import stream_words
from vsdesigner.language import say
from vsdesigner.model.records import DemandKind

CHECK = Check(
    "no-demand",
    Level.WARNING,
    "No demand or trigger",
    "A stream exists because somebody needs something; without it nobody can judge what the stream is for.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield a finding when the stream does not say which demand or opportunity sets it off."""
    stream = reading.stream
    if stream.demand.strip():
        return
    if stream.demand_kind is DemandKind.OPPORTUNITY:
        sentence = say("{stream} does not say which opportunity sets it off.")
    else:
        sentence = say("{stream} does not say which demand sets it off.")
    text = sentence.format(stream=stream_words(stream))
    yield CHECK.on(stream.id, "demand", text, unwritten=True)
