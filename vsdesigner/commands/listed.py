"""Steps that were written down as a list, and the verb that makes them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vsdesigner.commands import flows, lists, steps
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_WIDTH, FIRST_X, LANE_PADDING, STEP_GAP, TERMINAL_WIDTH
from vsdesigner.model.parts import PracticeUse, Task, ToolUse
from vsdesigner.model.place import Place
from vsdesigner.model.records import Lane, Placed, Step, Terminal, TerminalKind
from vsdesigner.model.reference import lane_aliases
from vsdesigner.rules.verdicts import can_connect

LEAST_LETTERS = 2  # of an activity's name that may stand for it


@dataclass(frozen=True, slots=True)
class ListedTool:
    """A category of tools with the products named there."""

    category: str
    products: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedStep:
    """A step of a list. `lane` is an activity's id, empty when the list does not say; a task is (text,
    indent 0 or 1)."""

    name: str
    lane: str = ""
    tasks: tuple[tuple[str, int], ...] = ()
    practices: tuple[str, ...] = ()
    tools: tuple[ListedTool, ...] = ()


def lane_named(view: Snapshot, text: str) -> str:
    """Return the activity that a text names: whole, by half, by another spelling, or by letters that only it
    begins with; empty when none or several could be meant."""
    wanted = _plain(text)
    if not wanted:
        return ""
    lanes = {_plain(lane.name): lane.id for lane in view.lanes}
    if wanted in lanes:
        return lanes[wanted]
    present = set(lanes.values())
    spellings = [
        *lane_aliases().items(),
        *((half.name, lane.id) for lane in view.lanes for half in lane.facets),
    ]
    for spelling, id in spellings:
        if id in present and _plain(spelling) == wanted:
            return id
    found = {id for name, id in lanes.items() if name.startswith(wanted)}
    return found.pop() if len(found) == 1 and len(wanted) >= LEAST_LETTERS else ""


def _plain(text: str) -> str:
    """Letters and digits in one case: ``Design & Transition`` reads like ``design and transition``."""
    words = text.casefold().replace("&", " and ").replace("/", " and ")
    return " ".join("".join(char if char.isalnum() else " " for char in words).split())


def likely_lanes(
    view: Snapshot, stream: str, listed: Iterable[ListedStep], behind: str = "", lane: str = ""
) -> list[str]:
    """Return an activity for each step: the one it names, else that of the step before it in the list; the
    first one goes into `lane`, else it follows the step `behind`, else the last of the stream."""
    if not isinstance(view.find(lane), Lane):
        origin = view.find(behind)
        if not isinstance(origin, Step):
            origin = max(view.steps(stream), key=lambda step: (step.x, step.id), default=None)
        lane = origin.lane if origin is not None else view.lanes[0].id
    found: list[str] = []
    for step in listed:
        lane = step.lane if isinstance(view.find(step.lane), Lane) else lane
        found.append(lane)
    return found


def add_all(
    draft: Draft,
    stream: str,
    listed: Sequence[ListedStep],
    *,
    behind: str = "",
    connected: bool = True,
    following: bool = True,
    x: float | None = None,
) -> list[str]:
    """Make the steps of a list from left to right, each in its activity; returns their ids.

    They begin at `x`, else right of the step or demand `behind`, else right of all others. `connected` leads
    a flow from each to the next; `following` leads one from `behind` to the first while no work leads on from
    there. In an empty stream a connected chain begins at demand and ends at value.
    """
    first = not draft.view.steps(stream)
    lanes = likely_lanes(draft.view, stream, listed, behind)
    left = _start(draft.view, stream, behind) if x is None else x
    made: list[str] = []
    for index, (step, lane) in enumerate(zip(listed, lanes, strict=True)):
        place = Place(lane, left + index * (CARD_WIDTH + STEP_GAP), LANE_PADDING)
        id = steps.add(draft, stream, place, step.name)
        _describe(draft, id, step)
        made.append(id)
    if connected and first:
        ends = (draft.view.terminal(stream, kind).id for kind in (TerminalKind.DEMAND, TerminalKind.VALUE))
        _connect(draft, [next(ends), *made, next(ends)])
        return made
    if made and following and leads_nowhere(draft.view, behind):
        _connect(draft, [behind, made[0]])
    if connected:
        _connect(draft, made)
    return made


def _start(view: Snapshot, stream: str, behind: str) -> float:
    origin = view.find(behind)
    if isinstance(origin, Step):
        return origin.x + steps.extent(origin)[0] + STEP_GAP
    right = max((step.x + steps.extent(step)[0] for step in view.steps(stream)), default=None)
    return FIRST_X + TERMINAL_WIDTH + STEP_GAP if right is None else right + STEP_GAP


def leads_nowhere(view: Snapshot, id: str) -> bool:
    """Whether a list can go on behind this step or demand: no work leads on from it yet."""
    origin = view.find(id)
    if not isinstance(origin, Placed) or (isinstance(origin, Terminal) and origin.kind is TerminalKind.VALUE):
        return False
    return all(flow.kind not in FORWARD_KINDS for flow in view.outgoing(id))


def _describe(draft: Draft, id: str, step: ListedStep) -> None:
    if step.tasks:
        lists.set_tasks(draft, id, [Task.new(text, indent) for text, indent in step.tasks])
    if step.practices:
        uses = [PracticeUse(practice=lists.practice_named(draft, name)) for name in step.practices]
        lists.set_practices(draft, id, uses)
    if step.tools:
        tools: dict[str, tuple[str, ...]] = {}
        for each in step.tools:
            tool = lists.tool_named(draft, each.category, each.products)
            tools[tool] = tuple(dict.fromkeys((*tools.get(tool, ()), *each.products)))
        lists.set_tools(draft, id, [ToolUse(tool=tool, products=names) for tool, names in tools.items()])


def _connect(draft: Draft, ids: Sequence[str]) -> None:
    for source, target in itertools.pairwise(ids):
        if can_connect(draft.view, source, target):
            flows.connect(draft, source, target)
