"""Every check has a mend that removes its finding in one step, or a reason why there is none."""

from __future__ import annotations

import pytest

from tests.analysis.build import found
from tests.analysis.checks.cases import CASES
from tests.commands.mends.build import applied, is_there, labels, new_errors
from vsdesigner.analysis.findings import ALL_CHECKS, Check, find_all
from vsdesigner.commands.mends import MENDS, SAFE, mends_for

#: Checks without a mend, and why. The field that a click on the finding opens is where a person says it.
NO_MEND: dict[str, str] = {
    "no-stream-name": "Only a person knows what the stream is called.",
    "no-demand": "Only a person knows what sets the stream off.",
    "no-outcome": "Only a person knows when the stream is done.",
    "no-value": "Only a person knows what it is worth to whom.",
    "no-owner": "Only a person knows who owns it.",
    "alternative-without-label": "Only a person knows the condition.",
    "step-without-name": "Only a person knows what is done there.",
    "step-name-without-verb": "A verb made from a noun would often be the wrong one.",
    "same-step-name": "A number behind the name would hide that the two are one, or say nothing.",
    "step-without-tasks": "Only a person knows what is done there.",
    "many-responsible": "Only a person knows who of them is not needed.",
    "many-consulted": "Only a person knows who need not be asked.",
    "everybody-involved": "Only a person knows who takes no part.",
    "role-overloaded": "Only a person knows who can take something over.",
    "lead-time-outside-promise": "The times or the promise: only a person knows which of them is wrong.",
}

#: What is offered for the document in which each check fires.
OFFERED: dict[str, list[str]] = {
    "step-unreached": [
        "Connect “Take the order” to “Ask how it went”",
        "Connect “Hand over the laptop” to “Ask how it went”",
    ],
    "path-without-value": ["Connect “Ask how it went” to value"],
    "dead-end": ["Connect “Ask how it went” to value"],
    "flow-without-purpose": ["Remove the flow"],
    "shares-not-whole": ["Make the shares add up", "Share equally"],
    "step-without-practices": [
        "Add “Service desk”",
        "Add “Incident management”",
        "Add “Service request management”",
    ],
    "substream-in-a-circle": ["Remove the link to the stream"],
    "nobody-accountable": ["Make “Engineer” accountable", "Make “Lead” accountable"],
    "many-accountable": ["Keep “Lead” accountable", "Keep “Engineer” accountable"],
    "nobody-responsible": ["Make “Lead” responsible too", "Make “Desk” responsible"],
    "nobody-asked-or-told": ["Inform “Desk”"],
    "role-twice": ["Merge the 2 roles “LEAD” into one"],
    "role-spelled-two-ways": [
        "Merge the two spellings into “Engineer”",
        "Merge the two spellings into “Engineers”",
    ],
    "time-backwards": ["Swap the two bounds"],
    "role-without-letter": ["Remove the role “Idle”"],
    "tool-spelled-two-ways": [
        "Merge the two spellings into “Meeting tools”",
        "Merge the two spellings into “meeting-tool”",
    ],
}
every_check = pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)


def test_every_check_has_a_mend_or_a_reason() -> None:
    known = {check.id for check in ALL_CHECKS}
    assert MENDS.keys() | NO_MEND.keys() == known
    assert not MENDS.keys() & NO_MEND.keys()
    assert OFFERED.keys() == MENDS.keys()
    assert MENDS.keys() >= SAFE


@every_check
def test_what_is_offered(check: Check) -> None:
    view = CASES[check.id].fires()
    (finding,) = found(view, check.id)
    assert labels(view, finding) == OFFERED.get(check.id, [])


@every_check
def test_each_mend_removes_the_finding_in_one_step(check: Check) -> None:
    view = CASES[check.id].fires()
    (finding,) = found(view, check.id)
    for mend in mends_for(view, finding):
        after = applied(view, mend)
        assert not is_there(after, finding), mend.label
        assert not new_errors(view, after), mend.label


@every_check
def test_nothing_is_offered_for_what_is_mended_or_gone(check: Check) -> None:
    (finding,) = found(CASES[check.id].fires(), check.id)
    assert mends_for(CASES[check.id].silent(), finding) == ()


@every_check
def test_the_most_obvious_mend_leaves_nothing_worse_behind(check: Check) -> None:
    view = CASES[check.id].fires()
    (finding,) = found(view, check.id)
    for mend in mends_for(view, finding)[:1]:
        before = {(other.check, other.record) for other in find_all(view)}
        after = {(other.check, other.record) for other in find_all(applied(view, mend))}
        assert after < before, mend.label
