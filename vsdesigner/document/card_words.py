"""What stands on cards in a few letters: titles of demand and value, marks of roles, lanes' titles."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import DemandKind, Lane, Stream, Terminal, TerminalKind

INITIALS = 3  # letters of a role's short mark


def terminal_title(view: Snapshot, terminal: Terminal) -> str:
    """Return what stands above the text of demand or value."""
    if terminal.kind is TerminalKind.VALUE:
        return say("Value")
    stream = view.get(terminal.stream, Stream)
    return say("Opportunity") if stream.demand_kind is DemandKind.OPPORTUNITY else say("Demand")


def terminal_text(view: Snapshot, terminal: Terminal) -> str:
    """Return the stream's text that demand or value shows."""
    stream = view.get(terminal.stream, Stream)
    return stream.value if terminal.kind is TerminalKind.VALUE else stream.demand


def accountable_role(view: Snapshot, marks: Iterable[RaciMark]) -> tuple[str, bool]:
    """Return (id of the role that answers or empty, whether any role holds a letter)."""
    letters = False
    for mark in marks:
        letters = True
        if "A" in mark.letters.split("/"):
            return mark.role, True
    return "", letters


def short_mark(name: str) -> str:
    """Return the initials of a role's name: ``SDL`` for Service desk lead, ``Cli`` for Client."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if len(words) > 1:
        return "".join(word[0] for word in words[:INITIALS]).upper()
    return words[0][:INITIALS] if words else name.strip()[:INITIALS]


def lane_title(lane: Lane) -> str:
    """Return what stands on the lane's header: the name that it was given, else the activity's."""
    return lane.alias or lane.name


def lane_colour(view: Snapshot, lane: str) -> str:
    """Return the base colour of a lane, empty when there is none."""
    record = view.find(lane)
    return record.color if isinstance(record, Lane) else ""
