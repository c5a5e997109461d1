"""What there is to say about a step of the method, and what the functions that say it look at."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Step, Stream

NEW_PART = "new"  # the part of a field that is not there yet
SERIOUS = frozenset({Level.ERROR, Level.WARNING})  # what has to be mended before others see it


class Key(NamedTuple):
    """What a thing to do is known by, for whoever puts it off."""

    record: str
    what: str


@dataclass(frozen=True, slots=True)
class Next:
    """One thing to do. `text` says it in a sentence, `verb` on a button.

    It is done in the field `field` of `record` (at the task, role or line `part`, `NEW_PART` for one more),
    or, with the record selected, by the action of the window whose id is `action`, or, with `profile`, by
    choosing that profile. `finding`: what it mends.
    """

    text: str
    verb: str
    record: str = ""
    field: str = ""
    part: str = ""
    action: str = ""
    profile: str = ""
    finding: Finding | None = None

    @property
    def key(self) -> Key:
        """The record and what is to be done about it."""
        check = self.finding.check if self.finding is not None else ""
        return Key(self.record, check or self.action or self.field or self.profile)


@dataclass(frozen=True, slots=True)
class MethodStep:
    """One step of the method. `said` is how far it is; `next` what may be done now, the likeliest first.

    `number` goes on after the five steps of the method proper: who does the work is 6, handing over is 7. A
    step that is done may still offer something to look at; one that is not done offers nothing while it waits
    for another.
    """

    id: str
    number: int
    title: str
    said: str
    done: int
    total: int
    next: tuple[Next, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether nothing is missing."""
        return self.total > 0 and self.done >= self.total


class Seen(NamedTuple):
    """What the functions below look at."""

    view: Snapshot
    stream: Stream
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    skipped: Collection[Key]

    @property
    def own_steps(self) -> list[Step]:
        """The steps that are described here; one that stands for another stream is described there."""
        return [step for step in self.steps if not step.substream]

    def first(self, wanted: Iterable[Next]) -> tuple[Next, ...]:
        """The first thing to do that nobody has put off."""
        found = next((each for each in wanted if each.key not in self.skipped), None)
        return () if found is None else (found,)


def or_in_view(wanted: tuple[Next, ...], view: str, text: str, verb: str) -> tuple[Next, ...]:
    """Return the thing to do and, beside it, the view in which all of its kind are at hand."""
    return (*wanted, Next(text, verb, wanted[0].record, action=f"view.show_{view}")) if wanted else ()


def of_finding(finding: Finding) -> Next:
    """Return the thing to do that a finding asks for."""
    return Next(finding.text, say("Go there"), finding.record, finding.field, finding.part, finding=finding)
