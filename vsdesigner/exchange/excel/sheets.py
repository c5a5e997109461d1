"""What sheets, tables and columns are called: legal in Excel, unique, and readable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vsdesigner.exchange.excel.heights import units16
from vsdesigner.exchange.xml_text import xml_clean
from vsdesigner.language import say
from vsdesigner.model.records import Stream

USE_CASE = "Use case"
STEPS = "Steps"
TASKS = "Tasks"
PRACTICES_TOOLS = "Practices and tools"
RACI = "RACI"
COVER = "Cover"
DIAGRAM = "Diagram"
METRICS = "Metrics"
RESOURCES = "Resources"
PRACTICE_COUNTS = "Practice counts"
PROBLEMS = "Problems"
LEGEND = "Legend"
LISTS = "Lists"

MOST_SHEET_NAME = 31
MOST_COLUMN_NAME = 255
_SEPARATOR = " – "
MOST_SUBJECT = len(PRACTICES_TOOLS)  # of a sheet that has the name of its stream before its own
_MOST_PREFIX = MOST_SHEET_NAME - len(_SEPARATOR) - MOST_SUBJECT
_ILLEGAL = re.compile(r"[\[\]:*?/\\]")


def legal_name(text: str, most: int = MOST_SHEET_NAME) -> str:
    """Return `text` as a legal sheet name of at most `most` UTF-16 units; may be empty.

    Excel forbids ``[]:*?/\\``, apostrophes at the ends, and the name History.
    """
    name = " ".join(_ILLEGAL.sub(" ", xml_clean(text)).split())
    name = shortened(name, most).strip(" '")
    return "" if name.casefold() == "history" else name


def shortened(text: str, most: int) -> str:
    """Return `text` cut to `most` UTF-16 units, between characters."""
    while units16(text) > most:
        text = text[: most if len(text) > most else -1]
    return text


def unique_name(name: str, taken: Iterable[str], most: int) -> str:
    """Return `name`, or ``name 2``, ``name 3`` … within `most`, whichever is not taken (case ignored)."""
    used = {other.casefold() for other in taken}
    number, candidate = 1, name
    while candidate.casefold() in used:
        number += 1
        ending = f" {number}"
        candidate = shortened(name, most - len(ending)).rstrip() + ending
    return candidate


def prefixes(streams: Sequence[Stream]) -> list[str]:
    """Return what stands before the names of each stream's sheets: nothing when there is one stream."""
    if len(streams) == 1:
        return [""]
    found: list[str] = []
    for number, stream in enumerate(streams, start=1):
        name = legal_name(stream.short_name, _MOST_PREFIX) or _start_of(stream.name) or _numbered(number)
        found.append(unique_name(name, found, _MOST_PREFIX))
    return [name + _SEPARATOR for name in found]


def _numbered(number: int) -> str:
    words = say("Stream {number}").format(number=number)
    return words if len(words) <= _MOST_PREFIX else say("No. {number}").format(number=number)


def _start_of(name: str) -> str:
    """The first words of a name, as many as the prefix of a sheet holds."""
    legal = legal_name(name, len(name) or 1)
    if units16(legal) <= _MOST_PREFIX:
        return legal
    words = shortened(legal, _MOST_PREFIX + 1).rsplit(" ", 1)
    return legal_name(words[0], _MOST_PREFIX)


def column_names(names: Iterable[str], fixed: Sequence[str]) -> list[str]:
    """Return `names` as headers of a table: one line, not empty, unique also among `fixed`, ≤ 255 units."""
    found: list[str] = []
    for name in names:
        line = " ".join(xml_clean(name).split()) or say("Role")
        found.append(unique_name(shortened(line, MOST_COLUMN_NAME), [*fixed, *found], MOST_COLUMN_NAME))
    return found
