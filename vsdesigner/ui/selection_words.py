"""What is selected, in the words of the status bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import series_text
from vsdesigner.model.records import Flow, FlowKind, Note, Phase, Record, Step, Terminal, TerminalKind
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.lane_words import title_of
from vsdesigner.ui.note_words import note_name

#: Type → one and several of it, in the order in which they are named.
_COUNTED: dict[type[Record], tuple[str, str]] = {
    Step: ("1 step", "{count} steps"),
    Flow: ("1 flow", "{count} flows"),
    Note: ("1 note", "{count} notes"),
    Phase: ("1 phase", "{count} phases"),
}


def describe_selection(view: Snapshot, records: Sequence[Record]) -> str:
    """Return ``Selected: step 3, Triage, in Engage`` or ``Selected: 3 steps and demand``; empty for none."""
    if not records:
        return ""
    words = describe(view, records[0], full=True) if len(records) == 1 else _several(view, records)
    return tr("Selected: {name}").format(name=words)


def describe(view: Snapshot, record: Record, *, full: bool = False) -> str:
    """Return a member of a stream in words; in `full` a step with its lane, a flow with its label."""
    if isinstance(record, Step):
        return _step(view, record, full)
    if isinstance(record, Terminal):
        return tr("demand") if record.kind is TerminalKind.DEMAND else tr("value")
    if isinstance(record, Flow):
        return _flow(view, record)
    if isinstance(record, Note):
        return note_name(record).lower()
    return tr("phase {name}").format(name=record.name) if isinstance(record, Phase) else ""


def _step(view: Snapshot, step: Step, full: bool) -> str:
    words = tr("step {number}").format(number=view.number(step.id))
    if step.name.strip():
        words = tr("step {number}, {name}").format(number=view.number(step.id), name=step.name)
    if full:
        return tr("{step}, in {lane}").format(step=words, lane=title_of(view, step.lane))
    return words


def _flow(view: Snapshot, flow: Flow) -> str:
    ends = tuple(view.find(id) for id in (flow.source, flow.target))
    source, target = (describe(view, end) if end is not None else "" for end in ends)
    words = {
        FlowKind.MAIN: tr("flow from {source} to {target}"),
        FlowKind.ALTERNATIVE: tr("alternative flow from {source} to {target}"),
        FlowKind.REWORK: tr("rework from {source} to {target}"),
        FlowKind.INFORMATION: tr("information from {source} to {target}"),
    }[flow.kind].format(source=source, target=target)
    if flow.label.strip():
        return tr("{flow}, labelled “{label}”").format(flow=words, label=" ".join(flow.label.split()))
    return words


def _several(view: Snapshot, records: Sequence[Record]) -> str:
    counts = Counter(type(record) for record in records)
    parts = [tr_count(*texts, counts[kind]) for kind, texts in _COUNTED.items() if counts[kind]]
    if counts[Step] == 1:
        step = next(record for record in records if isinstance(record, Step))
        parts[0] = tr("step {number}").format(number=view.number(step.id))
    ends = [describe(view, record) for record in records if isinstance(record, Terminal)]
    words = series_text([*parts, *ends])
    lanes = {record.lane for record in records if isinstance(record, Step)}
    if len(lanes) == 1 and counts[Step] == len(records):
        return tr("{steps}, all in {lane}").format(steps=words, lane=title_of(view, lanes.pop()))
    return words
