"""The cells with the responsibility letters of a role."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vsdesigner.commands import raci
from vsdesigner.commands.table.errors import CellError, quoted
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of
from vsdesigner.language import say
from vsdesigner.model.parts import RaciLetter
from vsdesigner.model.records import Step

_BETWEEN = re.compile(r"[\s/,;+&|]+")
_LENGTH = 60  # characters; longer is no list of letters


def letters(view: Snapshot, step: Step) -> tuple[str, ...]:
    """Return the letters to choose from, and both first ones together as the method writes them."""
    known = [entry.letter for entry in view.settings.raci_letters]
    both = f"{raci.ACCOUNTABLE}/{raci.RESPONSIBLE}"
    return (*known, both) if {raci.ACCOUNTABLE, raci.RESPONSIBLE} <= set(known) else tuple(known)


def read_letters(role: str) -> Callable[[Snapshot, Step], str]:
    """Return how the letters of a role are read."""
    return lambda _view, step: letters_of(step.raci, role)


def change_letters(role: str) -> Callable[[Writing, Step, str], Step]:
    """Return how the letters of a role are written; a second A takes it from the first."""

    def change(writing: Writing, step: Step, text: str) -> Step:
        writing.set_letters(step.id, role, letters_in(writing.view.settings.raci_letters, text))
        return step

    return change


def letters_in(known: Sequence[RaciLetter], text: str) -> str:
    """Return the letters of a text, spelled as in the document: ``A/R``, ``ra``, ``R, A``, ``Accountable``.

    Raises `CellError` for what is no letter of the set.
    """
    found: list[str] = []
    for part in _BETWEEN.split(text.strip()[:_LENGTH]):
        if part:
            found += _split(known, part)
    if len(text.strip()) > _LENGTH:
        raise _foreign(known, text)
    return raci.spelled(known, "/".join(found))


def _split(known: Sequence[RaciLetter], part: str) -> list[str]:
    """The letters of a word: one by its name, or several written together."""
    named = [entry.letter for entry in known if part.casefold() == entry.name.casefold()]
    if named:
        return named[:1]
    rest, found = part.upper(), []
    longest_first = sorted((entry.letter for entry in known), key=len, reverse=True)
    while rest:
        letter = next((letter for letter in longest_first if rest.startswith(letter)), None)
        if letter is None:
            raise _foreign(known, part)
        found.append(letter)
        rest = rest[len(letter) :]
    return found


def _foreign(known: Sequence[RaciLetter], text: str) -> CellError:
    sentence = say("“{text}” is not among the letters of this document: {letters}.")
    letters = ", ".join(entry.letter for entry in known)
    return CellError(sentence.format(text=quoted(text), letters=letters))
