"""Roles that are named in the prose of a use case and of its tasks, but are no roles of the document yet.

Whom a sentence names is a matter of `prose_rules`. Two fields hold a name alone: the owner of the stream
counts while nobody is accountable for any step, and a partner by name who carries out a step while nobody is
responsible for it. A name that only means a role that is there (*the engineer*, where there is a Cloud
Enablement Engineer) is none.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vsdesigner.analysis import role_words as words
from vsdesigner.analysis.prose_rules import is_role_name, named
from vsdesigner.analysis.prose_sentences import sentences
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import SupplierKind
from vsdesigner.model.records import Organisation, Step, Stream


class Mention(NamedTuple):
    """One place where a role is named: a field of the stream or a step, with the task if it is one."""

    record: str
    field: str
    task: str
    sentence: str
    letters: str  # R, A, C, I or nothing: what the sentence suggests
    duty: str  # what the role does, as a line of the use case; empty where the sentence does not say


@dataclass(frozen=True, slots=True)
class RoleCandidate:
    """A role that could be made, as the text calls it, with everything that is said of it."""

    name: str
    organisation: Organisation
    mentions: tuple[Mention, ...]

    @property
    def sentence(self) -> str:
        """The first sentence that names it."""
        return self.mentions[0].sentence

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters that the sentences suggest, each once, in their order."""
        return tuple(dict.fromkeys(mention.letters for mention in self.mentions if mention.letters))

    @property
    def duty(self) -> str:
        """What the first sentence that tells says the role does."""
        return next((mention.duty for mention in self.mentions if mention.duty), "")


def candidates(view: Snapshot, stream: str) -> tuple[RoleCandidate, ...]:
    """Return the roles that the texts of a stream name and that the document does not have, as they come."""
    record = view.get(stream, Stream)
    present = [_key(role.name.split()) for role in view.roles]
    found: dict[tuple[str, ...], list[tuple[str, Mention]]] = {}
    for name, mention in _mentions(view, record):
        key = _key(name.split())
        if not any(_means(key, other) for other in present):
            found.setdefault(key, []).append((name, mention))
    for key in sorted(found, key=len):
        longer = [other for other in found if other != key and _means(key, other)]
        if len(longer) == 1:
            found[longer[0]] += found.pop(key)  # "the desk" of a text that also says "the service desk"
    return tuple(_candidate(key, places) for key, places in found.items())


def _candidate(key: tuple[str, ...], places: Sequence[tuple[str, Mention]]) -> RoleCandidate:
    name = next(name for name, _mention in places if _key(name.split()) == key)
    organisation = Organisation.OWN
    partner = any(mention.field == "supplier" for _name, mention in places)
    if partner or (key and key[-1] in words.PARTNER_HEADS):
        organisation = Organisation.PARTNER
    elif key and key[-1] in words.CUSTOMER_HEADS:
        organisation = Organisation.CUSTOMER
    return RoleCandidate(name, organisation, tuple(mention for _name, mention in places))


def _key(name: Iterable[str]) -> tuple[str, ...]:
    return tuple(words.singular(word) for word in name)


def _means(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name means a role that has a longer one: the engineer, the Cloud Enablement Engineer; or the
    service desk, where it is the service desk agent who works."""
    if not key or key == other[: len(key)]:
        return True
    return key[-1:] == other[-1:] and set(key) <= set(other)


def _mentions(view: Snapshot, stream: Stream) -> Iterator[tuple[str, Mention]]:
    if is_role_name(stream.owner.split()) and not any(_is_held(each, "A") for each in view.steps(stream.id)):
        yield stream.owner.strip(), Mention(stream.id, "owner", "", stream.owner.strip(), "A", "")
    for field in ("description", "demand", "outcomes", "value"):
        yield from _of_text(getattr(stream, field), stream.id, field)
    for line in stream.responsibilities:
        for name, mention in _of_text(line.duty, stream.id, "responsibilities"):
            yield name, mention._replace(duty="")
    for step in view.steps(stream.id):
        yield from _of_step(step)


def _of_step(step: Step) -> Iterator[tuple[str, Mention]]:
    for task in step.tasks:
        for name, mention in _of_text(task.text, step.id, "tasks"):
            yield name, mention._replace(task=task.id)
    supplier = step.supplier
    if supplier.kind is SupplierKind.PARTNER and supplier.name.strip() and not _is_held(step, "R"):
        name = " ".join(supplier.name.split())
        yield name, Mention(step.id, "supplier", "", name, "R", "")


def _is_held(step: Step, letter: str) -> bool:
    return any(letter in mark.letters.split("/") for mark in step.raci)


def _of_text(text: str, record: str, field: str) -> Iterator[tuple[str, Mention]]:
    for name, sentence, letters, duty in _said(text):
        yield name, Mention(record, field, "", sentence, letters, duty)


@functools.lru_cache(maxsize=4_096)
def _said(text: str) -> tuple[tuple[str, str, str, str], ...]:
    """Who is named in a text: name, sentence, letters and duty. Texts are read again after every change."""
    if not words.HINT.search(text):
        return ()
    found = []
    for sentence in sentences(text):
        for one in named(sentence):
            name = " ".join(one.name)
            found.append((name[:1].upper() + name[1:], sentence.text, one.letters, one.duty))
    return tuple(found)
