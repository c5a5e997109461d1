"""The times of a walk as demand takes it: what each stop adds, and where the work changes hands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vsdesigner.analysis.journey import Journey
from vsdesigner.analysis.matrix import ACCOUNTABLE, RESPONSIBLE, row_of
from vsdesigner.analysis.times import StepTimes, step_times
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import role_name
from vsdesigner.model.parts import Calendar
from vsdesigner.model.records import Role, Step, Stream, Terminal, TerminalKind

NO_TIMES = StepTimes(None, None)


class HandOver(NamedTuple):
    """The work goes from one role to another; both as they are called."""

    giver: str
    taker: str


class Totals(NamedTuple):
    """What has added up: working hours of the stream's calendar, and hand-overs between roles."""

    process: float = 0.0
    wait: float = 0.0
    hand_overs: int = 0

    @property
    def lead(self) -> float:
        """Process and wait time together."""
        return self.process + self.wait


class Leg(NamedTuple):
    """The flow ("" where none leads) to a step or terminal, and what happens there.

    `process` and `wait` are likely working hours, None when the step does not say them. They are `counted`
    where they make value come later: not beside something that takes longer, and not after value. `share`
    is how long the stop takes compared with the longest one of the walk, 0 to 1, None when it says no time.
    `totals` are those after it.
    """

    id: str
    flow: str
    process: float | None
    wait: float | None
    counted: bool
    share: float | None
    hand_over: HandOver | None
    totals: Totals


class Timeline(NamedTuple):
    """The legs of a walk: one for each stop of the journey's path."""

    legs: tuple[Leg, ...]
    values: tuple[int, ...]

    def end(self, place: int) -> int:
        """Return the place where demand that is at `place` becomes value, or the number of legs."""
        return next((value for value in self.values if value > place), len(self.legs))

    def totals(self, place: int) -> Totals:
        """Return what has added up when the stop at a place (of the journey, -1 at the opening) is left."""
        if place < 0 or not self.legs:
            return Totals()
        return self.legs[min(place, len(self.legs) - 1)].totals


def timeline(journey: Journey) -> Timeline:
    """Return the times of the line that a journey stands on, from its beginning to its end.

    Up to value they add up along the longest of what is walked side by side; along the main path that
    is what `stream_times` says.
    """
    view, path, passages = journey.view, journey.path, journey.passages
    stream = view.find(journey.stream)
    calendar = stream.calendar if isinstance(stream, Stream) else Calendar()
    times = [_times(view, id, calendar) for id in path]
    hours = [0.0 if each.lead is None else each.lead.likely for each in times]
    values = tuple(place for place, id in enumerate(path) if _is_value(view, id))
    links = _links(view, path, [leaving for _, leaving in passages])
    counted = _longest(hours, links, values[0] if values else None)
    given = _hand_overs(view, path, [flow for flow, _ in passages])
    longest = max(hours, default=0.0)
    legs, totals = [], Totals()
    for place, id in enumerate(path):
        process, wait = (None if span is None else span.likely for span in times[place])
        if place in counted:
            totals = Totals(totals.process + (process or 0.0), totals.wait + (wait or 0.0), totals.hand_overs)
        if given[place] and (not values or place <= values[0]):
            totals = totals._replace(hand_overs=totals.hand_overs + 1)
        share = None if times[place].lead is None else hours[place] / longest if longest else 0.0
        legs.append(Leg(id, passages[place][0], process, wait, place in counted, share, given[place], totals))
    return Timeline(tuple(legs), values)


def _times(view: Snapshot, id: str, calendar: Calendar) -> StepTimes:
    step = view.find(id)
    return step_times(step, calendar) if isinstance(step, Step) else NO_TIMES


def _is_value(view: Snapshot, id: str) -> bool:
    terminal = view.find(id)
    return isinstance(terminal, Terminal) and terminal.kind is TerminalKind.VALUE


# -- what adds up -----------------------------------------------------------------------------------------
def _links(view: Snapshot, path: Sequence[str], leaving: Sequence[frozenset[str]]) -> list[list[int]]:
    """For each place the places to which work goes on from it, in the order of the flows."""
    links: list[list[int]] = [[] for _ in path]
    next_place: dict[str, int] = {}
    for place in range(len(path) - 1, -1, -1):
        for flow in view.outgoing(path[place]):
            if flow.id in leaving[place] and flow.target in next_place:
                links[place].append(next_place[flow.target])
        next_place[path[place]] = place
    return links


def _longest(hours: Sequence[float], links: Sequence[Sequence[int]], value: int | None) -> frozenset[int]:
    """The places that make value come later, at the place `value`, or the end later when there is none."""
    last = len(hours) - 1 if value is None else value
    ahead: dict[int, float] = {}  # place → hours to the end, itself included
    following: dict[int, int] = {}
    arriving = {last} if value is not None else set()
    for place in range(last, -1, -1):
        on = [other for other in links[place] if other in ahead]
        if value is not None:
            on = [other for other in on if other in arriving] or on
        if on:
            following[place] = max(on, key=ahead.__getitem__)
            if following[place] in arriving:
                arriving.add(place)
        ahead[place] = hours[place] + (ahead[following[place]] if on else 0.0)
    found = [0] if hours else []
    while found and found[-1] in following:
        found.append(following[found[-1]])
    return frozenset(found)


# -- who does it ------------------------------------------------------------------------------------------
def _hand_overs(view: Snapshot, path: Sequence[str], flows: Sequence[str]) -> list[HandOver | None]:
    """For each place the change of hands on the way to it.

    Where nobody is said to do the work it stays with whom it was; whoever goes on does not hand over.
    """
    found: list[HandOver | None] = []
    holders: dict[str, tuple[str, ...]] = {}
    for id, flow in zip(path, flows, strict=True):
        record = view.find(flow) if flow else None
        before = holders.get(getattr(record, "source", ""), ())
        doing = _doing(view, id)
        changed = doing and before and not set(doing) & set(before)
        found.append(HandOver(role_name(view, before[0]), role_name(view, doing[0])) if changed else None)
        holders[id] = doing or before
    return found


def _doing(view: Snapshot, id: str) -> tuple[str, ...]:
    """The roles that do the work of a step: responsible for it, else for its tasks, else accountable."""
    step = view.find(id)
    if not isinstance(step, Step):
        return ()
    whole = row_of(step).letters
    tasks = [role for task in step.tasks for role in row_of(step, task).letters.get(RESPONSIBLE, ())]
    for roles in (whole.get(RESPONSIBLE), tasks, whole.get(ACCOUNTABLE)):
        known = [role for role in roles or () if isinstance(view.find(role), Role)]
        if known:
            return tuple(dict.fromkeys(known))
    return ()
