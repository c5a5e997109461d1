"""The one formatter: how durations, lists, tools, roles and mappings read on screen, in tables and slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Duration, LeadTime, PracticeUse, RaciMark, Responsibility, Task, ToolUse
from vsdesigner.model.records import Lane, Practice, Role, Step, Tool
from vsdesigner.model.reference import practice_catalog

ITEM = "– "
SUB_ITEM = "    – "
_SHORT_UNITS = {"minutes": "min", "hours": "h", "days": "d", "weeks": "w"}


def number_text(value: float) -> str:
    """Return a number without needless zeros: 3, 0.5, 12.25."""
    return f"{value:.10g}" if value < 1e10 else f"{value:.0f}"


def range_text(minimum: float | None, maximum: float | None) -> str:
    """Return ``1-3``, ``from 1``, ``up to 3``, ``2`` or nothing."""
    if minimum is None and maximum is None:
        return ""
    if minimum is None:
        return f"up to {number_text(maximum or 0)}"
    if maximum is None:
        return f"from {number_text(minimum)}"
    if minimum == maximum:
        return number_text(minimum)
    return f"{number_text(minimum)}-{number_text(maximum)}"


def _unit(value: float | None, unit: str) -> str:
    return unit.removesuffix("s") if value == 1 else unit


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
    text = f"{number_text(duration.likely)} {unit or _unit(duration.likely, duration.unit.value)}"
    return f"{text} ({span})" if span and not short else text


def task_lines(tasks: Iterable[Task]) -> Iterator[str]:
    """Yield ``– Action`` and ``    – Task`` lines."""
    for task in tasks:
        yield (SUB_ITEM if task.indent else ITEM) + task.text


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
    return f"{name} (e.g., {', '.join(use.products)})" if use.products else name


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


def mapping_text(view: Snapshot, step: Step) -> str:
    """Return ``Activity (qualifier) (Step n)`` as the method's mapping table has it."""
    words = [lane_name(view, step.lane)]
    qualifier = qualifier_text(view, step)
    if qualifier:
        words.append(f"({qualifier})")
    words.append(f"(Step {view.number(step.id)})")
    return " ".join(words)
