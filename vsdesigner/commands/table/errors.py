"""What is said when a cell does not take its text."""

from __future__ import annotations

from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.model.text import LIST_LENGTH, NAME_LENGTH

_SHOWN = 60  # characters of a refused text that its sentence repeats


class CellError(UserError):
    """A text that a cell does not take; the message is one sentence that says why and what it takes."""


def quoted(text: str) -> str:
    """Return the text as a sentence may repeat it: one line, and not too much of it."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def within(text: str, limit: int = NAME_LENGTH) -> str:
    """Return `text`; raises `CellError` when it has more characters than the model takes."""
    if len(text) > limit:
        sentence = say("“{text}” has {count} characters; at most {limit} can be kept here.")
        raise CellError(sentence.format(text=quoted(text), count=f"{len(text):,}", limit=f"{limit:,}"))
    return text


def few(count: int) -> None:
    """Raise `CellError` when a list would get more lines than the model takes."""
    if count > LIST_LENGTH:
        sentence = say("The list has {count} lines; at most {limit} can be kept in one cell.")
        raise CellError(sentence.format(count=f"{count:,}", limit=f"{LIST_LENGTH:,}"))
