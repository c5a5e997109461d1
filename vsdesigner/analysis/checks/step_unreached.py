"""Check that a way leads from demand to every step."""

from __future__ import annotations

from collections.abc import Iterator, Set

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import step_words
from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.language import say, say_count
from vsdesigner.model.records import Flow, Step

CHECK = Check(
    "step-unreached",
    Level.ERROR,
    "Step that demand does not reach",
    "Work that no demand leads to never starts, or starts for a reason that the stream does not show.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the steps to which no work gets from demand; information alone moves nothing.

    Steps that stand behind one of these are counted with it: one missing flow is one finding.
    """
    reached = reading.ways.reached
    left = {step.id: step for step in reading.steps if step.id not in reached}
    told: set[str] = set()
    # Those that nothing leads to come first; what is left then goes round in circles.
    first = [id for id in left if not any(flow.source in left for flow in _forward(reading, id))]
    for id in (*first, *left):
        if id in told:
            continue
        behind = _behind(reading, id, left.keys() - told)
        told |= {id, *behind}
        yield _finding(reading, left[id], len(behind))


def _finding(reading: Reading, step: Step, behind: int) -> Finding:
    if any(flow.source in reading.ways.reached for flow in reading.view.incoming(step.id)):
        sentence = say("Only information gets from demand to {step}.")
    elif behind:
        one = "No flow leads from demand to {step} and the one step behind it."
        many = "No flow leads from demand to {step} and the {count} steps behind it."
        sentence = say_count(one, many, behind)
    else:
        sentence = say("No flow leads from demand to {step}.")
    return CHECK.on(step.id, "", sentence.format(step=step_words(reading.view, step)))


def _forward(reading: Reading, step: str) -> list[Flow]:
    return [flow for flow in reading.view.incoming(step) if flow.kind in FORWARD_KINDS]


def _behind(reading: Reading, step: str, within: Set[str]) -> set[str]:
    """The steps among `within` to which work gets from a step."""
    found: set[str] = set()
    todo = [step]
    while todo:
        for flow in reading.view.outgoing(todo.pop()):
            if flow.kind in FORWARD_KINDS and flow.target in within and flow.target not in found:
                found.add(flow.target)
                todo.append(flow.target)
    return found - {step}
