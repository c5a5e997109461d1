"""How each field of each record and part is merged: as one value, with others, as a list, as an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from vsdesigner.model.parts import LeadTime, Part, Task, ToolUse
from vsdesigner.model.records import DocumentSettings, Lane, Note, Phase, Step, Stream, Terminal, Tool
from vsdesigner.model.text import LIST_LENGTH


class Missing:
    """Stands for a value that is not there: a field without a default, an entry, a record."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list whose entries are known by the field `key` (by themselves when it is empty; `lines`: texts that
    may be reworded). `matters`: two different orders are a conflict."""

    key: str = ""
    lines: bool = False
    matters: bool = False
    least: int = 0
    most: int = LIST_LENGTH


_LINES = ListShape(lines=True)
LISTS: Mapping[tuple[type[Part], str], ListShape] = {
    (DocumentSettings, "raci_letters"): ListShape("letter", least=1, most=20),
    (Lane, "facets"): ListShape("id", most=20),
    (Tool, "products"): _LINES,
    (Stream, "lead_times"): ListShape("id"),
    (Stream, "responsibilities"): ListShape("id"),
    (Stream, "service_offerings"): _LINES,
    (Stream, "lane_views"): ListShape("lane"),
    (Step, "further_lanes"): ListShape(most=20),
    (Step, "tasks"): ListShape("id", matters=True),
    (Step, "practices"): ListShape("practice"),
    (Step, "tools"): ListShape("tool"),
    (Step, "raci"): ListShape("role"),
    (Step, "inputs"): _LINES,
    (Step, "information"): _LINES,
    (Step, "outputs"): _LINES,
    (Step, "constraints"): _LINES,
    (Step, "skills"): _LINES,
    (Step, "metrics"): _LINES,
    (Step, "service_offerings"): _LINES,
    (Task, "raci"): ListShape("role"),
    (ToolUse, "products"): _LINES,
}

#: Fields that one sees as one thing: they are told and chosen together. The first of each group names it.
GROUPS: Mapping[type[Part], tuple[tuple[str, ...], ...]] = {
    Step: (("x", "y"), ("width", "height")),
    Terminal: (("x", "y"),),
    Note: (("x", "y"), ("width", "height")),
    Phase: (("x", "width"),),
    LeadTime: (("minimum", "maximum", "unit"),),
}

#: Groups that say nothing half and half: nobody meant 5 to 3 days.
INSEPARABLE = frozenset({("minimum", "maximum", "unit")})

#: Where something stands and how it is drawn: no reason to keep what the other side removed.
GEOMETRY = frozenset(
    {"x", "y", "width", "height", "bends", "label_place", "source_side", "target_side", "order"}
)

#: Numbers that follow from the order of a group of records.
ORDER = "order"


def values_of(part: Part) -> dict[str, Any]:
    """Return all fields of a record or part, those that this version does not know included."""
    return {**part.__dict__, **(part.__pydantic_extra__ or {})}


@cache
def blank(kind: type[Part]) -> Mapping[str, Any]:
    """Return what the fields of a type are before anybody says something."""
    return {name: _default(field) for name, field in kind.model_fields.items()}


def _default(field: FieldInfo) -> Any:
    return MISSING if field.is_required() else field.get_default(call_default_factory=True)


@cache
def units(kind: type[Part]) -> tuple[tuple[str, ...], ...]:
    """Return the fields of a type in the order of the model, those that belong together in one tuple."""
    groups = GROUPS.get(kind, ())
    later = {name for group in groups for name in group[1:]}
    first = {group[0]: group for group in groups}
    return tuple(first.get(name, (name,)) for name in kind.model_fields if name not in later)


def with_values(part: Part, values: Mapping[str, Any]) -> Part:
    """Return `part` with these fields; every value comes from a valid part, so that none is checked again."""
    if part.__pydantic_extra__ or any(name not in type(part).model_fields for name in values):
        everything = {**values_of(part), **values}
        kept = {name: value for name, value in everything.items() if value is not MISSING}
        return type(part).model_validate(kept)
    return part.model_copy(update=values)
