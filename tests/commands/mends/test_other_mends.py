"""Mends of flows, roles, tools and practices, and all mends of a kind at once."""

from __future__ import annotations

import pytest

from tests.analysis.build import REWORK, edited, flow, found, graph, marks, sound, step, with_changes
from tests.analysis.checks.cases import with_role, with_tool
from tests.commands.mends.build import applied, by_label, labels
from vsdesigner.analysis.findings import Finding, find_all
from vsdesigner.commands.mends import mend_all, mends_for
from vsdesigner.commands.mends.practices import likely_practices
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import PracticeUse, Responsibility, ToolUse
from vsdesigner.model.records import Practice, Role, Step, Stream, Tool

SHARES, NEEDLESS = "shares-not-whole", "flow-without-purpose"


def one(view: Snapshot, check: str) -> Finding:
    (finding,) = found(view, check)
    return finding


# -- flows --------------------------------------------------------------------------------------------------
def shared(*shares: float | None, kind: str = "main") -> Snapshot:
    """Ways from one step with these shares; the last of them of this kind."""
    ids = [f"b{index}" for index in range(len(shares))]
    flows = [flow("demand", "a")]
    for index, (id, share) in enumerate(zip(ids, shares, strict=True)):
        last = index == len(shares) - 1
        flows += [flow("a", id, share=share, kind=kind if last else "main"), flow(id, "value")]
    return graph(flows, {id: {} for id in ("a", *ids)})


def shares_of(view: Snapshot) -> list[float | None]:
    return [each.share for each in view.outgoing("a")]


@pytest.mark.parametrize(
    ("shares", "whole"),
    [
        ((70.0, 20.0), [77.8, 22.2]),
        ((30.0, 30.0, 30.0), [33.4, 33.3, 33.3]),
        ((90.0, 60.0), [60.0, 40.0]),
        ((60.0,), [100.0]),
        ((0.1, 0.1), [50.0, 50.0]),
        ((0.0, 30.0), [0.0, 100.0]),
    ],
)
def test_shares_are_made_to_add_up_in_their_proportions(
    shares: tuple[float, ...], whole: list[float]
) -> None:
    view = shared(*shares)
    after = by_label(view, one(view, SHARES), "Make the shares add up")
    assert shares_of(after) == whole
    assert not found(after, SHARES)


def test_ways_that_say_no_share_get_one_when_all_are_shared_equally() -> None:
    view = shared(80.0, 40.0, None)
    finding = one(view, SHARES)
    assert labels(view, finding) == ["Make the shares add up", "Share equally"]
    assert shares_of(by_label(view, finding, "Share equally")) == [33.4, 33.3, 33.3]
    assert shares_of(by_label(view, finding, "Make the shares add up")) == [66.7, 33.3, None]


def test_what_goes_back_has_no_equal_part() -> None:
    view = shared(80.0, 10.0, kind=REWORK)
    assert labels(view, one(view, SHARES)) == ["Make the shares add up"]


def test_without_any_share_over_nought_there_is_nothing_to_scale() -> None:
    view = shared(0.0, 0.0)
    assert labels(view, one(view, SHARES)) == ["Share equally"]
    view = shared(0.0)
    assert labels(view, one(view, SHARES)) == []


def test_of_two_flows_that_are_the_same_the_second_goes() -> None:
    view = with_changes(sound(), flow("first", "second", id="again"))
    after = by_label(view, one(view, NEEDLESS), "Remove the flow")
    assert [each.id for each in after.outgoing("first")] == ["again"]


# -- roles --------------------------------------------------------------------------------------------------
def test_merged_roles_keep_their_letters_and_lines() -> None:
    view = with_role("LEAD")
    view = edited(view, "second", raci=marks(client="I", lead="A", desk="R", other="C"))
    view = edited(view, "stream", responsibilities=(Responsibility(id="line", role="other", duty="Decides"),))
    (mend,) = mends_for(view, one(view, "role-twice"))
    after = applied(view, mend)
    assert after.find("other") is None
    assert {mark.role: mark.letters for mark in after.get("second", Step).raci} == {
        "client": "I",
        "lead": "A/C",
        "desk": "R",
    }
    assert [line.role for line in after.get("stream", Stream).responsibilities] == ["lead"]


def test_either_spelling_of_a_role_can_stay() -> None:
    view = with_role("Engineers")
    finding = one(view, "role-spelled-two-ways")
    first = by_label(view, finding, "Merge the two spellings into “Engineer”")
    other = by_label(view, finding, "Merge the two spellings into “Engineers”")
    assert [role.name for role in first.roles] == ["Client", "Engineer", "Lead", "Desk"]
    assert [role.name for role in other.roles] == ["Client", "Lead", "Desk", "Engineers"]


@pytest.mark.parametrize(("name", "check"), [("LEAD", "role-twice"), ("Leads", "role-spelled-two-ways")])
def test_roles_whose_duties_do_not_fit_together_are_not_merged(name: str, check: str) -> None:
    view = edited(edited(with_role(name), "lead", duty="x" * 6_000), "other", duty="y" * 5_000)
    assert labels(view, one(view, check)) == []
    view = edited(view, "other", duty="y")
    assert labels(view, one(view, check)) != []


def test_three_spellings_become_one() -> None:
    view = with_changes(with_role("Engineers"), Role(id="more", name="Engin-eer", order=10))
    first, second = found(view, "role-spelled-two-ways")
    assert labels(view, second) == [
        "Merge the 3 spellings into “Engineer”",
        "Merge the 3 spellings into “Engin-eer”",
    ]
    after = by_label(view, second, "Merge the 3 spellings into “Engin-eer”")
    assert [role.name for role in after.roles] == ["Client", "Lead", "Desk", "Engin-eer"]
    assert mends_for(after, first) == ()


@pytest.mark.parametrize(
    ("fields", "lines", "offered"),
    [
        ({}, (), ["Remove the role “Idle”"]),
        ({"name": " "}, (), ["Remove the role without a name"]),
        ({"duty": "Waits"}, (), []),
        ({}, (Responsibility(id="line", role="idle", duty="Waits"),), []),
    ],
)
def test_only_a_role_that_says_nothing_else_is_removed(
    fields: dict[str, object], lines: tuple[Responsibility, ...], offered: list[str]
) -> None:
    role = Role.model_validate({"id": "idle", "name": "Idle", "order": 9, **fields})
    view = edited(with_changes(sound(), role), "stream", responsibilities=lines)
    assert labels(view, one(view, "role-without-letter")) == offered


# -- tools --------------------------------------------------------------------------------------------------
def test_either_spelling_of_a_category_can_stay() -> None:
    view = with_tool("meeting-tool")
    finding = one(view, "tool-spelled-two-ways")
    assert (finding.record, finding.part) == ("second", "other")
    after = by_label(view, finding, "Merge the two spellings into “meeting-tool”")
    assert [tool.name for tool in after.tools] == ["meeting-tool"]
    assert {use.tool for id in ("first", "second") for use in after.get(id, Step).tools} == {"other"}


def test_either_spelling_of_a_product_can_stay() -> None:
    view = edited(sound(), "second", tools=(ToolUse(tool="meetings", products=("ZOOM",)),))
    finding = one(view, "tool-spelled-two-ways")
    assert (finding.record, finding.part) == ("second", "ZOOM")
    for spelling in ("Zoom", "ZOOM"):
        after = by_label(view, finding, f"Merge the two spellings into “{spelling}”")
        products = {use.products for id in ("first", "second") for use in after.get(id, Step).tools}
        assert products == {(spelling,)}
        assert after.get("meetings", Tool).products == (spelling,)


# -- practices ----------------------------------------------------------------------------------------------
def test_what_a_name_speaks_of_comes_first_then_what_is_used_in_the_activity() -> None:
    view = edited(sound(), "second", name="Solve the incidents", practices=())
    second = view.get("second", Step)
    assert likely_practices(view, second)[:2] == ["incident_management", "service_desk"]


def test_practices_of_ones_own_are_likely_where_they_are_used() -> None:
    view = with_changes(sound(), Practice(id="own", name="Our way"))
    view = edited(edited(view, "first", practices=(PracticeUse(practice="own"),)), "second", practices=())
    finding = one(view, "step-without-practices")
    assert labels(view, finding)[0] == "Add “Our way”"
    after = by_label(view, finding, "Add “Our way”")
    assert after.get("second", Step).practices == (PracticeUse(practice="own"),)


def test_an_activity_of_ones_own_has_no_usual_practices() -> None:
    bare = with_changes(sound(), step("second", name="Hand it over", lane="our-own"))
    assert likely_practices(bare, bare.get("second", Step)) == []


# -- all of a kind ------------------------------------------------------------------------------------------
def test_all_of_a_kind_are_mended_at_once() -> None:
    view = with_changes(sound(), flow("first", "first"), flow("second", "second"))
    mend = mend_all(view, found(view, NEEDLESS))
    assert mend is not None
    assert mend.label == "Mend all 2 of this kind"
    assert find_all(applied(view, mend)) == ()
    assert [each.id for each in applied(view, mend).flows("stream")] == [
        "demand.first",
        "first.second",
        "second.value",
    ]


def test_what_needs_a_look_at_each_case_is_not_mended_at_once() -> None:
    view = with_changes(sound(), flow("first", "first"))
    assert mend_all(view, found(view, NEEDLESS)) is None, "only one"
    view = edited(edited(sound(), "first", practices=()), "second", practices=())
    assert mend_all(view, found(view, "step-without-practices")) is None
    view = edited(with_changes(sound(), flow("first", "first"), flow("second", "second")), "stream", owner="")
    assert mend_all(view, find_all(view)) is None, "several kinds"
    gone = with_changes(view, gone=("first.first", "second.second"))
    assert mend_all(gone, found(view, NEEDLESS)) is None, "out of date"
