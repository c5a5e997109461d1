"""Check that every main path reaches value."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import step_words, stream_words
from vsdesigner.language import say

CHECK = Check(
    "path-without-value",
    Level.ERROR,
    "Main path that never reaches value",
    "Whoever brought the demand waits for value; a way that ends before it leaves them with nothing.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield one finding for the stream, or one for each step with which a main path leaves those to value."""
    stream = reading.stream
    if not reading.reaches_value:
        text = say("{stream} has no way from demand to value.").format(stream=stream_words(stream))
        yield CHECK.on(reading.ways.value or stream.id, "", text)
    for step in reading.leaving:
        text = say("The main way through {step} never reaches value.").format(
            step=step_words(reading.view, step)
        )
        yield CHECK.on(step.id, "", text)
