"""Check that no time takes longer at least than at most."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import step_words, stream_words
from vsdesigner.document.wording import duration_text, lead_time_text
from vsdesigner.language import say
from vsdesigner.model.parts import Duration, LeadTime

CHECK = Check(
    "time-backwards",
    Level.WARNING,
    "Range of time that runs backwards",
    "A range that runs backwards can be read in two ways, and every sum made of it is a guess.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the promises and the times of steps whose least is more than their most."""
    stream = reading.stream
    for lead in stream.lead_times:
        if runs_backwards(lead):
            text = say("{stream} promises a lead time from more to less: {time}.").format(
                stream=stream_words(stream), time=lead_time_text(lead)
            )
            yield CHECK.on(stream.id, "lead_times", text, part=lead.id)
    for step in reading.steps:
        if runs_backwards(step.process_time):
            text = say("{step} has a process time from more to less: {time}.").format(
                step=step_words(reading.view, step), time=duration_text(step.process_time)
            )
            yield CHECK.on(step.id, "process_time", text)
        if runs_backwards(step.wait_time):
            text = say("{step} has a wait time from more to less: {time}.").format(
                step=step_words(reading.view, step), time=duration_text(step.wait_time)
            )
            yield CHECK.on(step.id, "wait_time", text)


def runs_backwards(time: Duration | LeadTime | None) -> bool:
    """Say whether the least of a time is more than its most."""
    if time is None or time.minimum is None or time.maximum is None:
        return False
    return time.minimum > time.maximum
