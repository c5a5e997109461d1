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

    Exact names first, then what is used in the document, then names with a word that starts as typed; within
    these in the order given. `create` is the sentence of a last entry that makes something new; it is left
    out when nothing was typed or the text names a suggestion already.
    """
    wanted = folded(typed)
    if not wanted:
        return list(suggestions)[:MOST]
    parts = wanted.split()
    starts = re.compile(r"\b" + re.escape(wanted))
    ranked: list[tuple[tuple[bool, bool, bool], int, Suggestion]] = []
    known = False
    for place, entry in enumerate(suggestions):
        spellings = [folded(word) for word in (entry.text, *entry.words)]
        if not any(all(part in spelling for part in parts) for spelling in spellings):
            continue
        same = wanted in spellings
        known = known or same
        begins = any(starts.search(spelling) for spelling in spellings)
        ranked.append(((not same, not entry.used, not begins), place, entry))
    ranked.sort(key=lambda item: item[:2])
    found = [entry for _, _, entry in ranked[:MOST]]
    if create and not known:
        found.append(Suggestion(create, typed.strip(), creates=True))
    return found
