"""Roles that are named in the prose of a use case and of its tasks, but are no roles of the document yet.

English only, and careful: a name counts when its last word is one that roles are called by (desk, engineer,
supplier …) and a sentence says what it does. The rules, each seen by a function below:

* who works: *The service desk logs the call*, *The buyer will order it*, *Engineers configure the server*;
* who stands for it: *The service owner is accountable for …*; here any name with an article will do;
* who worked: *approved by the change manager*, *done by the network team*;
* who is reached: *informs the requester*, *consult the architect*, *escalates to the on-call engineer*;
* a line *Role: what they do*, as lists are pasted into a text field;
* the owner of the stream while nobody is accountable for any step, and a partner by name who carries out a
  step for which nobody is responsible yet.

A name that ends in something else (*the customer portal sends …*) is none, nor is a thing (*the system logs
…*), nor are words that may be nouns (*customer orders are checked*).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vsdesigner.analysis import role_words as words
from vsdesigner.analysis.prose_sentences import Sentence, plain, sentences
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import SupplierKind
from vsdesigner.model.records import Organisation, Step, Stream

LONGEST_NAME = 4  # words


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


class _Named(NamedTuple):
    name: tuple[str, ...]
    letters: str
    duty: str


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
    if _is_role_name(stream.owner.split()) and not any(_is_held(each, "A") for each in view.steps(stream.id)):
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
        for named in _named(sentence):
            name = " ".join(named.name)
            found.append((name[:1].upper() + name[1:], sentence.text, named.letters, named.duty))
    return tuple(found)


def _named(sentence: Sentence) -> Iterator[_Named]:
    line = _list_line(sentence)
    if line is not None:
        yield line
        return
    for index in range(len(sentence.tokens)):
        yield from _working(sentence, index)
        yield from _standing(sentence, index)
        yield from _worked(sentence, index)
        yield from _reached(sentence, index)


# -- the rules ------------------------------------------------------------------------------------------
def _list_line(sentence: Sentence) -> _Named | None:
    """``Service desk: logs the call``."""
    name, colon, duty = sentence.text.partition(":")
    parts = name.split()
    if not colon or not sentence.begins_line or not duty.strip() or not _is_role_name(parts):
        return None
    first = words.WORD.findall(duty.strip())[0].casefold()
    return _Named(tuple(parts), _letters_of(words.THIRD.get(first, "")), _as_line(duty))


def _working(sentence: Sentence, index: int) -> Iterator[_Named]:
    """Somebody and what they do, with the verb at `index`."""
    tokens, lower = sentence.tokens, sentence.lower
    word = lower[index]
    end, plural = index, False
    if word in words.THIRD:
        if word in words.LIKE_NOUNS and not _takes_object(lower, index):
            return
        verb = words.THIRD[word]
    elif word in words.PLAIN:
        verb, plural = word, True
    else:
        return
    while end and (lower[end - 1] in words.ADVERBS or lower[end - 1].endswith("ly")):
        end -= 1
    if plural and end and lower[end - 1] in words.MODALS:
        end, plural = end - 1, False
    start = _name_start(lower, end)
    name = tokens[start:end]
    if not _is_role_name(name) or (plural and words.singular(name[-1]) == name[-1].casefold()):
        return
    if _begins_clause(lower, start):
        duty = sentence.rest(index)
        if not plural and word == verb:
            duty = words.third_person(verb) + duty[len(verb) :]
        yield _Named(tuple(name), _letters_of(verb), _as_line(duty))


def _standing(sentence: Sentence, index: int) -> Iterator[_Named]:
    """``The service owner is accountable for …``."""
    lower = sentence.lower
    letter = words.STATES.get(lower[index], "")
    end = index
    while end and (lower[end - 1] in words.ADVERBS or lower[end - 1].endswith("ly")):
        end -= 1
    if not letter or not end or lower[end - 1] not in words.BE:
        return
    end -= 1
    if end and lower[end - 1] in words.MODALS:
        end -= 1
    start = _name_start(lower, end)
    name = sentence.tokens[start:end]
    known = _is_role_name(name)
    articled = start > 0 and lower[start - 1] in words.DETERMINERS
    if not known and not (articled and name and name[-1].casefold() not in words.THINGS):
        return
    if letter == "I" and not known:
        return
    duty = f"is {sentence.rest(index)}" if lower[index + 1 : index + 2] == ["for"] else ""
    yield _Named(tuple(name), letter, _as_line(duty))


def _worked(sentence: Sentence, index: int) -> Iterator[_Named]:
    """``approved by the change manager``: a participle, by, somebody."""
    lower = sentence.lower
    if (
        lower[index] != "by"
        or not index
        or not lower[index - 1].endswith(("ed", "en", "lt", "pt", "ne", "de"))
    ):
        return
    name = _name_after(sentence, index + 1)
    if name:
        verb = lower[index - 1]
        answers = verb in ("approved", "authorised", "authorized", "owned", "decided", "signed")
        yield _Named(name, "A" if answers else "R", "")


def _reached(sentence: Sentence, index: int) -> Iterator[_Named]:
    """Somebody who is told, asked or handed something."""
    lower, word = sentence.lower, sentence.lower[index]
    if word in words.INFORMING | words.CONSULTING:
        name = _name_after(sentence, index + 1)
        if name:
            yield _Named(name, "I" if word in words.INFORMING else "C", "")
    elif word == "to" and any(before in words.PASSING for before in lower[max(0, index - 4) : index]):
        name = _name_after(sentence, index + 1)
        if name:
            yield _Named(name, "", "")


# -- names ----------------------------------------------------------------------------------------------
def _is_role_name(name: Sequence[str]) -> bool:
    if not 0 < len(name) <= LONGEST_NAME:
        return False
    lower = [plain(word) for word in name]
    if lower[0] in words.OF_HEADS and lower[1:2] == ["of"] and len(lower) > 2:
        return True
    head = words.singular(lower[-1])
    if head not in words.HEADS or any(word in words.STOPS for word in lower):
        return False
    if any(word in words.THIRD and word not in words.LIKE_NOUNS for word in lower):
        return False
    return len(name) > 1 or head not in words.VAGUE


def _name_start(lower: Sequence[str], end: int) -> int:
    """Where the name before `end` begins: behind an article, a mark, or a word that no name has."""
    start = end
    while start and lower[start - 1] not in words.STOPS and lower[start - 1][:1].isalnum():
        start -= 1
    if start > 1 and lower[start - 1] == "of" and lower[start - 2] in words.OF_HEADS:
        start -= 2
    return start


def _name_after(sentence: Sentence, index: int) -> tuple[str, ...]:
    """The role that begins at `index`, behind its article; nothing when there is none."""
    lower = sentence.lower
    if index < len(lower) and lower[index] in words.DETERMINERS:
        index += 1
    end = index
    while end < len(lower) and lower[end] not in words.STOPS and lower[end][:1].isalnum():
        end += 1
    name = tuple(sentence.tokens[index:end])
    return name if _is_role_name(name) else ()


def _begins_clause(lower: Sequence[str], start: int) -> bool:
    """Whether a name can be who does it: at the beginning, behind a mark, an article or a joining word."""
    before = lower[start - 1] if start else ""
    if before in words.DETERMINERS:
        return start < 2 or lower[start - 2] not in words.CAUSATIVES
    joins = ("and", "or", "but", "then", "when", "if", "after", "before", "while", "until", "once", "where")
    return not before or not before[:1].isalnum() or before in (*joins, "because", "so", "that", "first")


def _takes_object(lower: Sequence[str], index: int) -> bool:
    """Whether a word that may be a plural noun is a verb here, by what follows."""
    following = lower[index + 1 : index + 2]
    if not following or not following[0][:1].isalnum() or following[0] in words.NO_OBJECT:
        return False
    if following[0] in words.OBJECT_STARTS:
        return True
    return not any(word in words.MODALS | words.BE for word in lower[index + 1 :])


def _letters_of(verb: str) -> str:
    return "A" if verb in words.ANSWERING else "R"


def _as_line(text: str) -> str:
    """What somebody does as a line of the use case: from a capital to a full stop."""
    line = " ".join(text.split()).strip(" ,;:–—-")
    if not line:
        return ""
    line = line[:1].upper() + line[1:]
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."
