"""Mends of steps without practices: those that probably contribute."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.words import quoted
from vsdesigner.commands import lists
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import practice_name
from vsdesigner.language import say
from vsdesigner.model.parts import PracticeUse
from vsdesigner.model.records import Step
from vsdesigner.model.reference import CatalogPractice, practice_catalog

MOST = 3
STRONG = 2  # the grade of a practice that contributes much to an activity
STEM = 4  # letters in which a word of a step's name and one of a practice's have to agree

# Words in so many names of practices that they tell nothing.
_COMMON = frozenset(["and", "business", "enablement", "level", "management", "service"])


def add_likely(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to add one of the practices that probably contribute to a step."""
    step = view.find(finding.record)
    if not isinstance(step, Step) or step.practices or step.substream:
        return
    for practice in likely_practices(view, step)[:MOST]:
        label = say("Add {practice}").format(practice=quoted(practice_name(view, practice)))
        yield Mend(label, _adding(step.id, practice))


def likely_practices(view: Snapshot, step: Step) -> list[str]:
    """Return the practices that probably contribute to a step, the likeliest first.

    Those that its name speaks of come first, then those that the document uses in the same activity, then
    the ones that contribute much to it by the catalogue; what contributes to few others is more telling.
    """
    used = Counter(
        use.practice
        for stream in view.streams
        for other in view.steps(stream.id)
        if other.lane == step.lane
        for use in other.practices
    )
    catalog = practice_catalog()
    order = [*catalog, *(practice.id for practice in view.practices)]
    spoken_of = {id: _agreeing(step.name, practice) for id, practice in catalog.items()}
    grades = {id: practice.contribution.get(step.lane, 0) for id, practice in catalog.items()}
    found = [id for id in order if spoken_of.get(id) or used[id] or grades.get(id, 0) >= STRONG]
    return sorted(
        found,
        key=lambda id: (
            -spoken_of.get(id, 0),
            -used[id],
            -grades.get(id, 0),
            sum(catalog[id].contribution.values()) if id in catalog else 0,
            order.index(id),
        ),
    )


def _agreeing(name: str, practice: CatalogPractice) -> int:
    """How much of a practice's name, or of one it is also known by, stands in a step's name: its telling
    words; of the common ones, two count like one (``service levels``)."""
    words = _words(name)
    found = 0
    for known in (practice.name, *practice.aliases):
        spoken_of = {word for word in _words(known) if any(_agree(word, other) for other in words)}
        found = max(found, len(spoken_of - _COMMON) + len(spoken_of & _COMMON) // 2)
    return found


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= STEM}


def _agree(one: str, other: str) -> bool:
    """``deploy`` and ``deployment``, ``incidents`` and ``incident``."""
    return one.startswith(other) or other.startswith(one)


def _adding(step: str, practice: str) -> Callable[[Draft], None]:
    def act(draft: Draft) -> None:
        present = draft.get(step, Step).practices
        lists.set_practices(draft, step, (*present, PracticeUse(practice=practice)))

    return act
