"""What the closing says beside the whole stream: its totals."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vsdesigner.analysis.finding import Level
from vsdesigner.analysis.journey import Journey
from vsdesigner.analysis.playback import timeline
from vsdesigner.analysis.problems import Problems
from vsdesigner.analysis.times import path_times
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    hours_text,
    lead_time_text,
    one_line,
    role_name,
    spoken_number,
    stream_title,
)
from vsdesigner.model.records import Stream
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.presentation.card.content import (
    Block,
    Chip,
    Chips,
    Content,
    Figures,
    Fill,
    section,
)

_SERIOUS = (Level.ERROR, Level.WARNING)


def closing_content(
    view: Snapshot, stream: str, problems: Problems | None = None, hidden: Collection[str] = ()
) -> Content:
    """Return the totals of a stream. `hidden` leaves out "times" and "raci"."""
    parts = closing_parts(view, stream, problems, hidden)
    return Content(parts[0].name, tuple(block for part in parts for block in part.blocks))


def closing_parts(
    view: Snapshot, stream: str, problems: Problems | None = None, hidden: Collection[str] = ()
) -> tuple[Content, ...]:
    """Return the totals in parts that can stand side by side: counts, times, promises, roles; none empty."""
    record = view.get(stream, Stream)
    name = tr("Closing: {name}").format(name=one_line(stream_title(record)))
    timed = "times" not in hidden
    counts = [
        Chips((Chip(tr("In total"), fill=Fill.ACCENT),), again=True),
        *_counts(view, stream, hidden),
        *section(tr("Still open"), _open(view, stream, problems or Problems())),
    ]
    parts = (
        counts,
        [*_times(view, record)] if timed else [],
        [*_promised(record)] if timed else [],
        [] if "raci" in hidden else [*section(tr("Who takes part"), _roles(view, stream))],
    )
    return tuple(Content(name, tuple(part)) for part in parts if part)


def taking_part(view: Snapshot, stream: str) -> list[str]:
    """Return the names of the roles with a letter at a step or a duty in the stream, in the roles' order."""
    there = {duty.role for duty in view.get(stream, Stream).responsibilities}
    for step in view.steps(stream):
        marks = (*step.raci, *(mark for task in step.tasks for mark in task.raci))
        there |= {mark.role for mark in marks}
    return [one_line(role_name(view, role.id)) for role in view.roles if role.id in there]


def activities_met(view: Snapshot, stream: str) -> int:
    """Return how many activities the stream goes through."""
    return len({step.lane for step in view.steps(stream)})


def _counts(view: Snapshot, stream: str, hidden: Collection[str]) -> Iterator[Block]:
    steps, activities = len(view.steps(stream)), activities_met(view, stream)
    roles = len(taking_part(view, stream))
    hand_overs = _hand_overs(view, stream)
    found = [(steps, tr("step"), tr("steps")), (activities, tr("activity"), tr("activities"))]
    if "raci" not in hidden:
        found += [(roles, tr("role"), tr("roles")), (hand_overs, tr("hand-over"), tr("hand-overs"))]
    yield Figures(tuple((str(count), one if count == 1 else many) for count, one, many in found))


def _hand_overs(view: Snapshot, stream: str) -> int:
    walk = timeline(Journey(view, stream))
    return walk.totals(walk.values[0] if walk.values else len(walk.legs)).hand_overs


def _times(view: Snapshot, stream: Stream) -> Iterator[Block]:
    times = path_times(view, stream.id)
    if times.lead.likely > 0:
        figures = [
            (hours_text(times.lead.likely, stream.calendar), tr("lead time")),
            (hours_text(times.process.likely, stream.calendar), tr("process")),
            (hours_text(times.wait.likely, stream.calendar), tr("wait")),
        ]
        if times.efficiency is not None:
            share = spoken_number(round(100 * times.efficiency))
            figures.append((tr("{share} %").format(share=share), tr("flow efficiency")))
        if times.untimed:
            figures.append(
                (
                    str(len(times.untimed)),
                    tr_count("step says no time", "steps say no time", len(times.untimed)),
                )
            )
        yield from section(tr("Time on the main path"), [Figures(tuple(figures))])


def _promised(stream: Stream) -> Iterator[Block]:
    promised = tuple(
        Chip(one_line(lead_time_text(lead))) for lead in stream.lead_times if lead_time_text(lead)
    )
    if promised:
        yield from section(tr("Promised"), [Chips(promised, alike=True)])


def _roles(view: Snapshot, stream: str) -> list[Block]:
    chips = tuple(map(Chip, taking_part(view, stream)))
    return [Chips(chips, alike=True)] if chips else []


def _open(view: Snapshot, stream: str, problems: Problems) -> list[Block]:
    """How much is wrong and how much is not written down yet; nothing where all is well."""
    mine = [finding for finding in problems.findings if _is_of(view, finding.record, stream)]
    unwritten = sum(finding.unwritten for finding in mine)
    wrong = sum(not finding.unwritten and finding.level in _SERIOUS for finding in mine)
    chips = []
    if wrong:
        chips.append(Chip(tr_count("1 problem", "{count} problems", wrong)))
    if unwritten:
        chips.append(Chip(tr_count("1 point not written down", "{count} points not written down", unwritten)))
    return [Chips(tuple(chips), alike=True)] if chips else []


def _is_of(view: Snapshot, id: str, stream: str) -> bool:
    return id == stream or getattr(view.find(id), "stream", "") == stream
