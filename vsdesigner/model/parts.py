"""Frozen value objects that stand inside records: tasks, uses of practices and tools, durations, letters."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints

from vsdesigner.model.ids import new_id
from vsdesigner.model.text import (
    LIST_LENGTH,
    Amount,
    Coordinate,
    Identifier,
    Length,
    Name,
    Names,
    Text,
)

Letters = Annotated[
    str, Strict(), StringConstraints(pattern=r"^[A-Z]{1,3}(/[A-Z]{1,3}){0,19}$", max_length=80)
]


class TimeUnit(StrEnum):
    """Unit of a duration; the stream's working calendar converts between them."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"


class SupplierKind(StrEnum):
    """Who carries out a step, or whom a role belongs to."""

    OWN = "own"
    PARTNER = "partner"


class Part(BaseModel):
    """Base of everything frozen.

    Fields that this version does not know are kept (a file of a newer minor version loses nothing);
    `Draft.update` and mypy's plugin are what catches a misspelt field name in code.
    """

    # Building all validators at import costs more than the first frame needs: each is built at first use.
    model_config = ConfigDict(frozen=True, extra="allow", validate_default=False, defer_build=True)

    def __eq__(self, other: object) -> bool:
        # What pydantic compares besides does not occur here, and whole documents are compared at each save.
        return (
            type(self) is type(other)
            and self.__dict__ == other.__dict__
            and self.__pydantic_extra__ == getattr(other, "__pydantic_extra__", None)
        )

    @property
    def unknown_fields(self) -> dict[str, object]:
        """Fields of a newer version that came with the file."""
        return dict(self.__pydantic_extra__ or {})


class Task(Part):
    """A line of a step's list: an action or task (`indent` 0), or a task under the action above it (1)."""

    id: Identifier
    text: Text = ""
    indent: Annotated[int, Strict(), Field(ge=0, le=1)] = 0
    raci: Annotated[tuple[RaciMark, ...], Field(max_length=LIST_LENGTH)] = ()

    @classmethod
    def new(cls, text: str, indent: int = 0) -> Self:
        return cls(id=new_id("task"), text=text, indent=indent)


class RaciMark(Part):
    """The letters one role holds for a step or task, e.g. ``R`` or ``A/R``, ordered as the letter set."""

    role: Identifier
    letters: Letters


class PracticeUse(Part):
    """A practice that contributes: an id of the catalogue or of an own `Practice`, with the reason."""

    practice: Identifier
    contribution: Text = ""


class ToolUse(Part):
    """A tool category used in a step with the example products named there, e.g. Meeting tools: Zoom."""

    tool: Identifier
    products: Names = ()


class Duration(Part):
    """A time as one likely value or as a range; an absent bound is None, all in `unit`."""

    likely: Amount | None = None
    minimum: Amount | None = None
    maximum: Amount | None = None
    unit: TimeUnit = TimeUnit.HOURS


class LeadTime(Part):
    """The promised lead time of one service class, e.g. Simple service: 1 to 3 days."""

    id: Identifier
    service_class: Name = ""
    minimum: Amount | None = None
    maximum: Amount | None = None
    unit: TimeUnit = TimeUnit.DAYS

    @classmethod
    def new(cls, service_class: str, minimum: float | None, maximum: float | None, unit: TimeUnit) -> Self:
        return cls(
            id=new_id("lead"), service_class=service_class, minimum=minimum, maximum=maximum, unit=unit
        )


class Responsibility(Part):
    """One line of a use case's roles and responsibilities; a role may stand on several lines."""

    id: Identifier
    role: Identifier
    duty: Text = ""

    @classmethod
    def new(cls, role: str, duty: str) -> Self:
        return cls(id=new_id("duty"), role=role, duty=duty)


class Supplier(Part):
    """Who carries out a step: our own organization or a partner by name."""

    kind: SupplierKind = SupplierKind.OWN
    name: Name = ""


class Facet(Part):
    """One half of a double-named activity (Design of Design and Transition) and what choosing it says."""

    id: Identifier
    name: Name
    qualifier: Name


class RaciLetter(Part):
    """One letter of the document's responsibility letter set."""

    letter: Annotated[str, Strict(), StringConstraints(pattern=r"^[A-Z]{1,3}$")]
    name: Name
    meaning: Text = ""


class Calendar(Part):
    """Working time that converts units: hours a day and days a week."""

    hours_per_day: Annotated[float, Strict(), Field(gt=0, le=24, allow_inf_nan=False)] = 8.0
    days_per_week: Annotated[float, Strict(), Field(gt=0, le=7, allow_inf_nan=False)] = 5.0


class LaneView(Part):
    """How one stream shows a lane: its least height in px and whether it is folded to its header."""

    lane: Identifier
    min_height: Length | None = None
    collapsed: Annotated[bool, Strict()] = False


class Bend(Part):
    """A corner of a flow put there by hand: `x` in the scene, `y` below the lane's top (px at 100 %)."""

    lane: Identifier
    x: Coordinate = 0.0
    y: Coordinate = 0.0


class LabelPlace(Part):
    """Where a flow's label sits: fraction of the line's length and offset to its side in px."""

    fraction: Annotated[float, Strict(), Field(ge=0, le=1, allow_inf_nan=False)] = 0.5
    offset: Coordinate = 0.0
