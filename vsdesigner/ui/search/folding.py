"""How text is compared in the command palette: without case, accents and line ends."""

from __future__ import annotations

import unicodedata
from functools import cache

#: Letters that are no composition of a letter and an accent, and yet are typed as one.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def folded(text: str) -> str:
    """Return `text` as it is compared: one line without case and accents."""
    if text.isascii() and text.isprintable():
        return text.lower()
    return "".join(map(_folded_letter, text))


def folded_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its letters the place in `text` that it comes from."""
    letters = [_folded_letter(letter) for letter in text]
    return "".join(letters), [place for place, letter in enumerate(letters) for _ in letter]


@cache
def _folded_letter(letter: str) -> str:
    if not letter.isprintable():
        return " " if letter.isspace() or unicodedata.category(letter) == "Cc" else ""
    parts = unicodedata.normalize("NFKD", letter.casefold().translate(_PLAIN))
    return "".join(part for part in parts if not unicodedata.combining(part) and part.isprintable())
