"""Checks that the use case says what every stream has to say."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.words import stream_words
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import DemandKind, Stream

NO_NAME = Check(
    "no-stream-name",
    Level.HINT,
    "Stream without a name",
    "Tables, slides and people refer to a stream by its name.",
)
NO_DEMAND = Check(
    "no-demand",
    Level.WARNING,
    "No demand or trigger",
    "A stream exists because somebody needs something; without it nobody can judge what the stream is for.",
)
NO_VALUE = Check(
    "no-value",
    Level.WARNING,
    "No value",
    "Value is what the stream is measured by; steps that do not serve it can go.",
)
NO_OWNER = Check(
    "no-owner",
    Level.WARNING,
    "No owner",
    "Without an owner nobody decides when the parts of the stream pull in different directions.",
)
NO_OUTCOME = Check(
    "no-outcome",
    Level.WARNING,
    "No outcome",
    "The outcome tells when the stream is done; without it everybody stops at a different point.",
)
KINDS = (NO_NAME, NO_DEMAND, NO_VALUE, NO_OWNER, NO_OUTCOME)


def check(snapshot: Snapshot, stream: Stream) -> Iterator[Finding]:
    """Yield a finding for each text of the use case that is missing."""
    name = stream_words(stream)
    if not stream.name.strip():
        yield NO_NAME.on(stream.id, "name", "A stream has no name.", unwritten=True)
    if not stream.demand.strip():
        what = "opportunity" if stream.demand_kind is DemandKind.OPPORTUNITY else "demand"
        yield NO_DEMAND.on(
            stream.id, "demand", f"{name} does not say which {what} sets it off.", unwritten=True
        )
    if not stream.outcomes.strip():
        yield NO_OUTCOME.on(
            stream.id, "outcomes", f"{name} does not say what its outcome is.", unwritten=True
        )
    if not stream.value.strip():
        yield NO_VALUE.on(stream.id, "value", f"{name} does not say which value it creates.", unwritten=True)
    if not stream.owner.strip():
        yield NO_OWNER.on(stream.id, "owner", f"{name} has no owner.", unwritten=True)
