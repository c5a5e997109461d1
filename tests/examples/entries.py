"""What a starting point says, as plain data: the words that the makers turn into documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A role by its title, what it does, and whom it belongs to."""

    name: str
    duty: str
    organisation: str = "own"
    organisation_name: str = ""


@dataclass(frozen=True, slots=True)
class LeadEntry:
    """The promised lead time of one class of service; a bound that is not promised is None."""

    service_class: str
    minimum: float | None
    maximum: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class StepEntry:
    """A step; `key` makes its id, `at` is its column from the left and its row in the lane.

    Times are written as in ``"20 minutes"``. `practices` go from name to contribution, `tools` from
    category to products, `raci` from role to letters; `task_raci` has those of single tasks, counted from 1.
    """

    key: str
    name: str
    lane: str
    at: tuple[float, float]
    tasks: Sequence[str] = ()
    practices: Mapping[str, str] = field(default_factory=dict)
    tools: Mapping[str, Sequence[str]] = field(default_factory=dict)
    raci: Mapping[str, str] = field(default_factory=dict)
    task_raci: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    work: str = ""
    wait: str = ""
    accurate: float | None = None
    facet: str = ""
    qualifier: str = ""
    further_lanes: Sequence[str] = ()
    inputs: Sequence[str] = ()
    information: Sequence[str] = ()
    outputs: Sequence[str] = ()
    constraints: Sequence[str] = ()
    skills: Sequence[str] = ()
    metrics: Sequence[str] = ()
    offerings: Sequence[str] = ()
    partner: str = ""
    automation: str = "manual"
    visible: bool = False
    optional: bool = False
    notes: str = ""
    substream: str = ""  # key of a stream of the same document
    variant_of: str = ""  # key of a step


@dataclass(frozen=True, slots=True)
class FlowEntry:
    """A flow between steps by their keys; ``demand`` and ``value`` are the ends of its stream."""

    source: str
    target: str
    label: str = ""
    kind: str = "main"
    share: float | None = None
    label_at: float = 0.5
    source_side: str = ""
    target_side: str = ""


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note on free ground: where it is in its lane and how large, in px; below demand unless told."""

    text: str
    lane: str
    x: float = 40.0
    y: float = 26.0
    width: float = 400.0
    height: float = 84.0


@dataclass(frozen=True, slots=True)
class PhaseEntry:
    """A phase around the steps with these keys."""

    name: str
    steps: Sequence[str]


@dataclass(frozen=True, slots=True)
class StreamEntry:
    """A stream with its use case; `responsibilities` are the duties of all its roles unless given."""

    key: str
    name: str
    short_name: str
    owner: str
    description: str
    demand: str
    outcomes: str
    value: str
    lead_times: Sequence[LeadEntry]
    offerings: Sequence[str]
    steps: Sequence[StepEntry]
    flows: Sequence[FlowEntry]
    notes: Sequence[NoteEntry] = ()
    phases: Sequence[PhaseEntry] = ()
    responsibilities: Sequence[tuple[str, str]] = ()
    demand_lane: str = "engage"
    value_lane: str = "deliver_and_support"
    opportunity: bool = False
    state: str = ""
    variant_of: str = ""
    calendar: tuple[float, float] = (8.0, 5.0)  # hours a day, days a week


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that a document says which ships under the name `file`."""

    file: str
    status: str
    roles: Sequence[RoleEntry]
    streams: Sequence[StreamEntry]
    version: str = "1.0"
