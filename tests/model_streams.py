"""The method's model streams as documents, to be walked, drawn and presented."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import PracticeUse, Task
from vsdesigner.model.records import DocumentSettings, Flow, FlowKind, Step, Stream, Terminal, TerminalKind
from vsdesigner.model.reference import default_lanes, practice_catalog

_KINDS = {"": FlowKind.MAIN, "dashed": FlowKind.ALTERNATIVE, "rework": FlowKind.REWORK}


@cache
def _entries() -> dict[str, dict[str, Any]]:
    text = Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
    return {entry["id"]: entry for entry in json.loads(text)["streams"]}


def names() -> tuple[str, ...]:
    """The ids of the streams; each is also the id of the only stream in its document."""
    return tuple(_entries())


@cache
def model_stream(name: str) -> Snapshot:
    """Return the document of one stream: demand is ``demand``, its steps ``1``, ``2`` …, value ``value``.

    A flow's id is its ends, as in ``demand.1``. Where no flows are given, the steps follow one another.
    """
    entry = _entries()[name]
    steps = entry["steps"]
    ends = ["demand", *range(1, len(steps) + 1), "value"]
    edges = entry.get("edges") or [{"source": source, "target": target} for source, target in pairwise(ends)]
    return Snapshot(
        (
            DocumentSettings(),
            *default_lanes(),
            Stream(
                id=name, name=entry["title"], demand=entry.get("demand", ""), value=entry.get("value", "")
            ),
            Terminal(
                id="demand", stream=name, lane=steps[0]["activity"], y=26.0, kind=TerminalKind.DEMAND, x=40.0
            ),
            Terminal(
                id="value",
                stream=name,
                lane=steps[-1]["activity"],
                y=26.0,
                kind=TerminalKind.VALUE,
                x=300.0 + 270.0 * len(steps),
            ),
            *(_step(name, number, step) for number, step in enumerate(steps, start=1)),
            *(_flow(name, edge) for edge in edges),
        )
    )


def _step(stream: str, number: int, entry: dict[str, Any]) -> Step:
    practices = {practice.name: practice.id for practice in practice_catalog().values()}
    return Step(
        id=str(number),
        stream=stream,
        lane=entry["activity"],
        name=entry["name"],
        order=number,
        x=30.0 + 270.0 * number,
        y=26.0,
        qualifier=entry.get("qualifier", ""),
        tasks=tuple(
            Task(id=f"{number}.{index}", text=text) for index, text in enumerate(entry.get("tasks", ()))
        ),
        practices=tuple(
            PracticeUse(practice=practices[name]) for name in entry.get("practices", ()) if name in practices
        ),
    )


def _flow(stream: str, edge: dict[str, Any]) -> Flow:
    source, target = str(edge["source"]), str(edge["target"])
    return Flow(
        id=f"{source}.{target}",
        stream=stream,
        source=source,
        target=target,
        label=edge.get("label", ""),
        kind=_KINDS[edge.get("style", "")],
    )
