"""What records, fields and entries of lists are called inside a sentence about a difference."""

from __future__ import annotations

from functools import cache

from vsdesigner.model.fields import FIELDS
from vsdesigner.model.parts import Part
from vsdesigner.model.records import (
    Flow,
    Lane,
    Note,
    Phase,
    Practice,
    Record,
    Role,
    Step,
    Stream,
    Terminal,
    Tool,
)

#: Record types in the order in which differences are told, each with its name in a sentence.
NOUNS: dict[type[Record], str] = {
    Lane: "the activity {name}",
    Role: "the role {name}",
    Tool: "the tool {name}",
    Practice: "the practice {name}",
    Stream: "the stream {name}",
    Terminal: "the {name}",
    Step: "the step {name}",
    Flow: "the flow from {name}",
    Phase: "the phase {name}",
    Note: "the note {name}",
}

#: Lists whose entries are called something; the others are lists of lines.
ENTRIES = {
    "tasks": "the task {name}",
    "practices": "the practice {name}",
    "tools": "the tool {name}",
    "lead_times": "the lead time {name}",
    "responsibilities": "the responsibility {name}",
    "raci_letters": "the letter {name}",
    "facets": "the part {name}",
    "lane_views": "the view of {name}",
    "raci": "the letters of {name}",
    "further_lanes": "the further activity {name}",
}

_LABELS = {
    "lane": "activity",
    "owner": "owner",
    "demand_kind": "kind of start",
    "supplier": "supplier",
    "substream": "stream that it stands for",
    "organisation": "kind of organization",
    "organisation_name": "organization",
    "complete_and_accurate": "share that is complete and accurate",
    "customer_visible": "visibility to the customer",
    "optional": "option to leave it out",
    "pinned": "pin",
    "facet": "part of the activity",
    "x": "place on the drawing",
    "width": "size on the drawing",
    "bends": "way on the drawing",
    "label_place": "place of the label",
    "source_side": "first side",
    "target_side": "last side",
    "source": "start",
    "target": "end",
    "minimum": "time",
    "service_class": "class of service",
    "further_lanes": "further activities",
    "lane_views": "shown lanes",
    "raci_letters": "letters of responsibility",
    "accountable_implies_responsible": "rule that accountable includes responsible",
    "check_levels": "level of the check {name}",
    "check_profile": "profile of the checks",
    "variant_of": "original",
    "lanes": "activities",
    "raci": "responsibilities",
}

#: Fields of which only that they changed is told: nobody reads px.
DRAWN = {
    "x": "{owner} is moved on the drawing.",
    "width": "{owner} has another size on the drawing.",
    **dict.fromkeys(
        ("bends", "label_place", "source_side", "target_side"), "{owner} is drawn in another way."
    ),
}


@cache
def label(kind: type[Part], name: str) -> str:
    """Return what a field is called inside a sentence."""
    known = next((field.label for field in FIELDS if field.kind is kind and field.name == name), "")
    text = _LABELS.get(name) or known or name.replace("_", " ")
    return text[:1].lower() + text[1:]
