"""Check that the shares of the ways out of a step make a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.ways import MOVING_KINDS, WHOLE, is_choice
from vsdesigner.analysis.words import inner_words
from vsdesigner.document.wording import number_text
from vsdesigner.language import say
from vsdesigner.model.records import Flow, FlowKind

CHECK = Check(
    "shares-not-whole",
    Level.WARNING,
    "Shares that are not 100 % together",
    "All work leaves a step on some way; with other shares the expected lead time cannot be told.",
)

TOLERANCE = 0.5  # percentage points; three thirds are often written 33.3


def find(reading: Reading) -> Iterator[Finding]:
    """Yield one finding, at the first flow with a share, for each place whose shares do not add up."""
    for source, outgoing in reading.divided:
        said = [flow for flow in moving(outgoing) if flow.share is not None]
        if said and not is_whole(outgoing):
            text = say("The shares of the flows out of {step} make {total} % together.").format(
                step=inner_words(reading.view, source), total=number_text(round(total(said), 1))
            )
            yield CHECK.on(said[0].id, "share", text)


def is_whole(outgoing: Iterable[Flow]) -> bool:
    """Say whether the shares of the flows out of one step can be true; without any they can.

    Where a flow says none, it takes what the others leave. Side by side, each way is taken by everything.
    """
    flows = moving(outgoing)
    said = [flow for flow in flows if flow.share is not None]
    if not said or _side_by_side(flows):
        return True
    if total(said) > WHOLE + TOLERANCE:
        return False
    return total(said) >= WHOLE - TOLERANCE or len(flows) > len(said)


def moving(outgoing: Iterable[Flow]) -> list[Flow]:
    """Return the flows on which work moves; information takes no share of it."""
    return [flow for flow in outgoing if flow.kind in MOVING_KINDS]


def total(flows: Iterable[Flow]) -> float:
    """Return what the shares of flows make together, in percent."""
    return sum(flow.share or 0.0 for flow in flows)


def _side_by_side(flows: list[Flow]) -> bool:
    return not is_choice(flows) and all(
        flow.kind is FlowKind.MAIN and flow.share in (None, WHOLE) for flow in flows
    )
