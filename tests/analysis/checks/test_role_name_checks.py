"""Roles of one name, and roles that nothing names."""

from __future__ import annotations

from tests.analysis.build import edited, found, marks, only, sound, with_changes
from vsdesigner.analysis.findings import Level
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Role


def test_two_roles_of_one_name() -> None:
    view = with_changes(sound(), Role(id="other", name=" engineer", order=9))
    view = edited(view, "second", raci=marks(client="I", other="R", lead="A"))
    view = edited(view, "first", raci=marks(client="C", engineer="R", lead="A", desk="I"))
    finding = only(view, "role-twice")
    assert (finding.record, finding.field, finding.level) == ("other", "name", Level.WARNING)


def test_a_role_that_is_there_three_times_is_told_once() -> None:
    view = with_changes(sound(), Role(id="o1", name="Desk", order=8), Role(id="o2", name="DESK", order=9))
    assert [finding.record for finding in found(view, "role-twice")] == ["o1"]


def test_a_role_without_letters() -> None:
    finding = only(with_changes(sound(), Role(id="auditor", name="Auditor", order=9)), "role-without-letter")
    assert (finding.record, finding.level) == ("auditor", Level.WARNING)
    assert finding.text == "The role “Auditor” holds no letter in any step."


def test_a_letter_at_a_task_is_enough() -> None:
    view = with_changes(sound(), Role(id="auditor", name="Auditor", order=9))
    task = Task(id="ask", text="Ask", raci=marks(auditor="A/R", client="I"))
    assert not found(edited(view, "first", tasks=(task,)), "role-without-letter")


def test_a_role_without_a_name_is_not_the_same_as_another() -> None:
    view = with_changes(sound(), Role(id="n1", name="", order=8), Role(id="n2", name=" ", order=9))
    assert not found(view, "role-twice")
    assert found(view, "role-without-letter")[0].text == "A role without a name holds no letter in any step."
