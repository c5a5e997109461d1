"""The records of a document: everything with an id that can be added, changed and removed by itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from vsdesigner.model.parts import (
    Bend,
    Calendar,
    Duration,
    Facet,
    LabelPlace,
    LaneView,
    LeadTime,
    Part,
    PracticeUse,
    RaciLetter,
    RaciMark,
    Responsibility,
    Supplier,
    Task,
    ToolUse,
)
from vsdesigner.model.pictures import PictureData
from vsdesigner.model.text import (
    LIST_LENGTH,
    Color,
    Coordinate,
    Flag,
    Identifier,
    Length,
    Name,
    Names,
    OptionalIdentifier,
    Order,
    Percent,
    Text,
)

SETTINGS_ID = "document"


class DemandKind(StrEnum):
    """What sets a stream off."""

    DEMAND = "demand"
    OPPORTUNITY = "opportunity"


class StreamState(StrEnum):
    """Whether a stream describes what happens today or what should happen; empty when not said."""

    UNSAID = ""
    AS_IS = "as-is"
    TO_BE = "to-be"


class Numbering(StrEnum):
    """Whether step numbers follow the flow by themselves or the order a person gave."""

    AUTOMATIC = "automatic"
    MANUAL = "manual"


class TerminalKind(StrEnum):
    """The two ends of every stream."""

    DEMAND = "demand"
    VALUE = "value"


class FlowKind(StrEnum):
    """What a flow means; drawn solid, dashed, dashed, dotted."""

    MAIN = "main"
    ALTERNATIVE = "alternative"
    REWORK = "rework"
    INFORMATION = "information"


class Automation(StrEnum):
    """How a step is carried out; empty when not said."""

    UNSAID = ""
    MANUAL = "manual"
    AUTOMATED = "automated"
    MIXED = "mixed"


class Organisation(StrEnum):
    """Whom a role belongs to."""

    OWN = "own"
    CUSTOMER = "customer"
    PARTNER = "partner"


class NoteKind(StrEnum):
    """A note on coloured ground, free text, or a picture."""

    NOTE = "note"
    TEXT = "text"
    PICTURE = "picture"


class Record(Part):
    """Base of all records. Frozen; refers to other records by id only."""

    id: Identifier


class StreamMember(Record):
    """A record that belongs to one stream."""

    stream: Identifier


class DocumentSettings(Record):
    """What the whole document shares besides records; there is one, with the id ``document``."""

    id: Identifier = SETTINGS_ID
    raci_letters: Annotated[tuple[RaciLetter, ...], Field(min_length=1, max_length=20)] = (
        RaciLetter(letter="R", name="Responsible", meaning="Does the work; one role or more."),
        RaciLetter(letter="A", name="Accountable", meaning="Answers for the result; exactly one role."),
        RaciLetter(letter="C", name="Consulted", meaning="Is asked before; their view counts."),
        RaciLetter(letter="I", name="Informed", meaning="Is told after."),
    )
    accountable_implies_responsible: Flag = False
    check_levels: Annotated[dict[Identifier, Name], Field(max_length=LIST_LENGTH)] = Field(
        default_factory=dict
    )
    check_profile: OptionalIdentifier = ""


class Lane(Record):
    """An activity of the value chain; the lane set is shared by all streams of the document.

    `alias` is what this organization calls it: shown on the drawing, above the activity's own name.
    """

    name: Name
    alias: Name = ""
    color: Color
    purpose: Text = ""
    order: Order = 0
    facets: Annotated[tuple[Facet, ...], Field(max_length=20)] = ()


class Role(Record):
    """Somebody who takes part: a column of the responsibility matrix."""

    name: Name
    duty: Text = ""
    organisation: Organisation = Organisation.OWN
    organisation_name: Name = ""
    order: Order = 0


class Tool(Record):
    """A category of tools and technologies with the products known for it."""

    name: Name
    products: Names = ()
    order: Order = 0


class Practice(Record):
    """A practice of the organization's own, beside the 34 of the catalogue."""

    name: Name
    description: Text = ""
    order: Order = 0


class Stream(Record):
    """A service value stream with its use case."""

    name: Name = ""
    short_name: Name = ""
    order: Order = 0
    owner: Name = ""
    description: Text = ""
    demand_kind: DemandKind = DemandKind.DEMAND
    demand: Text = ""
    outcomes: Text = ""
    value: Text = ""
    lead_times: Annotated[tuple[LeadTime, ...], Field(max_length=LIST_LENGTH)] = ()
    responsibilities: Annotated[tuple[Responsibility, ...], Field(max_length=LIST_LENGTH)] = ()
    service_offerings: Names = ()
    state: StreamState = StreamState.UNSAID
    status: Name = ""
    version: Name = ""
    variant_of: OptionalIdentifier = ""
    numbering: Numbering = Numbering.AUTOMATIC
    calendar: Calendar = Calendar()
    lane_views: Annotated[tuple[LaneView, ...], Field(max_length=LIST_LENGTH)] = ()


class Placed(StreamMember):
    """Something drawn in a lane: `x` is its left edge in the scene, `y` its top below the lane's top (px)."""

    lane: Identifier
    x: Coordinate = 0.0
    y: Coordinate = 0.0


class Terminal(Placed):
    """Demand or value of a stream. Unless `pinned` it stays before or after the steps by itself."""

    kind: TerminalKind
    pinned: Flag = False


class Step(Placed):
    """One occurrence of an activity in a stream."""

    name: Name = ""
    order: Order = 0
    facet: OptionalIdentifier = ""
    qualifier: Name = ""
    further_lanes: Annotated[tuple[Identifier, ...], Field(max_length=20)] = ()
    tasks: Annotated[tuple[Task, ...], Field(max_length=LIST_LENGTH)] = ()
    practices: Annotated[tuple[PracticeUse, ...], Field(max_length=LIST_LENGTH)] = ()
    tools: Annotated[tuple[ToolUse, ...], Field(max_length=LIST_LENGTH)] = ()
    raci: Annotated[tuple[RaciMark, ...], Field(max_length=LIST_LENGTH)] = ()
    process_time: Duration | None = None
    wait_time: Duration | None = None
    complete_and_accurate: Percent | None = None
    inputs: Names = ()
    information: Names = ()
    outputs: Names = ()
    constraints: Names = ()
    skills: Names = ()
    metrics: Names = ()
    service_offerings: Names = ()
    supplier: Supplier = Supplier()
    automation: Automation = Automation.UNSAID
    customer_visible: Flag = False
    optional: Flag = False
    presenter_notes: Text = ""
    substream: OptionalIdentifier = ""
    variant_of: OptionalIdentifier = ""
    width: Length | None = None
    height: Length | None = None


class Flow(StreamMember):
    """A connection from demand or a step to a step or value; ends are ids of steps and terminals."""

    source: Identifier
    target: Identifier
    label: Name = ""
    kind: FlowKind = FlowKind.MAIN
    share: Percent | None = None
    bends: Annotated[tuple[Bend, ...], Field(max_length=100)] = ()
    label_place: LabelPlace = LabelPlace()
    source_side: OptionalIdentifier = ""
    target_side: OptionalIdentifier = ""


class Phase(StreamMember):
    """A named band across the lanes; `x` and `width` in px."""

    name: Name = ""
    order: Order = 0
    x: Coordinate = 0.0
    width: Length = 400.0


class Note(Placed):
    """A remark on the drawing that is not a step; of a picture, `text` says what it shows."""

    kind: NoteKind = NoteKind.NOTE
    text: Text = ""
    picture: PictureData = ""
    width: Length = 180.0
    height: Length = 80.0


#: Section of the file → type of record. One line here is what makes a record type known everywhere.
SECTIONS: dict[str, type[Record]] = {
    "lanes": Lane,
    "roles": Role,
    "tools": Tool,
    "practices": Practice,
    "streams": Stream,
    "terminals": Terminal,
    "steps": Step,
    "flows": Flow,
    "phases": Phase,
    "notes": Note,
}
