"""What the card of a stop says: of a step, of demand, of value."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vsdesigner.analysis.journey import Journey, StopKind
from vsdesigner.document.card_words import lane_colour, lane_title, terminal_title
from vsdesigner.document.query import phase_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import lead_time_text, one_line, role_name
from vsdesigner.model.records import Lane, Organisation, Phase, Role, Step, Stream, Terminal
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.card.content import (
    Banner,
    Block,
    Chip,
    Chips,
    Content,
    Fill,
    Letters,
    Words,
    plain,
    section,
)
from vsdesigner.ui.presentation.card.step import half_text, manner_blocks, step_blocks
from vsdesigner.ui.presentation.card.ways import way_blocks
from vsdesigner.ui.presentation.where import phase_number


def content_of(
    view: Snapshot, stream: str, journey: Journey, hidden: Collection[str] = (), followed: str = ""
) -> Content:
    """Return what the card says where the journey stands: at a step, demand or value.

    `hidden` leaves sections out: "tools", "times", "raci", "practices". A `followed` role is set off.
    """
    kind, id = journey.stop
    if kind is StopKind.STEP:
        return _step(view, journey, view.get(id, Step), hidden, followed)
    record = view.get(stream, Stream)
    terminal = view.get(id, Terminal)
    if kind is StopKind.VALUE:
        head, lead, *rest = _value(view, record, terminal)
    else:
        head, lead, *rest = _demand(view, record, terminal, hidden)
    return Content(terminal_title(view, terminal), (head, lead, *way_blocks(view, journey), *rest))


def _announces_phase(view: Snapshot, journey: Journey) -> bool:
    """Whether a phase begins that is another one than before value was shown."""
    if not journey.phase_begins:
        return False
    before = next((stop for stop in reversed(journey.trail[:-1]) if stop.kind is not StopKind.VALUE), None)
    phase = phase_of(view, before.id) if before is not None and before.kind is StopKind.STEP else None
    return phase is None or phase.id != journey.phase


def phase_line(view: Snapshot, phase: str) -> str:
    """Return ``Phase 2 of 3: Build``, or ``Phase B: Build (2 of 3)`` of a name that begins like that."""
    record = view.get(phase, Phase)
    number, count = phase_number(view, phase), len(view.phases(record.stream))
    name = one_line(record.name).strip() or tr("Unnamed phase")
    if name.casefold().startswith(tr("Phase").casefold()):
        return tr("{name} ({number} of {count})").format(name=name, number=number, count=count)
    return tr("Phase {number} of {count}: {name}").format(number=number, count=count, name=name)


# -- a step -------------------------------------------------------------------------------------------------
def _step(view: Snapshot, journey: Journey, step: Step, hidden: Collection[str], followed: str) -> Content:
    name = one_line(step.name).strip() or tr("Unnamed step")
    lane = view.get(step.lane, Lane)
    label = tr("{number}  {activity}").format(
        number=view.number(step.id), activity=one_line(lane_title(lane))
    )
    head = [Chip(label, fill=Fill.LANE, colour=lane.color)]
    for id in dict.fromkeys(step.further_lanes):
        further = view.find(id)
        if isinstance(further, Lane) and id != step.lane:
            head.append(Chip(one_line(lane_title(further)), fill=Fill.LANE, colour=further.color))
    if half := half_text(view, step):
        head.append(Chip(half, fill=Fill.NONE))
    blocks: list[Block] = []
    if _announces_phase(view, journey):
        blocks.append(Banner(phase_line(view, journey.phase)))
    blocks.append(Chips(tuple(head), again=True))
    blocks.append(Words(plain(name), Letters.TITLE))
    blocks += manner_blocks(view, step)
    blocks += way_blocks(view, journey)
    blocks += step_blocks(view, step, hidden, followed)
    return Content(name, tuple(blocks), lane_colour(view, step.lane))


# -- demand and value ---------------------------------------------------------------------------------------
def _demand(view: Snapshot, stream: Stream, terminal: Terminal, hidden: Collection[str]) -> Iterator[Block]:
    yield Chips((Chip(terminal_title(view, terminal), fill=Fill.ACCENT),), again=True)
    yield _lead(stream.demand, tr("What sets the stream off is not written down yet."))
    yield from section(tr("Who asks"), _chips(asking_roles(view, stream)))
    yield from section(tr("Service offerings"), _chips(stream.service_offerings))
    if "times" not in hidden:
        yield from section(
            tr("Promised lead time"), _chips([lead_time_text(lead) for lead in stream.lead_times])
        )


def _value(view: Snapshot, stream: Stream, terminal: Terminal) -> Iterator[Block]:
    yield Chips((Chip(terminal_title(view, terminal), fill=Fill.ACCENT),), again=True)
    yield _lead(stream.value, tr("What value arises is not written down yet."))
    if stream.outcomes.strip():
        yield from section(tr("Outcomes"), [Words(plain(stream.outcomes))])


def asking_roles(view: Snapshot, stream: Stream) -> list[str]:
    """Return the names of the customers' roles that take part in a stream."""
    there = {duty.role for duty in stream.responsibilities}
    for step in view.steps(stream.id):
        there |= {mark.role for mark in step.raci}
    return [_with_organisation(role, view) for role in view.roles if role.id in there and _asks(role)]


def _asks(role: Role) -> bool:
    return role.organisation is Organisation.CUSTOMER


def _with_organisation(role: Role, view: Snapshot) -> str:
    name = one_line(role_name(view, role.id))
    if not role.organisation_name.strip():
        return name
    return tr("{role} ({organisation})").format(role=name, organisation=one_line(role.organisation_name))


def _lead(text: str, otherwise: str) -> Words:
    return Words(plain(text if text.strip() else otherwise), Letters.LEAD)


def _chips(words: Collection[str]) -> list[Block]:
    chips = tuple(Chip(one_line(text)) for text in words if text.strip())
    return [Chips(chips, alike=True)] if chips else []
