"""How far a stream is in the method: for each of its steps what is done, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.method.hand_over import hand_over, letters
from vsdesigner.analysis.method.use_case import use_case
from vsdesigner.analysis.method.values import Key, MethodStep, Next, Seen
from vsdesigner.analysis.method.way import QUICK_ADD, mapping, way
from vsdesigner.analysis.method.work import resources, tasks
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Record, Stream, StreamMember

__all__ = ["QUICK_ADD", "Key", "MethodStep", "Next", "current", "progress"]

_LOOKS: tuple[Callable[[Seen], MethodStep], ...] = (
    use_case,
    way,
    mapping,
    tasks,
    resources,
    letters,
)


def progress(
    view: Snapshot,
    stream: str,
    findings: Sequence[Finding] | None = None,
    skipped: Collection[Key] = (),
) -> tuple[MethodStep, ...]:
    """Return the five steps of the method, who does the work, and the handing over, for a stream.

    `findings` are what the checks found in the document, computed when they are not given; those of other
    streams are left out. `skipped` are things to do that somebody has put off.
    """
    record = view.get(stream, Stream)
    if findings is None:
        from vsdesigner.analysis.findings import find_all

        findings = find_all(view)
    known = {step.id for step in view.steps(stream)}
    own = tuple(finding for finding in findings if _is_of(view.find(finding.record), stream, known))
    seen = Seen(view, record, view.steps(stream), own, skipped)
    before = tuple(look(seen) for look in _LOOKS)
    return (*before, hand_over(seen, before))


def current(steps: Sequence[MethodStep]) -> int:
    """Return the index of the step to work on: the first that is not done and has something to do."""
    open_ones = (at for at, step in enumerate(steps) if not step.is_done and step.next)
    return next(open_ones, len(steps) - 1)


def _is_of(record: Record | None, stream: str, steps: Collection[str]) -> bool:
    if record is None:
        return False
    if isinstance(record, StreamMember):
        return record.stream == stream
    return record.id == stream if isinstance(record, Stream) else bool(steps)
