"""Checks that tools, products and roles are spelled in one way throughout the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vsdesigner.analysis.checks.role_names import plain_name
from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.words import quoted
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Role, Step, Tool

TOOL = Check(
    "tool-spelled-two-ways",
    Level.HINT,
    "Tool spelled two ways",
    "Two spellings of one tool count as two in every list, filter and sum.",
)
ROLE = Check(
    "role-spelled-two-ways",
    Level.HINT,
    "Role spelled two ways",
    "Two spellings of one role get two columns, and the letters of one person are torn apart.",
)
KINDS = (TOOL, ROLE)

_NO_LETTER = re.compile(r"[^\w+#]+|_+")  # C, C++ and C# are three


class _Use(NamedTuple):
    """A spelling where it stands: the record to go to."""

    spelling: str
    record: str


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield one finding for each spelling but the most frequent one."""
    roles: dict[str, Role] = {}
    for role in snapshot.roles:  # what is the same name altogether is another check's
        roles.setdefault(plain_name(role), role)
    for usual, other in _variants(_Use(role.name.strip(), role.id) for role in roles.values()):
        yield ROLE.on(
            other.record,
            "name",
            f"The role {quoted(other.spelling)} is also spelled {quoted(usual)}.",
        )
    steps = [step for stream in snapshot.streams for step in snapshot.steps(stream.id)]
    for usual, other in _variants(_categories(snapshot, steps)):
        yield TOOL.on(
            other.record,
            "tools",
            f"The tool category {quoted(other.spelling)} is also spelled {quoted(usual)}.",
        )
    for usual, other in _variants(_products(steps)):
        yield TOOL.on(
            other.record,
            "tools",
            f"The product {quoted(other.spelling)} is also spelled {quoted(usual)}.",
        )


def _categories(snapshot: Snapshot, steps: Iterable[Step]) -> Iterator[_Use]:
    for step in steps:
        for use in step.tools:
            tool = snapshot.find(use.tool)
            if isinstance(tool, Tool):
                yield _Use(tool.name.strip(), step.id)


def _products(steps: Iterable[Step]) -> Iterator[_Use]:
    for step in steps:
        for use in step.tools:
            for product in use.products:
                yield _Use(product.strip(), step.id)


def _variants(uses: Iterable[_Use]) -> Iterator[tuple[str, _Use]]:
    """Yield (usual spelling, first use of another one) for every further spelling of a word."""
    places: dict[str, str] = {}
    count: Counter[str] = Counter()
    for spelling, record in uses:
        places.setdefault(spelling, record)
        count[spelling] += 1
    words: dict[str, list[str]] = {}
    for spelling in places:
        words.setdefault(core(spelling), []).append(spelling)
    for word, spellings in words.items():
        if word and len(spellings) > 1:
            usual = max(spellings, key=count.__getitem__)  # the first of equals
            yield from ((usual, _Use(other, places[other])) for other in spellings if other != usual)


def core(text: str) -> str:
    """Return what is left of a name without case, spaces, punctuation and the s of a plural."""
    words = [word for word in _NO_LETTER.split(text.casefold()) if word]
    singular = [
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in words
    ]
    return "".join(singular)
