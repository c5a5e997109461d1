"""Turns the plain words of a story into the document that ships, with readable ids that never change."""

from __future__ import annotations

from tests.examples.entries import FlowEntry, NoteEntry, StepEntry, Story, StreamEntry
from vsdesigner.commands import lists, raci
from vsdesigner.commands import phases as phase_verbs
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.tidy_stream import FIRST_STEP_X
from vsdesigner.model.dimensions import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, LANE_PADDING, STEP_GAP
from vsdesigner.model.parts import (
    Calendar,
    Duration,
    LabelPlace,
    LeadTime,
    PracticeUse,
    Responsibility,
    Supplier,
    SupplierKind,
    Task,
    TimeUnit,
    ToolUse,
)
from vsdesigner.model.records import (
    Automation,
    DemandKind,
    DocumentSettings,
    Flow,
    FlowKind,
    Note,
    Organisation,
    Phase,
    Role,
    Step,
    Stream,
    StreamState,
    Terminal,
    TerminalKind,
    Tool,
)
from vsdesigner.model.reference import default_lanes, practice_catalog

COLUMN = CARD_WIDTH + STEP_GAP
ROW = CARD_HEIGHT + CARD_GAP


def build(story: Story) -> Snapshot:
    """Return the document; raises KeyError for a role, practice or step that the story does not have."""
    draft = Draft(Snapshot((DocumentSettings(), *default_lanes())))
    for order, role in enumerate(story.roles):
        draft.add(
            Role(
                id=_id("role", role.name),
                name=role.name,
                duty=role.duty,
                organisation=Organisation(role.organisation),
                organisation_name=role.organisation_name,
                order=order,
            )
        )
    _tools(draft, story)
    for order, stream in enumerate(story.streams):
        draft.add(_stream(story, stream, order))
        for kind, lane in (("demand", stream.demand_lane), ("value", stream.value_lane)):
            draft.add(
                Terminal(
                    id=_end(stream, kind),
                    stream=_id("stream", stream.key),
                    lane=lane,
                    y=LANE_PADDING,
                    kind=TerminalKind(kind),
                )
            )
    for stream in story.streams:
        _content(draft, stream)
    # The first flow to value brings it to its row, as when one draws; what else leads there does not.
    draft = Draft(complete(draft).view)
    for stream in story.streams:
        for flow in _later_arrivals(stream):
            draft.add(_flow(stream, flow))
    return complete(draft).view


def _tools(draft: Draft, story: Story) -> None:
    products: dict[str, dict[str, None]] = {}
    for stream in story.streams:
        for step in stream.steps:
            for category, named in step.tools.items():
                products.setdefault(category, {}).update(dict.fromkeys(named))
    for order, (category, known) in enumerate(products.items()):
        id = _id("tool", category.removesuffix(" tools"))
        draft.add(Tool(id=id, name=category, products=tuple(known), order=order))


def _stream(story: Story, entry: StreamEntry, order: int) -> Stream:
    hours, days = entry.calendar
    return Stream(
        id=_id("stream", entry.key),
        order=order,
        name=entry.name,
        short_name=entry.short_name,
        owner=entry.owner,
        description=entry.description,
        demand_kind=DemandKind.OPPORTUNITY if entry.opportunity else DemandKind.DEMAND,
        demand=entry.demand,
        outcomes=entry.outcomes,
        value=entry.value,
        lead_times=tuple(
            LeadTime(
                id=_id("lead", entry.key, lead.service_class),
                service_class=lead.service_class,
                minimum=lead.minimum,
                maximum=lead.maximum,
                unit=TimeUnit(lead.unit),
            )
            for lead in entry.lead_times
        ),
        responsibilities=tuple(
            Responsibility(id=_id("duty", entry.key, str(number)), role=_id("role", role), duty=duty)
            for number, (role, duty) in enumerate(_responsibilities(story, entry), start=1)
        ),
        service_offerings=tuple(entry.offerings),
        state=StreamState(entry.state),
        status=story.status,
        version=story.version,
        variant_of=_id("stream", entry.variant_of) if entry.variant_of else "",
        calendar=Calendar(hours_per_day=hours, days_per_week=days),
    )


def _responsibilities(story: Story, entry: StreamEntry) -> list[tuple[str, str]]:
    """What the stream says itself, else the duty of each role that takes part in it."""
    if entry.responsibilities:
        return list(entry.responsibilities)
    part = {role for step in entry.steps for role in step.raci}
    return [(role.name, role.duty) for role in story.roles if role.name in part]


def _content(draft: Draft, entry: StreamEntry) -> None:
    stream = _id("stream", entry.key)
    for order, step in enumerate(entry.steps):
        _step(draft, stream, step, order)
    later = _later_arrivals(entry)
    for flow in entry.flows:
        if flow not in later:
            draft.add(_flow(entry, flow))
    for number, note in enumerate(entry.notes, start=1):
        draft.add(_note(entry, note, number))
    _phases(draft, entry)


def _step(draft: Draft, stream: str, entry: StepEntry, order: int) -> None:
    column, row = entry.at
    id = _id("step", entry.key)
    draft.add(
        Step(
            id=id,
            stream=stream,
            lane=entry.lane,
            x=FIRST_STEP_X + column * COLUMN,
            y=LANE_PADDING + row * ROW,
            name=entry.name,
            order=order,
            facet=entry.facet,
            qualifier=entry.qualifier,
            further_lanes=tuple(entry.further_lanes),
            process_time=_duration(entry.work),
            wait_time=_duration(entry.wait),
            complete_and_accurate=entry.accurate,
            inputs=tuple(entry.inputs),
            information=tuple(entry.information),
            outputs=tuple(entry.outputs),
            constraints=tuple(entry.constraints),
            skills=tuple(entry.skills),
            metrics=tuple(entry.metrics),
            service_offerings=tuple(entry.offerings),
            supplier=Supplier(kind=SupplierKind.PARTNER, name=entry.partner) if entry.partner else Supplier(),
            automation=Automation(entry.automation),
            customer_visible=entry.visible,
            optional=entry.optional,
            presenter_notes=entry.notes,
            substream=_id("stream", entry.substream) if entry.substream else "",
            variant_of=_id("step", entry.variant_of) if entry.variant_of else "",
        )
    )
    tasks = [
        Task(id=_id("task", entry.key, str(number)), text=text) for number, text in enumerate(entry.tasks, 1)
    ]
    lists.set_tasks(draft, id, tasks)
    known = {practice.name: practice.id for practice in practice_catalog().values()}
    lists.set_practices(
        draft,
        id,
        [PracticeUse(practice=known[name], contribution=why) for name, why in entry.practices.items()],
    )
    lists.set_tools(
        draft,
        id,
        [
            ToolUse(tool=lists.tool_named(draft, category), products=tuple(products))
            for category, products in entry.tools.items()
        ],
    )
    for role, letters in entry.raci.items():
        raci.set_letters(draft, id, draft.get(_id("role", role), Role).id, letters)
    for number, marks in entry.task_raci.items():
        for role, letters in marks.items():
            raci.set_letters(draft, id, _id("role", role), letters, task=tasks[number - 1].id)


def _later_arrivals(entry: StreamEntry) -> list[FlowEntry]:
    return [flow for flow in entry.flows if flow.target == "value"][1:]


def _flow(stream: StreamEntry, entry: FlowEntry) -> Flow:
    source, target = (
        _end(stream, end) if end in set(TerminalKind) else _id("step", end)
        for end in (entry.source, entry.target)
    )
    # Step keys are unique in a document; the ends of streams need the stream's name beside them.
    ends = [stream.key] * bool({entry.source, entry.target} & set(TerminalKind))
    return Flow(
        id=_id("flow", *ends, entry.source, entry.target),
        stream=_id("stream", stream.key),
        source=source,
        target=target,
        label=entry.label,
        kind=FlowKind(entry.kind),
        share=entry.share,
        label_place=LabelPlace(fraction=entry.label_at),
        source_side=entry.source_side,
        target_side=entry.target_side,
    )


def _note(stream: StreamEntry, entry: NoteEntry, number: int) -> Note:
    return Note(
        id=_id("note", stream.key, str(number)),
        stream=_id("stream", stream.key),
        lane=entry.lane,
        x=entry.x,
        y=entry.y,
        width=entry.width,
        height=entry.height,
        text=entry.text,
    )


def _phases(draft: Draft, entry: StreamEntry) -> None:
    """Phases around their steps, side by side: each but the last reaches up to the next."""
    spans = [
        phase_verbs.around(draft.view, [_id("step", key) for key in phase.steps]) for phase in entry.phases
    ]
    for order, (phase, span) in enumerate(zip(entry.phases, spans, strict=True)):
        if span is None:
            raise KeyError(phase.name)
        following = spans[order + 1] if order + 1 < len(spans) else None
        draft.add(
            Phase(
                id=_id("phase", entry.key, str(order + 1)),
                stream=_id("stream", entry.key),
                name=phase.name,
                order=order,
                x=span.x,
                width=following.x - span.x if following else span.width,
            )
        )


def _end(stream: StreamEntry, kind: str) -> str:
    return f"{kind}-{stream.key}"


def _duration(text: str) -> Duration | None:
    """``2 hours`` as a duration; None for no text."""
    if not text:
        return None
    amount, unit = text.split()
    return Duration(likely=float(amount), unit=TimeUnit(unit if unit.endswith("s") else f"{unit}s"))


def _id(*words: str) -> str:
    plain = "".join(char if char.isalnum() else " " for char in " ".join(words).lower())
    return "-".join(plain.split())
