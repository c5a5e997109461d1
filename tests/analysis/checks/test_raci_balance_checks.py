"""How the letters are spread over a row and over the stream."""

from __future__ import annotations

from tests.analysis.build import edited, flow, found, marks, only, sound, step, with_changes
from vsdesigner.analysis.findings import Level
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import PracticeUse, RaciLetter, RaciMark, Task


def test_three_responsible() -> None:
    view = edited(sound(), "first", raci=marks(client="R", engineer="R", lead="A/R"))
    view = edited(view, "document", check_levels={"nobody-asked-or-told": "off"})
    finding = only(view, "many-responsible")
    assert (finding.record, finding.field, finding.level) == ("first", "raci", Level.HINT)
    assert finding.text == "Step 1 “Take the order” has 3 who are responsible."


def test_two_responsible_are_fine() -> None:
    assert not found(edited(sound(), "first", raci=marks(client="R", engineer="R")), "many-responsible")


def test_more_than_half_consulted() -> None:
    view = edited(sound(), "first", raci=marks(client="C", engineer="C", lead="A", desk="R/C"))
    (finding,) = found(view, "many-consulted")
    assert (finding.record, finding.level) == ("first", Level.HINT)
    assert finding.text == "Step 1 “Take the order” asks 3 of 4 roles for their view."


def test_half_consulted_is_fine() -> None:
    assert not found(edited(sound(), "first", raci=marks(client="C", engineer="C")), "many-consulted")


def test_everybody_involved() -> None:
    view = edited(sound(), "first", raci=marks(client="C", engineer="R", lead="A", desk="I"))
    finding = only(view, "everybody-involved")
    assert (finding.record, finding.level) == ("first", Level.HINT)


def test_nobody_asked_or_told() -> None:
    finding = only(edited(sound(), "first", raci=marks(engineer="R", lead="A")), "nobody-asked-or-told")
    assert (finding.record, finding.level) == ("first", Level.HINT)
    assert not found(edited(sound(), "first", raci=()), "nobody-asked-or-told")  # a row without letters


def test_with_two_roles_everybody_is_part_of_everything() -> None:
    view = with_changes(sound(), gone=("desk", "engineer"))
    for id in ("first", "second"):
        view = edited(view, id, raci=marks(client="C", lead="A/R"))
    assert not found(view, "everybody-involved")
    assert not found(edited(view, "first", raci=marks(client="C", lead="C")), "many-consulted")
    assert not found(edited(view, "first", raci=marks(lead="A/R")), "nobody-asked-or-told")


def four_rows(*rows: tuple[RaciMark, ...]) -> Snapshot:
    """The sound document with its steps and two more, holding these letters."""
    view = with_changes(
        sound(),
        *(
            step(
                id,
                name=name,
                order=order,
                tasks=(Task(id=f"{id}-task", text="Do it"),),
                practices=(PracticeUse(practice="service_desk"),),
            )
            for order, (id, name) in enumerate({"third": "Ask for feedback", "fourth": "Close"}.items(), 2)
        ),
        flow("second", "third"),
        flow("third", "fourth"),
        flow("fourth", "value"),
        gone=("second.value",),
    )
    for id, row in zip(("first", "second", "third", "fourth"), rows, strict=True):
        view = edited(view, id, raci=row)
    return view


def test_one_role_answers_for_most() -> None:
    row = marks(client="I", lead="A", desk="R")
    view = four_rows(row, row, marks(client="C", lead="A", engineer="R"), marks(client="A", engineer="R/I"))
    finding = only(view, "role-overloaded")
    assert (finding.record, finding.level) == ("lead", Level.HINT)
    assert finding.text == "The stream “Order a laptop”: “Lead” answers for 3 of 4 rows."


def test_one_role_does_most() -> None:
    first, second = marks(client="I", lead="A", desk="R"), marks(lead="I", client="A", desk="R")
    view = four_rows(first, second, first, marks(client="A", engineer="R/I"))
    assert only(view, "role-overloaded").text == (
        "The stream “Order a laptop”: “Desk” is responsible for 3 of 4 rows."
    )


def test_half_of_the_rows_are_fine() -> None:
    first, second = marks(client="I", lead="A", desk="R"), marks(lead="I", client="A", engineer="R")
    assert not found(four_rows(first, second, first, second), "role-overloaded")


def test_three_rows_are_too_few_to_judge() -> None:
    row = marks(client="I", lead="A", desk="R")
    assert not found(four_rows(row, row, row, ()), "role-overloaded")


def test_three_roles_are_enough_to_judge() -> None:
    row = marks(client="I", lead="A/R")
    view = with_changes(four_rows(row, row, row, row), gone=("desk",))
    assert {finding.record for finding in found(view, "role-overloaded")} == {"lead"}
    assert not found(with_changes(view, gone=("engineer",)), "role-overloaded")


def test_letters_that_the_set_does_not_have_overload_nobody() -> None:
    row = marks(client="I", lead="A", desk="R")
    only_r = (RaciLetter(letter="R", name="Responsible"), RaciLetter(letter="I", name="Informed"))
    view = edited(four_rows(row, row, row, row), "document", raci_letters=only_r)
    assert [finding.record for finding in found(view, "role-overloaded")] == ["desk"]
