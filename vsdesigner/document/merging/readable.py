"""Values of a document as people read them, for differences: names instead of ids, times with their unit."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from vsdesigner.document.merging.shapes import MISSING
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    duration_text,
    lane_name,
    lead_time_text,
    number_text,
    one_line,
    practice_name,
    practice_text,
    range_text,
    responsibility_text,
    role_name,
    tool_text,
)
from vsdesigner.language import say
from vsdesigner.model.parts import (
    Bend,
    Calendar,
    Duration,
    Facet,
    LabelPlace,
    LaneView,
    LeadTime,
    PracticeUse,
    RaciLetter,
    RaciMark,
    Responsibility,
    Supplier,
    SupplierKind,
    Task,
    ToolUse,
)
from vsdesigner.model.records import Flow, Lane, Note, Organisation, Record, Terminal

LENGTH = 80  # characters of a value inside a sentence

_PARTS: dict[type[Any], Callable[[Snapshot, Any], str]] = {
    Task: lambda _view, task: task.text,
    PracticeUse: practice_text,
    ToolUse: tool_text,
    RaciMark: lambda view, mark: f"{role_name(view, mark.role)}: {mark.letters}",
    LeadTime: lambda _view, lead: lead_time_text(lead),
    Responsibility: responsibility_text,
    Duration: lambda _view, duration: duration_text(duration),
    Supplier: lambda _view, supplier: (
        supplier.name
        or (say("our own organization") if supplier.kind is SupplierKind.OWN else say("partner"))
    ),
    Facet: lambda _view, facet: facet.name,
    RaciLetter: lambda _view, letter: f"{letter.letter} {letter.name}",
    LaneView: lambda view, entry: lane_name(view, entry.lane),
    Calendar: lambda _view, calendar: say("{hours} hours a day, {days} days a week").format(
        hours=number_text(calendar.hours_per_day), days=number_text(calendar.days_per_week)
    ),
    Bend: lambda _view, bend: f"{number_text(bend.x)}, {number_text(bend.y)}",
    LabelPlace: lambda _view, place: f"{number_text(place.fraction)}, {number_text(place.offset)}",
}
_CHOICES: dict[tuple[type[Enum], str], str] = {
    (Organisation, "own"): "our own organization",
}
_REFERENCES = frozenset(
    {
        *("lane", "further_lanes", "role", "practice", "tool"),
        *("substream", "variant_of", "source", "target"),
    }
)
_PERCENTS = frozenset({"complete_and_accurate", "share"})


def readable(view: Snapshot, field: str, value: Any) -> str:
    """Return the whole value as text, several lines for a list; empty for nothing."""
    if value is MISSING or value is None:
        return ""
    if isinstance(value, Record):
        return name_of(view, value)
    if (write := _PARTS.get(type(value))) is not None:
        return write(view, value)
    if isinstance(value, tuple):
        return _tuple_text(view, field, value)
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, int | float):
        return number_text(value) + (" %" if field in _PERCENTS else "")
    if isinstance(value, Enum):
        return say(_CHOICES.get((type(value), value.value), str(value.value)))
    text = str(value)
    if field == "facet":
        return _facet_text(view, text)
    return reference_text(view, text) if field in _REFERENCES and text else text


def _facet_text(view: Snapshot, id: str) -> str:
    """What the half of an activity is called, whichever activity has it."""
    return next((facet.name for lane in view.all(Lane) for facet in lane.facets if facet.id == id), id)


def _tuple_text(view: Snapshot, field: str, value: tuple[Any, ...]) -> str:
    if field == "minimum":
        least, most, unit = value
        return f"{range_text(least, most)} {unit.value}".strip() if (least, most) != (None, None) else ""
    if field in ("x", "width"):
        return ", ".join(number_text(part) for part in value if part is not None)
    return "\n".join(readable(view, field, entry) for entry in value)


def reference_text(view: Snapshot, id: str) -> str:
    """Return what the record with this id, or the practice of the catalogue, is called."""
    record = view.find(id)
    return name_of(view, record) if record is not None else practice_name(view, id)


def name_of(view: Snapshot, record: Record) -> str:
    """Return what a record is called: its name, its ends, its text; empty when it has none of these."""
    if isinstance(record, Flow):
        return say("{source} to {target}").format(
            source=quoted(_end(view, record.source)), target=quoted(_end(view, record.target))
        )
    if isinstance(record, Terminal):
        return record.kind.value
    if isinstance(record, Note):
        return record.text
    return str(getattr(record, "name", ""))


def _end(view: Snapshot, id: str) -> str:
    end = view.find(id)
    return name_of(view, end) if end is not None else ""


def short(text: str) -> str:
    """Return a text as it stands inside a sentence: one line, not long."""
    line = " ".join(one_line(text).split())
    return line if len(line) <= LENGTH else line[: LENGTH - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """Return ``“text”``, shortened; words for what is empty."""
    line = short(text)
    return f"“{line}”" if line else say("(without a name)")
