"""Follows one role, practice, tool or activity through a stream: where it occurs, and its share of it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from vsdesigner.analysis.times import path_times, step_times
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import lane_name, practice_name, role_name
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import Lane, Practice, Role, Step, Stream, Tool
from vsdesigner.model.reference import practice_catalog


class LensKind(StrEnum):
    """What a lens follows, in the order in which it is offered."""

    ROLE = "role"
    PRACTICE = "practice"
    TOOL = "tool"
    ACTIVITY = "activity"


_WORKING = frozenset("RA")  # letters of those who work at a step or answer for it


class Lens(NamedTuple):
    """One thing to be followed; `id` is that of a record or of a practice of the catalogue."""

    kind: LensKind
    id: str


class Occurrence(NamedTuple):
    """A step at which the lens stays; `letters` are those that a followed role holds there, as ``A/R``."""

    step: str
    letters: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A lens that shows something of a stream: what it is called, and at how many steps it stays."""

    lens: Lens
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What a lens shows of a stream: its occurrences in walking order, which is that of the numbers.

    `all_steps` counts the steps of the stream. `share_of_time` is the process and wait time of those
    occurrences that are on the main path (`on_path` counts them) ÷ that of the whole path, as totals have
    it, 0 to 1; None while no step of the path says a time. A role has every letter at its occurrences;
    `working` counts those at which it works or answers (R or A).
    """

    occurrences: tuple[Occurrence, ...] = ()
    all_steps: int = 0
    share_of_time: float | None = None
    on_path: int = 0
    working: int = 0
    _places: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def steps(self) -> tuple[str, ...]:
        """Ids of the steps at which it stays."""
        return tuple(occurrence.step for occurrence in self.occurrences)

    @property
    def share_of_steps(self) -> float:
        """Its steps ÷ all steps, 0 to 1; 0 in a stream without steps."""
        return len(self.occurrences) / self.all_steps if self.all_steps else 0.0

    def place(self, step: str) -> int:
        """Return which occurrence a step is, from 1; 0 when it is none."""
        if not self._places and self.occurrences:
            self._places.update({id: place for place, id in enumerate(self.steps, start=1)})
        return self._places.get(step, 0)


def seen_through(view: Snapshot, stream: str, lens: Lens) -> Sight:
    """Return what a lens shows of a stream; nothing occurs of what the document does not know.

    A role is where it holds a letter for the step or any of its tasks; an activity also where a step
    serves it further. Raises `MissingRecordError` when there is no such stream.
    """
    record, path = view.get(stream, Stream), path_times(view, stream).path
    if not exists(view, lens):
        return Sight((), len(view.steps(stream)), _share(view, record, path, set()))
    found: list[Occurrence] = []
    for step in view.steps(stream):
        if lens.id in _SHOWN[lens.kind](step):
            letters = _letters(view, step, lens.id) if lens.kind is LensKind.ROLE else ""
            found.append(Occurrence(step.id, letters))
    there = {occurrence.step for occurrence in found}
    return Sight(
        tuple(found),
        len(view.steps(stream)),
        _share(view, record, path, there),
        len(there.intersection(path)),
        sum(not _WORKING.isdisjoint(occurrence.letters.split("/")) for occurrence in found),
    )


def lenses(view: Snapshot, stream: str) -> tuple[Offer, ...]:
    """Return all that can be followed through a stream, kind by kind, what occurs most often first.

    Those that occur equally often follow the order of the document (practices: their names), and
    activities always the order of the value chain.
    """
    found: list[Offer] = []
    for kind in LensKind:
        counts: dict[str, int] = {}
        for step in view.steps(stream):
            for id in _SHOWN[kind](step):
                counts[id] = counts.get(id, 0) + 1
        offers = [
            Offer(lens, name_of(view, lens), count)
            for lens, count in ((Lens(kind, id), count) for id, count in counts.items())
            if exists(view, lens)
        ]
        found += sorted(offers, key=lambda offer: _rank(view, offer))
    return tuple(found)


def at_step(view: Snapshot, step: str) -> tuple[Lens, ...]:
    """Return what of a step can be followed, kind by kind in the order of the step's own lists."""
    record = view.find(step)
    if not isinstance(record, Step):
        return ()
    found = (Lens(kind, id) for kind in LensKind for id in _SHOWN[kind](record))
    return tuple(lens for lens in found if exists(view, lens))


def exists(view: Snapshot, lens: Lens) -> bool:
    """Say whether the document knows what the lens follows."""
    record = view.find(lens.id)
    if lens.kind is LensKind.PRACTICE:
        return isinstance(record, Practice) or lens.id in practice_catalog()
    return isinstance(record, _RECORDS[lens.kind])


def name_of(view: Snapshot, lens: Lens) -> str:
    """Return what the followed thing is called."""
    return _NAMES[lens.kind](view, lens.id)


# -- inside -------------------------------------------------------------------------------------------------
def _share(view: Snapshot, stream: Stream, path: Iterable[str], there: set[str]) -> float | None:
    """The time of the steps of a path that are `there` ÷ that of all of them."""
    total = inside = 0.0
    for id in path:
        lead = step_times(view.get(id, Step), stream.calendar).lead
        hours = 0.0 if lead is None else lead.likely
        total += hours
        inside += hours if id in there else 0.0
    return inside / total if total > 0 else None


def _marks(step: Step) -> Iterable[RaciMark]:
    yield from step.raci
    for task in step.tasks:
        yield from task.raci


def _letters(view: Snapshot, step: Step, role: str) -> str:
    """What a role holds for the step or any of its tasks, in the order of the document's letters."""
    held = {letter for mark in _marks(step) if mark.role == role for letter in mark.letters.split("/")}
    known = [entry.letter for entry in view.settings.raci_letters if entry.letter in held]
    return "/".join((*known, *sorted(held.difference(known))))


def _rank(view: Snapshot, offer: Offer) -> tuple[int, int, str, str]:
    record = view.find(offer.lens.id)
    order = getattr(record, "order", 0)
    if offer.lens.kind is LensKind.ACTIVITY:
        return 0, order, offer.lens.id, ""
    if offer.lens.kind is LensKind.PRACTICE:
        return -offer.count, 0, offer.name.casefold(), offer.lens.id
    return -offer.count, order, offer.lens.id, ""


def _tool_name(view: Snapshot, id: str) -> str:
    tool = view.find(id)
    return tool.name if isinstance(tool, Tool) else id


#: What of each kind a step has, each id once.
_SHOWN: dict[LensKind, Callable[[Step], dict[str, None]]] = {
    LensKind.ROLE: lambda step: dict.fromkeys(mark.role for mark in _marks(step)),
    LensKind.PRACTICE: lambda step: dict.fromkeys(use.practice for use in step.practices),
    LensKind.TOOL: lambda step: dict.fromkeys(use.tool for use in step.tools),
    LensKind.ACTIVITY: lambda step: dict.fromkeys((step.lane, *step.further_lanes)),
}
_RECORDS = {LensKind.ROLE: Role, LensKind.TOOL: Tool, LensKind.ACTIVITY: Lane}
_NAMES: dict[LensKind, Callable[[Snapshot, str], str]] = {
    LensKind.ROLE: role_name,
    LensKind.PRACTICE: practice_name,
    LensKind.TOOL: _tool_name,
    LensKind.ACTIVITY: lane_name,
}
