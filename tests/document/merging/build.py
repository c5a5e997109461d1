"""Two versions of the sample, each made by its own edits, for the tests of merging."""

from __future__ import annotations

from collections.abc import Callable

from tests.repeatable import repeatable_ids
from tests.sample import sample
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging import Merge, Side, merge, resolved
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step

Edit = Callable[[Draft], object]

BASE = sample()
STREAM = next(stream.id for stream in BASE.streams if stream.owner)
OTHER = next(stream.id for stream in BASE.streams if not stream.owner)
FIRST, SECOND, THIRD, FOURTH = (step.id for step in BASE.steps(STREAM))


def made(edit: Edit, seed: int, base: Snapshot = BASE) -> Snapshot:
    """A version of the document; what one side makes never has the ids of the other."""
    draft = Draft(base)
    with repeatable_ids(seed):
        edit(draft)
    return complete(draft).view


def both(ours: Edit, theirs: Edit, base: Snapshot = BASE) -> tuple[Snapshot, Snapshot, Snapshot]:
    return base, made(ours, 1, base), made(theirs, 2, base)


def merged(ours: Edit, theirs: Edit, base: Snapshot = BASE) -> Merge:
    """The merge, which is the same the other way round unless something contradicts."""
    three = both(ours, theirs, base)
    one, other = merge(*three), merge(three[0], three[2], three[1])
    assert {entry.key for entry in one.conflicts} == {entry.key for entry in other.conflicts}
    if not one.conflicts:
        assert one.snapshot == other.snapshot
    return one


def chosen(ours: Edit, theirs: Edit, **sides: Side) -> Snapshot:
    """The document after these sides were chosen; ``step__name`` stands for the key ``step/name``."""
    return resolved(*both(ours, theirs), sides)


def step(view: Snapshot, id: str = THIRD) -> Step:
    return view.get(id, Step)


def update(id: str, **fields: object) -> Edit:
    return lambda draft: draft.update(id, **fields)


def nothing(draft: Draft) -> None:
    """A side on which nobody did anything."""
