"""Pages to look at: made from samples, with a moment that never changes."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from tests.exchange.sample import laptop
from tests.sample import sample
from vsdesigner.commands import flows, lists, raci, steps
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions, Value
from vsdesigner.exchange.registry import EXPORTERS
from vsdesigner.model.parts import PracticeUse, Task, ToolUse
from vsdesigner.model.place import Place


def render(view: Snapshot, *, values: dict[str, Value] | None = None, **options: Any) -> bytes:
    """Return a document as a web page."""
    exporter = EXPORTERS["html"]
    options.setdefault("created", datetime(2026, 1, 2, tzinfo=UTC))
    chosen = exporter.checked(ExportOptions(values=values or {}, **options))
    return exporter.render(view, chosen, lambda share: None, lambda: False)


def several() -> Snapshot:
    """Return a document with two streams, of which the first step of the first stands for the second."""
    return sample()


def connected() -> Snapshot:
    """Return the laptop's four steps, joined from the first to the last."""
    draft = Draft(laptop())
    stream = draft.view.streams[0].id
    listed = draft.view.steps(stream)
    for here, there in pairwise(listed):
        flows.connect(draft, here.id, there.id)
    return draft.view


def thousand(count: int) -> Snapshot:
    """Return a stream of so many steps, each with tasks, practices, tools and letters."""
    draft = Draft(laptop())
    stream = draft.view.streams[0].id
    for step in draft.view.steps(stream):
        draft.remove(step.id)
    lanes = [lane.id for lane in draft.view.lanes]
    held = [role.id for role in draft.view.roles]
    tool = lists.tool_named(draft, "Service desk tools", ("Board", "Chat"))
    before = ""
    for index in range(count):
        step = steps.add(
            draft,
            stream,
            Place(lanes[index % 6], 260.0 * index, 30.0),
            f"Do the thing with the number {index}",
        )
        tasks = [
            f"Look at what the customer needs in case {index}",
            "Write it down",
            "Tell everybody about it",
        ]
        lists.set_tasks(draft, step, [Task.new(text) for text in tasks])
        lists.set_practices(
            draft, step, [PracticeUse(practice=id) for id in ("service_desk", "incident_management")]
        )
        lists.set_tools(draft, step, [ToolUse(tool=tool, products=("Board",))])
        for role, letters in zip(held, ("C", "A/R", "I"), strict=False):
            raci.set_letters(draft, step, role, letters)
        if before:
            flows.connect(draft, before, step)
        before = step
    return draft.view
