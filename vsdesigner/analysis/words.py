"""How findings name things."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Step, Stream, Terminal, TerminalKind

LONGEST = 60  # characters of a name that a finding quotes


def quoted(name: str) -> str:
    """Return a name in quotation marks, on one line, shortened where it is long."""
    line = " ".join(name.split())
    return f"“{line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + '…'}”"


def step_words(view: Snapshot, step: Step) -> str:
    """Return ``Step 3 “Design the service”``, or ``Step 3`` while it has no name."""
    words = f"Step {view.number(step.id)}"
    return f"{words} {quoted(step.name)}" if step.name.strip() else words


def stream_words(stream: Stream) -> str:
    """Return ``The stream “Order a laptop”``."""
    return f"The stream {quoted(stream.name)}" if stream.name.strip() else "The stream"


def end_words(view: Snapshot, id: str) -> str:
    """Return how the end of a flow is called: a step, demand or value."""
    record = view.find(id)
    if isinstance(record, Step):
        return step_words(view, record)
    if isinstance(record, Terminal):
        return "Demand" if record.kind is TerminalKind.DEMAND else "Value"
    return id


def flow_words(view: Snapshot, flow: Flow) -> str:
    """Return ``The flow from Step 1 “A” to Step 2 “B”``."""
    ends = [
        "demand" if end == "Demand" else "value" if end == "Value" else end
        for end in (end_words(view, flow.source), end_words(view, flow.target))
    ]
    return f"The flow from {ends[0]} to {ends[1]}"


def listed(words: Sequence[str]) -> str:
    """Return ``A``, ``A and B`` or ``A, B and C``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
