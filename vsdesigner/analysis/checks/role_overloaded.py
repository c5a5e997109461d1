"""Check that the work of a stream, and answering for it, do not hang on one role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.matrix import ACCOUNTABLE, FEWEST_ROLES, FEWEST_ROWS, RESPONSIBLE
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import quoted, stream_words
from vsdesigner.document.wording import role_name
from vsdesigner.language import say

CHECK = Check(
    "role-overloaded",
    Level.HINT,
    "One role with most of the letters",
    "One role that answers for most steps, or does most of them, is where the stream waits.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the roles that answer for more than half of the rows, or do the work of them."""
    if len(reading.view.roles) < FEWEST_ROLES:
        return
    yield from _holding_most(
        reading, ACCOUNTABLE, say("{stream}: {role} answers for {count} of {rows} rows.")
    )
    yield from _holding_most(
        reading, RESPONSIBLE, say("{stream}: {role} is responsible for {count} of {rows} rows.")
    )


def _holding_most(reading: Reading, letter: str, sentence: str) -> Iterator[Finding]:
    lettered = sum(1 for row in reading.lettered if letter in row.letters)
    if letter not in reading.letters or lettered < FEWEST_ROWS:
        return
    held = Counter(role for row in reading.lettered for role in set(row.letters.get(letter, ())))
    for role in reading.view.roles:
        if held[role.id] > lettered / 2:
            text = sentence.format(
                stream=stream_words(reading.stream),
                role=quoted(role_name(reading.view, role.id)),
                count=held[role.id],
                rows=lettered,
            )
            yield CHECK.on(role.id, "", text)
