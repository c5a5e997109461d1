"""Check that the steps of an activity have different names."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.spellings import plain
from vsdesigner.analysis.words import step_words
from vsdesigner.language import say
from vsdesigner.model.records import Step

CHECK = Check(
    "same-step-name",
    Level.HINT,
    "Two steps with one name in one activity",
    "Readers take two steps of the same name for one, above all in tables, where they see no drawing.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the steps that share name and activity with an earlier one."""
    named: dict[tuple[str, str], Step] = {}
    for step in reading.steps:
        name = plain(step.name).rstrip(".")
        first = named.setdefault((step.lane, name), step) if name else step
        if first is not step:
            text = say("{step} has the same name and activity as step {number}.").format(
                step=step_words(reading.view, step), number=reading.view.number(first.id)
            )
            yield CHECK.on(step.id, "name", text)
