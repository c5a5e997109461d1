"""Different spellings of one name: what is left of it without them, and which of them is the usual one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_NO_LETTER = re.compile(r"[^\w+#]+|_+")  # C, C++ and C# are three


class Use(NamedTuple):
    """A spelling where it stands: the record to go to, and the id inside it if there is one."""

    spelling: str
    record: str
    part: str = ""


class Variant(NamedTuple):
    """Another spelling than the usual one, where it stands first."""

    usual: str
    other: Use


def variants(uses: Iterable[Use]) -> Iterator[Variant]:
    """Yield one variant for each spelling of a name but the most frequent one, the first of equals."""
    places: dict[str, Use] = {}
    count: Counter[str] = Counter()
    for use in uses:
        places.setdefault(use.spelling, use)
        count[use.spelling] += 1
    names: dict[str, list[str]] = {}
    for spelling in places:
        names.setdefault(core(spelling), []).append(spelling)
    for name, spellings in names.items():
        if name and len(spellings) > 1:
            usual = max(spellings, key=count.__getitem__)  # the first of equals
            yield from (Variant(usual, places[other]) for other in spellings if other != usual)


def core(text: str) -> str:
    """Return what is left of a name without case, spaces, punctuation and the s of a plural."""
    words = [word for word in _NO_LETTER.split(text.casefold()) if word]
    singular = [
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in words
    ]
    return "".join(singular)


def plain(text: str) -> str:
    """Return the form in which names must differ: without regard to case and to how wide spaces are."""
    return " ".join(text.casefold().split())
