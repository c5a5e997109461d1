"""Tools and roles that are spelled two ways."""

from __future__ import annotations

import pytest

from tests.analysis.build import edited, found, marks, only, sound, with_changes
from vsdesigner.analysis.findings import Level
from vsdesigner.analysis.spellings import core
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import ToolUse
from vsdesigner.model.records import Role, Tool

TOOL, ROLE = "tool-spelled-two-ways", "role-spelled-two-ways"


def products(*of_second: str) -> Snapshot:
    view = edited(sound(), "first", tools=(ToolUse(tool="meetings", products=("Fresh Service", "Jira")),))
    return edited(view, "second", tools=(ToolUse(tool="meetings", products=of_second),))


def test_a_product_spelled_two_ways() -> None:
    finding = only(products("Jira", "FreshService"), TOOL)
    assert (finding.record, finding.field, finding.level) == ("second", "tools", Level.HINT)
    assert finding.text == "The product “FreshService” is also spelled “Fresh Service”."


def test_products_spelled_alike() -> None:
    assert not found(products("Fresh Service", "Jira", "Confluence"), TOOL)


def test_names_of_nothing_but_signs_are_no_spellings_of_each_other() -> None:
    assert not found(products("…", "--"), TOOL)


def test_the_rarer_spelling_is_the_odd_one() -> None:
    view = edited(
        products("JIRA"),
        "first",
        tools=(
            ToolUse(tool="meetings", products=("Jira",)),
            ToolUse(tool="meetings", products=("JIRA",)),
        ),
    )
    assert [finding.record for finding in found(view, TOOL)] == ["first"]
    assert found(view, TOOL)[0].text == "The product “Jira” is also spelled “JIRA”."


def test_a_category_spelled_two_ways() -> None:
    view = with_changes(sound(), Tool(id="other", name="meeting tool", order=5))
    view = edited(view, "second", tools=(ToolUse(tool="other"),))
    finding = only(view, TOOL)
    assert (finding.record, finding.field) == ("second", "tools")
    assert finding.text == "The tool category “meeting tool” is also spelled “Meeting tools”."


def test_a_category_that_no_step_uses_is_no_trouble() -> None:
    assert not found(with_changes(sound(), Tool(id="other", name="meeting tool", order=5)), TOOL)


def with_role(name: str) -> Snapshot:
    view = with_changes(sound(), Role(id="other", name=name, order=9))
    return edited(view, "second", raci=marks(client="I", lead="A", desk="R", other="I"))


def test_a_role_spelled_two_ways() -> None:
    finding = only(with_role("Engineers"), ROLE)
    assert (finding.record, finding.field, finding.level) == ("other", "name", Level.HINT)
    assert finding.text == "The role “Engineers” is also spelled “Engineer”."


@pytest.mark.parametrize("name", ["Service engineer", "engineer"])
def test_another_role_and_the_very_same_are_no_spellings(name: str) -> None:
    assert not found(with_role(name), ROLE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C++"),
        ("C#", "C"),
        ("L1 Engineer", "L2 Engineer"),
        ("Access", "Acces"),
        ("Jira", "Jura"),
        ("AWS", "AW"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert core(one) != core(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Service-Now", "ServiceNow"), ("CI/CD tools", "CI CD tool"), ("Git_Hub", "GitHub"), ("ÄB", "äb")],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert core(one) == core(other)
