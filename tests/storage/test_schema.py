"""The schema: shipped as it is made, true of what we write, false of what is wrong."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.sample import sample
from tests.storage.bad_files import TYPES, BadFile, good_tree
from tests.strategies import documents
from vsdesigner.commands import streams
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import SECTIONS
from vsdesigner.resource import resource_path
from vsdesigner.storage.json_format import encode
from vsdesigner.storage.schema import SCHEMA_NAME, json_schema, schema_text

#: Faults that a schema cannot say, or that the reader counts itself.
BEYOND = {"half a character as key", "120,000 flows", "unknown field is deep"}


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def valid(tree: Any) -> bool:
    return bool(validator().is_valid(tree))


def test_the_shipped_schema_is_up_to_date() -> None:
    """Else write it anew: ``vsdesigner schema > resources/schema/vstream-1.0.schema.json``."""
    assert resource_path("schema", SCHEMA_NAME).read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@given(documents())
def test_what_we_write_is_valid(snapshot: Snapshot) -> None:
    validator().validate(json.loads(encode(snapshot)))


def test_new_and_rich_documents_are_valid() -> None:
    assert valid(json.loads(encode(streams.new_document())))
    assert valid(json.loads(encode(sample())))


@pytest.mark.parametrize("bad", [bad for bad in TYPES if bad.name not in BEYOND], ids=lambda bad: bad.name)
def test_wrong_files_are_not(bad: BadFile) -> None:
    assert not valid(json.loads(bad.content))


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", "other"), ("version", "2.0"), ("version", 1.0), ("version", "1"), ("steps", {})],
)
def test_wrong_heads_are_not(key: str, value: object) -> None:
    assert not valid({**good_tree(), key: value})


@given(st.sampled_from(sorted(SECTIONS)), st.data())
def test_unknown_fields_are_allowed(section: str, data: st.DataObject) -> None:
    tree = good_tree()
    data.draw(st.sampled_from(tree[section]))["x_new"] = {"anything": [1, None]}
    assert valid({**tree, "x_top": 1})


def test_every_section_and_field_is_described() -> None:
    schema = json_schema()
    assert set(SECTIONS) | {"format", "version", "settings"} == set(schema["properties"])
    for definition in schema["$defs"].values():
        assert definition["description"].endswith(".")
        assert "`" not in definition["description"]
