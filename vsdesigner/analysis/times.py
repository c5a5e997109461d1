"""How long steps and streams take, and how much of that time is work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vsdesigner.analysis.way_totals import WayTotals
from vsdesigner.analysis.ways import Ways
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Calendar, Duration, TimeUnit
from vsdesigner.model.records import Step, Stream


class Span(NamedTuple):
    """Working hours: what is likely, and the bounds. Without bounds of its own all three are equal."""

    minimum: float
    likely: float
    maximum: float

    def plus(self, other: Span) -> Span:
        return Span(self.minimum + other.minimum, self.likely + other.likely, self.maximum + other.maximum)


NO_TIME = Span(0.0, 0.0, 0.0)


class StepTimes(NamedTuple):
    """Process and wait time of a step; None where the step does not say it."""

    process: Span | None
    wait: Span | None

    @property
    def lead(self) -> Span | None:
        """Process and wait time together; None when the step says neither."""
        if self.process is None and self.wait is None:
            return None
        return (self.process or NO_TIME).plus(self.wait or NO_TIME)


@dataclass(frozen=True, slots=True)
class PathTimes:
    """What the times along the main path of a stream add up to, in working hours of its calendar.

    `path` are the steps from demand to where value arises: at branches that are all needed the longest
    one, at a choice the main way. `untimed` are those of them that say no time. While nothing leads to
    value yet (`complete` is false) the path ends where the stream ends.
    """

    path: tuple[str, ...]
    process: Span
    wait: Span
    untimed: tuple[str, ...]
    complete: bool

    @property
    def lead(self) -> Span:
        """Process and wait time together."""
        return self.process.plus(self.wait)

    @property
    def efficiency(self) -> float | None:
        """Process time ÷ lead time, 0 to 1; None while there is no time."""
        return self.process.likely / self.lead.likely if self.lead.likely > 0 else None


@dataclass(frozen=True, slots=True)
class StreamTimes(PathTimes):
    """What the times of a stream's steps add up to, in working hours of its calendar.

    `rolled_quality` is the product of the shares complete and accurate along the path (0 to 1), None when
    no step says one. `effort` is the process time of every step up to value, whatever branch it is on.
    `shortest` and `longest` lead times run through the choices without any loop; `expected` weighs
    choices and loops by their shares, and is None when a choice has none that make a whole
    (`open_choices`, ids of steps or demand) or a loop never ends. A loop without a share counts as not
    taken (`open_loops`, flow ids). `after_value` are the steps that follow where value has arisen; they
    count for nothing else.
    """

    effort: float
    shortest: float
    longest: float
    expected: float | None
    rolled_quality: float | None
    after_value: tuple[str, ...]
    open_choices: tuple[str, ...]
    open_loops: tuple[str, ...]


def hours_per(unit: TimeUnit, calendar: Calendar) -> float:
    """Return how many working hours one `unit` has."""
    if unit is TimeUnit.MINUTES:
        return 1 / 60
    if unit is TimeUnit.HOURS:
        return 1.0
    if unit is TimeUnit.DAYS:
        return calendar.hours_per_day
    return calendar.hours_per_day * calendar.days_per_week


def in_hours(duration: Duration | None, calendar: Calendar) -> Span | None:
    """Return a duration in working hours; None when it says nothing.

    Without a likely value the middle of the two bounds stands for it, or the only bound there is.
    """
    if duration is None:
        return None
    said = [bound for bound in (duration.minimum, duration.maximum) if bound is not None]
    if duration.likely is not None:
        likely = duration.likely
    elif said:
        likely = sum(said) / len(said)
    else:
        return None
    factor = hours_per(duration.unit, calendar)
    minimum = likely if duration.minimum is None else min(duration.minimum, likely)
    maximum = likely if duration.maximum is None else max(duration.maximum, likely)
    return Span(minimum * factor, likely * factor, maximum * factor)


def step_times(step: Step, calendar: Calendar) -> StepTimes:
    """Return a step's times in working hours."""
    return StepTimes(in_hours(step.process_time, calendar), in_hours(step.wait_time, calendar))


def path_times(view: Snapshot, stream: str) -> PathTimes:
    """Return the times of a stream's main path; cheaper than `stream_times`, which has them too."""
    times = _times(view, stream)
    return _along(_totals(Ways(view, stream), times), times)


def stream_times(view: Snapshot, stream: str) -> StreamTimes:
    """Return all times of a stream; raises `MissingRecordError` when there is no such stream."""
    times = _times(view, stream)
    ways = Ways(view, stream)
    totals = _totals(ways, times)
    main = _along(totals, times)
    return StreamTimes(
        path=main.path,
        process=main.process,
        wait=main.wait,
        untimed=main.untimed,
        complete=main.complete,
        effort=sum(_likely(entry.process) for id, entry in times.items() if id in ways.before_value),
        shortest=totals.shortest,
        longest=totals.longest,
        expected=totals.expected,
        rolled_quality=_product(view.get(id, Step).complete_and_accurate for id in main.path),
        after_value=tuple(id for id in times if id in ways.after_value),
        open_choices=tuple(id for id in (ways.demand, *times) if id in totals.open_choices),
        open_loops=tuple(flow.id for flow in view.flows(stream) if flow.id in totals.open_loops),
    )


def _times(view: Snapshot, stream: str) -> dict[str, StepTimes]:
    """The times of all steps by id, in the order of their numbers."""
    calendar = view.get(stream, Stream).calendar
    return {step.id: step_times(step, calendar) for step in view.steps(stream)}


def _totals(ways: Ways, times: Mapping[str, StepTimes]) -> WayTotals:
    return WayTotals(ways, {id: _likely(entry.lead) for id, entry in times.items()})


def _along(totals: WayTotals, times: Mapping[str, StepTimes]) -> PathTimes:
    path = tuple(id for id in totals.path if id in times)
    return PathTimes(
        path=path,
        process=_sum(times[id].process for id in path),
        wait=_sum(times[id].wait for id in path),
        untimed=tuple(id for id in path if times[id].lead is None),
        complete=totals.complete,
    )


def _sum(spans: Iterable[Span | None]) -> Span:
    total = NO_TIME
    for span in spans:
        if span is not None:
            total = total.plus(span)
    return total


def _likely(span: Span | None) -> float:
    return 0.0 if span is None else span.likely


def _product(percents: Iterable[float | None]) -> float | None:
    """The product of the percentages as a fraction; None when there is none."""
    product: float | None = None
    for percent in percents:
        if percent is not None:
            product = (1.0 if product is None else product) * percent / 100
    return product
