"""The document as text: fixed points, order, defaults, unknown fields, versions."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.repeatable import repeatable_ids
from tests.sample import sample
from tests.strategies import change_of, documents, json_values
from vsdesigner.commands import streams
from vsdesigner.document.document import Document
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import DocumentSettings, Flow, Step, Stream
from vsdesigner.storage import json_format
from vsdesigner.storage.json_format import decode, decode_exactly, encode
from vsdesigner.storage.record_texts import RecordTexts


def tree_of(snapshot: Snapshot) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(encode(snapshot))
    return tree


# -- properties -----------------------------------------------------------------------------------------
@given(documents())
def test_reading_gives_back_what_was_written(snapshot: Snapshot) -> None:
    content = encode(snapshot)
    loaded = decode(content, "x.vstream")
    assert loaded.problems == ()
    assert loaded.snapshot == snapshot
    assert encode(loaded.snapshot) == content


@given(documents(), st.data())
def test_the_bytes_do_not_depend_on_what_was_written_before(snapshot: Snapshot, data: st.DataObject) -> None:
    encode(snapshot)
    later = snapshot.evolve(change_of(snapshot, data).result)
    after_another = encode(later)
    json_format._texts, before = RecordTexts(), json_format._texts
    try:
        assert encode(later) == after_another
    finally:
        json_format._texts = before


@given(documents(), st.data())
def test_undo_gives_the_same_bytes(snapshot: Snapshot, data: st.DataObject) -> None:
    document = Document(snapshot)
    with repeatable_ids(5_000):
        change = change_of(snapshot, data)
    document.apply(change)
    document.apply(change.inverse())
    assert encode(document.now) == encode(snapshot)


@given(documents())
def test_an_older_reader_of_json_sees_sorted_keys_and_no_defaults(snapshot: Snapshot) -> None:
    tree = tree_of(snapshot)
    assert list(tree)[:2] == ["format", "version"]
    assert list(tree)[2:] == sorted(list(tree)[2:])
    for section, rows in tree.items():
        if section in ("format", "version", "settings") or not isinstance(rows, list):
            continue
        if rows and isinstance(rows[0], dict) and "id" in rows[0]:
            assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
            assert all(list(row) == sorted(row) for row in rows)


# -- how it looks ---------------------------------------------------------------------------------------
def test_one_value_a_line() -> None:
    content = encode(sample())
    assert content.startswith(b'{\n "format": "vsdesigner",\n "version": "1.0",\n "flows": [\n  {\n   "id": ')
    assert content.endswith(b"}\n")
    assert b"\r" not in content
    assert all(line.count(b'": ') <= 1 for line in content.splitlines())


def test_fields_at_their_default_are_left_out() -> None:
    step = Step(id="step-1", stream="stream-1", lane="plan")
    row = tree_of(Snapshot([step]))["steps"][0]
    assert row == {"id": "step-1", "lane": "plan", "stream": "stream-1"}


@pytest.mark.parametrize("x", [40, 40.0, -0.0, 1e5])
def test_whole_numbers_are_written_without_a_point(x: float) -> None:
    step = Step(id="step-1", stream="stream-1", lane="plan", y=7.0).model_copy(update={"x": x})
    content = encode(Snapshot([step]))
    assert b"." not in content.partition(b'"steps"')[2]
    assert encode(decode_exactly(content, "x").snapshot) == content


def test_settings_have_no_id_in_the_file() -> None:
    assert tree_of(Snapshot([DocumentSettings(accountable_implies_responsible=True)]))["settings"] == {
        "accountable_implies_responsible": True
    }
    assert "settings" not in tree_of(Snapshot())


def test_text_stays_readable() -> None:
    content = encode(Snapshot([Stream(id="s", name="Störung – 修理")]))
    assert "Störung – 修理".encode() in content


# -- unknown fields and versions ------------------------------------------------------------------------
def newer(tree: dict[str, Any], version: str = "1.7") -> bytes:
    return json.dumps({**tree, "version": version}).encode()


@given(json_values)
def test_unknown_fields_survive_an_edit(value: Any) -> None:
    tree = tree_of(sample())
    tree["x_top"] = value
    tree["steps"][0]["x_step"] = value
    tree["steps"][0]["tasks"][0]["x_task"] = value
    tree["settings"]["x_settings"] = value
    id = tree["steps"][0]["id"]
    loaded = decode(newer(tree), "x")
    draft = Draft(loaded.snapshot)
    draft.update(id, name="Another name")
    written = json.loads(encode(draft.view))
    step = next(row for row in written["steps"] if row["id"] == id)
    assert step["name"] == "Another name"
    assert written["x_top"] == step["x_step"] == step["tasks"][0]["x_task"] == value
    assert written["settings"]["x_settings"] == value


def test_a_newer_minor_version_stays_what_it_is() -> None:
    content = newer(tree_of(sample()))
    loaded = decode(content, "x")
    assert loaded.version == (1, 7)
    assert json.loads(encode(loaded.snapshot))["version"] == "1.7"
    assert decode(encode(loaded.snapshot), "x").snapshot == loaded.snapshot


def test_a_newer_major_version_is_refused_with_the_version_to_get() -> None:
    with pytest.raises(
        UserError, match=r"“x\.vstream” .* newer .* version 2\.3.* reads up to 1.* version 2 "
    ):
        decode(newer(tree_of(sample()), "2.3"), "x.vstream")


def test_foreign_keys_are_sorted_too() -> None:
    tree = {**tree_of(sample()), "x_top": {"b": 1, "a": {"d": 1, "c": 2}}}
    written = encode(decode(newer(tree), "x").snapshot)
    assert written.index(b'"a"') < written.index(b'"c"') < written.index(b'"d"') < written.index(b'"b"')


def test_a_document_of_another_kind_of_record_stays_apart() -> None:
    flow = Flow(id="a", stream="s", source="x", target="y")
    assert decode_exactly(encode(Snapshot([flow])), "x").snapshot.records == {"a": flow}


def test_a_new_document_reads_without_problems() -> None:
    loaded = decode(encode(streams.new_document()), "x")
    assert loaded.problems == ()
    assert loaded.version == json_format.VERSION
