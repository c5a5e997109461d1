"""The cell that says what comes next: the flows that leave a step, one a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from vsdesigner.commands import flows
from vsdesigner.commands.table.errors import CellError, few, quoted, within
from vsdesigner.commands.table.lines import filled
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import one_line
from vsdesigner.language import say
from vsdesigner.model.records import Flow, FlowKind, Step, Terminal, TerminalKind
from vsdesigner.rules.verdicts import can_connect

VALUE = "Value"
_LENGTH = 1_500  # characters: the longest name and the longest label with what stands between
_NUMBER = re.compile(r"(\d{1,7})(?:[.)\s]+(.*))?$", re.DOTALL)


class Next(NamedTuple):
    """One line: where a flow leads, its kind and its label."""

    target: str
    kind: FlowKind = FlowKind.MAIN
    label: str = ""


def next_text(view: Snapshot, step: Step) -> str:
    """Return a line for each flow that leaves a step: ``3 Build it``, ``Value``, ``1 Ask (rework)``."""
    found = sorted(view.outgoing(step.id), key=lambda flow: _place(view, flow))
    return "\n".join(_flow_text(view, flow) for flow in found)


def names(view: Snapshot, step: Step) -> tuple[str, ...]:
    """Return what a step may lead to: the other steps and value."""
    others = [_step_text(view, other) for other in view.steps(step.stream) if other.id != step.id]
    return (*others, say(VALUE))


def change_next(writing: Writing, step: Step, text: str) -> Step:
    """Write what comes next: flows are made and removed, and those that stay keep everything else.

    A line names a step by number or name, with kind and label in brackets where it is not plain main flow.
    """
    lines = filled(text)
    few(len(lines))
    view = writing.view
    present = {_flow_text(view, flow).strip(): flow for flow in view.outgoing(step.id)}
    wanted: dict[str, Next] = {}
    for line in lines:
        flow = present.get(line.strip())
        each = Next(flow.target, flow.kind, flow.label) if flow else _read(writing, step, line.strip())
        wanted.setdefault(each.target, each)
    writing.later(lambda: _lead(writing.draft, step.id, wanted))
    return step


def _lead(draft: Draft, step: str, wanted: dict[str, Next]) -> None:
    for flow in draft.view.outgoing(step):
        each = wanted.pop(flow.target, None)
        if each is None:
            draft.remove(flow.id)
        else:
            draft.update(flow.id, kind=each.kind, label=each.label)
    for each in wanted.values():
        flows.connect(draft, step, each.target, kind=each.kind, label=each.label)


def _read(writing: Writing, step: Step, line: str) -> Next:
    view = writing.view
    named = writing.once("step names", step.stream, lambda: _by_name(view, step.stream))
    if len(line) > _LENGTH:
        raise _unknown(line)
    target = _target(view, named, step, line)
    kind, label = FlowKind.MAIN, ""
    opening = line.find("(") if line.endswith(")") else -1
    while target is None and opening >= 0:
        target = _target(view, named, step, line[:opening].strip())
        kind, label = _kind(line[opening + 1 : -1])
        opening = line.find("(", opening + 1)
    if target is None:
        raise _unknown(line)
    allowed = can_connect(view, step.id, target)
    connected = any(flow.target == target for flow in view.outgoing(step.id))
    if not allowed and not connected:
        raise CellError(allowed.reason)
    return Next(target, kind, within(label))


def _unknown(line: str) -> CellError:
    sentence = say("There is no step “{text}” in this stream; type its number or name, or Value.")
    return CellError(sentence.format(text=quoted(line)))


def _by_name(view: Snapshot, stream: str) -> dict[str, list[str]]:
    """The steps of each name, without regard to case."""
    found: dict[str, list[str]] = {}
    for step in view.steps(stream):
        found.setdefault(_folded(step.name), []).append(step.id)
    return found


def _folded(name: str) -> str:
    return one_line(name).strip().casefold()


def _kind(words: str) -> tuple[FlowKind, str]:
    """Kind and label of what stands in brackets; words that are no kind are the label of the main flow."""
    first, _, label = words.partition(":")
    for kind in FlowKind:
        if first.strip().casefold() in (kind.value, say(kind.value).casefold()):
            return kind, label.strip()
    return FlowKind.MAIN, words.strip()


def _target(view: Snapshot, named: Mapping[str, list[str]], step: Step, words: str) -> str | None:
    """The step or end that a text names; a number with the name of another step means that step."""
    wanted = words.strip().casefold()
    steps = view.steps(step.stream)
    numbered = _NUMBER.match(words.strip())
    by_number = None
    if numbered and 0 < int(numbered[1]) <= len(steps):
        by_number = steps[int(numbered[1]) - 1]
        if (numbered[2] or "").strip().casefold() == _folded(by_number.name):
            return by_number.id
    found = named.get(wanted, ()) if wanted else ()
    if found:
        return next((id for id in found if id != step.id), step.id)
    if wanted in (VALUE.casefold(), say(VALUE).casefold()):
        return view.terminal(step.stream, TerminalKind.VALUE).id
    return by_number.id if by_number and numbered and not numbered[2] else None


def _flow_text(view: Snapshot, flow: Flow) -> str:
    target = view.find(flow.target)
    words = _step_text(view, target) if isinstance(target, Step) else say(VALUE)
    label = one_line(flow.label)
    if flow.kind is FlowKind.MAIN:
        return f"{words} ({label})" if label else words
    kind = say(flow.kind.value)
    return f"{words} ({kind}: {label})" if label else f"{words} ({kind})"


def _step_text(view: Snapshot, step: Step) -> str:
    return f"{view.number(step.id)} {one_line(step.name)}".rstrip()


def _place(view: Snapshot, flow: Flow) -> tuple[bool, int, str]:
    """Steps by number, value last."""
    target = view.find(flow.target)
    if isinstance(target, Terminal):
        return True, 0, flow.id
    return False, view.number(flow.target), flow.id
