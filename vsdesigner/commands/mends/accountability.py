"""Mends of rows of the responsibility matrix: who answers, who does the work, who is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.matrix import (
    ACCOUNTABLE,
    CONSULTED,
    FEWEST_ROLES,
    INFORMED,
    RESPONSIBLE,
    Row,
    row_of,
    rows,
)
from vsdesigner.analysis.spellings import plain
from vsdesigner.analysis.words import quoted
from vsdesigner.commands import raci
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of, role_name
from vsdesigner.language import say
from vsdesigner.model.records import Organisation, Role, Step, Stream, Terminal

MOST = 3  # roles that are offered for one row


def make_accountable(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to let one of the likeliest roles answer: who does the work there, who answers next to it, who
    answers for most of the stream."""
    row = _row(view, finding)
    if row is None or ACCOUNTABLE in row.letters or ACCOUNTABLE not in _set(view):
        return
    workers = row.letters.get(RESPONSIBLE, [])
    above = row_of(row.step) if row.task is not None else row
    found = [*workers, *above.letters.get(ACCOUNTABLE, []), *above.letters.get(RESPONSIBLE, [])]
    for role in _offered(view, [*found, *_usual(view, row, ACCOUNTABLE)]):
        label = say("Make {role} accountable").format(role=_name(view, role))
        yield Mend(label, _adding(row, role, ACCOUNTABLE))


def keep_accountable(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to let one of those who answer have the last word; the others lose that letter only."""
    row = _row(view, finding)
    holders = row.letters.get(ACCOUNTABLE, []) if row is not None else []
    if row is None or len(holders) < 2:
        return
    rank = [*_usual(view, row, ACCOUNTABLE), *holders]
    for role in _offered(view, sorted(dict.fromkeys(holders), key=rank.index)):
        label = say("Keep {role} accountable").format(role=_name(view, role))
        yield Mend(label, _setting(row, role, letters_of(row.marks, role)))


def make_responsible(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to let who answers do the work as well, or who does it next to this."""
    row = _row(view, finding)
    if row is None or RESPONSIBLE in row.letters or RESPONSIBLE not in _set(view):
        return
    holders = row.letters.get(ACCOUNTABLE, [])
    for role in _offered(view, [*holders, *_usual(view, row, RESPONSIBLE)]):
        sentence = say("Make {role} responsible too") if role in holders else say("Make {role} responsible")
        yield Mend(sentence.format(role=_name(view, role)), _adding(row, role, RESPONSIBLE))


def let_know(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to tell those who go on with the work, or the customers where it ends."""
    row = _row(view, finding)
    if row is None or {CONSULTED, INFORMED} & row.letters.keys() or INFORMED not in _set(view):
        return
    present = {mark.role for mark in row.marks}
    if len(view.roles) < FEWEST_ROLES or len(present) + 1 >= len(view.roles):
        return  # then everybody would be part of it
    waiting = [role for role in _told(view, row) if role not in present]
    for role in _offered(view, waiting):
        yield Mend(say("Inform {role}").format(role=_name(view, role)), _adding(row, role, INFORMED))


# -- reading ------------------------------------------------------------------------------------------------
def _row(view: Snapshot, finding: Finding) -> Row | None:
    """The row that a finding is about, as it is now; None when it is gone."""
    step = view.find(finding.record)
    if not isinstance(step, Step):
        return None
    if not finding.part:
        return row_of(step)
    return next((row_of(step, task) for task in step.tasks if task.id == finding.part), None)


def _set(view: Snapshot) -> set[str]:
    return {entry.letter for entry in view.settings.raci_letters}


def _name(view: Snapshot, role: str) -> str:
    return quoted(role_name(view, role))


def _offered(view: Snapshot, ids: Iterable[str]) -> list[str]:
    """The first few roles, one of each name; one without a name cannot be spoken of."""
    named: dict[str, str] = {}
    for id in ids:
        role = view.find(id)
        if isinstance(role, Role) and role.name.strip():
            named.setdefault(plain(role.name), id)
    return list(named.values())[:MOST]


def _usual(view: Snapshot, row: Row, letter: str) -> list[str]:
    """The roles that hold a letter in the steps around a row, then in most rows of the stream; where nobody
    does, the owner of the stream, and all roles while there are few."""
    stream = row.step.stream
    around = [role for step in _neighbours(view, row.step) for role in row_of(step).letters.get(letter, [])]
    held = Counter(role for other in rows(view, stream) for role in other.letters.get(letter, []))
    order = {role.id: index for index, role in enumerate(view.roles)}
    most = sorted(held, key=lambda role: (-held[role], order.get(role, len(order))))
    found = [*around, *most]
    if found:
        return found
    owner = view.get(stream, Stream).owner.strip().casefold()
    named = [role.id for role in view.roles if owner and role.name.strip().casefold() == owner]
    return [*named, *(order if len(order) <= MOST else ())]


def _neighbours(view: Snapshot, step: Step) -> list[Step]:
    """The steps from which work comes, then those to which it goes."""
    ends = [flow.source for flow in view.incoming(step.id) if flow.kind in FORWARD_KINDS]
    ends += [flow.target for flow in view.outgoing(step.id) if flow.kind in FORWARD_KINDS]
    return [end for end in map(view.find, ends) if isinstance(end, Step)]


def _told(view: Snapshot, row: Row) -> Iterator[str]:
    """Who should know of a row: who is told of its step, who goes on with the work, at the end customers."""
    if row.task is not None:
        letters = row_of(row.step).letters
        yield from (*letters.get(INFORMED, ()), *letters.get(CONSULTED, ()))
    ends = [view.find(flow.target) for flow in view.outgoing(row.step.id) if flow.kind in FORWARD_KINDS]
    for end in ends:
        if isinstance(end, Step):
            letters = row_of(end).letters
            yield from (*letters.get(RESPONSIBLE, ()), *letters.get(ACCOUNTABLE, ()))
    if any(isinstance(end, Terminal) for end in ends):
        yield from (role.id for role in view.roles if role.organisation is Organisation.CUSTOMER)


# -- doing --------------------------------------------------------------------------------------------------
def _adding(row: Row, role: str, letter: str) -> Callable[[Draft], None]:
    held = letters_of(row.marks, role)
    return _setting(row, role, f"{held}/{letter}" if held else letter)


def _setting(row: Row, role: str, letters: str) -> Callable[[Draft], None]:
    task = row.task.id if row.task is not None else ""

    def act(draft: Draft) -> None:
        raci.set_letters(draft, row.step.id, role, letters, task=task)

    return act
