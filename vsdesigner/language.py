"""The door to translations for what knows no Qt: sentences of checks, mends and the guide.

The window installs its translator here; without one (on the command line) the sentences stay English. What
is written in a language of its own choice, whatever the program speaks, is written `speaking` its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

_translate: Callable[[str], str] = str
_words: ContextVar[Mapping[str, str] | None] = ContextVar("words", default=None)


def say(text: str) -> str:
    """Return a whole sentence in the language of the program; names are filled in afterwards."""
    words = _words.get()
    if words is not None:
        spoken = words.get(text)
        if spoken is not None:
            return spoken
    return _translate(text)


def say_count(one: str, many: str, count: int) -> str:
    """Return the sentence for `count` things, with ``{count}`` filled in."""
    return say(one if count == 1 else many).replace("{count}", str(count))


def install(translate: Callable[[str], str]) -> None:
    """Let `translate` (safe to call from any thread) answer from now on."""
    global _translate
    _translate = translate


@contextmanager
def speaking(words: Mapping[str, str]) -> Iterator[None]:
    """Take sentences from `words` inside, in this thread alone; those that it lacks as always."""
    before = _words.set(words)
    try:
        yield
    finally:
        _words.reset(before)
