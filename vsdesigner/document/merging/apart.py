"""Moves cards apart that came to lie on each other because each side put something into the same place."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_HEIGHT, CARD_WIDTH, STEP_GAP
from vsdesigner.model.records import Flow, Phase, Placed, Record, Step, Terminal
from vsdesigner.model.text import COORDINATE_LIMIT

MOST_PUSHES = 100  # more cards than that in each other's way are no slip: they stay to be arranged


def move_apart(draft: Draft, stream: str, ours: Snapshot, theirs: Snapshot) -> None:
    """Make room for cards of a stream that overlap in the draft but in neither side: the right one of two
    goes behind the left one, and everything right of it along with it."""
    for _ in range(MOST_PUSHES):  # each frees at least one card
        found = min(_collisions(draft.view, stream, ours, theirs), default=None)
        if found is None:
            return
        _, left, right = found
        one, other = draft.get(left, Step), draft.get(right, Step)
        gap = _right(one) + STEP_GAP / 2 - other.x
        if max(step.x for step in draft.view.steps(stream)) + gap > COORDINATE_LIMIT:
            return
        _push(draft, stream, other.x, gap, left)


def _collisions(
    view: Snapshot, stream: str, ours: Snapshot, theirs: Snapshot
) -> Iterator[tuple[float, str, str]]:
    """(x of the right card, left card, right card) of each pair that lies on each other only now."""
    lanes: dict[str, list[Step]] = {}
    for step in view.steps(stream):
        lanes.setdefault(step.lane, []).append(step)
    for steps in lanes.values():
        steps.sort(key=lambda step: (step.x, step.id))
        open_: list[Step] = []
        for step in steps:
            open_ = [other for other in open_ if _right(other) > step.x]
            for other in open_:
                if _overlap(other, step) and not _is_meant(ours, theirs, other.id, step.id):
                    yield step.x, other.id, step.id
            open_.append(step)


def _is_meant(ours: Snapshot, theirs: Snapshot, one: str, other: str) -> bool:
    """Whether a side has the two cards on each other as well."""
    for view in (ours, theirs):
        pair = view.find(one), view.find(other)
        if isinstance(pair[0], Step) and isinstance(pair[1], Step) and _overlap(pair[0], pair[1]):
            return True
    return False


def _overlap(one: Step, other: Step) -> bool:
    if one.lane != other.lane:
        return False
    left, right = sorted((one, other), key=lambda step: step.x)
    upper, lower = sorted((one, other), key=lambda step: step.y)
    return _right(left) > right.x and upper.y + (upper.height or CARD_HEIGHT) > lower.y


def _right(step: Step) -> float:
    return step.x + (step.width or CARD_WIDTH)


def _push(draft: Draft, stream: str, x: float, gap: float, staying: str) -> None:
    """Push what begins at `x` or right of it; a phase across it grows."""
    view = draft.view
    members: tuple[Record, ...] = (
        *view.steps(stream),
        *view.notes(stream),
        *view.terminals(stream),
        *view.phases(stream),
        *view.flows(stream),
    )
    for record in members:
        changed = record if record.id == staying else _pushed(record, x, gap)
        if changed is not record:
            draft.replace(changed)


def _pushed(record: Record, x: float, gap: float) -> Record:
    if isinstance(record, Flow):
        return _pushed_way(record, x, gap)
    if isinstance(record, Phase) and record.x < x < record.x + record.width:
        return record.model_copy(update={"width": min(record.width + gap, COORDINATE_LIMIT)})
    is_free = isinstance(record, Terminal) and not record.pinned  # it goes where it belongs by itself
    if isinstance(record, Placed | Phase) and record.x >= x and not is_free:
        return record.model_copy(update={"x": min(record.x + gap, COORDINATE_LIMIT)})
    return record


def _pushed_way(flow: Flow, x: float, gap: float) -> Flow:
    if not any(bend.x >= x for bend in flow.bends):
        return flow
    bends = tuple(
        bend.model_copy(update={"x": min(bend.x + gap, COORDINATE_LIMIT)}) if bend.x >= x else bend
        for bend in flow.bends
    )
    return flow.model_copy(update={"bends": bends})
