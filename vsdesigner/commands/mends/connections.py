"""Mends of ways that are broken off: steps that demand does not reach, ways that do not get to value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from vsdesigner.analysis.checks.dead_end import is_dead_end
from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.main_path import leads_back
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.spellings import plain
from vsdesigner.analysis.words import inner_words, listed, quoted
from vsdesigner.commands import flows
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import FORWARD_KINDS, back_flows
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.dimensions import CARD_WIDTH
from vsdesigner.model.records import Flow, FlowKind, Step, Stream, StreamMember
from vsdesigner.rules.verdicts import can_connect, can_insert

MOST = 2  # steps before one, and flows, that are offered for it
MOST_NAMED = 3  # steps that a label names
LONGEST = 40  # characters of a name in a label that may hold three of them

Pair = tuple[str, str]  # ids of the steps, demand or value that a new flow joins


def lead_to(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to connect a step that demand does not reach with the one before it, or to put it into a flow.

    Where other steps lead to it, the first of them is what lacks the connection. A way that ends before
    value is led there as well: otherwise one fault would be changed for another.
    """
    found = view.find(finding.record)
    if not isinstance(found, Step):
        return
    reading = Reading(view, view.get(found.stream, Stream))
    if found.id in reading.ways.reached:
        return
    step = _head(view, found)
    onward = _onward(reading, step)
    for source in islice(_told(reading, step), MOST):
        label = say("Let work go from {source} to {step}").format(
            source=_name(view, source), step=_name(view, step.id)
        )
        yield Mend(label, _joining(_needed(reading, source, step.id, onward)), say("Connect it"))
    ends_here = not any(flow.kind in FORWARD_KINDS for flow in view.outgoing(step.id))
    passing = list(_passing(reading, step)) if ends_here else []
    yield from (_put_between(reading, step, flow) for flow in passing if _says_nothing(flow))
    for source in islice(_before(reading, step), MOST):
        yield _connect(reading, _needed(reading, source, step.id, onward))
    yield from (_put_between(reading, step, flow) for flow in passing if not _says_nothing(flow))


def lead_to_value(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to connect with value all steps where the main ways end that do not get there."""
    record = view.find(finding.record)
    stream = record.stream if isinstance(record, StreamMember) else finding.record
    reading = Reading(view, view.get(stream, Stream))
    if isinstance(record, Step):
        if record in reading.leaving:
            yield _connect(reading, _to_value(reading, _main_from(reading, record.id)))
    elif not reading.reaches_value:
        yield from _first_way(reading)


def lead_on(view: Snapshot, finding: Finding) -> Iterator[Mend]:
    """Offer to connect a step that nothing follows with value, or with the step that comes next."""
    step = view.find(finding.record)
    if not isinstance(step, Step):
        return
    reading = Reading(view, view.get(step.stream, Stream))
    if not is_dead_end(reading, step):
        return
    ways = reading.ways
    cut_off = list(islice(_cut_off(reading, step), 1))
    following = (
        other.id
        for other in sorted(reading.steps, key=lambda other: (other.x, view.number(other.id)))
        if other.x > step.x and other.id in ways.leading_to_value and not leads_back(view, step.id, other.id)
    )
    for target in (*cut_off, ways.value, *(() if cut_off else islice(following, 1))):
        if _may_join(view, step.id, target):
            yield _connect(reading, [(step.id, target)])


def _head(view: Snapshot, step: Step) -> Step:
    """The first of the steps that lead to a step; itself when there is none, or they go in a circle."""
    seen = {step.id}
    present = step
    while True:
        before = _steps_before(view, present)
        if not before:
            return present
        present = before[0]
        if present.id in seen:
            return step
        seen.add(present.id)


def _steps_before(view: Snapshot, step: Step) -> list[Step]:
    """The steps from which work goes to a step."""
    before = (view.find(flow.source) for flow in view.incoming(step.id) if flow.kind in FORWARD_KINDS)
    return [each for each in before if isinstance(each, Step)]


def _cut_off(reading: Reading, step: Step) -> Iterator[str]:
    """Where ways to value begin that demand does not reach, right of a step: the nearest first."""
    view, ways = reading.view, reading.ways
    for other in sorted(reading.steps, key=lambda other: (other.x, other.id)):
        if (
            other.x > step.x
            and other.id in ways.leading_to_value
            and other.id not in ways.reached
            and not _steps_before(view, other)
            and not leads_back(view, step.id, other.id)
        ):
            yield other.id


# -- where a way may begin ----------------------------------------------------------------------------------
def _told(reading: Reading, step: Step) -> Iterator[str]:
    """What is reached and only informs a step."""
    incoming = reading.view.incoming(step.id)
    yield from dict.fromkeys(flow.source for flow in incoming if flow.source in reading.ways.reached)


def _before(reading: Reading, step: Step) -> Iterator[str]:
    """Demand while nothing follows it, then the reached steps from which a flow may lead to a step: those
    left of it first, the nearest first; those to which it leads itself come last."""
    view, ways = reading.view, reading.ways
    if not any(flow.kind in FORWARD_KINDS for flow in view.outgoing(ways.demand)):
        yield from (id for id in (ways.demand,) if can_connect(view, id, step.id))

    behind = _behind(view, step.id)

    def distance(other: Step) -> tuple[bool, bool, float, int]:
        return other.id in behind, other.x >= step.x, abs(step.x - other.x), view.number(other.id)

    for other in sorted((each for each in reading.steps if each.id in ways.reached), key=distance):
        if can_connect(view, other.id, step.id):
            yield other.id


def _behind(view: Snapshot, step: str) -> set[str]:
    """Everything to which work goes from a step."""
    found, waiting = set[str](), [step]
    while waiting:
        for flow in view.outgoing(waiting.pop()):
            if flow.kind in FORWARD_KINDS and flow.target not in found:
                found.add(flow.target)
                waiting.append(flow.target)
    return found


def _passing(reading: Reading, step: Step) -> Iterator[Flow]:
    """The flow that passes a step, the one nearest to it."""
    view = reading.view

    def distance(flow: Flow) -> tuple[bool, float, str]:
        left, right = (_middle(reading, end) for end in (flow.source, flow.target))
        middle = step.x + CARD_WIDTH / 2
        return not left < middle < right, abs((left + right) / 2 - middle), flow.id

    passing = [
        flow
        for flow in view.flows(step.stream)
        if flow.kind is FlowKind.MAIN
        and flow.source in reading.ways.reached
        and (flow.target in reading.ways.leading_to_value or not reading.reaches_value)
        and can_insert(view, flow.id, step.id)
    ]
    yield from sorted(passing, key=distance)[:1]


def _says_nothing(flow: Flow) -> bool:
    """Whether a flow only says what comes next: a label or a share says when the step comes that it leads to,
    and no other."""
    return not flow.label.strip() and flow.share is None


def _put_between(reading: Reading, step: Step, flow: Flow) -> Mend:
    view = reading.view
    label = say("Put {step} between {source} and {target}").format(
        step=_name(view, step.id), source=_name(view, flow.source), target=_name(view, flow.target)
    )
    return Mend(label, _inserting(flow.id, step.id), say("Put it there"))


def _middle(reading: Reading, id: str) -> float:
    """Where a card stands from left to right; the ends of a stream are outside of it."""
    record = reading.view.find(id)
    if isinstance(record, Step):
        return record.x + CARD_WIDTH / 2
    return float("-1e9") if id == reading.ways.demand else float("1e9")


# -- where a way ends ---------------------------------------------------------------------------------------
def _onward(reading: Reading, step: Step) -> list[Pair]:
    """What has to be connected so that a way that leads to a step gets to value."""
    if step.id in reading.ways.leading_to_value:
        return []
    return _to_value(reading, _main_from(reading, step.id))


def _needed(reading: Reading, source: str, step: str, onward: Sequence[Pair]) -> list[Pair]:
    """The connections that lead from `source` to a step and, on a main path, on to value; what goes on from
    where value arises follows it and may end."""
    ways = reading.ways
    on_main_path = reading.reaches_value and source in ways.leading_to_value & ways.on_main_paths
    arises = any(
        flow.target == ways.value and flow.kind is FlowKind.MAIN and flow.share is None
        for flow in reading.view.outgoing(source)
    )
    return [(source, step), *(onward if on_main_path and not arises else ())]


def _first_way(reading: Reading) -> Iterator[Mend]:
    """Connect what has to be so that demand gets to value at all."""
    ways = reading.ways
    main = [id for id in _main_from(reading, ways.demand) if id != ways.demand]
    if main:
        pairs = _to_value(reading, main)
        if len(pairs) == 1:
            end = reading.view.get(pairs[0][0], Step)
            for head in islice(_cut_off(reading, end), 1):
                yield _connect(reading, [(end.id, head)])
        yield _connect(reading, pairs)
    elif not any(flow.kind in FORWARD_KINDS for flow in reading.view.outgoing(ways.demand)):
        heads = [
            step
            for step in reading.steps
            if not any(flow.kind in FORWARD_KINDS for flow in reading.view.incoming(step.id))
        ]
        first = (heads or reading.steps)[0]
        yield _connect(reading, [(ways.demand, first.id), *_onward(reading, first)])
    else:
        yield _connect(reading, _to_value(reading, ways.reached & {step.id for step in reading.steps}))


def _main_from(reading: Reading, start: str) -> set[str]:
    """What main flows get to from a step or demand, with itself; up to where value arises."""
    found, waiting = {start}, [start]
    while waiting:
        for branch in reading.ways.exits(waiting.pop()).branches:
            for flow in branch.flows:
                if flow.kind is FlowKind.MAIN and flow.target not in found:
                    found.add(flow.target)
                    waiting.append(flow.target)
    return found


def _to_value(reading: Reading, ids: Iterable[str]) -> list[Pair]:
    """Connections with value so that a way leads there from each of these steps."""
    view, ways = reading.view, reading.ways
    back = back_flows(view, reading.stream.id)
    missing = [step for step in reading.steps if step.id in set(ids) - ways.leading_to_value]
    ends: dict[str, None] = {}
    for step in missing:
        present = step.id
        while True:
            ahead = [
                flow
                for flow in view.outgoing(present)
                if flow.kind in FORWARD_KINDS and flow.id not in back and flow.target != ways.value
            ]
            if not ahead:
                break
            present = min(
                ahead, key=lambda flow: (flow.kind is not FlowKind.MAIN, view.number(flow.target), flow.id)
            ).target
        ends[present] = None
    return [(id, ways.value) for id in ends]


# -- doing --------------------------------------------------------------------------------------------------
def _connect(reading: Reading, pairs: Sequence[Pair]) -> Mend:
    return Mend(_label(reading, pairs), _joining(pairs), say("Connect it"))


def _label(reading: Reading, pairs: Sequence[Pair]) -> str:
    view = reading.view
    ends = [source for source, target in pairs if target == reading.ways.value]
    to_value = listed([_name(view, id) for id in ends])
    if len(ends) > MOST_NAMED:
        to_value = say("{count} ends of the way").format(count=len(ends))
    first = [(source, target) for source, target in pairs if target != reading.ways.value]
    if not first:
        return say("Connect {steps} to value").format(steps=to_value)
    source, target = (_name(view, id) for id in first[0])
    if not ends:
        return say("Connect {source} to {target}").format(source=source, target=target)
    return say("Connect {source} to {target}, and {steps} to value").format(
        source=source, target=target, steps=to_value
    )


def _joining(pairs: Sequence[Pair]) -> Callable[[Draft], None]:
    def act(draft: Draft) -> None:
        for source, target in pairs:
            _join(draft, source, target)

    return act


def _join(draft: Draft, source: str, target: str) -> None:
    """Let work go from one to the other: on a new flow, or on the one that only informs now."""
    present = next((flow for flow in draft.view.outgoing(source) if flow.target == target), None)
    if present is None:
        flows.connect(draft, source, target)
    else:
        flows.update(draft, [present.id], kind=FlowKind.MAIN)


def _may_join(view: Snapshot, source: str, target: str) -> bool:
    joined = any(flow.target == target for flow in view.outgoing(source))
    return joined or bool(can_connect(view, source, target))


def _inserting(flow: str, step: str) -> Callable[[Draft], None]:
    def act(draft: Draft) -> None:
        flows.insert(draft, flow, step)

    return act


def _name(view: Snapshot, id: str) -> str:
    """What a step, demand or value is called on a button: by its name alone where only one is called so."""
    record = view.find(id)
    if not isinstance(record, Step) or not record.name.strip():
        return inner_words(view, id)
    name = plain(record.name)
    alone = all(other.id == id or plain(other.name) != name for other in view.steps(record.stream))
    return quoted(record.name, LONGEST) if alone else inner_words(view, id)
