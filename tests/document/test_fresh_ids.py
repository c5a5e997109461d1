"""New ids for a whole document: everything is as before, nothing is called as before."""

from __future__ import annotations

import re

from hypothesis import given

from tests import strategies
from tests.sample import sample
from vsdesigner.document.fresh_ids import with_fresh_ids
from vsdesigner.document.references import dangling, references
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import DocumentSettings, Lane, Record, Step, Stream
from vsdesigner.storage.json_format import decode, encode


def part_ids(view: Snapshot) -> set[str]:
    found: set[str] = set()
    for record in view.records.values():
        if isinstance(record, Step):
            found |= {task.id for task in record.tasks}
        elif isinstance(record, Stream):
            found |= {promise.id for promise in record.lead_times}
            found |= {duty.id for duty in record.responsibilities}
    return found


def renewed_ids(view: Snapshot) -> set[str]:
    kept = Lane | DocumentSettings
    return {id for id, record in view.records.items() if not isinstance(record, kept)} | part_ids(view)


def neutral(view: Snapshot) -> list[str]:
    """Every record as text in which ids are what place they have among those of their kind."""
    order: dict[str, str] = {}
    groups: dict[type[Record], list[str]] = {}
    for record in view.records.values():
        groups.setdefault(type(record), []).append(record.id)
    for kind, ids in groups.items():
        order.update({id: f"<{kind.__name__} {at}>" for at, id in enumerate(sorted(ids))})
    texts = []
    for record in view.records.values():
        text = record.model_dump_json()
        for id in sorted(part_ids(Snapshot([record])), key=len, reverse=True):
            text = text.replace(f'"{id}"', '"<part>"')
        for id, place in order.items():
            text = text.replace(f'"{id}"', f'"{place}"')
        texts.append(text)
    return sorted(texts)


def test_nothing_keeps_its_id_but_lanes_and_settings() -> None:
    before = sample()
    after = with_fresh_ids(before)
    assert not renewed_ids(before) & renewed_ids(after)
    assert [lane.id for lane in after.lanes] == [lane.id for lane in before.lanes]
    assert after.settings == before.settings
    assert part_ids(before) and len(part_ids(after)) == len(part_ids(before))


def test_twice_gives_documents_that_share_no_id() -> None:
    one, other = with_fresh_ids(sample()), with_fresh_ids(sample())
    assert not renewed_ids(one) & renewed_ids(other)


@given(strategies.documents())
def test_everything_else_is_as_it_was(before: Snapshot) -> None:
    after = with_fresh_ids(before)
    assert len(after) == len(before)
    assert dangling(after) == dangling(before) == []
    assert neutral(after) == neutral(before)
    assert after.extras == before.extras


@given(strategies.documents())
def test_it_is_a_document_that_opens_again(before: Snapshot) -> None:
    after = with_fresh_ids(before)
    loaded = decode(encode(after), "fresh")
    assert loaded.snapshot == after and not loaded.problems


def test_a_new_id_says_what_it_is_of() -> None:
    for record in with_fresh_ids(sample()).records.values():
        if not isinstance(record, Lane | DocumentSettings):
            assert re.fullmatch(r"[a-z]+-[0-9a-z]{10}", record.id), record.id


def test_all_references_were_renewed() -> None:
    before = sample()
    after = with_fresh_ids(before)
    old = renewed_ids(before)
    held = [reference for record in after.records.values() for reference in references(record)]
    assert held and not [reference for reference in held if reference.target in old]
