"""The door to translations for what knows no Qt: sentences of checks, mends and the guide.

The window installs its translator here; without one (on the command line) the sentences stay English.
"""

from __future__ import annotations

from collections.abc import Callable

_translate: Callable[[str], str] = str


def say(text: str) -> str:
    """Return a whole sentence in the language of the program; names are filled in afterwards."""
    return _translate(text)


def say_count(one: str, many: str, count: int) -> str:
    """Return the sentence for `count` things, with ``{count}`` filled in."""
    return say(one if count == 1 else many).replace("{count}", str(count))


def install(translate: Callable[[str], str]) -> None:
    """Let `translate` (safe to call from any thread) answer from now on."""
    global _translate
    _translate = translate
