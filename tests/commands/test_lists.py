"""Verbs on tasks, practices and tools."""

from __future__ import annotations

import pytest

from tests.graph import graph
from vsdesigner.commands import lists
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import MissingRecordError
from vsdesigner.model.parts import PracticeUse, Task, ToolUse
from vsdesigner.model.records import Practice, Step, Tool
from vsdesigner.model.reference import practice_catalog


@pytest.fixture
def draft() -> Draft:
    return Draft(graph("D>a a>V"))


def test_the_first_line_is_never_indented(draft: Draft) -> None:
    lists.set_tasks(draft, "a", [Task.new("one", 1), Task.new("two", 1)])
    assert [(task.text, task.indent) for task in draft.get("a", Step).tasks] == [("one", 0), ("two", 1)]
    lists.set_tasks(draft, "a", [])
    assert draft.get("a", Step).tasks == ()


def test_practices_of_the_catalogue_are_found_by_any_name(draft: Draft) -> None:
    known = next(entry for entry in practice_catalog().values() if entry.aliases)
    for name in (known.name, known.name.upper(), f" {known.aliases[0]} "):
        assert lists.practice_named(draft, name) == known.id
    assert draft.view.practices == ()


def test_own_practices_are_made_once(draft: Draft) -> None:
    first = lists.practice_named(draft, " Our way ")
    assert lists.practice_named(draft, "OUR WAY") == first
    second = lists.practice_named(draft, "Another way")
    assert [draft.get(id, Practice).order for id in (first, second)] == [0, 1]
    assert draft.get(first, Practice).name == "Our way"


def test_an_own_practice_comes_before_the_catalogue(draft: Draft) -> None:
    draft.add(Practice(id="mine", name="Service desk"))
    assert lists.practice_named(draft, "service desk") == "mine"


def test_a_practice_named_twice_is_kept_once(draft: Draft) -> None:
    uses = [PracticeUse(practice="service_desk", contribution=text) for text in ("first", "second")]
    lists.set_practices(draft, "a", uses)
    assert [use.contribution for use in draft.get("a", Step).practices] == ["first"]


def test_tools_learn_products(draft: Draft) -> None:
    tool = lists.tool_named(draft, " Chat ", (" Teams ", "", "Signal"))
    assert draft.get(tool, Tool).products == ("Teams", "Signal")
    assert lists.tool_named(draft, "chat", ("TEAMS", "Slack")) == tool
    assert draft.get(tool, Tool).products == ("Teams", "Signal", "Slack")
    assert draft.get(tool, Tool).name == "Chat"


def test_tools_of_a_step(draft: Draft) -> None:
    tool = lists.tool_named(draft, "Chat")
    lists.set_tools(draft, "a", [ToolUse(tool=tool, products=("Teams",))])
    assert draft.get("a", Step).tools == (ToolUse(tool=tool, products=("Teams",)),)
    assert draft.get(tool, Tool).products == ("Teams",)
    with pytest.raises(MissingRecordError):
        lists.set_tools(draft, "a", [ToolUse(tool="nothing")])


def test_lists_belong_to_steps(draft: Draft) -> None:
    for verb in (lists.set_tasks, lists.set_practices, lists.set_tools):
        with pytest.raises(MissingRecordError):
            verb(draft, "V", [])  # type: ignore[operator]  # the three differ in what they list
