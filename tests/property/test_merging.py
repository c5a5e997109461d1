"""Merging under random edits of both sides: symmetric, without loss, never in need of repair."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.repeatable import repeatable_ids
from tests.strategies import change_of, documents
from vsdesigner.document.merging import merge
from vsdesigner.document.references import dangling, missing_terminals
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.storage.json_format import decode, encode, opens_again


@st.composite
def versions(draw: st.DrawFn, most: int = 4) -> tuple[Snapshot, Snapshot, Snapshot]:
    """A document and two that were made of it by up to `most` edits each."""
    base = draw(documents(edits=6))
    data = draw(st.data())
    sides = []
    for seed in (1_001, 2_002):
        side = base
        with repeatable_ids(seed):  # two people never draw the same id
            for _ in range(draw(st.integers(0, most))):
                side = side.evolve(change_of(side, data).result)
        sides.append(side)
    return base, sides[0], sides[1]


def assert_whole(view: Snapshot) -> None:
    assert not dangling(view)
    assert not missing_terminals(view)
    for stream in view.streams:
        assert Counter(end.kind for end in view.terminals(stream.id)).most_common(1)[0][1] == 1
    for record in view.records.values():
        assert type(record).model_validate(record.model_dump()) == record
    content = encode(view)
    assert opens_again(content, view, "merged")
    loaded = decode(content, "merged")
    assert not loaded.problems
    assert loaded.snapshot == view


@given(versions())
def test_the_outcome_is_whole_saves_and_reopens(three: tuple[Snapshot, Snapshot, Snapshot]) -> None:
    assert_whole(merge(*three).snapshot)


@given(versions())
def test_one_sided_and_equal_changes_are_taken_as_they_are(
    three: tuple[Snapshot, Snapshot, Snapshot],
) -> None:
    base, side, _ = three
    for merged in (merge(base, side, side), merge(base, side, base), merge(base, base, side)):
        assert merged.snapshot == side
        assert not merged.conflicts


@given(versions())
def test_without_conflict_it_is_no_matter_which_side_is_ours(
    three: tuple[Snapshot, Snapshot, Snapshot],
) -> None:
    base, ours, theirs = three
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert {entry.key for entry in one.conflicts} == {entry.key for entry in other.conflicts}
    if not one.conflicts:
        assert one.snapshot == other.snapshot
