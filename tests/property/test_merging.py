"""Merging under random edits of both sides: symmetric, without loss, never in need of repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st

from tests.repeatable import repeatable_ids
from tests.strategies import change_of, documents
from vsdesigner.document.merging import Side, differences, merge, resolved
from vsdesigner.document.merging.twins import unified
from vsdesigner.document.references import dangling, missing_terminals, references
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Lane, Numbering, Phase, Record, Step, Stream, Terminal
from vsdesigner.storage.json_format import decode, encode, opens_again

Three = tuple[Snapshot, Snapshot, Snapshot]


@st.composite
def versions(draw: st.DrawFn, most: int = 5) -> Three:
    """A document and two that were made of it by up to `most` edits each."""
    base = draw(documents(edits=6))
    data = draw(st.data())
    sides = []
    for seed in (1_001, 2_002):
        side = base
        with repeatable_ids(seed):  # two people never draw the same id
            for _ in range(draw(st.integers(1, most))):
                side = side.evolve(change_of(side, data).result)
        sides.append(side)
    return base, sides[0], sides[1]


def assert_whole(view: Snapshot) -> None:
    assert not dangling(view)
    assert not missing_terminals(view)
    for stream in view.streams:
        assert max(Counter(end.kind for end in view.terminals(stream.id)).values()) == 1
    for record in view.records.values():
        assert not isinstance(record, Flow) or record.source != record.target
        assert type(record).model_validate(record.model_dump()) == record
    content = encode(view)
    assert opens_again(content, view, "merged")
    loaded = decode(content, "merged")
    assert not loaded.problems
    assert loaded.snapshot == view


@given(versions())
def test_the_outcome_is_whole_saves_and_reopens(three: Three) -> None:
    assert_whole(merge(*three).snapshot)


@given(versions())
def test_one_sided_and_equal_changes_are_taken_as_they_are(three: Three) -> None:
    base, side, _ = three
    for merged in (merge(base, side, side), merge(base, side, base), merge(base, base, side)):
        assert merged.snapshot == side
        assert not merged.conflicts


@given(versions())
def test_without_conflict_it_is_no_matter_which_side_is_ours(three: Three) -> None:
    base, ours, theirs = three
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    keys = [entry.key for entry in (*one.taken, *one.conflicts)]
    assert len(set(keys)) == len(keys)
    assert {entry.key for entry in one.conflicts} == {entry.key for entry in other.conflicts}
    event(f"conflicts: {bool(one.conflicts)}")
    if not one.conflicts:
        assert one.snapshot == other.snapshot


# -- edits that do not overlap ------------------------------------------------------------------------------
def values(record: Record) -> dict[str, Any]:
    return {**record.__dict__, **record.unknown_fields}


def follows(record: Record, field: str, view: Snapshot) -> bool:
    """Whether the document finds this value by itself."""
    if isinstance(record, Terminal):
        return field in {"x", "y", "lane"} and not record.pinned
    return field == "order"


def touched(base: Snapshot, side: Snapshot) -> set[tuple[str, str]]:
    """(id, field) of all that a side changed; an empty field for what came or went."""
    found = {(id, "") for id in base.records.keys() ^ side.records.keys()}
    for id in base.records.keys() & side.records.keys():
        one, other = values(base.records[id]), values(side.records[id])
        found |= {
            (id, name)
            for name in one.keys() | other.keys()
            if one.get(name) != other.get(name) and not follows(side.records[id], name, side)
        }
    found |= {("extras", name) for name in base.extras.keys() | side.extras.keys()
              if base.extras.get(name) != side.extras.get(name)}  # fmt: skip
    found |= {("order", name) for name in reordered(base, side)}
    return found


def reordered(base: Snapshot, side: Snapshot) -> Iterator[str]:
    """Groups of records whose order somebody changed by hand and in which it matters."""
    groups: list[tuple[type[Record], str]] = [(Lane, "")]
    groups += [(Step, s.id) for s in base.streams if s.numbering is Numbering.MANUAL]
    for kind, stream in groups:
        one, other = ([record.id for record in view.all(kind, stream)] for view in (base, side))
        if [id for id in one if id in other] != [id for id in other if id in one]:
            yield stream or "lanes"


def needs(base: Snapshot, side: Snapshot) -> set[str]:
    """Ids that a side refers to in records that it added or changed."""
    changed = {id for id, _ in touched(base, side) if id in side}
    return {
        name for id in changed for name in (id, *(entry.target for entry in references(side.records[id])))
    }


def are_disjoint(base: Snapshot, ours: Snapshot, theirs: Snapshot) -> bool:
    own, other = touched(base, ours), touched(base, theirs)
    if {pair for pair in own & other if pair[1] or pair[0] in base}:
        return False
    removed = [base.records.keys() - side.records.keys() for side in (ours, theirs)]
    if removed[0] & needs(base, theirs) or removed[1] & needs(base, ours):
        return False
    streams = [{id for id in gone if isinstance(base.find(id), Stream)} for gone in removed]
    return not any(
        getattr(side.find(id), "stream", "") in gone
        for gone, side, pairs in ((streams[0], theirs, other), (streams[1], ours, own))
        for id, _ in pairs
    )


@given(versions(most=2))
def test_edits_that_do_not_overlap_are_all_there_once(three: Three) -> None:
    base, ours, theirs = three
    is_disjoint = are_disjoint(*three)
    event(f"disjoint: {is_disjoint}")
    if not is_disjoint:
        return
    ours, theirs = unified(base, ours, theirs)  # the same role made by both is one
    merged = merge(*three)
    assert not merged.conflicts
    assert merged.snapshot == merge(base, three[2], three[1]).snapshot
    own, other = touched(base, ours), touched(base, theirs)
    expected = {
        id
        for id in base.records.keys() | ours.records.keys() | theirs.records.keys()
        if not (id in base and (id not in ours or id not in theirs))
    }
    assert merged.snapshot.records.keys() == expected
    for id, record in merged.snapshot.records.items():
        found = values(record)
        versions = [values(view.records[id]) if id in view else {} for view in (base, ours, theirs)]
        for name in set().union(*versions):
            is_twin = id not in base and id in ours and id in theirs
            if is_twin or follows(record, name, merged.snapshot) or is_opened(record, name):
                continue
            if name == "bends" or (name == "width" and isinstance(record, Phase)):
                continue  # they go with cards that were moved apart
            there = theirs if (id, name) in other or (id, "") in other else ours
            side = ours if (id, name) in own or (id, "") in own else there
            if (id, name) not in own | other and id in base:
                side = base
            expected_value = values(side.records[id]).get(name)
            if name == "x":  # cards of both in one place are moved apart, to the right
                assert found["x"] >= expected_value
            else:
                assert found.get(name) == expected_value, (id, name)


def is_opened(record: Record, name: str) -> bool:
    return isinstance(record, Stream) and name == "lane_views"  # a lane opens for what comes to stand in it


# -- edits that may overlap ---------------------------------------------------------------------------------
@given(versions())
def test_nothing_is_lost_or_doubled(three: Three) -> None:
    base = three[0]
    merged = merge(*three).snapshot
    ours, theirs = unified(*three)
    for side, there in ((ours, theirs), (theirs, ours)):
        removed = base.records.keys() - there.records.keys()
        for id, record in side.records.items():
            if id in base or id in merged:
                continue
            assert isinstance(record, Flow), record  # only a flow goes, with what the other side removed
            assert {record.source, record.target} & removed
    for step in (record for record in merged.records.values() if isinstance(record, Step)):
        versions = [view.find(step.id) for view in three]
        before, own, other = (
            {task.id for task in version.tasks} if isinstance(version, Step) else set()
            for version in versions
        )
        ids = [task.id for task in step.tasks]
        assert len(ids) == len(set(ids))
        assert set(ids) >= before & own & other
        texts = {task.text for task in step.tasks}
        for version in versions[1:]:
            if isinstance(version, Step):
                assert {task.text for task in version.tasks if task.id not in before} <= texts


@given(versions(), st.randoms(use_true_random=False))
def test_any_choice_gives_a_whole_document(three: Three, random: Random) -> None:
    """Ours in everything gives ours; no choice gives the merge; any choices give a whole document."""
    base, ours, theirs = three
    merged = merge(*three)
    everything = (*merged.taken, *merged.conflicts)
    kept = resolved(base, ours, theirs, {entry.key: Side.OURS for entry in everything})
    assert kept == ours
    assert resolved(base, ours, theirs, {}) == merged.snapshot
    assert_whole(resolved(base, ours, theirs, {entry.key: Side.THEIRS for entry in everything}))
    some = {entry.key: random.choice(list(Side)) for entry in everything if random.random() < 0.7}
    assert_whole(resolved(base, ours, theirs, some))
    assert resolved(base, base, theirs, {"nothing": Side.THEIRS}) == theirs


@given(versions())
def test_differences_tell_of_everything(three: Three) -> None:
    base, side, _ = three
    told = differences(base, side)
    assert len({entry.key for entry in told}) == len(told)
    assert all(entry.text and not entry.conflict for entry in told)
    one_sided = base.records.keys() ^ side.records.keys()
    for id, name in touched(base, side):
        if not name and isinstance(base.find(id) or side.find(id), Step):
            stream = (base.find(id) or side.find(id)).stream
            assert any(entry.record in {id, stream} for entry in told)
        elif name and id in base.records and id not in one_sided:
            assert any(entry.record == id for entry in told), (id, name)
