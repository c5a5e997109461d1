"""Check that the times of the steps fit the lead time that the stream promises."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.times import PathTimes, hours_per, path_times
from vsdesigner.analysis.words import stream_words
from vsdesigner.document.wording import lead_time_text, number_text
from vsdesigner.language import say
from vsdesigner.model.parts import Calendar, LeadTime
from vsdesigner.model.records import Stream

CHECK = Check(
    "lead-time-outside-promise",
    Level.WARNING,
    "Lead time outside the promise",
    "Customers plan with the promised lead time; either the steps or the promise tell them wrong.",
)
SLACK = 1e-6  # relative; hours that come from minutes are not exact


def find(reading: Reading) -> Iterator[Finding]:
    """Yield a finding when the main path takes longer than every promise, or less time than any.

    A stream has one main path and may promise several lead times by class of service: what lies within
    the widest bounds fits one of them. Too short counts only when every step of the path says its time.
    """
    stream = reading.stream
    promises = [lead for lead in stream.lead_times if lead.minimum is not None or lead.maximum is not None]
    if not promises:
        return
    times = path_times(reading.view, stream.id)
    lead = times.lead.likely
    if not times.complete or lead <= 0:
        return
    longest = _longest(promises, stream.calendar)
    shortest = _shortest(promises, stream.calendar)
    if longest is not None and lead > longest[0] * (1 + SLACK):
        sentence = say(
            "{stream} takes {hours} working hours on its main way, more than it promises at most ({promise})."
        )
        yield _outside(stream, times, sentence, longest[1])
    elif shortest is not None and not times.untimed and lead < shortest[0] * (1 - SLACK):
        sentence = say(
            "{stream} takes {hours} working hours on its main way,"
            " less than it promises at least ({promise})."
        )
        yield _outside(stream, times, sentence, shortest[1])


def _longest(promises: list[LeadTime], calendar: Calendar) -> tuple[float, LeadTime] | None:
    """The longest promise in hours; None when one has no upper bound."""
    bounds = [
        (lead.maximum * hours_per(lead.unit, calendar), lead) for lead in promises if lead.maximum is not None
    ]
    return max(bounds, key=lambda bound: bound[0]) if len(bounds) == len(promises) else None


def _shortest(promises: list[LeadTime], calendar: Calendar) -> tuple[float, LeadTime] | None:
    """The shortest promise in hours; None when one has no lower bound."""
    bounds = [
        (lead.minimum * hours_per(lead.unit, calendar), lead) for lead in promises if lead.minimum is not None
    ]
    return min(bounds, key=lambda bound: bound[0]) if len(bounds) == len(promises) else None


def _outside(stream: Stream, times: PathTimes, sentence: str, promise: LeadTime) -> Finding:
    text = sentence.format(
        stream=stream_words(stream),
        hours=number_text(round(times.lead.likely, 1)),
        promise=lead_time_text(promise),
    )
    return CHECK.on(stream.id, "lead_times", text)
