"""Roles and their letters: exactly one role answers."""

from __future__ import annotations

import pytest

from tests.graph import graph
from vsdesigner.commands import raci
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import RaciLetter, Task
from vsdesigner.model.records import DocumentSettings, Role, Step


@pytest.fixture
def draft() -> Draft:
    draft = Draft(graph("D>a a>V"))
    for order, name in enumerate(("Client", "Engineer", "Owner")):
        draft.add(Role(id=name.lower(), name=name, order=order))
    draft.update("a", tasks=(Task(id="t1", text="one"), Task(id="t2", text="two")))
    return draft


def letters(draft: Draft, task: str = "") -> str:
    step = draft.get("a", Step)
    marks = next(item.raci for item in step.tasks if item.id == task) if task else step.raci
    return " ".join(f"{mark.role}={mark.letters}" for mark in marks)


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("R", "R"),
        ("a", "A"),
        ("r/a", "A/R"),
        ("R/A", "A/R"),
        (" c / i ", "C/I"),
        ("A/A", "A"),
        ("I/C/R/A", "A/R/C/I"),
    ],
)
def test_letters_have_one_spelling(draft: Draft, given: str, stored: str) -> None:
    raci.set_letters(draft, "a", "client", given)
    assert letters(draft) == f"client={stored}"


@pytest.mark.parametrize("given", ["", "/", " "])
def test_no_letters_take_the_role_away(draft: Draft, given: str) -> None:
    raci.set_letters(draft, "a", "client", "R")
    raci.set_letters(draft, "a", "client", given)
    assert letters(draft) == ""


@pytest.mark.parametrize("given", ["X", "R/X", "RA"])
def test_foreign_letters_are_refused(draft: Draft, given: str) -> None:
    with pytest.raises(ValueError, match="not a letter of this document's set"):
        raci.set_letters(draft, "a", "client", given)


def test_marks_stand_in_the_order_of_the_roles(draft: Draft) -> None:
    for role in ("owner", "client", "engineer"):
        raci.set_letters(draft, "a", role, "R")
    assert letters(draft) == "client=R engineer=R owner=R"


def test_the_a_moves(draft: Draft) -> None:
    assert raci.set_letters(draft, "a", "client", "A/R") == ""
    assert raci.set_letters(draft, "a", "owner", "A") == "client"
    assert letters(draft) == "client=R owner=A"
    assert raci.set_letters(draft, "a", "engineer", "A") == "owner"
    assert letters(draft) == "client=R engineer=A", "a role without a letter is not involved"


def test_setting_the_a_again_moves_nothing(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "A")
    assert raci.set_letters(draft, "a", "client", "A/R") == ""
    assert letters(draft) == "client=A/R"


def test_each_task_has_its_own_letters(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "A")
    assert raci.set_letters(draft, "a", "owner", "A", task="t2") == ""
    assert raci.set_letters(draft, "a", "engineer", "A/R", task="t2") == "owner"
    assert letters(draft) == "client=A"
    assert letters(draft, "t1") == ""
    assert letters(draft, "t2") == "engineer=A/R"


def test_toggling_leaves_the_other_letters(draft: Draft) -> None:
    raci.toggle_letter(draft, "a", "client", "R")
    raci.toggle_letter(draft, "a", "client", "A")
    assert letters(draft) == "client=A/R"
    raci.toggle_letter(draft, "a", "client", "R")
    assert letters(draft) == "client=A"
    assert raci.toggle_letter(draft, "a", "owner", "A") == "client"
    raci.toggle_letter(draft, "a", "owner", "A")
    assert letters(draft) == ""


def test_a_set_with_more_letters(draft: Draft) -> None:
    set_ = (RaciLetter(letter="S", name="Supports"), *DocumentSettings().raci_letters)
    draft.update("document", raci_letters=set_)
    raci.set_letters(draft, "a", "client", "R/S/A")
    assert letters(draft) == "client=A/S/R"


def test_a_set_without_a(draft: Draft) -> None:
    draft.update(
        "document", raci_letters=(RaciLetter(letter="D", name="Does"), RaciLetter(letter="K", name="Knows"))
    )
    raci.set_letters(draft, "a", "client", "K/D")
    raci.set_letters(draft, "a", "owner", "D")
    assert letters(draft) == "client=D/K owner=D"


# -- roles ----------------------------------------------------------------------------------------------
def test_a_role_is_made_once(draft: Draft) -> None:
    assert raci.add_role(draft, " CLIENT ") == "client"
    fresh = raci.add_role(draft, " Buyer ")
    assert draft.get(fresh, Role).name == "Buyer"
    assert draft.get(fresh, Role).order == 3
    assert raci.add_role(draft, "buyer") == fresh


def test_renaming_a_role(draft: Draft) -> None:
    raci.rename_role(draft, "client", " Customer ")
    assert draft.get("client", Role).name == "Customer"


def test_a_role_goes_with_its_letters(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "A")
    raci.set_letters(draft, "a", "owner", "R", task="t1")
    raci.remove_role(draft, "client")
    raci.remove_role(draft, "owner")
    complete(draft)
    assert letters(draft) == letters(draft, "t1") == ""
