"""Mends of steps that stand for another stream."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.checks.substream_in_a_circle import goes_round
from vsdesigner.analysis.finding import Finding
from vsdesigner.commands import steps
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Step


def unlink(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to let a step stand for itself again."""
    step = view.find(finding.record)
    if isinstance(step, Step) and goes_round(view, step):
        yield Mend(
            say("Remove the link to the stream"),
            lambda draft: steps.update(draft, [finding.record], substream=""),
        )
