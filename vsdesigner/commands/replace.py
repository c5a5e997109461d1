"""The verb that puts other words in the place of words that were found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vsdesigner.document.draft import Draft
from vsdesigner.document.search import Hit, Path, limit_at, text_at, with_text_at
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Lane, Practice, Record, Role, Tool
from vsdesigner.model.text import clean

STALE = "This text has changed meanwhile."
TOO_LONG = "The text would become longer than it may be."
NAMELESS = "This needs a name."
TAKEN = "This name is taken already."

#: Known by their names in lists and tables: a name is needed, and it is the only one.
_Named = Lane | Role | Tool | Practice


@dataclass(frozen=True, slots=True)
class Refusal:
    """A hit that stays as it is; `reason` is a sentence for the user."""

    hit: Hit
    reason: str


def replace(draft: Draft, hits: Iterable[Hit], new: str) -> tuple[Refusal, ...]:
    """Put `new` in the place of every hit; returns those that were left as they are, and why.

    Nothing is cut: where the text would become too long, as many hits as there is room for are replaced.
    A text that is not the one of the hit any more stays; so do names that would be lost or come twice.
    """
    words = clean(new)
    refused: list[Refusal] = []
    for (id, path), found in _by_text(hits).items():
        fitting, stay = _judged(draft, id, path, found, words)
        refused += stay
        if fitting:
            _put(draft, id, path, _replaced(fitting, words))
    return tuple(refused)


def refusals(view: Snapshot, hits: Iterable[Hit], new: str) -> tuple[Refusal, ...]:
    """Return what `replace` would leave as it is; quick enough to be asked while somebody types."""
    draft, words = Draft(view), clean(new)
    refused: list[Refusal] = []
    for (id, path), found in _by_text(hits).items():
        fitting, stay = _judged(draft, id, path, found, words)
        refused += stay
        if fitting and isinstance(draft.find(id), _Named):
            _put(draft, id, path, _replaced(fitting, words))  # the next name must not be the same
    return tuple(refused)


def _by_text(hits: Iterable[Hit]) -> dict[tuple[str, Path], list[Hit]]:
    found: dict[tuple[str, Path], list[Hit]] = {}
    for hit in hits:
        found.setdefault((hit.record, hit.path), []).append(hit)
    return found


def _judged(
    draft: Draft, id: str, path: Path, hits: Sequence[Hit], new: str
) -> tuple[list[Hit], list[Refusal]]:
    """The hits of one text that can be replaced, and the others."""
    record = draft.find(id)
    text = text_at(record, path) if record is not None else None
    if record is None or any(text != hit.text for hit in hits):
        return [], [Refusal(hit, STALE) for hit in hits]
    room = limit_at(record, path) - len(hits[0].text)
    fitting: list[Hit] = []
    refused: list[Refusal] = []
    for hit in sorted(hits, key=lambda each: each.start):
        growth = len(new) - (hit.end - hit.start)
        if growth > room:
            refused.append(Refusal(hit, TOO_LONG))
        else:
            room -= growth
            fitting.append(hit)
    if fitting and isinstance(record, _Named) and path == ("name",):
        reason = _objection(draft, record, _replaced(fitting, new))
        if reason:
            return [], refused + [Refusal(hit, reason) for hit in fitting]
    return fitting, refused


def _put(draft: Draft, id: str, path: Path, text: str) -> None:
    changed = with_text_at(draft.get(id, Record), path, text)
    if isinstance(changed, Record):
        draft.replace(changed)  # cleaned and measured before: validating thousands of steps would take long


def _replaced(hits: Sequence[Hit], new: str) -> str:
    pieces, end = [], 0
    for hit in hits:
        pieces += [hit.text[end : hit.start], new]
        end = hit.end
    return "".join((*pieces, hits[0].text[end:]))


def _objection(draft: Draft, record: _Named, name: str) -> str:
    """Why something may not have this name; empty when it may."""
    if not name.strip():
        return NAMELESS
    wanted = name.strip().casefold()
    others = (other for other in draft.view.all(type(record)) if other.id != record.id)
    return TAKEN if any(other.name.strip().casefold() == wanted for other in others) else ""
