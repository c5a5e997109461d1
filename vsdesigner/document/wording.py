"""The one formatter: how durations, lists, tools, roles and mappings read on screen, in tables and slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from vsdesigner.document.query import revisited_lanes
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.parts import (
    Calendar,
    Duration,
    LeadTime,
    PracticeUse,
    RaciMark,
    Responsibility,
    Task,
    TimeUnit,
    ToolUse,
)
from vsdesigner.model.records import Lane, Practice, Role, Step, Stream, Tool
from vsdesigner.model.reference import practice_catalog

ITEM = "– "
SUB_ITEM = "    – "
UNTITLED = "Untitled stream"
USE_CASE_TITLE = "Service value stream: {name}"
FEW_VISITS = 4  # up to here a note tells the visits one after the other
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FEW_HOURS = 1.0
MANY_DAYS = 10  # from here on hours are too fine to be told
_SHORT_UNITS = {"minutes": "min", "hours": "h", "days": "d", "weeks": "w"}


def number_text(value: float) -> str:
    """Return a number without needless zeros: 3, 0.5, 12.25."""
    return f"{value:.10g}" if value < 1e10 else f"{value:.0f}"


def spoken_number(value: float) -> str:
    """Return a number as it stands in a sentence, with the decimal mark of the language."""
    return number_text(value).replace(".", say("1.5")[1])


def range_text(minimum: float | None, maximum: float | None) -> str:
    """Return ``1-3``, ``from 1``, ``up to 3``, ``2`` or nothing."""
    if minimum is None and maximum is None:
        return ""
    if minimum is None:
        return say("up to {most}").format(most=spoken_number(maximum or 0))
    if maximum is None:
        return say("from {least}").format(least=spoken_number(minimum))
    if minimum == maximum:
        return spoken_number(minimum)
    return f"{spoken_number(minimum)}-{spoken_number(maximum)}"


def _unit(value: float | None, unit: str) -> str:
    return say(unit.removesuffix("s") if value == 1 else unit)


def unit_text(unit: TimeUnit) -> str:
    """Return ``hours``, as a unit stands alone."""
    return say(unit.value)


def hours_text(hours: float, calendar: Calendar) -> str:
    """Return working hours in words: ``25 minutes``, ``4.5 hours``, ``2 days 3 hours``, ``64 days``.

    From two working days of the calendar on they are counted in days, from `MANY_DAYS` on in whole ones.
    """
    minutes = round(hours * 60)
    if 0 < minutes < 60:
        return f"{minutes} {_unit(minutes, TimeUnit.MINUTES.value)}"
    day = calendar.hours_per_day
    if hours < 2 * day:
        value = round(hours, 2)
        return f"{spoken_number(value)} {_unit(value, TimeUnit.HOURS.value)}"
    days, rest = divmod(hours, day)
    over = round(rest)
    if hours >= MANY_DAYS * day:
        days, over = float(round(hours / day)), 0
    elif over >= day:
        days, over = days + 1, 0
    words = f"{spoken_number(days)} {_unit(days, TimeUnit.DAYS.value)}"
    return f"{words} {over} {_unit(over, TimeUnit.HOURS.value)}" if over else words


def hours_unit(hours: float) -> TimeUnit:
    """Return the unit in which so many hours read best: less than one of them are minutes."""
    return TimeUnit.MINUTES if 0 < hours < _FEW_HOURS else TimeUnit.HOURS


def date_text(day: date) -> str:
    """Return ``22 November 2026``, in the language that is spoken."""
    return say("{day} {month} {year}").format(day=day.day, month=say(_MONTHS[day.month - 1]), year=day.year)


def one_line(text: str) -> str:
    """Return `text` with its line ends turned into spaces: an item of a list is one line."""
    return text.replace("\n", " ")


def list_text(lines: Iterable[str]) -> str:
    """Return one line an item, each behind an en dash, as lists stand in one cell."""
    return "\n".join(ITEM + one_line(line) for line in lines)


def series_text(words: Sequence[str]) -> str:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return say("{words} and {last}").format(words=", ".join(words[:-1]), last=words[-1])


def numbers_text(numbers: Sequence[int]) -> str:
    """Return ascending numbers in words, runs of three and more drawn together: ``1 to 4, 7 and 9``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words: list[str] = []
    for run in runs:
        whole = say("{first} to {last}").format(first=run[0], last=run[-1])
        words += [whole] if len(run) > 2 else map(str, run)
    return series_text(words)


def lead_time_text(lead: LeadTime) -> str:
    """Return ``Simple service: 1-3 days``."""
    span = range_text(lead.minimum, lead.maximum)
    if not span:
        return lead.service_class
    last = lead.maximum if lead.maximum is not None else lead.minimum
    text = f"{span} {_unit(last, lead.unit.value)}"
    return f"{lead.service_class}: {text}" if lead.service_class else text


def duration_text(duration: Duration | None, *, short: bool = False) -> str:
    """Return ``4 hours`` or ``2 days (1-5)``; `short` gives ``4 h`` for cards."""
    if duration is None:
        return ""
    span = range_text(duration.minimum, duration.maximum)
    unit = _SHORT_UNITS[duration.unit.value] if short else None
    if duration.likely is None:
        last = duration.maximum if duration.maximum is not None else duration.minimum
        return f"{span} {unit or _unit(last, duration.unit.value)}" if span else ""
    text = f"{spoken_number(duration.likely)} {unit or _unit(duration.likely, duration.unit.value)}"
    return f"{text} ({span})" if span and not short else text


def task_lines(tasks: Iterable[Task]) -> Iterator[str]:
    """Yield ``– Action`` and ``    – Task`` lines."""
    for task in tasks:
        yield (SUB_ITEM if task.indent else ITEM) + one_line(task.text)


def practice_name(view: Snapshot, id: str) -> str:
    """Return the name of a catalogue practice or of one of the document's own."""
    own = view.find(id)
    if isinstance(own, Practice):
        return own.name
    known = practice_catalog().get(id)
    return known.name if known else id


def practice_text(view: Snapshot, use: PracticeUse) -> str:
    """Return the practice's name, with its contribution behind a colon where one is recorded."""
    name = practice_name(view, use.practice)
    return f"{name}: {use.contribution}" if use.contribution else name


def tool_text(view: Snapshot, use: ToolUse) -> str:
    """Return ``Meeting tools (e.g., Microsoft Teams, Zoom)``, or the bare category."""
    tool = view.find(use.tool)
    name = tool.name if isinstance(tool, Tool) else use.tool
    return f"{name} ({say('e.g.,')} {', '.join(use.products)})" if use.products else name


def role_name(view: Snapshot, id: str) -> str:
    """Return a role's name."""
    role = view.find(id)
    return role.name if isinstance(role, Role) else id


def responsibility_text(view: Snapshot, duty: Responsibility) -> str:
    """Return ``Role: duty``."""
    name = role_name(view, duty.role)
    return f"{name}: {duty.duty}" if duty.duty else name


def letters_of(marks: Iterable[RaciMark], role: str) -> str:
    """Return the letters a role holds, ``A/R``, or nothing."""
    return next((mark.letters for mark in marks if mark.role == role), "")


def lane_name(view: Snapshot, id: str) -> str:
    """Return an activity's name."""
    lane = view.find(id)
    return lane.name if isinstance(lane, Lane) else id


def facet_name(view: Snapshot, step: Step) -> str:
    """Return the chosen half of a double-named activity (*Design*), or nothing."""
    lane = view.find(step.lane)
    if isinstance(lane, Lane):
        return next((facet.name for facet in lane.facets if facet.id == step.facet), "")
    return ""


def qualifier_text(view: Snapshot, step: Step) -> str:
    """Return the step's own qualifier, else what its facet says, else nothing."""
    if step.qualifier:
        return step.qualifier
    lane = view.find(step.lane)
    if isinstance(lane, Lane):
        return next((facet.qualifier for facet in lane.facets if facet.id == step.facet), "")
    return ""


def activity_text(view: Snapshot, step: Step) -> str:
    """Return the name of the step's activity; further ones that it also serves follow behind commas."""
    if not step.further_lanes:
        return lane_name(view, step.lane)
    return ", ".join(lane_name(view, id) for id in dict.fromkeys((step.lane, *step.further_lanes)))


def mapping_text(view: Snapshot, step: Step) -> str:
    """Return ``Activity (qualifier) (Step n)`` as the method's mapping table has it."""
    words = [activity_text(view, step)]
    qualifier = qualifier_text(view, step)
    if qualifier:
        words.append(f"({qualifier})")
    words.append("({})".format(say("Step {number}").format(number=view.number(step.id))))
    return " ".join(words)


def return_notes(view: Snapshot, stream: str) -> list[str]:
    """Return a sentence for every activity visited more than once: which steps, and for which half of it.

    ``Steps 3 and 5 come back to Design and Transition: first for Design, then for Transition.``
    """
    return [
        _return_note(view, lane_name(view, lane), steps)
        for lane, steps in revisited_lanes(view, stream).items()
    ]


def _return_note(view: Snapshot, lane: str, steps: Sequence[Step]) -> str:
    halves = [facet_name(view, step) for step in steps]
    numbers = [view.number(step.id) for step in steps]
    start = say("Steps {numbers} come back to {activity}").format(
        numbers=numbers_text(numbers), activity=lane
    )
    if not any(halves):
        return f"{start}."
    reasons = [half or say("all of it") for half in halves]
    if len(set(reasons)) == 1:
        return say("{start}, each time for {half}.").format(start=start, half=reasons[0])
    if len(steps) <= FEW_VISITS:
        told = [reason for reason, _ in groupby(reasons)]
        visits = [say("first for {half}").format(half=told[0])]
        visits += [say("then for {half}").format(half=reason) for reason in told[1:]]
        return f"{start}: {', '.join(visits)}."
    groups = []
    for reason in dict.fromkeys(reasons):
        those = [number for number, other in zip(numbers, reasons, strict=True) if other == reason]
        groups.append(say("{numbers} for {half}").format(numbers=numbers_text(those), half=reason))
    return f"{start}: {'; '.join(groups)}."


# -- whole cells of the method's tables ---------------------------------------------------------------------
def stream_title(stream: Stream) -> str:
    """Return the stream's name, or what stands in its place while it has none."""
    return stream.name or say(UNTITLED)


def tasks_text(step: Step) -> str:
    """Return the cell with a step's actions and tasks."""
    return "\n".join(task_lines(step.tasks))


def practices_text(view: Snapshot, step: Step) -> str:
    """Return the cell with the practices that contribute to a step."""
    return list_text(practice_text(view, use) for use in step.practices)


def tools_text(view: Snapshot, step: Step) -> str:
    """Return the cell with a step's tools and technologies."""
    return list_text(tool_text(view, use) for use in step.tools)


def lead_times_text(stream: Stream) -> str:
    """Return the cell with the lead times by class of service."""
    return list_text(lead_time_text(lead) for lead in stream.lead_times)


def responsibilities_text(view: Snapshot, stream: Stream) -> str:
    """Return the cell with roles and what they do, one line each; a role may come twice."""
    return "\n".join(one_line(responsibility_text(view, duty)) for duty in stream.responsibilities)


def use_case_title(stream: Stream) -> str:
    """Return ``Service value stream: Name``."""
    return say(USE_CASE_TITLE).format(name=stream_title(stream))


def use_case_rows(view: Snapshot, stream: Stream) -> list[tuple[str, str]]:
    """Return label and text of each row of the use case; the last three stand only when they are filled."""
    return [(say(label), text) for label, text in use_case_texts(view, stream).items()]


def use_case_texts(view: Snapshot, stream: Stream) -> dict[str, str]:
    """Return the rows of the use case by their English labels, which are names for them, too."""
    rows = {
        "Owned by": stream.owner,
        "Description": stream.description,
        "Demand or Trigger": stream.demand,
        "Outcomes": stream.outcomes,
        "Value created": stream.value,
        "Estimated or target lead time": lead_times_text(stream),
        "Roles and Responsibilities": responsibilities_text(view, stream),
    }
    more = {
        "Service offerings": list_text(stream.service_offerings),
        "State": state_text(stream),
        "Version": stream.version,
    }
    return rows | {label: text for label, text in more.items() if text}


def state_text(stream: Stream) -> str:
    """Return ``as-is``, ``to-be`` or nothing."""
    return say(stream.state.value) if stream.state.value else ""
