"""Checks that a reader can tell which way is taken where a stream divides, and how often."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.ways import MOVING_KINDS, WHOLE, is_choice
from vsdesigner.analysis.words import end_words, flow_words
from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import number_text
from vsdesigner.model.records import Flow, FlowKind, Stream

UNLABELLED = Check(
    "alternative-without-label",
    Level.WARNING,
    "Alternative without a label",
    "Where ways divide, people need to know under which condition each of them is taken.",
)
SHARES = Check(
    "shares-not-whole",
    Level.WARNING,
    "Shares that are not 100 % together",
    "All work leaves a step on some way; with other shares the expected lead time cannot be told.",
)
KINDS = (UNLABELLED, SHARES)

TOLERANCE = 0.5  # percentage points; three thirds are often written 33.3


def check(snapshot: Snapshot, stream: Stream) -> Iterator[Finding]:
    """Yield alternatives without labels and shares that do not add up."""
    members = [*snapshot.terminals(stream.id), *snapshot.steps(stream.id)]
    for member in members:
        outgoing = snapshot.outgoing(member.id)
        if len(outgoing) > 1:
            yield from _unlabelled(snapshot, outgoing)
        if any(flow.share is not None for flow in outgoing):
            yield from _wrong_shares(snapshot, member.id, outgoing)


def _unlabelled(snapshot: Snapshot, outgoing: tuple[Flow, ...]) -> Iterator[Finding]:
    """At a choice, every way needs its condition but one, the usual way, if that is a main flow."""
    if not is_choice(outgoing):
        return
    silent = [flow for flow in outgoing if flow.kind in FORWARD_KINDS and not flow.label.strip()]
    usual = [flow for flow in silent if flow.kind is FlowKind.MAIN]
    together = [flow for flow in usual if flow.share is None]
    excused = {flow.id for flow in (together or usual[:1])}
    for flow in silent:
        if flow.id not in excused:
            yield UNLABELLED.on(
                flow.id, "label", f"{flow_words(snapshot, flow)} does not say when it is taken."
            )


def _wrong_shares(snapshot: Snapshot, source: str, outgoing: tuple[Flow, ...]) -> Iterator[Finding]:
    moving = [flow for flow in outgoing if flow.kind in MOVING_KINDS]
    said = [flow for flow in moving if flow.share is not None]
    total = sum(flow.share or 0.0 for flow in said)
    if not said or _side_by_side(moving):
        return
    missing = len(moving) > len(said)
    if total > WHOLE + TOLERANCE or (total < WHOLE - TOLERANCE and not missing):
        yield SHARES.on(
            said[0].id,
            "share",
            f"The shares of the flows out of {end_words(snapshot, source)} make"
            f" {number_text(round(total, 1))} % together.",
        )


def _side_by_side(flows: list[Flow]) -> bool:
    """Say whether all these ways are taken, each by everything."""
    return not is_choice(flows) and all(
        flow.kind is FlowKind.MAIN and flow.share in (None, WHOLE) for flow in flows
    )
