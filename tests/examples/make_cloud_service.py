"""Makes the sample that ships: ``python -m tests.examples.make_cloud_service`` writes it anew."""

from __future__ import annotations

from pathlib import Path

from tests.examples.cloud_service import FlowEntry, StepEntry, UseCase, sample
from vsdesigner.commands import lists, raci, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import LANE_PADDING
from vsdesigner.model.parts import Duration, LeadTime, PracticeUse, Responsibility, Task, TimeUnit, ToolUse
from vsdesigner.model.records import (
    Automation,
    DocumentSettings,
    Flow,
    FlowKind,
    Lane,
    Organisation,
    Role,
    Step,
    Stream,
    StreamState,
    Terminal,
    TerminalKind,
    Tool,
)
from vsdesigner.model.reference import default_lanes
from vsdesigner.storage.json_format import encode

PATH = Path(__file__).parents[2] / "resources" / "examples" / "cloud-service.vstream"

STREAM = "stream-cloud-service"
CUSTOMER_ROLE = "Client"


def build() -> Snapshot:
    """Return the document with readable ids that never change."""
    content = sample()
    draft = Draft(Snapshot((DocumentSettings(), *default_lanes())))
    for order, name in enumerate(content["roles"]):
        belongs = Organisation.CUSTOMER if name == CUSTOMER_ROLE else Organisation.OWN
        duty = "\n".join(text for role, text in content["use_case"]["responsibilities"] if role == name)
        draft.add(Role(id=_id("role", name), name=name, duty=duty, organisation=belongs, order=order))
    categories = dict.fromkeys(category for step in content["steps"] for category, _ in step["tools"])
    for order, category in enumerate(categories):
        draft.add(Tool(id=_id("tool", category.removesuffix(" tools")), name=category, order=order))
    draft.add(Stream(id=STREAM))
    _use_case(draft, content["use_case"])
    for kind, lane in ((TerminalKind.DEMAND, "engage"), (TerminalKind.VALUE, "deliver_and_support")):
        draft.add(Terminal(id=_end(kind.value), stream=STREAM, lane=lane, y=LANE_PADDING, kind=kind))
    for order, entry in enumerate(content["steps"]):
        _step(draft, entry, order)
    for flow in content["flows"]:
        draft.add(_flow(flow))
    return complete(draft).view


def _use_case(draft: Draft, entry: UseCase) -> None:
    streams.update(
        draft,
        STREAM,
        name=entry["name"],
        short_name="Cloud service",
        owner=entry["owner"],
        description=entry["description"],
        demand=entry["demand"],
        outcomes=entry["outcomes"],
        value=entry["value"],
        state=StreamState(entry["state"]),
        status=entry["status"],
        version=entry["version"],
        lead_times=tuple(
            LeadTime(
                id=_id("lead", lead["service_class"]),
                service_class=lead["service_class"],
                minimum=lead["minimum"],
                maximum=lead["maximum"],
                unit=TimeUnit(lead["unit"]),
            )
            for lead in entry["lead_times"]
        ),
        responsibilities=tuple(
            Responsibility(id=f"duty-{number}", role=_id("role", role), duty=duty)
            for number, (role, duty) in enumerate(entry["responsibilities"], start=1)
        ),
        service_offerings=tuple(entry["service_offerings"]),
    )


def _step(draft: Draft, entry: StepEntry, order: int) -> None:
    id = entry["id"]
    lane = next(lane for lane in draft.view.lanes if lane.name == entry["activity"])
    draft.add(
        Step(
            id=id,
            stream=STREAM,
            lane=lane.id,
            x=entry["x"],
            y=LANE_PADDING,
            name=entry["name"],
            order=order,
            facet=_facet(lane, entry["facet"]),
            qualifier=entry["qualifier"],
            process_time=_duration(entry["process_time"]),
            wait_time=_duration(entry["wait_time"]),
            complete_and_accurate=entry["complete_and_accurate"],
            customer_visible=entry["customer_visible"],
            automation=Automation(entry["automation"]),
            presenter_notes=entry["presenter_notes"],
        )
    )
    name = id.removeprefix("step-")
    tasks = [Task(id=f"task-{name}-{number}", text=text) for number, text in enumerate(entry["tasks"], 1)]
    lists.set_tasks(draft, id, tasks)
    practices = [PracticeUse(practice=lists.practice_named(draft, named)) for named in entry["practices"]]
    lists.set_practices(draft, id, practices)
    tools = [
        ToolUse(tool=lists.tool_named(draft, category), products=tuple(products))
        for category, products in entry["tools"]
    ]
    lists.set_tools(draft, id, tools)
    for role, letters in entry["raci"].items():
        raci.set_letters(draft, id, _id("role", role), letters)


def _flow(entry: FlowEntry) -> Flow:
    names = [end.removeprefix("step-") for end in (entry["source"], entry["target"])]
    return Flow(
        id=f"flow-{'-'.join(names)}",
        stream=STREAM,
        source=_end(entry["source"]),
        target=_end(entry["target"]),
        kind=FlowKind(entry["kind"]),
        label=entry["label"],
    )


def _end(name: str) -> str:
    """The id of a flow's end."""
    return f"{name}-cloud-service" if name in set(TerminalKind) else name


def _facet(lane: Lane, name: str) -> str:
    return next((facet.id for facet in lane.facets if facet.name == name), "")


def _duration(entry: tuple[float, str]) -> Duration:
    return Duration(likely=entry[0], unit=TimeUnit(entry[1]))


def _id(kind: str, name: str) -> str:
    words = "".join(char if char.isalnum() else " " for char in name.lower()).split()
    return "-".join((kind, *words))


if __name__ == "__main__":
    PATH.parent.mkdir(parents=True, exist_ok=True)
    PATH.write_bytes(encode(build()))
