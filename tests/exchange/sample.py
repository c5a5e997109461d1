"""A small stream with a bit of everything, built by the program's own verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vsdesigner.commands import lists, raci, steps, streams
from vsdesigner.commands import roles as role_verbs
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import LeadTime, PracticeUse, Responsibility, Task, TimeUnit, ToolUse
from vsdesigner.model.records import Step, Stream, StreamState


@dataclass(frozen=True)
class StepSketch:
    """What one step of a sample says; `raci` is role → letters."""

    name: str
    lane: str
    facet: str = ""
    qualifier: str = ""
    tasks: Sequence[str | tuple[str, int]] = ()
    practices: Sequence[tuple[str, str]] = ()
    tools: Sequence[tuple[str, tuple[str, ...]]] = ()
    raci: dict[str, str] = field(default_factory=dict)
    task_raci: dict[int, dict[str, str]] = field(default_factory=dict)


LAPTOP = (
    StepSketch(
        "Take the order",
        "engage",
        tasks=("Ask what is needed", ("Note the delivery address", 1), "Confirm the order"),
        practices=(("Service desk", "single contact"), ("Relationship management", "")),
        tools=(("Chat", ("Teams", "Signal")), ("Phone", ())),
        raci={"Requester": "C", "Agent": "A/R"},
    ),
    StepSketch(
        "Pick the model",
        "design_and_transition",
        facet="design",
        tasks=("Compare what the shelf has",),
        practices=(("Supplier management", ""),),
        raci={"Agent": "R", "Buyer": "A"},
        task_raci={0: {"Buyer": "A", "Requester": "I"}},
    ),
    StepSketch(
        "Buy and set it up",
        "obtain_build",
        qualifier="When nothing is in stock",
        tools=(("Imaging", ("Autopilot",)),),
        raci={"Buyer": "R"},
    ),
    StepSketch("Hand it over", "design_and_transition", facet="transition", raci={"Agent": "A"}),
)


def sketched(
    sketches: Sequence[StepSketch],
    roles: Sequence[str] = ("Requester", "Agent", "Buyer"),
    name: str = "Laptop",
) -> Snapshot:
    """Return a document with one stream made from `sketches`."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    draft.update(stream, name=name)
    add_steps(draft, stream, sketches, roles)
    return draft.view


def add_steps(draft: Draft, stream: str, sketches: Sequence[StepSketch], roles: Sequence[str]) -> None:
    """Add roles and steps to a stream of a draft, and complete it."""
    ids = {role: role_verbs.add_role(draft, role) for role in roles}
    for sketch in sketches:
        step = steps.add(draft, stream, steps.next_place(draft.view, stream, sketch.lane), sketch.name)
        draft.update(step, facet=sketch.facet, qualifier=sketch.qualifier)
        tasks = [entry if isinstance(entry, tuple) else (entry, 0) for entry in sketch.tasks]
        lists.set_tasks(draft, step, [Task.new(text, indent) for text, indent in tasks])
        lists.set_practices(
            draft,
            step,
            [
                PracticeUse(practice=lists.practice_named(draft, practice), contribution=reason)
                for practice, reason in sketch.practices
            ],
        )
        lists.set_tools(
            draft,
            step,
            [
                ToolUse(tool=lists.tool_named(draft, tool, products), products=products)
                for tool, products in sketch.tools
            ],
        )
        for role, letters in sketch.raci.items():
            raci.set_letters(draft, step, ids[role], letters)
        for index, marks in sketch.task_raci.items():
            task = draft.get(step, Step).tasks[index].id
            for role, letters in marks.items():
                raci.set_letters(draft, step, ids[role], letters, task=task)
    complete(draft)


def laptop() -> Snapshot:
    """Return the sample with its use case filled in."""
    draft = Draft(sketched(LAPTOP, name="Provide a laptop"))
    stream = draft.view.streams[0]
    requester, agent, _ = draft.view.roles
    draft.update(
        stream.id,
        owner="Ada Weiss",
        description="From the wish for a laptop to the first day with it.",
        demand="An employee asks for a laptop.",
        outcomes="The laptop is on the desk.",
        value="People work from their first day.",
        lead_times=(
            LeadTime.new("In stock", 1.0, 1.0, TimeUnit.DAYS),
            LeadTime.new("Ordered", 1.0, 2.5, TimeUnit.WEEKS),
        ),
        responsibilities=(
            Responsibility.new(requester.id, "Says what is needed."),
            Responsibility.new(agent.id, "Takes the order."),
            Responsibility.new(requester.id, "Signs for it."),
        ),
    )
    return draft.view


def with_extras(view: Snapshot) -> Snapshot:
    """Return the sample with the rows of the use case that stand only when they are filled."""
    draft = Draft(view)
    draft.update(
        view.all(Stream)[0].id,
        service_offerings=("Standard laptop", "Laptop for developers"),
        state=StreamState.TO_BE,
        version="1.2",
    )
    return draft.view
