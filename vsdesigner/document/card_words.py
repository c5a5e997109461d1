"""What stands on cards in a few letters: titles of demand and value, marks of roles, lanes' titles."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import lru_cache

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import DemandKind, Lane, Stream, Terminal, TerminalKind

INITIALS = 3  # letters of a role's short mark
MORE_LETTERS = (2, 3)  # of the first word, where initials are equal


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
    words = _words(name)
    if len(words) > 1:
        return "".join(word[0] for word in words[:INITIALS]).upper()
    return words[0][:INITIALS]


def role_mark(view: Snapshot, role: str) -> str:
    """Return the short mark of a role that no other role of the document has.

    Where initials are equal the first word says more letters (``L1E`` and ``L2E``); where names do not tell
    them apart, a digit does, in the order of the roles.
    """
    roles = view.roles
    place = next((place for place, each in enumerate(roles) if each.id == role), None)
    return short_mark(role) if place is None else _marks(tuple(each.name for each in roles))[place]


@lru_cache(maxsize=8)
def _marks(names: tuple[str, ...]) -> tuple[str, ...]:
    """The marks of roles of these names, in their order."""
    found = [short_mark(name) for name in names]
    groups: dict[str, list[int]] = {}
    for place, mark in enumerate(found):
        groups.setdefault(mark.casefold(), []).append(place)
    for initials, places in groups.items():
        if len(places) < 2 or not initials:
            continue
        taken = {mark.casefold() for place, mark in enumerate(found) if place not in places}
        tried = ([_with_more(names[place], letters) for place in places] for letters in MORE_LETTERS)
        apart = next((marks for marks in tried if _are_new(marks, taken)), None)
        if apart is None:
            apart = _numbered(found[places[0]], len(places), taken)
        for place, mark in zip(places, apart, strict=True):
            found[place] = mark
    return tuple(found)


def _are_new(marks: list[str], taken: set[str]) -> bool:
    known = {mark.casefold() for mark in marks}
    return len(known) == len(marks) and not known & taken


def _with_more(name: str, letters: int) -> str:
    """``L1E`` for L1 Engineer: so many letters of the first word, initials of the others."""
    first, *others = _words(name)
    return first[:1].upper() + first[1:letters] + "".join(word[0].upper() for word in others[: INITIALS - 1])


def _numbered(mark: str, count: int, taken: set[str]) -> list[str]:
    """So many marks with digits that nobody has."""
    free = (f"{mark[: INITIALS - 1]}{digit}" for digit in itertools.count(1))
    return list(itertools.islice((each for each in free if each.casefold() not in taken), count))


def _words(name: str) -> list[str]:
    """The words of a name that begin with a letter or digit; at least one."""
    return [word for word in name.replace("-", " ").split() if word[0].isalnum()] or [name.strip()]


def lane_title(lane: Lane) -> str:
    """Return what stands on the lane's header: the name that it was given, else the activity's."""
    return lane.alias or lane.name


def lane_colour(view: Snapshot, lane: str) -> str:
    """Return the base colour of a lane, empty when there is none."""
    record = view.find(lane)
    return record.color if isinstance(record, Lane) else ""
