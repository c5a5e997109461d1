"""A rich document with ids that never change, in which every section of the file has entries."""

from __future__ import annotations

from functools import cache

from tests.repeatable import repeatable_ids
from vsdesigner.commands import flows, lists, raci, roles, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import (
    Bend,
    Duration,
    LaneView,
    LeadTime,
    PracticeUse,
    Responsibility,
    Supplier,
    SupplierKind,
    Task,
    TimeUnit,
    ToolUse,
)
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind, Note, Phase


@cache
def sample() -> Snapshot:
    """Return the document: two streams, five steps, a loop, letters for tasks, a note and a phase."""
    with repeatable_ids(7):
        return _built()


def _built() -> Snapshot:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    demand, value = (terminal.id for terminal in draft.view.terminals(stream))
    lanes = ("engage", "plan", "design_and_transition", "deliver_and_support")
    path = [demand]
    for number, lane in enumerate(lanes, start=1):
        path.append(steps.append(draft, path[-1], lane, f"Step of {lane}, number {number}"))
    flows.connect(draft, path[-1], value)
    flows.connect(draft, path[3], path[1], kind=FlowKind.REWORK, label="not good enough")
    _fill_step(draft, path[3])
    _fill_stream(draft, stream)
    other = streams.add(draft, "Another stream")
    steps.add(draft, other, Place("improve", 300, 40), "Look back")
    draft.update(path[1], substream=other)
    return complete(draft).view


def _fill_step(draft: Draft, step: str) -> None:
    tasks = [Task.new("Draw it"), Task.new("Ask whether it fits", 1), Task.new("Hand it on")]
    lists.set_tasks(draft, step, tasks)
    own = lists.practice_named(draft, "The way we do it")
    lists.set_practices(
        draft,
        step,
        [PracticeUse(practice=own, contribution="Know-how"), PracticeUse(practice="service_desk")],
    )
    tool = lists.tool_named(draft, "Drawing tools", ("Pencil", "Board"))
    lists.set_tools(draft, step, [ToolUse(tool=tool, products=("Pencil",))])
    client, engineer = roles.add_role(draft, "Client"), roles.add_role(draft, "Engineer")
    raci.set_letters(draft, step, engineer, "A/R")
    raci.set_letters(draft, step, client, "C", task=tasks[1].id)
    draft.update(
        step,
        facet="design",
        process_time=Duration(likely=2.5, minimum=1.0, maximum=8.0),
        wait_time=Duration(likely=3.0, unit=TimeUnit.DAYS),
        complete_and_accurate=87.5,
        inputs=("A wish", "A budget"),
        supplier=Supplier(kind=SupplierKind.PARTNER, name="Draw & Sons"),
        optional=True,
        further_lanes=("plan",),
        width=240.0,
    )
    flow = draft.view.outgoing(step)[0]
    draft.update(flow.id, share=80.0, bends=(Bend(lane="engage", x=10.5, y=20.0),), label="fits")


def _fill_stream(draft: Draft, stream: str) -> None:
    role = roles.add_role(draft, "Client")
    draft.update(
        stream,
        name="Give people a picture",
        owner="Head of pictures",
        lead_times=(LeadTime.new("Simple", 1.0, 3.0, TimeUnit.DAYS),),
        responsibilities=(Responsibility.new(role, "Says what is needed"),),
        service_offerings=("Pictures",),
        lane_views=(LaneView(lane="plan", collapsed=True, min_height=80.0),),
    )
    draft.add(Phase(id="phase-1", stream=stream, name="Think", x=200.0, width=300.0))
    draft.add(Note(id="note-1", stream=stream, lane="engage", x=30.0, y=40.0, text="Mind the gap"))
    draft.update("document", accountable_implies_responsible=True, check_levels={"owner": "off"})
