"""Cuts prose into sentences and words, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vsdesigner.analysis.role_words import WORD

_END = re.compile(r"(?<=[.!?;])\s+(?=[^\W\da-z_]|[“\"‘'(])")
_BULLET = re.compile(r"^\s*(?:[-–—•*·]|\d{1,3}[.)])\s+")
_LONGEST = 1_000  # characters: what goes on longer is no sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its words and marks as written and in lower case, and where each begins."""

    text: str
    tokens: tuple[str, ...]
    lower: list[str]
    places: tuple[int, ...]
    begins_line: bool

    def rest(self, index: int) -> str:
        """Return the text from a word on; nothing behind the last."""
        return self.text[self.places[index] :] if index < len(self.places) else ""


def plain(word: str) -> str:
    """Return a word in lower case, but for IT, which would be a pronoun then."""
    return word if word == "IT" else word.casefold()


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text, line by line and without the marks of lists."""
    for line in text.splitlines():
        bare = _BULLET.sub("", line).strip()
        for number, part in enumerate(_END.split(bare)):
            if part and len(part) <= _LONGEST:
                found = list(WORD.finditer(part))
                tokens = tuple(match.group() for match in found)
                places = tuple(match.start() for match in found)
                yield Sentence(part, tokens, [plain(token) for token in tokens], places, number == 0)
