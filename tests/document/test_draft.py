"""Drafts: nothing is seen before it is applied, nothing invalid gets in."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.graph import STREAM, graph
from vsdesigner.document.draft import Draft, DuplicateRecordError
from vsdesigner.document.snapshot import MissingRecordError, Snapshot
from vsdesigner.model.records import Flow, Step


@pytest.fixture
def draft() -> Draft:
    return Draft(graph("D>a a>b b>V"))


def test_the_base_is_untouched(draft: Draft) -> None:
    base = draft.base
    before = dict(base.records)
    draft.update("a", name="new")
    draft.remove("b")
    draft.add(Step(id="c", stream=STREAM, lane="plan"))
    assert dict(base.records) == before
    assert draft.get("a", Step).name == "new"
    assert draft.view.find("b") is None
    assert [step.id for step in draft.view.steps(STREAM)] == ["a", "c"]


def test_the_change_says_what_differs(draft: Draft) -> None:
    draft.update("a", name="new")
    draft.remove("b")
    added = draft.add(Step(id="c", stream=STREAM, lane="plan"))
    change = draft.to_change("Edit")
    assert set(change.updated) == {"a"}
    assert change.updated["a"] == (draft.base.records["a"], draft.get("a", Step))
    assert change.removed == {"b": draft.base.records["b"]}
    assert change.added == {"c": added}


def test_what_comes_and_goes_is_no_change(draft: Draft) -> None:
    draft.update("a", name="new")
    draft.update("a", name="Step a")
    draft.add(Step(id="c", stream=STREAM, lane="plan"))
    draft.remove("c")
    step = draft.get("b", Step)
    draft.remove("b")
    draft.add(step)
    assert not draft.to_change("Nothing")


def test_equal_values_touch_nothing(draft: Draft) -> None:
    draft.update("a", name="Step a", x=300.0)
    draft.replace(draft.get("a", Step).model_copy())
    assert draft.touched == ()


def test_touched_keeps_its_order(draft: Draft) -> None:
    for id in ("b", "a", "b"):
        draft.update(id, name=f"{id}{len(draft.touched)}")
    assert draft.touched == ("b", "a")


@pytest.mark.parametrize(
    "fields",
    [{"name": "x" * 501}, {"x": float("nan")}, {"x": "1"}, {"order": -1}, {"lane": ""}, {"tasks": None}],
)
def test_values_are_checked(draft: Draft, fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        draft.update("a", **fields)
    assert not draft.to_change("Nothing")


def test_misspelt_fields_are_refused(draft: Draft) -> None:
    with pytest.raises(TypeError, match="Step has no field colour, nmae"):
        draft.update("a", nmae="x", colour="red")


def test_text_is_cleaned(draft: Draft) -> None:
    draft.update("a", name="a\x00b\r\nc\ud83d")
    assert draft.get("a", Step).name == "ab\nc"


def test_ids_are_taken_once(draft: Draft) -> None:
    with pytest.raises(DuplicateRecordError):
        draft.add(Step(id="D", stream=STREAM, lane="plan"))
    draft.remove("a")
    draft.add(Step(id="a", stream=STREAM, lane="plan"))
    with pytest.raises(DuplicateRecordError):
        draft.add(Step(id="a", stream=STREAM, lane="plan"))


def test_what_is_missing_cannot_be_changed(draft: Draft) -> None:
    draft.remove("a")
    for verb in (lambda: draft.remove("a"), lambda: draft.update("a"), lambda: draft.get("b", Flow)):
        with pytest.raises(MissingRecordError):
            verb()
    with pytest.raises(MissingRecordError):
        draft.replace(Step(id="V", stream=STREAM, lane="plan"))


def test_unknown_fields_survive_an_update() -> None:
    step = Step.model_validate({"id": "a", "stream": "s", "lane": "l", "x_new": {"y": 1}})
    draft = Draft(Snapshot([step]))
    draft.update("a", name="new")
    assert draft.get("a", Step).unknown_fields == {"x_new": {"y": 1}}
