"""Streams of any size, laid out as people lay them out: columns to the right, bands below each other."""

from __future__ import annotations

from itertools import pairwise

from vsdesigner.commands import streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, STEP_GAP
from vsdesigner.model.parts import Duration, PracticeUse, RaciMark, Task, TimeUnit, ToolUse
from vsdesigner.model.records import Flow, Record, Role, Step, TerminalKind, Tool

COLUMNS = 60
_VERBS = ("Log", "Assess", "Design", "Configure", "Verify", "Release", "Review")
_ROLES = ("Client", "Service desk", "Engineer", "Service owner")


def large_document(count: int) -> Snapshot:
    """Return a document with one stream of `count` steps in a chain, filled as steps usually are."""
    empty = streams.new_document()
    stream = empty.streams[0].id
    lanes = [lane.id for lane in empty.lanes]
    roles = [Role(id=f"role-{index}", name=name, order=index) for index, name in enumerate(_ROLES)]
    tool = Tool(id="tool-0", name="Service desk tools", products=("ServiceNow", "Jira"))
    steps = [_step(index, stream, lanes[(index * 5) % len(lanes)]) for index in range(count)]
    chain = [
        empty.terminal(stream, TerminalKind.DEMAND).id,
        *(step.id for step in steps),
        empty.terminal(stream, TerminalKind.VALUE).id,
    ]
    flows = [
        Flow(id=f"flow-{index}", stream=stream, source=source, target=target)
        for index, (source, target) in enumerate(pairwise(chain))
    ]
    records: list[Record] = [*empty.records.values(), *roles, tool, *steps, *flows]
    draft = Draft(Snapshot(records))
    draft.update(stream, name=f"A stream of {count} steps", demand="Somebody asks.", value="Somebody gains.")
    return complete(draft).view


def _step(index: int, stream: str, lane: str) -> Step:
    tasks = tuple(
        Task(id=f"task-{index}-{number}", text=f"Carry out task {number} of step {index} with care")
        for number in range(3)
    )
    return Step(
        id=f"step-{index}",
        stream=stream,
        lane=lane,
        name=f"{_VERBS[index % len(_VERBS)]} what belongs to part {index} of the service",
        order=index,
        x=300.0 + index % COLUMNS * (CARD_WIDTH + STEP_GAP),
        y=20.0 + index // COLUMNS * (CARD_HEIGHT + CARD_GAP),
        tasks=tasks,
        practices=(PracticeUse(practice="service_desk"), PracticeUse(practice="business_analysis")),
        tools=(ToolUse(tool="tool-0", products=("Jira",)),),
        raci=(RaciMark(role="role-1", letters="R"), RaciMark(role="role-3", letters="A")),
        process_time=Duration(likely=float(index % 7 + 1), unit=TimeUnit.HOURS),
        wait_time=Duration(likely=float(index % 3), unit=TimeUnit.DAYS),
    )
