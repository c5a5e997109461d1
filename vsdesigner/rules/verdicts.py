"""May I connect or delete this? Pure questions answered with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step, StreamMember, Terminal, TerminalKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether something is allowed; `reason` is a sentence for the user when it is not."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Verdict(True)


def _refused(reason: str) -> Verdict:
    return Verdict(False, reason)


def can_connect(view: Snapshot, source: str, target: str, *, ignoring: str = "") -> Verdict:
    """May a flow lead from `source` to `target`? `ignoring` is a flow that is being reconnected."""
    start, end = view.find(source), view.find(target)
    if not isinstance(start, Step | Terminal) or not isinstance(end, Step | Terminal):
        return _refused("A flow connects demand, steps and value.")
    if start.stream != end.stream:
        return _refused("A flow stays within one stream.")
    if source == target:
        return _refused("A flow leads to another step.")
    if isinstance(start, Terminal) and start.kind is TerminalKind.VALUE:
        return _refused("Value is where a stream arrives; start at the step that creates it.")
    if isinstance(end, Terminal) and end.kind is TerminalKind.DEMAND:
        return _refused("Demand is where a stream starts; nothing leads back into it.")
    if isinstance(start, Terminal) and isinstance(end, Terminal):
        return _refused("Between demand and value there has to be a step.")
    if any(flow.target == target and flow.id != ignoring for flow in view.outgoing(source)):
        return _refused("These two are connected already.")
    return ALLOWED


def can_delete(view: Snapshot, ids: Iterable[str]) -> Verdict:
    """May these be deleted? Demand and value stay as long as their stream does."""
    members = [view.find(id) for id in ids]
    if not any(isinstance(member, StreamMember) for member in members):
        return _refused("Nothing is selected that can be deleted.")
    if all(isinstance(member, Terminal) for member in members):
        return _refused("Every stream has its demand and its value; they cannot be deleted.")
    return ALLOWED
