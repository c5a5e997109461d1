"""Mends of flows: one without purpose, and shares that make no whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from vsdesigner.analysis.checks.flow_without_purpose import is_needless
from vsdesigner.analysis.checks.shares_not_whole import is_whole, moving, total
from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.ways import WHOLE
from vsdesigner.commands import elements, flows
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Flow

TENTHS = 10  # shares are made to this part of a percentage point


def remove(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to remove a flow that leads nowhere new."""
    flow = view.find(finding.record)
    if isinstance(flow, Flow) and is_needless(view, flow):
        yield Mend(say("Remove the flow"), lambda draft: elements.delete(draft, [finding.record]))


def share_out(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer shares in the same proportions that make a whole, or the same for every way."""
    flow = view.find(finding.record)
    outgoing = view.outgoing(flow.source) if isinstance(flow, Flow) else ()
    if is_whole(outgoing):
        return
    ways = moving(outgoing)
    said = {way.id: way.share or 0.0 for way in ways if way.share is not None}
    if total(ways) > 0:
        yield Mend(say("Make the shares add up"), _sharing(said))
    if len(ways) > 1 and all(way.kind in FORWARD_KINDS for way in ways):
        yield Mend(say("Share equally"), _sharing({way.id: 1.0 for way in ways}))


def _sharing(weights: Mapping[str, float]) -> Callable[[Draft], None]:
    def act(draft: Draft) -> None:
        for id, share in _shares(weights).items():
            flows.update(draft, [id], share=share)

    return act


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    """Percentages in the proportions of these weights, to a tenth, that are 100 together."""
    unit = WHOLE * TENTHS / sum(weights.values())
    exact = {id: weight * unit for id, weight in weights.items()}
    tenths = {id: int(value) for id, value in exact.items()}
    left = round(WHOLE * TENTHS) - sum(tenths.values())
    for id in sorted(exact, key=lambda id: tenths[id] - exact[id])[:left]:  # who lost most by rounding
        tenths[id] += 1
    return {id: count / TENTHS for id, count in tenths.items()}
