"""May I connect or delete this? Pure questions answered with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Step, StreamMember, Terminal, TerminalKind


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


def passage(view: Snapshot, step: str) -> tuple[Flow, Flow] | None:
    """Return the one flow into a step and the one out of it that are led past it when it goes elsewhere.

    None for a step with more or fewer flows: those belong to it and go with it, and so does one that leads
    straight back to it. Between demand and value nothing can be led past the only step, so it keeps its
    flows as well.
    """
    incoming, outgoing = view.incoming(step), view.outgoing(step)
    if len(incoming) != 1 or len(outgoing) != 1 or incoming == outgoing:
        return None
    ends = view.find(incoming[0].source), view.find(outgoing[0].target)
    if all(isinstance(end, Terminal) for end in ends):
        return None
    return incoming[0], outgoing[0]


def can_insert(view: Snapshot, flow: str, step: str) -> Verdict:
    """May a step be put into a flow, so that it leads to the step and from there to where it led before?

    A step that a single line passes through is taken out of that line by this.
    """
    line, inserted = view.find(flow), view.find(step)
    if not isinstance(line, Flow) or not isinstance(inserted, Step):
        return _refused("Only a step can be put into a flow.")
    if line.stream != inserted.stream:
        return _refused("A flow stays within one stream.")
    if step in (line.source, line.target):
        return _refused("This flow starts or ends at the step already.")
    left_behind = {left.id for left in passage(view, step) or ()}
    ways_in = {each.source for each in view.incoming(step) if each.id not in left_behind}
    ways_out = {each.target for each in view.outgoing(step) if each.id not in left_behind}
    if line.source in ways_in or line.target in ways_out:
        return _refused("The step is connected with one end of this flow already.")
    return ALLOWED


def can_reverse(view: Snapshot, flow: str) -> Verdict:
    """May a flow lead the other way?"""
    line = view.find(flow)
    if not isinstance(line, Flow):
        return _refused("Only a flow has a direction.")
    return can_connect(view, line.target, line.source, ignoring=flow)


def can_delete(view: Snapshot, ids: Iterable[str]) -> Verdict:
    """May these be deleted? Demand and value stay as long as their stream does."""
    members = [view.find(id) for id in ids]
    if not any(isinstance(member, StreamMember) for member in members):
        return _refused("Nothing is selected that can be deleted.")
    if all(isinstance(member, Terminal) for member in members):
        return _refused("Every stream has its demand and its value; they cannot be deleted.")
    return ALLOWED
