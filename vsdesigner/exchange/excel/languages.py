"""The languages of workbooks: what the program itself writes into one, as tables of sentences."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from functools import cache

from vsdesigner.exchange.options import Choice, Option, OptionKind
from vsdesigner.language import speaking
from vsdesigner.resource import resource_path

ENGLISH = "en"
TRANSLATED = ("de", "fr")  # a table each: resources/translations/workbook/de.json
LANGUAGES = (ENGLISH, *TRANSLATED)
_LONGEST = 80  # characters; no header is longer

LANGUAGE = Option(
    "language",
    "Language",
    "The language of sheet names, headers and titles. What you wrote yourself stays as it is.",
    OptionKind.CHOICE,
    ENGLISH,
    (Choice("en", "English"), Choice("de", "German"), Choice("fr", "French")),
)


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the table of a language: English sentence → the same in that language."""
    if language == ENGLISH:
        return {text: text for text in words(TRANSLATED[0])}
    path = resource_path("translations", "workbook", f"{language}.json")
    table: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return table


def in_language(language: str) -> AbstractContextManager[None]:
    """Let the program say inside what stands in a workbook in this language, whatever it speaks itself."""
    return speaking(words(language))


def language_of(texts: Iterable[str], known: Iterable[str]) -> str:
    """Return the language in which most of the `known` texts occur in a workbook; English in doubt."""
    exclusive: dict[str, str] = {}
    for text in known:
        spelled = {language: plain(words(language).get(text, text)) for language in LANGUAGES}
        exclusive |= {
            word: language for language, word in spelled.items() if list(spelled.values()).count(word) == 1
        }
    counts = Counter(
        exclusive[word] for text in texts if len(text) < _LONGEST and (word := plain(text)) in exclusive
    )
    return max(LANGUAGES, key=lambda language: counts[language])


def plain(text: str) -> str:
    """Return a header in the form in which headers are compared."""
    return "".join(text.casefold().split())


def spellings(text: str) -> tuple[str, ...]:
    """Return how a text of a workbook is spelled in every language, English first."""
    return tuple(dict.fromkeys((text, *(words(language).get(text, text) for language in TRANSLATED))))
