"""Writes down streams in a line, for tests of what follows from flows and places."""

from __future__ import annotations

from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import DocumentSettings, Flow, FlowKind, Step, Stream, Terminal, TerminalKind
from vsdesigner.model.reference import default_lanes

STREAM = "stream"
_KINDS = {">": FlowKind.MAIN, "?": FlowKind.ALTERNATIVE, "<": FlowKind.REWORK, ".": FlowKind.INFORMATION}


def graph(flows: str, *, at: str = "") -> Snapshot:
    """Return a document with one stream, e.g. ``graph("D>a a>b b>V b<a")``.

    A flow is source, kind (``>`` main, ``?`` alternative, ``<`` rework, ``.`` information) and target; D is
    demand, V value. Steps stand from left to right in the order of `at`, by default as first mentioned.
    The id of a step is its letter, of a flow its text with a letter for the kind, as in ``a-main-b``.
    """
    draft = Draft(Snapshot((DocumentSettings(), *default_lanes())))
    draft.add(Stream(id=STREAM, name="Stream"))
    draft.add(Terminal(id="D", stream=STREAM, lane="engage", kind=TerminalKind.DEMAND, x=40.0, y=26.0))
    draft.add(
        Terminal(id="V", stream=STREAM, lane="deliver_and_support", kind=TerminalKind.VALUE, x=900.0, y=26.0)
    )
    names = at or "".join(dict.fromkeys(char for flow in flows.split() for char in (flow[0], flow[2])))
    for position, name in enumerate(char for char in names if char.islower()):
        draft.add(
            Step(id=name, stream=STREAM, lane="plan", name=f"Step {name}", x=300.0 + 270.0 * position, y=26.0)
        )
    for flow in flows.split():
        kind = _KINDS[flow[1]]
        draft.add(Flow(id=flow_id(flow), stream=STREAM, source=flow[0], target=flow[2], kind=kind))
    return draft.view


def flow_id(flow: str) -> str:
    """Return the id that `graph` gives a flow."""
    return f"{flow[0]}-{_KINDS[flow[1]]}-{flow[2]}"


def order(view: Snapshot) -> str:
    """Return the steps in the order of their numbers, e.g. ``abc``."""
    return "".join(step.id for step in view.steps(STREAM))


def flows_of(view: Snapshot) -> str:
    """Return the flows as `graph` takes them, sorted."""
    signs = {kind: sign for sign, kind in _KINDS.items()}
    return " ".join(sorted(flow.source + signs[flow.kind] + flow.target for flow in view.flows(STREAM)))
