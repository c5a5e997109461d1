"""Which entries fit what was typed, the best first: pure text work, quick enough for every key stroke.

All entries of an index stand in one long text, one a line, so that the searching itself happens inside
`str.find` and `re`; only the few entries that are found are looked at one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from vsdesigner.ui.search.folding import folded, folded_with_places

MOST = 60  # entries that are shown
_LOOKED_AT = 150  # entries of each way of fitting that are weighed against each other
_LONGEST = 160  # letters of an entry's text that are searched
_LONGEST_QUERY = 80

# How a text fits, from the best way to the weakest. What an entry is (its weight, below 1) and whether it was
# used lately can outweigh one step of this ladder, not two.
_EXACT, _START, _WORD, _WORD_STARTS, _INITIALS, _INSIDE, _WORDS, _LETTERS = (
    0.0,
    1.0,
    1.6,
    2.2,
    2.6,
    3.4,
    4.2,
    5.0,
)
_RECENT = 1.5
_IMPOSSIBLE = 100.0

_MARK = "\x1f"  # stands before each word
_BREAKS = " /-(“„\"'&.,:_+"


class Entry(NamedTuple):
    """Something that can be chosen. `text` is searched and shown, `detail` says where it is.

    `key` tells it from all others; `weight` (0 to 1, small first) ranks it among entries that fit equally.
    """

    key: str
    text: str
    detail: str = ""
    kind: str = ""
    weight: float = 0.0
    possible: bool = True


class Match(NamedTuple):
    """An entry that fits: the smaller the score the better; `spots` are the letters of `text` that fit."""

    entry: Entry
    score: float
    spots: tuple[int, ...] = ()


class Index:
    """Entries prepared for searching; those that weigh less come first where all fit equally."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = sorted(entries, key=lambda entry: entry.weight)
        self.by_key = {entry.key: place for place, entry in enumerate(self.entries)}
        self._texts = [folded(entry.text[:_LONGEST]) for entry in self.entries]
        lines = _marked("\n".join(self._texts)).split("\n") if self._texts else []
        self._long = "\n" + "".join(f"{_MARK}{line}\n" for line in lines)
        self._starts = list(accumulate((len(line) + 2 for line in lines), initial=1))
        self._initials: tuple[str, list[int]] | None = None
        self._details: list[str] | None = None

    def prepare(self) -> None:
        """Make now what the second key stroke would have to wait for otherwise."""
        self._first_letters()
        self._said()

    def __len__(self) -> int:
        return len(self.entries)

    def find(self, typed: str, recent: Mapping[str, int] | None = None) -> list[Match]:
        """Return the best entries for what was typed; `recent` has the keys last used, 0 for the last one."""
        query = " ".join(folded(typed[:_LONGEST_QUERY]).split())
        if not query or not self.entries:
            return []
        ways: dict[int, float] = {}
        for place, way in self._candidates(query, recent or {}):
            if way < ways.get(place, _IMPOSSIBLE):
                ways[place] = way
        scored = [(self._score(place, way, recent or {}), place) for place, way in ways.items()]
        scored.sort()
        best = ((score, self.entries[place]) for score, place in scored[:MOST])
        return [Match(entry, score, spots(entry.text, query)) for score, entry in best]

    # -- candidates -------------------------------------------------------------------------------------
    def _candidates(self, query: str, recent: Collection[str]) -> Iterator[tuple[int, float]]:
        found: set[int] = set()
        for place, way in self._whole(query):
            found.add(place)
            yield place, way
        for key in recent:
            place = self.by_key.get(key, -1)
            if place >= 0 and place not in found and query in self._texts[place]:
                yield (
                    place,
                    _WORD if _best_place(self._texts[place], query, only_starts=True) >= 0 else _INSIDE,
                )
        words = query.split()
        if len(words) > 1:
            for place in islice(self._with_words(words), _LOOKED_AT):
                found.add(place)
                yield place, self._way_of_words(place, words)
        if not found or (len(words) == 1 and len(query) > 1 and len(found) < MOST):
            yield from self._by_letters(query.replace(" ", ""))

    def _whole(self, query: str) -> Iterator[tuple[int, float]]:
        """What was typed stands there as it is: at the start, at the start of a word, or inside of one."""
        marked = _marked(query)
        for place in islice(self._lines_with(f"\n{_MARK}{marked}", 1), _LOOKED_AT):
            yield place, _EXACT if self._texts[place] == query else _START
        for place in islice(self._lines_with(_MARK + marked), _LOOKED_AT):
            yield place, _WORD
        if " " not in query:
            yield from ((place, _INITIALS) for place in islice(self._by_initials(query), _LOOKED_AT))
        for place in islice(self._lines_with(marked), _LOOKED_AT):
            yield place, _INSIDE

    def _lines_with(self, needle: str, skip: int = 0) -> Iterator[int]:
        """Places of the lines with a text in them, each once; `skip` letters belong to the line before."""
        long, starts = self._long, self._starts
        at = long.find(needle)
        while at >= 0:
            place = bisect_right(starts, at + skip) - 1
            yield place
            at = long.find(needle, starts[place + 1] - 1)

    def _by_initials(self, query: str) -> Iterator[int]:
        if len(query) < 2:
            return
        long, starts = self._first_letters()
        at = long.find("\n" + query)
        while at >= 0:
            place = bisect_right(starts, at + 1) - 1
            yield place
            at = long.find("\n" + query, starts[place + 1] - 1)

    def _first_letters(self) -> tuple[str, list[int]]:
        """The first letters of the words of every entry, one entry a line, and where the lines start."""
        if self._initials is None:
            long = "".join(re.findall(rf"{_MARK}\w|\n", self._long)).replace(_MARK, "")
            lengths = (len(line) + 1 for line in long[1:].split("\n"))
            self._initials = long, list(accumulate(lengths, initial=1))
        return self._initials

    def _with_words(self, words: Sequence[str]) -> Iterator[int]:
        """Places of the entries that have all the words, in whatever order, in their text or detail."""
        first, *rest = sorted(words, key=len, reverse=True)
        for place, line in enumerate(self._said()):
            if first in line and all(word in line for word in rest):
                yield place

    def _said(self) -> list[str]:
        """For each entry all that is said of it."""
        if self._details is None:
            said: dict[tuple[str, str], str] = {}
            for entry in self.entries:
                if (entry.detail, entry.kind) not in said:
                    said[entry.detail, entry.kind] = folded(f" {entry.detail} {entry.kind}")
            self._details = [
                text + said[entry.detail, entry.kind]
                for text, entry in zip(self._texts, self.entries, strict=True)
            ]
        return self._details

    def _way_of_words(self, place: int, words: Sequence[str]) -> float:
        line = _MARK + _marked(self._texts[place])
        if all(_MARK + word in line for word in words):
            return _WORD_STARTS
        return _INSIDE if all(word in line for word in words) else _WORDS

    def _by_letters(self, letters: str) -> Iterator[tuple[int, float]]:
        """Entries with these letters in this order, if they fall on starts of words or next to each other."""
        chain = "".join(f"[^\n{re.escape(letter)}]*+{re.escape(letter)}" for letter in letters)
        for match in islice(re.finditer(f"\n{chain}", self._long), _LOOKED_AT):
            place = bisect_right(self._starts, match.start() + 1) - 1
            chosen = _aligned(self._texts[place], letters)
            if chosen is not None:
                yield place, _LETTERS + _looseness(self._texts[place], chosen)

    def _score(self, place: int, way: float, recent: Mapping[str, int]) -> float:
        entry = self.entries[place]
        score = way + entry.weight + len(self._texts[place]) / 400
        if entry.key in recent:
            score -= _RECENT - min(recent[entry.key], 20) / 100
        return score if entry.possible else score + _IMPOSSIBLE


def spots(text: str, query: str) -> tuple[int, ...]:
    """Return the places of the letters of `text` that make it fit a folded query; empty when none do."""
    line, places = folded_with_places(text[:_LONGEST])
    at = _best_place(line, query)
    if at >= 0:
        chosen: Sequence[int] = range(at, at + len(query))
    else:
        words = query.split()
        starts = [(_best_place(line, word), len(word)) for word in words]
        found = [place for start, size in starts if start >= 0 for place in range(start, start + size)]
        chosen = found if found and (len(words) > 1) else (_aligned(line, query.replace(" ", "")) or ())
    return tuple(dict.fromkeys(places[place] for place in sorted(chosen)))


def _best_place(line: str, words: str, *, only_starts: bool = False) -> int:
    """Where words stand in a line, at the start of a word if they do so anywhere; -1 when they do not."""
    first = at = line.find(words)
    while at > 0 and line[at - 1].isalnum():
        at = line.find(words, at + 1)
    return at if at >= 0 or only_starts else first


def _aligned(line: str, letters: str) -> list[int] | None:
    """Where the letters stand, each at the start of a word or in the word of the one before; None if strewn.

    Letters in a row come first, then starts of words: "ltr" is Log The Request, "dsgn" is DeSiGN.
    """
    words = [found.span() for found in re.finditer(r"[^\W_]+", line)]
    dead: set[tuple[int, int]] = set()  # letter and place from which nothing was found

    def follow(number: int, after: int) -> list[int] | None:
        if number == len(letters):
            return []
        if (number, after) not in dead:
            for at in _places(line, letters[number], after, words, first=number == 0):
                rest = follow(number + 1, at + 1)
                if rest is not None:
                    return [at, *rest]
            dead.add((number, after))
        return None

    return follow(0, 0)


def _places(
    line: str, letter: str, after: int, words: Sequence[tuple[int, int]], *, first: bool
) -> Iterator[int]:
    """Where a letter may stand: next to the one before, at starts of later words, farther on in this word."""
    if not first and line.startswith(letter, after):
        yield after
    for start, _end in words:
        if start >= after and line[start] == letter:
            yield start
    here = next((end for start, end in words if start < after <= end), 0)
    if not first:
        at = line.find(letter, after + 1, here)
        while at >= 0:
            yield at
            at = line.find(letter, at + 1, here)


def _looseness(line: str, chosen: Sequence[int]) -> float:
    """The share of the letters that neither start a word nor follow the one before."""
    loose = 0
    for number, at in enumerate(chosen):
        starts = at == 0 or not line[at - 1].isalnum()
        follows = number > 0 and chosen[number - 1] == at - 1
        loose += not (starts or follows)
    return loose / len(chosen)


def _marked(text: str) -> str:
    """The text with a mark before each word but the first of a line."""
    for sign in _BREAKS:
        text = text.replace(sign, sign + _MARK)
    return text
