"""Roles: made, changed, put in order, merged and removed with what hangs on them."""

from __future__ import annotations

import pytest

from tests.graph import STREAM, graph
from vsdesigner.commands import raci, roles
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import RaciMark, Responsibility, Task
from vsdesigner.model.records import Organisation, Role, Step, Stream
from vsdesigner.model.text import TEXT_LENGTH


@pytest.fixture
def draft() -> Draft:
    draft = Draft(graph("D>a a>b b>V"))
    for order, name in enumerate(("Client", "Engineer", "Owner")):
        draft.add(Role(id=name.lower(), name=name, order=order))
    draft.update("a", tasks=(Task(id="t1", text="one"), Task(id="t2", text="two")))
    return draft


def letters(draft: Draft, task: str = "", step: str = "a") -> str:
    marks = raci.marks_of(draft.get(step, Step), task)
    return " ".join(f"{mark.role}={mark.letters}" for mark in marks)


def order(draft: Draft) -> list[str]:
    return [role.name for role in draft.view.roles]


# -- made and changed -----------------------------------------------------------------------------------
def test_a_role_is_made_once(draft: Draft) -> None:
    assert roles.add_role(draft, " CLIENT ") == "client"
    fresh = roles.add_role(draft, " Buyer ")
    assert draft.get(fresh, Role).name == "Buyer"
    assert draft.get(fresh, Role).order == 3
    assert roles.add_role(draft, "buyer") == fresh


def test_a_role_is_made_behind_another(draft: Draft) -> None:
    fresh = roles.add_role(draft, "Buyer", after="client")
    assert order(draft) == ["Client", "Buyer", "Engineer", "Owner"]
    assert [role.order for role in draft.view.roles] == [0, 1, 2, 3]
    assert roles.add_role(draft, "Buyer", after="owner") == fresh
    assert order(draft) == ["Client", "Buyer", "Engineer", "Owner"], "one that is there stays where it is"


def test_renaming_a_role(draft: Draft) -> None:
    roles.rename_role(draft, "client", " Customer ")
    assert draft.get("client", Role).name == "Customer"


def test_the_fields_of_a_role(draft: Draft) -> None:
    roles.set_role(draft, "client", duty="Says what is needed", organisation=Organisation.CUSTOMER)
    roles.set_role(draft, "client", organisation_name=" Acme ")
    client = draft.get("client", Role)
    assert (client.duty, client.organisation, client.organisation_name) == (
        "Says what is needed",
        Organisation.CUSTOMER,
        "Acme",
    )
    with pytest.raises(TypeError, match="order"):
        roles.set_role(draft, "client", order=7)


def test_a_role_goes_with_its_letters(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "A")
    raci.set_letters(draft, "a", "owner", "R", task="t1")
    roles.remove_role(draft, "client")
    roles.remove_role(draft, "owner")
    complete(draft)
    assert letters(draft) == letters(draft, "t1") == ""


@pytest.mark.parametrize(
    ("name", "but", "found"),
    [
        ("client", "", "client"),
        ("  CLIENT ", "", "client"),
        ("client", "client", None),
        ("Clients", "", None),
        ("", "", None),
    ],
)
def test_the_role_with_a_name(draft: Draft, name: str, but: str, found: str | None) -> None:
    role = roles.role_named(draft.view, name, but)
    assert (role.id if role else None) == found


# -- order ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (0, ["Owner", "Client", "Engineer"]),
        (1, ["Client", "Owner", "Engineer"]),
        (9, ["Client", "Engineer", "Owner"]),
        (-3, ["Owner", "Client", "Engineer"]),
    ],
)
def test_reordering(draft: Draft, position: int, expected: list[str]) -> None:
    roles.reorder_role(draft, "owner", position)
    assert order(draft) == expected


def test_the_letters_of_all_rows_follow_the_order(draft: Draft) -> None:
    """A document reads the same whether the roles were put in order before or after the letters."""
    for task in ("", "t1"):
        raci.set_letters(draft, "a", "client", "R", task=task)
        raci.set_letters(draft, "a", "owner", "A", task=task)
    roles.reorder_role(draft, "owner", 0)
    assert letters(draft) == letters(draft, "t1") == "owner=A client=R"


# -- merging --------------------------------------------------------------------------------------------
def test_merging_joins_the_letters_of_each_row(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "C")
    raci.set_letters(draft, "a", "engineer", "A/R")
    raci.set_letters(draft, "a", "owner", "I")
    raci.set_letters(draft, "a", "engineer", "R", task="t1")
    raci.set_letters(draft, "a", "owner", "R/I", task="t2")
    raci.set_letters(draft, "b", "client", "C")
    roles.merge_roles(draft, "client", ["engineer"])
    complete(draft)
    assert letters(draft) == "client=A/R/C owner=I"
    assert letters(draft, "t1") == "client=R"
    assert letters(draft, "t2") == "owner=R/I", "a row without them stays as it is"
    assert letters(draft, step="b") == "client=C"
    assert order(draft) == ["Client", "Owner"]


def test_merging_keeps_one_a(draft: Draft) -> None:
    marks = (RaciMark(role="client", letters="A"), RaciMark(role="engineer", letters="A/R"))
    draft.update("a", raci=(*marks, RaciMark(role="owner", letters="A")))
    roles.merge_roles(draft, "engineer", ["owner", "client", "engineer"])
    assert letters(draft) == "engineer=A/R"


def test_merging_keeps_letters_that_the_set_lacks(draft: Draft) -> None:
    marks = (RaciMark(role="client", letters="Z/R"), RaciMark(role="engineer", letters="Q/C"))
    draft.update("a", raci=marks)
    roles.merge_roles(draft, "client", ["engineer"])
    assert letters(draft) == "client=R/C/Q/Z"


def test_merging_repoints_the_lines_of_use_cases(draft: Draft) -> None:
    draft.update(
        STREAM,
        responsibilities=(
            Responsibility(id="d1", role="client", duty="Asks"),
            Responsibility(id="d2", role="engineer", duty="asks "),
            Responsibility(id="d3", role="engineer", duty="Builds"),
            Responsibility(id="d4", role="owner", duty="Asks"),
        ),
    )
    roles.merge_roles(draft, "client", ["engineer"])
    lines = [(line.id, line.role, line.duty) for line in draft.get(STREAM, Stream).responsibilities]
    assert lines == [("d1", "client", "Asks"), ("d3", "client", "Builds"), ("d4", "owner", "Asks")]


def test_merging_joins_duties_that_differ(draft: Draft) -> None:
    roles.set_role(draft, "client", duty="Asks.", organisation=Organisation.PARTNER)
    roles.set_role(draft, "engineer", duty="Builds.\nTests.")
    roles.set_role(draft, "owner", duty=" asks.", organisation=Organisation.PARTNER, organisation_name="Acme")
    roles.merge_roles(draft, "client", ["engineer", "owner"])
    client = draft.get("client", Role)
    assert client.duty == "Asks.\nBuilds.\nTests."
    assert client.organisation is Organisation.PARTNER
    assert client.organisation_name == "Acme"
    assert order(draft) == ["Client"]


def test_duties_that_do_not_fit_together_are_not_cut(draft: Draft) -> None:
    roles.set_role(draft, "client", duty="x" * TEXT_LENGTH)
    roles.set_role(draft, "owner", duty="y")
    with pytest.raises(UserError, match="too long to stand together"):
        roles.merge_roles(draft, "client", ["owner"])


def test_merging_with_itself_changes_nothing(draft: Draft) -> None:
    before = draft.view
    roles.merge_roles(draft, "client", ["client"])
    assert draft.view == before
