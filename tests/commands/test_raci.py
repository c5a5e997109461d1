"""Roles and their letters: exactly one role answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from tests.graph import graph
from vsdesigner.commands import raci
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import RaciLetter, RaciMark, Task
from vsdesigner.model.records import DocumentSettings, Record, Role, Step


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


# -- many cells -----------------------------------------------------------------------------------------
def test_many_cells_get_the_same_letters(draft: Draft) -> None:
    cells = [("a", "", "client"), ("a", "t1", "client"), ("a", "t2", "owner")]
    assert raci.set_many(draft, cells, "r/c") == []
    assert (letters(draft), letters(draft, "t1"), letters(draft, "t2")) == (
        "client=R/C",
        "client=R/C",
        "owner=R/C",
    )
    raci.set_many(draft, cells[:2], "")
    assert (letters(draft), letters(draft, "t1"), letters(draft, "t2")) == ("", "", "owner=R/C")


def test_many_cells_get_letters_of_their_own(draft: Draft) -> None:
    texts = {raci.Cell("a", "", "client"): "R", raci.Cell("a", "t1", "owner"): "c/a"}
    raci.set_many(draft, texts, texts)
    assert (letters(draft), letters(draft, "t1")) == ("client=R", "owner=A/C")


def test_the_a_moves_in_each_row(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "A/R")
    raci.set_letters(draft, "a", "engineer", "A", task="t1")
    cells = [("a", task, "owner") for task in ("", "t1", "t2")]
    assert raci.set_many(draft, cells, "A") == [("a", "", "client"), ("a", "t1", "engineer")]
    assert letters(draft) == "client=R owner=A"
    assert letters(draft, "t1") == letters(draft, "t2") == "owner=A"


def test_one_a_for_several_cells_of_one_row(draft: Draft) -> None:
    raci.set_letters(draft, "a", "owner", "C")
    cells = [("a", "", role) for role in ("engineer", "client", "owner")]
    assert raci.set_many(draft, cells, "A") == []
    assert letters(draft) == "engineer=A owner=C", "the first takes it; the others stay as they are"
    assert raci.set_many(draft, cells[1:], "A/I") == [("a", "", "engineer")]
    assert letters(draft) == "client=A/I owner=I"


def test_many_toggle_alike(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "R")
    cells = [("a", "", "client"), ("a", "t1", "client")]
    raci.toggle_many(draft, cells, "C")
    assert (letters(draft), letters(draft, "t1")) == ("client=R/C", "client=C")
    raci.toggle_many(draft, cells, "R")
    assert (letters(draft), letters(draft, "t1")) == ("client=R/C", "client=R/C"), "those that lack it"
    raci.toggle_many(draft, cells, "R")
    assert (letters(draft), letters(draft, "t1")) == ("client=C", "client=C"), "all have it: all lose it"


def test_letters_that_the_set_lacks_stay_beside_a_new_one(draft: Draft) -> None:
    draft.update("a", raci=(RaciMark(role="client", letters="Z"),))
    raci.toggle_letter(draft, "a", "client", "R")
    assert letters(draft) == "client=R/Z"
    with pytest.raises(ValueError, match="Z is not a letter"):
        raci.toggle_letter(draft, "a", "owner", "Z")


def test_a_letter_for_a_task_that_is_not_there(draft: Draft) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        raci.set_letters(draft, "a", "client", "R", task="nowhere")


# -- cycling --------------------------------------------------------------------------------------------
def test_space_goes_through_all_letters(draft: Draft) -> None:
    cell = ("a", "", "client")
    seen = []
    for _press in range(6):
        raci.set_many(draft, [cell], raci.next_letters(draft.view, [cell]))
        seen.append(raci.held(draft.view, cell))
    assert seen == ["R", "A", "A/R", "C", "I", ""]


def test_space_leaves_out_the_a_that_another_has(draft: Draft) -> None:
    raci.set_letters(draft, "a", "owner", "A")
    assert raci.cycle(draft.view, [("a", "", "client")]) == ["", "R", "C", "I"]
    assert raci.cycle(draft.view, [("a", "", "owner")]) == ["", "R", "A", "A/R", "C", "I"]
    assert raci.cycle(draft.view, [("a", "t1", "client")]) == ["", "R", "A", "A/R", "C", "I"]
    assert raci.cycle(draft.view, [("a", "t1", "client"), ("a", "", "client")]) == ["", "R", "C", "I"]


def test_space_gives_no_a_to_two_of_one_row(draft: Draft) -> None:
    assert raci.cycle(draft.view, [("a", "", "client"), ("a", "", "owner")]) == ["", "R", "C", "I"]


def test_space_begins_anew_where_it_does_not_know_the_letters(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "C/I")
    assert raci.next_letters(draft.view, [("a", "", "client")]) == ""
    assert raci.next_letters(draft.view, []) == ""


def test_the_cycle_of_another_set(draft: Draft) -> None:
    draft.update(
        "document", raci_letters=(RaciLetter(letter="D", name="D"), RaciLetter(letter="A", name="A"))
    )
    assert raci.cycle(draft.view, [("a", "", "client")]) == ["", "D", "A"]


def test_many_cells_cost_one_write_a_step(draft: Draft) -> None:
    """A block over thousands of rows must not build a snapshot for each cell."""
    for number in range(200):
        draft.add(Step(id=f"s{number}", stream="stream", lane="plan", name="x", x=0.0, y=26.0))
    views: Counter[str] = Counter()
    evolve = Snapshot.evolve

    def counted(self: Snapshot, pending: Mapping[str, Record | None]) -> Snapshot:
        views["evolve"] += 1
        return evolve(self, pending)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Snapshot, "evolve", counted)
        raci.set_many(draft, [(f"s{n}", "", role) for n in range(200) for role in ("client", "owner")], "R")
        assert letters(draft) == ""
        assert raci.held(draft.view, ("s199", "", "owner")) == "R"
    assert views["evolve"] <= 2
