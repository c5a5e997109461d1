"""Who answers and who does the work, row by row."""

from __future__ import annotations

from tests.analysis.build import edited, found, marks, only, sound
from vsdesigner.analysis.findings import Level, find_all
from vsdesigner.model.parts import RaciLetter, RaciMark, Task

NOBODY, MANY, NO_WORKER = "nobody-accountable", "many-accountable", "nobody-responsible"


def test_nobody_accountable() -> None:
    finding = only(edited(sound(), "first", raci=marks(engineer="R", client="C", lead="I")), NOBODY)
    assert (finding.record, finding.field, finding.level) == ("first", "raci", Level.ERROR)
    assert finding.text == "Step 1 “Take the order” has nobody who is accountable."


def test_a_step_without_any_letter_has_nobody_accountable_which_is_no_error_yet() -> None:
    view = edited(sound(), "first", raci=())
    (finding,) = found(view, NOBODY)
    assert (finding.record, finding.level, finding.unwritten) == ("first", Level.WARNING, True)
    (finding,) = found(edited(view, "document", check_levels={NOBODY: "error"}), NOBODY)
    assert finding.level is Level.ERROR, "unless the document asks for it"


def test_two_accountable() -> None:
    finding = only(edited(sound(), "first", raci=marks(client="C", engineer="A/R", lead="A")), MANY)
    assert (finding.record, finding.field, finding.level) == ("first", "raci", Level.ERROR)
    assert finding.text == "Step 1 “Take the order” has 2 who are accountable: “Engineer” and “Lead”."


def test_accountable_but_nobody_responsible() -> None:
    finding = only(edited(sound(), "first", raci=marks(client="C", engineer="I", lead="A")), NO_WORKER)
    assert (finding.record, finding.field, finding.level) == ("first", "raci", Level.WARNING)


def test_one_role_may_answer_and_work() -> None:
    assert not found(edited(sound(), "first", raci=marks(client="C", lead="A/R")), NO_WORKER)


def test_a_document_may_say_that_who_answers_works() -> None:
    view = edited(sound(), "first", raci=marks(client="C", engineer="I", lead="A"))
    assert find_all(edited(view, "document", accountable_implies_responsible=True)) == ()


def test_a_task_with_letters_is_a_row() -> None:
    task = Task(id="ask", text="Ask what is needed", raci=marks(engineer="R", client="C"))
    finding = only(edited(sound(), "first", tasks=(task,)), NOBODY)
    assert (finding.record, finding.field) == ("first", "tasks")
    assert finding.text == (
        "The task “Ask what is needed” of Step 1 “Take the order” has nobody who is accountable."
    )


def test_a_task_without_letters_is_no_row() -> None:
    assert not found(edited(sound(), "first", tasks=(Task(id="ask", text="Ask"),)), NOBODY)


def test_letters_that_the_set_does_not_have_are_not_asked_for() -> None:
    view = edited(sound(), "first", raci=marks(client="S"))
    no_a = (RaciLetter(letter="S", name="Support"), RaciLetter(letter="R", name="Responsible"))
    assert find_all(edited(view, "document", raci_letters=no_a))[0].check != NOBODY
    assert not found(edited(view, "document", raci_letters=no_a), NOBODY)
    only_a = (RaciLetter(letter="A", name="Accountable"),)
    assert not found(edited(sound(), "document", raci_letters=only_a), NO_WORKER)


def test_a_role_that_stands_twice_in_a_row_is_one_role() -> None:
    twice = (RaciMark(role="lead", letters="A"), RaciMark(role="lead", letters="A/R"))
    view = edited(sound(), "first", raci=(*marks(client="C"), *twice))
    assert not found(view, "many-accountable")
