"""Migrations: an older file goes through every step of the chain."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.storage.bad_files import good_tree
from vsdesigner.model.errors import UserError
from vsdesigner.storage import migrations
from vsdesigner.storage.json_format import decode
from vsdesigner.storage.migrations import MIGRATIONS, Migration, NoWayError, migrate

Tree = dict[str, Any]


def _rename_boxes(tree: Tree) -> Tree:
    return {**{key: value for key, value in tree.items() if key != "boxes"}, "steps": tree["boxes"]}


def _rename_title(tree: Tree) -> Tree:
    for row in tree["steps"]:
        row["name"] = row.pop("title", "")
    return tree


def old_file(**changes: object) -> bytes:
    """The sample as an imaginary version 0.1 had it: steps were called boxes, names titles."""
    tree = good_tree()
    for row in tree["steps"]:
        row["title"] = row.pop("name", "")
    tree["boxes"] = tree.pop("steps")
    return json.dumps({**tree, "version": "0.1", **changes}).encode()


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MIGRATIONS, (0, 1), Migration((0, 2), _rename_boxes))
    monkeypatch.setitem(MIGRATIONS, (0, 2), Migration((1, 0), _rename_title))


@pytest.mark.usefixtures("chain")
def test_an_older_file_goes_through_the_chain() -> None:
    loaded = decode(old_file(), "x")
    assert loaded.version == (0, 1)
    assert loaded.problems == ()
    now = decode(json.dumps(good_tree()).encode(), "x")
    assert loaded.snapshot == now.snapshot


@pytest.mark.usefixtures("chain")
def test_a_chain_is_entered_anywhere() -> None:
    tree = _rename_boxes(json.loads(old_file(version="0.2")))
    assert migrate(tree, (0, 2), (1, 0))["steps"][0]["name"]


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize("boxes", [None, 5, [1], [None], "x"])
def test_a_damaged_old_file_is_refused_in_words(boxes: object) -> None:
    with pytest.raises(UserError, match=r"version 0\.1 of the format and is damaged"):
        decode(old_file(boxes=boxes), "x")


def test_without_a_way_there_is_a_sentence() -> None:
    with pytest.raises(UserError, match=r"version 0\.1 of the format, which this program does not know"):
        decode(old_file(), "x")
    with pytest.raises(NoWayError):
        migrate({}, (0, 1), (1, 0))


def test_minor_versions_need_no_way() -> None:
    tree: Tree = {"steps": []}
    assert migrate(tree, (1, 0), (1, 4)) is tree


def test_every_step_leads_forward() -> None:
    assert all(migration.to > version for version, migration in migrations.MIGRATIONS.items())
