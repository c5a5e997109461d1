"""What each field is called, what it is for and how it is edited: panels, tables and workbook read this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vsdesigner.model.records import Flow, Note, Phase, Record, Role, Step, Stream


class Editor(StrEnum):
    """Kind of editor a field wants."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"
    DURATION = "duration"
    PERCENT = "percent"
    LINES = "lines"  # a list of short texts, one a line
    LANE = "lane"
    FACET = "facet"
    TASKS = "tasks"
    PRACTICES = "practices"
    TOOLS = "tools"
    RACI = "raci"
    LEAD_TIMES = "lead times"
    RESPONSIBILITIES = "responsibilities"
    SUPPLIER = "supplier"
    STREAM_LINK = "stream link"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record type. `label` and `help` are English source texts for translation."""

    kind: type[Record]
    name: str
    label: str
    editor: Editor
    help: str
    placeholder: str = ""


FIELDS: tuple[Field, ...] = (
    Field(Stream, "name", "Name", Editor.LINE, "What the stream is called, as people speak of it."),
    Field(
        Stream,
        "owner",
        "Owned by",
        Editor.LINE,
        "Who answers for the whole stream.",
        placeholder="Who answers for the whole stream.",
    ),
    Field(
        Stream, "description", "Description", Editor.TEXT, "What happens in this stream, in a few sentences."
    ),
    Field(
        Stream,
        "demand_kind",
        "Starts with",
        Editor.CHOICE,
        "Demand that somebody brings, or an opportunity that the organization sees.",
    ),
    Field(Stream, "demand", "Demand or trigger", Editor.TEXT, "What sets the stream off, and who brings it."),
    Field(
        Stream, "outcomes", "Outcomes", Editor.TEXT, "What is true for the customer when the stream is done."
    ),
    Field(Stream, "value", "Value created", Editor.TEXT, "Why that outcome matters to them."),
    Field(
        Stream,
        "lead_times",
        "Estimated or target lead time",
        Editor.LEAD_TIMES,
        "How long the stream takes from demand to value, by class of service.",
    ),
    Field(
        Stream,
        "responsibilities",
        "Roles and responsibilities",
        Editor.RESPONSIBILITIES,
        "Who takes part and what they do; a role may stand on several lines.",
    ),
    Field(
        Stream,
        "service_offerings",
        "Service offerings",
        Editor.LINES,
        "The offerings that this stream serves.",
    ),
    Field(
        Stream, "state", "State", Editor.CHOICE, "What happens today (as-is) or what should happen (to-be)."
    ),
    Field(Stream, "status", "Status", Editor.LINE, "Where the document stands: draft, agreed, in use …"),
    Field(Stream, "version", "Version", Editor.LINE, "The version of this description."),
    Field(Step, "name", "Name", Editor.LINE, "What is done, starting with a verb."),
    Field(
        Step, "lane", "Activity", Editor.LANE, "The activity of the value chain that this step belongs to."
    ),
    Field(
        Step, "facet", "Part of the activity", Editor.FACET, "Which half of a double-named activity is meant."
    ),
    Field(
        Step,
        "qualifier",
        "Qualifier",
        Editor.LINE,
        "When or under which condition; stands in brackets behind the activity.",
    ),
    Field(Step, "tasks", "Actions and tasks", Editor.TASKS, "What people do in this step, one line each."),
    Field(Step, "practices", "Practices", Editor.PRACTICES, "Practices that contribute, and what with."),
    Field(
        Step, "tools", "Tools and technologies", Editor.TOOLS, "Categories of tools with example products."
    ),
    Field(
        Step, "raci", "Responsibility", Editor.RACI, "Who is responsible, accountable, consulted, informed."
    ),
    Field(Step, "process_time", "Process time", Editor.DURATION, "Time that somebody works on it."),
    Field(Step, "wait_time", "Wait time", Editor.DURATION, "Time that it lies before or between the work."),
    Field(
        Step,
        "complete_and_accurate",
        "Complete and accurate",
        Editor.PERCENT,
        "Share of the work that the next step can use as it comes, in percent.",
    ),
    Field(
        Step, "inputs", "Inputs and triggers", Editor.LINES, "What has to be there before the step starts."
    ),
    Field(Step, "information", "Information", Editor.LINES, "What one has to know to carry it out."),
    Field(Step, "outputs", "Outputs", Editor.LINES, "What the step leaves behind for the next."),
    Field(Step, "constraints", "Constraints", Editor.LINES, "Rules, limits and deadlines that apply."),
    Field(Step, "skills", "Skills", Editor.LINES, "What people need to be able to do."),
    Field(Step, "metrics", "Metrics", Editor.LINES, "What is measured here."),
    Field(
        Step,
        "service_offerings",
        "Service offerings",
        Editor.LINES,
        "Offerings that apply to this step alone.",
    ),
    Field(Step, "supplier", "Carried out by", Editor.SUPPLIER, "Our own organization, or a partner by name."),
    Field(Step, "automation", "Automation", Editor.CHOICE, "Carried out by people, by machines, or by both."),
    Field(
        Step, "customer_visible", "Visible to the customer", Editor.FLAG, "The customer notices this step."
    ),
    Field(Step, "optional", "Optional", Editor.FLAG, "The step is left out in some cases."),
    Field(Step, "presenter_notes", "Notes for the presenter", Editor.TEXT, "Seen by the presenter only."),
    Field(
        Step, "substream", "Stands for", Editor.STREAM_LINK, "Another stream of this document that runs here."
    ),
    Field(Flow, "label", "Label", Editor.LINE, "The condition under which this way is taken."),
    Field(Flow, "kind", "Kind", Editor.CHOICE, "The main flow, an alternative, rework, or information only."),
    Field(Flow, "share", "Share", Editor.PERCENT, "How much of the volume takes this way, in percent."),
    Field(Phase, "name", "Name", Editor.LINE, "What the phase is called, as it stands in its header."),
    Field(Note, "text", "Text", Editor.TEXT, "What the note says."),
    Field(Role, "name", "Name", Editor.LINE, "What the role is called."),
    Field(Role, "duty", "Duty", Editor.TEXT, "What the role does in general."),
    Field(
        Role, "organisation", "Belongs to", Editor.CHOICE, "Our own organization, the customer, or a partner."
    ),
    Field(Role, "organisation_name", "Organization", Editor.LINE, "What the customer or partner is called."),
)

_BY_NAME = {(field.kind, field.name): field for field in FIELDS}


def field(kind: type[Record], name: str) -> Field:
    """Return the description of a field; KeyError when it has none."""
    return _BY_NAME[kind, name]


def fields_of(kind: type[Record]) -> tuple[Field, ...]:
    """Return the described fields of a record type in the order they are shown."""
    return tuple(entry for entry in FIELDS if entry.kind is kind)
