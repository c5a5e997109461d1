"""Mends of times: a range that runs backwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from vsdesigner.analysis.checks.time_backwards import runs_backwards
from vsdesigner.analysis.finding import Finding
from vsdesigner.commands import steps, streams
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.parts import Duration, LeadTime
from vsdesigner.model.records import Step, Stream

T = TypeVar("T", Duration, LeadTime)


def turn_round(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to swap the two bounds."""
    record = view.find(finding.record)
    if isinstance(record, Stream):
        if any(lead.id == finding.part and runs_backwards(lead) for lead in record.lead_times):
            yield Mend(say("Swap the two bounds"), lambda draft: _swap_promise(draft, finding))
    elif isinstance(record, Step) and runs_backwards(_time(record, finding.field)):
        yield Mend(say("Swap the two bounds"), lambda draft: _swap_time(draft, finding))


def _time(step: Step, field: str) -> Duration | None:
    return step.wait_time if field == "wait_time" else step.process_time


def _swap_promise(draft: Draft, finding: Finding) -> None:
    promises = draft.get(finding.record, Stream).lead_times
    swapped = tuple(_swapped(lead) if lead.id == finding.part else lead for lead in promises)
    streams.update(draft, finding.record, lead_times=swapped)


def _swap_time(draft: Draft, finding: Finding) -> None:
    time = _time(draft.get(finding.record, Step), finding.field)
    if time is not None:
        steps.update(draft, [finding.record], **{finding.field: _swapped(time)})


def _swapped(time: T) -> T:
    return time.model_copy(update={"minimum": time.maximum, "maximum": time.minimum})
