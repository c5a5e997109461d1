"""Says whom a sentence names as somebody with a role, by a few careful rules.

English only, and careful: a name counts when its last word is one that roles are called by (desk, engineer,
supplier …) and a sentence says what it does. The rules, each seen by a function below:

* who works: *The service desk logs the call*, *The buyer will order it*, *Engineers configure the server*;
* who stands for it: *The service owner is accountable for …*; here any name with an article will do;
* who worked: *approved by the change manager*, *done by the network team*;
* who is reached: *informs the requester*, *consult the architect*, *escalates to the on-call engineer*;
* a line *Role: what they do*, as lists are pasted into a text field.

A name that ends in something else (*the customer portal sends …*) is none, nor is a thing (*the system logs
…*), nor are words that may be nouns (*customer orders are checked*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vsdesigner.analysis import role_words as words
from vsdesigner.analysis.prose_sentences import Sentence, plain

LONGEST_NAME = 4  # words


class Named(NamedTuple):
    """Somebody a sentence names: the words, the letter it suggests or nothing, and what they do."""

    name: tuple[str, ...]
    letters: str
    duty: str


def named(sentence: Sentence) -> Iterator[Named]:
    """Yield whom a sentence names, in the order of its words."""
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
def _list_line(sentence: Sentence) -> Named | None:
    """``Service desk: logs the call``."""
    name, colon, duty = sentence.text.partition(":")
    parts = name.split()
    if not colon or not sentence.begins_line or not duty.strip() or not is_role_name(parts):
        return None
    first = words.WORD.findall(duty.strip())[0].casefold()
    return Named(tuple(parts), _letters_of(words.THIRD.get(first, "")), _as_line(duty))


def _working(sentence: Sentence, index: int) -> Iterator[Named]:
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
    if not is_role_name(name) or (plural and words.singular(name[-1]) == name[-1].casefold()):
        return
    if _begins_clause(lower, start):
        duty = sentence.rest(index)
        if not plural and word == verb:
            duty = words.third_person(verb) + duty[len(verb) :]
        yield Named(tuple(name), _letters_of(verb), _as_line(duty))


def _standing(sentence: Sentence, index: int) -> Iterator[Named]:
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
    known = is_role_name(name)
    articled = start > 0 and lower[start - 1] in words.DETERMINERS
    if not known and not (articled and name and name[-1].casefold() not in words.THINGS):
        return
    if letter == "I" and not known:
        return
    duty = f"is {sentence.rest(index)}" if lower[index + 1 : index + 2] == ["for"] else ""
    yield Named(tuple(name), letter, _as_line(duty))


def _worked(sentence: Sentence, index: int) -> Iterator[Named]:
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
        yield Named(name, "A" if answers else "R", "")


def _reached(sentence: Sentence, index: int) -> Iterator[Named]:
    """Somebody who is told, asked or handed something."""
    lower, word = sentence.lower, sentence.lower[index]
    if word in words.INFORMING | words.CONSULTING:
        name = _name_after(sentence, index + 1)
        if name:
            yield Named(name, "I" if word in words.INFORMING else "C", "")
    elif word == "to" and any(before in words.PASSING for before in lower[max(0, index - 4) : index]):
        name = _name_after(sentence, index + 1)
        if name:
            yield Named(name, "", "")


# -- names ----------------------------------------------------------------------------------------------
def is_role_name(name: Sequence[str]) -> bool:
    """Say whether words are what people call a role: few, and the last one a word for somebody."""
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
    return name if is_role_name(name) else ()


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
