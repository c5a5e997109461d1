"""The document's letter set changes without a letter being lost unseen."""

from __future__ import annotations

import pytest

from tests.graph import STREAM, graph
from vsdesigner.commands import letter_sets, raci
from vsdesigner.document.draft import Draft
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import RaciLetter, Task
from vsdesigner.model.records import Role, Step


@pytest.fixture
def draft() -> Draft:
    draft = Draft(graph("D>a a>b b>V"))
    for order, name in enumerate(("Client", "Engineer")):
        draft.add(Role(id=name.lower(), name=name, order=order))
    draft.update("a", tasks=(Task(id="t1", text="one"),))
    return draft


def own(*letters: str) -> list[RaciLetter]:
    return [RaciLetter(letter=letter, name=f"Means {letter}") for letter in letters]


def shown(draft: Draft) -> str:
    return " ".join(entry.letter for entry in draft.view.settings.raci_letters)


def letters(draft: Draft, step: str = "a", task: str = "") -> str:
    marks = raci.marks_of(draft.get(step, Step), task)
    return " ".join(f"{mark.role}={mark.letters}" for mark in marks)


@pytest.mark.parametrize(
    ("id", "expected"), [("raci", "R A C I"), ("rasci", "R A S C I"), ("raci-vs", "R A C I V S")]
)
def test_the_known_sets(draft: Draft, id: str, expected: str) -> None:
    letter_sets.use_set(draft, id)
    assert shown(draft) == expected
    assert letter_sets.set_of(draft.view) == id
    assert not letter_sets.refusal([(e.letter, e.name) for e in letter_sets.known_set(id).letters])


def test_a_set_that_nobody_knows(draft: Draft) -> None:
    with pytest.raises(KeyError):
        letter_sets.use_set(draft, "daci")
    letter_sets.set_letters_of_document(draft, own("D", "A"))
    assert letter_sets.set_of(draft.view) == letter_sets.OWN


def test_each_letter_of_a_known_set_says_what_it_means() -> None:
    for entry in letter_sets.SETS:
        assert entry.about.endswith(".")
        assert all(letter.meaning.endswith(".") for letter in entry.letters)


def test_letters_in_use_stay_in_the_set(draft: Draft) -> None:
    letter_sets.use_set(draft, "raci-vs")
    raci.set_letters(draft, "a", "client", "R/V")
    raci.set_letters(draft, "a", "engineer", "S", task="t1")
    letter_sets.use_set(draft, "raci")
    assert shown(draft) == "R A C I V S"
    assert [entry.name for entry in draft.view.settings.raci_letters[4:]] == ["Verifies", "Signs off"]
    assert (letters(draft), letters(draft, task="t1")) == ("client=R/V", "engineer=S")


def test_letters_that_nobody_holds_do_not_stay(draft: Draft) -> None:
    letter_sets.use_set(draft, "raci-vs")
    raci.set_letters(draft, "a", "client", "V")
    letter_sets.use_set(draft, "raci")
    assert shown(draft) == "R A C I V"


def test_letters_in_use_are_taken_out_when_that_was_chosen(draft: Draft) -> None:
    letter_sets.use_set(draft, "raci-vs")
    raci.set_letters(draft, "a", "client", "R/V")
    raci.set_letters(draft, "a", "engineer", "S", task="t1")
    letter_sets.use_set(draft, "raci", keep=False)
    assert shown(draft) == "R A C I"
    assert (letters(draft), letters(draft, task="t1")) == ("client=R", "")


def test_the_cells_whose_letters_a_set_lacks(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "A/R/I")
    raci.set_letters(draft, "a", "engineer", "C", task="t1")
    raci.set_letters(draft, "b", "client", "A")
    found = letter_sets.foreign_letters(draft.view, own("A", "R"))
    assert found == ((STREAM, "a", "", "client", ("I",)), (STREAM, "a", "t1", "engineer", ("C",)))
    assert letter_sets.foreign_letters(draft.view, own("A", "R", "K", "I"), {"C": "K"}) == ()


def test_a_letter_with_another_meaning_is_told(draft: Draft) -> None:
    letter_sets.use_set(draft, "rasci")
    assert letter_sets.new_meanings(draft.view, letter_sets.known_set("raci-vs").letters) == {}
    raci.set_letters(draft, "a", "client", "S")
    raci.set_letters(draft, "b", "client", "R/S")
    assert letter_sets.new_meanings(draft.view, letter_sets.known_set("raci-vs").letters) == {"S": 2}
    assert letter_sets.new_meanings(draft.view, letter_sets.known_set("raci").letters) == {}


def test_renamed_letters_go_along(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "A/R")
    raci.set_letters(draft, "a", "engineer", "C", task="t1")
    letter_sets.set_letters_of_document(draft, own("D", "A", "R"), renamed={"R": "D", "C": "R"})
    assert shown(draft) == "D A R"
    assert letters(draft) == "client=A/D"
    assert letters(draft, task="t1") == "engineer=R"


def test_a_letter_renamed_into_nothing_stays(draft: Draft) -> None:
    """The new letter is not in the set after all: it is kept, under the name that it had."""
    raci.set_letters(draft, "a", "client", "C")
    letter_sets.set_letters_of_document(draft, own("R"), renamed={"C": "K"})
    assert [(entry.letter, entry.name) for entry in draft.view.settings.raci_letters] == [
        ("R", "Means R"),
        ("K", "Consulted"),
    ]
    assert letters(draft) == "client=K"


def test_cells_follow_the_order_of_the_set(draft: Draft) -> None:
    raci.set_letters(draft, "a", "client", "R/C/I")
    letter_sets.set_letters_of_document(draft, own("I", "A", "C", "R"))
    assert letters(draft) == "client=I/C/R"


@pytest.mark.parametrize(
    ("letters", "why"),
    [
        ([], "at least one letter"),
        ([("R", "Does"), ("A", "Answers"), ("R", "Does too")], "R is there twice"),
        ([("1", "One")], "“1” is not"),
        ([("Ä", "Answers")], "“Ä” is not"),
        ([("r", "Does")], "“r” is not"),
        ([("", "Nothing")], "“” is not"),
        ([("ABCD", "Four")], "“ABCD” is not"),
        ([("R", " ")], "what R stands for"),
        ([(f"{one}{two}", "x") for one in "ABC" for two in "ABCDEFG"], "20 letters at most"),
    ],
)
def test_what_is_no_set(letters: list[tuple[str, str]], why: str) -> None:
    assert why in letter_sets.refusal(letters)


@pytest.mark.parametrize("letters", [[], own("R", "R"), own(*(f"A{x}" for x in "ABCDEFGHIJKLMNOPQRSTU"))])
def test_a_refused_set_changes_nothing(draft: Draft, letters: list[RaciLetter]) -> None:
    raci.set_letters(draft, "a", "client", "R")
    before = draft.view
    with pytest.raises(UserError):
        letter_sets.set_letters_of_document(draft, letters, keep=False)
    assert draft.view == before


def test_a_role_may_hold_all_letters_of_the_largest_set(draft: Draft) -> None:
    names = [f"QQ{letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
    letter_sets.set_letters_of_document(draft, own(*names))
    raci.set_letters(draft, "a", "client", "/".join(names))
    assert letters(draft) == f"client={'/'.join(names)}"


def test_whether_a_implies_r(draft: Draft) -> None:
    letter_sets.set_accountable_implies_responsible(draft, True)
    assert draft.view.settings.accountable_implies_responsible
    letter_sets.set_accountable_implies_responsible(draft, False)
    assert not draft.view.settings.accountable_implies_responsible
