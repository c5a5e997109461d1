"""Choosing an activity by hand: its number, the first letters of its name, or the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

SMALL_WORD = 3  # letters of a word that does not count for the initials: and, or, of


@dataclass(frozen=True, slots=True)
class Activity:
    """A lane as it is offered: its number among the lanes, what it is called here, colour, its own name."""

    lane: str
    number: int
    name: str
    colour: str
    own_name: str = ""


def activity_of(activities: Sequence[Activity], typed: str) -> Activity | None:
    """Return the activity that somebody means by `typed`: its number, first letters, a word or initials.

    Of several that begin alike the first one is meant.
    """
    wanted = " ".join(typed.split()).casefold()
    if not wanted:
        return None
    if wanted.isdecimal():
        return next((each for each in activities if str(each.number) == wanted), None)
    for reading in (_whole, _initials, _words):
        for each in activities:
            names = (each.name, each.own_name)
            if any(form.startswith(wanted) for name in names for form in reading(name.casefold())):
                return each
    return None


def letters_for(activities: Sequence[Activity], wanted: Activity) -> str:
    """Return the fewest first letters that mean this activity; empty when another one takes them all."""
    name = " ".join(wanted.name.split()).casefold()
    for count in range(1, len(name) + 1):
        if activity_of(activities, name[:count]) is wanted:
            return name[:count]
    return ""


def _whole(name: str) -> list[str]:
    return [name]


def _initials(name: str) -> list[str]:
    return ["".join(word[0] for word in _words(name) if len(word) > SMALL_WORD)]


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name)
