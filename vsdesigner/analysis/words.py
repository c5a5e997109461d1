"""How findings name things."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Flow, Step, Stream, Terminal, TerminalKind

LONGEST = 60  # characters of a name that a finding quotes


def quoted(name: str, longest: int = LONGEST) -> str:
    """Return a name in quotation marks, on one line, shortened to `longest` characters."""
    line = " ".join(name.split())
    return f"“{line if len(line) <= longest else line[: longest - 1].rstrip() + '…'}”"


def step_words(view: Snapshot, step: Step) -> str:
    """Return ``Step 3 “Design the service”``, or ``Step 3`` while it has no name."""
    number = view.number(step.id)
    if not step.name.strip():
        return say("Step {number}").format(number=number)
    return say("Step {number} {name}").format(number=number, name=quoted(step.name))


def stream_words(stream: Stream) -> str:
    """Return ``The stream “Order a laptop”``."""
    if not stream.name.strip():
        return say("The stream")
    return say("The stream {name}").format(name=quoted(stream.name))


def end_words(view: Snapshot, id: str) -> str:
    """Return how the end of a flow is called where it stands alone: a step, demand or value."""
    record = view.find(id)
    if isinstance(record, Terminal):
        return say("Demand") if record.kind is TerminalKind.DEMAND else say("Value")
    return step_words(view, record) if isinstance(record, Step) else id


def inner_words(view: Snapshot, id: str) -> str:
    """Return how the end of a flow is called within a sentence."""
    record = view.find(id)
    if isinstance(record, Terminal):
        return say("demand") if record.kind is TerminalKind.DEMAND else say("value")
    return end_words(view, id)


def flow_words(view: Snapshot, flow: Flow) -> str:
    """Return ``The flow from Step 1 “A” to Step 2 “B”``."""
    source, target = inner_words(view, flow.source), inner_words(view, flow.target)
    return say("The flow from {source} to {target}").format(source=source, target=target)


def listed(words: Sequence[str]) -> str:
    """Return ``A``, ``A and B`` or ``A, B and C``."""
    if len(words) < 2:
        return "".join(words)
    return say("{words} and {last}").format(words=", ".join(words[:-1]), last=words[-1])
