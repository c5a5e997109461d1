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
        refused += _replace_text(draft, id, path, found, words)
    return tuple(refused)


def refusals(view: Snapshot, hits: Iterable[Hit], new: str) -> tuple[Refusal, ...]:
    """Return what `replace` would leave as it is."""
    return replace(Draft(view), hits, new)


def _by_text(hits: Iterable[Hit]) -> dict[tuple[str, Path], list[Hit]]:
    found: dict[tuple[str, Path], list[Hit]] = {}
    for hit in hits:
        found.setdefault((hit.record, hit.path), []).append(hit)
    return found


def _replace_text(draft: Draft, id: str, path: Path, hits: Sequence[Hit], new: str) -> list[Refusal]:
    record = draft.find(id)
    if record is None or any(text_at(record, path) != hit.text for hit in hits):
        return [Refusal(hit, STALE) for hit in hits]
    room = limit_at(record, path) - len(hits[0].text)
    fitting, refused = [], []
    for hit in sorted(hits, key=lambda each: each.start):
        growth = len(new) - (hit.end - hit.start)
        if growth > room:
            refused.append(Refusal(hit, TOO_LONG))
        else:
            room -= growth
            fitting.append(hit)
    if not fitting:
        return refused
    text = _replaced(fitting, new)
    reason = _objection(draft, record, path, text)
    if reason:
        return refused + [Refusal(hit, reason) for hit in fitting]
    changed = with_text_at(record, path, text)
    if isinstance(changed, Record):
        draft.replace(changed)  # cleaned and measured above: validating thousands of steps would take long
    return refused


def _replaced(hits: Sequence[Hit], new: str) -> str:
    pieces, end = [], 0
    for hit in hits:
        pieces += [hit.text[end : hit.start], new]
        end = hit.end
    return "".join((*pieces, hits[0].text[end:]))


def _objection(draft: Draft, record: Record, path: Path, text: str) -> str:
    """Why a text may not stand there; empty when it may."""
    if not isinstance(record, _Named) or path != ("name",):
        return ""
    if not text.strip():
        return NAMELESS
    wanted = text.strip().casefold()
    others = (other for other in draft.view.all(type(record)) if other.id != record.id)
    return TAKEN if any(other.name.strip().casefold() == wanted for other in others) else ""
