"""Documents for the tests of analysis: a sound one to break, and bare graphs."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.analysis.findings import Finding, find_all
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Duration, PracticeUse, RaciMark, Task, TimeUnit, ToolUse
from vsdesigner.model.records import (
    DocumentSettings,
    Flow,
    FlowKind,
    Record,
    Role,
    Step,
    Stream,
    Terminal,
    TerminalKind,
    Tool,
)
from vsdesigner.model.reference import default_lanes

STREAM = "stream"


def marks(**letters: str) -> tuple[RaciMark, ...]:
    """Return marks such as ``marks(lead="A", engineer="R")``."""
    return tuple(RaciMark(role=role, letters=held.replace("_", "/")) for role, held in letters.items())


def step(id: str, **fields: object) -> Step:
    return Step.model_validate({"id": id, "stream": STREAM, "lane": "engage", **fields})


def flow(source: str, target: str, **fields: object) -> Flow:
    id = f"{source}.{target}" if "id" not in fields else fields.pop("id")
    return Flow.model_validate({"id": id, "stream": STREAM, "source": source, "target": target, **fields})


def sound() -> Snapshot:
    """Return a document of two steps in which nothing is to be found."""
    return Snapshot(
        (
            DocumentSettings(),
            *default_lanes(),
            *(
                Role(id=id, name=name, order=order)
                for order, (id, name) in enumerate(
                    {"client": "Client", "engineer": "Engineer", "lead": "Lead", "desk": "Desk"}.items()
                )
            ),
            Tool(id="meetings", name="Meeting tools", products=("Zoom",)),
            Stream(
                id=STREAM,
                name="Order a laptop",
                owner="Ada",
                demand="Somebody needs a laptop.",
                outcomes="They have one.",
                value="They can work anywhere.",
            ),
            Terminal(id="demand", stream=STREAM, lane="engage", kind=TerminalKind.DEMAND),
            Terminal(id="value", stream=STREAM, lane="engage", kind=TerminalKind.VALUE),
            step(
                "first",
                name="Take the order",
                order=0,
                tasks=(Task(id="ask", text="Ask what is needed"),),
                practices=(PracticeUse(practice="service_desk"),),
                tools=(ToolUse(tool="meetings", products=("Zoom",)),),
                raci=marks(client="C", engineer="R", lead="A"),
            ),
            step(
                "second",
                name="Hand over the laptop",
                order=1,
                x=400.0,
                tasks=(Task(id="give", text="Give it to them"),),
                practices=(PracticeUse(practice="it_asset_management"),),
                raci=marks(client="I", lead="A", desk="R"),
            ),
            flow("demand", "first"),
            flow("first", "second"),
            flow("second", "value"),
        )
    )


def graph(flows: Mapping[str, object] | list[Flow], steps: Mapping[str, Mapping[str, object]]) -> Snapshot:
    """Return a document of bare steps and flows from demand to value."""
    listed = flows if isinstance(flows, list) else [flow(*key.split(">")) for key in flows]
    return Snapshot(
        (
            DocumentSettings(),
            *default_lanes(),
            Stream(id=STREAM),
            Terminal(id="demand", stream=STREAM, lane="engage", kind=TerminalKind.DEMAND),
            Terminal(id="value", stream=STREAM, lane="engage", kind=TerminalKind.VALUE),
            *(
                step(id, order=order, x=200.0 * order, **fields)
                for order, (id, fields) in enumerate(steps.items())
            ),
            *listed,
        )
    )


def hours(amount: float) -> Duration:
    return Duration(likely=float(amount), unit=TimeUnit.HOURS)


def with_changes(view: Snapshot, *records: Record, gone: tuple[str, ...] = ()) -> Snapshot:
    """Return the document with records added or replaced, and others gone."""
    return view.evolve({**{record.id: record for record in records}, **dict.fromkeys(gone)})


def edited(view: Snapshot, id: str, **fields: object) -> Snapshot:
    """Return the document with fields of one record replaced."""
    draft = Draft(view)
    draft.update(id, **fields)
    return draft.view


def found(view: Snapshot, check: str) -> list[Finding]:
    """Return the findings of one check."""
    return [finding for finding in find_all(view) if finding.check == check]


def only(view: Snapshot, check: str) -> Finding:
    """Return the one finding that a document has altogether, which must be of this check."""
    (finding,) = find_all(view)
    assert finding.check == check
    return finding


ALTERNATIVE = FlowKind.ALTERNATIVE
REWORK = FlowKind.REWORK
INFORMATION = FlowKind.INFORMATION
