"""What a field suggests while somebody types: matching and ranking, without any widget."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to choose. `key` says what it stands for, empty for something that has to be made.

    `words` are other spellings that find it; `used` things come before the others; `payload` is for who made
    the suggestion.
    """

    text: str
    key: str = ""
    detail: str = ""
    words: tuple[str, ...] = ()
    used: bool = False
    creates: bool = False
    payload: object = None


def folded(text: str) -> str:
    """Return text as it is compared: without regard to case and to how it is spaced."""
    return " ".join(text.casefold().split())


def is_exact(suggestion: Suggestion, typed: str) -> bool:
    """Say whether a text names a suggestion in full."""
    wanted = folded(typed)
    return any(folded(word) == wanted for word in (suggestion.text, *suggestion.words))


def exact(suggestions: Iterable[Suggestion], typed: str) -> Suggestion | None:
    """Return the suggestion that a text names in full."""
    return next((entry for entry in suggestions if is_exact(entry, typed)), None)


def matching(suggestions: Iterable[Suggestion], typed: str, create: str = "") -> list[Suggestion]:
    """Return what fits a typed text, best first; every word of it has to be found somewhere.

    Exact names first, then names that start as typed, then names with a word that does, then those with the
    letters anywhere, and last what only another spelling finds; within each what is used in the document
    comes first, then the order given counts. `create` is the sentence of a last entry that makes something
    new; it is left out when nothing was typed or the text names a suggestion already.
    """
    wanted = folded(typed)
    if not wanted:
        return list(suggestions)[:MOST]
    parts = wanted.split()
    ranked: list[tuple[tuple[bool, int, bool], int, Suggestion]] = []
    known = False
    for place, entry in enumerate(suggestions):
        name, others = folded(entry.text), [folded(word) for word in entry.words]
        if not any(all(part in spelling for part in parts) for spelling in (name, *others)):
            continue
        same = wanted in (name, *others)
        known = known or same
        rank = _rank(name, others, wanted)
        ranked.append(((not same, rank, not entry.used), place, entry))
    ranked.sort(key=lambda item: item[:2])
    found = [entry for _, _, entry in ranked[:MOST]]
    if create and not known:
        found.append(Suggestion(create, typed.strip(), creates=True))
    return found


def _rank(name: str, others: Iterable[str], wanted: str) -> int:
    """How well what fits fits: 0 for a name that starts as typed … 4 for letters inside another spelling."""
    starts = re.compile(r"\b" + re.escape(wanted))
    if not all(part in name for part in wanted.split()):
        return 3 if any(starts.search(spelling) for spelling in others) else 4
    if name.startswith(wanted):
        return 0
    return 1 if starts.search(name) else 2
