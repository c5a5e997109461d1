"""Who is offered for a row of the matrix, and what becomes of the row."""

from __future__ import annotations

import pytest

from tests.analysis.build import edited, found, marks, sound
from tests.analysis.checks.cases import several
from tests.commands.mends.build import by_label, labels
from vsdesigner.analysis.findings import Finding
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import RaciLetter, RaciMark, Task
from vsdesigner.model.records import Step

NOBODY, MANY, NO_WORK, SILENT = (
    "nobody-accountable",
    "many-accountable",
    "nobody-responsible",
    "nobody-asked-or-told",
)


def one(view: Snapshot, check: str, record: str = "first") -> Finding:
    (finding,) = (each for each in found(view, check) if each.record == record)
    return finding


def letters(view: Snapshot, step: str = "first", task: str = "") -> dict[str, str]:
    record = view.get(step, Step)
    row = next(line.raci for line in record.tasks if line.id == task) if task else record.raci
    return {mark.role: mark.letters for mark in row}


def test_who_does_the_work_comes_first_then_who_answers_next_to_it() -> None:
    view = edited(sound(), "first", raci=marks(client="C", engineer="R"))
    finding = one(view, NOBODY)
    assert labels(view, finding) == ["Make “Engineer” accountable", "Make “Lead” accountable"]
    assert letters(by_label(view, finding, "Make “Engineer” accountable")) == {
        "client": "C",
        "engineer": "A/R",
    }
    assert letters(by_label(view, finding, "Make “Lead” accountable")) == {
        "client": "C",
        "engineer": "R",
        "lead": "A",
    }


def test_neighbours_count_more_than_the_rest_of_the_stream() -> None:
    a_desk, a_lead = marks(desk="A/R", client="I"), marks(lead="A/R", client="I")
    view = several((), a_desk, a_lead, a_lead)
    assert labels(view, one(view, NOBODY)) == ["Make “Desk” accountable", "Make “Lead” accountable"]


def test_the_owner_of_the_stream_is_offered_while_nobody_answers_for_anything() -> None:
    view = edited(edited(sound(), "first", raci=()), "second", raci=())
    assert labels(view, one(view, NOBODY)) == []
    view = edited(view, "stream", owner=" lead")
    assert labels(view, one(view, NOBODY)) == ["Make “Lead” accountable"]


def test_few_roles_are_all_offered() -> None:
    view = edited(edited(sound(), "first", raci=()), "second", raci=())
    view = view.evolve({"client": None})
    assert labels(view, one(view, NOBODY)) == [
        f"Make “{name}” accountable" for name in ("Engineer", "Lead", "Desk")
    ]


def test_a_task_asks_who_answers_for_its_step() -> None:
    task = Task(id="ask", text="Ask what is needed", raci=(RaciMark(role="desk", letters="R"),))
    view = edited(sound(), "first", tasks=(task,))
    finding = one(view, NOBODY)
    assert (finding.record, finding.field, finding.part) == ("first", "tasks", "ask")
    assert labels(view, finding) == [
        "Make “Desk” accountable",
        "Make “Lead” accountable",
        "Make “Engineer” accountable",
    ]
    after = by_label(view, finding, "Make “Lead” accountable")
    assert letters(after, task="ask") == {"lead": "A", "desk": "R"}
    assert letters(after) == letters(view)


def test_a_role_without_a_name_and_a_second_one_of_a_name_are_not_offered() -> None:
    view = edited(sound(), "first", raci=marks(client="R", engineer="R", desk="R"))
    view = edited(edited(edited(view, "client", name=" "), "desk", name="engineer"), "second", raci=())
    assert labels(view, one(view, NOBODY)) == ["Make “Engineer” accountable"]


def test_the_last_word_stays_with_one_and_the_others_keep_their_other_letters() -> None:
    view = edited(sound(), "first", raci=marks(client="C", engineer="A/R", lead="A"))
    finding = one(view, MANY)
    assert labels(view, finding) == ["Keep “Lead” accountable", "Keep “Engineer” accountable"]
    assert letters(by_label(view, finding, "Keep “Lead” accountable")) == {
        "client": "C",
        "engineer": "R",
        "lead": "A",
    }
    assert letters(by_label(view, finding, "Keep “Engineer” accountable")) == {
        "client": "C",
        "engineer": "A/R",
    }


def test_who_answers_may_do_the_work_as_well() -> None:
    view = edited(sound(), "first", raci=marks(client="C", engineer="I", lead="A"))
    finding = one(view, NO_WORK)
    assert labels(view, finding) == ["Make “Lead” responsible too", "Make “Desk” responsible"]
    after = by_label(view, finding, "Make “Lead” responsible too")
    assert letters(after) == {"client": "C", "engineer": "I", "lead": "A/R"}
    assert letters(by_label(view, finding, "Make “Desk” responsible"))["desk"] == "R"


def test_who_goes_on_with_the_work_is_told() -> None:
    view = edited(sound(), "first", raci=marks(engineer="R", lead="A"))
    finding = one(view, SILENT)
    assert letters(by_label(view, finding, "Inform “Desk”")) == {"engineer": "R", "lead": "A", "desk": "I"}


def test_at_the_end_customers_are_told() -> None:
    view = edited(sound(), "second", raci=marks(desk="R", lead="A"))
    assert labels(view, one(view, SILENT, "second")) == []
    view = edited(view, "client", organisation="customer")
    assert labels(view, one(view, SILENT, "second")) == ["Inform “Client”"]


def test_nobody_is_told_where_everybody_would_take_part_then() -> None:
    view = edited(sound(), "first", raci=marks(engineer="R", lead="A", client="R"))
    assert labels(view, one(view, SILENT)) == []


@pytest.mark.parametrize("without", ["A", "R", "I"])
def test_a_letter_that_the_document_does_not_have_is_not_offered(without: str) -> None:
    view = edited(sound(), "first", raci=marks(engineer="R") if without == "A" else marks(lead="A"))
    findings = [
        finding for check in (NOBODY, NO_WORK, SILENT) for finding in found(view, check)
    ]  # of the document before its letters were changed
    kept = tuple(RaciLetter(letter=letter, name=letter) for letter in "RACI" if letter != without)
    words = {"A": "accountable", "R": "responsible", "I": "Inform"}[without]
    assert any(words in label for finding in findings for label in labels(view, finding))
    view = edited(view, "document", raci_letters=kept)
    assert not any(words in label for finding in findings for label in labels(view, finding))
