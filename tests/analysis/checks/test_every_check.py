"""Every check finds what it is there for, and is silent where that is right."""

from __future__ import annotations

import pytest

from tests.analysis.build import found
from tests.analysis.checks.cases import CASES
from vsdesigner.analysis.findings import ALL_CHECKS, Check, Level, find_all
from vsdesigner.analysis.profiles import PROFILES
from vsdesigner.document.draft import Draft

#: The levels of the domain's tables; hints that they do not name are ours.
LEVELS: dict[Level, set[str]] = {
    Level.ERROR: {"nobody-accountable", "many-accountable", "step-unreached", "path-without-value"},
    Level.WARNING: {
        "nobody-responsible",
        "role-twice",
        "role-without-letter",
        "no-demand",
        "no-value",
        "no-owner",
        "no-outcome",
        "dead-end",
        "flow-without-purpose",
        "alternative-without-label",
        "shares-not-whole",
        "lead-time-outside-promise",
        "substream-in-a-circle",
        "time-backwards",
    },
    Level.HINT: {
        "many-responsible",
        "many-consulted",
        "everybody-involved",
        "nobody-asked-or-told",
        "role-overloaded",
        "step-without-tasks",
        "step-without-practices",
        "step-name-without-verb",
        "step-without-name",
        "same-step-name",
        "tool-spelled-two-ways",
        "role-spelled-two-ways",
        "no-stream-name",
    },
}
every_check = pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)


def test_there_is_a_case_for_every_check_and_no_other() -> None:
    assert CASES.keys() == {check.id for check in ALL_CHECKS}


@every_check
def test_it_fires_once_at_its_level_and_says_why(check: Check) -> None:
    case = CASES[check.id]
    (finding,) = found(case.fires(), check.id)
    assert (finding.record, finding.level, finding.why) == (case.record, check.level, check.why)
    assert finding.record in case.fires()
    assert finding.text.endswith(".")
    assert "{" not in finding.text


@every_check
def test_it_is_silent_where_all_is_well(check: Check) -> None:
    assert found(CASES[check.id].silent(), check.id) == []


@every_check
def test_its_level_is_the_one_of_the_domain(check: Check) -> None:
    assert [level for level, ids in LEVELS.items() if check.id in ids] == [check.level]


@every_check
def test_it_can_be_switched_off_and_given_every_level(check: Check) -> None:
    view = CASES[check.id].fires()
    for profile in PROFILES:
        for level in ("off", *Level):
            draft = Draft(view)
            draft.update("document", check_levels={check.id: level}, check_profile=profile)
            levels = [finding.level for finding in find_all(draft.view) if finding.check == check.id]
            assert levels == ([] if level == "off" else [level])
