"""Check that the name of a step says what is done, starting with a verb."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.first_words import starts_with_no_verb
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import step_words
from vsdesigner.language import say

CHECK = Check(
    "step-name-without-verb",
    Level.HINT,
    "Step whose name starts with no verb",
    "A verb at the start says what somebody does; a noun leaves open whether it is work, a team or a paper.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the steps whose name surely starts with something else than a verb."""
    for step in reading.steps:
        if step.name.strip() and starts_with_no_verb(step.name):
            text = say("{step} does not start with a verb.").format(step=step_words(reading.view, step))
            yield CHECK.on(step.id, "name", text)
